"""The inbox: events taken once, worked one lane at a time, in their order."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CursorResult,
    and_,
    bindparam,
    delete,
    exists,
    func,
    literal_column,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Session, col

from api.store.keys import Keys, SealBroken
from api.store.models import Contact, InboundEvent, Lane
from api.store.prepared import Prepared
from api.store.session import keys_of
from api.store.types import uuid7
from api.store.words import EventState

MOST_ATTEMPTS = 3
# Woken processes listen here (PostgreSQL only).
TAKEN_SIGNAL = "ecotown_taken"

_event = InboundEvent.__table__  # type: ignore[attr-defined]
_lane = Lane.__table__  # type: ignore[attr-defined]
# Written out, not bound: SQLite uses a partial index only for a literal.
_WAITING = _event.c.state == literal_column("'taken'")

# Built once, for they run for every event: building costs more than running.
_THIS_LANE = _lane.c.lane == bindparam("this_lane")
_THIS_EVENT = _event.c.id == bindparam("this_event")
_OURS = and_(_THIS_LANE, _lane.c.holder == bindparam("us"))
_RENEW = update(_lane).where(_OURS).values(leased_until=bindparam("until"))
_LET_GO = delete(_lane).where(_OURS)
_HOLD = {
    dialect: make(_lane)
    .values(
        lane=bindparam("this_lane"),
        holder=bindparam("us"),
        leased_until=bindparam("until"),
    )
    .on_conflict_do_update(
        index_elements=["lane"],
        set_={"holder": bindparam("us"), "leased_until": bindparam("until")},
        where=(_lane.c.leased_until <= bindparam("now"))
        | (_lane.c.holder == bindparam("us")),
    )
    .returning(_lane.c.lane)
    for dialect, make in (("sqlite", sqlite_insert), ("postgresql", postgres_insert))
}
_HOLD_FREE = {
    dialect: make(_lane)
    .on_conflict_do_nothing(index_elements=["lane"])
    .returning(_lane.c.lane)
    for dialect, make in (("sqlite", sqlite_insert), ("postgresql", postgres_insert))
}
_OF_LANES = _lane.c.lane.in_(bindparam("lanes", expanding=True))
_OUR_LANES = _OF_LANES & (_lane.c.holder == bindparam("us"))
_STILL_OURS = select(_lane.c.lane).where(_OUR_LANES).order_by(_lane.c.lane)
_LET_ALL_GO = delete(_lane).where(_OUR_LANES)
_HOLDER = select(_lane.c.holder).where(_THIS_LANE).with_for_update()
_IN_LANE = and_(_event.c.lane == bindparam("this_lane"), _WAITING)
_ANY_WAITING = select(_event.c.id).where(_IN_LANE).limit(1)
_OLDEST = (
    select(_event)
    .where(_IN_LANE)
    .order_by(_event.c.order_key, _event.c.taken_at, _event.c.id)
    .limit(1)
)
_IN_LANES = and_(_event.c.lane.in_(bindparam("lanes", expanding=True)), _WAITING)
_UNHANDLED = select(_event.c.lane).where(_IN_LANES).distinct()
# A flooded lane is counted in the index; none of its events is read.
_LANES_OF_ONE = (
    select(_event.c.lane)
    .where(_IN_LANES)
    .group_by(_event.c.lane)
    .having(func.count() == 1)
)
_BEGIN_ONLY_ONES = (
    update(_event)
    .where(_event.c.lane.in_(_LANES_OF_ONE), _WAITING, _event.c.attempts == 0)
    .values(attempts=1)
    .returning(_event)
)
_COUNT_ATTEMPT = (
    update(_event).where(_THIS_EVENT).values(attempts=_event.c.attempts + 1)
)
_FINISH = Prepared(
    update(_event)
    .where(_THIS_EVENT)
    .values(
        state=bindparam("end"),
        handled_at=bindparam("ended_at"),
        contact_id=bindparam("whose"),
        failure=bindparam("why"),
        message_hash=bindparam("message"),
    )
)


@dataclass(frozen=True, slots=True)
class Taken:
    """An event as it is kept: just enough to store it, in order, once."""

    channel: str
    account: str
    event_key: str
    address: str | None
    """The sender's platform id; None: the event names nobody."""
    order: int
    """The platform's order within one sender."""
    payload: bytes
    """The event's own JSON, to be read again when it is handled."""


