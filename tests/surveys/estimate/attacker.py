"""Works out hidden counts from all that was published; knows nothing of the hiding.

The attacker knows every published cell, that "<5" is 1 to 4 and any other hidden cell
5 or more, that all tables of a release are of the same people by the same answers
(their rows), and who was in which release: the groups ("parts") that the releases cut
the people into, if not how many they are. Whole numbers of people are solved for by
mixed-integer programming, so that what is found to be a single value is one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

import numpy as np
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import csr_matrix

# Totals come last. A one-way table is a column, and so is its total: each row twice.
Grid = Sequence[Sequence[int | str]]
Table = np.ndarray[Any, Any]
MOST = 10**7  # people; there are never more
AT_ONCE = 400  # attacks that are solved as one problem
DIRECTIONS = 12


@dataclass(frozen=True)
class Frame:
    """What an attack is made of but for its numbers.

    Unknown is each cell of each table of each part: table by table, part by part, row
    by row. A part is told by the releases it is in. `widths` are the columns of the
    tables, `published` says for each release which of them are in it.
    """

    rows: int
    widths: tuple[int, ...]
    published: tuple[tuple[bool, ...], ...]
    parts: tuple[frozenset[int], ...]

    @property
    def starts(self) -> list[int]:
        """Where each table begins among the unknowns; the last is their number."""
        sizes = [len(self.parts) * self.rows * width for width in self.widths]
        return [sum(sizes[:at]) for at in range(len(sizes) + 1)]

    def parts_of(self, release: int) -> tuple[int, ...]:
        return tuple(at for at, part in enumerate(self.parts) if release in part)


@dataclass(frozen=True)
class Attack:
    """What is known: of each release the cells of each table, of each part who it is.

    A table that is not in a release is None.
    """

    grids: tuple[tuple[Grid | None, ...], ...]
    parts: tuple[frozenset[int], ...]
    widths: tuple[int, ...]

    @property
    def frame(self) -> Frame:
        known = [grid for grids in self.grids for grid in grids if grid is not None]
        published = tuple(
            tuple(grid is not None for grid in grids) for grids in self.grids
        )
        return Frame(len(known[0]) - 1, self.widths, published, self.parts)


@dataclass(frozen=True)
class Count:
    """The people of some parts in a cell; totals are past the last row or column."""

    parts: tuple[int, ...]
    table: int
    row: int
    column: int


def hidden(attack: Attack) -> list[Count]:
    """Every cell of every table of every release that shows no number."""
    return [
        Count(attack.frame.parts_of(number), table, row, column)
        for number, grids in enumerate(attack.grids)
        for table, grid in enumerate(grids)
        for row, line in enumerate(grid or ())
        for column, cell in enumerate(line)
        if not isinstance(cell, int)
    ]


def differences(attack: Attack, truth: Sequence[Sequence[Table]]) -> list[Count]:
    """Every cell in which some of the parts truly have 1 to 4 people.

    `truth` are the tables of each part, without totals.
    """
    found = []
    for taken in product((False, True), repeat=len(truth)):
        parts = tuple(at for at, each in enumerate(taken) if each)
        for table in range(len(truth[0])) if parts else ():
            total = sum(truth[at][table] for at in parts)
            whole = _with_totals(total)
            found += [
                Count(parts, table, int(row), int(column))
                for row, column in np.argwhere((whole > 0) & (whole < 5))
            ]
    return found


def ranges(attack: Attack, counts: Sequence[Count]) -> list[tuple[int, int]]:
    """The lowest and the highest each count can be, by what is known."""
    found = []
    matrix = csr_matrix(_sums(attack.frame))
    low, high = _bounds(attack)
    for count in counts:
        aim = _sum(attack.frame, count)
        ends = [
            _solve(matrix, low, high, sign * aim, whole=True) @ aim for sign in (1, -1)
        ]
        found.append((round(ends[0]), round(ends[1])))
    return found


def exposed(
    attacks: Sequence[Attack], counts: Sequence[Sequence[Count]], seed: int = 1
) -> list[tuple[int, Count, int]]:
    """Those of each attack's counts that can only be one number, and which.

    Pairs of solutions at opposite ends of random directions clear nearly all; only
    what differs between none of them is worked out one by one.
    """
    rng = np.random.default_rng(seed)
    found = []
    for start in range(0, len(attacks), AT_ONCE):
        stop = min(start + AT_ONCE, len(attacks))
        left = {at: list(dict.fromkeys(counts[at])) for at in range(start, stop)}
        for _ in range(DIRECTIONS):
            left = {at: some for at, some in left.items() if some}
            if left:
                left = _not_apart(attacks, left, rng)
        for at, some in left.items():
            for count, (low, high) in zip(some, ranges(attacks[at], some), strict=True):
                if low == high:
                    found.append((at, count, low))
    return found


def _not_apart(
    attacks: Sequence[Attack],
    left: Mapping[int, list[Count]],
    rng: np.random.Generator,
) -> dict[int, list[Count]]:
    """The counts that are alike in two solutions made to differ in them."""
    some = [attacks[at] for at in left]
    matrix = _side_by_side([_sums(attack.frame) for attack in some])
    bounds = [_bounds(attack) for attack in some]
    low = np.concatenate([each[0] for each in bounds])
    high = np.concatenate([each[1] for each in bounds])
    aims = [
        sum(rng.normal() * _sum(attack.frame, count) for count in counts)
        for attack, counts in zip(some, left.values(), strict=True)
    ]
    aim = np.concatenate(aims)
    # The corners of what is possible for one table are whole numbers by themselves.
    whole = any(len(a.parts) > 1 or len(a.frame.widths) > 1 for a in some)
    ends = [_solve(matrix, low, high, sign * aim, whole=whole) for sign in (1, -1)]
    apart = np.split(ends[0] - ends[1], np.cumsum([len(each) for each in aims])[:-1])
    return {
        at: [c for c in counts if abs(float(_sum(attacks[at].frame, c) @ step)) < 0.5]
        for (at, counts), step in zip(left.items(), apart, strict=True)
    }


def _side_by_side(matrices: Sequence[Any]) -> Any:
    """The problems as one, none of which touches another."""
    rows, columns, values = [], [], []
    down = right = 0
    for matrix in matrices:
        row, column = np.nonzero(matrix)
        rows.append(row + down)
        columns.append(column + right)
        values.append(matrix[row, column])
        down, right = down + matrix.shape[0], right + matrix.shape[1]
    at = (np.concatenate(rows), np.concatenate(columns))
    return csr_matrix((np.concatenate(values), at), shape=(down, right))


def _bounds(attack: Attack) -> tuple[Any, Any]:
    """What is known of each published cell, and that tables agree: as in `_sums`."""
    cells = [
        cell
        for grids in attack.grids
        for grid in grids
        for line in grid or ()
        for cell in line
    ]
    low = [c if isinstance(c, int) else 1 if c == "<5" else 5 for c in cells]
    high = [c if isinstance(c, int) else 4 if c == "<5" else MOST for c in cells]
    agree = [0] * (len(_sums(attack.frame)) - len(cells))
    return np.array(low + agree, float), np.array(high + agree, float)


@cache
def _sums(frame: Frame) -> Any:
    """Every cell of every table of every release as a sum of the unknowns.

    And after them, which are 0: how far a part's row totals differ between its tables.
    """
    cells = [
        _sum(frame, Count(frame.parts_of(number), table, row, column))
        for number, published in enumerate(frame.published)
        for table, width in enumerate(frame.widths)
        for row in range(frame.rows + 1 if published[table] else 0)
        for column in range(width + 1)
    ]
    agree = [
        _sum(frame, Count((part,), 0, row, frame.widths[0]))
        - _sum(frame, Count((part,), table, row, frame.widths[table]))
        for part in range(len(frame.parts))
        for table in range(1, len(frame.widths))
        for row in range(frame.rows)
    ]
    return np.stack(cells + agree)


@cache
def _sum(frame: Frame, count: Count) -> Any:
    """The count as a sum of the unknowns."""
    width = frame.widths[count.table]
    taken = np.zeros((len(frame.parts), frame.rows, width))
    rows = slice(None) if count.row == frame.rows else count.row
    columns = slice(None) if count.column == width else count.column
    for part in count.parts:
        taken[part, rows, columns] = 1
    found = np.zeros(frame.starts[-1])
    found[frame.starts[count.table] : frame.starts[count.table + 1]] = taken.ravel()
    return found


def _solve(matrix: Any, low: Any, high: Any, aim: Any, *, whole: bool) -> Any:
    """The solution in whole numbers with the least of the aim."""
    solution = milp(
        aim,
        constraints=LinearConstraint(matrix, low, high),
        integrality=np.full(len(aim), int(whole)),
        options={"mip_rel_gap": 0.0},
    )
    assert solution.x is not None, solution.message
    found = np.round(solution.x)
    # The solver works with tolerances: what it found has to hold without any.
    told = matrix @ found
    assert ((low <= told) & (told <= high)).all()
    assert (found >= 0).all()
    return found


def _with_totals(table: Any) -> Table:
    wide = np.column_stack([table, table.sum(axis=1)])
    return np.vstack([wide, wide.sum(axis=0)])
