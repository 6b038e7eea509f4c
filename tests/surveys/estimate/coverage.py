"""How often an interval holds the truth: exactly for shares, by trial for means."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.special import bdtr

from surveys.estimate import means
from surveys.estimate.proportion import wilson

SIZES = range(30, 1001)
SHARES = np.linspace(0.05, 0.95, 181)
# Most are very content and a few not at all: the mean is 4.29.
SKEWED = ((1, 2, 3, 4, 5), (0.05, 0.05, 0.08, 0.20, 0.62))


def of_wilson(n: int, shares: Any = SHARES) -> Any:
    """The chance that the interval from n answers holds the share, for each share.

    The sum of the binomial over those counts whose interval does: they are in a row,
    as both bounds rise with the count.
    """
    intervals = [wilson(successes, n) for successes in range(n + 1)]
    low = np.array([each.low for each in intervals])
    high = np.array([each.high for each in intervals])
    first = np.searchsorted(high, shares, side="left")
    last = np.searchsorted(low, shares, side="right") - 1
    below = np.where(first > 0, bdtr(np.maximum(first - 1, 0), n, shares), 0.0)
    return np.where(last >= first, bdtr(last, n, shares) - below, 0.0)


def of_mean(
    n: int,
    runs: int,
    seed: int,
    replicates: int = means.REPLICATES,
    values: Sequence[float] = SKEWED[0],
    chances: Sequence[float] = SKEWED[1],
) -> float:
    """The part of simulated samples of n whose interval holds the true mean."""
    rng = np.random.default_rng(seed)
    truth = float(np.dot(values, chances))
    held = 0
    for run, counts in enumerate(rng.multinomial(n, chances, size=runs)):
        found = means.mean(values, counts.tolist(), seed=run, replicates=replicates)
        held += found.low <= truth <= found.high  # type: ignore[operator]
    return held / runs
