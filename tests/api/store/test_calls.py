"""Calls to platforms: stored before they are made, repeated unchanged."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from api.store import calls, deliveries, quotas
from api.store.models import Batch, Delivery
from api.store.outbox import Queue
from api.store.types import uuid7
from api.store.words import BroadcastState, DeliveryKind, DeliveryState
from content.outbound import Outbound
from tests.api import given
from tests.api.store import rows
from tests.api.store.plans import plan_of

KEYED = ("push", "multicast")
SENDING, PENDING = DeliveryState.SENDING, DeliveryState.PENDING


@pytest.fixture
def owed(database, clock):
    """Three deliveries to three residents."""
    with database.write() as session:
        return [
            deliveries.owe(
                session,
                given.contact(session, f"U{number}", clock()),
                (Outbound("ข่าว"),),
                kind=DeliveryKind.OFFICER,
                now=clock(),
                language="th",
            )
            for number in range(3)
        ]


@pytest.fixture
def lease(database, clock):
    def leasing(owed, *, method="multicast", batch_id=None):
        batch_id = batch_id or uuid7()
        with database.write() as session:
            leased = calls.lease(
                session,
                [
                    calls.Planned(
                        batch_id,
                        method,
                        [each.id for each in owed],
                        b'{"to": ["U1"]}',
                        clock() + timedelta(hours=24),
                    )
                ],
                channel="line",
                account="town",
                now=clock(),
                until=clock() + timedelta(seconds=60),
            )
        return batch_id if batch_id in leased else None

    return leasing


def lapsed(database, now, *, queue=Queue.PERSON, limit=10, but=(), account="town"):
    with database.read() as session:
        found = calls.lapsed(
            session, "line", account, now, queue=queue, limit=limit, but=but
        )
    return [batch.id for batch in found]


def states(database):
    with database.read() as session:
        return {row.state for row in session.scalars(select(Delivery))}


def test_the_call_is_stored_before_it_is_made(database, clock, owed, lease):
    batch_id = lease(owed)
    with database.read() as session:
        batch = session.get_one(Batch, batch_id)
        assert (batch.method, batch.attempts, batch.attempted_at) == (
            "multicast",
            1,
            clock(),
        )
        assert b"U1" not in batch.body_sealed
        assert sorted(calls.of_batch(session, batch_id)) == [each.id for each in owed]
        assert set(calls.contacts_of_batch(session, batch_id)) == {
            each.contact_id for each in owed
        }
        for row in session.scalars(select(Delivery)):
            assert (row.state, row.attempts, row.batch_id) == (SENDING, 1, batch_id)


def test_two_senders_never_get_the_same_delivery(database, owed, lease):
    together = threading.Barrier(4)
    got = []

    def claim():
        together.wait()
        got.append(lease(owed))

    threads = [threading.Thread(target=claim) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len([each for each in got if each]) == 1
    with database.read() as session:
        assert len(session.scalars(select(Batch)).all()) == 1


def test_a_call_of_which_one_is_no_longer_wanted_is_not_stored_at_all(
    database, clock, owed, lease
):
    with database.write() as session:
        deliveries.skip_blocked(session, owed[1].contact_id, clock())
    assert lease(owed) is None
    with database.read() as session:
        assert session.scalars(select(Batch)).all() == []
    assert states(database) == {PENDING, DeliveryState.SKIPPED}


def test_what_is_parked_may_ride_along(database, clock, owed, lease):
    with database.write() as session:
        deliveries.settle(
            session, [owed[1].id], DeliveryState.PARKED, clock(), reason="late"
        )
    assert lease(owed[:2], method="reply")


def test_a_call_lapses_when_nobody_wrote_its_outcome_down(database, clock, owed, lease):
    batch_id = lease(owed)
    assert lapsed(database, clock.forward(seconds=59)) == []
    assert lapsed(database, clock.forward(seconds=1)) == [batch_id]
    assert lapsed(database, clock(), but=[batch_id]) == []
    assert lapsed(database, clock(), account="other") == []
    assert lapsed(database, clock(), limit=0) == []


def test_a_call_taken_up_again_has_the_same_body_under_the_same_key(
    database, clock, owed, lease
):
    batch_id = lease(owed)
    now = clock.forward(seconds=60)
    with database.write() as session:
        batch = session.get_one(Batch, batch_id)
        until = now + timedelta(seconds=60)
        assert calls.take_again(session, batch, now, until) == b'{"to": ["U1"]}'
    assert lapsed(database, now) == []
    with database.read() as session:
        batch = session.get_one(Batch, batch_id)
        assert (batch.attempts, batch.attempted_at) == (2, now)


@pytest.mark.parametrize("unsure", [False, True])
def test_a_call_waits_for_its_next_try_and_remembers_what_may_have_arrived(
    database, clock, owed, lease, unsure
):
    batch_id = lease(owed)
    at = clock() + timedelta(seconds=5)
    with database.write() as session:
        calls.try_again(session, batch_id, at, sent=2, unsure=unsure)
    assert lapsed(database, clock.forward(seconds=4)) == []
    assert lapsed(database, clock.forward(seconds=1)) == [batch_id]
    with database.read() as session:
        batch = session.get_one(Batch, batch_id)
    assert batch.sent == 2
    assert (batch.outcome == calls.AGAIN_UNSURE) is unsure
    assert states(database) == {SENDING}


def test_a_closed_call_never_lapses(database, clock, owed, lease):
    batch_id = lease(owed)
    with database.write() as session:
        calls.close_batch(session, batch_id, "sent", sent=0)
    assert lapsed(database, clock.forward(days=2)) == []


def test_each_queue_is_taken_up_again_apart(database, clock, owed, lease):
    with database.write() as session:
        news = session.get_one(Delivery, owed[0].id)
        news.priority = 1
        session.add(news)
    broadcast, pushed = lease(owed[:1]), lease(owed[1:2], method="push")
    reply = lease(owed[2:], method="reply")
    now = clock.forward(seconds=60)
    assert lapsed(database, now, queue=Queue.NEWS) == [broadcast]
    assert lapsed(database, now, queue=Queue.PERSON) == [pushed]
    assert lapsed(database, now, queue=Queue.TOKEN) == [reply]


def test_what_is_under_way_is_counted_until_its_outcome_is_known(
    database, clock, owed, lease
):
    def left():
        with database.read() as session:
            return calls.paid_left(session, "line", "town", KEYED)

    assert left() is None
    with database.write() as session:
        quotas.note(session, "line", "town", allowed=300, used=10, now=clock())
    first = lease(owed[:2])
    lease(owed[2:], method="reply")
    assert left() == 288
    with database.write() as session:
        calls.close_batch(session, first, "sent", sent=0)
        quotas.spend(session, "line", "town", 2)
    assert left() == 288
    with database.write() as session:
        quotas.note(session, "line", "town", allowed=None, used=10, now=clock())
    assert left() is None


def test_a_call_is_cancelled_with_the_broadcast_it_carries(database, clock, lease):
    with database.write() as session:
        town = rows.town(session, clock())
        contact = given.contact(session, "U1", clock())
        news = rows.delivery(
            session, contact, clock(), broadcast=town.broadcast, state=PENDING
        )
        own = rows.delivery(session, contact, clock(), state=PENDING)
    batch_id, other = lease([news]), lease([own], method="push")

    def cancelled(batch_id):
        with database.read() as session:
            return calls.is_cancelled(session, batch_id)

    assert not cancelled(batch_id)
    with database.write() as session:
        town.broadcast.state = BroadcastState.CANCELLED
        session.merge(town.broadcast)
    assert cancelled(batch_id)
    assert not cancelled(other)


def test_what_is_under_way_is_counted_without_a_look_at_what_was_sent(
    database, clock, owed, lease
):
    lease(owed)
    with database.write() as session:
        sent = {
            "contact_id": owed[0].contact_id,
            "channel": "line",
            "account": "town",
            "kind": DeliveryKind.OFFICER,
            "state": DeliveryState.SENT,
            "created_at": clock(),
            "not_before": clock(),
        }
        session.execute(insert(Delivery), [sent | {"id": uuid7()} for _ in range(3000)])

    def ask(session):
        return calls.paid_left(session, "line", "town", KEYED)

    with database.write() as session:
        quotas.note(session, "line", "town", allowed=10, used=0, now=clock())
    with database.read() as session:
        assert ask(session) == 7
    assert "ix_delivery_sending" in plan_of(database, ask)
