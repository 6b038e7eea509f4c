"""Tables that can be published: no count of 1 to 4 people can be worked out.

Small counts become "<5", and further cells are hidden so that no sum gives them
away: not of the table, not of the other tables of the question, not in the difference
with an earlier release. What is told of hidden cells is taken to be known: "<5" is 1
to 4, any other hidden cell 5 or more.

What this does not see: tables of several questions. Their totals differ as their
answers do, and three or more tables that cross the same variables may together narrow
a count down.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from surveys.estimate.cycles import Layout
from surveys.estimate.hiding import LEAST, Mark, Search
from surveys.estimate.proportion import MIN_N

__all__ = [
    "LEAST",
    "MAX_PARTS",
    "Grid",
    "Log",
    "Mark",
    "Published",
    "Refusal",
    "Refused",
    "Release",
    "publish",
    "release",
    "suppress",
]

# Parts into which releases of overlapping populations cut the people. From more on the
# next release is refused: what they tell together is no longer looked through.
MAX_PARTS = 5


class Refusal(StrEnum):
    """Why nothing is published; keys of texts."""

    TOO_FEW = "suppression.too_few"
    EXPOSES = "suppression.exposes"
    TOO_MANY_RELEASES = "suppression.too_many_releases"


# Row by row, the last row and the last column being totals; a one-way table is one row.
Grid = tuple[tuple[int | Mark, ...], ...]
Table = Sequence[Sequence[int]]
# A person's answer, by number, and their category in each breakdown.
Place = tuple[int, ...]


@dataclass(frozen=True)
class Refused:
    """Nothing may be published."""

    reason: Refusal


@dataclass(frozen=True)
class Published:
    """What may be published of a table, with its totals."""

    layout: Layout
    cells: Grid

    @property
    def marks(self) -> dict[int, Mark]:
        """What is hidden, by the number of the cell."""
        flat = [cell for row in self.cells for cell in row]
        return {at: cell for at, cell in enumerate(flat) if isinstance(cell, Mark)}


@dataclass(frozen=True)
class Release:
    """The tables as they were published, and who was in them where, by pseudonym.

    First the answers alone, then the breakdowns, None where one was refused.
    """

    name: str
    people: Mapping[str, Place]
    published: tuple[Published | None, ...]


@dataclass(frozen=True)
class Log:
    """The releases of one question in one wave.

    `answers` is how many different answers there are, `breakdowns` how many categories
    each breakdown has (with one for those of whom it is not known: all tables are of
    the same people). Releases may be of any populations: as of other days, filtered,
    filtered otherwise.
    """

    wave: str
    answers: int
    breakdowns: tuple[int, ...] = ()
    releases: tuple[Release, ...] = ()

    @property
    def layouts(self) -> tuple[Layout, ...]:
        """Of the answers alone, and by each breakdown."""
        crossed = (Layout(self.answers, width) for width in self.breakdowns)
        return (Layout(0, self.answers), *crossed)


def publish(
    counts: Table,
    *,
    shown: Collection[tuple[int, int]] = (),
    hidden: Collection[tuple[int, int]] = (),
) -> Published | Refused:
    """What may be published of a table by itself, never published before.

    A table of a single row is one-way. `shown` are cells whose count is public already
    and which therefore cannot be hidden, `hidden` cells that another table hides and
    this one must not give away; both as row and column, totals last.
    """
    layout = _layout(counts)
    width = layout.columns + 1
    parts = _present(layout, {frozenset({0}): counts})
    if sum(map(sum, counts)) < MIN_N:
        return Refused(Refusal.TOO_FEW)
    fixed = [row * width + column for row, column in shown]
    search = Search(layout, parts, [{}], fixed=fixed)
    forced = [row * width + column for row, column in hidden]
    search.open([cell for cell in forced if search.table[cell] >= LEAST])
    return _published(search) if search.protect() else Refused(Refusal.EXPOSES)


def release(
    log: Log, name: str, people: Mapping[str, Place]
) -> tuple[Log, tuple[Published | None, ...] | Refused]:
    """Publishes those of a question's tables that expose nobody with all releases.

    First the answers alone, without which nothing is published; then each breakdown,
    None where it is refused. The log is returned with the release in it, or as it was
    where it is refused. Who gave another answer than in an earlier release counts as
    gone and as new.
    """
    everyone = [*(each.people for each in log.releases), people]
    earlier = [
        [None if table is None else table.marks for table in each.published]
        for each in log.releases
    ]
    found = suppress(log.layouts, _parts(log.layouts, everyone), earlier)
    if isinstance(found, Refused):
        return log, found
    kept = Release(name, dict(people), found)
    grown = Log(log.wave, log.answers, log.breakdowns, (*log.releases, kept))
    return grown, found


def suppress(
    layouts: Sequence[Layout],
    parts: Mapping[frozenset[int], Sequence[Table]],
    earlier: Sequence[Sequence[Mapping[int, Mark] | None]],
) -> tuple[Published | None, ...] | Refused:
    """What may be published of the tables of the release numbered after the earlier.

    `parts` are the people by the numbers of the releases they are in, no person in
    two, with a table for each layout; `earlier` has the marks of each of the tables of
    each release before, None where it was refused. The first layout is one-way, its
    cells being the row totals of the others, which move only as it does: what proves
    one table safe so holds in all.
    """
    first = _tables(layouts, parts, 0)
    if sum(cells[-1] for part, cells in first.items() if len(earlier) in part) < MIN_N:
        return Refused(Refusal.TOO_FEW)
    if len(first) > MAX_PARTS:
        return Refused(Refusal.TOO_MANY_RELEASES)
    answers = Search(layouts[0], first, [*(marks[0] for marks in earlier), {}])
    if not answers.protect():
        return Refused(Refusal.EXPOSES)
    found: list[Published | None] = [_published(answers)]
    for at in range(1, len(layouts)):
        crossed = _tables(layouts, parts, at)
        _check_totals(layouts[at], first, crossed)
        marks = [*(each[at] for each in earlier), {}]
        search = _breakdown(layouts[at], crossed, marks, answers)
        safe = search.follow(answers.moves()) and search.protect()
        found.append(_published(search) if safe else None)
    return tuple(found)


def _breakdown(
    layout: Layout,
    parts: Mapping[frozenset[int], tuple[int, ...]],
    marks: Sequence[Mapping[int, Mark] | None],
    answers: Search,
) -> Search:
    """The search in a breakdown, its row totals being as the answers alone are."""
    totals = [row * (layout.columns + 1) + layout.columns for row in range(layout.rows)]
    search = Search(layout, parts, marks, decided=totals)
    search.hide([totals[row] for row in answers.marks[answers.new]])
    return search


def _tables(
    layouts: Sequence[Layout],
    parts: Mapping[frozenset[int], Sequence[Table]],
    at: int,
) -> dict[frozenset[int], tuple[int, ...]]:
    return _present(layouts[at], {part: tables[at] for part, tables in parts.items()})


def _present(
    layout: Layout, parts: Mapping[frozenset[int], Table]
) -> dict[frozenset[int], tuple[int, ...]]:
    """The tables with their totals, without parts that nobody is in."""
    found = {part: layout.extended(counts) for part, counts in parts.items()}
    if any(value < 0 for cells in found.values() for value in cells):
        raise ValueError("a count is not negative")
    return {part: cells for part, cells in found.items() if part and cells[-1]}


def _check_totals(
    layout: Layout,
    answers: Mapping[frozenset[int], tuple[int, ...]],
    crossed: Mapping[frozenset[int], tuple[int, ...]],
) -> None:
    width = layout.columns + 1
    totals = {part: cells[width - 1 :: width] for part, cells in crossed.items()}
    if totals != answers:
        raise ValueError("a breakdown is of all who answered: its totals are theirs")


def _layout(counts: Table) -> Layout:
    widths = {len(row) for row in counts}
    if len(widths) != 1 or 0 in widths:
        raise ValueError("a table has rows of one length")
    return Layout(len(counts) if len(counts) > 1 else 0, widths.pop())


def _published(search: Search) -> Published:
    marks = search.marks[search.new]
    told = [marks.get(cell, value) for cell, value in enumerate(search.table)]
    width = search.layout.columns + 1
    rows = (tuple(told[at : at + width]) for at in range(0, len(told), width))
    return Published(search.layout, tuple(rows))


def _parts(
    layouts: Sequence[Layout], everyone: Sequence[Mapping[str, Place]]
) -> dict[frozenset[int], list[list[list[int]]]]:
    """The people by the releases in which they stand in the same place."""
    where: dict[tuple[str, Place], set[int]] = {}
    for number, people in enumerate(everyone):
        for person, place in people.items():
            where.setdefault((person, place), set()).add(number)
    found: dict[frozenset[int], list[list[list[int]]]] = {}
    for (_, place), numbers in where.items():
        part = frozenset(numbers)
        if part not in found:
            found[part] = [
                [[0] * layout.columns for _ in range(max(1, layout.rows))]
                for layout in layouts
            ]
        answers, *crossed = found[part]
        answers[0][place[0]] += 1
        for table, category in zip(crossed, place[1:], strict=True):
            table[place[0]][category] += 1
    return found
