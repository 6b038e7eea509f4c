"""Retention: each thing goes after its time, not a moment earlier."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, event
from sqlmodel import select

from api.settings import Settings
from api.store import audit, forget, officers, retention, takebacks
from api.store.models import (
    Answer,
    Asked,
    AuditEntry,
    Batch,
    Case,
    CaseEvent,
    Consent,
    Contact,
    Delivery,
    Forgotten,
    InboundEvent,
    ModelTask,
    OfficerSession,
    OneTimeCode,
    OpenQuestion,
    Photo,
    Response,
    ResponseLink,
    Utterance,
    Wave,
)
from api.store.words import CaseState, DeliveryState, EventState, WaveState
from tests.api.store import rows

SETTINGS = Settings()
TEXT = "น้ำในคลองดำ"


@pytest.fixture
def used(database, clock):
    """A town whose one resident has used everything once, at the clock's time."""
    with database.write() as session:
        town = rows.town(session, clock())
        contact = rows.person(session, clock(), "U1")
        rows.journey(session, contact, town, clock(), TEXT)
    return town, contact


def run(database, clock):
    return retention.run(database, SETTINGS, clock())


def count(database, *columns):
    """How many rows still have every one of these."""
    with database.read() as session:
        found = select(columns[0]).where(*(one.is_not(None) for one in columns))
        return len(session.exec(found).all())


@pytest.mark.parametrize(
    ("rule", "days", "column", "there"),
    [
        ("payloads", 30, InboundEvent.payload_sealed, 2),
        ("payloads", 30, InboundEvent.message_hash, 2),
        ("calls", 30, Batch.body_sealed, 2),
        ("reply_tokens", 1, Delivery.token_sealed, 2),
        ("messages", 180, Delivery.body_sealed, 2),
        ("utterances", 180, Utterance.id, 1),
        ("questions", 180, OpenQuestion.id, 1),
        ("asked", 180, Asked.text_sealed, 1),
        ("asked", 180, Asked.resident_id, 1),
        ("asked", 180, Asked.message_hash, 1),
        ("advice", 1, ModelTask.question_sealed, 1),
        ("open_answers", 180, Answer.text_sealed, 1),
        ("open_answers", 180, Answer.message_hash, 1),
        ("photos", 180, Photo.content_sealed, 1),
    ],
)
def test_what_was_said_goes_after_its_days(
    database, used, clock, rule, days, column, there
):
    clock.forward(days=days)
    assert run(database, clock)[rule] == 0
    assert count(database, column) == there
    clock.forward(seconds=1)
    assert run(database, clock)[rule] == there
    assert count(database, column) == 0
    assert run(database, clock)[rule] == 0


def test_closed_answers_and_event_keys_stay_for_good(database, used, clock):
    clock.forward(days=5000)
    run(database, clock)
    assert count(database, InboundEvent.event_key) == 2
    with database.read() as session:
        answers = session.exec(select(Answer.value).order_by(Answer.question_key))
        assert answers.all() == ["good", "text"]
        assert len(session.exec(select(Delivery)).all()) == 2


def test_that_a_message_was_taken_back_is_known_as_long_as_its_payload_would_be(
    database, used, clock
):
    with database.write() as session:
        for message_hash in session.exec(select(InboundEvent.message_hash)).all():
            takebacks.erase(session, message_hash)
    clock.forward(days=30)
    assert run(database, clock)["payloads"] == 0
    clock.forward(seconds=1)
    assert run(database, clock)["payloads"] == 2
    assert count(database, InboundEvent.message_hash) == 0


def test_an_event_that_is_not_handled_keeps_its_payload(database, used, clock):
    _, contact = used
    with database.write() as session:
        rows.event(session, contact, clock(), "stuck", TEXT, EventState.TAKEN)
    clock.forward(days=31)
    run(database, clock)
    assert count(database, InboundEvent.payload_sealed) == 1


def test_a_call_still_to_be_made_keeps_its_body(database, used, clock):
    with database.write() as session:
        rows.batch(session, clock(), TEXT, recorded=False)
    clock.forward(days=31)
    run(database, clock)
    assert count(database, Batch.body_sealed) == 1


