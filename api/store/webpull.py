"""How the web page fetches what it is owed: by a cursor that says what arrived.

A delivery waits until the browser asks. It then gets the contact's next number and
counts as sent once the browser comes back with that number, or a higher one: an
answer lost on the way is simply given again.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, exists, or_, select, update
from sqlmodel import Session, col

from api.store import deliveries, invitations, reports
from api.store.locks import held
from api.store.models import Broadcast, Contact, Delivery, Report
from api.store.words import ContactState, DeliveryKind, DeliveryState
from content.outbound import Outbound
from surveys.contact import may_write

# How far back a page that begins anew shows the talk.
MOST = 50


@dataclass(frozen=True, slots=True)
class Pulled:
    """What we said at one moment, in its place in the talk."""

    seq: int
    at: datetime
    language: str
    messages: tuple[Outbound, ...]


def has_news(session: Session, contact: Contact, after: int, now: datetime) -> bool:
    """Whether `pull` would bring anything. Only looks."""
    waits = _waits(now)
    return bool(
        session.scalar(
            select(
                exists().where(
                    col(Delivery.contact_id) == contact.id,
                    or_(waits, col(Delivery.seq) > after),
                )
            )
        )
    )


def pull(
    session: Session,
    contact: Contact,
    after: int,
    now: datetime,
    *,
    public_url: str = "",
) -> list[Pulled]:
    """Everything after number `after`, oldest first; what came before has arrived."""
    contact = held(session, Contact, contact.id) or contact
    if contact.state is ContactState.BLOCKED:
        return []
    # A number we never gave would hide what comes next.
    after = min(after, contact.next_seq - 1)
    _confirm(session, contact, after, now)
    _number(session, contact, now)
    rows = session.scalars(
        select(Delivery)
        .where(col(Delivery.contact_id) == contact.id, col(Delivery.seq) > after)
        .order_by(col(Delivery.seq).desc())
        .limit(MOST)
    ).all()
    return [
        Pulled(row.seq, row.created_at, row.language, messages)
        for row in reversed(rows)
        if row.seq is not None and (messages := _words(session, row, public_url))
    ]


def _confirm(session: Session, contact: Contact, after: int, now: datetime) -> None:
    session.execute(
        update(Delivery)
        .where(
            col(Delivery.contact_id) == contact.id,
            col(Delivery.state) == DeliveryState.SENDING,
            col(Delivery.seq) <= after,
        )
        .values(state=DeliveryState.SENT, done_at=now)
        .execution_options(synchronize_session=False)
    )


def _number(session: Session, contact: Contact, now: datetime) -> None:
    """Give what waits its place, in the order it was written down."""
    invitations.skip_unwanted(session, contact.id, now)
    waiting = session.scalars(
        select(Delivery)
        .where(col(Delivery.contact_id) == contact.id, _waits(now))
        .order_by(col(Delivery.created_at), col(Delivery.id))
        .with_for_update()
    ).all()
    for delivery in waiting:
        delivery.seq = contact.next_seq
        contact.next_seq += 1
        delivery.state = DeliveryState.SENDING
        delivery.attempts += 1
        session.add(delivery)
    session.add(contact)
    session.flush()


def _waits(now: datetime) -> ColumnElement[bool]:
    """What may be fetched now; nobody is invited to a survey at night."""
    waits = col(Delivery.state).in_(deliveries.WAITING) & (
        col(Delivery.not_before) <= now
    )
    if may_write(now):
        return waits
    return waits & (col(Delivery.kind) != DeliveryKind.INVITATION)


def _words(
    session: Session, delivery: Delivery, public_url: str
) -> tuple[Outbound, ...] | None:
    if delivery.broadcast_id is None:
        return deliveries.messages_of(session, delivery)
    broadcast = session.get_one(Broadcast, delivery.broadcast_id)
    report = session.get_one(Report, broadcast.report_id)
    return reports.messages(report, delivery.language, public_url)
