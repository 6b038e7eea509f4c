"""Residents are served at once, each in order, by however many processes."""

import asyncio
import threading
from collections import Counter

import pytest

from api.store.models import (
    Delivery,
)
from bot import handler as handler_module
from bot.channels import memory
from bot.handler import Handler
from tests import patience
from tests.bot.handling import GONE, count, none_waits, rows, take
from tests.journeys import talk
from tests.patience import PATIENCE_S


@pytest.fixture
def make(database, clock):
    """Another process of the town: `make(line=read)` reads LINE's events its way."""

    def making(**readers):
        world = talk.shipped_world()
        return Handler(database, lambda: world, talk.READERS | readers, clock)

    return making


def run(handler, until):
    """Run the handler until it is so."""

    async def running():
        stop = asyncio.Event()
        task = asyncio.create_task(handler.run(stop))
        await patience.until(until)
        stop.set()
        handler.wake()
        await task

    asyncio.run(running())


# On SQLite one thread serves all: a second would only wait for its writer.
@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_two_residents_are_served_at_once_and_each_in_order(
    database, clock, make, monkeypatch
):
    monkeypatch.setattr(handler_module, "POLL_S", 0.01)
    both = threading.Barrier(2, timeout=PATIENCE_S)
    inside = Counter()
    seen = {"U1": [], "U2": []}
    lock = threading.Lock()

    def read(payload, account):
        inbound = memory.read(payload, account)
        with lock:
            inside[inbound.address] += 1
            assert inside[inbound.address] == 1
            seen[inbound.address].append(inbound.text)
        if inbound.text == "0":
            both.wait()
        with lock:
            inside[inbound.address] -= 1
        return inbound

    for number in range(6):
        for address in ("U1", "U2"):
            take(database, clock, address=address, text=str(number))
        clock.forward(seconds=1)
    run(make(line=read), none_waits(database))
    order = [str(number) for number in range(6)]
    assert seen == {"U1": order, "U2": order}


def test_two_processes_share_the_lanes_and_answer_each_event_once(
    database, clock, make
):
    for number in range(8):
        for step in range(3):
            take(database, clock, address=f"U{number}", text=f"{step}")
            clock.forward(seconds=1)
    handlers = [make(), make()]
    threads = [threading.Thread(target=each.drain) for each in handlers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for each in handlers:
        each.drain()
    assert none_waits(database)()
    answered = [row.event_id for row in rows(database, Delivery)]
    assert len(answered) == len(set(answered)) == 24


def test_what_arrives_while_it_runs_is_handled_at_once(
    database, clock, make, monkeypatch
):
    monkeypatch.setattr(handler_module, "POLL_S", 60.0)
    handler = make()
    arrived = []

    def until():
        if not arrived:
            arrived.append(take(database, clock))
            handler.wake()
        return none_waits(database)()

    run(handler, until)
    assert count(database, Delivery) == 1


def test_it_goes_on_after_any_failure_to_look(database, clock, make, monkeypatch):
    monkeypatch.setattr(handler_module, "POLL_S", 0.01)
    handler = make()
    failures = iter([ValueError, GONE, ValueError])
    look = handler.waiting

    def failing():
        for error in failures:
            raise error
        return look()

    monkeypatch.setattr(handler, "waiting", failing)
    take(database, clock)
    run(handler, none_waits(database))
    assert count(database, Delivery) == 1


def test_told_to_stop_it_finishes_what_is_under_way(database, clock, make):
    began, go_on = threading.Event(), threading.Event()

    def read(payload, account):
        began.set()
        go_on.wait(PATIENCE_S)
        return memory.read(payload, account)

    take(database, clock)
    handler = make(line=read)

    async def stopping():
        stop = asyncio.Event()
        task = asyncio.create_task(handler.run(stop))
        await asyncio.to_thread(began.wait, PATIENCE_S)
        stop.set()
        handler.wake()
        asyncio.get_running_loop().call_later(0.05, go_on.set)
        await task

    asyncio.run(stopping())
    assert none_waits(database)()


def test_whoever_sends_is_woken_after_each_event(database, clock, make):
    owed = []
    handler = make()
    handler._on_owed = lambda: owed.append(count(database, Delivery))
    for _ in range(2):
        take(database, clock)
        clock.forward(seconds=1)
    handler.drain()
    assert owed == [1, 2]


@pytest.mark.parametrize(
    ("passed_s", "waited_s"),
    [(0, 0), (5, 5), (-5, 0)],  # the clock of whoever took it may be ahead of ours
)
def test_a_notice_begins_and_ends_with_the_handling_and_knows_how_long_it_waited(
    database, clock, make, passed_s, waited_s
):
    told = []

    def notice(inbound, waited):
        told.append((inbound.text, waited.total_seconds()))
        return lambda: told.append("done")

    handler = make()
    handler._notice = notice
    take(database, clock, text="สวัสดี")
    clock.forward(seconds=passed_s)
    handler.drain()
    assert told == [("สวัสดี", waited_s), "done"]
