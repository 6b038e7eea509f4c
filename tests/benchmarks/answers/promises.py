"""All that is promised of answers, and what became of it."""

from pathlib import Path

from tests.benchmarks.answers import (
    ablation,
    dangers,
    misses,
    public,
    questions,
    report,
    scale,
    sealed,
    sets,
    spoilt,
    trying,
)
from tests.benchmarks.answers.report import Report
from tests.benchmarks.figures import Figure

LEARNT_FROM = "the set that search was tuned on and the thresholds were learnt from"


def measure(quick: bool) -> list[Figure]:
    """What FIGURES.md has; the sealed sets as they were scored last."""
    return [*everything(quick, in_depth=False).figures, *sealed.last()]


def everything(quick: bool, *, in_depth: bool = True) -> Report:
    """`in_depth`: with the misses by cause and what each ingredient is worth."""
    return report.together(
        (
            ours(quick, in_depth=in_depth),
            public.measure(quick),
            dangers.measure(quick),
            scale.measure(quick),
        )
    )


def ours(quick: bool, *, in_depth: bool) -> Report:
    town, asked = trying.shipped(), sets.questions(sets.DEV)
    if quick:
        few = sets.few(town.articles, asked)
        town, asked = trying.town(few.articles), list(few.asked)
    tried = trying.ask_all(town, asked)
    parts = [
        questions.measured("dev questions", tried, LEARNT_FROM),
        spoilt.measure(town, tried),
    ]
    if in_depth:
        xquad = None if quick else sets.public("xquad_th")
        tables = [
            misses.table(town, tried),
            ablation.search_table(town, asked, xquad),
            ablation.decision_table(town, asked),
        ]
        parts.append(Report(tables))
    return report.together(parts)


def of_set(file: Path) -> Report:
    """Any labelled set over our articles."""
    tried = trying.ask_all(trying.shipped(), sets.questions(file))
    return questions.measured(file.stem, tried)
