"""The answers of a wave as columns: what figures are counted from.

Pure: rows are in the order they were given in, and nothing names a person.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from surveys import rules
from surveys.flow import Answer, State
from surveys.rules import Rule

T = TypeVar("T")
Codes = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Coded(Generic[T]):
    """A column: the distinct things that stand in it, and each row's place in them."""

    values: tuple[T, ...]
    codes: Codes

    def where(self, wanted: Callable[[T], bool]) -> Mask:
        """The rows whose value is wanted; each distinct value is looked at once."""
        hits = np.array([wanted(value) for value in self.values], dtype=np.bool_)
        return hits[self.codes] if len(hits) else np.zeros(0, dtype=np.bool_)


class _Places(dict[T, int]):
    """What was met is numbered as it comes."""

    def __missing__(self, key: T) -> int:
        self[key] = place = len(self)
        return place


@dataclass
class Coder(Generic[T]):
    """Takes a column in, row by row."""

    places: _Places[T] = field(default_factory=_Places)
    codes: list[int] = field(default_factory=list)

    def take(self, rows: Iterable[T]) -> None:
        # Without a step of ours for each row: there are a million of them.
        self.codes.extend(map(self.places.__getitem__, rows))

    def coded(self) -> Coded[T]:
        """The column, its distinct values in an order that no database decides."""
        order = sorted(self.places, key=_sorted)
        moved = np.empty(len(order), dtype=np.int64)
        for place, value in enumerate(order):
            moved[self.places[value]] = place
        codes = np.array(self.codes, dtype=np.int64)
        return Coded(tuple(order), moved[codes] if len(order) else codes)


@dataclass(frozen=True, eq=False)
class Sheet:
    """The complete, counted responses of a wave.

    `answers` has a column for each question that was asked for; None stands where
    there is no answer at all, because the question was not asked or not reached.
    """

    n: int
    answers: Mapping[str, Coded[Answer | None]]
    languages: Coded[str]
    modes: Coded[str]
    flagged: Mask

    def everyone(self) -> Mask:
        return np.ones(self.n, dtype=np.bool_)

    def meets(self, rule: Rule) -> Mask:
        """Who the rule holds for; each distinct set of answers is looked at once."""
        if rule is None:
            return self.everyone()
        keys = rules.names(rule)
        patterns, codes = combined([self.answers[key].codes for key in keys], self.n)
        hits = np.empty(len(patterns), dtype=np.bool_)
        for place, pattern in enumerate(patterns):
            given = {
                key: _value(self.answers[key].values[code])
                for key, code in zip(keys, pattern, strict=True)
            }
            hits[place] = rules.holds(rule, given)
        return np.asarray(hits[codes], dtype=np.bool_)


def combined(columns: Sequence[Codes], n: int) -> tuple[list[tuple[int, ...]], Codes]:
    """The distinct rows of several columns, sorted, and which of them each row is."""
    if not columns:
        return [()] if n else [], np.zeros(n, dtype=np.int64)
    if not n:
        return [], np.zeros(0, dtype=np.int64)
    sizes = [int(column.max()) + 1 for column in columns]
    whole = np.zeros(n, dtype=np.int64)
    for column, size in zip(columns, sizes, strict=True):
        whole = whole * size + column
    distinct, codes = np.unique(whole, return_inverse=True)
    return [_taken_apart(int(each), sizes) for each in distinct], codes


def _taken_apart(whole: int, sizes: Sequence[int]) -> tuple[int, ...]:
    parts = []
    for size in reversed(sizes):
        whole, part = divmod(whole, size)
        parts.append(part)
    return tuple(reversed(parts))


def _value(answer: Answer | None) -> object:
    if answer is None or answer.state != State.ANSWERED:
        return None
    return answer.value


def _sorted(value: object) -> tuple[int, str]:
    """None first, then by what is told of the value, numbers by their size."""
    if value is None:
        return (0, "")
    held = value.value if isinstance(value, Answer) else value
    if isinstance(held, (int, float)):
        return (2, f"{held:030.10f}")
    return (1, repr((getattr(value, "state", ""), held)))
