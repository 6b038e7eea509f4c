"""Events are durable before they are acknowledged, and kept once."""

import asyncio
import threading
from dataclasses import replace

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.exc import OperationalError

from api.store.models import InboundEvent
from api.store.session import Database
from bot.inbox import Inbox, InboxUnavailable
from bot.turn import Taken
from tests.conftest import KEYS

EVENT = Taken("line", "a", "01H", "U1", 1, b'{"type":"message"}')


def count(database) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(InboundEvent))


def take(inbox, *taken):
    asyncio.run(inbox.take(list(taken)))


@pytest.fixture
def inbox(database, clock):
    inbox = Inbox(database, clock)
    yield inbox
    inbox.close()


def test_an_event_is_there_once_it_is_acknowledged(database, inbox):
    take(inbox, EVENT)
    assert count(database) == 1


def test_a_redelivered_event_is_acknowledged_and_kept_once(database, inbox):
    take(inbox, EVENT)
    take(inbox, replace(EVENT, payload=b'{"deliveryContext":{"isRedelivery":true}}'))
    assert count(database) == 1


def test_the_same_key_on_another_account_is_another_event(database, inbox):
    take(inbox, EVENT, replace(EVENT, account="b"), replace(EVENT, channel="telegram"))
    assert count(database) == 3


def test_the_payload_is_not_readable_in_the_database(database, inbox):
    take(inbox, replace(EVENT, payload='{"text":"ความลับ"}'.encode()))
    with database.read() as session:
        row = session.scalars(select(InboundEvent)).one()
    assert "ความลับ".encode() not in row.payload_sealed
    assert "U1" not in row.lane
    opened = KEYS.unseal("inbound_event", row.id, row.payload_sealed)
    assert "ความลับ".encode() in opened


@pytest.mark.parametrize("key", ["a\x00b", "\ud800", "กุญแจ", "x" * 300, "a\nb"])
def test_an_odd_key_does_not_harm_its_neighbours(database, inbox, key):
    take(inbox, replace(EVENT, event_key=key), EVENT)
    assert count(database) == 2
    take(inbox, replace(EVENT, event_key=key))
    assert count(database) == 2


def test_what_arrives_together_is_committed_together(database, clock):
    commits = []
    event.listen(database.engine, "commit", lambda connection: commits.append(1))
    inbox = Inbox(database, clock)

    async def crowd():
        await asyncio.gather(
            *(inbox.take([replace(EVENT, event_key=f"k{n}")]) for n in range(200))
        )

    asyncio.run(crowd())
    inbox.close()
    assert count(database) == 200
    assert len(commits) < 50


def test_whoever_waits_is_told_when_nothing_can_be_stored(tmp_path, clock):
    # The folder of this database does not exist.
    database = Database(f"sqlite:///{tmp_path}/nowhere/x.db", KEYS)
    inbox = Inbox(database, clock)
    with pytest.raises(InboxUnavailable):
        take(inbox, EVENT)
    inbox.close()
    database.close()


def test_a_row_that_cannot_be_stored_does_not_take_the_others_with_it(database, clock):
    refused = threading.Event()

    def refuse(connection, cursor, statement, parameters, context, many):
        rows = parameters if many else [parameters]
        if "INSERT INTO inbound_event" in statement and any(
            "poison" in str(row) for row in rows
        ):
            refused.set()
            raise ValueError("no such row")

    event.listen(database.engine, "before_cursor_execute", refuse)
    inbox = Inbox(database, clock)

    async def both():
        return await asyncio.gather(
            inbox.take([replace(EVENT, event_key="poison")]),
            inbox.take([EVENT]),
            return_exceptions=True,
        )

    outcomes = asyncio.run(both())
    inbox.close()
    event.remove(database.engine, "before_cursor_execute", refuse)
    assert refused.is_set()
    assert isinstance(outcomes[0], InboxUnavailable)
    assert outcomes[1] is None
    assert count(database) == 1


def test_after_a_failure_the_inbox_takes_events_again(database, clock):
    broken = True

    def break_(connection):
        if broken:
            raise OperationalError("BEGIN", {}, Exception("gone"))

    event.listen(database.engine, "begin", break_)
    inbox = Inbox(database, clock)
    with pytest.raises(InboxUnavailable):
        take(inbox, EVENT)
    broken = False
    take(inbox, EVENT)
    inbox.close()
    event.remove(database.engine, "begin", break_)
    assert count(database) == 1


def test_a_closed_inbox_refuses(database, clock):
    inbox = Inbox(database, clock)
    inbox.close()
    with pytest.raises(InboxUnavailable):
        take(inbox, EVENT)


def test_those_who_work_are_told_after_the_commit(database, clock):
    seen = []
    inbox = Inbox(database, clock, on_taken=lambda: seen.append(count(database)))
    take(inbox, EVENT)
    inbox.close()
    assert seen == [1]


def test_lanes_keep_senders_apart(database, inbox):
    take(inbox, EVENT, replace(EVENT, event_key="2", address="U2"))
    take(inbox, replace(EVENT, event_key="3"))
    with database.read() as session:
        lanes = session.execute(text("SELECT count(DISTINCT lane) FROM inbound_event"))
        assert lanes.scalar() == 2
