"""A message its sender took back (LINE's unsend): our copies of it go too.

LINE asks for it:
https://developers.line.biz/en/docs/messaging-api/receiving-messages/#receive-unsend-event

- gone: the word of the talk, the open question;
- gone with an answer that is a picture: the picture;
- blanked: the payload it came in, the word in a case (officers see that something was
  said there, and is gone), the text of an open answer, the question beside its
  outcome;
- kept: a closed answer. It holds no word of the message, only which option was chosen,
  and were it gone from an open response, the resident's next reply would be taken
  for the answer to the older question. `กลับ` takes an answer back.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlmodel import Session, col

from api.store import photos
from api.store.forget import question_anonymised
from api.store.keys import Keys
from api.store.models import (
    Answer,
    Asked,
    CaseEvent,
    InboundEvent,
    ModelTask,
    OpenQuestion,
    Utterance,
)
from api.store.session import keys_of

# Columns, each of the table that goes or is blanked.
DELETED: tuple[Any, ...] = (
    ModelTask.message_hash,
    OpenQuestion.message_hash,
    Utterance.message_hash,
)
BLANKED: tuple[Any, ...] = (CaseEvent.message_hash, Answer.message_hash)


# Built once, for it runs for every message.
_TOLD = (
    select(col(InboundEvent.id))
    .where(col(InboundEvent.message_hash) == bindparam("told"))
    .limit(1)
)
_TOLD_OF = select(col(InboundEvent.message_hash)).where(
    col(InboundEvent.message_hash).in_(bindparam("told", expanding=True))
)


def hash_of(keys: Keys, lane: str, message_id: str, *, private: bool) -> str:
    """By which a message's event is found: its sender's, in the same sort of chat."""
    return keys.find("message", lane, "private" if private else "group", message_id)


def told_by(keys: Keys, message_hash: str) -> str:
    """By which the event is found that takes the message back."""
    return keys.find("taken back", message_hash)


def mark(session: Session, table: str, message_hash: str | None) -> str | None:
    """By which a copy in this table is found; None: the message cannot be taken back.

    Each table has its own, and only the key leads from the event's to them: joined
    by one, an answer would name its resident.
    """
    if message_hash is None:
        return None
    return keys_of(session).find(table, message_hash)


def is_told(session: Session, message_hash: str) -> bool:
    """Whether a message was taken back before it came: LINE keeps no order among
    what it delivers again."""
    told = told_by(keys_of(session), message_hash)
    return session.execute(_TOLD, {"told": told}).first() is not None


def told_of(session: Session, message_hashes: Iterable[str]) -> set[str]:
    """As `is_told`, of many: those that were taken back."""
    keys = keys_of(session)
    asked = {told_by(keys, each): each for each in message_hashes}
    found = session.scalars(_TOLD_OF, {"told": list(asked)})
    return {asked[told] for told in found if told is not None}


def erase(session: Session, message_hash: str) -> None:
    """Let go of every copy of a message that was handled, and of its payload."""
    session.execute(
        update(InboundEvent)
        .where(col(InboundEvent.message_hash) == message_hash)
        .values(payload_sealed=None)
    )
    for found_by in DELETED:
        table = found_by.class_
        copy = found_by == mark(session, table.__tablename__, message_hash)
        session.execute(delete(table).where(copy))
    answer = col(Answer.message_hash) == mark(session, "answer", message_hash)
    session.execute(photos.gone_with(answer))
    for found_by in BLANKED:
        table = found_by.class_
        copy = found_by == mark(session, table.__tablename__, message_hash)
        blank = {"text_sealed": None, "message_hash": None}
        session.execute(update(table).where(copy).values(blank))
    asked = col(Asked.message_hash) == mark(session, "asked", message_hash)
    # Of a question that was answered badly, the officers' copy.
    copies = col(OpenQuestion.id).in_(select(col(Asked.id)).where(asked))
    session.execute(delete(OpenQuestion).where(copies))
    session.execute(question_anonymised(asked))


def erased(session: Session) -> list[str]:
    """The messages taken back of late: a hash goes with the days of its payload."""
    return list(
        session.scalars(
            select(col(InboundEvent.message_hash)).where(
                col(InboundEvent.message_hash).is_not(None),
                col(InboundEvent.payload_sealed).is_(None),
            )
        )
    )


def erase_again(session: Session, message_hashes: Iterable[str]) -> None:
    """Let go of messages that an older state of the database still has."""
    for message_hash in message_hashes:
        erase(session, message_hash)
