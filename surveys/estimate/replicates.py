"""Bootstrap of weighted figures: samples drawn again, each of them raked anew.

The samples of a wave are drawn and raked once, by cells and not by people; every
indicator of the wave then only draws its answers within them.
B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), 13.3.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from surveys.estimate import means, raking
from surveys.estimate.means import REPLICATES, SEED, Floats, Ints
from surveys.estimate.proportion import effective_size
from surveys.estimate.raking import HIGHEST, LOWEST, Raking


@dataclass(frozen=True, eq=False)
class Replicates:
    """Samples of a wave drawn with replacement, and their weights.

    `counts` and `weights` have one row for each sample and one column for each cell
    of the raking. `not_converged` is how many samples did not meet the margins within
    the bounds; they are used as they came out, as the wave itself is.
    """

    raking: Raking
    counts: Ints
    weights: Floats
    seed: int
    not_converged: int


@dataclass(frozen=True)
class Figure:
    """A weighted mean or share with its bootstrap interval, in the unit of the values.

    `n` people answered; `replicates` and `seed` are how the interval can be had again.
    All None where nobody answered.
    """

    n: int
    n_eff: float
    value: float | None
    low: float | None
    high: float | None
    replicates: int
    seed: int


def draw(
    wave: Raking,
    replicates: int = REPLICATES,
    seed: int = SEED,
    bounds: tuple[float, float] = (LOWEST, HIGHEST),
) -> Replicates:
    """Draws the samples of a wave and rakes each, trimmed as the wave is.

    Categories stay merged as in the wave. Where the wave could not be raked, all
    weights are 1.
    """
    rng = np.random.default_rng(seed)
    chances = np.array(wave.counts) / wave.n
    # Cells first: then each step of raking runs along a row in memory.
    counts = np.ascontiguousarray(rng.multinomial(wave.n, chances, size=replicates).T)
    people = counts.astype(np.float64)
    if wave.reason is raking.Unweighted.NOT_CONVERGED:
        return Replicates(wave, counts.T, np.ones_like(people).T, seed, 0)
    fitted, gaps, _ = raking.fit(people, wave.design, bounds, raking.TOLERANCE)
    weights = np.divide(fitted, people, out=np.zeros_like(people), where=people > 0)
    missed = int((gaps > raking.TOLERANCE).sum())
    return Replicates(wave, counts.T, weights.T, seed, missed)


def weighted_mean_interval(
    drawn: Replicates,
    values: Sequence[float],
    counts: Sequence[Sequence[int]],
    *,
    indicator: int = 0,
) -> Figure:
    """The weighted mean of values, with the percentile interval over the samples.

    `counts` has a row for each cell and a column for each value; people of a cell
    beyond these did not answer, and are outside the base. `indicator` is its number
    within the wave: each draws its answers by a seed of its own. Raises ValueError
    where counts do not fit the cells.
    """
    answers = np.array(counts, dtype=np.int64).reshape(len(counts), len(values))
    _check(drawn, answers)
    given = answers.sum(axis=1)
    weights = drawn.raking.trimmed.by_cell
    n, size = int(given.sum()), len(drawn.counts)
    n_eff = effective_size(weights, given.tolist())
    if n == 0:
        return Figure(0, 0.0, None, None, None, size, drawn.seed)
    column = np.array(weights)[:, None]
    totals = [float((column[:, 0] * answers[:, v]).sum()) for v in range(len(values))]
    value = sum(v * t for v, t in zip(values, totals, strict=True)) / sum(totals)
    estimates = _estimates(drawn, values, answers, indicator)
    interval = means.percentile(estimates)
    low, high = min(interval.low, value), max(interval.high, value)
    return Figure(n, n_eff, value, low, high, size, drawn.seed)


def _estimates(
    drawn: Replicates, values: Sequence[float], answers: Ints, indicator: int
) -> Floats:
    """Each sample's weighted mean; a sample in which nobody answered has none.

    Answers within a cell are multinomial given how many people it has: one value
    after the other is drawn from those who are left.
    """
    rng = np.random.default_rng([drawn.seed, 1 + indicator])
    weights = drawn.weights.T
    left = drawn.counts.T.copy()
    rest = np.array(drawn.raking.counts)
    total, base = np.zeros(left.shape[1]), np.zeros(left.shape[1])
    for place, value in enumerate(values):
        took = rng.binomial(left, _chances(answers[:, place], rest)[:, None])
        left -= took
        rest = rest - answers[:, place]
        weighted = np.add.reduce(weights * took, axis=0)
        base += weighted
        total += value * weighted
    some = base > 0
    return np.asarray(total[some] / base[some])


def _chances(count: Ints, rest: Ints) -> NDArray[np.float64]:
    return np.divide(count, rest, out=np.zeros(len(rest)), where=rest > 0)


def _check(drawn: Replicates, answers: Ints) -> None:
    people = np.array(drawn.raking.counts)
    fits = len(answers) == len(people) and (answers >= 0).all()
    if not fits or (answers.sum(axis=1) > people).any():
        raise ValueError("answers do not fit the cells of the raking")
