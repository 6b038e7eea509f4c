"""Planned waves: written down beforehand, opened and closed by themselves."""

from datetime import date, datetime, timedelta
from typing import Any, TypedDict
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col
from typing_extensions import Unpack

from api.errors import DomainError, not_found
from api.store import waves
from api.store.locks import held
from api.store.models import SurveyVersion, Wave
from api.store.types import uuid7
from api.store.words import WaveState
from surveys import benchmark as benchmarks
from surveys.benchmark import Benchmark
from surveys.population import Population

AGES = range(1, 100)
MOST_TEXT = 2_000
# A quarter between the openings of two waves of one survey: nobody is asked the same
# more than four times a year.
APART = timedelta(days=90)


class Details(TypedDict, total=False):
    """What a plan says; what is left out keeps its default, or stays as it was."""

    population: str
    population_size: int | None
    frame: str
    frame_note: str
    drawn: int | None
    opens_at: datetime
    ends_at: datetime | None
    min_age: int | None
    reminders: bool
    responsible: str
    contact: str
    limitations: str
    results_by: date | None
    made_up: bool


def plan(
    session: Session,
    key: str,
    version: SurveyVersion,
    *,
    now: datetime,
    by: str = "cli",
    anyway: str = "",
    **details: Unpack[Details],
) -> Wave:
    """Write a wave down; it opens at `opens_at`, now if none is given.

    `anyway` is the reason for a wave closer to another of the same survey than 90
    days; without one it is refused. Raises DomainError for a plan that cannot be.
    """
    if waves.find(session, key) is not None:
        raise DomainError(409, "error.wave_exists", key=key)
    wave = Wave(
        id=uuid7(),
        key=key,
        survey_version_id=version.id,
        state=WaveState.PLANNED,
        population="",
        opens_at=now,
    )
    _say(wave, details)
    _check(wave, now)
    check_apart(session, version, wave.opens_at, anyway=anyway)
    session.add(wave)
    session.flush()
    waves.record(session, wave, "plan", by=by, now=now, **_told(wave, anyway))
    return wave


def edit(
    session: Session,
    wave_id: UUID,
    *,
    now: datetime,
    by: str = "cli",
    anyway: str = "",
    **details: Unpack[Details],
) -> Wave:
    """Change what a plan says, until it opens."""
    wave = _planned(session, wave_id)
    moved = details.get("opens_at", wave.opens_at) != wave.opens_at
    _say(wave, details)
    _check(wave, now)
    if moved:
        version = session.get_one(SurveyVersion, wave.survey_version_id)
        check_apart(session, version, wave.opens_at, anyway=anyway, but=wave.id)
    session.flush()
    waves.record(session, wave, "edit", by=by, now=now, **_told(wave, anyway))
    return wave


def open_planned(
    session: Session, wave_id: UUID, now: datetime, *, by: str = "cli"
) -> Wave:
    """Begin a planned wave, at its time or before."""
    wave = _planned(session, wave_id)
    if wave.ends_at is not None and wave.ends_at <= now:
        raise DomainError(409, "error.wave_ends_first")
    wave.state = WaveState.OPEN
    wave.opens_at = now
    session.flush()
    waves.record(session, wave, "open", by=by, now=now)
    return wave


def give_up(session: Session, wave_id: UUID, now: datetime, *, by: str = "cli") -> None:
    """Take a plan back: the wave is not held."""
    wave = _planned(session, wave_id)
    wave.state, wave.closes_at = WaveState.CLOSED, now
    session.flush()
    waves.record(session, wave, "give_up", by=by, now=now)


def set_margins(
    session: Session,
    wave_id: UUID,
    population: Population,
    now: datetime,
    *,
    by: str = "cli",
) -> Wave:
    """What is known of the population, to weight the answers to; until freezing."""
    wave = _unfrozen(session, wave_id)
    wave.margins = population.model_dump(mode="json")
    session.flush()
    told = {"source": population.source, "questions": sorted(population.margins)}
    waves.record(session, wave, "margins", by=by, now=now, **told)
    return wave


def set_benchmark(
    session: Session,
    wave_id: UUID,
    benchmark: Benchmark | None,
    now: datetime,
    *,
    by: str = "cli",
) -> Wave:
    """The share known from elsewhere that one question is held against; until
    freezing. None: it is held against nothing. Raises DomainError where it does not
    fit the survey, with every flaw."""
    wave = _unfrozen(session, wave_id)
    told: dict[str, Any] = {}
    if benchmark is not None:
        found = benchmarks.flaws(benchmark, waves.survey_of(session, wave))
        if found:
            raise DomainError(422, "error.benchmark_fault", reason="; ".join(found))
        told = {"source": benchmark.source, "question": benchmark.question}
    wave.benchmark = None if benchmark is None else benchmark.model_dump(mode="json")
    session.flush()
    waves.record(session, wave, "benchmark", by=by, now=now, **told)
    return wave


