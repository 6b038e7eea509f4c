"""Weights by raking: answers counted so that every margin is as in the population.

W. E. Deming and F. F. Stephan, Annals of Mathematical Statistics 11 (1940), 427-444.
On demographics alone, weighting takes little bias out of a sample of volunteers; it
is told beside the plain figure and never instead of it where it costs too much.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from surveys.estimate import margins as population
from surveys.estimate.margins import MIN_CATEGORY, Cell, Groups, Margin, Merged
from surveys.estimate.means import Floats, Ints
from surveys.estimate.proportion import effective_size

LOWEST, HIGHEST = 0.3, 3.0  # bounds of a weight; the mean weight is 1
TOLERANCE = 1e-6  # of a margin's shares
# Where the iterations allow it goes on to here, so that printed digits are settled.
SETTLED = 1e-12
ITERATIONS = 100
MAX_DEFF = 2.5
MIN_N_EFF = 100.0


class Unweighted(StrEnum):
    """Why the headline is the unweighted value; keys of texts."""

    NOT_CONVERGED = "weighting.not_converged"
    DEFF = "weighting.deff"
    N_EFF = "weighting.n_eff"
    TRIMMED = "weighting.trimmed"


@dataclass(frozen=True)
class Weights:
    """A weight for each occupied cell, and what it costs.

    `gap` is the largest distance of a margin's share from its target, 0 to 1, and
    `n_eff` and `deff` are Kish's.
    """

    by_cell: tuple[float, ...]
    n_eff: float
    deff: float
    gap: float
    iterations: int

    @property
    def converged(self) -> bool:
        return self.gap <= TOLERANCE


@dataclass(frozen=True, eq=False)
class Design:
    """The arithmetic of raking: where each cell stands, and where it is to lead.

    For each margin the place of every cell's category and the categories' shares.
    """

    places: tuple[Ints, ...]
    shares: tuple[Floats, ...]


@dataclass(frozen=True, eq=False)
class Raking:
    """The weights of a wave.

    `cells` are those with people in them, `counts` how many. `raw` meets the margins
    and `trimmed` keeps within 0.3 and 3.0, meeting them as far as that goes: its
    `gap` tells. Figures use `trimmed`. `reason` says why the headline is unweighted
    all the same, as where `trimmed` misses the margins; None: it is the weighted
    value. Where raking did not converge, both are 1 throughout.
    """

    n: int
    cells: tuple[Cell, ...]
    counts: tuple[int, ...]
    merged: tuple[Merged, ...]
    raw: Weights
    trimmed: Weights
    reason: Unweighted | None
    design: Design

    @property
    def weight(self) -> dict[Cell, float]:
        """The weight of each person in a cell."""
        return dict(zip(self.cells, self.trimmed.by_cell, strict=True))


def rake(
    cells: Mapping[Cell, int],
    margins: Sequence[Margin],
    *,
    least: int = MIN_CATEGORY,
    bounds: tuple[float, float] = (LOWEST, HIGHEST),
) -> Raking:
    """Weights for the sample, given as how many people are in each cell.

    Categories with fewer than `least` people are merged first. Raises MarginError
    where sample and population do not fit, ValueError for an empty sample.
    """
    population.check(cells, margins)
    if not sum(cells.values()) or not margins:
        raise ValueError("nobody to weight, or nothing to weight by")
    occupied = {cell: count for cell, count in cells.items() if count}
    groups = population.merge(cells, margins, least)
    counts = tuple(occupied.values())
    plan = _design(tuple(occupied), margins, groups)
    raw = _weights(counts, plan, None)
    low, high = bounds
    needs_none = raw.converged and all(low <= each <= high for each in raw.by_cell)
    # Trimmed on the way, weights that need none would end a little elsewhere.
    trimmed = raw if needs_none else _weights(counts, plan, bounds)
    reason = _reason(raw, trimmed)
    if reason is Unweighted.NOT_CONVERGED:
        raw, trimmed = _plain(counts, raw), _plain(counts, raw)
    return Raking(
        n=sum(counts),
        cells=tuple(occupied),
        counts=counts,
        merged=population.record(cells, margins, groups),
        raw=raw,
        trimmed=trimmed,
        reason=reason,
        design=plan,
    )


def fit(
    counts: Floats,
    design: Design,
    bounds: tuple[float, float] | None = None,
    settled: float = SETTLED,
) -> tuple[Floats, Floats, Ints]:
    """Weighted counts, the gap left and the iterations, for many samples at once.

    One row for each cell and one column for each sample. With bounds every round
    ends with trimming, so that these hold whatever becomes of the margins. A category
    that nobody of a sample is in is left out of its margin.
    """
    fitted = counts.copy()
    gaps = np.full(counts.shape[1], np.inf)
    rounds = np.zeros(counts.shape[1], dtype=np.int64)
    active = np.arange(counts.shape[1])
    now, start = fitted, counts
    for iteration in range(1, ITERATIONS + 1):
        now = _round(now, start, design, bounds)
        gap = _gap(now, start, design)
        rounds[active] = iteration
        gaps[active] = gap
        # Few enough samples finish in one round to be worth taking out as they do.
        going = gap > settled
        if not going.all() or iteration == ITERATIONS:
            fitted[:, active] = now
            active, now, start = active[going], now[:, going], start[:, going]
        if not active.size:
            break
    return fitted, gaps, rounds


def _round(
    fitted: Floats, counts: Floats, design: Design, bounds: tuple[float, float] | None
) -> Floats:
    total = _added(counts)
    for places, shares in zip(design.places, design.shares, strict=True):
        sums = _sums(fitted, places, len(shares))
        wanted = _wanted(sums, shares) * total
        factors = np.divide(wanted, sums, out=np.zeros_like(sums), where=sums > 0)
        fitted = fitted * factors[places]
    if bounds is None:
        return fitted
    return np.clip(fitted, bounds[0] * counts, bounds[1] * counts)


def _gap(fitted: Floats, counts: Floats, design: Design) -> Floats:
    """The largest distance of a share from its target, for each sample."""
    total, largest = _added(counts), np.zeros(fitted.shape[1])
    for places, shares in zip(design.places, design.shares, strict=True):
        sums = _sums(fitted, places, len(shares))
        apart = np.abs(sums / total - _wanted(sums, shares))
        largest = np.maximum(largest, apart.max(axis=0))
    return largest


def _wanted(sums: Floats, shares: Floats) -> Floats:
    """The shares aimed at by each sample: of those categories somebody is in."""
    wanted = np.where(sums > 0, shares[:, None], 0.0)
    return np.asarray(wanted / _added(wanted))


def _sums(fitted: Floats, places: Ints, categories: int) -> Floats:
    """Each category's total: row after row, so that the order is always the same."""
    return np.stack([_added(fitted[places == each]) for each in range(categories)])


