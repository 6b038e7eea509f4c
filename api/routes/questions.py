"""/api/v1/questions: what residents asked and nobody could answer well yet."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Security
from pydantic import Field, StringConstraints

from api.auth import api_key
from api.dependencies import (
    After,
    Limit,
    Now,
    ReadSession,
    StoreOf,
    Weighing,
    WriteSession,
)
from api.routes.shapes import Answer, Asked, Line, PageOf, page_of, refusals
from api.store import api_keys, asked, checked, learning, questions
from api.store.learning import Writer
from api.store.models import ApiKey, CheckedQuestion
from api.store.questions import Kept
from api.store.session import Database
from api.store.words import QuestionState

router = APIRouter(prefix="/questions", tags=["questions"])
Reads = Annotated[ApiKey, Security(api_key, scopes=["questions:read"])]
Writes = Annotated[ApiKey, Security(api_key, scopes=["questions:write"])]
# What these do changes what the town tells, in an officer's name.
Learns = Annotated[
    ApiKey, Security(api_key, scopes=["questions:write", "articles:write"])
]
Named = Annotated[str, StringConstraints(max_length=100, pattern=r"^[a-z0-9-]+$")]
# More would keep a request waiting for seconds.
GROUPED = 1000


class Question(Answer):
    """A question with personal data masked; whose it is, is not told."""

    id: UUID
    language: str
    text: str
    asked_at: datetime
    state: QuestionState
    answered_with: str | None
    """The article that was served and did not help; null: none was."""


class Group(Answer):
    """Questions that ask for the same thing, as far as their words tell."""

    newest: Question
    count: int
    others: list[UUID]


class Groups(Answer):
    """The open questions, those asked most often first."""

    items: list[Group]
    questions: int
    """How many were grouped."""
    complete: bool
    """False: there are more, older ones, which were left out."""


class WeekOf(Answer):
    """What was asked in one week, from Monday to Sunday in Bangkok."""

    year: int
    """Of ISO 8601, as the week."""
    week: int
    begins: datetime
    asked: int
    answered: int
    suggested: int
    unknown: int
    thumbs_up: int
    thumbs_down: int


class Weeks(Answer):
    """The latest weeks, the oldest first; the last one has only begun."""

    items: list[WeekOf]


class CheckedOf(Answer):
    """A question whose right answer is settled: no revision may lose it."""

    id: UUID
    text: str
    language: str
    slug: str | None
    """The article that answers it; null: none may be served as its answer."""
    created_at: datetime


class CheckedSet(Answer):
    items: list[CheckedOf]


class CheckWanted(Asked):
    text: Line
    language: Literal["th", "en", "my"]
    slug: Named | None


class CorrectionWanted(Asked):
    slug: Named
    line: Line | None = Field(
        default=None, description="the question in your words; null: as it was asked"
    )
    others: list[UUID] = Field(
        default=[], max_length=GROUPED, description="others of its group, settled too"
    )
    accept_losses: bool = Field(
        default=False,
        description="though checked questions would not be answered rightly any more",
    )


class Corrected(Answer):
    """What became of it."""

    question: Question
    slug: str
    number: int
    """Of the article's new revision, live at once."""
    works: bool
    """Whether the question is treated rightly from now on."""


def _shown(kept: Kept) -> Question:
    return Question(
        id=kept.id,
        language=kept.language,
        text=kept.text,
        asked_at=kept.asked_at,
        state=kept.state,
        answered_with=kept.answered_with,
    )


@router.get("", responses=refusals(401, 403, 422))
def list_questions(
    key: Reads,
    session: ReadSession,
    state: QuestionState | None = None,
    after: After = None,
    limit: Limit = 50,
) -> PageOf[Question]:
    """Questions, the newest first."""
    found = questions.list_(session, state=state, after=after, limit=limit)
    return page_of(found, _shown)


# Before the route of an id: both addresses have the same shape.
@router.get("/groups", responses=refusals(401, 403, 422))
def question_groups(key: Reads, database: StoreOf) -> Groups:
    """Open questions that are alike as one, those asked most often first."""
    with database.read() as session:
        found = questions.open_(session, GROUPED + 1)
    groups = questions.grouped(found[:GROUPED])
    return Groups(
        items=[
            Group(
                newest=_shown(each.newest), count=each.count, others=list(each.others)
            )
            for each in groups
        ],
        questions=min(len(found), GROUPED),
        complete=len(found) <= GROUPED,
    )


