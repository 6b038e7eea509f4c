"""What may be sent now: each queue apart, the oldest first, nothing overtaken."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import Executable, Exists, bindparam, exists, literal_column, select
from sqlmodel import Session, col

from api.store import deliveries
from api.store.deliveries import ANSWERS, PENDING
from api.store.models import Contact, Delivery
from api.store.session import keys_of
from api.store.types import UTCDateTime
from api.store.words import DeliveryKind
from content.outbound import Outbound

_delivery = Delivery.__table__  # type: ignore[attr-defined]


class Queue(Enum):
    """What is sent apart, so that trouble with one kind never holds up another."""

    TOKEN = "token"  # free answers by LINE's reply token, which soon dies
    PERSON = "person"  # other messages to one person who waits
    NEWS = "news"


_OF_QUEUE = {
    Queue.TOKEN: (_delivery.c.priority == 0) & _delivery.c.token_sealed.is_not(None),
    Queue.PERSON: (_delivery.c.priority == 0) & _delivery.c.token_sealed.is_(None),
    Queue.NEWS: _delivery.c.priority == 1,
}
_OF_DUE = tuple(
    _delivery.c[name]
    for name in (
        *("id", "contact_id", "kind", "language", "broadcast_id", "body_sealed"),
        *("token_sealed", "token_at", "reason"),
    )
)


def _replied_to(contact_id: Any) -> Exists:
    """Whether a reply to the contact may be sent by its token: it is to go first, and
    there may be no room for it yet."""
    reply = _delivery.alias("reply")
    return exists().where(
        reply.c.contact_id == contact_id,
        reply.c.state == literal_column("'pending'"),
        reply.c.priority == 0,
        reply.c.token_sealed.is_not(None),
        reply.c.not_before <= bindparam("now", type_=UTCDateTime()),
    )


def _due_of(queue: Queue) -> Executable:
    """What may be sent now of one queue. Built once: building costs ten times as much
    as running."""
    earlier, parked = _delivery.alias("earlier"), _delivery.alias("parked")
    goes_before = earlier.c.kind.in_(ANSWERS)
    if queue is Queue.PERSON:
        # A reply's token does not wait for what an officer says.
        said_alone = earlier.c.priority == 0
        goes_before |= said_alone & _delivery.c.kind.not_in(ANSWERS)
    on_its_way = exists().where(
        earlier.c.contact_id == _delivery.c.contact_id,
        earlier.c.state == literal_column("'sending'"),
        goes_before,
    )
    in_turn = [] if queue is Queue.NEWS else [~on_its_way]
    if queue is Queue.PERSON:
        in_turn.append(~_replied_to(_delivery.c.contact_id))
    has_parked = exists().where(
        parked.c.contact_id == _delivery.c.contact_id,
        parked.c.state == literal_column("'parked'"),
    )
    return (
        select(
            *_OF_DUE,
            Contact.address_sealed.label("address_sealed"),  # type: ignore[attr-defined]
            has_parked.label("has_parked"),
        )
        .join(Contact, col(Contact.id) == _delivery.c.contact_id)
        .where(
            PENDING,
            _delivery.c.channel == bindparam("on"),
            _delivery.c.account == bindparam("by"),
            _OF_QUEUE[queue],
            _delivery.c.not_before <= bindparam("now", type_=UTCDateTime()),
            *in_turn,
        )
        .order_by(_delivery.c.not_before, _delivery.c.id)
        .limit(bindparam("most"))
    )


_DUE = {queue: _due_of(queue) for queue in Queue}


@dataclass(frozen=True, slots=True)
class Due:
    """A delivery that wants sending, with what the sender needs to pack it."""

    id: UUID
    contact_id: UUID
    kind: DeliveryKind
    address: str
    language: str
    broadcast_id: UUID | None
    messages: tuple[Outbound, ...] | None
    """None: a broadcast's, whose words are its report's."""
    reply_token: str | None
    token_at: datetime | None
    together: int | None
    """After a refused multicast: into how large a call it may go again."""
    has_parked: bool = False
    """Something waits to go along with the contact's next reply."""


def due(
    session: Session,
    channel: str,
    account: str,
    now: datetime,
    *,
    limit: int,
    queue: Queue,
) -> list[Due]:
    """What may be sent now, of one queue, the oldest first.

    An answer waits while an earlier one to the same contact is under way or is to be
    tried again, and an officer's word while anything is that is said to this contact
    alone: their order must not turn around. What has no reply token waits for what
    has one.
    """
    wanted = {"on": channel, "by": account, "now": now, "most": limit}
    return [_due(session, row) for row in session.execute(_DUE[queue], wanted)]


def together(size: int) -> str:
    """The note on deliveries that may go in calls of at most this many."""
    return f"together:{size}"


def token_deadline(token_at: datetime, timeout_s: float) -> datetime:
    """Until when LINE's reply token may still be tried.

    LINE promises it for a minute; the call itself must fit in
    (https://developers.line.biz/en/reference/messaging-api/#send-reply-message).
    """
    return token_at + timedelta(seconds=50 - timeout_s)


def _due(session: Session, row: Any) -> Due:
    keys = keys_of(session)
    token = row.token_sealed
    return Due(
        id=row.id,
        contact_id=row.contact_id,
        kind=row.kind,
        address=keys.unseal("contact", row.contact_id, row.address_sealed).decode(),
        language=row.language,
        broadcast_id=row.broadcast_id,
        messages=deliveries.unsealed(session, row.id, row.body_sealed),
        reply_token=None
        if token is None
        else keys.unseal("delivery", row.id, token).decode(),
        token_at=row.token_at,
        together=_together(row.reason),
        has_parked=bool(row.has_parked),
    )


def _together(reason: str | None) -> int | None:
    note, _, size = (reason or "").partition(":")
    return int(size) if note == "together" else None
