"""Whether sums that are told of people give a small count away.

People are in cells; of some sums over the cells everybody knows the total. A count is
safe if other numbers of people in the cells give the same totals and another count:
then it cannot be worked out, however cleverly the totals are put together. Such numbers
are looked for; where none are found the count is taken for exposed, so that the search
may refuse too much and never lets too much through.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import lcm

from surveys.estimate.hiding import LEAST

# Sets of small cells that the search goes through; with more of them it gives up.
MOST_FREE = 12

Vector = tuple[int, ...]
Row = Sequence[Fraction | int]


@dataclass(frozen=True)
class Either:
    """It is told that one of two groups of cells has 1 to 4 people, not which."""

    one: frozenset[int]
    other: frozenset[int]

    def holds(self, counts: Sequence[int]) -> bool:
        sums = (sum(counts[at] for at in group) for group in (self.one, self.other))
        return any(0 < each < LEAST for each in sums)


@dataclass(frozen=True)
class Many:
    """It is told that a group of cells has five people or more."""

    cells: frozenset[int]

    def holds(self, counts: Sequence[int]) -> bool:
        return sum(counts[at] for at in self.cells) >= LEAST


def exposes(
    counts: Sequence[int], told: Sequence[Row], few: Sequence[Either | Many] = ()
) -> bool:
    """Whether a count of 1 to 4, of a cell or of several, follows from what is told.

    `told` are sums over the cells whose totals are known: what each person in each
    cell adds to it.
    """
    small = [at for at, count in enumerate(counts) if count < LEAST]
    if not any(counts[at] for at in small):
        return False
    moves = _possible(counts, _kernel(counts, told), few)
    return any(
        0 < sum(counts[at] for at in fixed) < LEAST for fixed in _fixed(small, moves)
    )


def _kernel(counts: Sequence[int], told: Sequence[Row]) -> list[Vector]:
    """Changes that no told sum shows, one for each cell beyond those that balance it.

    The fullest cells do the balancing: they can spare most people.
    """
    order = sorted(range(len(counts)), key=lambda at: (-counts[at], at))
    reduced, pivots = _reduced([[Fraction(row[at]) for at in order] for row in told])
    found = []
    for free in range(len(order)):
        if free in pivots:
            continue
        change = [Fraction(0)] * len(order)
        change[free] = Fraction(1)
        for row, pivot in zip(reduced, pivots, strict=True):
            change[pivot] = -row[free]
        whole = lcm(*(each.denominator for each in change))
        moved = [0] * len(order)
        for place, at in enumerate(order):
            moved[at] = int(change[place] * whole)
        found.append(tuple(moved))
    return found


def _possible(
    counts: Sequence[int], kernel: Sequence[Vector], few: Sequence[Either | Many]
) -> list[Vector]:
    """Of these changes, one way or the other, those that leave no cell below nought;
    of those that do, with another one that makes up for it."""

    def is_possible(change: Vector) -> bool:
        after = [count + by for count, by in zip(counts, change, strict=True)]
        return min(after) >= 0 and all(each.holds(after) for each in few)

    both_ways = [each for change in kernel for each in (change, _times(change, -1))]
    found = [change for change in both_ways if is_possible(change)]
    done = {change for each in found for change in (each, _times(each, -1))}
    for change in both_ways:
        if change in done:
            continue
        for other in both_ways:
            joined = tuple(a + b for a, b in zip(change, other, strict=True))
            if any(joined) and is_possible(joined):
                found.append(joined)
                done |= {change, _times(change, -1)}
                break
    return found


def _fixed(small: Sequence[int], moves: Sequence[Vector]) -> Iterator[tuple[int, ...]]:
    """Sets of the small cells whose sum no move changes.

    Where that cannot be gone through, each small cell by itself.
    """
    rows = [[Fraction(move[at]) for at in small] for move in moves]
    reduced, pivots = _reduced(rows)
    free = [place for place in range(len(small)) if place not in pivots]
    if len(free) > MOST_FREE:
        yield from ((at,) for at in small)
        return
    for size in range(1, len(free) + 1):
        for some in combinations(free, size):
            held = [-sum(row[at] for at in some) for row in reduced]
            if all(each in (0, 1) for each in held):
                taken = [at for at, each in zip(pivots, held, strict=True) if each]
                yield tuple(small[at] for at in (*some, *taken))


def _reduced(rows: list[list[Fraction]]) -> tuple[list[list[Fraction]], list[int]]:
    """The rows in reduced echelon form, without empty ones, and their first columns."""
    left = [list(row) for row in rows]
    done: list[list[Fraction]] = []
    pivots: list[int] = []
    for column in range(len(rows[0]) if rows else 0):
        at = next((n for n, row in enumerate(left) if row[column]), None)
        if at is None:
            continue
        row = left.pop(at)
        row = [each / row[column] for each in row]
        for others in (left, done):
            for other in others:
                if by := other[column]:
                    other[:] = [a - by * b for a, b in zip(other, row, strict=True)]
        done.append(row)
        pivots.append(column)
    return done, pivots


def _times(change: Vector, by: int) -> Vector:
    return tuple(each * by for each in change)
