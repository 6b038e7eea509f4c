"""What tests of many lanes at once begin with: residents at the same question."""

from collections import Counter
from dataclasses import fields

import pytest
from sqlalchemy import select

from api.store import events
from api.store.models import Answer, Contact, Delivery, InboundEvent, ResponseLink
from api.store.words import EventState
from bot import handler as handler_module
from bot.channels import memory
from bot.handler import Handler
from bot.turn import Inbound, Kind
from bot.world import World
from tests.conftest import KEYS
from tests.journeys import talk
from tests.journeys.polls import scale, yes_no
from tests.journeys.surveying import Town

MANY = 5
FIRST, SECOND = yes_no("met", "เคยเจอน้ำเสียไหมคะ"), scale("air", "อากาศเป็นอย่างไรคะ")


class Killed(BaseException):
    """Not an error of ours: the process is gone."""


class FragileWorld(World):
    """The shipped world, which fails at the words a test names."""

    def say(self, key, language, **values):
        before_saying[0](key)
        return super().say(key, language, **values)


before_saying = [lambda key: None]


@pytest.fixture
def no_hurry(monkeypatch):
    """How busy the machine is decides nothing here."""
    for limit in ("TOGETHER_S", "TOGETHER_ON_SQLITE_S"):
        monkeypatch.setattr(handler_module, limit, 3600.0)


@pytest.fixture
def fails_at():
    """`fails_at(2, RuntimeError)`: that question in a row is not put into words;
    `fails_at(2, do=...)`: something is done meanwhile."""

    def failing(*numbers, error=None, do=lambda: None):
        asked = Counter()

        def say(key):
            asked[key] += 1
            if key == "survey.place" and asked[key] in numbers:
                do()
                if error:
                    raise error

        before_saying[0] = say

    yield failing
    before_saying[0] = lambda key: None


@pytest.fixture
def make(database, clock):
    shipped = talk.shipped_world()
    world = FragileWorld(**{f.name: getattr(shipped, f.name) for f in fields(shipped)})

    def making():
        return Handler(database, lambda: world, talk.READERS, clock)

    return making


@pytest.fixture
def town(database, clock, make):
    town = Town(database, clock)
    town.handler = make()
    town.asks(FIRST, SECOND)
    return town


@pytest.fixture
def residents(town):
    """As many as are handled together, all at the first question."""
    return [town.begins() for _ in range(MANY)]


@pytest.fixture
def say(database, clock):
    """`say({noi: "เคย"})`: all of it is taken before any of it is handled."""

    def saying(said, **options):
        for resident, words_ in said.items():
            kind = options.get("kind", Kind.TEXT)
            address, now = resident.address, clock.forward(seconds=1)
            inbound = Inbound(
                resident.channel, "town", address, kind, now, text=words_,
                message_id=options.get("message_id", f"{address} {now}"),
            )  # fmt: skip
            taken = memory.take(address, inbound)
            with database.write() as session:
                events.take(session, [events.row(KEYS, taken, now)])

    return saying


def last(database, resident):
    """The last event of the resident, and what was said to it."""
    with database.read() as session:
        lane = KEYS.find("lane", resident.channel, "town", resident.address)
        event = session.scalars(
            select(InboundEvent)
            .where(InboundEvent.lane == lane)
            .order_by(InboundEvent.id.desc())
            .limit(1)
        ).one()
        said = select(Delivery).where(Delivery.event_id == event.id)
        return event, list(session.scalars(said))


def answer_of(database, resident):
    with database.read() as session:
        found = session.execute(
            select(Answer.question_key, Answer.value)
            .join(ResponseLink, ResponseLink.response_id == Answer.response_id)
            .join(Contact, Contact.resident_id == ResponseLink.resident_id)
            .where(Contact.id == resident.contact.id)
        ).all()
    return dict(map(tuple, found))


def fate(database, resident):
    event, said = last(database, resident)
    return event.state, event.attempts, len(said)


HANDLED = (EventState.HANDLED, 1, 1)
