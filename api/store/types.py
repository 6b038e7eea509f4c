"""Column types and identifiers shared by every table."""

import os
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


def uuid7() -> uuid.UUID:
    """A time-ordered identifier (RFC 9562), made before the row is inserted."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds << 80) | int.from_bytes(os.urandom(10))
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return uuid.UUID(int=value)
