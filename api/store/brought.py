"""Pictures their senders bring themselves, on the town's page: kept until read.

A platform keeps a picture for us until we fetch it; the page has nowhere to. So it is
here, sealed, before the message that speaks of it is taken, and becomes the picture of
the answer with it. What becomes no answer goes as the message is read; what none is
read of goes after a day, unless something of its sender still waits to be read.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, func, select, update
from sqlmodel import Session, col

from api.store import deliveries, events, residents, responses, waves
from api.store.keys import Keys, SealBroken
from api.store.locks import held
from api.store.models import Contact, Photo
from api.store.photos import Sealed
from api.store.responses import Filled
from api.store.session import keys_of
from api.store.words import PhotoState, ResponseState
from content.dates import BANGKOK
from surveys import route
from surveys.question import Kind

# Of one sender at a time; each is read within a moment.
MOST = 5
# It waits for its message to be read: a moment, where all is well.
KEPT = timedelta(days=1)
# Looked up at once.
LOOK = 500
ANSWERING = (ResponseState.STARTED, ResponseState.PAUSED)


def id_of(keys: Keys, address: str, key: UUID) -> UUID:
    """What a picture is called that this address sent under this key of its own: sent
    again, it is the same. Without our keys nobody can tell one from the other."""
    return UUID(keys.find("brought picture", address, str(key))[:32])


def is_here(session: Session, photo_id: UUID) -> bool:
    """Whether it was brought before; it may be an answer by now."""
    found = select(col(Photo.id)).where(col(Photo.id) == photo_id)
    return session.execute(found).first() is not None


def asked_for(
    session: Session, contact: Contact, now: datetime
) -> tuple[UUID, str] | None:
    """The response and the key of the question that is open for this contact, if it is
    answered with a picture; none is open before they have said their age, where a wave
    asks for it."""
    response = _open(session, contact)
    if response is None or response.response.state not in ANSWERING:
        return None
    if responses.asks_age(response.wave, response.response):
        return None
    question = route.pending(
        waves.survey_of(session, response.wave),
        response.answers,
        response.response.asked_order,
        today=now.astimezone(BANGKOK).date(),
    )
    if question is None or question.kind is not Kind.PHOTO:
        return None
    return response.response.id, question.key


def bring(
    session: Session,
    contact: Contact,
    photo_id: UUID,
    kept: Sealed,
    now: datetime,
) -> bool:
    """Keep a picture, sealed beforehand (`photos.sealed`), until the message it came
    with is read; False: too many of the contact's are."""
    held(session, Contact, contact.id)
    if is_here(session, photo_id):
        return True
    theirs = select(func.count()).where(col(Photo.contact_id) == contact.id)
    if (session.scalar(theirs) or 0) >= MOST:
        return False
    session.add(
        Photo(
            id=photo_id,
            contact_id=contact.id,
            channel=contact.channel,
            account=contact.account,
            state=PhotoState.BROUGHT,
            next_at=now,
            sent_at=now,
            media_type=kept.media_type,
            content_sealed=kept.content,
        )
    )
    session.flush()
    return True


def has(session: Session, contact: Contact, reference: str) -> bool:
    """Whether the contact brought the picture of this reference and it is still here;
    it then stays until the transaction ends."""
    named = _named(contact, reference)
    if named is None:
        return False
    found = select(col(Photo.id)).where(named).with_for_update()
    return session.execute(found).first() is not None


def answer(
    session: Session,
    contact: Contact,
    reference: str,
    response_id: UUID,
    question_key: str,
) -> bool:
    """The answer just kept is the picture of this reference; False: the contact
    brought none that is called so. From now on nothing says whose it is."""
    named = _named(contact, reference)
    if named is None:
        return False
    done: Any = session.execute(
        update(Photo)
        .where(named)
        .values(
            response_id=response_id,
            question_key=question_key,
            contact_id=None,
            state=PhotoState.STORED,
        )
    )
    return bool(done.rowcount)


def let_go(session: Session, contact: Contact, reference: str) -> None:
    """What it came with is read; where it became no answer, it is not kept."""
    named = _named(contact, reference)
    if named is not None:
        session.execute(delete(Photo).where(named))


def _lane(session: Session, contact: Contact) -> str | None:
    """Where the sender's messages wait; None: nobody can read who that is."""
    try:
        address = residents.address(session, contact)
    except SealBroken:
        return None
    keys = keys_of(session)
    return events.lane_of(keys, contact.channel, contact.account, address)


def unread(session: Session, before: datetime) -> list[UUID]:
    """Those brought before then whose message nobody will read any more: nothing of
    their sender waits."""
    old = session.execute(
        select(col(Photo.id), Contact)
        .join(Contact, col(Contact.id) == col(Photo.contact_id))
        .where(col(Photo.sent_at) < before)
    ).all()
    lanes = {contact.id: _lane(session, contact) for _, contact in old}
    names = [lane for lane in lanes.values() if lane is not None]
    waiting: set[str] = set()
    for start in range(0, len(names), LOOK):
        waiting |= events.unhandled(session, names[start : start + LOOK])
    return [id_ for id_, contact in old if lanes[contact.id] not in waiting]


def drop(session: Session, ids: Sequence[UUID]) -> None:
    """Let go of those of these that are no answers by now."""
    is_brought = col(Photo.contact_id).is_not(None)
    session.execute(delete(Photo).where(col(Photo.id).in_(ids), is_brought))


def _named(contact: Contact, reference: str) -> ColumnElement[bool] | None:
    """The one that the contact brought under this reference; a platform's, which says
    nothing here, is None."""
    try:
        photo_id = UUID(reference)
    except ValueError:
        return None
    # Once it is an answer it is nobody's.
    return and_(col(Photo.id) == photo_id, col(Photo.contact_id) == contact.id)


def _open(session: Session, contact: Contact) -> Filled | None:
    """The response whose question was put to them here; else the one to go on with."""
    expects = deliveries.last_expectation(session, contact.id) or {}
    named = str(expects.get("response", ""))
    ids = [UUID(named)] if named else []
    found = next(iter(responses.filled(session, ids).values()), None) if ids else None
    if found is not None and found.response.state in responses.UNFINISHED:
        return found
    begun = responses.unfinished(session, contact.resident_id)
    if begun is None:
        return None
    response, wave = begun
    given = responses.answers(session, response)
    return Filled(contact.resident_id, response, wave, given)
