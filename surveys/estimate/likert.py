"""Five-point scales: distribution, mean, and what a mean is called in Thailand.

Two systems of bands are in use and disagree, so an indicator names the one it uses:
บุญชม ศรีสะอาด, การวิจัยเบื้องต้น (2545), 103, and bands of equal width, J. W. Best, Research
in Education. http://www.kruchamp.com/index.php/sara/327-rating-scale
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Literal

from surveys.catalogue import TOP2
from surveys.estimate import means
from surveys.estimate.means import Mean
from surveys.estimate.proportion import Interval, wilson

POINTS = (1, 2, 3, 4, 5)
CENT = Decimal("0.01")

Language = Literal["th", "en"]


class Scheme(StrEnum):
    """The two systems of bands."""

    BOONCHOM = "boonchom"
    EQUAL_WIDTH = "equal_width"


class Band(StrEnum):
    """What a mean is called, the lowest first."""

    LOWEST = "lowest"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    HIGHEST = "highest"


# The highest mean of each band but the last, in the order of the bands.
TOPS = {
    Scheme.BOONCHOM: ("1.50", "2.50", "3.50", "4.50"),
    Scheme.EQUAL_WIDTH: ("1.80", "2.60", "3.40", "4.20"),
}

NAMES: dict[Band, dict[Language, str]] = {
    Band.LOWEST: {"th": "น้อยที่สุด", "en": "lowest"},
    Band.LOW: {"th": "น้อย", "en": "low"},
    Band.MODERATE: {"th": "ปานกลาง", "en": "moderate"},
    Band.HIGH: {"th": "มาก", "en": "high"},
    Band.HIGHEST: {"th": "มากที่สุด", "en": "highest"},
}
TO: dict[Language, str] = {"th": "ถึง", "en": "to"}


@dataclass(frozen=True)
class Point:
    """One point of the scale: how many gave it, and their share, 0 to 1, or None."""

    value: int
    count: int
    share: float | None


@dataclass(frozen=True)
class Summary:
    """All that is told of a scale question.

    Three figures that are easily taken for each other are kept apart: `mean` in
    points, 1 to 5; `mean_pct_of_max`, the mean in percent of 5 and not a share of
    people; `top2_box`, the share who gave 4 or 5, a fraction 0 to 1, with its Wilson
    interval. `bands` has two entries where the mean's interval crosses an edge. All
    but the distribution are None, and bands empty, where nobody answered.
    """

    scheme: Scheme
    distribution: tuple[Point, ...]
    mean: Mean
    mean_pct_of_max: float | None
    top2_box: float | None
    top2_interval: Interval | None
    band: Band | None
    bands: tuple[Band, ...]


def rounded(mean: float | Decimal) -> Decimal:
    """A mean to two decimals, half up, as it is printed.

    A float goes through its shortest text: 4.505 is meant, and becomes 4.51 as on
    paper, not the 4.50 of its binary neighbour.
    """
    exact = mean if isinstance(mean, Decimal) else Decimal(repr(float(mean)))
    return exact.quantize(CENT, rounding=ROUND_HALF_UP)


def band(mean: float | Decimal, scheme: Scheme = Scheme.BOONCHOM) -> Band:
    """What the mean is called: rounded first, so that no gap is left between bands.

    Raises ValueError for a mean that no five-point scale has.
    """
    shown = rounded(mean)
    if not POINTS[0] <= shown <= POINTS[-1]:
        raise ValueError(f"{mean} is no mean of points from 1 to 5")
    return tuple(Band)[sum(shown > Decimal(top) for top in TOPS[scheme])]


def bands_of_interval(
    low: float | Decimal, high: float | Decimal, scheme: Scheme = Scheme.BOONCHOM
) -> tuple[Band, ...]:
    """The band of the interval, or the two it leads from and to.

    Bounds outside the scale, as a t interval may have, count as its ends.
    """
    if low > high:
        raise ValueError(f"{low} to {high} is no interval")
    ends = tuple(band(_on_scale(bound), scheme) for bound in (low, high))
    return ends[:1] if ends[0] is ends[1] else ends


def in_words(bands: tuple[Band, ...], language: Language) -> str:
    """The bands as they are printed: "มาก", "มาก ถึง มากที่สุด"."""
    return f" {TO[language]} ".join(NAMES[each][language] for each in bands)


def summary(
    counts: Mapping[int, int],
    scheme: Scheme = Scheme.BOONCHOM,
    *,
    seed: int = means.SEED,
) -> Summary:
    """All that is told of a scale question, from how many gave each point.

    A point not named was given by nobody. Raises ValueError for other points.
    """
    if not set(counts) <= set(POINTS):
        raise ValueError(f"{sorted(set(counts) - set(POINTS))} are no points, 1 to 5")
    given = [counts.get(point, 0) for point in POINTS]
    mean = means.mean(POINTS, given, seed=seed)
    top2 = sum(counts.get(point, 0) for point in TOP2)
    value = mean.value
    return Summary(
        scheme=scheme,
        distribution=tuple(
            Point(point, count, count / mean.n if mean.n else None)
            for point, count in zip(POINTS, given, strict=True)
        ),
        mean=mean,
        mean_pct_of_max=None if value is None else means.pct_of_max(value, POINTS[-1]),
        top2_box=top2 / mean.n if mean.n else None,
        top2_interval=wilson(top2, mean.n) if mean.n else None,
        band=None if value is None else band(value, scheme),
        bands=_bands(mean, scheme),
    )


def _bands(mean: Mean, scheme: Scheme) -> tuple[Band, ...]:
    if mean.low is not None and mean.high is not None:
        return bands_of_interval(mean.low, mean.high, scheme)
    return () if mean.value is None else (band(mean.value, scheme),)


def _on_scale(bound: float | Decimal) -> float | Decimal:
    return min(max(bound, POINTS[0]), POINTS[-1])
