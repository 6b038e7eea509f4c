"""A loading sign when an answer takes longer, at once for a pressed button."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from bot import noticing
from bot.channels.memory import MemoryChannel
from bot.noticing import Notices
from bot.turn import Inbound, Kind


def inbound(kind: Kind, channel: str = "line") -> Inbound:
    return Inbound(channel, "a", "U1", kind, datetime(2026, 11, 24, tzinfo=UTC))


@dataclass
class Stage:
    """Notices over a channel that remembers, with little patience."""

    channel: MemoryChannel

    def play(
        self,
        kind: Kind,
        *,
        takes_s: float,
        waited_s: float = 0,
        channel: str = "line",
    ) -> int:
        """How many signs were shown for an event that took this long."""
        waited = timedelta(seconds=waited_s)

        async def scene() -> None:
            notices = Notices({"line": self.channel})
            notices.attach()
            said = inbound(kind, channel)
            done = await asyncio.to_thread(notices.begin, said, waited)
            await asyncio.sleep(takes_s)
            await asyncio.to_thread(done)
            await asyncio.sleep(0.05)

        asyncio.run(scene())
        return len(self.channel.noticed)


@pytest.fixture
def stage(monkeypatch) -> Stage:
    monkeypatch.setattr(noticing, "PATIENCE_S", 0.1)
    return Stage(MemoryChannel())


def test_a_quick_answer_needs_no_sign(stage):
    assert stage.play(Kind.TEXT, takes_s=0) == 0


def test_a_slow_answer_shows_one(stage):
    assert stage.play(Kind.TEXT, takes_s=0.3) == 1


@pytest.mark.parametrize(("waited_s", "shown"), [(0, 0), (0.1, 1), (60, 1)])
def test_the_time_in_the_queue_counts(stage, waited_s, shown):
    """An answer is worked out in an instant, and late because it had to wait."""
    assert stage.play(Kind.TEXT, takes_s=0, waited_s=waited_s) == shown


def test_what_is_left_of_our_patience_is_waited_for(stage):
    assert stage.play(Kind.TEXT, takes_s=0.07, waited_s=0.09) == 1


def test_a_pressed_button_is_acknowledged_at_once(stage):
    assert stage.play(Kind.PRESS, takes_s=0) == 1


def test_a_channel_that_is_off_shows_nothing(stage):
    assert stage.play(Kind.TEXT, takes_s=0.3, channel="web") == 0
