"""What is asked: surveys, waves, responses, indicator values."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import (
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    UniqueConstraint,
    text,
)
from sqlmodel import Field

from api.store.models.base import Row, identifier, json_field
from api.store.types import moment, word
from api.store.words import PhotoState, ResponseState, WaveState


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
    frame_note: str = ""
    """How the frame was drawn up, in words an assessor can judge it by."""
    population: str
    """Whom the figures are about, in words."""
    population_size: int | None = None
    """How many people that is; None where nobody knows."""
    min_age: int | None = None
    """Asked before the first question; whoever is younger is thanked and not asked."""
    drawn: int | None = None
    """How many were drawn, of a probability frame: whoever nothing was heard of is in
    the denominators too. None: not said yet, or nobody was drawn."""
    margins: dict[str, Any] | None = json_field(default=None, nullable=True)
    """The population's counts that answers are weighted to, with their source."""
    benchmark: dict[str, Any] | None = json_field(default=None, nullable=True)
    """A share known from elsewhere that one question is held against
    (`surveys.benchmark`), with its source."""
    reminders: bool = False
    """Whether those invited who have not finished are reminded, twice at most."""
    responsible: str = ""
    """The unit that answers for the figures."""
    contact: str = ""
    """Where that unit is reached, as it may be published."""
    limitations: str = ""
    """What the officers add to the sentence on limitations that we write."""
    results_by: date | None = None
    """When results are promised; said with the thanks."""
    opens_at: datetime = moment()
    """When it opened; while it is planned, when it shall."""
    ends_at: datetime | None = moment(default=None)
    """When it shall close by itself."""
    closes_at: datetime | None = moment(default=None)
    """When it was closed."""
    frozen_at: datetime | None = moment(default=None)
    evidence: dict[str, Any] | None = json_field(default=None, nullable=True)
    """What was fixed at freezing: hash, counts, outcomes, versions (`freezing`)."""
    computed_at: datetime | None = moment(default=None)
    made_up: bool = False
    """Demonstration data: said so wherever a number of this wave is shown."""


class WaveLink(Row, table=True):
    """A link or QR code that leads into a wave: for one channel and one community."""

    id: UUID = identifier()
    wave_id: UUID = Field(foreign_key="wave.id", index=True)
    code: str = Field(unique=True)
    """What the link carries; a response that came through it says so."""
    channel: str
    community: str | None = None
    created_at: datetime = moment()


class Draw(Row, table=True):
    """How many of a part of the town are invited to a wave, and who: by lot."""

    __table_args__ = (UniqueConstraint("wave_id", "segment"),)

    id: UUID = identifier()
    wave_id: UUID = Field(foreign_key="wave.id")
    segment: str
    quota: int
    """How many are wanted in all; a later draw may raise it."""
    seed: str
    """What the lot goes by (`surveys.contact.rank`)."""
    eligible: int
    """How many could be drawn when it was drawn last, those invited before too."""
    left_out: dict[str, int] = json_field()
    """Reason -> how many of the segment could not, when it was drawn last."""
    drawn_at: datetime = moment()


class Invitation(Row, table=True):
    """That a resident was asked to take part: the frame of an `invited_list` wave."""

    __table_args__ = (UniqueConstraint("wave_id", "resident_id"),)

    id: UUID = identifier()
    wave_id: UUID = Field(foreign_key="wave.id")
    resident_id: UUID | None = Field(
        default=None, foreign_key="resident.id", index=True
    )
    """None once the resident is forgotten: the invitation still counts."""
    segment: str | None = None
    """The part of the population whose quota they were invited under."""
    invited_at: datetime = moment()
    reminded: int = 0
    reminded_at: datetime | None = moment(default=None)
    delivery_id: UUID | None = Field(default=None, foreign_key="delivery.id")
    """The message that invites; its ledger says whether it went out."""
    outcome: str | None = None
    """AAPOR's code, fixed at freezing; until then worked out anew."""


class WaveFeedback(Row, table=True):
    """What people said in a wave, and what was done about it, told to them. A newer
    entry stands beside an older one; none is changed."""

    id: UUID = identifier()
    wave_id: UUID = Field(foreign_key="wave.id", index=True)
    you_said: dict[str, str] = json_field()
    """By language; Thai and English."""
    we_did: dict[str, str] = json_field()
    posted_at: datetime = moment()
    officer_id: UUID | None = Field(default=None, foreign_key="officer.id")
    """Who wrote it, where that is an officer."""


