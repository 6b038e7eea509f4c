"""Responses: one person's answers in one wave, kept apart from who they are."""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Text, bindparam, cast, delete, func, insert, null, select, update
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Session, col

from api.store import takebacks
from api.store.locks import take_turn
from api.store.models import Answer, Invitation, Response, ResponseLink, Wave
from api.store.prepared import Prepared
from api.store.session import keys_of
from api.store.words import ResponseState, WaveState
from surveys import flow
from surveys.definition import Kind, Question, Quota, Survey

# The subject of the talk while a question of a survey is open.
TOPIC = "survey"
# What stands for an answer that is sealed beside it: free text, a sent picture.
OPEN_TEXT, PHOTO = "text", "photo"
SPOT = re.compile(r"-?[0-9]{1,2}[.][0-9]{3},-?[0-9]{1,3}[.][0-9]{3}")
# Offered, or turned down since: nothing is recorded before they agree.
UNBEGUN = (ResponseState.OFFERED, ResponseState.DECLINED)
UNFINISHED = (ResponseState.OFFERED, ResponseState.STARTED, ResponseState.PAUSED)


@dataclass(frozen=True, slots=True)
class Filled:
    """A response as it stands: whose, in which wave, and what was answered so far."""

    resident_id: UUID
    response: Response
    wave: Wave
    answers: dict[str, flow.Answer]


# Built once, for they run for every answer: building costs more than running.
_UNFINISHED = (
    select(Response, Wave)
    .join(ResponseLink, col(ResponseLink.response_id) == col(Response.id))
    .join(Wave, col(Wave.id) == col(Response.wave_id))
    .where(
        col(ResponseLink.resident_id) == bindparam("whose"),
        col(Response.state).in_(UNFINISHED),
        col(Wave.state) == WaveState.OPEN,
    )
    .order_by(col(Response.started_at).desc())
    .limit(1)
)
_ANSWERS = select(col(Answer.question_key), col(Answer.state), col(Answer.value)).where(
    col(Answer.response_id) == bindparam("of")
)
_HELD = (
    select(col(ResponseLink.resident_id), Response)
    .join(Response, col(Response.id) == col(ResponseLink.response_id))
    .where(col(ResponseLink.response_id).in_(bindparam("those", expanding=True)))
)
_WAVES = select(Wave).where(col(Wave.id).in_(bindparam("those", expanding=True)))
_ANSWERS_OF = select(
    col(Answer.response_id),
    col(Answer.question_key),
    col(Answer.state),
    col(Answer.value),
).where(col(Answer.response_id).in_(bindparam("those", expanding=True)))
_RESPONSE = Response.__table__  # type: ignore[attr-defined]
_MOVE = Prepared(
    update(_RESPONSE)
    .where(_RESPONSE.c.id == bindparam("this"))
    .values(
        state=bindparam("to"),
        started_at=bindparam("since"),
        completed_at=bindparam("ended"),
    )
)
_KEPT = ("response_id", "question_key", "state", "answered_at")
_KEEP = Prepared(insert(Answer), *_KEPT, "value")
_KEEP_NO_VALUE = Prepared(insert(Answer).values(value=null()), *_KEPT)
_KEEP_SEALED = Prepared(insert(Answer), *_KEPT, "value", "text_sealed", "message_hash")


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
    found = session.execute(_UNFINISHED, {"whose": resident_id}).first()
    return (found[0], found[1]) if found else None


def filled(session: Session, ids: Collection[UUID]) -> dict[UUID, Filled]:
    """The responses with these ids that somebody holds."""
    those = {"those": list(ids)}
    held = session.execute(_HELD, those).all()
    # Apart from them: many are of one wave, which has the most columns.
    asked_in = {"those": list({response.wave_id for _, response in held})}
    waves = {wave.id: wave for wave in session.scalars(_WAVES, asked_in)}
    given: dict[UUID, dict[str, flow.Answer]] = {}
    for id_, key, state, value in session.execute(_ANSWERS_OF, those):
        given.setdefault(id_, {})[key] = flow.Answer(flow.State(state), value)
    return {
        response.id: Filled(
            resident_id, response, waves[response.wave_id], given.get(response.id, {})
        )
        for resident_id, response in held
    }


def asks_age(wave: Wave, response: Response) -> bool:
    """Whether they are still to say that they are old enough: nothing else is asked or
    recorded before."""
    return wave.min_age is not None and response.adult is None


def is_invited(session: Session, resident_id: UUID, wave: Wave) -> bool:
    """Whether the resident is in the wave's frame; anyone is in that of a link."""
    if wave.frame == "open_link":
        return True
    found = select(col(Invitation.id)).where(
        col(Invitation.wave_id) == wave.id, col(Invitation.resident_id) == resident_id
    )
    return session.execute(found.limit(1)).first() is not None


