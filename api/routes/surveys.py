"""/api/v1/surveys: what is asked, in which words."""

import pathlib
import shutil
import tempfile
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Security
from fastapi.responses import FileResponse, Response
from pydantic import Field, StringConstraints, model_validator
from sqlmodel import Session
from starlette.background import BackgroundTask

from api.auth import api_key
from api.dependencies import (
    After,
    Limit,
    Now,
    ReadSession,
    WriteSession,
    database_of,
)
from api.errors import DomainError, FaultyInput, Loc
from api.routes import csv_lines
from api.routes.csv_lines import Format
from api.routes.shapes import Answer, Asked, PageOf, page_of, refusals
from api.store import api_keys, waves
from api.store.models import ApiKey, SurveyVersion
from api.store.session import Database
from surveys import faults, survey_file, versions
from surveys.definition import MOST_VERSION, Survey

router = APIRouter(tags=["surveys"])
ReadsSurveys = Annotated[ApiKey, Security(api_key, scopes=["surveys:read"])]
WritesSurveys = Annotated[ApiKey, Security(api_key, scopes=["surveys:write"])]
OfSurvey = Annotated[
    str | None,
    Query(max_length=80, pattern=r"^[a-z][a-z0-9_]*$", description="of this survey"),
]
# The longest survey shipped, in three languages, has 13,000 characters.
SurveyText = Annotated[str, StringConstraints(min_length=1, max_length=60_000)]
MOST_REASON, MOST_FAULTS = 300, 100
# Each round looks at a whole survey: a text full of faults holds nobody up.
MOST_ROUNDS = 20
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Drawing one takes a core for a moment.
Workbooks = Annotated[
    Database, Depends(database_of, scope="function", max_concurrency=1)
]


class SurveyLine(Answer):
    """One wording of a survey; it never changes."""

    id: UUID
    key: str
    version: int
    sha256: str
    created_at: datetime


class WordingOf(Answer):
    """Which wording of a question it is: the first that was ever asked is 1."""

    version: int
    sha256: str


class SurveyWhole(SurveyLine):
    definition: dict[str, Any]
    """The questions, as in the survey's file."""
    questions: dict[str, WordingOf]
    """Each question's wording, by its key: figures are compared only within one."""


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


def checked(wanted: SurveyWanted) -> Survey:
    """The survey, if nothing is wrong in it; else a 422 that says what is wrong, of
    more than `MOST_FAULTS` faults the first.

    It takes longer than a write may: it is done before the transaction is open.
    """
    if wanted.source_text is not None:
        survey, problems = survey_file.examine_text(
            wanted.source_text, most_rounds=MOST_ROUNDS
        )
        found: list[tuple[Loc, str]] = [
            (("source_text", each.line), each.reason) for each in problems
        ]
        line = problems[0].line if problems else None
    else:
        survey, placed = faults.every(wanted.definition, most_rounds=MOST_ROUNDS)
        found = [(("definition", *loc), what) for loc, what in placed]
        line = None
    if survey is None:
        raise _refused(found, line)
    return survey


def _refused(found: Sequence[tuple[Loc, str]], line: int | None) -> FaultyInput:
    """The first in words, and all of them with their places: the line of the text, or
    the steps into the definition."""
    (_, *steps), reason = found[0]
    if line is None and steps:
        reason = f"{'.'.join(map(str, steps))}: {reason}"
    short = [(("body", *at), what[:MOST_REASON]) for at, what in found[:MOST_FAULTS]]
    return FaultyInput(
        "error.survey_fault", short, reason=reason[:MOST_REASON], line=line
    )


@router.get(
    "/surveys",
    response_model=PageOf[SurveyLine],
    responses={**csv_lines.ANSWERS, **refusals(401, 403, 422)},
)
def list_surveys(
    api_key: ReadsSurveys,
    session: ReadSession,
    key: OfSurvey = None,
    format: Format = "json",
    after: After = None,
    limit: Limit = 50,
) -> PageOf[SurveyLine] | Response:
    """Every stored version of every survey, or of one (`key`), the newest first."""
    if format == "csv":
        every = csv_lines.every(
            lambda after: waves.versions(
                session, key=key, after=after, limit=csv_lines.SLICE
            )
        )
        lines = (SurveyLine(**_survey(row)).model_dump(mode="json") for row in every)
        columns = [name.upper() for name in SurveyLine.model_fields]
        return csv_lines.file("surveys", columns, (each.values() for each in lines))
    found = waves.versions(session, key=key, after=after, limit=limit)
    return page_of(found, lambda row: SurveyLine(**_survey(row)))


@router.get(
    "/surveys/{survey}.xlsx",
    response_class=FileResponse,
    responses={
        200: {"content": {WORKBOOK: {}}, "description": "an XLSForm workbook"},
        **refusals(401, 403, 404, 409, 422),
    },
)
def get_workbook(
    key: ReadsSurveys,
    database: Workbooks,
    survey: Annotated[str, Path(max_length=80, pattern=r"^[a-z][a-z0-9_]*$")],
    version: Annotated[
        int | None, Query(ge=1, le=MOST_VERSION, description="which; none: the newest")
    ] = None,
) -> FileResponse:
    """A stored survey as an XLSForm workbook, as `ecotown survey export` writes it.

    Read back it is the same survey; other programs take it too.
    """
    with database.read() as session:
        found = waves.stored(session, survey, version)
    folder = tempfile.mkdtemp()
    path = pathlib.Path(folder) / f"{found.key}-{found.version}.xlsx"
    try:
        survey_file.write(found, path)
    except survey_file.NotWritten as error:
        shutil.rmtree(folder, ignore_errors=True)
        reason = str(error).removeprefix(f"{path}: ")[:MOST_REASON]
        raise DomainError(409, "error.survey_unwritable", reason=reason) from error
    return FileResponse(
        path,
        media_type=WORKBOOK,
        filename=path.name,
        headers={"Cache-Control": "no-store"},
        background=BackgroundTask(shutil.rmtree, folder, ignore_errors=True),
    )


@router.get("/surveys/{survey_id}", responses=refusals(401, 403, 404, 422))
def get_survey(key: ReadsSurveys, session: ReadSession, survey_id: UUID) -> SurveyWhole:
    """One version with its questions."""
    return _whole(session, waves.get_version(session, survey_id))


@router.post("/surveys", status_code=201, responses=refusals(401, 403, 409, 422))
def store_survey(
    key: WritesSurveys,
    survey: Annotated[Survey, Depends(checked)],
    session: WriteSession,
    now: Now,
) -> SurveyWhole:
    """Keep a version of a survey; a wave can then ask it.

    All that is wrong in it is told, each with its line or its place. The same version
    with the same words is told as it was kept; with other words it is refused.
    """
    row = waves.store_version(session, survey, now, by=api_keys.actor(key))
    return _whole(session, row)


def _survey(row: SurveyVersion) -> dict[str, Any]:
    return {
        "id": row.id,
        "key": row.survey_key,
        "version": row.version,
        "sha256": row.sha256,
        "created_at": row.created_at,
    }


def _whole(session: Session, row: SurveyVersion) -> SurveyWhole:
    survey = waves.stored(session, row.survey_key, row.version)
    wordings = versions.of(survey, waves.history(session, survey))
    return SurveyWhole(
        **_survey(row),
        definition=row.definition,
        questions={key: WordingOf(**vars(each)) for key, each in wordings.items()},
    )
