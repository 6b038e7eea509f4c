"""An indicator's value as the pack tells it: its record, and how it is found again."""

from dataclasses import dataclass
from math import ceil, floor
from typing import TypeVar

from surveys import estimate
from surveys.estimate.proportion import Threshold, relative_standard_error
from surveys.question import Text
from surveys.record import (
    Absent,
    Bands,
    Beside,
    Changed,
    Cleaned,
    IndicatorRecord,
    Interval,
    Target,
)

T = TypeVar("T")
PERCENT = (0.0, 100.0)


@dataclass(frozen=True)
class Figure:
    """One value of an indicator with all that it carries.

    `verify` is the command that works it out again; None where it was entered.
    """

    record: IndicatorRecord
    verify: str | None

    @property
    def period(self) -> str:
        return self.record.period.key if self.record.period else ""

    @property
    def value(self) -> float | None:
        return present(self.record.value)

    @property
    def n(self) -> int | None:
        return present(self.record.n)

    @property
    def interval(self) -> Interval | None:
        return present(self.record.interval)

    @property
    def low(self) -> float | None:
        return self.interval.low if self.interval else None

    @property
    def high(self) -> float | None:
        return self.interval.high if self.interval else None

    @property
    def n_eff(self) -> float | None:
        """The effective size of a weighted value."""
        found = present(self.record.weighting)
        return found.n_eff if found and found.applied == "raked" else None

    @property
    def target(self) -> Target | None:
        return present(self.record.threshold)

    @property
    def outcome(self) -> Threshold | None:
        return self.target.outcome if self.target else None

    @property
    def change(self) -> Changed | None:
        return present(self.record.change)

    @property
    def bands(self) -> Bands | None:
        return present(self.record.bands)

    @property
    def without_flagged(self) -> Cleaned | None:
        return present(self.record.flags_removed)

    @property
    def by_mode(self) -> dict[str, Beside]:
        return present(self.record.by_mode) or {}

    @property
    def reach(self) -> tuple[float, float]:
        """The lowest and the highest value of the axis it is drawn on."""
        if self.record.unit == "percent":
            return PERCENT
        if self.bands is not None:
            return 1.0, 5.0
        drawn = [self.value, self.low, self.high]
        drawn += [self.target.value] if self.target else []
        known = [each for each in drawn if each is not None] or [0.0, 1.0]
        low, high = min(0, floor(min(known))), ceil(max(known))
        return float(low), float(max(high, low + 1))

    @property
    def careful(self) -> bool:
        """Whether it is shown with a warning: few answers, or a wide interval."""
        if self.value is None or self.n is None or self.low is None:
            return False
        if self.record.unit != "percent":
            return self.n < estimate.SURE_N
        size = self.n_eff or self.n
        share = self.record.kind in ("share", "top2")
        rse = relative_standard_error(self.value / 100, size) if share else None
        return estimate.careful(self.n, self.low, self.high, n_eff=self.n_eff, rse=rse)


def present(field: T | Absent | None) -> T | None:
    """A field's value; None where it cannot apply or was not filled in."""
    return None if isinstance(field, Absent) else field


def why_not(field: object) -> Text | None:
    """Why a field is absent; None where it is not."""
    return field.reason if isinstance(field, Absent) else None
