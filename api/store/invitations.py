"""Invitations on their way: who is owed a message or a reminder, and who no more."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Exists, exists, or_, select, text, tuple_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from api.errors import DomainError
from api.store import consents, deliveries
from api.store.eligible import AGREED, TERMINAL
from api.store.models import (
    Answer,
    Consent,
    Contact,
    Delivery,
    Invitation,
    Resident,
    Response,
    ResponseLink,
    Wave,
)
from api.store.words import (
    ConsentPurpose,
    ContactState,
    DeliveryKind,
    DeliveryState,
    ResponseState,
    WaveState,
)
from content.messages import DEFAULT
from content.outbound import Outbound
from surveys import contact

# Found in one look; and written in one transaction, for others wait for SQLite's only
# writer.
LOOK, SLICE = 200, 10
# A message that may have arrived: nobody can tell, and it is not sent again.
ARRIVED = (DeliveryState.SENT, DeliveryState.UNKNOWN)
BEGUN = (ResponseState.STARTED, ResponseState.PAUSED)
# They have told us all they want to, or all we want to hear.
OVER = (ResponseState.COMPLETE, ResponseState.DECLINED, ResponseState.INELIGIBLE)
_OFF = DeliveryState.SKIPPED, deliveries.CHANNEL_OFF
# Written out, not bound: SQLite uses a partial index only for a literal.
_WAITING = text("delivery.state IN ('pending', 'parked')")

Expects = dict[str, Any]
Words = Callable[[Expects | None], tuple[tuple[Outbound, ...], Expects]]
"""Of what we asked somebody last: what is said now, and what is asked then."""


@dataclass(frozen=True, slots=True)
class Owed:
    """An invitation whose message, or whose next reminder, is due."""

    invitation_id: UUID
    wave_id: UUID
    resident_id: UUID
    contact_id: UUID
    language: str
    reminded: int
    response_id: UUID | None
    """Their response in the wave, where they have begun one."""


def unsent(session: Session, now: datetime, limit: int = LOOK) -> list[Owed]:
    """Invitations that have no message yet, the oldest first."""
    return _owed(
        session,
        limit,
        col(Invitation.delivery_id).is_(None),
        _goes_on(now),
        _wanted(now),
        # Whoever has begun by themselves needs no invitation.
        or_(col(Response.id).is_(None), col(Response.state) == ResponseState.OFFERED),
    )


def send(
    session: Session,
    part: Sequence[Owed],
    words: Mapping[UUID, Words],
    now: datetime,
    *,
    on: Collection[str],
) -> int:
    """Write down the messages that invite these, each in the words of its invitation;
    how many. Whoever has one, or is not to have one any more, is passed over. Nobody
    sends on a channel other than `on`: there it is skipped.
    """
    found = _still(session, part)
    ids = [each.contact_id for each in part]
    rows = session.scalars(select(Contact).where(col(Contact.id).in_(ids)))
    contacts = {row.id: row for row in rows}
    sent = 0
    for each in part:
        invitation = found.get(each.invitation_id)
        if invitation is None or invitation.delivery_id is not None:
            continue
        to = contacts[each.contact_id]
        delivery = _owe(session, each, to, words[each.invitation_id], now)
        if delivery.channel not in on:
            delivery.state, delivery.reason = _OFF
            delivery.done_at = now
        invitation.delivery_id = delivery.id
        sent += 1
    session.flush()
    return sent


def to_remind(session: Session, now: datetime, limit: int = LOOK) -> list[Owed]:
    """Invitations of which a reminder is due, the oldest first."""
    return _owed(session, limit, *_remindable(now))


def remind(session: Session, owed: Owed, words: Words, now: datetime) -> bool:
    """Write down a reminder; False: it is not due any more, or somebody has.

    A third one is refused, whoever asks for it.
    """
    if owed.reminded >= contact.MOST_REMINDERS:
        raise DomainError(409, "error.no_third_reminder", most=contact.MOST_REMINDERS)
    invitation = _still(session, [owed]).get(owed.invitation_id)
    if invitation is None or invitation.reminded != owed.reminded:
        return False
    only = col(Invitation.id) == invitation.id
    if not _is_time(session, invitation, now):
        return False
    if not _owed(session, 1, only, *_remindable(now)):
        return False
    _owe(session, owed, session.get_one(Contact, owed.contact_id), words, now)
    invitation.reminded += 1
    invitation.reminded_at = now
    session.add(invitation)
    session.flush()
    return True


def unwanted(session: Session, ids: Collection[UUID]) -> dict[UUID, str]:
    """Of these messages that invite or remind, those not to be sent, and why."""
    if not ids:
        return {}
    resident_id = col(Contact.resident_id)
    answered_since = exists().where(
        col(Answer.response_id) == col(Response.id),
        col(Answer.answered_at) >= col(Delivery.created_at),
    )
    rows = session.execute(
        select(
            col(Delivery.id),
            col(Wave.state),
            col(Response.state),
            col(Invitation.id).label("invitation_id"),
            (col(Invitation.delivery_id) == col(Delivery.id)).label("first"),
            _agreed(resident_id).label("agreed"),
            _refused(resident_id).label("refused"),
            answered_since.label("answered_since"),
        )
        .join(Contact, col(Contact.id) == col(Delivery.contact_id))
        .join(Wave, col(Wave.id) == col(Delivery.wave_id))
        .outerjoin(
            Invitation,
            (col(Invitation.wave_id) == col(Delivery.wave_id))
            & (col(Invitation.resident_id) == resident_id),
        )
        .outerjoin(
            ResponseLink,
            (col(ResponseLink.wave_id) == col(Delivery.wave_id))
            & (col(ResponseLink.resident_id) == resident_id),
        )
        .outerjoin(Response, col(Response.id) == col(ResponseLink.response_id))
        .where(col(Delivery.id).in_(ids))
    )
    found = {row[0]: _why_not(*row[1:]) for row in rows}
    return {id_: why for id_, why in found.items() if why is not None}


def skip_unwanted(session: Session, contact_id: UUID, now: datetime) -> None:
    """Take back what of a contact's invitations waits and is not wanted any more."""
    waiting = session.scalars(
        select(col(Delivery.id)).where(
            col(Delivery.contact_id) == contact_id,
            col(Delivery.kind) == DeliveryKind.INVITATION,
            col(Delivery.state).in_(deliveries.WAITING),
        )
    ).all()
    for id_, why in unwanted(session, waiting).items():
        deliveries.skip(session, [id_], why, now)


