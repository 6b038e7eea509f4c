"""Differences between two waves, and when one may be called a change."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import hypot, sqrt
from statistics import NormalDist

import numpy as np

from surveys.estimate import means
from surveys.estimate.means import REPLICATES, SEED
from surveys.estimate.proportion import Interval, wilson


class Direction(StrEnum):
    """What is said of a difference; keys of texts."""

    INCREASED = "increased"
    DECREASED = "decreased"
    NO_CLEAR_CHANGE = "no_clear_change"


class Method(StrEnum):
    """How the interval of a difference was found."""

    NEWCOMBE = "newcombe"
    BOOTSTRAP = "bootstrap"


@dataclass(frozen=True)
class Change:
    """Later minus earlier, with its 95% interval: of shares as fractions, -1 to 1, of
    means in the unit of the values. `seed` and `replicates` are of a bootstrap.
    """

    value: float
    low: float
    high: float
    method: Method
    seed: int | None = None
    replicates: int | None = None

    @property
    def direction(self) -> Direction:
        """Up or down only where the interval leaves 0 out."""
        return direction(self.low, self.high)


def direction(low: float, high: float) -> Direction:
    """What may be said of a difference with this interval."""
    if low > 0:
        return Direction.INCREASED
    return Direction.DECREASED if high < 0 else Direction.NO_CLEAR_CHANGE


def shares(earlier: float, earlier_n: float, later: float, later_n: float) -> Change:
    """The difference of two shares of different people: successes and bases.

    R. G. Newcombe, Statistics in Medicine 17 (1998), 873-890, method 10, from the two
    Wilson intervals. Weighted waves pass effective sizes and the shares times them.
    Raises ValueError where either wave has no interval.
    """
    before, after = wilson(earlier, earlier_n), wilson(later, later_n)
    p, q = earlier / earlier_n, later / later_n
    return Change(
        value=q - p,
        low=max(-1.0, q - p - hypot(q - after.low, before.high - p)),
        high=min(1.0, q - p + hypot(after.high - q, p - before.low)),
        method=Method.NEWCOMBE,
    )


def means_apart(
    values: Sequence[float],
    earlier: Sequence[int],
    later: Sequence[int],
    *,
    seed: int = SEED,
    replicates: int = REPLICATES,
) -> Change:
    """The difference of two means of different people, from counts of the values.

    Each wave is drawn anew on its own. Raises ValueError for an empty wave.
    """
    _check(values, earlier, later)
    # Waves of equal counts would move together, were they drawn by one seed.
    first, second = (
        int(each.generate_state(1)[0]) for each in np.random.SeedSequence(seed).spawn(2)
    )
    drawn = means.resample(values, later, second, replicates) - means.resample(
        values, earlier, first, replicates
    )
    value = means.average(values, later) - means.average(values, earlier)
    return _bootstrap(value, drawn, Method.BOOTSTRAP, seed)


def smallest_visible(
    n: float, later_n: float | None = None, *, share: float = 0.5
) -> float:
    """The smallest difference of two shares that an interval can tell from none.

    A fraction 0 to 1; z times the standard error of the difference, at 95%. Both
    waves have `n` answers unless the later one is said to have others; pass effective
    sizes for weighted waves. Raises ValueError for empty waves.
    """
    later_n = n if later_n is None else later_n
    if not (n > 0 and later_n > 0 and 0 <= share <= 1):
        raise ValueError(f"nothing is seen with {n} and {later_n} at {share}")
    z = NormalDist().inv_cdf(0.975)
    return z * sqrt(share * (1 - share) * (1 / n + 1 / later_n))


def _bootstrap(value: float, drawn: means.Floats, method: Method, seed: int) -> Change:
    interval: Interval = means.percentile(drawn)
    low, high = min(interval.low, value), max(interval.high, value)
    return Change(value, low, high, method, seed, len(drawn))


def _check(values: Sequence[float], *waves: Sequence[int]) -> None:
    for counts in waves:
        if len(values) != len(counts):
            raise ValueError(f"{len(values)} values have {len(counts)} counts")
        if any(count < 0 for count in counts) or sum(counts) == 0:
            raise ValueError("a wave has answers, and none of its counts is negative")
