"""Figures of the service: counts of what began in a period."""

from datetime import timedelta

import pytest

from api.store import cases, services
from api.store.models import Delivery, InboundEvent, OpenQuestion
from api.store.words import DeliveryKind, DeliveryState, EventState, QuestionState
from tests.api import given


@pytest.fixture
def contact(database, clock):
    with database.write() as session:
        return given.contact(session, "U1", clock())


def event(session, clock, channel, key, state=EventState.TAKEN):
    session.add(
        InboundEvent(
            channel=channel,
            account="town",
            event_key=key,
            lane="l",
            order_key=1,
            taken_at=clock(),
            state=state,
        )
    )


def delivery(session, clock, contact, kind, state, channel="line"):
    session.add(
        Delivery(
            contact_id=contact.id,
            channel=channel,
            account="town",
            kind=kind,
            state=state,
            created_at=clock(),
            not_before=clock(),
        )
    )


def question(session, clock, state):
    session.add(
        OpenQuestion(language="th", text_sealed=b"", asked_at=clock(), state=state)
    )


def fill(session, clock, contact):
    event(session, clock, "line", f"a{clock()}")
    event(session, clock, "line", f"b{clock()}")
    event(session, clock, "web", f"c{clock()}", EventState.FAILED)
    delivery(session, clock, contact, DeliveryKind.REPLY, DeliveryState.SENT)
    delivery(session, clock, contact, DeliveryKind.REPLY, DeliveryState.FAILED)
    delivery(session, clock, contact, DeliveryKind.BROADCAST, DeliveryState.SENT)
    delivery(session, clock, contact, DeliveryKind.BROADCAST, DeliveryState.PARKED)
    delivery(session, clock, contact, DeliveryKind.BROADCAST, DeliveryState.PARKED)
    question(session, clock, QuestionState.OPEN)
    question(session, clock, QuestionState.ANSWERED)
    cases.open_case(session, contact, now=clock())


def test_figures_count_what_began_in_the_period(database, clock, contact):
    with database.write() as session:
        since = clock()
        fill(session, clock, contact)
        clock.forward(days=1)
        event(session, clock, "line", "later", EventState.FAILED)
    with database.read() as session:
        figures = services.figures(session, since, clock(), now=clock())
        nothing = services.figures(
            session, since - timedelta(days=1), since, now=clock()
        )
    assert figures == {
        "events_taken": {"line": 2, "web": 1},
        "events_failed": 1,
        "replies_sent": 1,
        "questions_asked": 2,
        "questions_open": 1,
        "cases_opened": 1,
        "cases_open": 1,
        "cases_in_time": 0,
        "cases_overdue": 0,
        "surveys_completed": 0,
        "broadcast_deliveries": {"parked": 2, "sent": 1},
    }
    assert nothing["events_taken"] == {}
    assert nothing["cases_opened"] == 0


def test_cases_are_counted_by_whether_the_town_kept_its_word(database, clock):
    """Answered in time, late, not yet, too long not yet; and one without a promise."""
    since, hour = clock(), timedelta(hours=1)

    def opened(session, number, expected_at):
        contact = given.contact(session, f"V{number}", clock())
        return cases.open_case(session, contact, now=clock(), expected_at=expected_at)

    with database.write() as session:
        anna = given.officer(session, "anna", clock())
        promises = [since + hour] * 2 + [since + 9 * hour, since + hour, None]
        in_time, late, *_ = (
            opened(session, number, each) for number, each in enumerate(promises)
        )
        cases.reply(session, in_time.id, anna.id, "yes", clock())
        clock.forward(hours=2)
        cases.reply(session, late.id, anna.id, "sorry", clock())
    until = clock() + hour

    def counted():
        with database.read() as session:
            found = services.figures(session, since, until, now=clock())
        return found["cases_opened"], found["cases_in_time"], found["cases_overdue"]

    assert counted() == (5, 1, 2)
    with database.write() as session:
        # Who was answered in time writes again and waits beyond the new time.
        contact = given.contact(session, "V0", clock())
        expected = clock() + hour
        case = cases.open_case(session, contact, now=clock(), expected_at=expected)
        cases.add_word(session, case, text="and?", now=clock())
    assert counted() == (5, 1, 2)
    clock.forward(hours=2)
    assert counted() == (5, 0, 3)


def test_counts_for_the_metrics_are_of_all_time(database, clock, contact):
    with database.write() as session:
        fill(session, clock, contact)
        delivery(
            session,
            clock,
            contact,
            DeliveryKind.REPLY,
            DeliveryState.PENDING,
            channel="web",
        )
    with database.read() as session:
        assert services.events_by_channel(session) == {"line": 2, "web": 1}
        assert services.deliveries_by_state(session) == {
            ("line", "sent"): 2,
            ("line", "failed"): 1,
            ("line", "parked"): 2,
            ("web", "pending"): 1,
        }
