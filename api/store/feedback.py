"""You said, we did: what people said in a wave and what was done about it, told to
them. Without it a survey counts as having informed them, and no more."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from api.errors import DomainError, not_found
from api.store import waves
from api.store.locks import held
from api.store.models import Wave, WaveFeedback
from api.store.words import WaveState
from content.dates import BANGKOK
from surveys import participation
from surveys.participation import Standing, Told
from surveys.question import Text

LANGUAGES = ("th", "en")
MOST_TEXT = 2_000
OVER = (WaveState.CLOSED, WaveState.FROZEN)


@dataclass(frozen=True, slots=True)
class ToldOf:
    """What people were told came of their answers in one wave, the newest first."""

    wave: str
    title: Text
    made_up: bool
    entries: tuple[Told, ...]


def post(
    session: Session,
    wave_id: UUID,
    *,
    you_said: Mapping[str, str],
    we_did: Mapping[str, str],
    now: datetime,
    by: str = "cli",
    officer_id: UUID | None = None,
) -> WaveFeedback:
    """Tell people what came of their answers, in Thai and English. An entry is never
    changed: what is to be said anew is posted beside it. Raises DomainError."""
    wave = held(session, Wave, wave_id)
    if wave is None:
        raise not_found("wave")
    if wave.state not in OVER:
        raise DomainError(409, "error.wave_not_over", key=wave.key)
    entry = WaveFeedback(
        wave_id=wave.id,
        you_said=_worded(you_said),
        we_did=_worded(we_did),
        posted_at=now,
        officer_id=officer_id,
    )
    session.add(entry)
    session.flush()
    waves.record(session, wave, "feedback", by=by, now=now, feedback=entry.id)
    return entry


def of_wave(session: Session, wave_id: UUID) -> Sequence[WaveFeedback]:
    """What was told, the newest first."""
    return session.scalars(
        select(WaveFeedback)
        .where(col(WaveFeedback.wave_id) == wave_id)
        .order_by(col(WaveFeedback.posted_at).desc(), col(WaveFeedback.id).desc())
    ).all()


def everything(session: Session, of: Collection[UUID] | None = None) -> list[ToldOf]:
    """What was told, wave by wave, the wave of the newest entry first; `of`: of these
    waves alone."""
    rows = session.scalars(
        select(WaveFeedback)
        .where(*([] if of is None else [col(WaveFeedback.wave_id).in_(of)]))
        .order_by(col(WaveFeedback.posted_at).desc(), col(WaveFeedback.id).desc())
    )
    found: dict[UUID, list[Told]] = {}
    for row in rows:
        found.setdefault(row.wave_id, []).append(told(row))
    return [_told_of(session, wave_id, each) for wave_id, each in found.items()]


def _told_of(session: Session, wave_id: UUID, entries: list[Told]) -> ToldOf:
    wave = session.get_one(Wave, wave_id)
    return ToldOf(
        wave=wave.key,
        title=waves.survey_of(session, wave).title,
        made_up=wave.made_up,
        entries=tuple(entries),
    )


def told(entry: WaveFeedback) -> Told:
    """An entry as pages and packs tell it."""
    return Told(
        you_said=Text.model_validate(entry.you_said),
        we_did=Text.model_validate(entry.we_did),
        posted_on=entry.posted_at.astimezone(BANGKOK).date(),
    )


def standing(session: Session, wave: Wave) -> Standing:
    """What the wave's survey counts as by what was told until now."""
    survey = waves.survey_of(session, wave)
    posted = _first_day(of_wave(session, wave.id))
    return participation.standing(survey.level, wave.results_by, posted)


def _first_day(entries: Sequence[WaveFeedback]) -> date | None:
    return told(entries[-1]).posted_on if entries else None


def _worded(texts: Mapping[str, str]) -> dict[str, str]:
    found = {language: texts.get(language, "").strip() for language in LANGUAGES}
    if not all(0 < len(each) <= MOST_TEXT for each in found.values()):
        raise DomainError(422, "error.feedback_shape", most=MOST_TEXT)
    return found
