"""/api/v1/questions: what residents asked and nobody could answer yet."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Security

from api.auth import api_key
from api.dependencies import After, Limit, Now, ReadSession, WriteSession
from api.routes.shapes import Answer, PageOf, page_of, refusals
from api.store import api_keys, questions
from api.store.models import ApiKey
from api.store.questions import Kept
from api.store.words import QuestionState

router = APIRouter(prefix="/questions", tags=["questions"])
Reads = Annotated[ApiKey, Security(api_key, scopes=["questions:read"])]
Writes = Annotated[ApiKey, Security(api_key, scopes=["questions:write"])]


class Question(Answer):
    """A question with personal data masked; whose it is, is not told."""

    id: UUID
    language: str
    text: str
    asked_at: datetime
    state: QuestionState


def _shown(asked: Kept) -> Question:
    return Question(
        id=asked.id,
        language=asked.language,
        text=asked.text,
        asked_at=asked.asked_at,
        state=asked.state,
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
