"""The ledger of what is owed: what was tried, what became of it."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Exists,
    Select,
    Update,
    bindparam,
    exists,
    insert,
    literal_column,
    null,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from api.store.models import Contact, Delivery
from api.store.prepared import Prepared
from api.store.session import SIGNALLED, keys_of
from api.store.types import uuid7
from api.store.words import DeliveryKind, DeliveryState
from content import outbound
from content.outbound import Outbound

# Woken processes listen here (PostgreSQL only).
OWED_SIGNAL = "ecotown_owed"
ANSWERS = (DeliveryKind.REPLY, DeliveryKind.APOLOGY)
WAITING = (DeliveryState.PENDING, DeliveryState.PARKED)
# On its way, or with the resident.
GONE_OUT = (DeliveryState.SENDING, DeliveryState.SENT, DeliveryState.UNKNOWN)
# Why news were not sent: the town has no credentials for their channel any more.
CHANNEL_OFF = "channel_off"

_AS_JSON = json.JSONEncoder(ensure_ascii=False)
_delivery = Delivery.__table__  # type: ignore[attr-defined]
# Written out, not bound: SQLite uses a partial index only for a literal.
PENDING = _delivery.c.state == literal_column("'pending'")


_OWED = (
    *("id", "contact_id", "channel", "account", "kind", "priority", "wave_id"),
    *("event_id", "body_sealed", "language", "token_sealed", "token_at"),
    *("created_at", "not_before", "state", "attempts"),
)
_FIRST = {"state": DeliveryState.PENDING, "attempts": 0}
_OWE = Prepared(insert(_delivery).values(**_FIRST, expects=null()), *_OWED)
_OWE_ASKING = Prepared(insert(_delivery).values(**_FIRST), *_OWED, "expects")


def _last_expectation(whose: Any) -> Select[tuple[Any]]:
    return (
        select(_delivery.c.expects)
        .where(
            _delivery.c.contact_id == whose,
            _delivery.c.kind != DeliveryKind.BROADCAST,
            or_(
                _delivery.c.kind != DeliveryKind.INVITATION,
                _delivery.c.state.in_(GONE_OUT),
            ),
        )
        .order_by(_delivery.c.created_at.desc(), _delivery.c.id.desc())
        .limit(literal_column("1"))
    )


_LAST_EXPECTATION = _last_expectation(
    bindparam("whose", type_=_delivery.c.contact_id.type)
)
_LAST_EXPECTATIONS = select(
    col(Contact.id), _last_expectation(col(Contact.id)).scalar_subquery()
).where(col(Contact.id).in_(bindparam("whose", expanding=True)))


def owe(
    session: Session, contact: Contact, messages: tuple[Outbound, ...], **what: Any
) -> Delivery:
    """As `write_down`; its row, for whoever goes on with it."""
    id_ = write_down(session, contact, messages, **what)
    return session.get_one(Delivery, id_)


def write_down(
    session: Session,
    contact: Contact,
    messages: tuple[Outbound, ...],
    *,
    kind: DeliveryKind,
    now: datetime,
    language: str,
    event_id: UUID | None = None,
    reply_token: str | None = None,
    token_at: datetime | None = None,
    expects: dict[str, Any] | None = None,
    wave_id: UUID | None = None,
) -> UUID:
    """Write down a message we owe, in the transaction of what it answers; its id."""
    id_ = uuid7()
    keys = keys_of(session)
    body = _AS_JSON.encode(outbound.to_json(messages)).encode()
    token = None
    if reply_token is not None:
        token = keys.seal("delivery", id_, reply_token.encode())
    owed = {
        "id": id_,
        "contact_id": contact.id,
        "channel": contact.channel,
        "account": contact.account,
        "kind": kind,
        # Nobody waits for an invitation.
        "priority": 1 if kind is DeliveryKind.INVITATION else 0,
        "wave_id": wave_id,
        "event_id": event_id,
        "body_sealed": keys.seal("delivery", id_, body),
        "language": language,
        "token_sealed": token,
        "token_at": token_at,
        "created_at": now,
        "not_before": now,
    }
    if expects is None:
        _OWE.run(session, owed)
    else:
        _OWE_ASKING.run(session, {**owed, "expects": expects})
    signal(session)
    return id_


def signal(session: Session) -> None:
    """Wake senders in other processes once this is committed."""
    is_postgres = session.get_bind().dialect.name == "postgresql"
    # Once is enough for all that is owed in a transaction.
    if is_postgres and SIGNALLED not in session.info:
        session.execute(text(f"NOTIFY {OWED_SIGNAL}"))
        session.info[SIGNALLED] = True


def messages_of(session: Session, delivery: Delivery) -> tuple[Outbound, ...] | None:
    """The words of a delivery; None for a broadcast's and for blanked ones."""
    return unsealed(session, delivery.id, delivery.body_sealed)


def last_expectation(session: Session, contact_id: UUID) -> dict[str, Any] | None:
    """What we last asked this contact, so that a typed number finds its choice.

    An invitation asks once it is on its way: until then nobody has read it.
    """
    found = session.execute(_LAST_EXPECTATION, {"whose": contact_id}).scalar()
    return found or None


