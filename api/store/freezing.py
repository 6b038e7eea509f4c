"""Freezing a wave: its answers, what was planned and what became of everyone asked are
fixed, and fingerprints of them prove it.

The whole evidence has a hash of its own. It stands in the audit log, and in the record
of each value from the wave, so that evidence rewritten to fit is found out too.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import String, cast, func, select
from sqlmodel import Session, col

from api.errors import DomainError, not_found
from api.store import (
    computing,
    fingerprint,
    marking,
    outcomes,
    standings,
    waves,
)
from api.store.locks import held
from api.store.models import AuditEntry, Response, Wave
from api.store.session import Database, keys_of
from api.store.words import ResponseState, WaveState
from api.version import code_version
from surveys import definition, versions
from surveys.estimate.outcomes import Frame
from surveys.record import leaves

# What officers planned and wrote down, which every figure is told with. Who answers
# for it and what limits it may still be written when the wave is frozen.
PLANNED = (
    "key", "frame", "frame_note", "population", "population_size", "drawn", "min_age",
    "reminders", "margins", "benchmark", "opens_at", "ends_at", "closes_at",
    "results_by", "made_up",
)  # fmt: skip
FREEZE = "freeze"
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
    """Waves closed long enough ago to be frozen, the earliest first. A drawn sample of
    which nobody has said how many were drawn waits for that."""
    closed = session.scalars(
        select(Wave)
        .where(
            col(Wave.state) == WaveState.CLOSED,
            col(Wave.closes_at) <= now - GRACE,
        )
        .order_by(col(Wave.closes_at))
    ).all()
    return [wave.id for wave in closed if _undrawn(session, wave) is None]


def counts(session: Session, wave_id: UUID) -> Counts:
    """What there is to count, without reading an answer."""
    # Laid together in the database: a row for each response would have to be fetched.
    alike = (
        col(Response.excluded),
        cast(col(Response.flags), String),
        col(Response.mode),
        col(Response.language),
    )
    rows = session.execute(
        select(*alike, func.count())
        .where(
            col(Response.wave_id) == wave_id,
            col(Response.state) == ResponseState.COMPLETE,
        )
        .group_by(*alike)
    )
    excluded, flags, modes, languages = (Counter[str]() for _ in range(4))
    responses = 0
    for reason, flagged, mode, language, count in rows:
        if reason is not None:
            excluded[reason] += count
            continue
        responses += count
        for flag in json.loads(flagged):
            flags[flag] += count
        modes[mode] += count
        languages[language] += count
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
    _refuse_undrawn(session, wave)
    sha256, responses = fingerprint.digest(session, wave_id)
    return {
        **_counted(counts(session, wave_id)),
        "sha256": sha256,
        "responses": responses,
        **outcomes.told(session, wave),
        **_settled(session, wave),
        "standings": standings.counts(session, wave_id),
        "standings_sha256": standings.responses(session, wave_id),
        "invitations_sha256": standings.invitations(session, wave_id),
        "figured": computing.figured(session, wave),
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
    now_so = {
        **_settled(session, wave),
        "standings": standings.counts(session, wave_id),
    }
    if any(evidence[name] != value for name, value in now_so.items()):
        raise DomainError(409, "error.wave_changed", key=wave.key)
    wave.state, wave.frozen_at = WaveState.FROZEN, now
    wave.evidence = {**evidence, "frozen_at": now.isoformat()}
    session.flush()
    waves.record(
        session,
        wave,
        FREEZE,
        by=by,
        now=now,
        sha256=evidence["sha256"],
        responses=evidence["responses"],
        evidence_sha256=evidence_sha256(wave),
    )
    return wave


def evidence_sha256(wave: Wave) -> str | None:
    """SHA-256 over all that was fixed at freezing; None before."""
    return None if wave.evidence is None else fingerprint.of_data(wave.evidence)


def run(database: Database, wave_id: UUID, now: datetime, *, by: str = "cli") -> Wave:
    """Mark what looks odd, write the outcomes down, and freeze a closed wave.

    Opens its own transactions: what takes long is read, and little is written.
    """
    with database.read() as session:
        wave = session.get_one(Wave, wave_id)
    # Asked first: of an open wave not even the outcomes may be written down.
    if wave.state is not WaveState.CLOSED:
        raise DomainError(409, "error.wave_not_closed", key=wave.key)
    with database.read() as session:
        _refuse_undrawn(session, wave)
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
    found = {
        "key_id": keys_of(session).key_id.hex(),
        **_settled(session, wave),
        **_counted(counts(session, wave_id)),
        "responses": responses,
        "sha256": sha256,
        "standings": standings.counts(session, wave_id),
        "standings_sha256": standings.responses(session, wave_id),
        "invitations_sha256": standings.invitations(session, wave_id),
        "frozen_at": wave.frozen_at and wave.frozen_at.isoformat(),
    }
    differing = [
        each
        for name, value in found.items()
        for each in _differing(name, wave.evidence.get(name), value)
    ]
    return [*differing, *_rewritten(session, wave)]


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


def _differing(name: str, frozen: Any, found: Any) -> Iterator[Difference]:
    """What differs, told figure by figure."""
    if frozen == found:
        return
    before, after = (dict(leaves({name: each})) for each in (frozen, found))
    for place in sorted({*before, *after}):
        if before.get(place) != after.get(place):
            yield Difference(place, before.get(place), after.get(place))


def _rewritten(session: Session, wave: Wave) -> Iterator[Difference]:
    """Whether the evidence itself is what the audit log says was fixed."""
    entry = session.scalars(
        select(AuditEntry)
        .where(
            col(AuditEntry.subject) == waves.subject(wave),
            col(AuditEntry.action) == waves.action_of(FREEZE),
        )
        .order_by(col(AuditEntry.seq).desc())
        .limit(1)
    ).first()
    # An entry goes after five years; the records of the values hold the hash as well.
    if entry is not None:
        logged, now_so = entry.details["evidence_sha256"], evidence_sha256(wave)
        if logged != now_so:
            yield Difference("evidence", logged, now_so)


def _undrawn(session: Session, wave: Wave) -> DomainError | None:
    """Why a drawn sample has no rate yet: it is not said how many were drawn, or fewer
    than have an outcome. None: it has, or is none."""
    if wave.frame != Frame.PROBABILITY:
        return None
    if wave.drawn is None:
        return DomainError(409, "error.wave_drawn_missing", key=wave.key)
    heard_of = outcomes.heard_of(session, wave)
    if heard_of <= wave.drawn:
        return None
    return DomainError(
        409,
        "error.wave_drawn_fewer",
        key=wave.key,
        drawn=wave.drawn,
        heard_of=heard_of,
    )


def _refuse_undrawn(session: Session, wave: Wave) -> None:
    found = _undrawn(session, wave)
    if found is not None:
        raise found


def _counted(counted: Counts) -> dict[str, Any]:
    return {
        "responses": counted.responses,
        "excluded": counted.excluded,
        "flags": counted.flags,
        "modes": counted.modes,
        "languages": counted.languages,
    }


def _settled(session: Session, wave: Wave) -> dict[str, Any]:
    """What was planned, of whom, in which words it was asked, and what the answers are
    weighted to."""
    survey = waves.as_stored(session, wave)
    numbers = versions.of(survey, waves.history(session, survey))
    return {
        "plan": {name: _plain(getattr(wave, name)) for name in PLANNED},
        "draws": standings.draws(session, wave.id),
        "survey_sha256": definition.sha256(survey),
        "questions": {key: vars(each) for key, each in numbers.items()},
        "margins_sha256": None
        if wave.margins is None
        else fingerprint.of_data(wave.margins),
    }


def _plain(value: Any) -> Any:
    """As JSON keeps it."""
    return value.isoformat() if isinstance(value, date) else value