def set_drawn(
    session: Session, wave_id: UUID, drawn: int, now: datetime, *, by: str = "cli"
) -> Wave:
    """How many a probability sample drew; until freezing, for it may be known late."""
    wave = _unfrozen(session, wave_id)
    wave.drawn = drawn
    _check_drawn(wave)
    session.flush()
    waves.record(session, wave, "drawn", by=by, now=now, drawn=drawn)
    return wave


def due(session: Session, now: datetime) -> tuple[list[UUID], list[UUID]]:
    """The waves to open now and those to close, the earliest first."""
    opening = session.scalars(
        select(col(Wave.id))
        .where(col(Wave.state) == WaveState.PLANNED, col(Wave.opens_at) <= now)
        .order_by(col(Wave.opens_at))
    )
    closing = session.scalars(
        select(col(Wave.id))
        .where(col(Wave.state) == WaveState.OPEN, col(Wave.ends_at) <= now)
        .order_by(col(Wave.ends_at))
    )
    return list(opening), list(closing)


def advance(session: Session, wave_id: UUID, now: datetime) -> bool:
    """Open or close one wave whose time has come; False: somebody was faster.

    A plan whose whole time passed while nobody was there to open it is not held.
    """
    wave = held(session, Wave, wave_id)
    ends = None if wave is None else wave.ends_at
    if wave is not None and wave.state is WaveState.PLANNED and wave.opens_at <= now:
        if ends is not None and ends <= now:
            give_up(session, wave_id, now, by="job")
        else:
            open_planned(session, wave_id, now, by="job")
        return True
    if wave is not None and wave.state is WaveState.OPEN and ends and ends <= now:
        waves.close(session, wave_id, now, by="job")
        return True
    return False


def check_apart(
    session: Session,
    version: SurveyVersion,
    opens_at: datetime,
    *,
    anyway: str = "",
    but: UUID | None = None,
) -> None:
    """Raises DomainError where another wave of the survey opens, or opened, within 90
    days of this moment, unless there is a reason to hold one `anyway`."""
    if anyway.strip():
        return
    others = session.scalars(
        select(Wave)
        .join(SurveyVersion, col(SurveyVersion.id) == col(Wave.survey_version_id))
        .where(
            col(SurveyVersion.survey_key) == version.survey_key,
            col(Wave.opens_at) > opens_at - APART,
            col(Wave.opens_at) < opens_at + APART,
        )
        .order_by(col(Wave.opens_at).desc())
    )
    for other in others:
        if other.id != but:
            raise DomainError(
                409, "error.wave_too_soon", key=other.key, days=APART.days
            )


def _planned(session: Session, wave_id: UUID) -> Wave:
    wave = held(session, Wave, wave_id)
    if wave is None:
        raise not_found("wave")
    if wave.state is not WaveState.PLANNED:
        raise DomainError(409, "error.wave_not_planned", key=wave.key)
    return wave


def _unfrozen(session: Session, wave_id: UUID) -> Wave:
    wave = held(session, Wave, wave_id)
    if wave is None:
        raise not_found("wave")
    if wave.state is WaveState.FROZEN:
        raise DomainError(409, "error.wave_frozen", key=wave.key)
    return wave


def _say(wave: Wave, details: Details) -> None:
    for name, value in details.items():
        setattr(wave, name, value)


def _check(wave: Wave, now: datetime) -> None:
    if not wave.population.strip():
        raise DomainError(422, "error.wave_population")
    if wave.frame not in waves.FRAMES:
        raise DomainError(422, "error.frame_unknown", frame=wave.frame)
    if wave.frame == "probability" and not wave.frame_note.strip():
        raise DomainError(422, "error.frame_note_missing")
    _check_drawn(wave)
    if wave.population_size is not None and wave.population_size < 1:
        raise DomainError(422, "error.wave_population_size")
    if wave.min_age is not None and wave.min_age not in AGES:
        raise DomainError(
            422, "error.wave_min_age", least=AGES.start, most=AGES.stop - 1
        )
    if wave.ends_at is not None and not max(wave.opens_at, now) < wave.ends_at:
        raise DomainError(422, "error.wave_ends_first")
    for name in ("population", "frame_note", "responsible", "contact", "limitations"):
        if len(getattr(wave, name)) > MOST_TEXT:
            raise DomainError(422, "error.text_shape", most=MOST_TEXT)


def _check_drawn(wave: Wave) -> None:
    if wave.drawn is None:
        return
    if wave.frame != "probability":
        raise DomainError(422, "error.wave_drawn_frame")
    if wave.drawn < 1:
        raise DomainError(422, "error.wave_drawn_none")


def _told(wave: Wave, anyway: str) -> dict[str, Any]:
    """What the audit log keeps of a plan."""
    told = {
        "frame": wave.frame,
        "opens_at": wave.opens_at.isoformat(),
        "ends_at": wave.ends_at and wave.ends_at.isoformat(),
        "min_age": wave.min_age,
        "reminders": wave.reminders,
        "population_size": wave.population_size,
        "drawn": wave.drawn,
    }
    return told | ({"anyway": anyway.strip()} if anyway.strip() else {})
