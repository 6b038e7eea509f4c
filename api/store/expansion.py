"""From an approved broadcast to one delivery for each contact in its audience."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    String,
    Uuid,
    bindparam,
    select,
    text,
    update,
)
from sqlmodel import Session, col

from api.store import deliveries
from api.store.locks import held
from api.store.models import Broadcast, Contact, Delivery, Report
from api.store.types import UTCDateTime
from api.store.words import BroadcastState, DeliveryState, ReportState

# Some 8 ms of SQLite's only writer, for which webhooks wait.
SLICE = 500

# One contact for each subscribed resident: the channel they were seen on last. A
# terminal is no address that a report could reach later. Between two slices somebody
# may block a channel or come back to it: whoever was written to already is left out,
# and a contact passed over in an earlier slice takes nobody's turn.
# OFFSET has PostgreSQL ask that contact by contact: it believes that little has been
# written so far, and would join each slice with all of it.
_AUDIENCE = """
FROM contact c
JOIN resident r ON r.id = c.resident_id
JOIN consent k ON k.resident_id = r.id AND k.purpose = 'broadcasts'
 AND k.given_at <= :frozen AND k.withdrawn_at IS NULL
WHERE c.state = 'active' AND c.created_at <= :frozen AND c.channel <> 'terminal'
 AND NOT EXISTS (
   SELECT 1 FROM contact newer
   WHERE newer.resident_id = c.resident_id AND newer.state = 'active'
    AND newer.channel <> 'terminal' AND newer.created_at <= :frozen
    {to_come}
    AND (newer.seen_at, newer.created_at, newer.id)
        > (c.seen_at, c.created_at, c.id))
 AND NOT EXISTS (
   SELECT 1 FROM contact other
   WHERE other.resident_id = c.resident_id AND other.id <> c.id AND EXISTS (
    SELECT 1 FROM delivery given
    WHERE given.broadcast_id = :broadcast AND given.contact_id = other.id
    LIMIT 1 OFFSET 0)
   LIMIT 1 OFFSET 0)
