"""The regression set: questions whose right answer an officer has settled."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from api.errors import DomainError, not_found
from api.store import audit, officers
from api.store.locks import take_turn
from api.store.models import Article, CheckedQuestion
from content import editing, effects, thai
from content.effects import Expected
from content.messages import LANGUAGES


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found out about a revision before it is written down."""

    weighed_against: str
    """`articles.weighed_against` of then: a verdict does not outlive it."""
    lost: tuple[effects.Checked, ...]
    """Checked questions that are right now and would not be any more."""
    accept_losses: bool = False
    """The officer wants it nevertheless."""


def put(
    session: Session,
    *,
    text: str,
    language: str,
    slug: str | None,
    officer_id: UUID,
    now: datetime,
) -> CheckedQuestion:
    """From now on this is right for this question, whatever was right before.

    `slug` None: no article may be served as its answer.
    """
    line = line_of(text)
    if language not in LANGUAGES:
        raise DomainError(422, "error.language_unknown")
    if slug is not None and session.get(Article, slug) is None:
        raise not_found("article")
    officers.get(session, officer_id)
    take_turn(session, "articles")
    found = _same(session, language, line) or CheckedQuestion(
        text=line,
        normalised=thai.normalise(line),
        language=language,
        added_by=officer_id,
        created_at=now,
    )
    found.slug, found.added_by, found.created_at = slug, officer_id, now
    session.add(found)
    session.flush()
    audit.record(
        session,
        actor=officers.actor(officer_id),
        action="question.check",
        subject=f"checked:{found.id}",
        now=now,
        article=slug,
    )
    return found


def remove(
    session: Session, checked_id: UUID, *, officer_id: UUID, now: datetime
) -> CheckedQuestion:
    """It was wrong, or is no longer so."""
    found = session.get(CheckedQuestion, checked_id)
    if found is None:
        raise not_found("question")
    take_turn(session, "articles")
    session.delete(found)
    session.flush()
    audit.record(
        session,
        actor=officers.actor(officer_id),
        action="question.uncheck",
        subject=f"checked:{checked_id}",
        now=now,
    )
    return found


def list_(session: Session) -> list[CheckedQuestion]:
    """All of them, by language, the oldest first."""
    statement = select(CheckedQuestion).order_by(
        col(CheckedQuestion.language), col(CheckedQuestion.id)
    )
    return list(session.exec(statement).all())


def any_(session: Session) -> bool:
    return session.exec(select(CheckedQuestion.id).limit(1)).first() is not None


def expected(session: Session) -> list[Expected]:
    """All of them, as a revision is weighed by them."""
    return [
        Expected(str(row.id), row.text, row.language, row.slug)
        for row in list_(session)
    ]


def stamp(session: Session) -> str:
    """A text that changes whenever the set does."""
    count, newest = session.exec(
        select(func.count(), func.max(col(CheckedQuestion.created_at))).select_from(
            CheckedQuestion
        )
    ).one()
    return f"{count} {newest}"


def line_of(text: str) -> str:
    """A question as officers put it down: one line that is nobody's."""
    try:
        return editing.line_of(text)
    except editing.LineRefused as refused:
        raise refusal(refused) from refused


def refusal(refused: editing.LineRefused) -> DomainError:
    """Why a line cannot be added, for the officer who would."""
    status = 409 if refused.reason == "line_there" else 422
    return DomainError(status, f"error.{refused.reason}", value=refused.value)


def _same(session: Session, language: str, line: str) -> CheckedQuestion | None:
    return session.exec(
        select(CheckedQuestion).where(
            CheckedQuestion.language == language,
            CheckedQuestion.normalised == thai.normalise(line),
        )
    ).first()
