"""Responses: one person's answers in one wave, kept apart from who they are."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlmodel import Session, col

from api.store import takebacks
from api.store.models import Answer, Response, ResponseLink, Wave
from api.store.session import keys_of
from api.store.words import ResponseState, WaveState
from surveys import flow
from surveys.definition import Kind, Question, Survey

# The subject of the talk while a question of a survey is open.
TOPIC = "survey"
# What an answer to an open question is recorded as beside its sealed text.
OPEN_TEXT = "text"
# Offered, or turned down since: nothing is recorded before they agree.
UNBEGUN = (ResponseState.OFFERED, ResponseState.DECLINED)
UNFINISHED = (ResponseState.OFFERED, ResponseState.STARTED, ResponseState.PAUSED)


def of_resident(session: Session, resident_id: UUID, wave_id: UUID) -> Response | None:
    return session.scalars(
        select(Response)
        .join(ResponseLink, col(ResponseLink.response_id) == col(Response.id))
        .where(
            col(ResponseLink.resident_id) == resident_id,
            col(ResponseLink.wave_id) == wave_id,
        )
    ).first()


def unfinished(session: Session, resident_id: UUID) -> tuple[Response, Wave] | None:
    """The response a resident may go on with: begun, in a wave still open."""
    found = session.execute(
        select(Response, Wave)
        .join(ResponseLink, col(ResponseLink.response_id) == col(Response.id))
        .join(Wave, col(Wave.id) == col(Response.wave_id))
        .where(
            col(ResponseLink.resident_id) == resident_id,
            col(Response.state).in_(UNFINISHED),
            col(Wave.state) == WaveState.OPEN,
        )
        .order_by(col(Response.started_at).desc())
        .limit(1)
    ).first()
    return (found[0], found[1]) if found else None


def owned(session: Session, resident_id: UUID, response_id: UUID) -> Response | None:
    """The response with this id, if it is this resident's."""
    link = session.get(ResponseLink, response_id)
    if link is None or link.resident_id != resident_id:
        return None
    return session.get(Response, response_id)


def offer(
    session: Session,
    resident_id: UUID,
    wave: Wave,
    *,
    language: str,
    mode: str,
    now: datetime,
) -> Response:
    """The resident's response in the wave: the one there is, or a new one."""
    held = of_resident(session, resident_id, wave.id)
    if held is not None:
        return held
    response = Response(wave_id=wave.id, language=language, mode=mode, started_at=now)
    session.add(response)
    session.flush()
    session.add(
        ResponseLink(response_id=response.id, wave_id=wave.id, resident_id=resident_id)
    )
    session.flush()
    return response


def answers(session: Session, response: Response) -> dict[str, flow.Answer]:
    """What was answered so far, by question; open texts are not read for this."""
    rows = session.scalars(select(Answer).where(col(Answer.response_id) == response.id))
    return {row.question_key: _answer(row) for row in rows}


def record(
    session: Session,
    response: Response,
    question: Question,
    answer: flow.Answer,
    now: datetime,
    *,
    message_hash: str | None = None,
) -> None:
    """Keep an answer; an earlier one to the same question gives way."""
    session.execute(
        delete(Answer).where(
            col(Answer.response_id) == response.id,
            col(Answer.question_key) == question.key,
        )
    )
    row = Answer(
        response_id=response.id,
        question_key=question.key,
        state=answer.state.value,
        answered_at=now,
    )
    if question.kind is Kind.OPEN and answer.value is not None:
        text = str(answer.value).encode("utf-8", "replace")
        row.text_sealed = keys_of(session).seal("answer", response.id, text)
        row.value = OPEN_TEXT
        row.message_hash = takebacks.mark(session, "answer", message_hash)
    else:
        row.value = _plain(answer.value)
    session.add(row)
    response.reasked = None
    response.picked = []
    session.add(response)
    session.flush()


def set_language(
    session: Session, survey: Survey, response: Response, language: str
) -> None:
    """The next answer is given in this language, and so the response counts as its.

    A response is of one language in the figures. From the first answer to words that
    no speaker has passed it is reported apart with that translation's, all of it, and
    stays there whatever is spoken later: none of its answers may slip in among those
    to words that were passed.
    """
    if survey.is_reviewed(response.language) or not answers(session, response):
        response.language = language
        session.add(response)


def take_back(session: Session, survey: Survey, response: Response) -> Question | None:
    """Forget the last answer; the question to ask again, or None at the start."""
    held = answers(session, response)
    answered = [question for question in survey.questions if question.key in held]
    if not answered:
        return None
    last = answered[-1]
    session.execute(
        delete(Answer).where(
            col(Answer.response_id) == response.id,
            col(Answer.question_key) == last.key,
        )
    )
    response.reasked = None
    response.picked = []
    session.add(response)
    session.flush()
    return last


def set_state(
    session: Session, response: Response, state: ResponseState, now: datetime
) -> None:
    if state is ResponseState.STARTED and response.state in UNBEGUN:
        response.started_at = now
    if state is ResponseState.COMPLETE:
        response.completed_at = now
    response.state = state
    session.add(response)
    session.flush()


def _answer(row: Answer) -> flow.Answer:
    value = tuple(row.value) if isinstance(row.value, list) else row.value
    return flow.Answer(flow.State(row.state), value)


def _plain(value: flow.Value | None) -> Any:
    return list(value) if isinstance(value, tuple) else value
