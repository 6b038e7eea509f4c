"""Which cells of a table hold each other open: the search behind suppression.

A hidden count is safe if there is another table that says the same in all that is
shown and differs there. Such tables differ by rounds through hidden cells, one more,
one less in turn, that leave every sum as it is; a round that keeps each count within
what is told of it ("<5" is 1 to 4) proves that the count cannot be worked out. For
one table the opposite holds as well: no round, no other table, since the sums of a
two-way table make up a network (D. Gusfield, SIAM Journal on Computing 17 (1988),
552-571). For several tables of overlapping populations a missing round proves nothing,
and is taken for an exposure.
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf


@dataclass(frozen=True)
class Layout:
    """A table's cells with their totals, numbered row by row.

    The last row and the last column are totals, their crossing the grand total. Without
    `rows` it is a one-way table: a single row, its total at the end.
    """

    rows: int
    columns: int

    @property
    def size(self) -> int:
        return (self.rows + 1) * (self.columns + 1)

    @property
    def grand(self) -> int:
        return self.size - 1

    @cached_property
    def edges(self) -> tuple[tuple[int, int, int], ...]:
        """For each cell its row, its column and its sign, as a network sees them.

        Totals count negative (and the grand total of a two-way table, a total of
        totals, does not): each row and each column then adds up to 0. Columns of a
        one-way table have no sums to keep, and are one.
        """
        return tuple(
            (
                row,
                self.rows + 1 + (column if self.rows else 0),
                -1 if (column == self.columns) != (0 < self.rows == row) else 1,
            )
            for row in range(self.rows + 1)
            for column in range(self.columns + 1)
        )

    @cached_property
    def at(self) -> tuple[tuple[int, ...], ...]:
        """The cells of each row and of each column."""
        found: list[list[int]] = [[] for _ in range(self.rows + self.columns + 2)]
        for cell, (row, column, _) in enumerate(self.edges):
            found[row].append(cell)
            found[column].append(cell)
        return tuple(map(tuple, found))

    def is_total(self, cell: int) -> bool:
        """Whether a cell is the sum of others."""
        in_last_column = cell % (self.columns + 1) == self.columns
        return in_last_column or (
            self.rows > 0 and cell // (self.columns + 1) == self.rows
        )

    def extended(self, counts: Sequence[Sequence[int]]) -> tuple[int, ...]:
        """The counts with their totals, cell by cell."""
        lines = [[*row, sum(row)] for row in counts]
        if self.rows:
            lines.append([sum(column) for column in zip(*lines, strict=True)])
        return tuple(value for line in lines for value in line)


@dataclass(frozen=True)
class Way:
    """Cells that change by one in turn, and what it costs to open them."""

    cost: float
    cells: frozenset[int]


@dataclass(frozen=True)
class Round:
    """A way back to its start through a cell, which goes up or down with it."""

    cost: float
    cells: frozenset[int]
    through: int
    up: bool


@dataclass
class Prices:
    """What one more (`up`) and one less (`down`) of a cell costs; `inf`: impossible.

    More and less as the network counts, totals negative.
    """

    up: list[float]
    down: list[float]

    def free(self, cell: int) -> None:
        """The cell has been hidden: what is possible there now costs nothing."""
        for prices in (self.up, self.down):
            if prices[cell] < inf:
                prices[cell] = 0.0


def cheapest(layout: Layout, prices: Prices, through: int) -> Round | None:
    """The cheapest round through a cell, in either sense; None where there is none."""
    row, column, _ = layout.edges[through]
    found: Round | None = None
    for up in (True, False):
        own = (prices.up if up else prices.down)[through]
        limit = found.cost if found else inf
        if own >= limit:
            continue
        start, end = (column, row) if up else (row, column)
        rest = way(layout, prices, start, end, without=through, limit=limit - own)
        if rest is not None:
            found = Round(own + rest.cost, rest.cells | {through}, through, up)
        if found and not found.cost:
            break
    return found


def way(
    layout: Layout,
    prices: Prices,
    start: int,
    end: int,
    *,
    without: int = -1,
    limit: float = inf,
) -> Way | None:
    """The cheapest way from line to line; rows come first, columns after them.

    It leaves a row by one more and a column by one less (Dijkstra's algorithm).
    """
    best = {start: 0.0}
    by: dict[int, tuple[int, int]] = {}
    queue = [(0.0, start)]
    while queue:
        cost, line = heapq.heappop(queue)
        if line == end:
            return Way(cost, _walked(by, start, end))
        if cost > best[line]:
            continue
        from_row = line <= layout.rows
        price = prices.up if from_row else prices.down
        for cell in layout.at[line]:
            further = cost + price[cell]
            if further >= limit or cell == without:
                continue
            to = layout.edges[cell][1 if from_row else 0]
            if further < best.get(to, inf):
                best[to] = further
                by[to] = (cell, line)
                heapq.heappush(queue, (further, to))
    return None


def _walked(by: dict[int, tuple[int, int]], start: int, end: int) -> frozenset[int]:
    cells = set()
    while end != start:
        cell, end = by[end]
        cells.add(cell)
    return frozenset(cells)
