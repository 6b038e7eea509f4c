"""`ecotown case`: officers answer residents from the command line."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from api.store import audit, cases, deliveries
from api.store.models import Delivery
from api.store.words import CaseState, DeliveryKind
from bot.cli import case
from tests.api import given


@pytest.fixture
def now():
    return datetime.now(UTC)


def opened(town, now, address, text, **options):
    """A case in which a resident told something."""
    with town.database.write() as session:
        contact = given.contact(session, address, now, language="en")
        made = cases.open_case(session, contact, now=now, **options)
        cases.add_word(session, made, text=text, now=now)
    return made


def as_(login):
    return ("--as", login, "--password-stdin")


def kept(town, number):
    with town.database.read() as session:
        return cases.by_number(session, number)


def test_an_officer_takes_a_case_answers_it_and_closes_it(town, now):
    password = town.officer("anna")
    opened(town, now, "U1", "the drain is blocked")
    town.says(case.app, "take", "1", *as_("anna"), typed=password)
    assert "anna" in town.says(case.app, "list")
    said = town.says(
        case.app, "reply", "1", "We come today.", *as_("anna"), typed=password
    )
    assert "case 1 is answered on line" in said
    with town.database.read() as session:
        [owed] = session.exec(select(Delivery)).all()
        [message] = deliveries.messages_of(session, owed)
    assert owed.kind is DeliveryKind.OFFICER
    assert "We come today." in message.text
    shown = town.says(case.app, "show", "1")
    assert shown.index("the drain is blocked") < shown.index("We come today.")
    town.says(case.app, "close", "1", *as_("anna"), typed=password)
    assert kept(town, 1).state is CaseState.CLOSED
    with town.database.read() as session:
        done = [entry.action for entry in audit.list_(session).items]
        actors = {entry.actor for entry in audit.list_(session).items[:3]}
    assert [name for name in done if name.startswith("case.")] == [
        "case.close",
        "case.reply",
        "case.take",
    ]
    assert len(actors) == 1
    assert "cli" not in actors


def test_a_case_is_handed_back_to_the_bot(town, now):
    password = town.officer("anna")
    opened(town, now, "U1", "hello")
    town.says(case.app, "take", "1", *as_("anna"), typed=password)
    said = town.says(case.app, "hand-back", "1", *as_("anna"), typed=password)
    assert "the bot answers again" in said
    assert (kept(town, 1).officer_id, kept(town, 1).talk_at) == (None, None)
    assert kept(town, 1).state is CaseState.OPEN


@pytest.mark.parametrize(
    "words",
    [("take", "1"), ("reply", "1", "Hello"), ("hand-back", "1"), ("close", "1")],
)
def test_nobody_acts_in_an_officers_name_without_the_password(town, now, words):
    town.officer("anna")
    opened(town, now, "U1", "hello")
    before = kept(town, 1)
    said = town.refuses(case.app, *words, *as_("anna"), typed="guess")
    assert "not right" in said
    assert kept(town, 1) == before


def test_overdue_cases_come_first_and_are_marked(town, now):
    early = now - timedelta(days=2)
    opened(town, early, "U1", "late", expected_at=now - timedelta(hours=2))
    opened(town, early, "U2", "later", expected_at=now - timedelta(hours=4))
    opened(town, early, "U3", "timeless")
    opened(town, now, "U4", "in time", expected_at=now + timedelta(hours=4))
    opened(
        town, early, "U5", "danger", expected_at=now - timedelta(hours=1), urgent=True
    )
    lines = town.says(case.app, "list").splitlines()
    assert [line.split("\t")[0] for line in lines] == ["5", "2", "1", "4", "3"]
    assert ["overdue" in line for line in lines] == [True, True, True, False, False]
    assert "urgent" in lines[0]
    assert lines[4].endswith("no time was named\tnobody has it\ttimeless")


def test_answered_and_closed_cases_are_listed_when_asked_for(town, now):
    password = town.officer("anna")
    for number in (1, 2):
        opened(town, now, f"U{number}", f"word {number}")
    town.says(case.app, "close", "1", *as_("anna"), typed=password)
    town.says(case.app, "reply", "2", "Yes", *as_("anna"), typed=password)
    assert town.says(case.app, "list") == ""
    lines = town.says(case.app, "list", "--all").splitlines()
    assert [line.split("\t")[1] for line in lines] == ["answered", "closed"]


def test_a_number_that_is_no_case_is_said_plainly(town):
    assert town.refuses(case.app, "show", "7")
