"""Every question as it was asked, and what became of it: what we learn from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from api.store import questions, takebacks
from api.store.locks import held
from api.store.models import Asked
from api.store.session import keys_of
from content import dates
from content.decide import Outcome

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its outcome as officers read them: without whose it was."""

    id: UUID
    language: str
    text: str
    asked_at: datetime
    outcome: Outcome
    slug: str | None
    confidence: float
    helpful: bool | None


@dataclass(frozen=True, slots=True)
class Week:
    """What was asked in one week, from Monday to Sunday in Bangkok."""

    year: int
    """Of ISO 8601, as the number: the last days of a year may be the next one's."""
    number: int
    begins: datetime
    answered: int = 0
    suggested: int = 0
    unknown: int = 0
    thumbs_up: int = 0
    thumbs_down: int = 0

    @property
    def asked(self) -> int:
        return self.answered + self.suggested + self.unknown


def record(
    session: Session,
    *,
    resident_id: UUID | None,
    language: str,
    text: str,
    outcome: Outcome,
    slug: str | None,
    confidence: float,
    message_hash: str | None,
    now: datetime,
) -> UUID:
    """Keep what was asked, masked, and its outcome; by the id its thumb is given."""
    asked = Asked(
        resident_id=resident_id,
        language=language,
        asked_at=now,
        outcome=outcome,
        slug=slug,
        confidence=confidence,
        message_hash=takebacks.mark(session, "asked", message_hash),
    )
    masked = questions.masked(text)
    asked.text_sealed = keys_of(session).seal("asked", asked.id, masked.encode())
    session.add(asked)
    session.flush()
    return asked.id


def thumb(
    session: Session,
    asked_id: UUID,
    resident_id: UUID,
    *,
    helpful: bool,
    now: datetime,
) -> Asked | None:
    """Whether it helped, as its asker says; the last word counts.

    None: nobody's or another's question. One that did not help is an open question
    for the officers until its asker thinks better of it.
    """
    asked = held(session, Asked, asked_id)
    if asked is None or asked.resident_id != resident_id:
        return None
    changed = asked.helpful is not helpful
    asked.helpful = helpful
    session.flush()
    if helpful:
        questions.take_back(session, asked.id, now)
    elif changed and asked.text_sealed is not None:
        questions.report(session, asked, _text(session, asked), now)
    return asked


def pick(session: Session, asked_id: UUID, resident_id: UUID, *, slug: str) -> bool:
    """Which of the suggested articles its asker chose; False: not theirs to choose."""
    asked = held(session, Asked, asked_id)
    if asked is None or asked.resident_id != resident_id:
        return False
    asked.slug = slug
    session.add(asked)
    session.flush()
    return True


def recent(session: Session, since: datetime, limit: int) -> list[Question]:
    """What was asked since then and still has its text, the newest first."""
    statement = (
        select(Asked)
        .where(Asked.asked_at >= since, col(Asked.text_sealed).is_not(None))
        .order_by(col(Asked.asked_at).desc(), col(Asked.id).desc())
        .limit(limit)
    )
    return [
        Question(
            id=row.id,
            language=row.language,
            text=_text(session, row),
            asked_at=row.asked_at,
            outcome=row.outcome,
            slug=row.slug,
            confidence=row.confidence,
            helpful=row.helpful,
        )
        for row in session.exec(statement)
    ]


def weekly(session: Session, since: datetime, until: datetime) -> list[Week]:
    """Every week that has a moment from `since` on and before `until`, whole."""
    return [_week(session, begins) for begins in _mondays(since, until)]


def latest_weeks(session: Session, count: int, now: datetime) -> list[Week]:
    """The week that is and those before it, `count` in all."""
    # A moment later than now: of a week that begins this instant, this instant is.
    until = now + timedelta(microseconds=1)
    return weekly(session, now - (count - 1) * WEEK, until)


def _mondays(since: datetime, until: datetime) -> Iterator[datetime]:
    local = since.astimezone(dates.BANGKOK)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    monday = midnight - timedelta(days=local.weekday())
    while monday < until:
        yield monday
        monday += WEEK


def _week(session: Session, begins: datetime) -> Week:
    counts = session.exec(
        select(Asked.outcome, Asked.helpful, func.count())
        .where(Asked.asked_at >= begins, Asked.asked_at < begins + WEEK)
        .group_by(col(Asked.outcome), col(Asked.helpful))
    ).all()

    def by_outcome(outcome: Outcome) -> int:
        return sum(count for each, _, count in counts if each is outcome)

    def by_thumb(helpful: bool) -> int:
        return sum(count for _, each, count in counts if each is helpful)

    year, number, _ = begins.isocalendar()
    return Week(
        year=year,
        number=number,
        begins=begins,
        answered=by_outcome(Outcome.ANSWER),
        suggested=by_outcome(Outcome.SUGGEST),
        unknown=by_outcome(Outcome.UNKNOWN),
        thumbs_up=by_thumb(True),
        thumbs_down=by_thumb(False),
    )


def _text(session: Session, row: Asked) -> str:
    sealed = row.text_sealed or b""
    return keys_of(session).unseal("asked", row.id, sealed).decode()
