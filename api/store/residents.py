"""Residents and their addresses: meeting them, knowing where to write to them."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import Session, col, select, update

from api.store.models import Contact, Resident
from api.store.session import keys_of
from api.store.words import ContactState

# Built once, for they run for every event: building costs more than running.
_BY_ADDRESS = select(Contact).where(
    col(Contact.channel) == bindparam("on"),
    col(Contact.account) == bindparam("by"),
    col(Contact.address_hash) == bindparam("wanted"),
)
_LOCKED = (
    select(Resident).where(col(Resident.id) == bindparam("wanted")).with_for_update()
)
_BY_ADDRESSES = select(Contact).where(
    col(Contact.channel) == bindparam("on"),
    col(Contact.account) == bindparam("by"),
    col(Contact.address_hash).in_(bindparam("wanted", expanding=True)),
)
_ALL_LOCKED = (
    select(Resident)
    .where(col(Resident.id).in_(bindparam("wanted", expanding=True)))
    # Whoever locks many does so in one order, or two would wait for each other.
    .order_by(col(Resident.id))
    .with_for_update()
)
SEEN_AGAIN = timedelta(minutes=1)


class Address(NamedTuple):
    """Under what a contact is found."""

    channel: str
    account: str
    hash: str


def address_hash(session: Session, channel: str, account: str, address: str) -> str:
    """Under what an address is found, without its being readable."""
    return keys_of(session).find("contact", channel, account, address)


def find(
    session: Session, *, channel: str, account: str, address: str
) -> Contact | None:
    wanted = address_hash(session, channel, account, address)
    known_by = {"on": channel, "by": account, "wanted": wanted}
    return session.exec(_BY_ADDRESS, params=known_by).first()


def find_all(
    session: Session, addresses: Collection[Address]
) -> dict[Address, Contact]:
    """As `find`, of many; who is not in it was never met."""
    found = {}
    for on, by in {(each.channel, each.account) for each in addresses}:
        wanted = [each.hash for each in addresses if each[:2] == (on, by)]
        known_by = {"on": on, "by": by, "wanted": wanted}
        for contact in session.exec(_BY_ADDRESSES, params=known_by):
            found[Address(on, by, contact.address_hash)] = contact
    return found


def meet(
    session: Session, *, channel: str, account: str, address: str, now: datetime
) -> Contact:
    """The contact with this address; a new resident if we never met."""
    contact = find(session, channel=channel, account=account, address=address)
    if contact is not None:
        see(session, contact, now)
        return contact
    resident = Resident(created_at=now)
    session.add(resident)
    session.flush()
    contact = Contact(
        resident_id=resident.id,
        channel=channel,
        account=account,
        address_hash=address_hash(session, channel, account, address),
        address_sealed=b"",
        created_at=now,
        seen_at=now,
    )
    contact.address_sealed = keys_of(session).seal(
        "contact", contact.id, address.encode()
    )
    session.add(contact)
    session.flush()
    return contact


def see(session: Session, contact: Contact, now: datetime) -> None:
    """We hear from the contact: to the minute is enough to know on which channel
    somebody was last."""
    if now - contact.seen_at >= SEEN_AGAIN or contact.state != ContactState.ACTIVE:
        contact.seen_at = now
        contact.state = ContactState.ACTIVE
        session.add(contact)


def lock_all(session: Session, ids: Collection[UUID]) -> dict[UUID, Resident]:
    """As `lock`, of many."""
    found = session.exec(_ALL_LOCKED, params={"wanted": list(ids)})
    return {resident.id: resident for resident in found}


def lock(session: Session, resident_id: UUID) -> Resident:
    """The resident, held for this transaction: two channels take turns."""
    return session.exec(_LOCKED, params={"wanted": resident_id}).one()


def address(session: Session, contact: Contact) -> str:
    """The platform id, readable: for sending and nothing else."""
    sealed = contact.address_sealed
    return keys_of(session).unseal("contact", contact.id, sealed).decode()


def move(session: Session, contact_id: UUID, new_address: str) -> bool:
    """The platform gave the contact another address (an upgraded group).

    False: we met the new address already, and the old one leads nowhere any more.
    """
    contact = session.get_one(Contact, contact_id)
    new_hash = address_hash(session, contact.channel, contact.account, new_address)
    met = session.exec(
        select(Contact.id).where(
            Contact.channel == contact.channel,
            Contact.account == contact.account,
            Contact.address_hash == new_hash,
        )
    ).first()
    if met is not None and met != contact_id:
        return False
    contact.address_hash = new_hash
    contact.address_sealed = keys_of(session).seal(
        "contact", contact.id, new_address.encode()
    )
    session.add(contact)
    return True


def block(session: Session, contact_id: UUID) -> None:
    """The contact is gone or wants nothing from us: no more is sent there.

    One that is being forgotten stays so, or its address would never be erased.
    """
    session.exec(
        update(Contact)
        .where(
            col(Contact.id) == contact_id,
            col(Contact.state) != ContactState.FORGOTTEN,
        )
        .values(state=ContactState.BLOCKED)
    )


def contacts_of(session: Session, resident_id: UUID) -> list[Contact]:
    return list(
        session.exec(
            select(Contact)
            .where(Contact.resident_id == resident_id)
            .order_by(col(Contact.created_at))
        )
    )
