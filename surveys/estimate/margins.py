"""What is known of the population, checked, and merged where few have answered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import fsum, isfinite

MIN_CATEGORY = 10  # people; a category with fewer is merged
SHARES_TO = 1e-6  # how far shares may be from adding up to 1
TOTALS_TO = 0.005  # how far totals of margins may differ, as a part of the largest

# One category of each margin, in the order of the margins.
Cell = tuple[str, ...]


class Flaw(StrEnum):
    """What is wrong with a margin; keys of texts."""

    NEGATIVE = "margin.negative"
    NOT_A_NUMBER = "margin.not_a_number"
    EMPTY = "margin.empty"
    ZERO_TOTAL = "margin.zero_total"
    SHARES = "margin.shares_do_not_add_up"
    TOTALS = "margin.totals_disagree"
    NAMED_TWICE = "margin.named_twice"
    NOT_IN_POPULATION = "margin.not_in_population"
    NOT_IN_SAMPLE = "margin.not_in_sample"
    NO_SUCH_PEOPLE = "margin.no_such_people"
    CELL = "margin.cell_does_not_fit"


class MarginError(ValueError):
    """A margin that cannot be used: which, where in it, why.

    `category` is None where the whole margin is meant; `told` is the figure at fault.
    """

    def __init__(
        self, margin: str, flaw: Flaw, category: str | None = None, told: str = ""
    ) -> None:
        place = margin if category is None else f"{margin}, {category}"
        super().__init__(f"{place}: {flaw}{told and f' ({told})'}")
        self.margin = margin
        self.category = category
        self.flaw = flaw
        self.told = told


@dataclass(frozen=True)
class Margin:
    """How the population is spread over the categories of one variable.

    Targets are shares, fractions that add up to 1, or numbers of people: shares where
    none is above 1. The order of the categories says which are neighbours.
    Raises MarginError where they do not add up.
    """

    name: str
    targets: Mapping[str, float]

    def __post_init__(self) -> None:
        for flaw in flaws(self.name, self.targets):
            raise flaw

    @property
    def of_shares(self) -> bool:
        return max(self.targets.values()) <= 1

    @property
    def total(self) -> float:
        return fsum(self.targets.values())

    @property
    def shares(self) -> dict[str, float]:
        """Each category's part of the population, 0 to 1."""
        return {each: target / self.total for each, target in self.targets.items()}


def flaws(name: str, targets: Mapping[str, float]) -> Iterator[MarginError]:
    """Everything that is wrong with the targets of one margin."""
    if not targets:
        yield MarginError(name, Flaw.EMPTY)
        return
    odd = False
    for category, target in targets.items():
        if isfinite(target) and target >= 0:
            continue
        odd = True
        flaw = Flaw.NEGATIVE if isfinite(target) else Flaw.NOT_A_NUMBER
        yield MarginError(name, flaw, category, str(target))
    if odd:
        return  # what they add up to says nothing
    total = fsum(targets.values())
    if total == 0:
        yield MarginError(name, Flaw.ZERO_TOTAL)
    elif max(targets.values()) <= 1 and abs(total - 1) > SHARES_TO:
        yield MarginError(name, Flaw.SHARES, told=f"{total:.6f}")


def totals_apart(margins: Sequence[Margin]) -> Iterator[MarginError]:
    """Every margin of people that is of another number of them than the largest."""
    counted = [margin for margin in margins if not margin.of_shares]
    if not counted:
        return
    largest = max(counted, key=lambda margin: margin.total)
    for margin in counted:
        if largest.total - margin.total > TOTALS_TO * largest.total:
            told = f"{margin.total:.0f}, {largest.name} {largest.total:.0f}"
            yield MarginError(margin.name, Flaw.TOTALS, told=told)


@dataclass(frozen=True)
class Merged:
    """Neighbouring categories of a margin that were made one; `n` people in it."""

    margin: str
    categories: tuple[str, ...]
    n: int

    @property
    def label(self) -> str:
        return " + ".join(self.categories)


# The categories of a margin, those made one together.
Groups = tuple[tuple[str, ...], ...]


def check(cells: Mapping[Cell, int], margins: Sequence[Margin]) -> None:
    """Whether sample and population speak of the same categories.

    A category nobody answered from is no flaw as long as a cell names it, with 0
    people: it is merged. Raises MarginError with the first flaw.
    """
    names = [margin.name for margin in margins]
    for name in names:
        if names.count(name) > 1:
            raise MarginError(name, Flaw.NAMED_TWICE)
    for apart in totals_apart(margins):
        raise apart
    for cell, count in cells.items():
        if len(cell) != len(margins) or count < 0:
            raise MarginError(" x ".join(names), Flaw.CELL, " x ".join(cell))
    for place, margin in enumerate(margins):
        n = _sizes(cells, place)
        for category in n:
            if category not in margin.targets:
                raise MarginError(margin.name, Flaw.NOT_IN_POPULATION, category)
            if n[category] and not margin.targets[category]:
                raise MarginError(margin.name, Flaw.NO_SUCH_PEOPLE, category)
        for category in margin.targets:
            if category not in n:
                raise MarginError(margin.name, Flaw.NOT_IN_SAMPLE, category)


def merge(
    cells: Mapping[Cell, int], margins: Sequence[Margin], least: int = MIN_CATEGORY
) -> tuple[Groups, ...]:
    """The categories of each margin, those with too few people joined to a neighbour.

    The smallest category is joined first, to the smaller of its neighbours in the
    order given, the earlier of two alike; until none is below `least` or one is left.
    """
    return tuple(
        _merged(_sizes(cells, place), margin, least)
        for place, margin in enumerate(margins)
    )


def record(
    cells: Mapping[Cell, int], margins: Sequence[Margin], groups: Sequence[Groups]
) -> tuple[Merged, ...]:
    """What was made one, to be told beside the figures."""
    found = []
    for place, margin in enumerate(margins):
        n = _sizes(cells, place)
        found += [
            Merged(margin.name, group, sum(n.get(each, 0) for each in group))
            for group in groups[place]
            if len(group) > 1
        ]
    return tuple(found)


def _merged(n: Mapping[str, int], margin: Margin, least: int) -> Groups:
    joined: list[tuple[str, ...]] = [(category,) for category in margin.targets]
    sizes = [n.get(category, 0) for category in margin.targets]
    while len(joined) > 1 and min(sizes) < least:
        small = sizes.index(min(sizes))
        beside = [each for each in (small - 1, small + 1) if 0 <= each < len(joined)]
        first, second = sorted((small, min(beside, key=lambda each: sizes[each])))
        joined[first : second + 1] = [joined[first] + joined[second]]
        sizes[first : second + 1] = [sizes[first] + sizes[second]]
    return tuple(joined)


def _sizes(cells: Mapping[Cell, int], place: int) -> dict[str, int]:
    """How many people each category of one margin has."""
    found: dict[str, int] = {}
    for cell, count in cells.items():
        found[cell[place]] = found.get(cell[place], 0) + count
    return found