def last_expectations(
    session: Session, contact_ids: Collection[UUID]
) -> dict[UUID, dict[str, Any] | None]:
    """As `last_expectation`, of many."""
    found = session.execute(_LAST_EXPECTATIONS, {"whose": list(contact_ids)})
    return {contact_id: expects or None for contact_id, expects in found}


def parked(
    session: Session, contact_id: UUID, limit: int = 3, *, invitations: bool = True
) -> list[Delivery]:
    """What waits for the contact's next message, oldest first; with or without what
    invites them."""
    no_kind = () if invitations else (DeliveryKind.INVITATION,)
    return list(
        session.scalars(
            select(Delivery)
            .where(
                col(Delivery.contact_id) == contact_id,
                col(Delivery.state) == DeliveryState.PARKED,
                col(Delivery.kind).not_in(no_kind),
            )
            .order_by(col(Delivery.created_at))
            .limit(limit)
        )
    )


def settle(
    session: Session,
    ids: Sequence[UUID],
    state: DeliveryState,
    now: datetime,
    *,
    reason: str | None = None,
    among: Collection[DeliveryState] = (*WAITING, DeliveryState.SENDING),
) -> None:
    """Record what became of those of these deliveries that are in such a state: how
    one has ended stands."""
    values: dict[str, Any] = {"state": state, "reason": reason}
    if state is DeliveryState.PENDING:
        values |= {"not_before": now, "batch_id": None}
    elif state is not DeliveryState.PARKED:
        values["done_at"] = now
    if state in (DeliveryState.PARKED, DeliveryState.SENT, DeliveryState.UNKNOWN):
        # A reply token is good for one use and one minute.
        values["token_sealed"] = None
    these = _delivery.c.id.in_(ids), _delivery.c.state.in_(among)
    session.execute(update(_delivery).where(*these).values(**values))


def skipping(reason: str, now: datetime, *which: ColumnElement[bool]) -> Update:
    """The statement that gives up those of these deliveries that still wait."""
    return (
        update(_delivery)
        .where(*which, _delivery.c.state.in_(WAITING))
        .values(state=DeliveryState.SKIPPED, reason=reason, done_at=now)
    )


def skip_blocked(session: Session, contact_id: UUID, now: datetime) -> None:
    """The contact is gone: what was still owed to it will not be sent."""
    theirs = _delivery.c.contact_id == contact_id
    session.execute(skipping("contact_gone", now, theirs))


def skip_unsubscribed(session: Session, resident_id: UUID, now: datetime) -> None:
    """The resident wants no news any more: what is on its way is taken back."""
    theirs = select(col(Contact.id)).where(col(Contact.resident_id) == resident_id)
    news = _delivery.c.broadcast_id.is_not(None)
    session.execute(
        skipping("unsubscribed", now, _delivery.c.contact_id.in_(theirs), news)
    )


def skip_invitations(
    session: Session,
    resident_id: UUID,
    reason: str,
    now: datetime,
    *,
    wave_id: UUID | None = None,
) -> None:
    """What invites the resident, or reminds them, is taken back: of one wave, or of
    every one."""
    theirs = select(col(Contact.id)).where(col(Contact.resident_id) == resident_id)
    kind = _delivery.c.kind == DeliveryKind.INVITATION
    which = [kind] if wave_id is None else [kind, _delivery.c.wave_id == wave_id]
    session.execute(skipping(reason, now, _delivery.c.contact_id.in_(theirs), *which))


def skip(session: Session, ids: Sequence[UUID], reason: str, now: datetime) -> None:
    """Nobody wants these any more; what has gone meanwhile has gone."""
    session.execute(skipping(reason, now, _delivery.c.id.in_(ids)))


def put_off(session: Session, ids: Sequence[UUID], until: datetime) -> None:
    """These are not sent before then."""
    session.execute(
        update(_delivery)
        .where(_delivery.c.id.in_(ids), PENDING)
        .values(not_before=until)
    )


def skip_overtaken(session: Session, id_: UUID, now: datetime) -> None:
    """The resident went on before it could be sent."""
    session.execute(skipping("overtaken", now, _delivery.c.id == id_))


def any_waits(broadcast_id: UUID | Mapped[UUID]) -> Exists:
    """Whether something of this broadcast still waits, be it for the resident."""
    return exists().where(
        _delivery.c.broadcast_id == broadcast_id, _delivery.c.state.in_(WAITING)
    )


def of_channels_off(session: Session, on: Collection[str], limit: int) -> list[UUID]:
    """News that wait on a channel other than these: nobody will send them."""
    return list(
        session.scalars(
            select(_delivery.c.id)
            .where(
                or_(
                    _delivery.c.broadcast_id.is_not(None),
                    _delivery.c.wave_id.is_not(None),
                ),
                _delivery.c.state.in_(WAITING),
                _delivery.c.channel.not_in(on),
            )
            .limit(limit)
        )
    )


def skip_channel_off(session: Session, ids: Sequence[UUID], now: datetime) -> None:
    """The town has left the channel of these deliveries."""
    session.execute(skipping(CHANNEL_OFF, now, _delivery.c.id.in_(ids)))


def unsealed(
    session: Session, id_: UUID, sealed: bytes | None
) -> tuple[Outbound, ...] | None:
    """The words of the delivery of this id, sealed for it; None for none."""
    if sealed is None:
        return None
    text_ = keys_of(session).unseal("delivery", id_, sealed)
    return outbound.from_json(json.loads(text_))