"""
_NEW_ID = {
    # Ordered by time, as `types.uuid7` makes them: chance would strew the rows of a
    # slice over the whole of a large index.
    "sqlite": (
        "lower(printf('%012x7', (julianday('now') - 2440587.5) * 86400000 + 0.5) "
        "|| substr(hex(randomblob(2)), 2) || '8' || substr(hex(randomblob(8)), 2))"
    ),
    "postgresql": "gen_random_uuid()",
}


def due(session: Session, now: datetime) -> list[UUID]:
    """Broadcasts that should start, or go on being written out."""
    starting = (col(Broadcast.state) == BroadcastState.APPROVED) & (
        col(Broadcast.starts_at) <= now
    )
    expanding = col(Broadcast.state) == BroadcastState.EXPANDING
    return list(session.scalars(select(col(Broadcast.id)).where(starting | expanding)))


def cancelled(session: Session) -> list[UUID]:
    """Cancelled broadcasts of which something still waits to be sent."""
    waits = deliveries.any_waits(col(Broadcast.id))
    return list(
        session.scalars(
            select(col(Broadcast.id)).where(
                col(Broadcast.state) == BroadcastState.CANCELLED, waits
            )
        )
    )


def any_sending(session: Session) -> bool:
    """Whether a broadcast may be finished soon."""
    sending = col(Broadcast.state) == BroadcastState.SENDING
    return session.scalar(select(col(Broadcast.id)).where(sending).limit(1)) is not None


def start(session: Session, broadcast_id: UUID, now: datetime) -> None:
    """Freeze the audience and publish the report: from here there is no way back."""
    report_id = session.get_one(Broadcast, broadcast_id).report_id
    # Report first, as everyone takes them: an officer may cancel at this moment.
    report = session.get_one(Report, report_id, with_for_update=True)
    broadcast = held(session, Broadcast, broadcast_id)
    if broadcast is None or broadcast.state is not BroadcastState.APPROVED:
        return
    broadcast.state = BroadcastState.EXPANDING
    broadcast.frozen_at = now
    report.state = ReportState.PUBLISHED
    report.published_at = report.published_at or now
    session.add_all((broadcast, report))
    session.flush()
    if session.get_bind().dialect.name == "postgresql":
        # It plans by figures that it may not have, after a restore for instance.
        session.execute(text("ANALYZE resident, contact, consent"))


def expand(
    session: Session,
    broadcast_id: UUID,
    now: datetime,
    limit: int = SLICE,
    *,
    on: Collection[str],
) -> bool:
    """Write out one slice of the audience; whether there may be more of it.

    One resident gets one message, on the channel they were seen on last; who was so
    on a channel other than `on` is skipped, as nobody would send it. Running a slice
    again changes nothing: a contact has one delivery in a broadcast.
    """
    broadcast = held(session, Broadcast, broadcast_id)
    if broadcast is None or broadcast.state is not BroadcastState.EXPANDING:
        return False
    last = _last_of_slice(session, broadcast, limit)
    if last is None:
        broadcast.state = BroadcastState.SENDING
    else:
        _write_out(session, broadcast, last, now, on)
        broadcast.last_contact_id = last
    session.add(broadcast)
    session.flush()
    deliveries.signal(session)
    return last is not None


def finish(session: Session, now: datetime) -> int:
    """Close the broadcasts that have nothing left to send; how many.

    Some residents may still wait for theirs: what is parked goes with their next
    message, which may be months away. Until then it can be cancelled.
    """
    unsent = (DeliveryState.PENDING, DeliveryState.SENDING)
    open_ = (
        select(col(Delivery.id))
        .where(
            col(Delivery.broadcast_id) == col(Broadcast.id),
            col(Delivery.state).in_(unsent),
            # The web page fetches its own, when it is next opened.
            col(Delivery.channel) != "web",
        )
        .exists()
    )
    closed = session.execute(
        update(Broadcast)
        .where(col(Broadcast.state) == BroadcastState.SENDING, ~open_)
        .values(state=BroadcastState.DONE, finished_at=now)
        .returning(col(Broadcast.id))
    )
    return len(closed.all())


def _last_of_slice(session: Session, broadcast: Broadcast, limit: int) -> UUID | None:
    """The last contact id of the next slice, by id; None when all are written."""
    query = select(col(Contact.id)).order_by(col(Contact.id)).limit(limit)
    if broadcast.last_contact_id is not None:
        query = query.where(col(Contact.id) > broadcast.last_contact_id)
    slice_ = query.subquery()
    return session.scalar(select(slice_.c.id).order_by(slice_.c.id.desc()).limit(1))


def _write_out(
    session: Session,
    broadcast: Broadcast,
    last: UUID,
    now: datetime,
    on: Collection[str],
) -> None:
    assert broadcast.frozen_at is not None
    dialect = session.get_bind().dialect.name
    is_first = broadcast.last_contact_id is None
    after = "" if is_first else "AND c.id > :after"
    to_come = "" if is_first else "AND newer.id > :after"
    statement = text(
        "INSERT INTO delivery (id, contact_id, channel, account, kind, priority, "
        "broadcast_id, language, created_at, not_before, attempts, "
        "state, reason, done_at) "
        f"SELECT {_NEW_ID[dialect]}, c.id, c.channel, c.account, 'broadcast', 1, "
        ":broadcast, coalesce(r.language, 'th'), :now, :now, 0, "
        "CASE WHEN c.channel IN :on THEN 'pending' ELSE 'skipped' END, "
        "CASE WHEN c.channel IN :on THEN NULL ELSE :off END, "
        "CASE WHEN c.channel IN :on THEN NULL ELSE :now END "
        f"{_AUDIENCE.format(to_come=to_come)} {after} AND c.id <= :last "
        "ON CONFLICT (broadcast_id, contact_id) DO NOTHING"
    )
    values: list[BindParameter[Any]] = [
        bindparam("frozen", broadcast.frozen_at, UTCDateTime()),
        bindparam("now", now, UTCDateTime()),
        bindparam("broadcast", broadcast.id, Uuid()),
        bindparam("last", last, Uuid()),
        bindparam("on", list(on), String(), expanding=True),
        bindparam("off", deliveries.CHANNEL_OFF, String()),
    ]
    if after:
        values.append(bindparam("after", broadcast.last_contact_id, Uuid()))
    session.execute(statement.bindparams(*values))
