"""Which cells of a table to hide, so that all its releases together expose nobody."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from math import inf

from surveys.estimate import cycles
from surveys.estimate.cycles import Layout, Prices, Round

LEAST = 5  # people; a cell with fewer, but not none, is hidden


class Mark(StrEnum):
    """What stands in a cell instead of its count."""

    SMALL = "<5"
    HIDDEN = "-"  # 5 or more, hidden for the sake of another cell


# Some of the parts that releases cut the people into: for each part 1 or 0.
Group = tuple[int, ...]
# How many people each part gains as a round passes through a cell: 1, 0 or -1.
# Releases that share a part move together.
Step = tuple[int, ...]


@dataclass(frozen=True)
class Move:
    """A change in a one-way table that is consistent with all that is told of it.

    One cell goes up and one down, as the network counts: totals negative.
    """

    step: Step
    up: int
    down: int


class Search:
    """One decision: what has been hidden so far, and which rounds prove it safe.

    `parts` are tables of people by the releases they are in, no person in two; `marks`
    are those of the releases, the new one last, None where this table was not in a
    release. Cells in `fixed` cannot be hidden; cells in `decided` were decided on
    elsewhere, and no round passes through them.
    """

    def __init__(
        self,
        layout: Layout,
        parts: Mapping[frozenset[int], tuple[int, ...]],
        marks: Sequence[Mapping[int, Mark] | None],
        *,
        fixed: Collection[int] = (),
        decided: Collection[int] = (),
    ) -> None:
        self.layout = layout
        self.parts = list(parts.items())
        self.new = len(marks) - 1
        self.marks = {at: dict(m) for at, m in enumerate(marks) if m is not None}
        self.fixed = {*fixed, layout.grand}
        self.decided = frozenset(decided)
        self.tables = {at: self._sum(self._members(at)) for at in self.marks}
        self.proofs: list[tuple[Step, frozenset[int]]] = []
        self.rounds: list[tuple[Step, Round]] = []
        self.hide(small(self.table))
        self.prices = {step: self._prices(step) for step in _steps(len(self.parts))}

    @property
    def table(self) -> tuple[int, ...]:
        """The new table, as it is."""
        return self.tables[self.new]

    def hide(self, cells: Collection[int]) -> None:
        """Hides cells of the new table."""
        for cell in cells:
            is_small = self.table[cell] < LEAST
            self.marks[self.new][cell] = Mark.SMALL if is_small else Mark.HIDDEN

    def open(self, cells: Collection[int]) -> None:
        """Hides cells on the way: what was possible there at a price is free now."""
        self.hide(cells)
        for prices in self.prices.values():
            for cell in cells:
                prices.free(cell)

    def follow(self, moves: Sequence[Move]) -> bool:
        """Lets the row totals move as the one-way table of the rows does.

        Its cells are this table's row totals, its total the grand total. False where
        a move would show in this table.
        """
        for move in moves:
            prices = self.prices[move.step]
            # The cell of a one-way table has the number of the row it is total of.
            found = cycles.way(self.layout, prices, move.up, move.down)
            if found is None:
                return False
            self._prove(move.step, found.cells)
        return True

    def protect(self) -> bool:
        """Hides what is needed until nothing can be worked out; False if it cannot."""
        return all(self._protect(*target) for target in self._targets())

    def moves(self) -> list[Move]:
        """What was found to be open, of a one-way table."""
        found = []
        for step, each in self.rounds:
            [other] = each.cells - {each.through}
            ends = (each.through, other) if each.up else (other, each.through)
            found.append(Move(step, *ends))
        return found

    def _targets(self) -> list[tuple[Group, int]]:
        """Which groups of people must not be counted: parts of the whole, and a cell.

        Every hidden cell of every release; and every small number of people whom some
        parts together have in a cell, as a difference of releases may be just these.
        Cells hidden on the way lie on a round already.
        """
        found = [
            (self._members(number), cell)
            for number, marks in self.marks.items()
            for cell in marks
        ]
        for some in product((0, 1), repeat=len(self.parts)):
            found += [(some, cell) for cell in small(self._sum(some))]
        every = dict.fromkeys(found)
        return [target for target in every if target[1] not in self.decided]

    def _protect(self, group: Group, cell: int) -> bool:
        if any(cell in cells and _dot(group, step) for step, cells in self.proofs):
            return True
        best: tuple[Round, Step] | None = None
        for step, prices in self.prices.items():
            if not _dot(group, step):
                continue
            found = cycles.cheapest(self.layout, prices, cell)
            if found and (best is None or found.cost < best[0].cost):
                best = (found, step)
                if not found.cost:
                    break
        if best is None:
            return False
        found, step = best
        self.rounds.append((step, found))
        self._prove(step, found.cells)
        return True

    def _prove(self, step: Step, cells: frozenset[int]) -> None:
        if _dot(self._members(self.new), step):
            self.open([cell for cell in cells if cell not in self.marks[self.new]])
        self.proofs.append((step, cells))

    def _prices(self, step: Step) -> Prices:
        moves = [
            (number, by)
            for number in self.marks
            if (by := _dot(self._members(number), step))
        ]
        up, down = [], []
        for cell, (_, _, sign) in enumerate(self.layout.edges):
            up.append(self._price(cell, sign, step, moves))
            down.append(self._price(cell, -sign, step, moves))
        return Prices(up, down)

    def _price(
        self, cell: int, more: int, step: Step, moves: Sequence[tuple[int, int]]
    ) -> float:
        """What must be hidden so that the cell could have `more` times the step."""
        if cell in self.decided:
            return inf
        for (_, values), by in zip(self.parts, step, strict=True):
            if values[cell] + more * by < 0:
                return inf
        price = 0.0
        for number, by in moves:
            value = self.tables[number][cell]
            mark = self.marks[number].get(cell)
            if mark is None:
                if number != self.new or value < LEAST or cell in self.fixed:
                    return inf
                price = self._worth(cell, value)
            changed = value + more * by
            if not (1 <= changed < LEAST if mark is Mark.SMALL else changed >= LEAST):
                return inf
        return price

    def _worth(self, cell: int, value: int) -> float:
        """How much is lost with a cell: one more hidden cell counts for most."""
        return (100 if self.layout.is_total(cell) else 20) + value.bit_length()

    def _members(self, number: int) -> Group:
        return tuple(int(number in part) for part, _ in self.parts)

    def _sum(self, some: Group) -> tuple[int, ...]:
        chosen = [v for (_, v), taken in zip(self.parts, some, strict=True) if taken]
        return tuple(map(sum, zip(*chosen, strict=True))) or (0,) * self.layout.size


def small(values: Sequence[int]) -> list[int]:
    """The cells with 1 to 4 people."""
    return [cell for cell, value in enumerate(values) if 0 < value < LEAST]


def _steps(parts: int) -> list[Step]:
    """Every step but for its sign, those that move few parts first."""
    every = product((0, 1, -1), repeat=parts)
    signed = [step for step in every if next(filter(None, step), 0) == 1]
    return sorted(signed, key=lambda step: sum(map(abs, step)))


def _dot(group: Group, step: Step) -> int:
    return sum(a * b for a, b in zip(group, step, strict=True))
