"""What many turns begin with, read in a few statements, is what each would read."""

import pytest
from sqlalchemy import event, insert

from api.store import ahead, deliveries, residents, responses, takebacks
from api.store.ahead import Begin
from api.store.models import Contact, InboundEvent
from api.store.residents import Address
from api.store.types import uuid7
from api.store.words import DeliveryKind, EventState
from content.outbound import Outbound
from surveys import flow
from tests.api import given
from tests.conftest import KEYS
from tests.journeys import polls

SURVEY = polls.poll(polls.yes_no("met", "เคยไหมคะ"), polls.scale("air", "อากาศ"))


def address(name, channel="line", account="town"):
    return Address(channel, account, KEYS.find("contact", channel, account, name))


@pytest.fixture
def wave(database, clock):
    with database.write() as session:
        return polls.asks(session, SURVEY, clock())


@pytest.fixture
def asked(database, clock, wave):
    """Somebody who answered the first question and was asked the second."""

    def asking(name, value="a", *, channel="line", account="town"):
        with database.write() as session:
            contact = residents.meet(
                session, channel=channel, account=account, address=name, now=clock()
            )
            response = responses.offer(
                session, contact.resident_id, wave,
                language="th", mode=channel, now=clock(),
            )  # fmt: skip
            said = flow.Answer(flow.State.ANSWERED, value)
            question = SURVEY.questions[0]
            responses.record(session, response, question, said, clock())
            for number in range(2):
                deliveries.owe(
                    session, contact, (Outbound("ข้อ"),), kind=DeliveryKind.REPLY,
                    now=clock.forward(seconds=1), language="th",
                    expects={"response": str(response.id), "number": number},
                )  # fmt: skip
            return contact, response

    return asking


def read(database, *begins):
    with database.write() as session:
        return ahead.read(session, [Begin(*each) for each in begins])


def test_everyone_is_found_with_what_they_were_asked_last_and_have_answered(
    database, asked
):
    people = {
        address("noi"): asked("noi", "a"),
        address("lek"): asked("lek", "b"),
        address("55", "telegram"): asked("55", "b", channel="telegram"),
    }
    found = read(database, *((each, None) for each in people))
    assert found.contacts.keys() == people.keys()
    for each, (contact, response) in people.items():
        assert found.contacts[each].id == contact.id
        assert found.residents[contact.resident_id].id == contact.resident_id
        expects = {"response": str(response.id), "number": 1}
        assert found.expects[contact.id] == expects
        with database.read() as session:
            alone = deliveries.last_expectation(session, contact.id)
            assert found.expects[contact.id] == alone
            given_ = responses.answers(session, response)
        filled = found.filled[response.id]
        assert filled.resident_id == contact.resident_id
        assert (filled.response.id, filled.answers) == (response.id, given_)


def test_who_was_never_met_or_asked_is_not_in_it(database, clock):
    with database.write() as session:
        noi = given.contact(session, "noi", clock(), channel="line")
    known = Address(noi.channel, noi.account, noi.address_hash)
    found = read(database, (known, None), (address("stranger"), None))
    assert found.contacts.keys() == {known}
    assert found.expects == {noi.id: None}
    assert found.filled == {}
    assert read(database).contacts == {}


def test_one_person_on_two_channels_is_left_to_their_own_turns(database, asked):
    noi, _ = asked("noi")
    other, _ = asked("55", channel="telegram")
    lek, _ = asked("lek")
    with database.write() as session:
        session.get_one(Contact, other.id).resident_id = noi.resident_id
    both = address("noi"), address("55", "telegram")
    found = read(database, *((each, None) for each in (*both, address("lek"))))
    assert found.contacts.keys() == {address("lek")}
    assert found.residents.keys() == {lek.resident_id}


def test_messages_that_were_taken_back_are_not_among_the_untold(database, clock):
    here, gone = "here", "gone"
    with database.write() as session:
        row = {
            "id": uuid7(), "channel": "line", "account": "town", "event_key": "k",
            "lane": "l", "order_key": 1, "taken_at": clock(), "attempts": 1,
            "state": EventState.IGNORED,
            "message_hash": takebacks.told_by(KEYS, gone),
        }  # fmt: skip
        session.execute(insert(InboundEvent), row)
    who = address("noi")
    found = read(database, (who, here), (who, gone), (who, None))
    assert found.untold == {here}


def test_however_many_they_are_it_takes_as_many_statements(database, asked):
    def statements(*names):
        seen = []

        def note(connection, cursor, text, *rest):
            seen.append(text)

        event.listen(database.engine, "before_cursor_execute", note)
        try:
            read(database, *((address(each), each) for each in names))
        finally:
            event.remove(database.engine, "before_cursor_execute", note)
        return len(seen)

    names = [f"n{number}" for number in range(6)]
    for each in names:
        asked(each)
    assert statements(*names) == statements(names[0])
