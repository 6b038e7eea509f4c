"""What tests of handling events begin with: events that wait, and looks at rows."""

from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from api.store import events
from api.store.models import InboundEvent
from api.store.words import EventState
from bot.channels import memory
from bot.turn import Inbound, Kind
from tests.conftest import KEYS

GONE = OperationalError("BEGIN", {}, Exception("connection lost"))


def take(database, clock, *, address="U1", text="สวัสดี", key=None, **options):
    """An event that nobody handles yet."""
    said = Inbound("line", "town", address, Kind.TEXT, clock(), text=text)
    taken = memory.take(address, replace(said, **options), key=key)
    with database.write() as session:
        events.take(session, [events.row(KEYS, taken, clock())])
    return KEYS.find("lane", "line", "town", address)


def rows(database, model, *where):
    with database.read() as session:
        return list(session.scalars(select(model).where(*where)))


def count(database, model, *where):
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(model).where(*where))


def none_waits(database):
    def none():
        waiting = InboundEvent.state == EventState.TAKEN
        return count(database, InboundEvent, waiting) == 0

    return none
