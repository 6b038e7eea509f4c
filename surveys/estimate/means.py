"""Means of numeric answers, with their intervals, from counts of values."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import cos, fsum, isfinite, pi, sin, sqrt, tan

import numpy as np
from numpy.typing import NDArray

from surveys.estimate.proportion import SURE_N, Interval

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

CONFIDENCE = 0.95
REPLICATES = 2000
SEED = 20260101  # stored with every result, so that it can be had again
BISECTIONS = 64  # halves the quarter circle below the resolution of a float


class Method(StrEnum):
    """How an interval was found."""

    T = "t"
    BOOTSTRAP = "bootstrap"


@dataclass(frozen=True)
class Mean:
    """A mean with its 95% interval, in the unit of the values.

    `sd` is the sample's standard deviation (n - 1). None: no mean of nobody, and no
    spread and no interval from one. `seed` and `replicates` are of the bootstrap.
    """

    n: int
    value: float | None
    sd: float | None
    low: float | None
    high: float | None
    method: Method | None = None
    seed: int | None = None
    replicates: int | None = None


def mean(
    values: Sequence[float],
    counts: Sequence[int],
    *,
    seed: int = SEED,
    replicates: int = REPLICATES,
) -> Mean:
    """The mean of values that were given as often as the counts say.

    Its interval is Student's t below 60 answers and a percentile bootstrap from there
    on. Raises ValueError for counts and values that cannot be.
    """
    _check(values, counts)
    n = sum(counts)
    if n == 0:
        return Mean(0, None, None, None, None)
    value = average(values, counts)
    if n == 1:
        return Mean(1, value, None, None, None)
    sd = spread(values, counts)
    if n < SURE_N:
        half = t_quantile((1 + CONFIDENCE) / 2, n - 1) * sd / sqrt(n)
        return Mean(n, value, sd, value - half, value + half, Method.T)
    interval = percentile(resample(values, counts, seed, replicates))
    low, high = min(interval.low, value), max(interval.high, value)
    return Mean(n, value, sd, low, high, Method.BOOTSTRAP, seed, replicates)


def average(values: Sequence[float], counts: Sequence[int]) -> float:
    """The mean; for whole values the float nearest to the true one."""
    total = fsum(value * count for value, count in zip(values, counts, strict=True))
    return total / sum(counts)


def spread(values: Sequence[float], counts: Sequence[int]) -> float:
    """The standard deviation of a sample (n - 1) of two or more."""
    middle = average(values, counts)
    squares = fsum(
        count * (value - middle) ** 2
        for value, count in zip(values, counts, strict=True)
    )
    return sqrt(squares / (sum(counts) - 1))


def pct_of_max(mean: float, maximum: float) -> float:
    """The mean in percent of the highest value, 0 to 100.

    Local government publishes it as "ร้อยละ". It is *not* the share of those who are
    satisfied: that is the top-2 box, and only that is held against a target.
    """
    if not maximum > 0:
        raise ValueError(f"{maximum} is no maximum")
    return mean / maximum * 100


def resample(
    values: Sequence[float], counts: Sequence[int], seed: int, replicates: int
) -> Floats:
    """Means of samples drawn from the answers with replacement.

    How often each value is drawn is multinomial, so that no row is ever touched.
    """
    n = sum(counts)
    rng = np.random.default_rng(seed)
    drawn = rng.multinomial(n, np.asarray(counts) / n, size=replicates)
    return dot(drawn, values) / n


def dot(drawn: Ints, values: Sequence[float]) -> Floats:
    """Each row's sum of counts times values.

    Column by column and not by BLAS, whose last digit differs between machines.
    """
    total = np.zeros(len(drawn))
    for column, value in enumerate(values):
        total += drawn[:, column] * float(value)
    return total


def percentile(estimates: Floats, confidence: float = CONFIDENCE) -> Interval:
    """The percentile interval of a bootstrap, in the unit of the estimates.

    B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), 13.3.
    """
    tail = (1 - confidence) / 2
    low, high = np.quantile(estimates, [tail, 1 - tail])
    return Interval(float(low), float(high))


def t_quantile(probability: float, df: int) -> float:
    """The quantile of Student's t for whole degrees of freedom, to 1e-9 and better.

    Bisects the finite sums of Abramowitz and Stegun, Handbook of Mathematical
    Functions (1964), 26.7.3 and 26.7.4, in the angle atan(t / sqrt(df)), where the
    whole line is a quarter circle. Raises ValueError outside 0 < probability < 1.
    """
    if not (0 < probability < 1 and df >= 1):
        raise ValueError(f"no quantile of t at {probability} with {df} degrees")
    wanted = abs(2 * probability - 1)
    low, high = 0.0, pi / 2
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        if _within(middle, df) < wanted:
            low = middle
        else:
            high = middle
    quantile = sqrt(df) * tan((low + high) / 2)
    return quantile if probability > 0.5 else -quantile


def _within(angle: float, df: int) -> float:
    """The probability of lying between -t and t, for t = sqrt(df) tan(angle)."""
    square = cos(angle) ** 2
    odd = df % 2
    if df == 1:
        return 2 * angle / pi
    term = cos(angle) if odd else 1.0
    terms = [term]
    for step in range(2 + odd, df - 1, 2):
        term *= square * (step - 1) / step
        terms.append(term)
    series = sin(angle) * fsum(terms)
    return 2 / pi * (angle + series) if odd else series


def _check(values: Sequence[float], counts: Sequence[int]) -> None:
    if len(values) != len(counts):
        raise ValueError(f"{len(values)} values have {len(counts)} counts")
    if not all(isfinite(value) for value in values):
        raise ValueError("a value is not a number")
    if any(count < 0 or count != int(count) for count in counts):
        raise ValueError("a count is whole and not negative")
