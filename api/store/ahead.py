"""What the turns of many residents begin with, read together in a few statements."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlmodel import Session

from api.store import deliveries, residents, responses, takebacks
from api.store.models import Contact, Resident
from api.store.residents import Address
from api.store.responses import Filled


@dataclass(frozen=True, slots=True)
class Begin:
    """Who speaks in a turn, and by what it is found that a message was taken back."""

    address: Address
    message_hash: str | None


@dataclass(frozen=True, slots=True)
class Ahead:
    """What was read, each resident locked. Who is not in it is read for themselves."""

    untold: frozenset[str] = frozenset()
    """Messages that nobody took back."""
    contacts: Mapping[Address, Contact] = field(default_factory=dict)
    residents: Mapping[UUID, Resident] = field(default_factory=dict)
    expects: Mapping[UUID, dict[str, Any] | None] = field(default_factory=dict)
    """What each contact was asked last."""
    filled: Mapping[UUID, Filled] = field(default_factory=dict)
    """The responses whose question was asked last."""


NOTHING = Ahead()


def read(session: Session, begins: Sequence[Begin]) -> Ahead:
    """For the turns of these, in a transaction that ends with the last of them.

    A resident who is in it twice, on two channels, is left out: what the first of
    their turns changes the second must see.
    """
    messages = {each.message_hash for each in begins if each.message_hash}
    untold = messages - takebacks.told_of(session, messages)
    contacts = residents.find_all(session, {each.address for each in begins})
    contacts = _once(contacts)
    locked = residents.lock_all(session, {c.resident_id for c in contacts.values()})
    expects = deliveries.last_expectations(session, _ids(contacts))
    named = {_response(each) for each in expects.values()} - {None}
    filled = responses.filled(session, [id_ for id_ in named if id_ is not None])
    return Ahead(frozenset(untold), contacts, locked, expects, filled)


def _ids(contacts: Mapping[Address, Contact]) -> Collection[UUID]:
    return [contact.id for contact in contacts.values()]


def _once(contacts: Mapping[Address, Contact]) -> dict[Address, Contact]:
    times = Counter(contact.resident_id for contact in contacts.values())
    return {k: v for k, v in contacts.items() if times[v.resident_id] == 1}


def _response(expects: Mapping[str, Any] | None) -> UUID | None:
    named = (expects or {}).get("response")
    return UUID(named) if named else None
