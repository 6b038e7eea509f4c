"""Marks responses that look odd, and leaves out those that officers say to.

Marking removes nothing. Leaving out is a person's decision, with a reason, and is
counted in the evidence.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from api.errors import DomainError, not_found
from api.store import answered, waves
from api.store.answered import Answered
from api.store.locks import held
from api.store.models import Response, Wave
from api.store.session import Database
from api.store.words import ResponseState, WaveState
from surveys import quality
from surveys.quality import WORKED_OUT, Begun, Given, Trace

# Rows written in one transaction: on SQLite every other writer waits for it.
SLICE = 500
MOST_NOTE = 500
BEGUN = (ResponseState.STARTED, ResponseState.PAUSED, ResponseState.INELIGIBLE)


class Exclusion(StrEnum):
    """Why a complete response is not counted."""

    STAFF = "staff"  # of the office, or somebody who tries it out
    DUPLICATE = "duplicate"  # the same person answered twice
    NOT_ELIGIBLE = "not_eligible"  # does not belong to the population
    SPOILT = "spoilt"  # no honest answers: made up, or given under pressure


def run(database: Database, wave_id: UUID) -> int:
    """Mark what looks odd in the wave by now; how many marks changed. Opens its own
    transactions."""
    with database.read() as session:
        changed = list(find(session, wave_id).items())
    for start in range(0, len(changed), SLICE):
        with database.write() as session:
            write(session, dict(changed[start : start + SLICE]))
    return len(changed)


def find(session: Session, wave_id: UUID) -> dict[UUID, list[str]]:
    """The flags of the complete responses whose flags are to change."""
    wave = session.get_one(Wave, wave_id)
    survey = waves.survey_of(session, wave)
    before: dict[str, list[str]] = {}

    def traces() -> Iterator[Trace]:
        for response in answered.stream(session, wave_id, excluded=True, moments=True):
            if response.flags:
                before[str(response.id)] = response.flags
            yield _trace(response)

    now = quality.flags(survey, traces(), _begun(session, wave_id))
    found = {}
    for id_ in now.keys() | before.keys():
        kept = [flag for flag in before.get(id_, []) if flag not in WORKED_OUT]
        flags = sorted({*kept, *now.get(id_, [])})
        if flags != before.get(id_, []):
            found[UUID(id_)] = flags
    return found


def write(session: Session, flags: Mapping[UUID, list[str]]) -> None:
    """Write flags down, no more of them at once than a writer may; not in a wave that
    has been frozen meanwhile."""
    rows = session.scalars(
        select(Response)
        .join(Wave, col(Wave.id) == col(Response.wave_id))
        .where(col(Response.id).in_(list(flags)), col(Wave.state) != WaveState.FROZEN)
    )
    for response in rows:
        response.flags = flags[response.id]
    session.flush()


def add(session: Session, response: Response, flag: quality.Flag) -> None:
    """Note what was seen as it happened."""
    if flag.value not in response.flags:
        response.flags = sorted([*response.flags, flag.value])
        session.add(response)
        session.flush()


def exclude(
    session: Session,
    wave_id: UUID,
    response_ids: Collection[UUID],
    reason: Exclusion | None,
    now: datetime,
    *,
    by: str,
    note: str = "",
) -> int:
    """Count these complete responses no more, or (`reason` None) count them again; how
    many that changes. `by` is who decides; `note` says in words why.

    Raises DomainError for a frozen wave, or a response that is not a complete one of
    this wave: then none is changed.
    """
    wave = held(session, Wave, wave_id)
    if wave is None:
        raise not_found("wave")
    if wave.state is WaveState.FROZEN:
        raise DomainError(409, "error.wave_frozen", key=wave.key)
    if len(note) > MOST_NOTE:
        raise DomainError(422, "error.text_shape", most=MOST_NOTE)
    changed = []
    for id_ in dict.fromkeys(response_ids):
        response = held(session, Response, id_)
        if (
            response is None
            or response.wave_id != wave_id
            or response.state is not ResponseState.COMPLETE
        ):
            raise DomainError(404, "error.response_unknown", id=str(id_), key=wave.key)
        wanted = None if reason is None else reason.value
        if response.excluded != wanted:
            response.excluded = wanted
            changed.append(str(id_))
    session.flush()
    if changed:
        waves.record(
            session,
            wave,
            "exclude" if reason else "include",
            by=by,
            now=now,
            responses=changed,
            reason=reason,
            note=note.strip(),
        )
    return len(changed)


def through(session: Session, wave_id: UUID, code: str) -> list[UUID]:
    """The complete responses that came through a link: of the office's own, say."""
    return list(
        session.scalars(
            select(col(Response.id)).where(
                col(Response.wave_id) == wave_id,
                col(Response.source) == code,
                col(Response.state) == ResponseState.COMPLETE,
            )
        )
    )


def flagged(session: Session, wave_id: UUID) -> list[Response]:
    """The complete responses with a flag, those that finished last first."""
    rows = session.scalars(
        select(Response)
        .where(
            col(Response.wave_id) == wave_id,
            col(Response.state) == ResponseState.COMPLETE,
        )
        .order_by(col(Response.completed_at).desc())
        .execution_options(yield_per=answered.AT_ONCE)
    )
    return [response for response in rows if response.flags]


def _begun(session: Session, wave_id: UUID) -> list[Begun]:
    """Those who began by a link and have not finished, or were not to."""
    rows = session.execute(
        select(col(Response.source), col(Response.started_at)).where(
            col(Response.wave_id) == wave_id,
            col(Response.source).is_not(None),
            col(Response.state).in_(BEGUN),
        )
    )
    return [Begun(source, started_at) for source, started_at in rows]


def _trace(response: Answered) -> Trace:
    return Trace(
        id=str(response.id),
        language=response.language,
        mode=response.mode,
        source=response.source,
        started_at=response.started_at,
        completed_at=response.completed_at,
        given=tuple(
            Given(key, value if state == "answered" else None, answered.moment(at))
            for key, state, value, at in response.answers
        ),
    )
