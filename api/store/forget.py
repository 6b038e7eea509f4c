"""Forgetting a person: everything of theirs goes, the town's numbers stay.

What is erased and what stays:

- gone: addresses, consents, words, questions, codes, deliveries, unfinished
  responses of waves that are not frozen, pictures, and the link between the person
  and every other response;
- blanked: payloads of their events (the keys stay, so that a platform's repetition
  is still known as one), open texts of responses, bodies of calls, cases
  (their numbers stay, so that no number is given twice), what they asked (which
  article it was answered with stays, for the weekly figures);
- kept: closed answers of finished responses and of all in a frozen wave, which name
  nobody and which its evidence rests on, that somebody was
  invited to a survey and what came of it, how many of a
  broadcast's deliveries were erased in which state, by channel (`erased_deliveries`),
  and a hash of each address's hash, by which alone nobody is found.

What is being sent at this moment, and a last goodbye, keep their contact until
`finish_forgotten`. Backups made before forget when they grow too old; until then the
list in `forgotten` sees to it that a restored one erases the person again.
"""

import hashlib
import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Executable, Row, and_, delete, func, or_, select, update
from sqlalchemy.sql import ColumnElement
from sqlmodel import Session, col

from api.store import audit, invited, photos, residents
from api.store.models import (
    Answer,
    Asked,
    AuditEntry,
    Batch,
    Case,
    CaseEvent,
    Consent,
    Contact,
    Delivery,
    Forgotten,
    InboundEvent,
    ModelTask,
    OneTimeCode,
    OpenQuestion,
    Response,
    ResponseLink,
    Utterance,
    Wave,
)
from api.store.words import (
    CaseState,
    ContactState,
    DeliveryState,
    EventState,
    ResponseState,
    WaveState,
)

ACTION = "resident.forgotten"
# LINE repeats no call after 24 hours; a page that has not asked by then is closed.
LAST_WORD_WAITS = timedelta(days=2)
# What becomes of a delivery whose person is erased before it came to an end.
ENDS = {
    DeliveryState.PENDING: DeliveryState.SKIPPED,
    DeliveryState.PARKED: DeliveryState.SKIPPED,
    DeliveryState.SENDING: DeliveryState.UNKNOWN,
}
UNFINISHED = (ResponseState.OFFERED, ResponseState.STARTED, ResponseState.PAUSED)


@dataclass(frozen=True, slots=True)
class ForgetReport:
    """What an erasure did."""

    counts: Mapping[str, int]
    """Table -> rows erased or blanked."""
    complete: bool
    """False: something is still being sent; `finish_forgotten` does the rest."""


def forget(
    session: Session,
    resident_id: UUID,
    now: datetime,
    *,
    keep_delivery: UUID | None = None,
) -> ForgetReport:
    """Erase a person, in the caller's one transaction; call it last in it.

    `keep_delivery` is the goodbye: it and its contact stay until it is sent. Their
    contacts are gone afterwards, so the event being handled must not name one,
    unless it is the one kept.
    """
    resident = residents.lock(session, resident_id)
    counts = _Counts(session)
    contacts = residents.contacts_of(session, resident_id)
    ids = [contact.id for contact in contacts]
    _anonymise_cases(counts, resident_id, ids, now)
    # What became of their invitations hangs on all that is erased next.
    counts.rows["invitation"] += invited.let_go(session, resident_id)
    _erase_agreements(counts, resident_id, ids)
    _erase_responses(counts, resident_id)
    theirs = _deliveries(session, ids)
    staying = [row for row in theirs if row.id == keep_delivery or _is_going_out(row)]
    going = [row for row in theirs if row not in staying]
    _erase_traffic(counts, ids, going)
    for contact in contacts:
        session.merge(Forgotten(trace=trace(contact.address_hash), at=now))
    waiting = {row.contact_id for row in staying}
    for contact in contacts:
        if contact.id in waiting:
            contact.state, contact.created_at = ContactState.FORGOTTEN, now
        else:
            session.delete(contact)
            counts.rows["contact"] += 1
    if waiting:
        resident.created_at, resident.language, resident.misses = now, None, 0
    else:
        session.delete(resident)
        counts.rows["resident"] += 1
    session.flush()
    _note(session, going, now)
    return ForgetReport(dict(counts.rows), complete=not waiting)


