"""Public Thai retrieval sets through our search; they are read, never copied here."""

from collections.abc import Sequence

from tests.benchmarks.answers import report, scoring, sets, trying
from tests.benchmarks.answers.report import Report, Table
from tests.benchmarks.answers.sets import Asked, Folder
from tests.benchmarks.answers.trying import Town

# Folder, what it is called, aim of recall@1 (the best plain row that was measured).
SETS = (
    ("xquad_th", "XQuAD-th", 0.95),
    ("iapp", "iApp", 0.92),
    ("residents", "residents of an estate", None),
)
HEADINGS = (
    "set", "articles", "questions", "recall@1", "recall@3", "recall@10",
    "right from unanswerable (AUROC)",
)  # fmt: skip
TITLE = "Other corpora through our search"
MISSING = "ECOTOWN_SPECS/thaiqa is not on this machine"


def measure(quick: bool) -> Report:
    found = report.together(
        measure_one(sets.public(name), called, aim, quick=quick)
        for name, called, aim in SETS
    )
    rows = [row for table in found.tables for row in table.rows]
    return Report([Table(TITLE, HEADINGS, rows)], found.figures)


def measure_one(
    folder: Folder | None,
    called: str,
    aim: float | None = None,
    *,
    quick: bool = False,
) -> Report:
    subject = f"{called}: recall@1"
    if folder is None:
        promised = f"at least {aim:.2f}" if aim else "told"
        return Report(figures=[report.not_measured(subject, promised, MISSING)])
    if quick:
        folder = sets.few(folder.articles, folder.asked)
    town = trying.town(folder.articles)
    places = trying.places(town, folder.asked)
    shares = [scoring.recall(places, at) for at in (1, 3, 10)]
    row = (
        called,
        str(len(folder.articles)),
        str(len(places)),
        *map(report.plainly, shares),
        _apart(town, folder.asked),
    )
    figure = (
        report.at_least(subject, aim, shares[0])
        if aim
        else report.told(subject, shares[0])
    )
    return Report([Table(TITLE, HEADINGS, [row])], [figure])


def _apart(town: Town, asked: Sequence[Asked]) -> str:
    """Whether confidence tells what is found rightly from what nothing answers."""
    if all(each.gold for each in asked):
        return "-"
    tried = trying.ask_all(town, asked)
    right = [each.confidence for each in tried if each.place == 1]
    bad = [each.confidence for each in tried if not each.is_answerable]
    return f"{scoring.separation(right, bad):.3f}"
