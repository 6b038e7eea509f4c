"""Cases: one open case a resident, answered in the chat they wrote in."""

import threading

import pytest

from api.errors import DomainError
from api.store import cases, deliveries, utterances
from api.store.models import Contact, Delivery, InboundEvent, Resident
from api.store.words import CaseState, ContactState, DeliveryKind
from tests.api import given
from tests.api.store.plans import statements_of


@pytest.fixture
def officer(database, clock):
    with database.write() as session:
        return given.officer(session, "somchai", clock())


@pytest.fixture
def contact(database, clock):
    with database.write() as session:
        return given.contact(session, "U1", clock(), language="en")


def open_case(database, clock, contact, **options):
    with database.write() as session:
        return cases.open_case(session, contact, now=clock(), **options)


def refused(key):
    return pytest.raises(DomainError, match=f"^{key}$")


def test_a_resident_has_one_open_case(database, clock, contact):
    first = open_case(database, clock, contact)
    again = open_case(database, clock, contact, urgent=True)
    calm = open_case(database, clock, contact)
    assert first.id == again.id == calm.id
    assert not first.urgent
    assert again.urgent
    assert calm.urgent


def test_after_closing_a_new_case_gets_the_next_number(
    database, clock, contact, officer
):
    first = open_case(database, clock, contact)
    with database.write() as session:
        closed = cases.close(session, first.id, officer.id, clock())
    assert closed.state is CaseState.CLOSED
    assert closed.closed_at == clock()
    second = open_case(database, clock, contact)
    assert (first.number, second.number) == (1, 2)


