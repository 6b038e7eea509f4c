"""What each ingredient of search and of the decision is worth, left out by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import fields

import numpy as np

from content import calibrate, decide
from content.calibrate import Checked, Sample
from content.search import Recipe
from tests.benchmarks.answers import report, scoring, trying
from tests.benchmarks.answers.report import Table
from tests.benchmarks.answers.sets import Asked, Folder
from tests.benchmarks.answers.spoilt import spoilt
from tests.benchmarks.answers.trying import Town

FOLDS = 5
SEARCH = (
    "search without", "recall@1", "recall@3", "typos: recall@1",
    "wrong keyboard: recall@1", "XQuAD-th: recall@1",
)  # fmt: skip
DECISION = (
    "decision without",
    "rightly at 2 % undue",
    "right from unanswerable (AUROC)",
)


def search_table(town: Town, asked: Sequence[Asked], xquad: Folder | None) -> Table:
    """Each switch of the recipe off by itself."""
    can = [each for each in asked if each.gold]
    typos = [one for each in can for one in spoilt(each, "typos")]
    keys = [one for each in can for one in spoilt(each, "wrong_keyboard")]
    rows = []
    for name, recipe in _recipes():
        without = trying.town(town.articles, recipe)
        places = trying.places(without, can)
        shares = [scoring.recall(places, at) for at in (1, 3)]
        for noisy in (typos, keys):
            shares.append(scoring.recall(trying.places(without, noisy), 1))
        if xquad:
            elsewhere = trying.town(xquad.articles, recipe)
            shares.append(scoring.recall(trying.places(elsewhere, xquad.asked), 1))
        cells = list(map(report.plainly, shares))
        rows.append((name, *cells, *["-"] * (len(SEARCH) - 1 - len(cells))))
    return Table("Ablation of search", SEARCH, rows)


def _recipes() -> Iterator[tuple[str, Recipe]]:
    yield "(nothing left out)", Recipe()
    for field in fields(Recipe):
        yield field.name, Recipe(**{field.name: False})


def decision_table(town: Town, asked: Sequence[Asked]) -> Table:
    """Each piece of evidence left out by itself, and the rule of closeness.

    How it is weighed is learnt anew each time, of four fifths of the questions for
    the fifth, so that the figures are not those of questions learnt by heart.
    """
    checked = [Checked(each.text, each.language, each.gold) for each in asked]
    samples = list(calibrate._of_checked(town.articles, checked, None))
    names = tuple(samples[0].evidence)
    rows = [_decision_row("(nothing left out)", samples, names)]
    for left_out in names:
        kept = tuple(name for name in names if name != left_out)
        rows.append(_decision_row(left_out, samples, kept))
    rows.append(_decision_row("closeness", samples, names, closeness=False))
    return Table("Ablation of the decision", DECISION, rows)


def _decision_row(
    left_out: str,
    samples: Sequence[Sample],
    names: Sequence[str],
    *,
    closeness: bool = True,
) -> tuple[str, str, str]:
    sure = _sure(samples, names)
    flags = {
        "answerable": [each.answerable for each in samples],
        "right": [each.right for each in samples],
        "clear": [each.clear or not closeness for each in samples],
    }
    both = list(zip(sure, samples, strict=True))
    apart = scoring.separation(
        [value for value, each in both if each.right],
        [value for value, each in both if not each.answerable],
    )
    rightly = scoring.rightly_at(sure, flags)
    return left_out, report.plainly(rightly), f"{apart:.3f}"


def _sure(samples: Sequence[Sample], names: Sequence[str]) -> list[float]:
    """How sure one is of each having learnt from the other folds."""
    told = [
        Sample(
            {name: each.evidence[name] for name in names},
            each.answerable, each.right, each.among_three, each.clear,
        )
        for each in samples
    ]  # fmt: skip
    sure = np.zeros(len(told))
    for fold in range(FOLDS):
        others = [each for at, each in enumerate(told) if at % FOLDS != fold]
        base, weights = calibrate._fitted(others)
        confidence = decide.Confidence(base, weights, answer=1, suggest=1)
        sure[fold::FOLDS] = [confidence(each.evidence) for each in told[fold::FOLDS]]
    return list(map(float, sure))
