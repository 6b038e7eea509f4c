"""How long an idle town takes from a question to the reply's being at the platform."""

import asyncio
import http.client
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from api.store import events
from api.store.session import Database
from bot.app import LINE_ACCOUNT, Town
from bot.channels import line_events
from bot.turn import Taken
from tests.benchmarks import children, cli, crowd, databases
from tests.benchmarks.figures import Figure, median, ms, percentile
from tests.patience import PATIENCE_S
from tests.platforms.line import LineStandIn
from tests.platforms.line_events import line_body, new_reply_token, text_event
from tests.platforms.standin import Received

AIM_S = 0.050
QUESTIONS = 200
RESIDENTS = 20
# What follows a reply (its outcome is recorded) is over by then.
PAUSE_S = 0.05


class Platform(LineStandIn):
    """LINE without a delay, which notes when a reply was in its hands."""

    def __init__(self) -> None:
        super().__init__(latency_s=None, any_reply_token=True)
        self.replied_at: dict[str, float] = {}

    def admit(self, received: Received) -> None:
        if received.endpoint == "reply":
            token = received.body["replyToken"]
            self.replied_at.setdefault(token, time.perf_counter())
        super().admit(received)


def measure(quick: bool) -> list[Figure]:
    count = 5 if quick else QUESTIONS
    with databases.fresh("sqlite") as database, Platform() as platform:
        assert database is not None
        town = Town(database, children.settings(database, line_url=platform.url))
        return asyncio.run(_measure(town, platform, count))


async def _measure(town: Town, platform: Platform, count: int) -> list[Figure]:
    account = LINE_ACCOUNT
    addresses = crowd.settle(town.database, account, RESIDENTS, datetime.now(UTC))
    texts = crowd.questions()
    took, floors = [], []
    with _bare_call(platform) as call:
        async with town.running():
            for number in range(-RESIDENTS, count):
                token = new_reply_token()
                asked = text_event(
                    addresses[number % RESIDENTS], next(texts), reply_token=token
                )
                [taken] = line_events.split(line_body(asked), account)
                reply_s = await _ask(town, platform, taken, token)
                await asyncio.sleep(PAUSE_S)
                floor_s = _floor(town.database, call, taken)
                if number >= 0:  # before that everyone was met once
                    took.append(reply_s)
                    floors.append(floor_s)
    return [_figure("median", median(took), median(floors)), _p95(took, floors)]


async def _ask(town: Town, platform: Platform, taken: Taken, token: str) -> float:
    start = time.perf_counter()
    await town.inbox.take([taken])
    while token not in platform.replied_at:
        if time.perf_counter() - start > PATIENCE_S:
            raise RuntimeError("the question was never answered")
        await asyncio.sleep(0.001)
    return platform.replied_at[token] - start


@contextmanager
def _bare_call(platform: Platform) -> Iterator[Callable[[], None]]:
    parts = urlsplit(platform.url)
    client = http.client.HTTPConnection(parts.hostname or "", parts.port)
    bearer = {"Authorization": f"Bearer {platform.token}"}

    def call() -> None:
        client.request("GET", "/v2/bot/info", headers=bearer)
        answer = client.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"the platform answered {answer.status}")

    try:
        yield call
    finally:
        client.close()


def _floor(database: Database, call: Callable[[], None], taken: Taken) -> float:
    """One row committed and one call made, by the shortest way there is."""
    now = datetime.now(UTC)
    other: dict[str, Any] = events.row(database.keys, taken, now)
    other |= {"event_key": f"floor {taken.event_key}", "state": "handled"}
    start = time.perf_counter()
    with database.write() as session:
        events.take(session, [other])
    call()
    return time.perf_counter() - start


def _figure(which: str, reached: float, floor: float) -> Figure:
    return Figure(
        f"question to reply at the platform, idle, {which}",
        f"under {ms(AIM_S)}",
        ms(reached),
        ms(floor),
        reached / floor,
        reached < AIM_S,
        "SQLite, LINE's stand-in in the same process, no latency; the floor is one "
        "row committed and one call",
    )


def _p95(took: list[float], floors: list[float]) -> Figure:
    return _figure("p95", percentile(took, 0.95), percentile(floors, 0.95))


if __name__ == "__main__":
    cli.main(measure)
