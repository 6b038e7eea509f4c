"""Whether two records, each as it was told, differ in any of their counts by a few."""

from dataclasses import dataclass
from itertools import product

from surveys.estimate import MIN_N
from surveys.estimate.hiding import LEAST
from surveys.figures import SHARES
from surveys.record import Beside, Cleaned, Gap, IndicatorRecord

WHOLE = "whole"


@dataclass(frozen=True)
class _Count:
    """How many a figure counts, and of a share how many of them gave its answers.

    `part`: of whom. Within one record two parts may be nearly as many without telling
    anything, so only the whole is held against each of them.
    """

    part: str
    n: int
    gave: int | None = None
    is_mean: bool = False


def few_between(one: IndicatorRecord, other: IndicatorRecord) -> bool:
    """Whether one to four people are the difference of two counts that were told.

    Of a mean the difference of its bases matters below thirty: it tells the sum over
    those who are between them.
    """
    pairs = product(_counts(one), _counts(other))
    return any(_close(*pair) for pair in pairs if _can_subtract(*pair))


def _can_subtract(one: _Count, other: _Count) -> bool:
    if one.part == other.part:
        return True
    return WHOLE in (one.part, other.part) and "gap" not in (one.part, other.part)


def _close(one: _Count, other: _Count) -> bool:
    apart = one.n - other.n
    if one.gave is not None and other.gave is not None:
        gave = one.gave - other.gave
        return any(0 < abs(each) < LEAST for each in (apart, gave, apart - gave))
    both_means = one.is_mean and other.is_mean
    return 0 < abs(apart) < (MIN_N if both_means else LEAST)


def _counts(record: IndicatorRecord) -> list[_Count]:
    """Every count of people that the record tells, and what can be worked out of it."""
    found = []
    if isinstance(record.n, int):
        gave = record.numerator if isinstance(record.numerator, int) else None
        is_mean = gave is None and isinstance(record.value, float)
        found.append(_Count(WHOLE, record.n, gave, is_mean))
    if isinstance(record.unweighted, Beside):
        found.append(_beside(record, WHOLE, record.unweighted))
    if isinstance(record.weighted, Beside):
        found.append(_beside(record, "weighted", record.weighted))
    if isinstance(record.flags_removed, Cleaned):
        found.append(_beside(record, "cleaned", record.flags_removed.told))
    if isinstance(record.by_mode, dict):
        halves = record.by_mode.items()
        found += [_beside(record, f"by {mode}", half) for mode, half in halves]
    if isinstance(record.calibration_gap, Gap):
        gap = record.calibration_gap
        share = None if gap.weighted else gap.value
        found.append(_Count("gap", gap.n, _hits(share, gap.n)))
    return found


def _beside(record: IndicatorRecord, part: str, beside: Beside) -> _Count:
    is_share = record.kind in SHARES
    share = beside.value if is_share and beside.n_eff is None else None
    # A weighted mean does not tell the sum, nor a weighted share how many gave it.
    is_mean = not is_share and beside.n_eff is None
    return _Count(part, beside.n, _hits(share, beside.n), is_mean=is_mean)


def _hits(share: float | None, n: int) -> int | None:
    return None if share is None else round(share / 100 * n)
