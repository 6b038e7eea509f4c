"""Calls to platforms: stored before they are made, leased while they are made."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import CursorResult, exists, func, literal_column, select, update
from sqlmodel import Session, col

from api.store.deliveries import Queue
from api.store.models import Batch, Broadcast, ChannelQuota, Delivery
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


def lease(
    session: Session,
    ids: Sequence[UUID],
    *,
    batch_id: UUID,
    method: str,
    channel: str,
    account: str,
    body: bytes,
    now: datetime,
    until: datetime,
    expires_at: datetime,
) -> bool:
    """Store the exact call before it is made, and give these deliveries to it.

    False, and nothing is stored: one of them is no longer waiting (a broadcast was
    cancelled, a contact is gone), so the call must be packed anew.
    """
    session.execute(
        _batch.insert().values(
            id=batch_id,
            channel=channel,
            account=account,
            method=method,
            body_sealed=keys_of(session).seal("batch", batch_id, body),
            created_at=now,
            attempted_at=now,
            attempts=1,
            sent=0,
            leased_until=until,
            expires_at=expires_at,
        )
    )
    given = session.execute(
        update(_delivery)
        .where(
            _delivery.c.id.in_(ids),
            _delivery.c.state.in_((DeliveryState.PENDING, DeliveryState.PARKED)),
        )
        .values(
            state=DeliveryState.SENDING,
            reason=None,
            attempts=_delivery.c.attempts + 1,
            batch_id=batch_id,
        )
    )
    assert isinstance(given, CursorResult)
    if given.rowcount != len(ids):
        session.rollback()
        return False
    return True


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
    under_way = (
        select(func.count())
        .select_from(Delivery)
        .join(Batch, col(Batch.id) == col(Delivery.batch_id))
        .where(
            col(Batch.leased_until).is_not(None),
            col(Batch.channel) == channel,
            col(Batch.account) == account,
            col(Batch.method).in_(methods),
            _SENDING,
        )
        .scalar_subquery()
    )
    left = col(ChannelQuota.allowed) - col(ChannelQuota.used) - under_way
    return session.scalar(
        select(left).where(
            col(ChannelQuota.channel) == channel,
            col(ChannelQuota.account) == account,
        )
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
