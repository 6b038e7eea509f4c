"""Long lists, a page at a time: each page begins after the last row of the one before.

Unlike an offset, the place does not move when rows are added meanwhile.
"""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import BigInteger, Uuid
from sqlmodel import Session
from sqlmodel.sql.expression import SelectOfScalar

from api.errors import DomainError

T = TypeVar("T")

MOST = 100


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    items: list[T]
    next: str | None
    """Ask again `after` this; None: the list ends here."""


def page(
    session: Session,
    statement: SelectOfScalar[T],
    key: Any,
    *,
    after: str | None,
    limit: int,
    newest_first: bool = True,
) -> Page[T]:
    """One page of `statement`, in the order of `key`, a unique column of its rows.

    Identifiers are in the order of time (UUIDv7), so they serve as keys.
    """
    limit = max(1, min(limit, MOST))
    if after is not None:
        place = _place(key, after)
        statement = statement.where(key < place if newest_first else key > place)
    ordered = statement.order_by(key.desc() if newest_first else key.asc())
    found = list(session.exec(ordered.limit(limit + 1)).all())
    if len(found) <= limit:
        return Page(found, None)
    kept = found[:limit]
    return Page(kept, str(getattr(kept[-1], key.key)))


def _place(key: Any, after: str) -> Any:
    kind = key.type
    try:
        if isinstance(kind, Uuid):
            return UUID(after)
        if isinstance(kind, BigInteger):
            return _whole(after)
    except ValueError as error:
        raise DomainError(422, "error.bad_cursor") from error
    return after


def _whole(text: str) -> int:
    """A number a BIGINT holds; SQLite and PostgreSQL both refuse a larger one."""
    number = int(text)
    if abs(number) >= 2**63:
        raise ValueError(text)
    return number
