"""Works out counts of answers from published JSON alone; knows nothing of the hiding.

The attacker has read what every indicator means (which answers it counts, among whom),
knows that a figure is a whole number of people in so many, and puts everything that
was ever told of a question together: all values of all indicators, older revisions and
withdrawn ones too, and tables of evidence packs. Whole numbers are solved for, so that
what is found to be a single number is one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import sqrt
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.stats import t as student

POINTS = (1, 2, 3, 4, 5)
GROUPS = ("in", "out")  # whether the indicators' rule holds for a person
CELLS = tuple(product(POINTS, GROUPS))
DIRECTIONS = 6
FEW = "fewer than five"


@dataclass(frozen=True)
class Meaning:
    """What an indicator counts: `points` of a share, None of a mean; `some`: only
    those for whom the rule holds."""

    points: tuple[int, ...] | None
    some: bool


@dataclass
class Known:
    """Sums over the cells that are known, and groups one of which has 1 to 4."""

    sums: list[tuple[Any, float]]
    few: list[tuple[Any, Any]]
    within: list[tuple[Any, int, int]]
    """Sums of which it is known how low and how high they can be."""


def exposed(
    told: Sequence[Mapping[str, Any]],
    meanings: Mapping[tuple[str, str], Meaning],
    truth: Mapping[tuple[int, str], int],
    seed: int = 1,
    tables: Sequence[Mapping[str, Any]] = (),
) -> list[tuple[tuple[tuple[int, ...], tuple[str, ...]], int]]:
    """The sets of answers that 1 to 4 people gave whose number follows from `told`.

    `told` are values as the API tells them, with their `code`; of one language.
    `tables` are those of the question as the JSON of evidence packs has them.
    """
    known = _known(told, meanings)
    for table in tables:
        _read(known, table)
    branches = list(_branches(known))
    left = list(_secrets(truth))
    rng = np.random.default_rng(seed)
    for _ in range(DIRECTIONS):
        aim = rng.normal(size=len(CELLS))
        ends = [_solve(branch, sign * aim) for branch in branches for sign in (1, -1)]
        worlds = [each for each in ends if each is not None]
        assert worlds, "what is told contradicts itself"
        left = [
            each
            for each in left
            if len({round(float(_row(*each) @ world)) for world in worlds}) == 1
        ]
        if not left:
            return []
    return [(each, low) for each in left for low in _only(branches, _row(*each))]


def _known(
    told: Sequence[Mapping[str, Any]], meanings: Mapping[tuple[str, str], Meaning]
) -> Known:
    found = Known([], [], [])
    for value in told:
        meaning = meanings.get((value["code"], value["edition"] or ""))
        if meaning is None or value["n"] is None:
            continue
        base = _row(POINTS, ("in",) if meaning.some else GROUPS)
        n = value["n"]
        found.sums.append((base, n))
        if value["value"] is None:
            note = (value["reasons"].get("value") or {}).get("en", "")
            if FEW in note and meaning.points is not None:
                gave = base * _row(meaning.points, GROUPS)
                # Told again by a revision it is still one thing that is known.
                if not any((gave == known).all() for known, _ in found.few):
                    found.few.append((gave, base - gave))
            continue
        if meaning.points is not None:
            gave = base * _row(meaning.points, GROUPS)
            found.sums.append((gave, _whole(value["value"] * n / 100)))
            continue
        score = np.array([point for point, _ in CELLS], float)
        found.sums.append((base * score, _whole(value["value"] * n)))
        if value["interval"]["method"] == "t":
            half = (value["high"] - value["low"]) / 2
            variance = (half / student.ppf(0.975, n - 1) * sqrt(n)) ** 2
            squares = variance * (n - 1) + n * value["value"] ** 2
            found.sums.append((base * score**2, _whole(squares)))
    return found


def _read(known: Known, table: Mapping[str, Any]) -> None:
    """What a table says: its base, the cells it shows, and that "<5" is 1 to 4 and any
    other hidden cell 5 or more."""
    known.sums.append((_row(POINTS, GROUPS), table["n"]))
    for row in table["rows"]:
        cell = _row((int(row["key"]),), GROUPS)
        if row["n"] is not None:
            known.sums.append((cell, row["n"]))
        else:
            low, high = (1, 4) if row["few"] else (5, table["n"])
            known.within.append((cell, low, high))


def _whole(number: float) -> int:
    assert abs(number - round(number)) < 1e-4, number
    return round(number)


def _row(points: Sequence[int], groups: Sequence[str]) -> Any:
    return np.array([float(p in points and g in groups) for p, g in CELLS])


def _secrets(
    truth: Mapping[tuple[int, str], int],
) -> Iterator[tuple[tuple[int, ...], tuple[str, ...]]]:
    """Every set of answers, of some or of all people, that 1 to 4 truly gave."""
    for size in range(1, len(POINTS) + 1):
        for points in combinations(POINTS, size):
            for groups in (("in",), ("out",), GROUPS):
                count = sum(truth.get(cell, 0) for cell in product(points, groups))
                if 0 < count < 5:
                    yield points, groups


def _branches(known: Known) -> Iterator[tuple[Any, Any, Any]]:
    """What is known with either of the groups as the few, for each pair of them."""
    for choice in product((0, 1), repeat=len(known.few)):
        exact = [(row, total, total) for row, total in known.sums]
        everything = [*exact, *known.within]
        rows = [row for row, _, _ in everything]
        low = [least for _, least, _ in everything]
        high = [most for _, _, most in everything]
        for pair, which in zip(known.few, choice, strict=True):
            rows.append(pair[which])
            low.append(1)
            high.append(4)
        matrix = np.array(rows) if rows else np.zeros((1, len(CELLS)))
        yield matrix, np.array(low or [0], float), np.array(high or [0], float)


def _only(branches: Sequence[tuple[Any, Any, Any]], row: Any) -> list[int]:
    """The one number that is possible, if there is only one."""
    found = set()
    for branch in branches:
        for sign in (1, -1):
            world = _solve(branch, sign * row)
            if world is not None:
                found.add(round(float(row @ world)))
    return [*found] if len(found) == 1 else []


def _solve(branch: tuple[Any, Any, Any], aim: Any) -> Any:
    matrix, low, high = branch
    solution = milp(
        aim,
        constraints=LinearConstraint(matrix, low, high),
        integrality=np.ones(len(CELLS)),
        bounds=Bounds(0, 10_000),
        options={"mip_rel_gap": 0.0},
    )
    return None if solution.x is None else np.round(solution.x)
