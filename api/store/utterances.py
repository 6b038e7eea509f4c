"""What residents typed: kept for the thread of a case."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.store import takebacks
from api.store.models import Contact, Utterance
from api.store.session import keys_of
from api.store.types import uuid7


def keep(
    session: Session,
    contact: Contact,
    *,
    event_id: UUID,
    message_hash: str | None,
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
            message_hash=takebacks.mark(session, "utterance", message_hash),
            said_at=said_at,
            text_sealed=keys.seal("utterance", id_, text.encode("utf-8", "replace")),
        )
    )
    session.flush()