def finish_forgotten(session: Session, now: datetime, *, limit: int = 100) -> int:
    """Erase forgotten contacts whose last message has gone; how many they were.

    Someone who wrote again meanwhile is a new acquaintance, and is left alone.
    """
    done = list(session.scalars(_finished(now).limit(limit)))
    ids = [contact.id for contact in done]
    if not ids:
        return 0
    counts = _Counts(session)
    theirs = _deliveries(session, ids)
    _erase_traffic(counts, ids, theirs)
    counts.run("code", delete(OneTimeCode).where(_in(OneTimeCode.subject_id, ids)))
    for contact in done:
        session.delete(contact)
    session.flush()
    for resident_id in {contact.resident_id for contact in done}:
        if not residents.contacts_of(session, resident_id):
            session.delete(residents.lock(session, resident_id))
    session.flush()
    if any(row.broadcast_id for row in theirs):
        _note(session, theirs, now)
    return len(done)


def erased_deliveries(
    session: Session, broadcast_id: UUID
) -> dict[tuple[str, DeliveryState], int]:
    """(channel, state) -> how many deliveries of a broadcast were erased with their
    person. Added to those that are left, they are everyone it was meant for.
    """
    found: Counter[tuple[str, DeliveryState]] = Counter()
    entries = session.scalars(
        select(col(AuditEntry.details)).where(col(AuditEntry.action) == ACTION)
    )
    for details in entries:
        channels = details["broadcasts"].get(str(broadcast_id), {})
        for channel, states in channels.items():
            for state, count in states.items():
                found[channel, DeliveryState(state)] += count
    return dict(found)


def trace(address_hash: str) -> str:
    """What we keep of a forgotten contact's address. The hash it is made of is keyed,
    so that nobody comes by it from an address."""
    return hashlib.sha256(f"forgotten {address_hash}".encode()).hexdigest()


class _Counts:
    """Runs statements and remembers how many rows of what they touched."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.rows: Counter[str] = Counter()

    def run(self, name: str, statement: Executable) -> None:
        done: Any = self.session.execute(
            statement, execution_options={"synchronize_session": "fetch"}
        )
        self.rows[name] += done.rowcount


def _in(column: Any, ids: Sequence[UUID]) -> ColumnElement[bool]:
    return col(column).in_(ids)


def _erase_agreements(
    counts: _Counts, resident_id: UUID, contacts: Sequence[UUID]
) -> None:
    subjects = [resident_id, *contacts]
    for name, statement in (
        ("consent", delete(Consent).where(col(Consent.resident_id) == resident_id)),
        (
            "open_question",
            delete(OpenQuestion).where(col(OpenQuestion.resident_id) == resident_id),
        ),
        ("asked", question_anonymised(col(Asked.resident_id) == resident_id)),
        ("code", delete(OneTimeCode).where(_in(OneTimeCode.subject_id, subjects))),
    ):
        counts.run(name, statement)


def question_anonymised(which: ColumnElement[bool]) -> Executable:
    """What turns questions asked into bare figures."""
    blank = {"resident_id": None, "text_sealed": None, "message_hash": None}
    return update(Asked).where(which).values(blank)


def case_anonymised(ids: Sequence[UUID], now: datetime) -> list[Executable]:
    """What turns cases into bare numbers: nobody's, without a word, closed."""
    return [
        update(CaseEvent)
        .where(_in(CaseEvent.case_id, ids))
        .values(text_sealed=None, message_hash=None),
        update(Case)
        .where(_in(Case.id, ids))
        .values(
            resident_id=None,
            contact_id=None,
            talk_at=None,
            state=CaseState.CLOSED,
            closed_at=func.coalesce(col(Case.closed_at), now),
        ),
    ]


def _anonymise_cases(
    counts: _Counts, resident_id: UUID, contacts: Sequence[UUID], now: datetime
) -> None:
    theirs = select(col(Case.id)).where(
        or_(col(Case.resident_id) == resident_id, _in(Case.contact_id, contacts))
    )
    ids = counts.session.scalars(theirs).all()
    for name, statement in zip(
        ("case_event", "case"), case_anonymised(ids, now), strict=True
    ):
        counts.run(name, statement)


def _erase_responses(counts: _Counts, resident_id: UUID) -> None:
    """Unfinished responses go; finished ones, and those that the evidence of a frozen
    wave counts, lose their person and their texts."""
    theirs = (
        select(col(Response.id), col(Response.state), col(Wave.state))
        .join(ResponseLink, col(ResponseLink.response_id) == col(Response.id))
        .join(Wave, col(Wave.id) == col(Response.wave_id))
        .where(col(ResponseLink.resident_id) == resident_id)
    )
    responses = counts.session.execute(theirs).all()
    every = [id_ for id_, *_ in responses]
    unfinished = [
        id_
        for id_, state, wave in responses
        if state in UNFINISHED and wave is not WaveState.FROZEN
    ]
    counts.run(
        "response_link",
        delete(ResponseLink).where(_in(ResponseLink.response_id, every)),
    )
    counts.run("photo", photos.gone_with(_in(Answer.response_id, every)))
    counts.run("answer", delete(Answer).where(_in(Answer.response_id, unfinished)))
    counts.run("response", delete(Response).where(_in(Response.id, unfinished)))
    counts.run(
        "answer_text",
        update(Answer)
        .where(_in(Answer.response_id, every), col(Answer.text_sealed).is_not(None))
        .values(text_sealed=None, message_hash=None),
    )


