"""Where figures stand on a chart: everything in percent of its length or height."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

SHARE = (0.0, 25.0, 50.0, 75.0, 100.0)
FIVE = (1.0, 2.0, 3.0, 4.0, 5.0)
TEN = (0.0, 2.0, 4.0, 6.0, 8.0, 10.0)
PARTS = 4


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first tick to the last."""

    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        """Percent of the way; what lies beyond an end stands at it."""
        low, high = self.ticks[0], self.ticks[-1]
        place = (min(max(value, low), high) - low) / (high - low) * 100
        return round(place, 3)


def of(unit: str, figures: Iterable[float]) -> Axis:
    """The axis of a unit that these figures fit on.

    Percent go from 0 to 100 and points over their whole scale, so that a bar looks the
    same in every wave; anything else from 0 to a round number above the largest.
    """
    known = list(figures)
    if unit == "percent":
        return Axis(SHARE)
    if unit == "points" and all(1 <= each <= 5 for each in known):
        return Axis(FIVE)
    if unit == "points" and all(0 <= each <= 10 for each in known):
        return Axis(TEN)
    return Axis(_round(max(known, default=1.0)))


def _round(most: float) -> tuple[float, ...]:
    """0 and four equal steps to at least `most`."""
    step = 1
    while step * PARTS < ceil(most):
        step = step * 2 if str(step)[0] in "15" else step // 2 * 5
    return tuple(float(step * part) for part in range(PARTS + 1))
