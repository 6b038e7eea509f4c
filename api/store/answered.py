"""The complete responses of a wave with their answers, one after the other."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Text, cast, func, select
from sqlalchemy.sql import ColumnElement
from sqlmodel import Session, col

from api.store.models import Answer, Response
from api.store.words import ResponseState

# Rows fetched at once; a wave of any size is read in so much memory.
AT_ONCE = 1_000
decode = json.JSONDecoder().decode


@dataclass(frozen=True, slots=True)
class Answered:
    """One complete response."""

    id: UUID
    language: str
    mode: str
    source: str | None
    started_at: datetime
    completed_at: datetime
    flags: list[str]
    excluded: str | None
    answers: list[list[Any]]
    """Question, state, value; and the moment as text (`moment` reads it), if asked."""


def stream(
    session: Session, wave_id: UUID, *, excluded: bool = False, moments: bool = False
) -> Iterator[Answered]:
    """Every complete response that counts, in no order; with those `excluded`, and
    with the `moments` of answers, if asked for. A response's answers come as one value:
    that is a tenth of the rows."""
    query = select(
        col(Response.id),
        col(Response.language),
        col(Response.mode),
        col(Response.source),
        col(Response.started_at),
        col(Response.completed_at),
        col(Response.flags),
        col(Response.excluded),
        as_text(session, moments=moments),
    ).where(
        col(Response.wave_id) == wave_id,
        col(Response.state) == ResponseState.COMPLETE,
    )
    if not excluded:
        query = query.where(col(Response.excluded).is_(None))
    with session.execute(query, execution_options={"yield_per": AT_ONCE}) as rows:
        for row in rows:
            id_, language, mode, source, begun, done, flags, left_out, answers = row
            yield Answered(
                id_, language, mode, source, begun, done, flags, left_out,
                decode(answers) if answers else [],
            )  # fmt: skip


def moment(text: str) -> datetime:
    """When an answer was given. SQLite keeps no zone: it is UTC."""
    found = datetime.fromisoformat(text)
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def as_text(session: Session, *, moments: bool = False) -> ColumnElement[str]:
    """All answers of a row of `Response` as one text: a JSON list of lists."""
    key, state, value = (
        col(Answer.question_key),
        col(Answer.state),
        col(Answer.value),
    )
    at = [col(Answer.answered_at)] if moments else []
    if session.get_bind().dialect.name == "sqlite":
        one = func.json_array(key, state, func.json(value), *at)
        every = func.json_group_array(one)
    else:
        every = func.json_agg(func.json_build_array(key, state, value, *at))
    whole = select(cast(every, Text)).where(col(Answer.response_id) == col(Response.id))
    return whole.scalar_subquery()