class Response(Row, table=True):
    """One person's answers in one wave. Does not name its resident."""

    __table_args__ = (Index("ix_response_completed", "wave_id", "completed_at"),)

    id: UUID = identifier()
    wave_id: UUID = Field(foreign_key="wave.id", index=True)
    state: ResponseState = word(ResponseState, default=ResponseState.OFFERED)
    language: str
    mode: str
    """How it was answered: line, telegram, web, terminal, enumerator, paper."""
    entered_by: UUID | None = Field(default=None, foreign_key="officer.id")
    """Who wrote the answers down for somebody else."""
    source: str | None = None
    """The code of the `WaveLink` they came through."""
    adult: bool | None = None
    """What was said where the wave asks for a least age; None: nothing yet."""
    asked_order: list[str] | None = json_field(default=None, nullable=True)
    """The order of the questions for this response, where a group shuffles; by key."""
    flags: list[str] = json_field(default_factory=list)
    """What looks odd about it (`surveys.quality`); none of it removes an answer."""
    excluded: str | None = None
    """Why it is not counted: staff, duplicate, ...; None: it is."""
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


class Photo(Row, table=True):
    """The picture an answer is: waiting to be fetched from the platform, or here.

    Goes with its answer. No part of the evidence, which knows only that there is one.
    One brought by its sender (the town's page) is here before it is an answer.
    """

    __table_args__ = (
        ForeignKeyConstraint(
            ["response_id", "question_key"],
            ["answer.response_id", "answer.question_key"],
            ondelete="CASCADE",
        ),
        UniqueConstraint("response_id", "question_key"),
        Index(
            "ix_photo_waiting",
            "next_at",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        Index(
            "ix_photo_contact_id",
            "contact_id",
            sqlite_where=text("contact_id IS NOT NULL"),
            postgresql_where=text("contact_id IS NOT NULL"),
        ),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    """Told to officers, and so without the time that our other ids carry."""
    response_id: UUID | None = None
    question_key: str | None = None
    """With `response_id` the answer it is; None of one that is only brought."""
    contact_id: UUID | None = Field(default=None, foreign_key="contact.id")
    """Who brought it, until it is an answer: of that nobody's name is known."""
    channel: str
    account: str
    """Where it was sent to: its platform alone knows the reference."""
    state: PhotoState = word(PhotoState, default=PhotoState.WAITING)
    reason: str | None = None
    """Why it is unavailable; of a waiting one, why it could not be fetched last."""
    attempts: int = 0
    faults: int = 0
    """Tries in a row of which the platform is not to blame: something of ours broke, or
    the process died."""
    next_at: datetime = moment()
    """When it is fetched next; nobody else does so before."""
    sent_at: datetime = moment()
    media_type: str | None = None
    content_sealed: bytes | None = Field(default=None, sa_type=LargeBinary)


class IndicatorValue(Row, table=True):
    """One value of an indicator. Append-only: a newer one is a new row."""

    __table_args__ = (
        UniqueConstraint("framework", "code", "period", "language", "revision"),
    )

    id: UUID = identifier()
    framework: str
    code: str
    period: str
    """The key of the wave it is from; of other figures the month, quarter or year:
    2026-11, 2026-Q4, 2026."""
    wave_id: UUID | None = Field(default=None, foreign_key="wave.id", index=True)
    """None for figures of the service, and for values that were entered."""
    language: str = "all"
    """`all`, or the unreviewed translation whose answers are reported apart."""
    revision: int
    n: int
    """Answers in the base; those who skipped or did not know are not in it."""
    skipped: int
    dont_know: int
    successes: int | None = None
    value: float | None = None
    """In the indicator's unit (percent: 0 to 100); None below 30 answers."""
    low: float | None = None
    high: float | None = None
    method: str
    status: str
    """provisional until the wave is frozen, then final; revised where another value
    stood before it; or withdrawn."""
    reason: str | None = None
    """Why a final value was followed by this one: R-data, R-method or C-error."""
    record: dict[str, Any] | None = json_field(default=None, nullable=True)
    """`told`: everything an indicator has to carry (`surveys.record`), as it was known
    then; `working`: what later figures are compared with. None: provisional."""
    entered_by: UUID | None = Field(default=None, foreign_key="officer.id")
    """Who entered it, where it was not computed."""
    made_up: bool = False
    computed_at: datetime = moment()


class IndicatorRelease(Row, table=True):
    """That a value is published: decided by two officers, over one fixed record."""

    id: UUID = identifier()
    value_id: UUID = Field(foreign_key="indicator_value.id", unique=True)
    record: dict[str, Any] = json_field()
    sha256: str
    """Of the record's canonical JSON: what both officers saw."""
    proposed_by: UUID = Field(foreign_key="officer.id")
    proposed_at: datetime = moment()
    approved_by: UUID | None = Field(default=None, foreign_key="officer.id")
    approved_at: datetime | None = moment(default=None)
    """None: not published yet."""
