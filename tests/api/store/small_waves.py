"""Waves of a small survey made by hand, and people who answered it."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from api.store import residents, wave_plans, waves
from api.store.models import Answer, Contact, Response, ResponseLink, Wave
from api.store.session import keys_of
from api.store.words import ResponseState, WaveState
from surveys.definition import Survey
from tests.surveys import making

CLOSED_ANSWERS: dict[str, Any] = {
    "pick": "red",
    "rate": 4,
    "many": ["fox", "owl"],
    "count": 3,
}


def survey(version: int = 1, **changes: Any) -> Survey:
    return making.survey(version=version, **changes)


def wave(
    session: Session,
    now: datetime,
    key: str = "w1",
    *,
    asked: Survey | None = None,
    **details: Any,
) -> Wave:
    """An open wave of the small survey."""
    version = waves.store_version(session, asked or survey(), now)
    details = {"population": "all who live here"} | details
    made = wave_plans.plan(session, key, version, now=now, anyway="a test", **details)
    made.state = WaveState.OPEN
    session.flush()
    return made


def person(session: Session, now: datetime, address: str, channel: str = "line"):
    return residents.meet(
        session, channel=channel, account="town", address=address, now=now
    )


def response(
    session: Session,
    wave: Wave,
    now: datetime,
    answers: dict[str, Any] | None = None,
    *,
    of: Contact | None = None,
    state: ResponseState = ResponseState.COMPLETE,
    step: timedelta = timedelta(seconds=30),
    text: str = "",
    **fields: Any,
) -> Response:
    """A response, its answers given so far apart; None is a skip."""
    answers = CLOSED_ANSWERS if answers is None else answers
    done = now + step * len(answers) if state is ResponseState.COMPLETE else None
    plain: dict[str, Any] = {
        "wave_id": wave.id,
        "state": state,
        "language": "th",
        "mode": "line",
        "started_at": now,
        "completed_at": done,
    }
    made = Response(**{**plain, **fields})
    session.add(made)
    session.flush()
    if of is not None:
        session.add(
            ResponseLink(
                response_id=made.id, wave_id=wave.id, resident_id=of.resident_id
            )
        )
    given: list[tuple[str, Any, bytes | None]] = [
        (key, value, None) for key, value in answers.items()
    ]
    if text:
        sealed = keys_of(session).seal("answer", made.id, text.encode())
        given.append(("say", "text", sealed))
    for number, (key, value, words) in enumerate(given, 1):
        session.add(
            Answer(
                response_id=made.id,
                question_key=key,
                state="skipped" if value is None else "answered",
                value=value,
                text_sealed=words,
                answered_at=now + step * number,
            )
        )
    session.flush()
    return made
