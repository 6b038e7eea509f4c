"""Random tables and series of releases, published and handed to the attacker."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from surveys.estimate import suppression
from surveys.estimate.cycles import Layout
from surveys.estimate.suppression import Published, Refused
from tests.surveys.estimate import attacker
from tests.surveys.estimate.attacker import Attack, Count, Table

# How many people there are, by answer and by the category of each breakdown.
Parts = Mapping[frozenset[int], Table]
Tables = tuple[Published | None, ...]
Publish = Callable[[Parts, Sequence[Tables]], Tables | Refused]

# Which releases the groups of people are in.
SERIES: dict[str, tuple[set[int], ...]] = {
    "one release": ({0},),
    "the same again": ({0, 1},),
    "more people": ({0, 1}, {1}),
    "more and more": ({0, 1, 2}, {1, 2}, {2}),
    "a filter": ({0}, {0, 1}),
    "a filter, and then the rest": ({0, 1}, {0, 2}),
    "two filters that overlap": ({0, 1}, {0}, {1}),
    "filtered, and later": ({0, 1, 2}, {0, 2}, {1, 2}, {2}),
    "changed answers": ({0, 1}, {0}, {1}),
}


@dataclass(frozen=True)
class Case:
    """What was published of a series; no attack where all of it was refused."""

    series: str
    attack: Attack | None
    counts: tuple[Count, ...]
    published: int  # tables
    refused: Counter[str]  # releases, by reason


def publish(parts: Parts, earlier: Sequence[Tables]) -> Tables | Refused:
    """As it is done: all tables of all releases are looked at together."""
    shape = next(iter(parts.values())).shape
    layouts = [Layout(0, shape[0]), *(Layout(shape[0], width) for width in shape[1:])]
    known = {
        part: [[people.sum(axis=tuple(range(1, people.ndim))).tolist()]]
        + [each.tolist() for each in breakdowns(people)]
        for part, people in parts.items()
    }
    marks = [[table and table.marks for table in tables] for tables in earlier]
    return suppression.suppress(layouts, known, marks)


def publish_alone(parts: Parts, earlier: Sequence[Tables]) -> Tables | Refused:
    """Each table by itself: right for a single one, careless for several."""
    whole: Any = sum(people for part, people in parts.items() if len(earlier) in part)
    tables = breakdowns(whole) or [whole[None, :]]
    found = [suppression.publish(table.tolist()) for table in tables]
    refused = [each for each in found if isinstance(each, Refused)]
    if len(refused) == len(found):
        return refused[0]
    return tuple(each if isinstance(each, Published) else None for each in found)


def grid(published: Published | None) -> attacker.Grid | None:
    """As the attacker reads it: a one-way table is a column."""
    if published is None or published.layout.rows:
        return published and published.cells
    return [(cell, cell) for cell in published.cells[0]]


def breakdowns(people: Table) -> list[Table]:
    """The answers by each breakdown."""
    every = range(1, people.ndim)
    return [people.sum(axis=tuple(set(every) - {axis})) for axis in every]


def case(
    rng: np.random.Generator, series: str, how: Publish, shape: Sequence[int]
) -> Case:
    """A random series of releases, one after the other."""
    truth = _truth(rng, series, shape)
    done: list[Tables] = []
    numbers: list[int] = []
    refused: Counter[str] = Counter()
    for number in range(1 + max(max(part) for part in truth)):
        found = how(_seen(truth, [*numbers, number]), done)
        if isinstance(found, Refused):
            refused[found.reason] += 1
        else:
            done.append(found)
            numbers.append(number)
    if not done:
        return Case(series, None, (), 0, refused)
    seen = {part: each for part, each in _seen(truth, numbers).items() if each.any()}
    truths = [_tables(each, len(done[0])) for each in seen.values()]
    attack = Attack(
        grids=tuple(tuple(map(grid, tables)) for tables in done),
        parts=tuple(seen),
        widths=tuple(table.shape[1] for table in truths[0]),
    )
    secrets = attacker.hidden(attack) + attacker.differences(attack, truths)
    tables = sum(each is not None for tables in done for each in tables)
    return Case(series, attack, tuple(secrets), tables, refused)


def cases(seed: int, number: int) -> list[Case]:
    """Random cases: a third single tables, the others questions and their releases."""
    rng = np.random.default_rng(seed)
    found = []
    for _ in range(number):
        if rng.random() < 1 / 3:
            shape = rng.integers((1, 2), (8, 7)).tolist()
            shape = shape[1:] if shape[0] == 1 else shape
            found.append(case(rng, "one release", publish_alone, shape))
        else:
            series = str(rng.choice([*SERIES, "one release"]))
            found.append(case(rng, series, publish, question(rng)))
    return found


def question(rng: np.random.Generator) -> list[int]:
    """How many answers, and how many categories none to three breakdowns have."""
    widths = rng.integers(2, 5, size=rng.integers(0, 4))
    return [int(rng.integers(2, 6)), *widths.tolist()]


def exposed(found: Sequence[Case]) -> list[tuple[Case, Count, int]]:
    """The counts that the attacker works out."""
    hit = [each for each in found if each.attack is not None]
    attacks = [each.attack for each in hit if each.attack is not None]
    told = attacker.exposed(attacks, [each.counts for each in hit])
    return [(hit[at], count, value) for at, count, value in told]


def _tables(people: Table, number: int) -> list[Table]:
    """So many tables of the people: the answers alone first, if not left out."""
    alone = people.sum(axis=tuple(range(1, people.ndim)))[:, None]
    return [alone, *breakdowns(people)][people.ndim - number :]


def _truth(
    rng: np.random.Generator, series: str, shape: Sequence[int]
) -> dict[frozenset[int], Table]:
    found = {}
    # As many people in a cell of a breakdown, however many breakdowns there are.
    thinner = np.prod(shape[2:]) ** 0.8 if len(shape) > 2 else 1
    for at, part in enumerate(SERIES[series]):
        people = rng.choice([3, 8, 25]) if at == 0 else rng.choice([0.2, 1, 5, 20])
        spread = rng.gamma(0.7, people / thinner, size=tuple(shape))
        found[frozenset(part)] = rng.poisson(spread)
    if series == "changed answers":
        gone, come = np.zeros((2, *shape), int)
        gone.flat[0], come.flat[-1] = rng.integers(1, 6, 2)
        found[frozenset({0})], found[frozenset({1})] = gone, come
    return found


def _seen(truth: Parts, numbers: Sequence[int]) -> dict[frozenset[int], Any]:
    """The people by the releases made, numbered anew."""
    found: dict[frozenset[int], Any] = {}
    for part, people in truth.items():
        seen = frozenset(at for at, each in enumerate(numbers) if each in part)
        if seen:
            found[seen] = found[seen] + people if seen in found else people
    return found