def skip_closed(session: Session, now: datetime, limit: int = LOOK) -> int:
    """Take back what invites to waves that are over; how many, 0: nothing is left."""
    ids = session.scalars(
        select(col(Delivery.id))
        .join(Wave, col(Wave.id) == col(Delivery.wave_id))
        .where(
            col(Delivery.wave_id).is_not(None),
            _WAITING,
            col(Wave.state) != WaveState.OPEN,
        )
        .limit(limit)
    ).all()
    deliveries.skip(session, ids, "wave_closed", now)
    return len(ids)


def any_closed(session: Session) -> bool:
    """Whether `skip_closed` would find any. Only looks."""
    return (
        session.scalar(
            select(col(Delivery.id))
            .join(Wave, col(Wave.id) == col(Delivery.wave_id))
            .where(
                col(Delivery.wave_id).is_not(None),
                _WAITING,
                col(Wave.state) != WaveState.OPEN,
            )
            .limit(1)
        )
        is not None
    )


def refuse(
    session: Session, resident_id: UUID, *, version: str, channel: str, now: datetime
) -> None:
    """The resident wants to be asked to no survey: at once, on every channel."""
    consents.give(
        session,
        resident_id,
        ConsentPurpose.NO_INVITATIONS,
        version=version,
        channel=channel,
        now=now,
    )
    deliveries.skip_invitations(session, resident_id, "no_invitations", now)


def accept(session: Session, resident_id: UUID, now: datetime) -> bool:
    """They may be asked again; whether they had refused."""
    return consents.withdraw(session, resident_id, ConsentPurpose.NO_INVITATIONS, now)


def _why_not(
    wave: WaveState,
    response: ResponseState | None,
    invitation_id: UUID | None,
    first: bool | None,
    agreed: bool,
    refused: bool,
    answered_since: bool,
) -> str | None:
    if wave is not WaveState.OPEN:
        return "wave_closed"
    if refused:
        return "no_invitations"
    if not agreed:
        return "unsubscribed"
    if invitation_id is None:
        return "overtaken"
    if response is ResponseState.DECLINED:
        return "declined"
    # Whoever has begun needs no invitation, whoever goes on no reminder.
    if response in OVER or answered_since or (first and response in BEGUN):
        return "answered"
    return None


def _still(session: Session, part: Sequence[Owed]) -> dict[UUID, Invitation]:
    """Those of these invitations that are still their resident's and to an open wave,
    held."""
    residents = {each.invitation_id: each.resident_id for each in part}
    rows = session.scalars(
        select(Invitation)
        .join(Wave, col(Wave.id) == col(Invitation.wave_id))
        .where(
            col(Invitation.id).in_(residents),
            col(Wave.state) == WaveState.OPEN,
        )
        .order_by(col(Invitation.id))
        .with_for_update(of=Invitation)
        .execution_options(populate_existing=True)
    )
    return {row.id: row for row in rows if row.resident_id == residents[row.id]}


def _is_time(session: Session, invitation: Invitation, now: datetime) -> bool:
    sent = session.get(Delivery, invitation.delivery_id)
    if sent is None or sent.done_at is None or not contact.may_write(now):
        return False
    at = contact.remind_at(sent.done_at, invitation.reminded, invitation.reminded_at)
    return at is not None and at <= now