def test_what_nobody_came_to_read_is_not_sent_half_a_year_later(database, used, clock):
    _, contact = used
    with database.write() as session:
        waiting = [
            rows.delivery(session, contact, clock(), state=state).id
            for state in (DeliveryState.PENDING, DeliveryState.PARKED)
        ]
    clock.forward(days=181)
    run(database, clock)
    with database.read() as session:
        for id_ in waiting:
            delivery = session.get_one(Delivery, id_)
            assert delivery.state is DeliveryState.SKIPPED
            assert delivery.reason == "too_old"
            assert delivery.done_at == clock()


@pytest.mark.parametrize("state", [DeliveryState.PENDING, DeliveryState.PARKED])
def test_a_report_nobody_came_for_is_not_sent_a_month_later(
    database, used, clock, state
):
    town, contact = used
    with database.write() as session:
        session.exec(delete(Delivery))
        waiting = rows.delivery(
            session, contact, clock(), state=state, broadcast=town.broadcast
        )
        waiting.body_sealed = None  # its words are its report's
        reply = rows.delivery(session, contact, clock(), state=state)
    clock.forward(days=30)
    assert run(database, clock)["news"] == 0
    clock.forward(seconds=1)
    assert run(database, clock)["news"] == 1
    assert end_of(database, waiting) == (DeliveryState.SKIPPED, "too_old", clock())
    assert end_of(database, reply) == (state, None, None)


def test_a_report_a_page_fetched_and_never_confirmed_may_have_been_read(
    database, used, clock
):
    town, _ = used
    with database.write() as session:
        visitor = rows.person(session, clock(), "w1", "web")
        fetched = rows.delivery(
            session, visitor, clock(), state=DeliveryState.SENDING,
            broadcast=town.broadcast,
        )  # fmt: skip
        call = rows.batch(session, clock(), TEXT, recorded=False)
        contact = rows.person(session, clock(), "U2")
        under_way = rows.delivery(
            session, contact, clock(), state=DeliveryState.SENDING,
            broadcast=town.broadcast, batch=call,
        )  # fmt: skip
    clock.forward(days=30, seconds=1)
    run(database, clock)
    assert end_of(database, fetched)[:2] == (DeliveryState.UNKNOWN, "unanswered")
    assert end_of(database, under_way) == (DeliveryState.SENDING, None, None)


def test_what_a_page_fetched_without_a_word_back_does_not_keep_its_text(
    database, used, clock
):
    with database.write() as session:
        visitor = rows.person(session, clock(), "w1", "web")
        fetched = rows.delivery(session, visitor, clock(), state=DeliveryState.SENDING)
    clock.forward(days=181)
    run(database, clock)
    assert end_of(database, fetched)[0] is DeliveryState.UNKNOWN
    assert count(database, Delivery.body_sealed) == 0


def end_of(database, delivery):
    with database.read() as session:
        row = session.get_one(Delivery, delivery.id)
        return row.state, row.reason, row.done_at


def test_a_case_is_nobodys_two_years_after_it_was_closed(database, used, clock):
    clock.forward(days=800)
    assert run(database, clock)["cases"] == 0  # open all that time
    with database.write() as session:
        case = session.exec(select(Case)).one()
        case.state, case.closed_at = CaseState.CLOSED, clock()
    clock.forward(days=730)
    assert run(database, clock)["cases"] == 0
    assert count(database, CaseEvent.text_sealed) == 1
    clock.forward(seconds=1)
    closed_at = clock() - timedelta(days=730, seconds=1)
    assert run(database, clock)["cases"] == 1
    with database.read() as session:
        case = session.exec(select(Case)).one()
        assert (case.resident_id, case.contact_id) == (None, None)
        assert case.closed_at == closed_at
    assert count(database, CaseEvent.id) == 1
    assert count(database, CaseEvent.text_sealed) == 0
    assert count(database, CaseEvent.message_hash) == 0


def test_who_answered_is_forgotten_90_days_after_the_wave_closed(database, used, clock):
    clock.forward(days=400)
    assert run(database, clock)["response_links"] == 0  # the wave is open
    with database.write() as session:
        wave = session.exec(select(Wave)).one()
        wave.state, wave.closes_at = WaveState.CLOSED, clock()
    clock.forward(days=90)
    assert run(database, clock)["response_links"] == 0
    clock.forward(seconds=1)
    assert run(database, clock)["response_links"] == 1
    assert count(database, ResponseLink.response_id) == 0
    assert count(database, Response.id) == 1


