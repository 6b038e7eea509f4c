"""Many finished responses at once, as rows: for files, figures and benchmarks."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session

from api.store.models import Answer, Response, Wave
from api.store.types import uuid7
from api.store.words import ResponseState
from surveys.flow import State

Given = Mapping[str, Any]


def fill(
    session: Session,
    wave: Wave,
    given: Iterable[Given],
    now: datetime,
    *,
    mode: str = "line",
    language: str = "th",
    flags: tuple[str, ...] = (),
    excluded: str | None = None,
) -> None:
    """A complete response for each mapping of question to value.

    A `State` as the value stands for skipped or not known; a value of bytes is a
    sealed text.
    """
    responses: list[dict[str, Any]] = []
    answers: list[dict[str, Any]] = []
    for values in given:
        id_ = uuid7()
        responses.append(
            {
                "id": id_,
                "wave_id": wave.id,
                "state": ResponseState.COMPLETE,
                "language": language,
                "mode": values.get("mode", mode),
                "started_at": now - timedelta(minutes=5),
                "completed_at": now,
                "picked": [],
                "flags": list(flags),
                "excluded": excluded,
            }
        )
        for key, value in values.items():
            if key == "mode":
                continue
            state = value if isinstance(value, State) else State.ANSWERED
            sealed = value if isinstance(value, bytes) else None
            plain = "text" if sealed else value if state is State.ANSWERED else None
            answers.append(
                {
                    "response_id": id_,
                    "question_key": key,
                    "state": state.value,
                    "value": plain,
                    "text_sealed": sealed,
                    "answered_at": now,
                }
            )
    if responses:
        session.execute(insert(Response), responses)
        session.execute(insert(Answer), answers)
