"""Freezing a wave: its answers are fixed, and a fingerprint of them proves it."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import Session, col

from api.errors import DomainError, not_found
from api.store import answered, fingerprint, marking, outcomes, waves
from api.store.locks import held
from api.store.models import Response, Wave
from api.store.session import Database, keys_of
from api.store.words import ResponseState, WaveState
from api.version import code_version
from surveys import definition, versions

# Time to look at what is flagged and to leave out what has to be, before it is fixed.
GRACE = timedelta(hours=24)


@dataclass(frozen=True)
class Counts:
    """What the complete responses of a wave are, counted."""

    responses: int
    """Those that count."""
    excluded: dict[str, int]
    flags: dict[str, int]
    """Of those that count; one response may have several."""
    modes: dict[str, int]
    languages: dict[str, int]


@dataclass(frozen=True)
class Difference:
    """Something that is not as it was frozen."""

    what: str
    frozen: Any
    found: Any


def due(session: Session, now: datetime) -> list[UUID]:
    """Waves closed long enough ago to be frozen, the earliest first."""
    return list(
        session.scalars(
            select(col(Wave.id))
            .where(
                col(Wave.state) == WaveState.CLOSED,
                col(Wave.closes_at) <= now - GRACE,
            )
            .order_by(col(Wave.closes_at))
        )
    )


def counts(session: Session, wave_id: UUID) -> Counts:
    """What there is to count, without reading an answer."""
    rows = session.execute(
        select(
            col(Response.excluded),
            col(Response.flags),
            col(Response.mode),
            col(Response.language),
        ).where(
            col(Response.wave_id) == wave_id,
            col(Response.state) == ResponseState.COMPLETE,
        ),
        execution_options={"yield_per": answered.AT_ONCE},
    )
    excluded, flags, modes, languages = (Counter[str]() for _ in range(4))
    responses = 0
    for reason, flagged, mode, language in rows:
        if reason is not None:
            excluded[reason] += 1
            continue
        responses += 1
        flags.update(flagged)
        modes[mode] += 1
        languages[language] += 1
    return Counts(
        responses,
        *(dict(sorted(each.items())) for each in (excluded, flags, modes, languages)),
    )


def prepare(session: Session, wave_id: UUID) -> dict[str, Any]:
    """The evidence of a closed wave, but for the moment; in a reading transaction, for
    a large wave takes seconds."""
    wave = session.get_one(Wave, wave_id)
    if wave.state is not WaveState.CLOSED:
        raise DomainError(409, "error.wave_not_closed", key=wave.key)
    sha256, responses = fingerprint.digest(session, wave_id)
    counted = counts(session, wave_id)
    return {
        **_counted(counted),
        "sha256": sha256,
        "responses": responses,
        **outcomes.told(session, wave),
        **_asked(session, wave),
        "key_id": keys_of(session).key_id.hex(),
        "code_version": code_version(),
    }


def freeze(
    session: Session,
    wave_id: UUID,
    evidence: Mapping[str, Any],
    now: datetime,
    *,
    by: str = "cli",
) -> Wave:
    """Fix the wave with the evidence prepared for it. Raises DomainError where
    something was left out of it, or taken back into it, meanwhile."""
    wave = held(session, Wave, wave_id)
    if wave is None:
        raise not_found("wave")
    if wave.state is not WaveState.CLOSED:
        raise DomainError(409, "error.wave_not_closed", key=wave.key)
    before = evidence["responses"], sum(evidence["excluded"].values())
    asked = _asked(session, wave)
    if _tally(session, wave_id) != before or any(
        evidence[name] != value for name, value in asked.items()
    ):
        raise DomainError(409, "error.wave_changed", key=wave.key)
    wave.state, wave.frozen_at = WaveState.FROZEN, now
    wave.evidence = {**evidence, "frozen_at": now.isoformat()}
    session.flush()
    waves.record(
        session,
        wave,
        "freeze",
        by=by,
        now=now,
        sha256=evidence["sha256"],
        responses=evidence["responses"],
    )
    return wave


def run(database: Database, wave_id: UUID, now: datetime, *, by: str = "cli") -> Wave:
    """Mark what looks odd, write the outcomes down, and freeze a closed wave.

    Opens its own transactions: what takes long is read, and little is written.
    """
    with database.read() as session:
        wave = session.get_one(Wave, wave_id)
    # Asked first: of an open wave not even the outcomes may be written down.
    if wave.state is not WaveState.CLOSED:
        raise DomainError(409, "error.wave_not_closed", key=wave.key)
    marking.run(database, wave_id)
    outcomes.fix(database, wave_id)
    with database.read() as session:
        evidence = prepare(session, wave_id)
    with database.write() as session:
        return freeze(session, wave_id, evidence, now, by=by)


def verify(session: Session, wave_id: UUID) -> list[Difference]:
    """What of a frozen wave is not as it was frozen; an empty list: nothing is."""
    wave = session.get_one(Wave, wave_id)
    if wave.state is not WaveState.FROZEN or wave.evidence is None:
        raise DomainError(409, "error.wave_not_frozen", key=wave.key)
    sha256, responses = fingerprint.digest(session, wave_id)
    counted = counts(session, wave_id)
    found = {
        "key_id": keys_of(session).key_id.hex(),
        **_asked(session, wave),
        **_counted(counted),
        "responses": responses,
        "sha256": sha256,
    }
    return [
        Difference(name, wave.evidence.get(name), value)
        for name, value in found.items()
        if wave.evidence.get(name) != value
    ]


def check(session: Session, wave_id: UUID) -> None:
    """Raises DomainError if anything of the frozen wave was touched."""
    differences = verify(session, wave_id)
    if differences:
        first = differences[0]
        raise DomainError(
            409,
            "error.evidence_broken",
            what=first.what,
            frozen=first.frozen,
            found=first.found,
        )


def refuse_if_frozen(wave: Wave) -> None:
    """Raises DomainError once nothing of the wave may change."""
    if wave.state is WaveState.FROZEN:
        raise DomainError(409, "error.wave_frozen", key=wave.key)


def _tally(session: Session, wave_id: UUID) -> tuple[int, int]:
    """How many complete responses count and how many do not: a short look."""
    count = func.count
    rows = session.execute(
        select(count(), count(col(Response.excluded))).where(
            col(Response.wave_id) == wave_id,
            col(Response.state) == ResponseState.COMPLETE,
        )
    ).one()
    return rows[0] - rows[1], rows[1]


def _counted(counted: Counts) -> dict[str, Any]:
    return {
        "responses": counted.responses,
        "excluded": counted.excluded,
        "flags": counted.flags,
        "modes": counted.modes,
        "languages": counted.languages,
    }


def _asked(session: Session, wave: Wave) -> dict[str, Any]:
    """In which words it was asked, and what the answers are weighted to."""
    survey = waves.as_stored(session, wave)
    numbers = versions.of(survey, waves.history(session, survey))
    return {
        "survey_sha256": definition.sha256(survey),
        "questions": {key: vars(each) for key, each in numbers.items()},
        "margins_sha256": None
        if wave.margins is None
        else hashlib.sha256(fingerprint.dump(wave.margins).encode()).hexdigest(),
    }
