"""What the figures of one wave tell together, and whether they give a few people away.

Figures of one question are looked at as one: each counts some people (its base, a half
of it, those without odd answers), and anybody can subtract one from another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from surveys.definition import Survey
from surveys.estimate import exposure
from surveys.estimate.exposure import Either, Many, Row
from surveys.figures import SHARES, Scored, score
from surveys.measure import Measure
from surveys.sheet import Codes, Mask, Sheet, combined

# Of each cell: its place in every figure (0: outside its base), and then these two.
Cell = tuple[int, ...]
INTERVIEWED, FLAGGED = -2, -1


@dataclass(frozen=True, eq=False)
class Telling:
    """One figure that is told, or shall be: of whom, and how much of it.

    `hidden`: its value is kept back because fewer than five gave one of its answers,
    which tells as much. `squares`: its interval follows from the scores' squares (a t
    interval). `halves`: also by who answered with an interviewer; `cleaned`: also
    without odd answers.
    """

    name: str
    measure: Measure
    who: Mask
    shown: bool
    hidden: bool = False
    squares: bool = False
    halves: bool = False
    cleaned: bool = False


@dataclass(frozen=True, eq=False)
class Table:
    """The table of one question, as it is told.

    `codes` are each response's place among the distinct answers, from 1; 0: outside
    its base. `sums` are what an answer at each place adds to what is told, from place
    0 on; of `few` places together 1 to 4 people are, and of `many` five or more: what
    a hidden cell tells.
    """

    name: str
    question: str
    codes: Codes
    sums: Sequence[Row]
    few: Sequence[frozenset[int]] = ()
    many: Sequence[frozenset[int]] = ()


def collides(
    sheet: Sheet,
    survey: Survey,
    interviewed: Mask,
    new: Telling,
    earlier: Sequence[Telling],
    tables: Sequence[Table] = (),
) -> list[str] | None:
    """The names of figures with which the new one gives few people away; none in the
    list: it does so by itself. None: it may be told.

    `earlier` are figures `of_one_question` with it: others speak of other answers.
    `tables` are of its questions, and are told already.
    """
    one = _counted(sheet, survey, new)
    others: list[_Counted | Table] = [_counted(sheet, survey, e) for e in earlier]
    others += tables
    if _exposes(sheet, interviewed, [one]):
        return []
    if not others or not _exposes(sheet, interviewed, [one, *others]):
        return None
    alone = [each for each in others if _exposes(sheet, interviewed, [one, each])]
    return [each.name for each in alone[:1] or others]


def counts(sheet: Sheet, survey: Survey, telling: Telling) -> tuple[int, int | None]:
    """How many are in a figure's base, and of a share how many gave its answers."""
    found = score(sheet, survey, telling.measure, telling.who)
    is_share = telling.measure.kind in SHARES
    given = found.codes[found.codes >= 0]
    return len(given), int((given == 1).sum()) if is_share else None


def of_one_question(one: Measure, other: Measure) -> bool:
    """Whether two figures speak of the same answers.

    An index and the share of those who gave some answers to one of its items do not:
    each leaves open how far within the share's answers people went. Two averages do.
    """
    if "index" in (one.kind, other.kind) and {*SHARES} & {one.kind, other.kind}:
        return False
    return bool(set(one.questions) & set(other.questions))


@dataclass(frozen=True, eq=False)
class _Counted:
    """A figure with each response's place among its scores; -1: not in its base."""

    telling: Telling
    scores: Scored

    @property
    def name(self) -> str:
        return self.telling.name

    @property
    def is_share(self) -> bool:
        return self.telling.measure.kind in SHARES


def _counted(sheet: Sheet, survey: Survey, telling: Telling) -> _Counted:
    return _Counted(telling, score(sheet, survey, telling.measure, telling.who))


def _exposes(
    sheet: Sheet, interviewed: Mask, told: Sequence["_Counted | Table"]
) -> bool:
    """People who are in the same place in all that is told are one cell."""
    nobody = np.zeros(sheet.n, dtype=np.int64)
    figures = [each for each in told if isinstance(each, _Counted)]
    halved = any(each.telling.halves for each in figures)
    cleaned = any(each.telling.cleaned for each in figures)
    columns: list[Codes] = [
        each.codes if isinstance(each, Table) else each.scores.codes + 1
        for each in told
    ]
    columns.append(interviewed.astype(np.int64) if halved else nobody)
    columns.append(sheet.flagged.astype(np.int64) if cleaned else nobody)
    patterns, codes = combined(columns, sheet.n)
    sizes = np.bincount(codes, minlength=len(patterns)).tolist()
    inside = [at for at, pattern in enumerate(patterns) if any(pattern[:-2])]
    cells = [patterns[at] for at in inside]
    # How many there are in all is no secret.
    rows: list[Row] = [[1] * len(cells)]
    few: list[Either | Many] = []
    for place, each in enumerate(told):
        if isinstance(each, Table):
            rows += [[sums[cell[place]] for cell in cells] for sums in each.sums]
            few += _marks(each, place, cells)
            continue
        rows += _rows(each, place, cells)
        few += _few(each, place, cells)
    return exposure.exposes([sizes[at] for at in inside], rows, few)


def _rows(counted: _Counted, place: int, cells: Sequence[Cell]) -> Iterator[Row]:
    """The sums that a figure tells: over its base, and over each part of it that it is
    told of too."""
    telling = counted.telling
    exact = [Fraction(0), *map(_exact, counted.scores.values)]
    wholes = [[1] * len(cells)]
    if telling.halves:
        wholes.append([1 - cell[INTERVIEWED] for cell in cells])
    if telling.cleaned:
        wholes.append([1 - cell[FLAGGED] for cell in cells])
    for whole in wholes:
        own = [cell[place] * taken for cell, taken in zip(cells, whole, strict=True)]
        yield [int(code > 0) for code in own]
        if not telling.shown:
            continue
        points = [exact[code] for code in own]
        yield points
        if telling.squares and not counted.is_share:
            yield [each * each for each in points]


def _marks(table: Table, place: int, cells: Sequence[Cell]) -> Iterator[Either | Many]:
    def within(places: frozenset[int]) -> frozenset[int]:
        return frozenset(at for at, cell in enumerate(cells) if cell[place] in places)

    for places in table.few:
        yield Either(within(places), frozenset())
    for places in table.many:
        yield Many(within(places))


def _exact(score: float) -> Fraction:
    """Scores are numbers that were typed, or such a sum over a few items."""
    return Fraction(score).limit_denominator(1_000)


def _few(counted: _Counted, place: int, cells: Sequence[Cell]) -> Iterable[Either]:
    if counted.telling.hidden and counted.is_share:
        groups = (
            frozenset(at for at, cell in enumerate(cells) if cell[place] == 1 + gave)
            for gave in (0, 1)
        )
        yield Either(*groups)
