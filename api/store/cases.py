"""Cases: a resident waits for a person, and officers answer in the same chat."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from api.errors import DomainError, not_found
from api.store import audit, deliveries, officers, paging, responses, takebacks
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
from api.store.words import CaseState, ContactState, DeliveryKind
from content import messages
from content.messages import DEFAULT
from content.outbound import Choice, Outbound
from content.rendering.text import shorten

# The subject of the talk while a resident writes to an officer.
TOPIC = "person"
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
    session: Session, contact: Contact, *, now: datetime, urgent: bool = False
) -> Case:
    """The resident's open case, or a new one; urgent once it was ever urgent."""
    held(session, Resident, contact.resident_id)
    case = session.exec(
        select(Case).where(
            Case.resident_id == contact.resident_id, Case.state != CaseState.CLOSED
        )
    ).first()
    if case is None:
        take_turn(session, "case number")
        case = Case(
            number=(session.exec(select(func.max(Case.number))).one() or 0) + 1,
            resident_id=contact.resident_id,
            opened_at=now,
        )
    # The answer goes to where the resident spoke last.
    case.contact_id = contact.id
    case.urgent = case.urgent or urgent
    session.add(case)
    session.flush()
    return case


def add_word(
    session: Session,
    case: Case,
    *,
    officer_id: UUID | None = None,
    text: str,
    now: datetime,
    message_hash: str | None = None,
) -> CaseEvent:
    """Keep what the resident (no officer) or an officer wrote."""
    event = CaseEvent(
        case_id=case.id,
        happened_at=now,
        officer_id=officer_id,
        message_hash=takebacks.mark(session, "case_event", message_hash),
    )
    sealed = text.encode("utf-8", "replace")
    event.text_sealed = keys_of(session).seal("case_event", event.id, sealed)
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
    contact = session.get(Contact, case.contact_id) if case.contact_id else None
    if contact is None or contact.state is not ContactState.ACTIVE:
        raise DomainError(409, "error.contact_gone")
    resident = session.get_one(Resident, contact.resident_id)
    add_word(session, case, officer_id=officer_id, text=text, now=now)
    language = resident.language or DEFAULT
    said, expects = _as_said(session, case, contact, text, language)
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


def _as_said(
    session: Session, case: Case, contact: Contact, text: str, language: str
) -> tuple[Outbound, dict[str, Any]]:
    """An officer's words in the chat, and where the resident's next word goes.

    Back to the officer; but in the middle of a survey its question stays open, and a
    button leads to the officer.
    """
    words = messages.load()
    told = words.say("person.answered", language, number=case.number, text=text)
    open_ = deliveries.last_expectation(session, contact.id)
    if open_ is not None and open_.get("topic") == responses.TOPIC:
        button = Choice(words.say("person.reply", language), "person")
        kept = [*open_.get("choices", []), [button.label, button.data, []]]
        return Outbound(told, choices=(button,)), {**open_, "choices": kept}
    button = Choice(words.say("person.back", language), "menu")
    choices = [[button.label, button.data, []]]
    return Outbound(told, choices=(button,)), {"topic": TOPIC, "choices": choices}


def close(session: Session, case_id: UUID, officer_id: UUID, now: datetime) -> Case:
    """Nobody waits any more; the resident's next word opens a new case."""
    officers.get(session, officer_id)
    case = _open(session, case_id)
    case.state = CaseState.CLOSED
    case.closed_at = now
    session.add(CaseEvent(case_id=case.id, happened_at=now, officer_id=officer_id))
    session.flush()
    _record(session, case, "case.close", officer_id, now)
    return case


def get(session: Session, case_id: UUID) -> Case:
    case = session.get(Case, case_id)
    if case is None:
        raise not_found("case")
    return case


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
