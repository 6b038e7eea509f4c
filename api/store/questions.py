"""Questions nobody could answer well yet: what the town's answers still lack."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from api.errors import DomainError, not_found
from api.store import audit, models, paging, takebacks
from api.store.locks import held
from api.store.models import OpenQuestion
from api.store.paging import Page
from api.store.session import keys_of
from api.store.words import QuestionState
from content import grouping, personal

MOST_TEXT = 1000


@dataclass(frozen=True, slots=True)
class Kept:
    """A question as officers read it: masked, and without whose it is."""

    id: UUID
    language: str
    text: str
    asked_at: datetime
    state: QuestionState
    answered_with: str | None
    """The article that was served and did not help; None: none was."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Questions that ask for the same thing, as far as their words tell."""

    newest: Kept
    others: tuple[UUID, ...]

    @property
    def count(self) -> int:
        return 1 + len(self.others)


def keep(
    session: Session,
    *,
    resident_id: UUID | None,
    language: str,
    text: str,
    now: datetime,
    message_hash: str | None = None,
) -> OpenQuestion:
    """Keep the question, its telephone numbers and the like masked first."""
    question = OpenQuestion(
        resident_id=resident_id,
        language=language,
        text_sealed=b"",
        asked_at=now,
        message_hash=takebacks.mark(session, "open_question", message_hash),
    )
    return _keep(session, question, masked(text))


def masked(text: str) -> str:
    """A question as it is kept: nobody's numbers in it, and not without end."""
    whole = text.encode("utf-8", "replace").decode()
    return personal.mask(whole)[:MOST_TEXT]


def report(
    session: Session, asked: models.Asked, text: str, now: datetime
) -> OpenQuestion:
    """It was answered, and that did not help: open for officers, once."""
    kept = held(session, OpenQuestion, asked.id)
    if kept is None:
        question = OpenQuestion(
            id=asked.id,
            resident_id=asked.resident_id,
            language=asked.language,
            text_sealed=b"",
            # As old as the question: its text is kept no longer than that one's.
            asked_at=asked.asked_at,
            answered_with=asked.slug,
        )
        return _keep(session, question, text)
    if kept.state is QuestionState.DISMISSED:
        _turn(session, kept, QuestionState.OPEN, "resident", now)
    return kept


def take_back(session: Session, asked_id: UUID, now: datetime) -> None:
    """It did help after all: nothing to do for the officers, if it is still open."""
    kept = held(session, OpenQuestion, asked_id)
    if kept is not None and kept.state is QuestionState.OPEN:
        _turn(session, kept, QuestionState.DISMISSED, "resident", now)


def _keep(session: Session, question: OpenQuestion, text: str) -> OpenQuestion:
    question.text_sealed = keys_of(session).seal(
        "open_question", question.id, text.encode()
    )
    session.add(question)
    session.flush()
    return question


def list_(
    session: Session,
    *,
    state: QuestionState | None = QuestionState.OPEN,
    after: str | None = None,
    limit: int = 50,
) -> Page[Kept]:
    """Questions in one state, or all of them (None), the newest first."""
    statement = select(OpenQuestion)
    if state is not None:
        statement = statement.where(OpenQuestion.state == state)
    found = paging.page(
        session, statement, col(OpenQuestion.id), after=after, limit=limit
    )
    return Page([_readable(session, row) for row in found.items], found.next)


def grouped(asked: Iterable[Kept]) -> list[Alike]:
    """Questions alike as one, those asked most often first; given the newest first.

    Takes a moment for a thousand: no transaction need be open.
    """
    groups = grouping.grouped(asked, lambda each: (each.language, each.text))
    return [
        Alike(newest, tuple(other.id for other in others)) for newest, *others in groups
    ]


def open_(session: Session, limit: int) -> list[Kept]:
    """The newest that are open, as many as may be grouped at once."""
    statement = (
        select(OpenQuestion)
        .where(OpenQuestion.state == QuestionState.OPEN)
        .order_by(col(OpenQuestion.id).desc())
        .limit(limit)
    )
    return [_readable(session, row) for row in session.exec(statement)]


def get(session: Session, question_id: UUID) -> Kept:
    question = session.get(OpenQuestion, question_id)
    if question is None:
        raise not_found("question")
    return _readable(session, question)


def answered(
    session: Session,
    question_id: UUID,
    *,
    others: Collection[UUID] = (),
    by: str,
    now: datetime,
) -> Kept:
    """An article answers it now, and those of the `others` that are still open."""
    return _settle_all(session, question_id, others, QuestionState.ANSWERED, by, now)


def dismiss(
    session: Session,
    question_id: UUID,
    *,
    others: Collection[UUID] = (),
    by: str,
    now: datetime,
) -> Kept:
    """Nothing the town should answer, nor those of the `others` still open."""
    return _settle_all(session, question_id, others, QuestionState.DISMISSED, by, now)


def _settle_all(
    session: Session,
    question_id: UUID,
    others: Collection[UUID],
    state: QuestionState,
    by: str,
    now: datetime,
) -> Kept:
    open_ = session.exec(
        select(OpenQuestion.id).where(
            col(OpenQuestion.id).in_(others),
            col(OpenQuestion.id) != question_id,
            OpenQuestion.state == QuestionState.OPEN,
        )
    ).all()
    settled = _settle(session, question_id, state, by, now)
    # In one order, so that two officers never wait for each other.
    for other in sorted(open_):
        _settle(session, other, state, by, now)
    return settled


def _settle(
    session: Session, question_id: UUID, state: QuestionState, by: str, now: datetime
) -> Kept:
    question = held(session, OpenQuestion, question_id)
    if question is None:
        raise not_found("question")
    if question.state is not QuestionState.OPEN:
        raise DomainError(409, "error.question_settled")
    _turn(session, question, state, by, now)
    return _readable(session, question)


def _turn(
    session: Session,
    question: OpenQuestion,
    state: QuestionState,
    by: str,
    now: datetime,
) -> None:
    question.state = state
    session.flush()
    audit.record(
        session,
        actor=by,
        action=f"question.{state}",
        subject=f"question:{question.id}",
        now=now,
    )


def _readable(session: Session, row: OpenQuestion) -> Kept:
    text = keys_of(session).unseal("open_question", row.id, row.text_sealed)
    return Kept(
        row.id,
        row.language,
        text.decode(),
        row.asked_at,
        row.state,
        row.answered_with,
    )
