"""Scales of several items: do they measure one thing, and what is their mean."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from surveys.estimate import means
from surveys.estimate.means import Floats, Mean

RELIABLE_FROM = 0.70  # J. C. Nunnally, Psychometric Theory (2nd ed., 1978), 245


@dataclass(frozen=True)
class Scale:
    """A scale of several items among those who answered all of them.

    `alpha` is Cronbach's, up to 1 and possibly negative; None with fewer than two
    items or people, or where no two people differ. `index` is the mean of people's
    own means over the items, in points of the scale. `left_out` people answered some
    items or none.
    """

    items: int
    n: int
    left_out: int
    alpha: float | None
    index: Mean

    @property
    def reliable(self) -> bool:
        """Whether the items hang together well enough to be told as one figure."""
        return self.alpha is not None and self.alpha >= RELIABLE_FROM


def scale(people: Sequence[Sequence[float | None]], *, seed: int = means.SEED) -> Scale:
    """The scale from a row for each person with an answer or None for each item.

    Raises ValueError where rows differ in length.
    """
    lengths = {len(row) for row in people}
    if len(lengths) > 1:
        raise ValueError(f"rows have {sorted(lengths)} items")
    complete = [row for row in people if None not in row]
    items = lengths.pop() if lengths else 0
    answers = np.array(complete, dtype=np.float64).reshape(len(complete), items)
    return Scale(
        items=items,
        n=len(complete),
        left_out=len(people) - len(complete),
        alpha=alpha(answers),
        index=_index(answers, seed),
    )


def alpha(answers: Floats) -> float | None:
    """Cronbach's alpha of complete answers, one row for each person.

    k / (k - 1) * (1 - sum of the items' variances / variance of the sums):
    L. J. Cronbach, Psychometrika 16 (1951), 297-334.
    """
    people, items = answers.shape
    if people < 2 or items < 2:
        return None
    of_sums = float(answers.sum(axis=1).var(ddof=1))
    of_items = float(answers.var(axis=0, ddof=1).sum())
    if of_sums == 0:
        return None
    return float(items / (items - 1) * (1 - of_items / of_sums))


def _index(answers: Floats, seed: int) -> Mean:
    """The mean of people's means; counted by their sums, which are whole."""
    items = answers.shape[1]
    if not answers.size:
        return means.mean([], [])
    sums, counts = np.unique(answers.sum(axis=1), return_counts=True)
    return means.mean((sums / items).tolist(), counts.tolist(), seed=seed)