def offer(
    session: Session,
    resident_id: UUID,
    wave: Wave,
    *,
    language: str,
    mode: str,
    now: datetime,
    source: str | None = None,
) -> Response:
    """The resident's response in the wave: the one there is, or a new one.

    `source` is the code of the link they came through; the first one is kept.
    """
    found = of_resident(session, resident_id, wave.id)
    if found is not None:
        if found.state in UNBEGUN and found.source is None:
            found.source = source
            session.add(found)
        return found
    response = Response(
        wave_id=wave.id, language=language, mode=mode, source=source, started_at=now
    )
    session.add(response)
    session.flush()
    session.add(
        ResponseLink(response_id=response.id, wave_id=wave.id, resident_id=resident_id)
    )
    session.flush()
    return response


def answers(session: Session, response: Response) -> dict[str, flow.Answer]:
    """What was answered so far, by question; sealed texts are not read for this."""
    rows = session.execute(_ANSWERS, {"of": response.id})
    return {key: flow.Answer(flow.State(state), value) for key, state, value in rows}


def record(
    session: Session,
    response: Response,
    question: Question,
    answer: flow.Answer,
    now: datetime,
    *,
    message_hash: str | None = None,
    known_new: bool = False,
) -> flow.Answer:
    """Keep an answer; an earlier one to the same question gives way.

    Returns it as it is kept: of what is sealed only that there is one. `known_new`:
    the caller has seen that the question has no answer yet.
    """
    if not known_new:
        drop_answers(session, response, [question.key])
    row: dict[str, Any] = {
        "response_id": response.id,
        "question_key": question.key,
        "state": answer.state.value,
        "answered_at": now,
    }
    if answer.value is not None:
        row["value"] = _plain(answer.value)
    sealed = _sealed_as(question, answer)
    if sealed is not None:
        text = str(answer.value).encode("utf-8", "replace")
        row["text_sealed"] = keys_of(session).seal("answer", response.id, text)
        row["value"] = sealed
        row["message_hash"] = takebacks.mark(session, "answer", message_hash)
        answer = flow.Answer(answer.state, sealed)
    keep = _KEEP if "value" in row else _KEEP_NO_VALUE
    (keep if sealed is None else _KEEP_SEALED).run(session, row)
    end_half_made(session, response)
    return answer


def end_half_made(session: Session, response: Response) -> None:
    """Another question is asked: nothing is half ticked, or asked again."""
    if response.reasked is not None or response.picked:
        response.reasked, response.picked = None, []
        session.add(response)


def drop_answers(
    session: Session, response: Response, keys: Collection[str] | None = None
) -> None:
    """Forget the answers to these questions; None: to all of them."""
    gone = delete(Answer).where(col(Answer.response_id) == response.id)
    if keys is not None:
        gone = gone.where(col(Answer.question_key).in_(keys))
    session.execute(gone)


def complete_under(session: Session, wave_id: UUID, quota: Quota) -> int:
    """How many complete responses that count have the answer of a quota.

    Until this transaction ends no other completes one: the last place is given once.
    """
    take_turn(session, f"quota {wave_id}")
    counted = (
        select(func.count())
        .select_from(Answer)
        .join(Response, col(Response.id) == col(Answer.response_id))
        .where(
            col(Response.wave_id) == wave_id,
            col(Response.state) == ResponseState.COMPLETE,
            col(Response.excluded).is_(None),
            col(Answer.question_key) == quota.question,
            col(Answer.state) == flow.State.ANSWERED,
            cast(col(Answer.value), Text) == json.dumps(quota.value),
        )
    )
    return int(session.scalar(counted) or 0)


def set_language(
    session: Session, survey: Survey, response: Response, language: str, *, begun: bool
) -> None:
    """The next answer is given in this language, and so the response counts as its.

    A response is of one language in the figures. From the first answer to words that
    no speaker has passed it is reported apart with that translation's, all of it, and
    stays there whatever is spoken later: none of its answers may slip in among those
    to words that were passed. `begun`: it has an answer already.
    """
    may_change = survey.is_reviewed(response.language) or not begun
    if may_change and response.language != language:
        response.language = language
        session.add(response)


def set_state(
    session: Session, response: Response, state: ResponseState, now: datetime
) -> None:
    begins = state is ResponseState.STARTED and response.state in UNBEGUN
    moved = {
        "state": state,
        "started_at": now if begins else response.started_at,
        # Whoever changes the last answer has not finished.
        "completed_at": now if state is ResponseState.COMPLETE else None,
    }
    to, since, ended = moved.values()
    row = {"this": response.id, "to": to, "since": since, "ended": ended}
    _MOVE.run(session, row)
    for name, value in moved.items():
        set_committed_value(response, name, value)


def _sealed_as(question: Question, answer: flow.Answer) -> str | None:
    """What stands for an answer in a resident's own words, or a picture of theirs;
    None: it is a closed one."""
    if answer.value is None:
        return None
    match question.kind:
        case Kind.OPEN:
            return OPEN_TEXT
        case Kind.PHOTO:
            return PHOTO
        case Kind.PLACE if not question.choices:
            # A shared location is a closed answer; what was typed may be anything.
            return None if SPOT.fullmatch(str(answer.value)) else OPEN_TEXT
        case _:
            return None


def _plain(value: flow.Value) -> Any:
    return list(value) if isinstance(value, tuple) else value
