"""What was typed: readable for a case, and by nobody without the key."""

import pytest
from sqlalchemy import select

from api.store import events, utterances
from api.store.events import Taken
from api.store.models import Utterance
from tests.api import given
from tests.conftest import KEYS


@pytest.fixture
def say(database, clock):
    def saying(text, *, message_id=None, address="Unoi"):
        now = clock.forward(seconds=1)
        key = message_id or str(now)
        event = Taken("line", "town", key, address, 1, b"{}")
        row = events.row(KEYS, event, now)
        with database.write() as session:
            events.take(session, [row])
            contact = given.contact(session, address, now)
            utterances.keep(
                session,
                contact,
                event_id=row["id"],
                message_hash=message_id,
                text=text,
                said_at=now,
            )
        return contact

    return saying


def kept(database, contact):
    """What is kept of the contact's words, oldest first."""
    with database.read() as session:
        rows = session.scalars(
            select(Utterance)
            .where(Utterance.contact_id == contact.id)
            .order_by(Utterance.said_at)
        )
        return [KEYS.unseal("utterance", x.id, x.text_sealed).decode() for x in rows]


def test_everyones_words_are_kept_as_theirs(database, say):
    noi = say("ของหน่อย")
    lek = say("ของเล็ก", address="Ulek")
    assert kept(database, noi) == ["ของหน่อย"]
    assert kept(database, lek) == ["ของเล็ก"]


def test_the_words_cannot_be_read_in_the_database(database, say):
    say("ความลับ", message_id="m1")
    with database.read() as session:
        row = session.scalars(select(Utterance)).one()
    assert "ความลับ".encode() not in row.text_sealed
    assert "m1" not in row.message_hash


@pytest.mark.parametrize("odd", ["", "\ud800 half", "🙂" * 2500, "a\x00b"])
def test_any_text_can_be_kept(database, say, odd):
    contact = say(odd)
    assert kept(database, contact) == [odd.encode("utf-8", "replace").decode()]