def test_cases_opened_at_the_same_moment_are_numbered_apart(database, clock):
    with database.write() as session:
        people = [given.contact(session, f"U{n}", clock()) for n in range(8)]
    opened = []

    def work(contact):
        opened.append(open_case(database, clock, contact).number)

    threads = [threading.Thread(target=work, args=(p,)) for p in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(opened) == list(range(1, 9))


def test_the_thread_is_the_talk_in_order(database, clock, contact, officer):
    case = open_case(database, clock, contact)
    with database.write() as session:
        cases.add_word(session, case, text="น้ำท่วมหน้าบ้าน", now=clock())
        clock.forward(minutes=1)
        cases.reply(session, case.id, officer.id, "กำลังไปดูค่ะ", clock())
        clock.forward(minutes=1)
        cases.close(session, case.id, officer.id, clock())
    with database.read() as session:
        said = cases.thread(session, case.id)
    assert [(word.officer, word.text) for word in said] == [
        (None, "น้ำท่วมหน้าบ้าน"),
        ("Somchai", "กำลังไปดูค่ะ"),
        ("Somchai", None),
    ]


def test_words_are_sealed(database, clock, contact):
    case = open_case(database, clock, contact)
    with database.write() as session:
        event = cases.add_word(session, case, text="secret", now=clock())
    assert b"secret" not in event.text_sealed


def test_the_few_words_that_led_to_the_case_come_first(database, clock, contact):
    def say(session, text):
        event = InboundEvent(
            channel="line",
            account="town",
            event_key=text,
            lane="l",
            order_key=1,
            taken_at=clock(),
        )
        session.add(event)
        session.flush()
        utterances.keep(
            session,
            contact,
            event_id=event.id,
            message_hash=None,
            text=text,
            said_at=clock(),
        )
        clock.forward(minutes=1)

    with database.write() as session:
        say(session, "long ago")
        clock.forward(hours=25)
        for number in range(6):
            say(session, f"word {number}")
    case = open_case(database, clock, contact)
    with database.write() as session:
        cases.add_word(session, case, text="help", now=clock())
        clock.forward(minutes=1)
        say(session, "after")
    with database.read() as session:
        said = [(word.text, word.before) for word in cases.thread(session, case.id)]
    assert said == [(f"word {n}", True) for n in range(1, 6)] + [("help", False)]


def test_an_answer_is_owed_where_the_resident_last_wrote(
    database, clock, contact, officer
):
    case = open_case(database, clock, contact)
    with database.write() as session:
        owed = cases.reply(session, case.id, officer.id, " we are coming ", clock())
    assert (owed.kind, owed.contact_id) == (DeliveryKind.OFFICER, contact.id)
    assert owed.language == "en"
    with database.read() as session:
        kept = session.get_one(Delivery, owed.id)
        (said,) = deliveries.messages_of(session, kept)
        assert "we are coming" in said.text
        assert " we are coming " not in said.text
        assert cases.get(session, case.id).state is CaseState.ANSWERED


def test_a_resident_who_writes_again_waits_again(database, clock, contact, officer):
    case = open_case(database, clock, contact)
    with database.write() as session:
        cases.reply(session, case.id, officer.id, "yes?", clock())
        cases.add_word(session, cases.get(session, case.id), text="still", now=clock())
        assert cases.get(session, case.id).state is CaseState.OPEN


@pytest.mark.parametrize("text", ["", "  ", "x" * 2001])
def test_an_answer_says_something_a_chat_can_carry(
    database, clock, contact, officer, text
):
    case = open_case(database, clock, contact)
    with refused("error.text_shape"), database.write() as session:
        cases.reply(session, case.id, officer.id, text, clock())


def test_who_blocked_us_cannot_be_answered(database, clock, contact, officer):
    case = open_case(database, clock, contact)
    with database.write() as session:
        session.get_one(Contact, contact.id).state = ContactState.BLOCKED
    with refused("error.contact_gone"), database.write() as session:
        cases.reply(session, case.id, officer.id, "hello", clock())


def test_a_closed_case_is_not_answered_or_closed_again(
    database, clock, contact, officer
):
    case = open_case(database, clock, contact)
    with database.write() as session:
        cases.close(session, case.id, officer.id, clock())
    with refused("error.case_closed"), database.write() as session:
        cases.reply(session, case.id, officer.id, "hello", clock())
    with refused("error.case_closed"), database.write() as session:
        cases.close(session, case.id, officer.id, clock())


def test_cases_are_listed_by_state(database, clock, contact, officer):
    urgent = open_case(database, clock, contact, urgent=True)
    with database.write() as session:
        other = given.contact(session, "U2", clock())
        calm = cases.open_case(session, other, now=clock())
        cases.reply(session, calm.id, officer.id, "hello", clock())

    def listed(**wanted):
        with database.read() as session:
            return [case.id for case in cases.list_(session, **wanted).items]

    assert listed() == [calm.id, urgent.id]
    assert listed(state=CaseState.OPEN) == [urgent.id]
    assert listed(state=CaseState.ANSWERED) == [calm.id]


def test_a_resident_without_a_language_is_answered_in_thai(database, clock, officer):
    with database.write() as session:
        met = given.contact(session, "U9", clock())
        assert session.get_one(Resident, met.resident_id).language is None
        case = cases.open_case(session, met, now=clock())
        owed = cases.reply(session, case.id, officer.id, "สวัสดี", clock())
    assert owed.language == "th"


def test_a_list_shows_how_each_residents_newest_word_begins(
    database, clock, contact, officer
):
    case = open_case(database, clock, contact)
    with database.write() as session:
        other = given.contact(session, "U2", clock())
        silent = cases.open_case(session, other, now=clock())
        case = cases.get(session, case.id)
        cases.add_word(session, case, text="first", now=clock())
        newest = "ที่\nน้ำ " + "ก" * 100
        at = clock.forward(minutes=1)
        cases.add_word(session, case, text=newest, now=at)
        clock.forward(minutes=1)
        cases.reply(session, case.id, officer.id, "answer", clock())
    with database.read() as session:
        found = cases.newest_words(session, [case.id, silent.id])
    assert set(found) == {case.id}
    assert found[case.id].at == at
    assert found[case.id].text.startswith("ที่ น้ำ กก")
    assert len(found[case.id].text) == cases.GLANCE


def test_the_words_of_a_list_are_one_statement(database, clock):
    with database.write() as session:
        ids = []
        for n in range(4):
            met = given.contact(session, f"U{n}", clock())
            case = cases.open_case(session, met, now=clock())
            cases.add_word(session, case, text="word", now=clock())
            ids.append(case.id)
    asked = statements_of(database, lambda session: cases.newest_words(session, ids))
    assert len(asked) == 1
