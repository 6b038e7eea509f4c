"""How many answers to aim for: a target for the field work.

No size makes a sample of volunteers representative. What these formulas give is shown
as the smallest number aimed for ("จำนวนขั้นต่ำที่ตั้งเป้า"), never as a proof.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from statistics import NormalDist

MARGINS = (0.05, 0.03)
DESIGN_EFFECTS = (1.0, 1.5, 2.0)


@dataclass(frozen=True)
class Row:
    """One method's sizes, one for each margin of the table, in its order."""

    method: str
    deff: float
    sizes: tuple[int, ...]


def yamane(population: int, margin: float) -> int:
    """N / (1 + N e^2), rounded up; the margin is half the interval, a fraction.

    T. Yamane, Statistics: An Introductory Analysis (2nd ed., 1967), 886. It is
    Cochran's size with z rounded up to 2 and a share of one half: simple random
    sampling and 95% are built in. Raises ValueError outside N >= 1, 0 < e < 1.
    """
    _check(population, margin)
    # From the text of the float, so that a whole number is not rounded up past itself.
    exact = Fraction(str(margin))
    return ceil(population / (1 + population * exact * exact))


def cochran(
    population: int,
    margin: float,
    *,
    share: float = 0.5,
    deff: float = 1.0,
    confidence: float = 0.95,
) -> int:
    """Cochran's size with the correction for a finite population, rounded up.

    n0 = deff z^2 p (1 - p) / e^2, then n0 / (1 + (n0 - 1) / N): W. G. Cochran, Sampling
    Techniques (3rd ed., 1977), 4.4. The design effect comes first, since the
    correction is for how much of the population is really asked. Never more than the
    population. Raises ValueError for what cannot be.
    """
    _check(population, margin)
    if not (0 < share < 1 and deff >= 1 and 0 < confidence < 1):
        raise ValueError(f"no size for share {share}, deff {deff}, {confidence}")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    wanted = deff * z * z * share * (1 - share) / (margin * margin)
    return min(population, ceil(wanted / (1 + (wanted - 1) / population)))


def table(population: int) -> tuple[Row, ...]:
    """Every method's size at a margin of 5 and of 3 points."""
    _check(population, MARGINS[0])
    by_yamane = tuple(yamane(population, margin) for margin in MARGINS)
    return (
        Row("yamane", 1.0, by_yamane),
        *(
            Row(
                "cochran",
                deff,
                tuple(cochran(population, margin, deff=deff) for margin in MARGINS),
            )
            for deff in DESIGN_EFFECTS
        ),
    )


def _check(population: int, margin: float) -> None:
    if not (population >= 1 and 0 < margin < 1):
        raise ValueError(f"no size for {population} people at a margin of {margin}")
