"""Questions nobody could answer yet: what the town's answers still lack."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from api.errors import DomainError, not_found
from api.store import audit, paging, takebacks
from api.store.locks import held
from api.store.models import OpenQuestion
from api.store.paging import Page
from api.store.session import keys_of
from api.store.words import QuestionState
from content import personal

MOST_TEXT = 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as officers read it: masked, and without whose it is."""

    id: UUID
    language: str
    text: str
    asked_at: datetime
    state: QuestionState


@dataclass(frozen=True, slots=True)
class Alike:
    """Questions asked in the same words, but for spaces and capitals."""

    newest: Asked
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
    masked = personal.mask(text)[:MOST_TEXT].encode("utf-8", "replace")
    question.text_sealed = keys_of(session).seal("open_question", question.id, masked)
    session.add(question)
    session.flush()
    return question


def list_(
    session: Session,
    *,
    state: QuestionState | None = QuestionState.OPEN,
    after: str | None = None,
    limit: int = 50,
) -> Page[Asked]:
    """Questions in one state, or all of them (None), the newest first."""
    statement = select(OpenQuestion)
    if state is not None:
        statement = statement.where(OpenQuestion.state == state)
    found = paging.page(
        session, statement, col(OpenQuestion.id), after=after, limit=limit
    )
    return Page([_readable(session, row) for row in found.items], found.next)


def grouped(asked: Iterable[Asked]) -> list[Alike]:
    """Equal questions as one, those asked most often first."""
    groups: dict[tuple[str, str], list[Asked]] = {}
    for each in asked:
        words = " ".join(each.text.casefold().split())
        groups.setdefault((each.language, words), []).append(each)
    found = [
        Alike(newest, tuple(other.id for other in others))
        for newest, *others in groups.values()
    ]
    return sorted(found, key=lambda group: -group.count)


def get(session: Session, question_id: UUID) -> Asked:
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
) -> Asked:
    """An article answers it now, and those of the `others` that are still open."""
    return _settle_all(session, question_id, others, QuestionState.ANSWERED, by, now)


def dismiss(
    session: Session,
    question_id: UUID,
    *,
    others: Collection[UUID] = (),
    by: str,
    now: datetime,
) -> Asked:
    """Nothing the town should answer, nor those of the `others` still open."""
    return _settle_all(session, question_id, others, QuestionState.DISMISSED, by, now)


def _settle_all(
    session: Session,
    question_id: UUID,
    others: Collection[UUID],
    state: QuestionState,
    by: str,
    now: datetime,
) -> Asked:
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
) -> Asked:
    question = held(session, OpenQuestion, question_id)
    if question is None:
        raise not_found("question")
    if question.state is not QuestionState.OPEN:
        raise DomainError(409, "error.question_settled")
    question.state = state
    session.flush()
    audit.record(
        session,
        actor=by,
        action=f"question.{state}",
        subject=f"question:{question.id}",
        now=now,
    )
    return _readable(session, question)


def _readable(session: Session, row: OpenQuestion) -> Asked:
    text = keys_of(session).unseal("open_question", row.id, row.text_sealed)
    return Asked(row.id, row.language, text.decode(), row.asked_at, row.state)