@dataclass(frozen=True, slots=True)
class HeldEvent:
    """The oldest unhandled event of a lane we hold."""

    id: UUID
    lane: str
    channel: str
    account: str
    payload: bytes | None
    """None: it cannot be read, being sealed under another key or altered since."""
    attempts: int
    taken_at: datetime
    message_hash: str | None = None
    """Known once it is read: what its row is found by when it is taken back."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A handled event, to be read again."""

    channel: str
    account: str
    payload: bytes
    message_hash: str | None


def row(keys: Keys, event: Taken, now: datetime) -> dict[str, Any]:
    """The event as a row, sealed: done before the writer's turn."""
    id_ = uuid7()
    key = event.event_key
    if not (key.isascii() and key.isprintable()):
        # Neither database takes every character; no odd key may harm its group.
        key = keys.find("event key", key)
    sender = event.address or f"nobody {key}"
    return {
        "id": id_,
        "channel": event.channel,
        "account": event.account,
        "event_key": key,
        "lane": lane_of(keys, event.channel, event.account, sender),
        "order_key": event.order,
        "payload_sealed": keys.seal("inbound_event", id_, event.payload),
        "taken_at": now,
        "state": EventState.TAKEN,
        "attempts": 0,
    }


def lane_of(keys: Keys, channel: str, account: str, address: str) -> str:
    """Under what all events of one sender are worked; nobody can read who that is."""
    return keys.find("lane", channel, account, address)


def unhandled(session: Session, lanes: Sequence[str]) -> set[str]:
    """Those of these lanes in which something is still to be handled."""
    found = session.scalars(_UNHANDLED, {"lanes": lanes})
    return set(found)


