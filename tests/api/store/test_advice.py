"""Questions for a language model: kept, worked once, let go."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlmodel import Session, select

from api.metrics import Metrics
from api.store import advice, deliveries, events, forget, residents
from api.store.models import Contact, Delivery, InboundEvent, ModelTask
from api.store.session import Database
from api.store.words import AdviceOutcome, DeliveryKind, DeliveryState
from content.outbound import Outbound
from tests.api.store import rows

LEASE = timedelta(seconds=30)


@pytest.fixture
def asked(database, clock):
    """A resident who asked something a model may advise on."""
    with database.write() as session:
        contact = rows.person(session, clock(), "Unoi")
        event = rows.event(session, contact, clock(), "first", "ขยะ")
        task_id = keep(session, contact, event, clock())
    return contact, event, task_id


def keep(
    session: Session, contact: Contact, event: InboundEvent, now: datetime
) -> UUID:
    return advice.keep(
        session, contact_id=contact.id, event_id=event.id, language="th",
        masked="ขยะ […]", slugs=("waste-days", "waste-fees"), now=now,
        message_hash=event.message_hash,
    )  # fmt: skip


def hold(database: Database, now: datetime, limit: int = 4) -> list[advice.Task]:
    with database.write() as session:
        return advice.hold(session, now, LEASE, limit)


def owe(session: Session, contact: Contact, now: datetime, task_id: UUID) -> UUID:
    owed = deliveries.owe(
        session, contact, (Outbound("น่าจะเรื่องนี้"),), kind=DeliveryKind.REPLY,
        now=now, language="th",
    )  # fmt: skip
    advice.finish(session, task_id, AdviceOutcome.SHOWN, owed.id)
    return owed.id


def state_of(database: Database, delivery_id: UUID) -> DeliveryState:
    with database.read() as session:
        return session.get_one(Delivery, delivery_id).state


def tasks(database: Database) -> Sequence[ModelTask]:
    with database.read() as session:
        return session.exec(select(ModelTask)).all()


def counted(database: Database) -> dict[AdviceOutcome, int]:
    with database.read() as session:
        return advice.counts(session)


def test_a_task_is_worked_by_one_until_its_lease_lapses(database, clock, asked):
    [task] = hold(database, clock())
    assert (task.question, task.slugs) == ("ขยะ […]", ("waste-days", "waste-fees"))
    assert hold(database, clock()) == []
    assert hold(database, clock.forward(seconds=31)) == [task]


def test_whether_anything_is_due_is_seen_without_a_lock(database, clock, asked):
    with database.read() as session:
        assert advice.any_due(session, clock())
    hold(database, clock())
    with database.read() as session:
        assert not advice.any_due(session, clock())


def test_a_question_goes_when_its_task_ends(database, clock, asked):
    *_, task_id = asked
    with database.write() as session:
        advice.finish(session, task_id, AdviceOutcome.TIMEOUT)
        advice.finish(session, task_id, AdviceOutcome.TIMEOUT)
    assert tasks(database) == []
    assert counted(database) == {AdviceOutcome.TIMEOUT: 1}
    with database.write() as session:
        contact, event, _ = asked
        again = keep(session, contact, event, clock())
        advice.finish(session, again, AdviceOutcome.TIMEOUT)
    assert counted(database) == {AdviceOutcome.TIMEOUT: 2}


def test_advice_that_is_owed_keeps_no_question(database, clock, asked):
    contact, _, task_id = asked
    with database.write() as session:
        owe(session, contact, clock(), task_id)
    [task] = tasks(database)
    assert (task.question_sealed, task.message_hash) == (None, None)
    assert hold(database, clock()) == []


def test_who_has_written_again_waits_for_no_advice(database, clock, asked):
    contact, _, task_id = asked
    with database.write() as session:
        found = advice.contact_waiting(session, task_id)
        assert found is not None
        assert found.id == contact.id
        row = events.row(
            session.info["keys"],
            events.Taken(
                contact.channel, contact.account, "second",
                residents.address(session, contact), 2, b"{}",
            ),
            clock(),
        )  # fmt: skip
        events.take(session, [row])
        assert advice.contact_waiting(session, task_id) is None


def test_what_was_asked_before_is_dropped_when_they_go_on(database, clock, asked):
    contact, event, task_id = asked
    with database.write() as session:
        advice.moved_on(session, contact.id, clock(), but=event.id, rides=False)
    assert [task.id for task in tasks(database)] == [task_id]
    with database.write() as session:
        later = rows.event(session, contact, clock(), "second", "อีกเรื่อง")
        advice.moved_on(session, contact.id, clock(), but=later.id, rides=True)
        assert advice.contact_waiting(session, task_id) is None
    assert tasks(database) == []
    assert counted(database) == {AdviceOutcome.OVERTAKEN: 1}


@pytest.mark.parametrize(
    ("rides", "minutes", "state"),
    [
        (True, 5, DeliveryState.PARKED),
        (False, 5, DeliveryState.SKIPPED),
        (True, 10, DeliveryState.SKIPPED),
    ],
)
def test_parked_advice_goes_along_with_words_soon_after_it(
    database, clock, asked, rides, minutes, state
):
    contact, _, task_id = asked
    with database.write() as session:
        owed = owe(session, contact, clock(), task_id)
        deliveries.settle(session, [owed], DeliveryState.PARKED, clock())
    clock.forward(minutes=minutes)
    with database.write() as session:
        later = rows.event(session, contact, clock(), "second", "อีกเรื่อง")
        advice.moved_on(session, contact.id, clock(), but=later.id, rides=rides)
    assert state_of(database, owed) is state


def test_advice_that_was_sent_stays_in_the_ledger(database, clock, asked):
    contact, _, task_id = asked
    with database.write() as session:
        owed = owe(session, contact, clock(), task_id)
        deliveries.settle(session, [owed], DeliveryState.SENT, clock())
        later = rows.event(session, contact, clock(), "second", "อีกเรื่อง")
        advice.moved_on(session, contact.id, clock(), but=later.id, rides=False)
    assert state_of(database, owed) is DeliveryState.SENT
    assert tasks(database) == []


def test_a_forgotten_resident_is_advised_on_nothing(database, clock, asked):
    contact, _, task_id = asked
    with database.write() as session:
        owe(session, contact, clock(), task_id)
        forget.forget(session, contact.resident_id, clock())
    assert tasks(database) == []
    with database.write() as session:
        assert advice.contact_waiting(session, task_id) is None


def test_the_metrics_tell_how_questions_ended(database, clock, asked):
    *_, task_id = asked
    with database.write() as session:
        advice.finish(session, task_id, AdviceOutcome.UNFOUNDED)
    page = Metrics(database, clock).page().decode()
    assert 'ecotown_model_questions_total{outcome="unfounded"} 1.0' in page
