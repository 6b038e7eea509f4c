"""Counting what became of questions; pure functions, nothing is searched here."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from tests.benchmarks.answers.sets import Asked

Z = 1.959964  # two-sided 95 % of a normal distribution
MOST_UNDUE = 0.02


@dataclass(frozen=True, slots=True)
class Tried:
    """A question and what was done with it."""

    asked: Asked
    right: frozenset[str]
    """The articles that answer it; may be empty though something should."""
    outcome: str
    """answer, suggest, unknown, emergency"""
    ranked: tuple[str, ...]
    """What search found, best first."""
    shown: tuple[str, ...]
    """What of it was answered with, or suggested."""
    confidence: float

    @property
    def is_answerable(self) -> bool:
        return bool(self.asked.gold)

    @property
    def place(self) -> int | None:
        return place(self.ranked, self.right)

    @property
    def answered(self) -> bool:
        return self.outcome == "answer"

    @property
    def answered_rightly(self) -> bool:
        return self.answered and self.shown[0] in self.right

    @property
    def within(self) -> bool:
        """What answers it was shown, alone or among those suggested."""
        return not self.right.isdisjoint(self.shown)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        return self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's, of 95 % (Wilson 1927)."""
        if not self.of:
            return 0.0, 1.0
        scale = 1 + Z * Z / self.of
        middle = (self.value + Z * Z / (2 * self.of)) / scale
        spread = self.value * (1 - self.value) / self.of + (Z / (2 * self.of)) ** 2
        half = Z * sqrt(spread) / scale
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Scores:
    """Of one set. The first six are of questions that have an answer, the others of
    those that have none."""

    recall_1: Share
    recall_3: Share
    within_three: Share
    rightly: Share
    wrong: Share
    """Answered outright with what does not answer it."""
    unknown: Share
    """Told that we do not know, though we do."""
    undue: Share
    """Answered outright though nothing does."""
    refused: Share
    """Not answered outright."""
    unknown_rightly: Share
    """Told that we do not know."""


def scores(tried: Iterable[Tried]) -> Scores:
    tried = list(tried)
    can = [each for each in tried if each.is_answerable]
    cannot = [each for each in tried if not each.is_answerable]
    places = [each.place for each in can]
    return Scores(
        recall_1=recall(places, 1),
        recall_3=recall(places, 3),
        within_three=share(can, lambda each: each.within),
        rightly=share(can, lambda each: each.answered_rightly),
        wrong=share(can, lambda each: each.answered and not each.answered_rightly),
        unknown=share(can, lambda each: each.outcome == "unknown"),
        undue=share(cannot, lambda each: each.answered),
        refused=share(cannot, lambda each: not each.answered),
        unknown_rightly=share(cannot, lambda each: each.outcome == "unknown"),
    )


def share(tried: Sequence[Tried], holds: Callable[[Tried], bool]) -> Share:
    return Share(sum(map(holds, tried)), len(tried))


def place(ranked: Sequence[str], right: frozenset[str]) -> int | None:
    """Where the first right one stands, from 1; None: nowhere."""
    return next((at for at, slug in enumerate(ranked, 1) if slug in right), None)


def recall(places: Sequence[int | None], at: int) -> Share:
    """How often a right one is among the first `at`."""
    found = sum(each is not None and each <= at for each in places)
    return Share(found, len(places))


def separation(good: Sequence[float], bad: Sequence[float]) -> float:
    """How often a good one has more than a bad one, a tie being half (AUROC)."""
    if not good or not bad:
        return 0.5
    higher = np.subtract.outer(np.array(good), np.array(bad))
    return float((higher > 0).mean() + (higher == 0).mean() / 2)


def rightly_at(
    confidence: Sequence[float],
    served: Mapping[str, Sequence[bool]],
    most_undue: float = MOST_UNDUE,
) -> Share:
    """How many are answered rightly from the best threshold on at which no more than
    `most_undue` of what has no answer is answered.

    `served` has a list each for `answerable`, `right` and `clear`. Questions of the
    same confidence are answered together or not at all.
    """
    answerable = np.array(served["answerable"], dtype=bool)
    clear = np.array(served["clear"], dtype=bool)
    right = np.array(served["right"], dtype=bool) & clear & answerable
    undue = clear & ~answerable
    sure = np.array(confidence)
    allowed = most_undue * (~answerable).sum()
    reached = [
        int((right & (sure >= least)).sum())
        for least in np.unique(sure)
        if (undue & (sure >= least)).sum() <= allowed
    ]
    return Share(max(reached, default=0), int(answerable.sum()))


def grouped(
    tried: Iterable[Tried], by: Callable[[Tried], str]
) -> dict[str, list[Tried]]:
    """By language, or style, or the like, in the order of the alphabet."""
    groups: dict[str, list[Tried]] = {}
    for each in tried:
        groups.setdefault(by(each), []).append(each)
    return dict(sorted(groups.items()))