def take(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Keep events; one that is here already is left as it is."""
    dialect = session.get_bind().dialect.name
    make = sqlite_insert if dialect == "sqlite" else postgres_insert
    session.connection().execute(
        make(_event).on_conflict_do_nothing(
            index_elements=["channel", "account", "event_key"]
        ),
        list(rows),
    )
    if dialect != "sqlite":
        session.execute(text(f"NOTIFY {TAKEN_SIGNAL}"))


def is_taken(session: Session, channel: str, account: str, event_key: str) -> bool:
    """Whether this event is here: to be handled, or handled however long ago. Of keys
    of plain characters."""
    found = select(_event.c.id).where(
        _event.c.channel == channel,
        _event.c.account == account,
        _event.c.event_key == event_key,
    )
    return session.execute(found).first() is not None


def waiting_lanes(
    session: Session, now: datetime, limit: int, *, holder: UUID | None = None
) -> dict[str, datetime]:
    """Lanes with something to do that nobody else holds, and since when they wait,
    the longest waiting first.

    A lane `holder` could not let go of, the database being away, is its again.
    """
    # By lane, not by event: one sender's flood must not hide who came after it.
    since = func.min(_event.c.taken_at).label("since")
    waiting = (
        select(_event.c.lane, since).where(_WAITING).group_by(_event.c.lane).subquery()
    )
    others = [] if holder is None else [_lane.c.holder != holder]
    held = exists().where(
        and_(_lane.c.lane == waiting.c.lane, _lane.c.leased_until > now, *others)
    )
    found = session.execute(
        select(waiting).where(~held).order_by(waiting.c.since).limit(limit)
    )
    return {row.lane: row.since for row in found}


def has_waiting(session: Session, lane: str) -> bool:
    return session.execute(_ANY_WAITING, {"this_lane": lane}).first() is not None


def hold(
    session: Session, lane: str, holder: UUID, now: datetime, lease: timedelta
) -> bool:
    """Become the only worker of a lane, or learn that another one is.

    One holder works a lane in one thread at a time.
    """
    dialect = session.get_bind().dialect.name
    claim = {"this_lane": lane, "us": holder, "until": now + lease, "now": now}
    return session.execute(_HOLD[dialect], claim).first() is not None


def let_go(session: Session, lane: str, holder: UUID) -> None:
    session.execute(_LET_GO, {"this_lane": lane, "us": holder})


def next_of(
    session: Session, lane: str, holder: UUID, now: datetime, lease: timedelta
) -> HeldEvent | None:
    """The lane's oldest unhandled event, its attempt counted before it begins.

    Committed before the work starts, so that an event which kills the process is
    not tried for ever. None: nothing is left, or the lane is no longer ours.
    """
    ours = {"this_lane": lane, "us": holder, "until": now + lease}
    if _changed(session.execute(_RENEW, ours)) != 1:
        return None
    return first_of(session, lane)


def first_of(session: Session, lane: str) -> HeldEvent | None:
    """As `next_of`, of a lane that was held in this very transaction."""
    found = session.execute(_OLDEST, {"this_lane": lane}).first()
    if found is None:
        return None
    session.execute(_COUNT_ATTEMPT, {"this_event": found.id})
    return _held(session, found, found.attempts + 1)


def hold_free(
    session: Session,
    lanes: Collection[str],
    holder: UUID,
    now: datetime,
    lease: timedelta,
) -> list[str]:
    """Become the only worker of those of these lanes that are free. A lease that has
    lapsed is not: whoever held it may have died of what waits there."""
    held = {"holder": holder, "leased_until": now + lease}
    hold = _HOLD_FREE[session.get_bind().dialect.name]
    # In one order, or two processes would wait for each other.
    rows = [{"lane": lane, **held} for lane in sorted(lanes)]
    return list(session.connection().execute(hold, rows).scalars())


def only_ones(session: Session, lanes: Collection[str]) -> list[HeldEvent]:
    """The events of those lanes in which a single one waits, tried for the first time:
    in their order, the attempt of each counted before it begins, as by `next_of`.

    Of lanes that were held in this very transaction.
    """
    found = session.execute(_BEGIN_ONLY_ONES, {"lanes": list(lanes)})
    in_order = sorted(found, key=lambda row_: (row_.order_key, row_.taken_at, row_.id))
    return [_held(session, row_, row_.attempts) for row_ in in_order]


def still_ours(session: Session, lanes: Collection[str], holder: UUID) -> set[str]:
    """As `still_holds`, of many lanes: those that are ours."""
    ours = {"lanes": list(lanes), "us": holder}
    return set(session.scalars(_STILL_OURS.with_for_update(), ours))


def let_all_go(session: Session, lanes: Collection[str], holder: UUID) -> None:
    session.execute(_LET_ALL_GO, {"lanes": list(lanes), "us": holder})


def _held(session: Session, found: Any, attempts: int) -> HeldEvent:
    try:
        sealed = found.payload_sealed
        payload = keys_of(session).unseal("inbound_event", found.id, sealed)
    except SealBroken:
        # That event's own trouble, and nobody's who is handled beside it.
        payload = None
    return HeldEvent(
        id=found.id,
        lane=found.lane,
        channel=found.channel,
        account=found.account,
        payload=payload,
        attempts=attempts,
        taken_at=found.taken_at,
    )


def still_holds(session: Session, lane: str, holder: UUID) -> bool:
    """Whether the lane is ours, locked until this transaction ends: a worker that
    was too slow must not finish what another has begun."""
    return session.execute(_HOLDER, {"this_lane": lane}).scalar() == holder


def finish(
    session: Session,
    event: HeldEvent,
    state: EventState,
    now: datetime,
    *,
    contact_id: UUID | None = None,
    failure: str | None = None,
) -> None:
    """The event is done with: in the same transaction as what it brought about."""
    end = {
        "this_event": event.id,
        "end": state,
        "ended_at": now,
        "whose": contact_id,
        "why": failure,
        "message": event.message_hash,
    }
    _FINISH.run(session, end)


def kept(session: Session, event_id: UUID, resident_id: UUID) -> Kept | None:
    """An event of this resident's; None: it is not theirs, or its words are gone
    since, taken back or kept long enough."""
    theirs = select(col(Contact.id)).where(col(Contact.resident_id) == resident_id)
    found = session.execute(
        select(_event).where(
            _event.c.id == event_id,
            _event.c.contact_id.in_(theirs),
            _event.c.payload_sealed.is_not(None),
        )
    ).first()
    if found is None:
        return None
    payload = keys_of(session).unseal("inbound_event", found.id, found.payload_sealed)
    return Kept(found.channel, found.account, payload, found.message_hash)


def forgive(session: Session, event_ids: Collection[UUID]) -> None:
    """The attempt does not count: the database was away, these are not at fault."""
    session.execute(
        update(_event)
        .where(_event.c.id.in_(event_ids), _WAITING, _event.c.attempts > 0)
        .values(attempts=_event.c.attempts - 1)
    )


def _changed(result: Any) -> int:
    assert isinstance(result, CursorResult)
    return result.rowcount
