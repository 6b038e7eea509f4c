"""/api/v1/waves: when a survey is asked, of whom, how it ended, and its evidence."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Security
from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints
from sqlmodel import Session

from api.auth import api_key
from api.dependencies import After, Limit, Now, ReadSession, WriteSession, database_of
from api.errors import DomainError
from api.routes.shapes import (
    Answer,
    Asked,
    Line,
    LongLine,
    PageOf,
    WaveKey,
    page_of,
    refusals,
)
from api.store import api_keys, freezing, wave_plans, waves
from api.store.models import ApiKey, Wave
from api.store.session import Database
from api.store.words import WaveState
from surveys import population
from surveys.population import Population

router = APIRouter(prefix="/waves", tags=["waves"])
Reads = Annotated[ApiKey, Security(api_key, scopes=["waves:read"])]
Writes = Annotated[ApiKey, Security(api_key, scopes=["waves:write"])]
# Fixing a large wave takes a core for seconds.
AT_ONCE = 1
Alone = Annotated[
    Database, Depends(database_of, scope="function", max_concurrency=AT_ONCE)
]
MOST_PEOPLE = 10**9
MOST_REASON = 300
YEARS = range(2020, 2101)


def _near(moment: datetime) -> datetime:
    """A moment that days can be added to and taken from."""
    if moment.year not in YEARS:
        raise ValueError(f"is not from {YEARS.start} to {YEARS.stop - 1}")
    return moment


Moment = Annotated[AwareDatetime, AfterValidator(_near)]
Count = Annotated[int, Field(strict=True, ge=0, le=MOST_PEOPLE)]
Share = Annotated[float, Field(strict=True, ge=0, le=MOST_PEOPLE)]
Named = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Frame = Literal["open_link", "invited_list", "probability"]


class WaveLine(Answer):
    """One run of a survey."""

    key: str
    survey_id: UUID
    state: WaveState
    frame: Frame
    """Who could answer: anyone with the link, those invited, or a drawn sample."""
    frame_note: str
    population: str
    population_size: int | None
    """People; null: nobody knows."""
    min_age: int | None
    """Asked before the first question; whoever is younger is not asked further."""
    reminders: bool
    opens_at: datetime
    """When it opened; while it is planned, when it shall."""
    ends_at: datetime | None
    """When it shall close by itself."""
    closes_at: datetime | None
    """When it was closed."""
    frozen_at: datetime | None
    """When its answers were fixed."""
    results_by: date | None
    responsible: str
    contact: str
    limitations: str
    made_up: bool
    """Demonstration data: to be said wherever a number of it is shown."""


# What a row calls by the same name.
OF_ROW = tuple(name for name in WaveLine.model_fields if name != "survey_id")


class WaveWhole(WaveLine):
    margins: Population | None
    """What is known of the population, to which answers are weighted."""
    offered: int
    started: int
    complete: int


class WaveWanted(Asked):
    """A plan. Without `opens_at` the wave is opened at once."""

    model_config = Asked.model_config | {
        "json_schema_extra": {
            "examples": [
                {
                    "key": "life-2026-11",
                    "survey_id": "019aa0b4-0000-7000-8000-000000000000",
                    "population": "ผู้ที่อยู่หรือทำงานในอ้อมน้อย อายุ 18 ปีขึ้นไป",
                    "population_size": 53821,
                    "frame": "open_link",
                    "frame_note": "ลิงก์และ QR ที่ตลาดกับโรงงาน 12 แห่ง",
                    "min_age": 18,
                    "opens_at": "2026-12-01T09:00:00+07:00",
                    "ends_at": "2026-12-15T18:00:00+07:00",
                    "responsible": "กองสาธารณสุขและสิ่งแวดล้อม",
                    "contact": "02-000-0000",
                }
            ]
        }
    }

    key: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,79}$")] = (
        Field(description="its name in links and files, used once")
    )
    survey_id: UUID
    population: LongLine = Field(description="whom the figures are about, in words")
    population_size: Annotated[int, Field(ge=1, le=MOST_PEOPLE)] | None = None
    frame: Frame = "open_link"
    frame_note: LongLine | None = Field(
        default=None, description="how the frame was drawn up; needed for probability"
    )
    min_age: Annotated[int, Field(ge=1, le=99)] | None = None
    reminders: bool = False
    opens_at: Moment | None = Field(
        default=None, description="when it opens by itself; null: now"
    )
    ends_at: Moment | None = None
    results_by: date | None = None
    responsible: LongLine | None = None
    contact: LongLine | None = None
    limitations: LongLine | None = None
    made_up: bool = False
    anyway: Line | None = Field(
        default=None,
        description="why it opens less than 90 days from another wave of the survey",
    )


class MarginsWanted(Asked):
    """The population by the answers to questions of the survey: people, or shares that
    add up to 1."""

    model_config = Asked.model_config | {
        "json_schema_extra": {
            "examples": [
                {
                    "source": "ทะเบียนราษฎร",
                    "as_of": "2025-12-31",
                    "margins": {"sex": {"male": 26000, "female": 27821}},
                }
            ]
        }
    }

    source: Line
    as_of: date
    margins: Annotated[
        dict[Named, Annotated[dict[Named, Count | Share], Field(max_length=100)]],
        Field(min_length=1, max_length=20),
    ]


class Wording(Answer):
    version: int
    sha256: str


class EvidenceOf(Answer):
    """What was fixed when the wave was frozen; hashes are SHA-256 in hexadecimal."""

    wave: str
    frozen_at: datetime
    sha256: str
    """Over one line of canonical JSON for each response that counts."""
    responses: int
    survey_sha256: str
    questions: dict[str, Wording]
    margins_sha256: str | None
    """Null: answers are weighted to nothing."""
    key_id: str
    """Which key the pseudonyms were made with."""
    code_version: str
    excluded: dict[str, int]
    flags: dict[str, int]
    modes: dict[str, int]
    languages: dict[str, int]


@router.get("", responses=refusals(401, 403, 422))
def list_waves(
    key: Reads, session: ReadSession, after: After = None, limit: Limit = 50
) -> PageOf[WaveLine]:
    """Waves, the newest first."""
    found = waves.page(session, after=after, limit=limit)
    return page_of(found, lambda row: WaveLine(**_told(row)))


@router.get("/{wave}", responses=refusals(401, 403, 404, 422))
def get_wave(key: Reads, session: ReadSession, wave: WaveKey) -> WaveWhole:
    """One wave with its margins and how many took part."""
    return _whole(session, waves.get(session, wave))


@router.post("", status_code=201, responses=refusals(401, 403, 404, 409, 422))
def plan_wave(
    key: Writes, session: WriteSession, wanted: WaveWanted, now: Now
) -> WaveWhole:
    """Write a wave down. It opens at `opens_at`, or at once where that is not given.

    Refused within 90 days of another wave of the same survey, unless `anyway` says why.
    """
    by = api_keys.actor(key)
    told = wanted.model_dump(exclude={"key", "survey_id", "anyway"}, exclude_none=True)
    wave = wave_plans.plan(
        session,
        wanted.key,
        waves.get_version(session, wanted.survey_id),
        now=now,
        by=by,
        anyway=wanted.anyway or "",
        **told,
    )
    if wanted.opens_at is None:
        wave = wave_plans.open_planned(session, wave.id, now, by=by)
    return _whole(session, wave)


@router.post("/{wave}/open", responses=refusals(401, 403, 404, 409, 422))
def open_wave(key: Writes, session: WriteSession, wave: WaveKey, now: Now) -> WaveWhole:
    """Begin a planned wave now, before its time."""
    found = waves.get(session, wave)
    by = api_keys.actor(key)
    return _whole(session, wave_plans.open_planned(session, found.id, now, by=by))


@router.post("/{wave}/close", responses=refusals(401, 403, 404, 409, 422))
def close_wave(
    key: Writes, session: WriteSession, wave: WaveKey, now: Now
) -> WaveWhole:
    """Ask no more; answers not finished stay as they are. A plan is given up."""
    found = waves.get(session, wave)
    by = api_keys.actor(key)
    if found.state is WaveState.PLANNED:
        wave_plans.give_up(session, found.id, now, by=by)
    else:
        waves.close(session, found.id, now, by=by)
    return _whole(session, found)


@router.post("/{wave}/freeze", responses=refusals(401, 403, 404, 409, 422))
def freeze_wave(key: Writes, database: Alone, wave: WaveKey, now: Now) -> WaveWhole:
    """Fix a closed wave for good: mark what looks odd, write the outcomes down, hash
    the answers. By itself this happens a day after it closes."""
    with database.read() as session:
        wave_id = waves.get(session, wave).id
    freezing.run(database, wave_id, now, by=api_keys.actor(key))
    with database.read() as session:
        return _whole(session, waves.get(session, wave))


@router.post("/{wave}/margins", responses=refusals(401, 403, 404, 409, 422))
def set_margins(
    key: Writes, session: WriteSession, wave: WaveKey, wanted: MarginsWanted, now: Now
) -> WaveWhole:
    """Keep what is known of the population, to weight the answers to; until the wave
    is frozen. Refused where it does not fit the survey, or itself, with the place."""
    found = waves.get(session, wave)
    told = Population.model_validate(wanted.model_dump())
    flaw = population.flaw(told, waves.survey_of(session, found))
    if flaw is not None:
        reason = flaw[0][:MOST_REASON]
        raise DomainError(422, "error.margins_fault", reason=reason)
    by = api_keys.actor(key)
    return _whole(session, wave_plans.set_margins(session, found.id, told, now, by=by))


@router.get("/{wave}/evidence", responses=refusals(401, 403, 404, 409, 422))
def get_evidence(key: Reads, session: ReadSession, wave: WaveKey) -> EvidenceOf:
    """The fingerprints of a frozen wave: what its figures can be found again from.

    `ecotown wave verify` works them out anew and says what differs.
    """
    found = waves.get(session, wave)
    if found.evidence is None:
        raise DomainError(409, "error.wave_not_frozen", key=wave)
    return EvidenceOf.model_validate({"wave": wave, **found.evidence})


def _told(row: Wave) -> dict[str, Any]:
    told = {name: getattr(row, name) for name in OF_ROW}
    return {"survey_id": row.survey_version_id, **told}


def _whole(session: Session, row: Wave) -> WaveWhole:
    return WaveWhole.model_validate(
        {**_told(row), "margins": row.margins, **waves.counts(session, row.id)}
    )