def _deliveries(session: Session, contacts: Sequence[UUID]) -> Sequence[Row[Any]]:
    """Their deliveries as they are now, kept from the sender until we are done."""
    return session.execute(
        select(
            col(Delivery.id),
            col(Delivery.contact_id),
            col(Delivery.batch_id),
            col(Delivery.broadcast_id),
            col(Delivery.channel),
            col(Delivery.state),
            col(Batch.leased_until),
        )
        .outerjoin(Batch, col(Batch.id) == col(Delivery.batch_id))
        .where(_in(Delivery.contact_id, contacts))
        .with_for_update(of=Delivery.__table__)  # type: ignore[attr-defined]
    ).all()


def _is_going_out(delivery: Row[Any]) -> bool:
    # Of a call still open, other people's messages may be going out.
    return delivery.state is DeliveryState.SENDING or delivery.leased_until is not None


def _erase_traffic(
    counts: _Counts, contacts: Sequence[UUID], deliveries: Sequence[Row[Any]]
) -> None:
    """What they said, and these deliveries to them."""
    counts.run(
        "model_task", delete(ModelTask).where(_in(ModelTask.contact_id, contacts))
    )
    counts.run(
        "utterance", delete(Utterance).where(_in(Utterance.contact_id, contacts))
    )
    counts.run("photo", photos.brought_by(contacts))
    _blank_events(counts, contacts)
    ids = [row.id for row in deliveries]
    counts.run("delivery", delete(Delivery).where(_in(Delivery.id, ids)))
    counts.run(
        "batch",
        update(Batch)
        .where(
            _in(Batch.id, [row.batch_id for row in deliveries if row.batch_id]),
            col(Batch.leased_until).is_(None),
        )
        .values(body_sealed=None),
    )


def _blank_events(counts: _Counts, contacts: Sequence[UUID]) -> None:
    """Events keep their key alone. Those not handled yet were said afterwards."""
    lanes = counts.session.scalars(
        select(col(InboundEvent.lane))
        .where(_in(InboundEvent.contact_id, contacts))
        .distinct()
    )
    # An event that failed never learned its contact, but has the lane.
    nameless = and_(
        col(InboundEvent.contact_id).is_(None),
        col(InboundEvent.lane).in_(list(lanes)),
        col(InboundEvent.state) != EventState.TAKEN,
    )
    counts.run(
        "inbound_event",
        update(InboundEvent)
        .where(or_(_in(InboundEvent.contact_id, contacts), nameless))
        .values(
            payload_sealed=None,
            message_hash=None,
            contact_id=None,
            lane=secrets.token_hex(32),
        ),
    )


def _note(session: Session, deliveries: Sequence[Row[Any]], now: datetime) -> None:
    """Keep the broadcasts' counts true in the audit log, which names nobody."""
    broadcasts: dict[str, dict[str, Counter[str]]] = {}
    for row in deliveries:
        if row.broadcast_id is not None:
            channels = broadcasts.setdefault(str(row.broadcast_id), {})
            states = channels.setdefault(row.channel, Counter())
            states[ENDS.get(row.state, row.state)] += 1
    audit.record(
        session,
        actor="resident",
        action=ACTION,
        subject="resident",
        now=now,
        broadcasts=broadcasts,
    )


def _finished(now: datetime) -> Any:
    """Forgotten contacts with nothing on its way any more."""
    waits = (
        select(col(Delivery.id))
        .outerjoin(Batch, col(Batch.id) == col(Delivery.batch_id))
        .where(
            col(Delivery.contact_id) == col(Contact.id),
            or_(
                col(Delivery.state).in_((DeliveryState.PENDING, DeliveryState.SENDING)),
                col(Batch.leased_until).is_not(None),
            ),
        )
        .exists()
    )
    # Its `created_at` is when it was forgotten.
    long_ago = col(Contact.created_at) <= now - LAST_WORD_WAITS
    return (
        select(Contact)
        .where(
            col(Contact.state) == ContactState.FORGOTTEN,
            or_(~waits, long_ago),
        )
        .with_for_update()
    )
