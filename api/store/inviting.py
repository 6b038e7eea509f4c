"""Who is invited to a wave: drawn by lot, and written down as its frame."""

import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlmodel import Session, col

from api.errors import DomainError, not_found
from api.store import eligible, waves
from api.store.eligible import Segment
from api.store.locks import held, take_turn
from api.store.models import (
    Draw,
    Invitation,
    Wave,
)
from api.store.session import Database
from api.store.types import uuid7
from api.store.words import WaveState
from surveys import contact

# Some 10 ms of SQLite's only writer.
SLICE = 500
MOST = 1_000_000
# The frame of the only waves that a list of invited people is the frame of.
FRAME = "invited_list"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A lot as it fell, before anybody is invited by it."""

    segment: Segment
    quota: int
    seed: str
    eligible: int
    """How many could be drawn, those invited under this segment before too."""
    invited: int
    """How many have been, and count towards the quota."""
    left_out: Mapping[str, int]
    """Reason -> people of the segment who could not be drawn."""
    chosen: tuple[UUID, ...]
    """The residents to invite now."""
    by_channel: Mapping[str, int]
    """Where those would get their messages."""


def invite(
    database: Database,
    key: str,
    *,
    segment: Segment,
    quota: int,
    seed: str | None = None,
    by: str,
    now: datetime,
) -> Drawn:
    """Draw a segment's people and freeze the list of them, a slice at a time. Opens
    its own transactions.

    Done again, or after it was interrupted, it invites those of the same lot who are
    missing; with a larger quota the next of that lot.
    """
    with database.read() as session:
        wave = waves.get(session, key)
        drawn = draw(session, wave, segment=segment, quota=quota, seed=seed, now=now)
    starts = range(0, len(drawn.chosen), SLICE) or (0,)
    for start in starts:
        with database.write() as session:
            part = drawn.chosen[start : start + SLICE]
            freeze(session, wave.id, drawn, part, by=by, now=now)
    return drawn


def draw(
    session: Session,
    wave: Wave,
    *,
    segment: Segment,
    quota: int,
    seed: str | None = None,
    now: datetime,
) -> Drawn:
    """Who would be invited. Only looks.

    `quota` is how many of the segment are wanted in all. The seed of its first draw
    holds for every later one; None takes that, or at first a new one. Raises
    DomainError where the wave cannot have invitations.
    """
    _check(wave, quota)
    before = _draw_of(session, wave, segment)
    if before is not None and seed not in (None, before.seed):
        raise DomainError(409, "error.invite_seed", seed=before.seed)
    seed = seed or (before.seed if before else secrets.token_hex(8))
    invited = session.scalar(
        select(func.count())
        .select_from(Invitation)
        .where(
            col(Invitation.wave_id) == wave.id,
            col(Invitation.segment) == segment.name,
        )
    )
    invited = invited or 0
    found = eligible.find(session, wave, segment, now)
    chosen = contact.drawn(found.eligible, max(0, quota - invited), seed)
    return Drawn(
        segment=segment,
        quota=quota,
        seed=seed,
        eligible=len(found.eligible) + invited,
        invited=invited,
        left_out=dict(found.left_out),
        chosen=tuple(chosen),
        by_channel=Counter(found.eligible[each] for each in chosen),
    )


def freeze(
    session: Session,
    wave_id: UUID,
    drawn: Drawn,
    part: Sequence[UUID],
    *,
    by: str,
    now: datetime,
) -> int:
    """Invite a slice of those drawn; how many. Whoever is not to be invited any more,
    or has been meanwhile, is passed over."""
    # Two draws at once, for two waves, must not both find that nobody was asked.
    take_turn(session, "invite")
    wave = held(session, Wave, wave_id)
    if wave is None:
        raise not_found("wave")
    _check(wave, drawn.quota)
    _record(session, wave, drawn, by=by, now=now)
    found = eligible.find(session, wave, drawn.segment, now, only=part)
    rows = [
        {
            "id": uuid7(),
            "wave_id": wave.id,
            "resident_id": each,
            "segment": drawn.segment.name,
            "invited_at": now,
            "reminded": 0,
        }
        for each in part
        if each in found.eligible
    ]
    if rows:
        session.execute(insert(Invitation), rows)
    return len(rows)


def draws(session: Session, wave_id: UUID) -> list[Draw]:
    """What was drawn for a wave, segment by segment."""
    return list(
        session.scalars(
            select(Draw).where(col(Draw.wave_id) == wave_id).order_by(col(Draw.id))
        )
    )


def _check(wave: Wave, quota: int) -> None:
    if wave.frame != FRAME:
        raise DomainError(409, "error.invite_frame", key=wave.key, frame=wave.frame)
    if wave.state is not WaveState.OPEN:
        raise DomainError(409, "error.invite_not_open", key=wave.key)
    if not 1 <= quota <= MOST:
        raise DomainError(422, "error.invite_quota")


def _draw_of(session: Session, wave: Wave, segment: Segment) -> Draw | None:
    return session.scalars(
        select(Draw).where(
            col(Draw.wave_id) == wave.id, col(Draw.segment) == segment.name
        )
    ).first()


def _record(
    session: Session, wave: Wave, drawn: Drawn, *, by: str, now: datetime
) -> None:
    """Write the draw down; once, though it is frozen in slices."""
    row = _draw_of(session, wave, drawn.segment)
    if row is None:
        row = Draw(
            wave_id=wave.id,
            segment=drawn.segment.name,
            quota=0,
            seed=drawn.seed,
            eligible=0,
            drawn_at=now,
        )
    if row.seed != drawn.seed:
        raise DomainError(409, "error.invite_seed", seed=row.seed)
    wanted = (max(row.quota, drawn.quota), drawn.eligible, dict(drawn.left_out))
    if wanted == (row.quota, row.eligible, row.left_out):
        return
    row.quota, row.eligible, row.left_out = wanted
    row.drawn_at = now
    session.add(row)
    session.flush()
    waves.record(
        session,
        wave,
        "invite",
        by=by,
        now=now,
        segment=row.segment,
        quota=row.quota,
        seed=row.seed,
        eligible=row.eligible,
        left_out=row.left_out,
    )
