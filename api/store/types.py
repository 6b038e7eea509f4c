"""Column types and identifiers shared by every table."""

import os
import threading
import time
import uuid
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import DateTime, Dialect, String, types
from sqlmodel import Field


def utc_now() -> datetime:
    """The clock of a running town; tests have their own."""
    return datetime.now(UTC)


class UTCDateTime(types.TypeDecorator[datetime]):
    """A moment in UTC. SQLite forgets time zones: naive values are refused here."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone is not stored")
        return value.astimezone(UTC)

    def process_result_value(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        if value is None:
            return None
        # PostgreSQL answers in the session's zone, SQLite in none.
        aware = value.replace(tzinfo=UTC) if value.tzinfo is None else value
        return aware.astimezone(UTC)


class Word(types.TypeDecorator[StrEnum]):
    """A `StrEnum` stored as its text, so that adding a value needs no migration."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__(length=32)
        self.kind = kind
        # Asked for every row: a member's `value` is a slow attribute.
        self._texts = {member.value: member.value for member in kind}

    def process_bind_param(
        self, value: StrEnum | str | None, dialect: Dialect
    ) -> str | None:
        if value is None:
            return None
        return self._texts.get(value) or self.kind(value).value

    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> StrEnum | None:
        return None if value is None else self.kind(value)


def moment(**options: Any) -> Any:
    """A field that holds a moment in UTC."""
    return Field(sa_type=UTCDateTime, **options)


def word(kind: type[StrEnum], **options: Any) -> Any:
    """A field that holds one word of a closed list."""
    return Field(sa_type=Word(kind), **options)


class _Ids:
    """Makes ids that grow, also within a millisecond (RFC 9562, 6.2, method 3)."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def next(self) -> uuid.UUID:
        # The 48 bits of milliseconds, then 12 of the millisecond's fraction; a clock
        # that stands still or goes back is counted on from where it was.
        now = time.time_ns()
        tick = (now // 1_000_000 << 12) | (now % 1_000_000 * 4096 // 1_000_000)
        with self._lock:
            tick = self._last = max(tick, self._last + 1)
        value = (tick >> 12 << 80) | (0x7 << 76) | ((tick & 0xFFF) << 64)
        value |= (0x2 << 62) | (int.from_bytes(os.urandom(8)) >> 2)
        return uuid.UUID(int=value)


_IDS = _Ids()


def uuid7() -> uuid.UUID:
    """A time-ordered identifier (RFC 9562), made before the row is inserted.

    Of two made in one process the later is the greater.
    """
    return _IDS.next()
