"""Figures of the service, counted from every record of a period."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, text, update
from sqlmodel import col

from api.errors import DomainError
from api.store import (
    cases,
    deliveries,
    indicators,
    periods,
    service_values,
    verifying,
)
from api.store.models import Asked, Broadcast, Case, Delivery
from api.store.types import uuid7
from api.store.words import CaseState, DeliveryKind, DeliveryState
from content.decide import Outcome
from tests.api import given

IN_TIME, ANSWERED, REACH = "ET-S16", "ET-S17", "ET-S18"
NOVEMBER = periods.read("2026-11")
AFTER = datetime(2026, 12, 1, 2, tzinfo=UTC)


def asked(session, at, outcome, helpful=None):
    session.add(
        Asked(
            id=uuid7(), language="th", asked_at=at, outcome=outcome, confidence=0.5,
            helpful=helpful,
        )
    )  # fmt: skip


def case(session, number, at, **fields):
    session.add(Case(number=number, opened_at=at, **fields))


@pytest.fixture
def november(database):
    at = datetime(2026, 11, 10, 5, tzinfo=UTC)
    soon = at + timedelta(hours=4)
    with database.write() as session:
        for helpful in (True, None, None, False):
            asked(session, at, Outcome.ANSWER, helpful)
        asked(session, at, Outcome.SUGGEST)
        asked(session, at, Outcome.UNKNOWN)
        asked(session, NOVEMBER.begins - timedelta(seconds=1), Outcome.ANSWER)
        asked(session, NOVEMBER.ends, Outcome.ANSWER)
        case(session, 1, at, in_time=True, state=CaseState.CLOSED, expected_at=soon)
        case(session, 2, at, in_time=False, state=CaseState.CLOSED, expected_at=soon)
        case(session, 3, at, expected_at=soon)  # nobody has answered
        case(session, 4, at)  # no time was named
        case(session, 5, at, expected_at=NOVEMBER.ends + timedelta(hours=1))


@pytest.fixture
def letter(database, november):
    """A message of a broadcast of the month, owed to a reader: its id."""
    at = NOVEMBER.ends - timedelta(hours=1)
    with database.write() as session:
        officer = given.officer(session, "author", at)
        broadcast = Broadcast(
            report_id=given.report(session, officer, at).id,
            content_sha256="0" * 64,
            author_id=officer.id,
            proposed_at=at,
            frozen_at=at,
        )
        session.add(broadcast)
        session.flush()
        id_ = broadcast.id

    def owed(session, address):
        made = Delivery(
            contact_id=given.contact(session, address, at).id,
            channel="line",
            account="town",
            kind=DeliveryKind.BROADCAST,
            broadcast_id=id_,
            created_at=at,
            not_before=at,
        )
        session.add(made)
        session.flush()
        return made.id

    return owed


def figures(database, period="2026-11"):
    with database.read() as session:
        return {
            code: indicators.find(session, code, period)
            for code in (IN_TIME, ANSWERED, REACH)
        }


def compute(database, now=AFTER, **more):
    with database.write() as session:
        return service_values.compute(session, NOVEMBER, now, **more)


def test_a_months_figures_are_counted_to_the_record(database, november):
    assert compute(database) == 3
    found = figures(database)
    assert (found[ANSWERED].successes, found[ANSWERED].n) == (3, 6)
    assert found[ANSWERED].value == 50.0
    assert (found[IN_TIME].successes, found[IN_TIME].n) == (1, 3)
    assert (found[REACH].n, found[REACH].value) == (0, None)
    told = found[ANSWERED].record["told"]
    assert (told["numerator"], told["denominator"]) == (3, 6)
    assert "ไม่มีช่วงความเชื่อมั่น" in told["interval"]["reason"]["th"]
    assert told["period"]["last"] == "2026-11-30"


def test_counting_again_adds_nothing(database, november):
    compute(database)
    assert compute(database) == 0


def test_a_period_that_still_runs_is_not_counted(database, november):
    with pytest.raises(DomainError, match="period_running"):
        compute(database, NOVEMBER.ends - timedelta(seconds=1))


def test_a_record_touched_afterwards_is_told(database, november):
    compute(database)
    with database.read() as session:
        value = indicators.find(session, ANSWERED, "2026-11")
        assert verifying.verify(session, value).matches
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE asked SET outcome = 'answer'"))
    with database.read() as session:
        verdict = verifying.verify(session, value)
    assert "counted 3 of 6 then, 5 of 6 now" in verdict.differences
    assert any(line.startswith("records: ") for line in verdict.differences)


def verdict(database, code):
    with database.read() as session:
        value = indicators.find(session, code, "2026-11")
        return verifying.verify(session, value)


def test_ordinary_life_after_the_month_leaves_its_figures_proved(
    database, november, letter
):
    """Cases answered and closed, thumbs pressed, messages sent, a reader forgotten."""
    with database.write() as session:
        late, early = (letter(session, address) for address in ("U1", "U2"))
        deliveries.settle(session, [early], DeliveryState.SENT, AFTER)
    compute(database)
    with database.read() as session:
        assert indicators.find(session, REACH, "2026-11").value == 50.0
    now = AFTER + timedelta(days=1)
    with database.write() as session:
        officer = given.officer(session, "anna", now)
        for number in (3, 4, 5):
            found = cases.by_number(session, number)
            found.expected_at = found.expected_at and now
            cases.add_word(session, found, officer_id=officer.id, text="ค่ะ", now=now)
        cases.close(session, cases.by_number(session, 5).id, officer.id, now)
        session.execute(update(Asked).values(helpful=False))
        deliveries.settle(session, [late], DeliveryState.SENT, now)
    for code in (IN_TIME, ANSWERED, REACH):
        assert verdict(database, code).matches, code
    for code in (IN_TIME, ANSWERED):
        assert "have gone on since" in verdict(database, code).unproven
    assert verdict(database, REACH).unproven is None
    with database.write() as session:
        session.execute(delete(Delivery).where(col(Delivery.id) == early))
    told = verdict(database, REACH)
    assert told.matches
    assert "1 of the things counted" in told.unproven


@pytest.mark.parametrize(
    ("code", "touched"),
    [
        (IN_TIME, update(Case).where(col(Case.number) == 2).values(in_time=True)),
        (IN_TIME, update(Case).where(col(Case.number) == 4).values(in_time=True)),
        (IN_TIME, delete(Case).where(col(Case.number) == 2)),
        (ANSWERED, delete(Asked).where(col(Asked.outcome) == Outcome.UNKNOWN)),
        (REACH, update(Delivery).values(state=DeliveryState.SENT, done_at=AFTER)),
        (REACH, update(Delivery).values(state=DeliveryState.SKIPPED)),
    ],
)
def test_a_counted_record_tampered_with_is_not_taken_for_life(
    database, november, letter, code, touched
):
    with database.write() as session:
        ids = [letter(session, address) for address in ("U1", "U2")]
        deliveries.settle(session, ids[:1], DeliveryState.SENT, AFTER)
    compute(database)
    assert verdict(database, code).matches
    with database.engine.begin() as connection:
        connection.execute(touched)
    assert not verdict(database, code).matches


def test_periods_that_are_over_are_due_once(database, november):
    with database.read() as session:
        due = [span.key for span in service_values.due(session, AFTER)]
    # No record is of the third quarter, or of the year before.
    assert due == ["2026-11"]
    compute(database)
    with database.read() as session:
        assert service_values.due(session, AFTER) == []


def test_an_empty_town_owes_no_figures(database):
    with database.read() as session:
        assert service_values.due(session, AFTER) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-11", "2026-11-01", "2026-11-30"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_period_is_from_its_first_day_to_its_last(text, first, last):
    span = periods.read(text)
    assert (span.first.isoformat(), span.last.isoformat()) == (first, last)
    assert span.begins.utcoffset() == timedelta(hours=7)


@pytest.mark.parametrize(
    "text", ["2026-13", "2026-Q5", "26-11", "2026-11-01", "w1", ""]
)
def test_what_is_no_period_is_refused(text):
    assert not periods.is_period(text)
    with pytest.raises(DomainError, match="value_period"):
        periods.read(text)


def test_the_last_month_quarter_and_year_are_over():
    keys = [span.key for span in periods.ended(datetime(2026, 1, 1, tzinfo=UTC))]
    assert keys == ["2025-12", "2025-Q4", "2025"]
