"""Calls to platforms: stored before they are made, leased while they are made."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, exists, func, literal_column, select, update
from sqlmodel import Session, col

from api.store.models import Batch, Broadcast, ChannelQuota, Delivery
from api.store.outbox import Queue
from api.store.session import keys_of
from api.store.words import BroadcastState, DeliveryKind, DeliveryState

# A call that waits to be made again: what went before surely did not arrive (or has
# a key that makes a repeat harmless), or may have.
AGAIN, AGAIN_UNSURE = "again", "again_unsure"
# The method that a reply token pays for.
REPLY = "reply"

_delivery = Delivery.__table__  # type: ignore[attr-defined]
_batch = Batch.__table__  # type: ignore[attr-defined]
# Written out, not bound: SQLite uses a partial index only for a literal.
_SENDING = _delivery.c.state == literal_column("'sending'")
_THIS = _delivery.c.id == bindparam("given")
_GIVE = update(_delivery).values(
    state=DeliveryState.SENDING,
    reason=None,
    attempts=_delivery.c.attempts + 1,
    batch_id=bindparam("to"),
)


# Built once, for it runs whenever something is due.
_PAID_LEFT = select(
    col(ChannelQuota.allowed)
    - col(ChannelQuota.used)
    - select(func.count())
    .select_from(Delivery)
    .join(Batch, col(Batch.id) == col(Delivery.batch_id))
    .where(
        col(Batch.leased_until).is_not(None),
        col(Batch.channel) == bindparam("on"),
        col(Batch.account) == bindparam("by"),
        col(Batch.method).in_(bindparam("methods", expanding=True)),
        _SENDING,
    )
    .scalar_subquery()
).where(
    col(ChannelQuota.channel) == bindparam("on"),
    col(ChannelQuota.account) == bindparam("by"),
)


@dataclass(frozen=True, slots=True)
class Planned:
    """A call that is to be made, packed."""

    batch_id: UUID
    method: str
    ids: Sequence[UUID]
    """The deliveries it carries."""
    body: bytes
    expires_at: datetime


def lease(
    session: Session,
    planned: Sequence[Planned],
    *,
    channel: str,
    account: str,
    now: datetime,
    until: datetime,
) -> set[UUID]:
    """Store the exact calls before they are made, and give them their deliveries.

    The batches that are leased. Of another nothing is stored: one of its deliveries
    is no longer waiting (a broadcast was cancelled, a contact is gone), so the call
    must be packed anew.
    """
    wanted = {id_ for each in planned for id_ in each.ids}
    waiting = set(
        session.scalars(
            select(_delivery.c.id)
            .where(
                _delivery.c.id.in_(wanted),
                _delivery.c.state.in_((DeliveryState.PENDING, DeliveryState.PARKED)),
            )
            .order_by(_delivery.c.id)
            .with_for_update()
        )
    )
    leased = [each for each in planned if waiting.issuperset(each.ids)]
    if not leased:
        return set()
    session.connection().execute(
        _batch.insert(),
        [
            {
                "id": each.batch_id,
                "channel": channel,
                "account": account,
                "method": each.method,
                "body_sealed": keys_of(session).seal("batch", each.batch_id, each.body),
                "created_at": now,
                "attempted_at": now,
                "attempts": 1,
                "sent": 0,
                "leased_until": until,
                "expires_at": each.expires_at,
            }
            for each in leased
        ],
    )
    single = [
        {"given": each.ids[0], "to": each.batch_id}
        for each in leased
        if len(each.ids) == 1
    ]
    if single:
        session.connection().execute(_GIVE.where(_THIS), single)
    for each in leased:
        if len(each.ids) > 1:
            many = _GIVE.where(_delivery.c.id.in_(each.ids))
            session.execute(many, {"to": each.batch_id})
    return {each.batch_id for each in leased}


def of_batch(session: Session, batch_id: UUID) -> list[UUID]:
    return list(
        session.scalars(
            select(_delivery.c.id).where(_delivery.c.batch_id == batch_id, _SENDING)
        )
    )


def contacts_of_batch(session: Session, batch_id: UUID) -> tuple[UUID, ...]:
    """Whom a call goes to, those that ride along with a reply included."""
    query = select(_delivery.c.contact_id).where(_delivery.c.batch_id == batch_id)
    return tuple(session.scalars(query))


def is_cancelled(session: Session, batch_id: UUID) -> bool:
    """Whether a call carries only what an officer has taken back."""
    states = session.scalars(
        select(col(Broadcast.state))
        .select_from(Delivery)
        .join(Broadcast, col(Broadcast.id) == col(Delivery.broadcast_id), isouter=True)
        .where(col(Delivery.batch_id) == batch_id)
        .distinct()
    )
    return set(states) == {BroadcastState.CANCELLED}


def invites(session: Session, batch_id: UUID) -> bool:
    """Whether a call invites somebody to a survey, or reminds them."""
    kind = _delivery.c.kind == DeliveryKind.INVITATION
    query = select(exists().where(_delivery.c.batch_id == batch_id, kind))
    return bool(session.scalar(query))


def paid_left(
    session: Session, channel: str, account: str, methods: Collection[str]
) -> int | None:
    """Paid messages left besides those in calls by these methods that have no outcome
    yet; None: no limit, or the platform was not asked yet.

    One statement: a call that ends meanwhile is counted once.
    """
    known_by = {"on": channel, "by": account, "methods": list(methods)}
    return session.scalar(_PAID_LEFT, known_by)


def arrived(session: Session, batch_ids: Sequence[UUID], now: datetime) -> None:
    """These calls went through, each with all it carried: what most calls end in."""
    session.execute(
        update(_delivery)
        .where(_delivery.c.batch_id.in_(batch_ids), _SENDING)
        .values(state=DeliveryState.SENT, reason=None, done_at=now, token_sealed=None)
    )
    session.execute(
        update(_batch)
        .where(_batch.c.id.in_(batch_ids))
        .values(outcome=DeliveryState.SENT.value, leased_until=None, sent=0)
    )


def close_batch(session: Session, batch_id: UUID, outcome: str, *, sent: int) -> None:
    """The call's outcome is known; it is not made again."""
    session.execute(
        update(_batch)
        .where(_batch.c.id == batch_id)
        .values(outcome=outcome, leased_until=None, sent=sent)
    )


