"""Whoever sends very many messages does not have everybody else wait."""

import pytest

from api.store import events
from api.store.models import InboundEvent, Lane
from bot import lanes
from bot.channels import memory
from bot.handler import AT_A_TIME, Handler
from bot.turn import Inbound, Kind
from tests.bot.handling import none_waits, rows, take
from tests.conftest import KEYS
from tests.journeys import talk


class Town:
    """A handler that notes whom it listens to, and how often so far."""

    def __init__(self, database, clock):
        self.database, self.clock = database, clock
        self.heard = []
        self.while_handling = lambda address: None
        world = talk.shipped_world()
        readers = talk.READERS | {"line": self._read}
        self.handler = Handler(database, lambda: world, readers, clock)

    def _read(self, payload, account):
        inbound = memory.read(payload, account)
        self.heard.append(inbound.address)
        self.while_handling(inbound.address)
        return inbound

    def flood(self, address, count):
        """Stickers, which are quickly answered."""
        now = self.clock.forward(seconds=1)
        said = Inbound("line", "town", address, Kind.STICKER, now)
        made = [
            events.row(KEYS, memory.take(address, said, key=f"{address} {number}"), now)
            for number in range(count)
        ]
        with self.database.write() as session:
            events.take(session, made)

    def say(self, address):
        self.clock.forward(seconds=1)
        take(self.database, self.clock, address=address)


@pytest.fixture
def town(database, clock):
    return Town(database, clock)


def test_one_waits_for_ten_of_anothers_three_hundred_events(town):
    town.flood("U1", 300)
    town.say("U2")
    town.handler.drain()
    assert town.heard.index("U2") == AT_A_TIME == 10
    assert town.heard.count("U1") == 300
    assert none_waits(town.database)()


def test_who_comes_in_the_middle_of_a_flood_waits_for_the_ten_under_way(town):
    def come(address):
        if len(town.heard) == 25:
            town.say("U2")

    town.while_handling = come
    town.flood("U1", 60)
    town.handler.drain()
    assert town.heard.index("U2") == 30


def test_many_who_flood_have_their_turn_once_before_who_came_after(town, monkeypatch):
    monkeypatch.setattr(lanes, "AT_ONCE", 2)
    for number in range(5):
        town.flood(f"U{number}", 25)
    town.say("U9")
    town.handler.drain()
    assert town.heard.index("U9") == 5 * AT_A_TIME
    assert none_waits(town.database)()


def test_a_lane_let_go_for_others_is_anybodys_and_counts_no_attempt(town):
    town.flood("U1", AT_A_TIME + 1)
    [lane] = town.handler.waiting()
    town.handler.work([lane])
    assert rows(town.database, Lane) == []
    [left] = rows(town.database, InboundEvent, InboundEvent.state == "taken")
    assert left.attempts == 0
    Town(town.database, town.clock).handler.drain()
    assert none_waits(town.database)()