def _added(rows: Floats) -> Floats:
    return np.asarray(np.add.reduce(rows, axis=0))


def _design(
    cells: Sequence[Cell], margins: Sequence[Margin], groups: Sequence[Groups]
) -> Design:
    places, shares = [], []
    for dimension, margin in enumerate(margins):
        place = {
            category: number
            for number, group in enumerate(groups[dimension])
            for category in group
        }
        parts = margin.shares
        places.append(np.array([place[cell[dimension]] for cell in cells]))
        shares.append(
            np.array([sum(parts[each] for each in g) for g in groups[dimension]])
        )
    return Design(tuple(places), tuple(shares))


def _weights(
    counts: Sequence[int], design: Design, bounds: tuple[float, float] | None
) -> Weights:
    column = np.array(counts, dtype=np.float64)[:, None]
    fitted, gap, rounds = fit(column, design, bounds)
    weights = tuple((fitted / column)[:, 0].tolist())
    return _costed(weights, counts, float(gap[0]), int(rounds[0]))


def _plain(counts: Sequence[int], tried: Weights) -> Weights:
    return _costed((1.0,) * len(counts), counts, tried.gap, tried.iterations)


def _costed(
    weights: tuple[float, ...], counts: Sequence[int], gap: float, iterations: int
) -> Weights:
    n_eff = effective_size(weights, counts)
    return Weights(weights, n_eff, sum(counts) / n_eff, gap, iterations)


def _reason(raw: Weights, trimmed: Weights) -> Unweighted | None:
    """The rule looks at both: trimming may hide what the margins ask of the sample."""
    if not raw.converged:
        return Unweighted.NOT_CONVERGED
    if max(raw.deff, trimmed.deff) > MAX_DEFF:
        return Unweighted.DEFF
    if min(raw.n_eff, trimmed.n_eff) < MIN_N_EFF:
        return Unweighted.N_EFF
    if not trimmed.converged:
        return Unweighted.TRIMMED
    return None
