"""Lanes handled one after the other: what goes wrong in one is nobody else's."""

import asyncio
import threading

import pytest
from sqlalchemy import update
from sqlmodel import col

from api.store.models import Delivery, InboundEvent, Lane
from bot.channels import memory
from bot.handler import Handler
from tests.bot.handling import count, rows, take
from tests.conftest import KEYS
from tests.journeys import talk
from tests.patience import PATIENCE_S


class Killed(BaseException):
    """As a process that is gone: nothing catches it."""


@pytest.fixture
def make(database, clock):
    def making(read=memory.read):
        world = talk.shipped_world()
        return Handler(database, lambda: world, talk.READERS | {"line": read}, clock)

    return making


@pytest.fixture
def say(database, clock):
    def saying(*addresses):
        for address in addresses:
            clock.forward(seconds=1)
            take(database, clock, address=address)

    return saying


def spoil(database, address):
    """The event of this resident can be read no more."""
    lane = KEYS.find("lane", "line", "town", address)
    with database.write() as session:
        session.execute(
            update(InboundEvent)
            .where(col(InboundEvent.lane) == lane)
            .values(payload_sealed=b"\x00" * 40)
        )


def fates(database):
    """(state, attempts) in the order in which they were said."""
    found = sorted(rows(database, InboundEvent), key=lambda event: event.taken_at)
    return [(event.state.value, event.attempts) for event in found]


@pytest.mark.parametrize("place", [0, 1, 3])
def test_one_unreadable_event_harms_nobody_beside_it(database, clock, make, say, place):
    say("U0", "U1", "U2", "U3")
    spoil(database, f"U{place}")
    make().drain()
    wanted = [("handled", 1)] * 4
    wanted[place] = ("failed", 3)
    assert fates(database) == wanted
    assert count(database, Delivery) == 3
    assert rows(database, Lane) == []


def test_a_process_that_dies_has_tried_no_event_but_the_one_it_was_at(
    database, make, say
):
    def read(payload, account):
        inbound = memory.read(payload, account)
        if inbound.address == "U1":
            raise Killed
        return inbound

    say("U0", "U1", "U2")
    with pytest.raises(Killed):
        make(read).drain()
    assert fates(database) == [("handled", 1), ("taken", 1), ("taken", 0)]


def test_whoever_is_told_to_stop_finishes_one_event_and_leaves_the_rest(
    database, make, say
):
    reached, go_on = threading.Event(), threading.Event()

    def read(payload, account):
        inbound = memory.read(payload, account)
        if inbound.address == "U0":
            reached.set()
            assert go_on.wait(PATIENCE_S)
        return inbound

    say("U0")
    take_more = ("U0", "U1", "U2")
    handler = make(read)

    async def running():
        stop = asyncio.Event()
        task = asyncio.create_task(handler.run(stop))
        assert await asyncio.to_thread(reached.wait, PATIENCE_S)
        say(*take_more)
        stop.set()
        handler.wake()
        assert await asyncio.to_thread(handler._stopping.wait, PATIENCE_S)
        go_on.set()
        await task

    asyncio.run(running())
    assert fates(database) == [("handled", 1), *[("taken", 0)] * 3]
    assert rows(database, Lane) == []
