"""A town in one process: a dead part ends it, odd updates hold nothing back."""

import asyncio
import time
from collections.abc import Callable
from functools import partial

import pytest
from sqlmodel import select

from api.settings import Settings
from api.store.models import Photo
from api.store.words import PhotoState
from bot import app
from bot.app import Town
from tests import patience
from tests.api.store import rows
from tests.journeys.talk import prepare
from tests.platforms.line import LineStandIn


class Dying:
    """A worker that dies at once."""

    def __init__(self, *args: object, **options: object) -> None: ...

    def wake(self) -> None: ...

    async def run(self, stop: asyncio.Event) -> None:
        raise RuntimeError


def live(town: Town, enough: Callable[[], object]) -> None:
    async def life() -> None:
        async with town.running():
            await patience.until(enough)

    asyncio.run(life())


def test_a_part_that_dies_is_told_and_not_only_logged(database, clock, monkeypatch):
    prepare(database, clock())
    monkeypatch.setattr(app, "Worker", Dying)
    deaths = []
    town = Town(database, Settings(), on_failure=lambda: deaths.append(1))
    live(town, lambda: deaths)
    assert deaths == [1]


def test_a_town_that_lives_tells_of_no_death(database, clock):
    prepare(database, clock())
    deaths = []
    until_s = time.monotonic() + 0.2
    town = Town(database, Settings(), on_failure=lambda: deaths.append(1))
    live(town, lambda: time.monotonic() > until_s)
    assert deaths == []


def test_a_town_that_lives_fetches_the_pictures_that_wait(database, clock):
    with database.write() as session:
        wave = rows.town(session, clock()).wave
        noi = rows.person(session, clock(), "Unoi")
        made = rows.response(session, noi, wave, clock(), text="325708")
        rows.photo(session, made.id, clock())
    with LineStandIn(latency_s=None) as line:
        line.content["325708"] = b"\xff\xd8\xff\xdb the canal today"
        settings = Settings(
            line_api_url=line.url,
            line_access_token=line.token,
            line_channel_secret=line.secret,
        )

        async def life() -> None:
            async with Town(database, settings, clock=clock).running():
                asked = partial(line.calls, "content")
                await asyncio.to_thread(line.wait_until, asked, timeout_s=60)

        asyncio.run(life())
    with database.read() as session:
        assert session.exec(select(Photo.state)).one() is PhotoState.STORED


@pytest.mark.parametrize("odd", [b"", b"[]", b"\xff", b'{"no_update_id": 1}'])
def test_an_odd_update_does_not_hold_the_others_back(odd):
    good = b'{"update_id": 7, "message": {"chat": {"id": 5}}}'
    keys = [each.event_key for each in app._readable([odd, good], "1")]
    assert [key.split(":")[0] for key in keys][-1] == "7"
