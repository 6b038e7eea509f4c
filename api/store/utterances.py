"""What residents typed: kept for the thread of a case, gone when taken back."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from api.store.models import Contact, InboundEvent, Utterance
from api.store.session import keys_of
from api.store.types import uuid7


def keep(
    session: Session,
    contact: Contact,
    *,
    event_id: UUID,
    message_id: str | None,
    text: str,
    said_at: datetime,
) -> None:
    id_ = uuid7()
    keys = keys_of(session)
    session.add(
        Utterance(
            id=id_,
            contact_id=contact.id,
            event_id=event_id,
            message_hash=_hash(session, contact, message_id or str(id_)),
            said_at=said_at,
            text_sealed=keys.seal("utterance", id_, text.encode("utf-8", "replace")),
        )
    )
    session.flush()


def take_back(session: Session, contact: Contact, message_id: str) -> None:
    """The resident unsent a message: our copies of it go too."""
    wanted = _hash(session, contact, message_id)
    of_message = col(Utterance.message_hash) == wanted
    events = list(session.scalars(select(col(Utterance.event_id)).where(of_message)))
    session.execute(
        update(InboundEvent)
        .where(col(InboundEvent.id).in_(events))
        .values(payload_sealed=None)
    )
    session.execute(delete(Utterance).where(of_message))


def _hash(session: Session, contact: Contact, message_id: str) -> str:
    return keys_of(session).find("message", str(contact.id), message_id)