def try_again(
    session: Session, batch_id: UUID, at: datetime, *, sent: int, unsure: bool
) -> None:
    """The same call is to be made again, under the same key with the same body.

    `unsure`: it may have arrived.
    """
    outcome = AGAIN_UNSURE if unsure else AGAIN
    session.execute(
        update(_batch)
        .where(_batch.c.id == batch_id)
        .values(outcome=outcome, leased_until=at, sent=sent)
    )


def lapsed(
    session: Session,
    channel: str,
    account: str,
    now: datetime,
    *,
    queue: Queue,
    limit: int,
    but: Collection[UUID],
) -> list[Batch]:
    """Calls of one queue whose outcome was never recorded, or that wait to be made
    again; without those (`but`) that are being made."""
    replies = col(Batch.method) == REPLY
    to_person = exists().where(
        _delivery.c.batch_id == col(Batch.id), _delivery.c.priority == 0
    )
    of_queue = {
        Queue.TOKEN: replies,
        Queue.PERSON: ~replies & to_person,
        Queue.NEWS: ~replies & ~to_person,
    }
    return list(
        session.scalars(
            select(Batch)
            .where(
                col(Batch.channel) == channel,
                col(Batch.account) == account,
                col(Batch.leased_until) <= now,
                col(Batch.id).not_in(but),
                of_queue[queue],
            )
            .order_by(col(Batch.leased_until))
            .limit(limit)
        )
    )


def take_again(session: Session, batch: Batch, now: datetime, until: datetime) -> bytes:
    """Lease a lapsed call once more; its stored body."""
    batch.attempts += 1
    batch.attempted_at = now
    batch.leased_until = until
    batch.outcome = None
    session.add(batch)
    assert batch.body_sealed is not None
    return keys_of(session).unseal("batch", batch.id, batch.body_sealed)
