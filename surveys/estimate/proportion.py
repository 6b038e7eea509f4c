"""Shares of those who answered, with their intervals, and when one may be shown."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from math import fsum, inf, sqrt
from statistics import NormalDist
from typing import Literal

from surveys.catalogue import TOP2, Measure
from surveys.flow import Answer, State

# Below this base no percentage is shown, and below the second one it is shown with a
# warning: NCHS, http://www.cdc.gov/nchs/nhhcs/nhhcs_estimation_publication.htm
MIN_N = 30
SURE_N = 60
# So is one with an interval wider than this, in percentage points: NCHS standards for
# proportions, https://wwwn.cdc.gov/Nchs/Nhanes/tutorials/ReliabilityOfEstimates.aspx
WIDE = 30.0
# And one whose standard error is this part of the value or more: NCHS, as above.
MAX_RSE = 0.30


@dataclass(frozen=True)
class Interval:
    """Bounds as fractions, 0 to 1."""

    low: float
    high: float


@dataclass(frozen=True)
class Estimate:
    """The share of a base, with its 95% Wilson interval, as fractions 0 to 1.

    `n` is the base: those who answered. Who said they do not know and who skipped
    are outside it and counted apart. With an empty base there is no share (None).
    """

    n: int
    successes: int
    value: float | None
    low: float | None
    high: float | None
    dont_know: int
    skipped: int


@dataclass(frozen=True)
class Weighted:
    """A weighted share with its 95% Wilson interval, as fractions 0 to 1.

    `n` people answered, and they tell as much as `n_eff` would unweighted; `deff` is
    n to n_eff. With an empty base there is no share (None).
    """

    n: int
    n_eff: float
    deff: float
    value: float | None
    low: float | None
    high: float | None


class Threshold(StrEnum):
    """What an interval says of a target."""

    MET = "met"
    UNCERTAIN = "uncertain"
    NOT_MET = "not_met"


def wilson(successes: float, n: float, confidence: float = 0.95) -> Interval:
    """The Wilson score interval of a proportion, as fractions 0 to 1.

    E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical
    Inference", Journal of the American Statistical Association 22 (1927), 209-212.
    Weighted answers pass their effective size as `n` and the weighted share times it
    as `successes`; hence neither has to be whole. Raises ValueError for an empty
    base and for successes outside it.
    """
    if not (n > 0 and 0 <= successes <= n and 0 < confidence < 1):
        raise ValueError(f"no interval for {successes} of {n} at {confidence}")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share = successes / n
    stretch = 1 + z * z / n
    middle = (share + z * z / (2 * n)) / stretch
    half = z / stretch * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    # At the ends a bound is exact, whatever the rounding says.
    low = 0.0 if successes == 0 else max(0.0, middle - half)
    high = 1.0 if successes == n else min(1.0, middle + half)
    return Interval(low, high)


def share(answers: Iterable[Answer], values: Collection[str | int]) -> Estimate:
    """How many of those who answered gave (or chose) one of the values."""
    answers = list(answers)
    given = [answer.value for answer in answers if answer.state == State.ANSWERED]
    successes = sum(
        any(each in values for each in value)
        if isinstance(value, tuple)
        else value in values
        for value in given
    )
    n = len(given)
    interval = wilson(successes, n) if n else None
    return Estimate(
        n=n,
        successes=successes,
        value=successes / n if n else None,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        dont_know=sum(answer.state == State.DONT_KNOW for answer in answers),
        skipped=sum(answer.state == State.SKIPPED for answer in answers),
    )


def top2(answers: Iterable[Answer]) -> Estimate:
    """The share of the two best points of a scale, 4 and 5."""
    return share(answers, TOP2)


def proportion(measure: Measure, answers: Iterable[Answer]) -> Estimate:
    """The measure's figure from the answers to its question, one for each response."""
    return top2(answers) if measure.kind == "top2" else share(answers, measure.values)


def effective_size(weights: Sequence[float], counts: Sequence[int]) -> float:
    """How many unweighted answers tell as much: (sum of w)^2 / (sum of w^2).

    `counts` says how many people have the weight beside it. 0 for an empty base.
    L. Kish, Survey Sampling (1965), 11.7: n to this size is the design effect that
    weights alone bring about.
    """
    total = fsum(w * n for w, n in zip(weights, counts, strict=True))
    squares = fsum(w * w * n for w, n in zip(weights, counts, strict=True))
    return total * total / squares if squares else 0.0


def weighted(
    weights: Sequence[float], counts: Sequence[int], successes: Sequence[int]
) -> Weighted:
    """The weighted share: Wilson's interval at the effective size.

    Answers come in groups of one weight (cells): `counts` who answered and, of these,
    `successes`. Raises ValueError where a weight is not positive or successes are
    not within the counts.
    """
    groups = list(zip(weights, counts, successes, strict=True))
    if not all(w > 0 and 0 <= hits <= n for w, n, hits in groups):
        raise ValueError("weights are positive, successes within their counts")
    n = sum(counts)
    if not n:
        return Weighted(0, 0.0, 1.0, None, None, None)
    n_eff = effective_size(weights, counts)
    value = fsum(w * hits for w, _, hits in groups) / fsum(w * n for w, n, _ in groups)
    # The same sum twice in other words: at one it may pass one in the last digit.
    value = min(1.0, value)
    interval = wilson(min(value * n_eff, n_eff), n_eff)
    low, high = min(interval.low, value), max(interval.high, value)
    return Weighted(n, n_eff, n / n_eff, value, low, high)


def relative_standard_error(value: float, n: float) -> float:
    """The standard error of a share as a part of it; infinite for a share of 0.

    Value as a fraction 0 to 1, n the base or the effective size.
    """
    return sqrt((1 - value) / (value * n)) if value > 0 else inf


def threshold(
    low: float,
    high: float,
    target: float,
    direction: Literal["up", "down"] = "up",
) -> Threshold:
    """Whether a target is reached, by the interval and not by the value alone.

    All three in one unit. Up, more is better: met from `low >= target`, not met where
    `high < target`. Down, less is better, is the mirror image.
    """
    if direction == "down":
        low, high, target = -high, -low, -target
    if low >= target:
        return Threshold.MET
    return Threshold.NOT_MET if high < target else Threshold.UNCERTAIN


def publishable(n: int, n_eff: float | None = None) -> bool:
    """Whether a base is large enough for a percentage or a mean to be shown.

    Where answers are weighted their effective size has to be, too.
    """
    return n >= MIN_N and (n_eff is None or n_eff >= MIN_N)


def careful(
    n: int,
    low: float | None,
    high: float | None,
    *,
    n_eff: float | None = None,
    rse: float | None = None,
) -> bool:
    """Whether a share that may be shown is shown with a warning.

    The bounds of its interval are in percent, 0 to 100; None where there is none.
    `rse` is its relative standard error as a fraction; None leaves that rule out.
    """
    if not publishable(n, n_eff) or low is None or high is None:
        return False
    return n < SURE_N or high - low > WIDE or (rse is not None and rse >= MAX_RSE)


def percent(value: float, digits: int = 1) -> Decimal:
    """A fraction as percent for display, half rounded up: 0.8625 is 86.3."""
    # From the shortest text of the float: 0.285 is meant, not 0.28499999999999998.
    exact = Decimal(str(value)) * 100
    return exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