def _owe(
    session: Session, owed: Owed, to: Contact, words: Words, now: datetime
) -> Delivery:
    messages, expects = words(deliveries.last_expectation(session, to.id))
    return deliveries.owe(
        session,
        to,
        messages,
        kind=DeliveryKind.INVITATION,
        now=now,
        language=owed.language,
        expects=expects,
        wave_id=owed.wave_id,
    )


def _owed(session: Session, limit: int, *which: ColumnElement[bool]) -> list[Owed]:
    """Invitations to open waves, with the contact their resident was seen on last."""
    newer = aliased(Contact)
    seen_later = exists().where(
        col(newer.resident_id) == col(Contact.resident_id),
        col(newer.state) == ContactState.ACTIVE,
        col(newer.channel) != TERMINAL,
        tuple_(col(newer.seen_at), col(newer.created_at), col(newer.id))
        > tuple_(col(Contact.seen_at), col(Contact.created_at), col(Contact.id)),
    )
    rows = session.execute(
        select(
            col(Invitation.id),
            col(Invitation.wave_id),
            col(Invitation.resident_id),
            col(Contact.id),
            col(Resident.language),
            col(Invitation.reminded),
            col(Response.id),
            col(Response.state),
        )
        .join(Wave, col(Wave.id) == col(Invitation.wave_id))
        .join(Resident, col(Resident.id) == col(Invitation.resident_id))
        .join(Contact, col(Contact.resident_id) == col(Resident.id))
        .outerjoin(
            ResponseLink,
            (col(ResponseLink.wave_id) == col(Invitation.wave_id))
            & (col(ResponseLink.resident_id) == col(Invitation.resident_id)),
        )
        .outerjoin(Response, col(Response.id) == col(ResponseLink.response_id))
        .outerjoin(Delivery, col(Delivery.id) == col(Invitation.delivery_id))
        .where(
            col(Wave.state) == WaveState.OPEN,
            col(Contact.state) == ContactState.ACTIVE,
            col(Contact.channel) != TERMINAL,
            ~seen_later,
            *which,
        )
        .order_by(col(Invitation.id))
        .limit(limit)
    )
    return [
        Owed(
            invitation_id=row[0],
            wave_id=row[1],
            resident_id=row[2],
            contact_id=row[3],
            language=row[4] or DEFAULT,
            reminded=row[5],
            response_id=row[6] if row[7] in BEGUN else None,
        )
        for row in rows
    ]


def _wanted(now: datetime) -> ColumnElement[bool]:
    """That the resident may be written to, and is not in the middle of a talk."""
    resident_id = col(Invitation.resident_id)
    talks = aliased(Contact)
    talking = exists().where(
        col(talks.resident_id) == resident_id,
        col(talks.seen_at) > now - contact.QUIET,
    )
    return _agreed(resident_id) & ~_refused(resident_id) & ~talking


def _remindable(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Which invitations want a reminder, as `contact.remind_at` has it.

    `Delivery` is the message that invited.
    """
    other = aliased(Delivery)
    theirs = aliased(Contact)
    first, second = contact.REMINDED_AFTER
    gap = second - first
    # A reminder that is still under way, or came late, puts the next one off.
    lately = exists().where(
        col(other.contact_id) == col(theirs.id),
        col(theirs.resident_id) == col(Invitation.resident_id),
        col(other.wave_id) == col(Invitation.wave_id),
        col(other.kind) == DeliveryKind.INVITATION,
        col(other.id) != col(Invitation.delivery_id),
        or_(
            col(other.state).in_((*deliveries.WAITING, DeliveryState.SENDING)),
            col(other.done_at) > now - gap,
        ),
    )
    again = (
        (col(Invitation.reminded) == 1)
        & (col(Delivery.done_at) <= now - second)
        & (col(Invitation.reminded_at) <= now - gap)
    )
    begin = (col(Invitation.reminded) == 0) & (col(Delivery.done_at) <= now - first)
    return (
        col(Wave.reminders).is_(True),
        _goes_on(now),
        col(Delivery.state).in_(ARRIVED),
        or_(begin, again),
        ~lately,
        or_(col(Response.id).is_(None), col(Response.state).not_in(OVER)),
        _wanted(now),
    )


def _goes_on(now: datetime) -> ColumnElement[bool]:
    """That the wave's planned end, if it has one, is to come."""
    return or_(col(Wave.ends_at).is_(None), col(Wave.ends_at) > now)


def _agreed(resident_id: Any) -> Exists:
    return exists().where(
        col(Consent.resident_id) == resident_id,
        col(Consent.purpose).in_(AGREED),
        col(Consent.withdrawn_at).is_(None),
    )


def _refused(resident_id: Any) -> Exists:
    return exists().where(
        col(Consent.resident_id) == resident_id,
        col(Consent.purpose) == ConsentPurpose.NO_INVITATIONS,
        col(Consent.withdrawn_at).is_(None),
    )
