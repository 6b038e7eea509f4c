"""Row-level data as the pack may hold them beside its tables.

What a table hides is hidden in the rows too, and the rows and the tables together
tell apart no group of fewer than five people.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from surveys.anonymity import HIDDEN, K
from surveys.cells import Cell
from surveys.evidence.pack import RowFile, Tally

BETWEEN = "; "  # the choices of one answer
Told = tuple[Cell, ...]


def protect(
    wave: str,
    header: Sequence[str],
    labels: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    identifying: Collection[str],
    tallies: Collection[Tally],
    responses: int,
    unanswered: Collection[Cell] = (),
) -> RowFile:
    """The rows that may be told of `responses`, all those the tallies count.

    `unanswered` is what stands in a cell where somebody gave no answer.
    `identifying` columns are those that may tell who somebody is. The order of the
    rows is that of their contents: it says nothing of who came first.
    """
    hide = _Hiding(tallies, unanswered)
    told = [
        tuple(hide.cell(key, cell) for key, cell in zip(header, row, strict=True))
        for row in rows
    ]
    places = [at for at, key in enumerate(header) if key in identifying]
    kept = _alike(told, places, responses)
    return RowFile(
        wave=wave,
        header=tuple(header),
        labels=tuple(labels),
        rows=tuple(sorted(kept, key=repr)),
        left_out=responses - len(kept),
        generalised=sum(any(row[at] == HIDDEN for at in places) for row in kept),
    )


class _Hiding:
    """Which answers are not told, because the table of their question hides them."""

    def __init__(
        self, tallies: Collection[Tally], unanswered: Collection[Cell]
    ) -> None:
        self.unanswered = frozenset(map(str, unanswered))
        self.silent = {each.question for each in tallies if each.skipped is None}
        self.whole = {each.question for each in tallies if not each.rows and each.n}
        # By key too: a point of 0 to 10 stands in the rows as the number it is.
        self.names: Mapping[str, frozenset[str]] = {
            each.question: frozenset(
                name
                for row in each.rows
                if row.n is None
                for name in (row.key, row.label.say("th"))
            )
            for each in tallies
        }

    def cell(self, key: str, cell: Cell) -> Cell:
        if key in self.whole:
            return HIDDEN
        hidden, said = self.names.get(key), str(cell)
        if key in self.silent and said in self.unanswered:
            return HIDDEN
        if not hidden:
            return cell
        return HIDDEN if hidden & {said, *said.split(BETWEEN)} else cell


def _alike(rows: list[Told], places: Sequence[int], responses: int) -> list[Told]:
    """The rows in groups of at least five who look alike.

    What is left out is what the tables tell and the rows do not: so few as one to four
    would be known by the difference, and another group goes with them.
    """
    groups = Counter(_features(row, places) for row in rows)
    smallest_first = iter(sorted(groups, key=lambda each: (groups[each], each)))
    gone = {features for features, count in groups.items() if count < K}
    while 0 < responses - _left(groups, gone) < K:
        following = _next(smallest_first, gone)
        if following is None:
            break
        gone.add(following)
    return [row for row in rows if _features(row, places) not in gone]


def _left(groups: Mapping[Told, int], gone: Collection[Told]) -> int:
    return sum(count for features, count in groups.items() if features not in gone)


def _next(features: Iterator[Told], gone: Collection[Told]) -> Told | None:
    return next((each for each in features if each not in gone), None)


def _features(row: Told, places: Sequence[int]) -> Told:
    return tuple(str(row[at]) for at in places)
