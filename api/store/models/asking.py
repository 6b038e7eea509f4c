"""What is asked: surveys, waves, responses, indicator values."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, LargeBinary, UniqueConstraint, text
from sqlmodel import Field

from api.store.models.base import Row, identifier, json_field
from api.store.types import moment, word
from api.store.words import ResponseState, WaveState


class SurveyVersion(Row, table=True):
    """One wording of a survey; immutable."""

    __table_args__ = (UniqueConstraint("survey_key", "version"),)

    id: UUID = identifier()
    survey_key: str
    version: int
    definition: dict[str, Any] = json_field()
    sha256: str
    created_at: datetime = moment()


class Wave(Row, table=True):
    """One run of a survey, from opening to close."""

    id: UUID = identifier()
    key: str = Field(unique=True)
    survey_version_id: UUID = Field(foreign_key="survey_version.id")
    state: WaveState = word(WaveState, default=WaveState.OPEN)
    frame: str = "open_link"
    """Who could answer: open_link, invited_list or probability."""
    population: str
    opens_at: datetime = moment()
    closes_at: datetime | None = moment(default=None)
    computed_at: datetime | None = moment(default=None)
    made_up: bool = False
    """Demonstration data: said so wherever a number of this wave is shown."""


class Response(Row, table=True):
    """One person's answers in one wave. Does not name its resident."""

    __table_args__ = (Index("ix_response_completed", "wave_id", "completed_at"),)

    id: UUID = identifier()
    wave_id: UUID = Field(foreign_key="wave.id", index=True)
    state: ResponseState = word(ResponseState, default=ResponseState.OFFERED)
    language: str
    mode: str
    """How it was answered: line, telegram, web, terminal."""
    started_at: datetime = moment()
    completed_at: datetime | None = moment(default=None)
    reasked: str | None = None
    """The question that was asked again because its reply was not understood."""
    picked: list[int] = json_field(default_factory=list)
    """Options ticked so far in a multiple choice that is not sent off yet."""


class ResponseLink(Row, table=True):
    """Whose response it is. Deleted by erasure and by retention."""

    __table_args__ = (UniqueConstraint("wave_id", "resident_id"),)

    response_id: UUID = Field(foreign_key="response.id", primary_key=True)
    wave_id: UUID = Field(foreign_key="wave.id")
    resident_id: UUID = Field(foreign_key="resident.id", index=True)


class Answer(Row, table=True):
    """The answer to one question of a response."""

    __table_args__ = (
        Index(
            "ix_answer_message_hash",
            "message_hash",
            sqlite_where=text("message_hash IS NOT NULL"),
            postgresql_where=text("message_hash IS NOT NULL"),
        ),
    )

    response_id: UUID = Field(foreign_key="response.id", primary_key=True)
    question_key: str = Field(primary_key=True)
    state: str
    """answered, skipped or dont_know: kept apart from missing, which has no row."""
    value: Any = json_field(default=None, nullable=True)
    """Closed answers: a choice's key, a list of keys, or a number."""
    text_sealed: bytes | None = Field(default=None, sa_type=LargeBinary)
    """Open answers, beside the closed ones."""
    message_hash: str | None = None
    """`takebacks.mark` of the message an open answer came in; goes with the text."""
    answered_at: datetime = moment()


class IndicatorValue(Row, table=True):
    """One computed value of an indicator. Append-only: a newer one is a new row."""

    __table_args__ = (
        UniqueConstraint("framework", "code", "wave_id", "language", "revision"),
    )

    id: UUID = identifier()
    framework: str
    code: str
    wave_id: UUID = Field(foreign_key="wave.id", index=True)
    language: str = "all"
    """`all`, or the unreviewed translation whose answers are reported apart."""
    revision: int
    n: int
    """Answers in the base; those who skipped or did not know are not in it."""
    skipped: int
    dont_know: int
    successes: int | None = None
    value: float | None = None
    """Percent, 0 to 100; None below 30 answers."""
    low: float | None = None
    high: float | None = None
    method: str
    status: str
    """provisional while the wave is open, final after."""
    made_up: bool = False
    computed_at: datetime = moment()