@router.get("/weeks", responses=refusals(401, 403, 422))
def question_weeks(
    key: Reads,
    session: ReadSession,
    now: Now,
    weeks: Annotated[int, Query(ge=1, le=104, description="how many")] = 12,
) -> Weeks:
    """What was asked, answered, suggested and not known, and the thumbs, by week."""
    found = asked.latest_weeks(session, weeks, now)
    return Weeks(
        items=[
            WeekOf(
                year=each.year,
                week=each.number,
                begins=each.begins,
                asked=each.asked,
                answered=each.answered,
                suggested=each.suggested,
                unknown=each.unknown,
                thumbs_up=each.thumbs_up,
                thumbs_down=each.thumbs_down,
            )
            for each in found
        ]
    )


@router.get("/checked", responses=refusals(401, 403, 422))
def checked_questions(key: Reads, session: ReadSession) -> CheckedSet:
    """The questions that every revision is tried on before it goes live."""
    return CheckedSet(items=[_checked(row) for row in checked.list_(session)])


@router.post("/checked", status_code=201, responses=refusals(401, 403, 404, 422))
def check_question(
    key: Learns, session: WriteSession, wanted: CheckWanted, now: Now
) -> CheckedOf:
    """From now on this is right for this question, whatever was right before."""
    row = checked.put(
        session,
        text=wanted.text,
        language=wanted.language,
        slug=wanted.slug,
        officer_id=api_keys.officer_of(session, key),
        now=now,
    )
    return _checked(row)


@router.post("/checked/{checked_id}/remove", responses=refusals(401, 403, 404, 422))
def uncheck_question(
    key: Learns, session: WriteSession, checked_id: UUID, now: Now
) -> CheckedOf:
    """It was wrong, or is no longer so."""
    officer_id = api_keys.officer_of(session, key)
    return _checked(checked.remove(session, checked_id, officer_id=officer_id, now=now))


@router.get("/{question_id}", responses=refusals(401, 403, 404, 422))
def get_question(key: Reads, session: ReadSession, question_id: UUID) -> Question:
    """One question."""
    return _shown(questions.get(session, question_id))


@router.post("/{question_id}/answered", responses=refusals(401, 403, 404, 409, 422))
def answered_question(
    key: Writes, session: WriteSession, question_id: UUID, now: Now
) -> Question:
    """An article answers it now: it leaves the list of open questions."""
    by = api_keys.actor(key)
    return _shown(questions.answered(session, question_id, by=by, now=now))


@router.post("/{question_id}/dismiss", responses=refusals(401, 403, 404, 409, 422))
def dismiss_question(
    key: Writes, session: WriteSession, question_id: UUID, now: Now
) -> Question:
    """Nothing the town should answer."""
    by = api_keys.actor(key)
    return _shown(questions.dismiss(session, question_id, by=by, now=now))


@router.post("/{question_id}/answer-with", responses=refusals(401, 403, 404, 409, 422))
def answer_question_with(
    key: Learns,
    database: StoreOf,
    weigh: Weighing,
    question_id: UUID,
    wanted: CorrectionWanted,
    now: Now,
) -> Corrected:
    """This article answers it: one more way of asking in a new revision, live at
    once, and a checked question."""
    return _corrected(
        learning.answer_with(
            database,
            weigh,
            wanted.slug,
            question_id,
            _writer(database, key, wanted),
            now,
            others=wanted.others,
            line=wanted.line,
        )
    )


@router.post("/{question_id}/not-told", responses=refusals(401, 403, 404, 409, 422))
def question_not_told(
    key: Learns,
    database: StoreOf,
    weigh: Weighing,
    question_id: UUID,
    wanted: CorrectionWanted,
    now: Now,
) -> Corrected:
    """It is near this article and no article answers it: kept in a new revision, and
    as a checked question that no article may be served for."""
    return _corrected(
        learning.not_told(
            database,
            weigh,
            wanted.slug,
            question_id,
            _writer(database, key, wanted),
            now,
            others=wanted.others,
            line=wanted.line,
        )
    )


def _writer(database: Database, key: ApiKey, wanted: CorrectionWanted) -> Writer:
    with database.read() as session:
        officer_id = api_keys.officer_of(session, key)
    return Writer(officer_id, api_keys.actor(key), wanted.accept_losses)


def _corrected(made: learning.Correction) -> Corrected:
    return Corrected(
        question=_shown(made.settled),
        slug=made.revision.slug,
        number=made.revision.number,
        works=made.works,
    )


def _checked(row: CheckedQuestion) -> CheckedOf:
    return CheckedOf(
        id=row.id,
        text=row.text,
        language=row.language,
        slug=row.slug,
        created_at=row.created_at,
    )
