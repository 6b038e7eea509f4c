"""A message taken back: every copy goes, whichever came first, and no other's."""

import pytest
from sqlmodel import select

from api.store import takebacks
from api.store.models import (
    Answer,
    Asked,
    CaseEvent,
    InboundEvent,
    ModelTask,
    OpenQuestion,
    Utterance,
)
from api.store.words import EventState
from tests.api.store import rows
from tests.conftest import KEYS

SAID, OTHER = "น้ำเน่า", "ขยะล้น"


@pytest.fixture
def said(database, clock):
    """Two people's words wherever words are kept; the first one's message."""
    with database.write() as session:
        town = rows.town(session, clock())
        for address, text in (("Unoi", SAID), ("Ulek", OTHER)):
            contact = rows.person(session, clock(), address)
            rows.journey(session, contact, town, clock(), text)
    return message_of(database, SAID)


def message_of(database, text):
    with database.read() as session:
        for event in session.exec(select(InboundEvent)):
            payload = KEYS.unseal("inbound_event", event.id, event.payload_sealed)
            if event.state is EventState.HANDLED and payload.decode() == text:
                return event
    raise AssertionError(text)


def texts(database):
    """What can be read in each table that keeps what residents write."""
    found = {}
    for table, column in COPIES:
        name = table.__tablename__
        with database.read() as session:
            kept = session.exec(select(table).where(column.is_not(None))).all()
            found[name] = sorted(
                KEYS.unseal(name, _bound_to(row), getattr(row, column.key)).decode()
                for row in kept
            )
    return found


COPIES = (
    (InboundEvent, InboundEvent.payload_sealed),
    (Utterance, Utterance.text_sealed),
    (OpenQuestion, OpenQuestion.text_sealed),
    (Asked, Asked.text_sealed),
    (ModelTask, ModelTask.question_sealed),
    (CaseEvent, CaseEvent.text_sealed),
    (Answer, Answer.text_sealed),
)


def _bound_to(row):
    return row.response_id if isinstance(row, Answer) else row.id


def test_every_copy_of_it_goes_and_nothing_else(database, said):
    before = texts(database)
    assert all({SAID, OTHER} <= {*kept} for kept in before.values())
    with database.write() as session:
        takebacks.erase(session, said.message_hash)
    after = texts(database)
    for name, kept in before.items():
        kept.remove(SAID)
        assert after[name] == kept


def test_what_was_erased_is_known_for_whoever_restores_a_backup(database, said):
    with database.write() as session:
        assert takebacks.erased(session) == []
        takebacks.erase(session, said.message_hash)
        assert takebacks.erased(session) == [said.message_hash]


def test_the_same_id_of_another_sender_or_chat_is_another_message():
    hashes = {
        takebacks.hash_of(KEYS, lane, "m1", private=private)
        for lane in ("noi", "lek")
        for private in (True, False)
    }
    assert len(hashes) == 4


def test_a_message_without_an_id_is_marked_by_nothing(database):
    with database.read() as session:
        assert takebacks.mark(session, "answer", None) is None
        marks = {
            takebacks.mark(session, table, "m") for table in ("answer", "utterance")
        }
    assert len(marks) == 2
