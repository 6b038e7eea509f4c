"""Works out hidden counts of one row of counts; knows nothing of the hiding.

The attacker knows the total, what is shown, and that "<5" is 1 to 4 and "-" is five or
more. With one sum over them, counts that each have a lowest and a highest value can be
anything between: so the ends found for any set of them are exact.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

import numpy as np


def exposed(
    told: Sequence[int | str], truth: Sequence[int]
) -> list[tuple[tuple[int, ...], int]]:
    """The sets of places that 1 to 4 people are in and whose number follows."""
    rest = sum(truth) - sum(each for each in told if isinstance(each, int))
    ends = {
        at: (1, 4) if each == "<5" else (5, rest)
        for at, each in enumerate(told)
        if not isinstance(each, int)
    }
    found = [
        (some, low)
        for some in secrets(told, truth)
        for low, high in [_ends(some, ends, rest)]
        if low == high
    ]
    shown = [
        ((at,), each)
        for at, each in enumerate(told)
        if isinstance(each, int) and 0 < each < 5
    ]
    return shown + found


def secrets(
    told: Sequence[int | str], truth: Sequence[int]
) -> Iterator[tuple[int, ...]]:
    """Every set of hidden counts that come to 1 to 4 together."""
    small = [
        at
        for at, each in enumerate(told)
        if not isinstance(each, int) and truth[at] < 5
    ]
    for size in range(1, min(len(small), 4) + 1):
        for some in combinations(small, size):
            if 0 < sum(truth[at] for at in some) < 5:
                yield some


def rows(rng: np.random.Generator, number: int) -> list[list[int]]:
    """Random counts as questions, ways to answer and places have them: few or many,
    full, thin or empty."""
    found = []
    for _ in range(number):
        people = rng.choice([2, 6, 20, 60])
        spread: Any = rng.gamma(0.6, people, size=int(rng.integers(1, 13)))
        found.append(rng.poisson(spread).tolist())
    return found


def _ends(
    some: Sequence[int], ends: dict[int, tuple[int, int]], rest: int
) -> tuple[int, int]:
    """How few and how many can be in these places."""
    others = [each for at, each in ends.items() if at not in some]
    low = max(sum(ends[at][0] for at in some), rest - sum(high for _, high in others))
    high = min(sum(ends[at][1] for at in some), rest - sum(low for low, _ in others))
    return low, high
