"""/api/v1/surveys and /waves: what is asked, when, and how many took part."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from fastapi import APIRouter, Depends, Security
from pydantic import Field, StringConstraints, model_validator
from sqlmodel import Session

from api.auth import api_key
from api.dependencies import After, Limit, Now, ReadSession, WriteSession
from api.errors import DomainError
from api.routes.shapes import Answer, Asked, Line, PageOf, WaveKey, page_of, refusals
from api.store import api_keys, waves
from api.store.models import ApiKey, SurveyVersion, Wave
from api.store.words import WaveState
from surveys import definition
from surveys.definition import Survey
from surveys.located import SurveyError, examine_data

router = APIRouter(tags=["surveys"])
ReadsSurveys = Annotated[ApiKey, Security(api_key, scopes=["surveys:read"])]
WritesSurveys = Annotated[ApiKey, Security(api_key, scopes=["surveys:write"])]
Reads = Annotated[ApiKey, Security(api_key, scopes=["waves:read"])]
Writes = Annotated[ApiKey, Security(api_key, scopes=["waves:write"])]
# The longest survey shipped, in three languages, has 13,000 characters.
SurveyText = Annotated[str, StringConstraints(min_length=1, max_length=60_000)]
MOST_REASON = 300


class SurveyLine(Answer):
    """One wording of a survey; it never changes."""

    id: UUID
    key: str
    version: int
    sha256: str
    created_at: datetime


class SurveyWhole(SurveyLine):
    definition: dict[str, Any]
    """The questions, as in the survey's file."""


class SurveyWanted(Asked):
    """A survey in one of two forms: as its file, or as `definition` was told."""

    source_text: SurveyText | None = Field(
        default=None, description="the survey's file: YAML, or JSON as text"
    )
    definition: dict[str, Any] | None = Field(
        default=None, description="as `GET /surveys/{survey_id}` tells it"
    )

    @model_validator(mode="after")
    def _comes_in_one_form(self) -> Self:
        if (self.source_text is None) == (self.definition is None):
            raise ValueError("give source_text or definition, and not both")
        return self


class WaveLine(Answer):
    """One run of a survey."""

    key: str
    survey_id: UUID
    state: WaveState
    frame: str
    population: str
    opens_at: datetime
    closes_at: datetime | None
    made_up: bool
    """Demonstration data: to be said wherever a number of it is shown."""


class WaveWhole(WaveLine):
    offered: int
    started: int
    complete: int


class WaveWanted(Asked):
    key: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,79}$")] = (
        Field(description="its name in links and files")
    )
    survey_id: UUID
    population: Line
    frame: Line = "open_link"
    made_up: bool = False


def checked(wanted: SurveyWanted) -> Survey:
    """The survey, if nothing is wrong in it; else a 422 that says what and where.

    It takes longer than a write may: it is done before the transaction is open.
    """
    if wanted.source_text is not None:
        try:
            return definition.parse(wanted.source_text)
        except SurveyError as error:
            raise _fault(error.reason, line=error.line) from error
    survey, faults = examine_data(wanted.definition, Survey)
    if survey is None:
        raise _fault(faults[0], line=None)
    return survey


def _fault(reason: str, *, line: int | None) -> DomainError:
    short = reason[:MOST_REASON]
    return DomainError(422, "error.survey_fault", reason=short, line=line)


@router.get("/surveys", responses=refusals(401, 403, 422))
def list_surveys(
    key: ReadsSurveys, session: ReadSession, after: After = None, limit: Limit = 50
) -> PageOf[SurveyLine]:
    """Every stored version of every survey, the newest first."""
    found = waves.versions(session, after=after, limit=limit)
    return page_of(found, lambda row: SurveyLine(**_survey(row)))


@router.get("/surveys/{survey_id}", responses=refusals(401, 403, 404, 422))
def get_survey(key: ReadsSurveys, session: ReadSession, survey_id: UUID) -> SurveyWhole:
    """One version with its questions."""
    row = waves.get_version(session, survey_id)
    return SurveyWhole(**_survey(row), definition=row.definition)


@router.post("/surveys", status_code=201, responses=refusals(401, 403, 409, 422))
def store_survey(
    key: WritesSurveys,
    survey: Annotated[Survey, Depends(checked)],
    session: WriteSession,
    now: Now,
) -> SurveyWhole:
    """Keep a version of a survey; a wave can then ask it.

    What is wrong in it is told with its line or its place. The same version with the
    same words is told as it was kept; with other words it is refused.
    """
    row = waves.store_version(session, survey, now, by=api_keys.actor(key))
    return SurveyWhole(**_survey(row), definition=row.definition)


@router.get("/waves", responses=refusals(401, 403, 422))
def list_waves(
    key: Reads, session: ReadSession, after: After = None, limit: Limit = 50
) -> PageOf[WaveLine]:
    """Waves, the newest first."""
    found = waves.page(session, after=after, limit=limit)
    return page_of(found, lambda row: WaveLine(**_wave(row)))


@router.get("/waves/{wave}", responses=refusals(401, 403, 404, 422))
def get_wave(key: Reads, session: ReadSession, wave: WaveKey) -> WaveWhole:
    """One wave with how many took part."""
    return _whole(session, waves.get(session, wave))


@router.post("/waves", status_code=201, responses=refusals(401, 403, 404, 409, 422))
def open_wave(
    key: Writes, session: WriteSession, wanted: WaveWanted, now: Now
) -> WaveWhole:
    """Begin to ask."""
    opened = waves.open_wave(
        session,
        key=wanted.key,
        version=waves.get_version(session, wanted.survey_id),
        population=wanted.population,
        frame=wanted.frame,
        now=now,
        made_up=wanted.made_up,
        by=api_keys.actor(key),
    )
    return _whole(session, opened)


@router.post("/waves/{wave}/close", responses=refusals(401, 403, 404, 409, 422))
def close_wave(
    key: Writes, session: WriteSession, wave: WaveKey, now: Now
) -> WaveWhole:
    """Ask no more; answers not finished stay as they are."""
    found = waves.get(session, wave)
    return _whole(session, waves.close(session, found.id, now, by=api_keys.actor(key)))


def _survey(row: SurveyVersion) -> dict[str, Any]:
    return {
        "id": row.id,
        "key": row.survey_key,
        "version": row.version,
        "sha256": row.sha256,
        "created_at": row.created_at,
    }


def _wave(row: Wave) -> dict[str, Any]:
    return {
        "key": row.key,
        "survey_id": row.survey_version_id,
        "state": row.state,
        "frame": row.frame,
        "population": row.population,
        "opens_at": row.opens_at,
        "closes_at": row.closes_at,
        "made_up": row.made_up,
    }


def _whole(session: Session, row: Wave) -> WaveWhole:
    return WaveWhole(**_wave(row), **waves.counts(session, row.id))
