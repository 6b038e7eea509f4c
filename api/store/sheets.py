"""A wave's answers as columns, without an object or an id for each row."""

import json
from collections.abc import Iterable, Sequence
from uuid import UUID

import numpy as np
from sqlalchemy import Select, String, cast, func, select
from sqlmodel import Session, col

from api.store.models import Answer, Response
from api.store.words import ResponseState
from surveys.flow import Answer as Given
from surveys.flow import State
from surveys.sheet import Coded, Coder, Sheet

# Rows read at a time: their texts are what takes memory.
SLICE = 5_000
BETWEEN = ":"  # the state of an answer from its value, as the database joins them


def load(session: Session, wave_id: UUID, questions: Iterable[str]) -> Sheet:
    """The complete responses that count, with their answers to these questions.

    Who is excluded (staff, a second try) is not among them. Rows come in the order of
    their ids, so that the same answers make the same columns.
    """
    keys = list(dict.fromkeys(questions))
    languages, modes, flags = Coder[str](), Coder[str](), Coder[str]()
    answers = [Coder[str | None]() for _ in keys]
    rows = session.execute(_rows(wave_id, keys), execution_options={"yield_per": SLICE})
    for batch in rows.partitions(SLICE):
        spoken, mode, flagged, *given = zip(*batch, strict=True)
        languages.take(spoken)
        modes.take(mode)
        flags.take(flagged)
        for coder, column in zip(answers, given, strict=True):
            coder.take(column)
    return Sheet(
        n=len(languages.codes),
        answers={key: _read(coder) for key, coder in zip(keys, answers, strict=True)},
        languages=languages.coded(),
        modes=modes.coded(),
        flagged=flags.coded().where(lambda text: bool(json.loads(text))),
    )


def excluded(session: Session, wave_id: UUID) -> dict[str, int]:
    """Reason -> complete responses that are left out of every figure."""
    rows = session.execute(
        select(col(Response.excluded), func.count())
        .where(
            col(Response.wave_id) == wave_id,
            col(Response.state) == ResponseState.COMPLETE,
            col(Response.excluded).is_not(None),
        )
        .group_by(col(Response.excluded))
        .order_by(col(Response.excluded))
    )
    return {str(reason): int(count) for reason, count in rows}


def _rows(wave_id: UUID, keys: Sequence[str]) -> Select[tuple[str, ...]]:
    """One row a response: the database lays the answers side by side.

    Each answer is one look into the primary key, and nothing has to be sorted.
    """
    value = func.coalesce(cast(col(Answer.value), String), "null")
    told = col(Answer.state) + BETWEEN + value
    given = [
        select(told)
        .where(
            col(Answer.response_id) == col(Response.id),
            col(Answer.question_key) == key,
        )
        .scalar_subquery()
        for key in keys
    ]
    return (
        select(
            col(Response.language),
            col(Response.mode),
            cast(col(Response.flags), String),
            *given,
        )
        .where(
            col(Response.wave_id) == wave_id,
            col(Response.state) == ResponseState.COMPLETE,
            col(Response.excluded).is_(None),
        )
        .order_by(col(Response.id))
    )


def _read(coder: Coder[str | None]) -> Coded[Given | None]:
    """The texts of the database as answers; each distinct text is read once.

    Two texts of one answer, such as 4 and 4.0, become one value.
    """
    read = Coder[Given | None]()
    read.take(_answer(text) for text in coder.places)
    again = np.array(read.codes, dtype=np.int64)
    codes = np.array(coder.codes, dtype=np.int64)
    read.codes = (again[codes] if len(again) else codes).tolist()
    return read.coded()


def _answer(text: str | None) -> Given | None:
    if text is None:
        return None
    state, _, told = text.partition(BETWEEN)
    value = json.loads(told)
    if isinstance(value, list):
        value = tuple(value)
    return Given(State(state), value if state == State.ANSWERED else None)
