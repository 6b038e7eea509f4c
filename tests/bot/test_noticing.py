"""A loading sign when an answer takes longer, at once for a pressed button."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot import noticing
from bot.channels.memory import MemoryChannel
from bot.noticing import Notices
from bot.turn import Inbound, Kind
from tests.patience import PATIENCE_S, Loop, run


def inbound(kind: Kind, channel: str = "line") -> Inbound:
    return Inbound(channel, "a", "U1", kind, datetime(2026, 11, 24, tzinfo=UTC))


def shown(
    kind: Kind,
    *,
    waited_s: float = 0,
    channel: str = "line",
    takes_s: float = 0,
) -> int:
    """How many signs were shown for an event that was worked out like this."""
    line = MemoryChannel()
    waited = timedelta(seconds=waited_s)

    async def scene(loop: Loop) -> None:
        notices = Notices({"line": line})
        notices.attach()
        said = inbound(kind, channel)
        done = await asyncio.to_thread(notices.begin, said, waited)
        await loop.pass_by(0)
        await loop.pass_by(takes_s)
        await asyncio.to_thread(done)
        await asyncio.gather(*notices._tasks)

    run(scene)
    return len(line.noticed)


@pytest.fixture(autouse=True)
def _patience(monkeypatch):
    """So much of it that a slow machine does not lose it."""
    monkeypatch.setattr(noticing, "PATIENCE_S", PATIENCE_S)


def test_a_quick_answer_needs_no_sign():
    assert shown(Kind.TEXT) == 0


def test_a_slow_answer_shows_one():
    assert shown(Kind.TEXT, takes_s=PATIENCE_S) == 1


@pytest.mark.parametrize(
    ("waited_s", "signs"), [(0, 0), (PATIENCE_S / 2, 0), (PATIENCE_S, 1), (3600, 1)]
)
def test_the_time_in_the_queue_counts(waited_s, signs):
    """An answer is worked out in an instant, and late because it had to wait."""
    assert shown(Kind.TEXT, waited_s=waited_s) == signs


def test_what_is_left_of_our_patience_is_waited_for():
    half_s = PATIENCE_S / 2
    assert shown(Kind.TEXT, waited_s=half_s, takes_s=half_s) == 1
    assert shown(Kind.TEXT, takes_s=half_s) == 0


def test_a_pressed_button_is_acknowledged_at_once():
    assert shown(Kind.PRESS) == 1


def test_a_channel_that_is_off_shows_nothing():
    assert shown(Kind.TEXT, channel="web", takes_s=PATIENCE_S) == 0
