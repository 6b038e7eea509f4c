"""Cases: a resident waits for a person, and officers answer in the same chat."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from api.errors import DomainError, not_found
from api.store import audit, deliveries, officers, paging, takebacks, talks
from api.store.locks import held, take_turn
from api.store.models import (
    Case,
    CaseEvent,
    Contact,
    Delivery,
    Officer,
    Resident,
    Utterance,
)
from api.store.paging import Page
from api.store.session import keys_of
from api.store.words import CaseState, DeliveryKind
from content.messages import DEFAULT
from content.rendering.text import shorten

MOST_TEXT = 2000
# As much of a word as a line of a list holds.
GLANCE = 60
# What an officer sees of the talk that led to the case.
WORDS_BEFORE = 5
TIME_BEFORE = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Word:
    """One line of a case's thread."""

    at: datetime
    officer: str | None
    """The officer's name; None: the resident."""
    text: str | None
    """None: the case was closed here (by an officer), or the text has been erased
    since, by retention or because its writer took it back."""
    before: bool = False
    """Said to the bot before the case was opened."""


def open_case(
    session: Session,
    contact: Contact,
    *,
    now: datetime,
    urgent: bool = False,
    expected_at: datetime | None = None,
) -> Case:
    """The resident's open case, or a new one; urgent once it was ever urgent.

    `expected_at`: by when an answer can be expected of who begins to wait now; who
    waits already keeps the time they were told.
    """
    held(session, Resident, contact.resident_id)
    case = current(session, contact.resident_id, lock=True)
    if case is None:
        take_turn(session, "case number")
        case = Case(
            number=(session.exec(select(func.max(Case.number))).one() or 0) + 1,
            resident_id=contact.resident_id,
            opened_at=now,
            expected_at=expected_at,
        )
    elif case.state is CaseState.ANSWERED:
        case.expected_at = expected_at
    # The answer goes to where the resident spoke last.
    case.contact_id = contact.id
    case.urgent = case.urgent or urgent
    session.add(case)
    session.flush()
    return case


def current(session: Session, resident_id: UUID, *, lock: bool = False) -> Case | None:
    """The case a resident waits or was answered in; the newest where they have two,
    from before their channels were joined."""
    found = (
        select(Case)
        .where(Case.resident_id == resident_id, Case.state != CaseState.CLOSED)
        .order_by(col(Case.number).desc())
        .limit(1)
    )
    # An officer may be closing it at this moment.
    return session.exec(found.with_for_update() if lock else found).first()


def add_word(
    session: Session,
    case: Case,
    *,
    officer_id: UUID | None = None,
    text: str,
    now: datetime,
    message_hash: str | None = None,
) -> CaseEvent:
    """Keep what the resident (no officer) or an officer wrote; officers have the talk
    from then on."""
    event = CaseEvent(
        case_id=case.id,
        happened_at=now,
        officer_id=officer_id,
        message_hash=takebacks.mark(session, "case_event", message_hash),
    )
    sealed = text.encode("utf-8", "replace")
    event.text_sealed = keys_of(session).seal("case_event", event.id, sealed)
    case.talk_at = now
    if officer_id is not None:
        _judge(case, now)
        case.officer_id = officer_id
    case.state = CaseState.ANSWERED if officer_id else CaseState.OPEN
    session.add(event)
    session.add(case)
    session.flush()
    return event


def is_told(session: Session, case: Case, text: str) -> bool:
    """Whether the resident has told this in the case."""
    return any(
        word.text == text and word.officer is None and not word.before
        for word in thread(session, case.id)
    )


def reply(
    session: Session, case_id: UUID, officer_id: UUID, text: str, now: datetime
) -> Delivery:
    """An officer's answer, owed to the resident where they last wrote."""
    text = text.strip()
    if not text or len(text) > MOST_TEXT:
        raise DomainError(422, "error.text_shape", most=MOST_TEXT)
    officers.get(session, officer_id)
    case = _open(session, case_id)
    contact = talks.reached(session, case)
    if contact is None:
        raise DomainError(409, "error.contact_gone")
    resident = session.get_one(Resident, contact.resident_id)
    add_word(session, case, officer_id=officer_id, text=text, now=now)
    language = resident.language or DEFAULT
    said, expects = talks.as_said(session, case, contact, text, language)
    delivery = deliveries.owe(
        session,
        contact,
        (said,),
        kind=DeliveryKind.OFFICER,
        now=now,
        language=language,
        expects=expects,
    )
    _record(session, case, "case.reply", officer_id, now)
    return delivery


def take(session: Session, case_id: UUID, officer_id: UUID, now: datetime) -> Case:
    """This officer has it from now on, be it from a colleague. The resident reads of
    it when they write again: it is no answer yet."""
    officers.get(session, officer_id)
    case = _open(session, case_id)
    case.officer_id = officer_id
    if case.talk_at is not None:
        # Somebody is at it: what follows is no silence.
        case.talk_at = now
    session.add(case)
    session.flush()
    _record(session, case, "case.take", officer_id, now)
    return case


def hand_back(session: Session, case_id: UUID, officer_id: UUID, now: datetime) -> Case:
    """The bot answers the resident again; the case stays open, for any officer."""
    officers.get(session, officer_id)
    case = _open(session, case_id)
    case.officer_id = None
    talks.leave(session, case)
    talks.tell_handed_back(session, case, now)
    _record(session, case, "case.hand_back", officer_id, now)
    return case


