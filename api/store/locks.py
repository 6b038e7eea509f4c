"""Taking turns: over a row that is about to change, over a number, over the chain."""

import hashlib
from typing import Any, TypeVar

from sqlalchemy import text
from sqlmodel import Session

T = TypeVar("T")
_TOOK_TURN = "took turn"


def held(session: Session, kind: type[T], key: Any) -> T | None:
    """The row as it is now, kept from others until this transaction ends."""
    return session.get(kind, key, with_for_update=True, populate_existing=True)


def take_turn(session: Session, what: str) -> None:
    """Wait until no other transaction does `what`; kept until this one ends.

    On SQLite a writing transaction is alone already.
    """
    if session.get_bind().dialect.name == "sqlite":
        return
    digest = hashlib.sha256(f"ecotown {what}".encode()).digest()
    key = int.from_bytes(digest[:8], signed=True)
    session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})
    session.info[_TOOK_TURN] = True


def took_turn(session: Session) -> bool:
    """Whether others may wait for the end of this transaction."""
    return _TOOK_TURN in session.info
