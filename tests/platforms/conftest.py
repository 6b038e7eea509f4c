"""Stand-ins without latency and with a clock that tests turn."""

from collections.abc import Iterator

import pytest

from tests.platforms.calls import Bot, Clock
from tests.platforms.line import LineStandIn
from tests.platforms.standin import CAPTURE_DIR
from tests.platforms.telegram import TelegramStandIn


@pytest.fixture(autouse=True)
def _no_capture(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests send wrong requests on purpose: no checker should see them."""
    monkeypatch.delenv(CAPTURE_DIR, raising=False)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def line(clock: Clock) -> Iterator[LineStandIn]:
    with LineStandIn(latency_s=None, clock=clock) as standing_in:
        yield standing_in


@pytest.fixture
def telegram(clock: Clock) -> Iterator[TelegramStandIn]:
    with TelegramStandIn(latency_s=None, clock=clock) as standing_in:
        yield standing_in


@pytest.fixture
def bot() -> Iterator[Bot]:
    """A bot under a webhook address, which keeps what it is sent."""
    listening = Bot()
    with listening.server:
        yield listening