def close(session: Session, case_id: UUID, officer_id: UUID, now: datetime) -> Case:
    """Nobody waits any more: the resident is told, and the bot answers again."""
    officers.get(session, officer_id)
    case = _open(session, case_id)
    waited = case.state is CaseState.OPEN
    if is_overdue(case, now):
        case.in_time = False
    case.state = CaseState.CLOSED
    case.closed_at = now
    session.add(CaseEvent(case_id=case.id, happened_at=now, officer_id=officer_id))
    talks.leave(session, case)
    talks.tell_closed(session, case, now, waited=waited)
    _record(session, case, "case.close", officer_id, now)
    return case


def get(session: Session, case_id: UUID) -> Case:
    case = session.get(Case, case_id)
    if case is None:
        raise not_found("case")
    return case


def by_number(session: Session, number: int) -> Case:
    case = session.exec(select(Case).where(Case.number == number)).first()
    if case is None:
        raise not_found("case")
    return case


def is_overdue(case: Case, now: datetime) -> bool:
    """Whether its resident waits beyond the time they were told."""
    late = case.expected_at is not None and case.expected_at < now
    return late and case.state is CaseState.OPEN


def overdue(session: Session, now: datetime, limit: int = 50) -> list[Case]:
    """Cases whose resident waits beyond the time they were told: the urgent first,
    then who should have been answered first."""
    found = (
        select(Case)
        .where(Case.state == CaseState.OPEN, col(Case.expected_at) < now)
        .order_by(col(Case.urgent).desc(), col(Case.expected_at), col(Case.id))
        .limit(limit)
    )
    return list(session.exec(found))


def list_(
    session: Session,
    *,
    state: CaseState | None = None,
    after: str | None = None,
    limit: int = 50,
) -> Page[Case]:
    """Cases, the newest first; those in one state, if asked."""
    statement = select(Case)
    if state is not None:
        statement = statement.where(Case.state == state)
    return paging.page(session, statement, col(Case.id), after=after, limit=limit)


def newest_words(
    session: Session, case_ids: Collection[UUID], *, most: int = GLANCE
) -> dict[UUID, Word]:
    """Case -> how the resident's newest word in it begins; not there: no word."""
    place = func.row_number().over(
        partition_by=col(CaseEvent.case_id),
        order_by=(col(CaseEvent.happened_at).desc(), col(CaseEvent.id).desc()),
    )
    ranked = (
        select(CaseEvent.id, place.label("place"))
        .where(
            col(CaseEvent.case_id).in_(case_ids),
            col(CaseEvent.officer_id).is_(None),
            col(CaseEvent.text_sealed).is_not(None),
        )
        .subquery()
    )
    rows = session.exec(
        select(CaseEvent)
        .join(ranked, ranked.c.id == col(CaseEvent.id))
        .where(ranked.c.place == 1)
    )
    return {
        event.case_id: Word(event.happened_at, None, _begun(session, event, most))
        for event in rows
    }


def _begun(session: Session, event: CaseEvent, most: int) -> str | None:
    text = _text(session, "case_event", event)
    return shorten(" ".join(text.split()), most) if text else None


def thread(session: Session, case_id: UUID) -> list[Word]:
    """The talk as it went, with the few words that led to it, oldest first."""
    case = get(session, case_id)
    rows = session.exec(
        select(CaseEvent, Officer.name)
        .join(Officer, col(Officer.id) == col(CaseEvent.officer_id), isouter=True)
        .where(CaseEvent.case_id == case.id)
        .order_by(col(CaseEvent.happened_at), col(CaseEvent.id))
    )
    said = [
        Word(event.happened_at, name, _text(session, "case_event", event))
        for event, name in rows
    ]
    return _words_before(session, case) + said


def _words_before(session: Session, case: Case) -> list[Word]:
    if case.contact_id is None:
        return []
    rows = session.exec(
        select(Utterance)
        .where(
            Utterance.contact_id == case.contact_id,
            col(Utterance.said_at) < case.opened_at,
            col(Utterance.said_at) >= case.opened_at - TIME_BEFORE,
        )
        .order_by(col(Utterance.said_at).desc(), col(Utterance.id).desc())
        .limit(WORDS_BEFORE)
    ).all()
    return [
        Word(row.said_at, None, _text(session, "utterance", row), before=True)
        for row in reversed(rows)
    ]


def _text(session: Session, table: str, row: CaseEvent | Utterance) -> str | None:
    if not row.text_sealed:
        return None
    return keys_of(session).unseal(table, row.id, row.text_sealed).decode()


def _judge(case: Case, now: datetime) -> None:
    """An officer answers whoever waits: was it by the time that was named?"""
    if case.state is CaseState.OPEN and case.expected_at is not None:
        case.in_time = now <= case.expected_at and case.in_time is not False


def _open(session: Session, case_id: UUID) -> Case:
    case = held(session, Case, case_id)
    if case is None:
        raise not_found("case")
    if case.state is CaseState.CLOSED:
        raise DomainError(409, "error.case_closed")
    return case


def _record(
    session: Session, case: Case, action: str, officer_id: UUID, now: datetime
) -> None:
    audit.record(
        session,
        actor=officers.actor(officer_id),
        action=action,
        subject=f"case:{case.id}",
        now=now,
    )
