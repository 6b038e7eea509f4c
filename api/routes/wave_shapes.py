"""What is told of a wave, and what is asked of a plan."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    Field,
    StringConstraints,
    model_validator,
)
from sqlmodel import Session

from api.routes.shapes import Answer, Asked, Line, LongLine
from api.store import waves
from api.store.models import Wave
from api.store.words import WaveState
from surveys.benchmark import Benchmark
from surveys.cells import Cell
from surveys.population import Population

MOST_PEOPLE = 10**9
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
TEXTS = ("frame_note", "responsible", "contact", "limitations")
NEEDED = ("population", "frame", "reminders", "opens_at")
Frame = Literal["open_link", "invited_list", "probability"]


Drawn = Annotated[int, Field(strict=True, ge=1, le=MOST_PEOPLE)]


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
    drawn: int | None
    """How many were drawn, of a probability frame; null: not said, or nobody was."""
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


# SDMX's names for what they name; for the rest the field's own in their style.
AS_COLUMN = {
    **{name: name.upper() for name in WaveLine.model_fields},
    "key": "REF_PERIOD",
    "population": "COVERAGE",
    "population_size": "COVERAGE_SIZE",
    "opens_at": "TIME_PERIOD_START",
    "closes_at": "TIME_PERIOD_END",
    "responsible": "CONTACT_ORGANISATION",
    "contact": "CONTACT_MAIL",
    "limitations": "REC_USE_LIM",
}
COLUMNS = tuple(AS_COLUMN.values())


class WaveWhole(WaveLine):
    margins: Population | None
    """What is known of the population, to which answers are weighted."""
    benchmark: Benchmark | None
    """A share known from elsewhere that one question is held against."""
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
    drawn: Drawn | None = Field(
        default=None, description="how many were drawn, of a probability frame"
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


class WaveEdit(Asked):
    """What is to change of a plan; what is left out stays, null takes a value back."""

    model_config = Asked.model_config | {
        "json_schema_extra": {
            "examples": [
                {"ends_at": "2026-12-20T18:00:00+07:00", "results_by": "2027-01-31"}
            ]
        }
    }

    population: LongLine | None = Field(default=None, description="never null")
    population_size: Annotated[int, Field(ge=1, le=MOST_PEOPLE)] | None = None
    frame: Frame | None = Field(default=None, description="never null")
    frame_note: LongLine | None = None
    drawn: Drawn | None = None
    min_age: Annotated[int, Field(ge=1, le=99)] | None = None
    reminders: bool | None = Field(default=None, description="never null")
    opens_at: Moment | None = Field(default=None, description="never null")
    ends_at: Moment | None = None
    results_by: date | None = None
    responsible: LongLine | None = None
    contact: LongLine | None = None
    limitations: LongLine | None = None
    anyway: Line | None = Field(
        default=None,
        description="why it opens less than 90 days from another wave of the survey",
    )

    @model_validator(mode="after")
    def _keeps_what_every_plan_has(self) -> Self:
        for name in NEEDED:
            if name in self.model_fields_set and getattr(self, name) is None:
                raise ValueError(f"{name} cannot be null")
        return self

    def details(self) -> dict[str, Any]:
        """What was said. Texts are never null where they are kept."""
        said = self.model_dump(exclude={"anyway"}, exclude_unset=True)
        return {
            name: "" if value is None and name in TEXTS else value
            for name, value in said.items()
        }


class DrawnWanted(Asked):
    """How many were drawn in all, whatever became of them."""

    model_config = Asked.model_config | {
        "json_schema_extra": {"examples": [{"drawn": 400}]}
    }

    drawn: Drawn


class BenchmarkWanted(Asked):
    """A share known from elsewhere: so many percent gave one of `values` to the
    question. The survey's own share of it is worked out from the answers."""

    model_config = Asked.model_config | {
        "json_schema_extra": {
            "examples": [
                {
                    "question": "contacted",
                    "values": ["yes"],
                    "percent": 35.0,
                    "source": "สำนักงานสถิติแห่งชาติ การสำรวจ พ.ศ. 2565",
                    "as_of": "2022-12-31",
                }
            ]
        }
    }

    question: Named
    values: Annotated[
        list[Named | Annotated[int, Field(strict=True, ge=0, le=10)]],
        Field(min_length=1, max_length=60),
    ]
    percent: Annotated[float, Field(ge=0, le=100)]
    source: Line
    as_of: date


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
    plan: dict[str, Any]
    """The frame, the population, the dates and figures that were planned."""
    draws: dict[str, dict[str, Any]]
    """By segment: how many were wanted, by which lot, of how many."""
    survey_sha256: str
    questions: dict[str, Wording]
    margins_sha256: str | None
    """Null: answers are weighted to nothing."""
    standings: dict[str, dict[str, int]]
    """By state: how many responses count, or for which reason they do not."""
    standings_sha256: str
    """Over one line for each response, finished or not, counted or left out."""
    invitations_sha256: str | None
    """Over one line for each invitation and what became of it; null: there is none."""
    evidence_sha256: str
    """Over all of this; it stands in the audit log and in each value's record."""
    key_id: str
    """Which key the pseudonyms were made with."""
    code_version: str
    excluded: dict[str, int]
    flags: dict[str, int]
    modes: dict[str, int]
    languages: dict[str, int]


def line(row: Wave) -> WaveLine:
    return WaveLine(**_told(row))


def cells(row: Wave) -> Iterator[Cell]:
    """What `line` tells, as a line of CSV."""
    told = line(row).model_dump(mode="json")
    return (told[name] for name in AS_COLUMN)


def whole(session: Session, row: Wave) -> WaveWhole:
    return WaveWhole.model_validate(
        {
            **_told(row),
            "margins": row.margins,
            "benchmark": row.benchmark,
            **waves.counts(session, row.id),
        }
    )


def _told(row: Wave) -> dict[str, Any]:
    told = {name: getattr(row, name) for name in OF_ROW}
    return {"survey_id": row.survey_version_id, **told}
