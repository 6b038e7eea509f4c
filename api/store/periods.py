"""The months, quarters and years that figures of no wave are about."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from api.errors import DomainError
from content.dates import BANGKOK

_SHAPE = re.compile(r"([12][0-9]{3})(?:-(0[1-9]|1[0-2])|-Q([1-4]))?")


@dataclass(frozen=True)
class Span:
    """A period: from its first day on and before `until`, in Bangkok."""

    key: str
    first: date
    until: date

    @property
    def last(self) -> date:
        return self.until - timedelta(days=1)

    @property
    def begins(self) -> datetime:
        return datetime(*self.first.timetuple()[:3], tzinfo=BANGKOK)

    @property
    def ends(self) -> datetime:
        return datetime(*self.until.timetuple()[:3], tzinfo=BANGKOK)


def is_period(text: str) -> bool:
    """Whether it has the shape of a period, and is no key of a wave."""
    return _SHAPE.fullmatch(text) is not None


def read(text: str) -> Span:
    """The period: 2026-11, 2026-Q4 or 2026, of the common era. Raises DomainError."""
    found = _SHAPE.fullmatch(text)
    if found is None:
        raise DomainError(422, "error.value_period", period=text)
    year, month, quarter = found.groups()
    if month is not None:
        first, months = int(month), 1
    elif quarter is not None:
        first, months = 3 * int(quarter) - 2, 3
    else:
        first, months = 1, 12
    return Span(text, date(int(year), first, 1), _after(int(year), first + months))


def ended(now: datetime) -> list[Span]:
    """The last month, quarter and year that are over."""
    today = now.astimezone(BANGKOK).date()
    month = today.replace(day=1) - timedelta(days=1)
    quarter = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1) - timedelta(days=1)
    return [
        read(f"{month.year}-{month.month:02}"),
        read(f"{quarter.year}-Q{(quarter.month - 1) // 3 + 1}"),
        read(f"{today.year - 1}"),
    ]


def _after(year: int, month: int) -> date:
    """The first day of a month, which may be the year after's."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