def test_a_consent_is_kept_two_years_after_it_was_withdrawn(database, used, clock):
    with database.write() as session:
        consents = session.exec(select(Consent)).all()
        consents[0].withdrawn_at = clock()
    clock.forward(days=730)
    assert run(database, clock)["consents"] == 0
    clock.forward(seconds=1)
    assert run(database, clock)["consents"] == 1
    assert count(database, Consent.id) == len(consents) - 1


def test_codes_and_sessions_go_when_they_are_of_no_use(database, used, clock):
    town, _ = used
    with database.write() as session:
        officers.start_session(session, town.officer, clock())
    clock.forward(minutes=5)  # how long the code of the journey is valid
    assert run(database, clock)["codes"] == 0
    clock.forward(seconds=1)
    assert run(database, clock)["codes"] == 1
    assert count(database, OneTimeCode.code_hash) == 0
    assert count(database, OfficerSession.token_hash) == 1
    clock.forward(hours=8)
    assert run(database, clock)["sessions"] == 1
    assert count(database, OfficerSession.token_hash) == 0


def test_audit_entries_go_after_five_years_and_the_chain_still_holds(database, clock):
    # The triggers go by the database's own clock, so these are really old.
    long_ago = datetime(2015, 1, 1, tzinfo=UTC)
    for at in (long_ago, long_ago, clock() - timedelta(days=1824)):
        with database.write() as session:
            audit.record(session, actor="cli", action="a", subject="s", now=at)
    assert run(database, clock)["audit_entries"] == 2
    with database.read() as session:
        assert audit.verify(session) is None
        kept = session.exec(select(AuditEntry.seq).order_by(AuditEntry.seq)).all()
        assert kept == [3, 4]
    assert run(database, clock)["audit_entries"] == 0


def test_a_forgotten_contact_goes_with_the_next_run(database, used, clock):
    _, contact = used
    with database.write() as session:
        owed = rows.delivery(session, contact, clock(), state=DeliveryState.PENDING)
        forget.forget(session, contact.resident_id, clock(), keep_delivery=owed.id)
    assert run(database, clock)["forgotten_contacts"] == 0
    with database.write() as session:
        session.get_one(Delivery, owed.id).state = DeliveryState.SENT
    assert run(database, clock)["forgotten_contacts"] == 1
    assert count(database, Contact.id) == 0


def test_many_rows_go_in_small_transactions(database, used, clock):
    """So that whoever wants to write waits for a slice, not for the night's work."""
    _, contact = used
    with database.write() as session:
        said = session.exec(
            select(InboundEvent).where(InboundEvent.contact_id == contact.id)
        ).one()
        for number in range(24):
            rows.utterance(session, said, clock(), f"{TEXT} {number}")
    clock.forward(days=181)
    deleted = []

    def note(connection, cursor, statement, *rest):
        if statement.startswith("DELETE FROM utterance"):
            deleted.append(cursor.rowcount)

    event.listen(database.engine, "after_cursor_execute", note)
    try:
        gone = retention.run(database, SETTINGS, clock(), rows=10)
    finally:
        event.remove(database.engine, "after_cursor_execute", note)
    assert gone["utterances"] == 25
    assert deleted == [10, 10, 5]


def test_what_is_looked_up_at_once_is_bounded_too(database, used, clock, monkeypatch):
    monkeypatch.setattr(retention, "LOOK", 1)
    clock.forward(days=31)
    assert run(database, clock)["payloads"] == 2
    assert count(database, InboundEvent.payload_sealed) == 0


def test_the_list_of_the_forgotten_goes_after_a_year(database, used, clock):
    _, contact = used
    with database.write() as session:
        forget.forget(session, contact.resident_id, clock())
    clock.forward(days=365)
    assert run(database, clock)["forgotten"] == 0
    clock.forward(seconds=1)
    assert run(database, clock)["forgotten"] == 1
    assert count(database, Forgotten.trace) == 0
