"""A labelled set through our articles: how many are answered, and how many rightly."""

from collections.abc import Sequence

from tests.benchmarks.answers import report, scoring
from tests.benchmarks.answers.report import Report, Table
from tests.benchmarks.answers.scoring import Tried
from tests.benchmarks.figures import Figure

RECALL_1 = 0.92
WITHIN_THREE = 0.98
RIGHTLY = 0.60
WRONG = 0.01
UNDUE = 0.02
HEADINGS = (
    "", "answerable", "recall@1", "recall@3", "within 3", "rightly", "wrong", "unknown",
    "unanswerable", "undue", "refused", "unknown",
)  # fmt: skip


def measured(name: str, tried: Sequence[Tried], note: str = "") -> Report:
    return Report([table(name, tried)], figures(name, tried, note))


def table(name: str, tried: Sequence[Tried]) -> Table:
    """All, then by language, then by style."""
    groups = {
        "all": list(tried),
        **scoring.grouped(tried, lambda each: each.asked.language),
        **scoring.grouped(tried, lambda each: each.asked.style),
    }
    groups.pop("", None)  # a set that tells no styles
    return Table(name, HEADINGS, [_row(group, each) for group, each in groups.items()])


def figures(name: str, tried: Sequence[Tried], note: str = "") -> list[Figure]:
    got = scoring.scores(tried)
    found = [
        report.at_least(f"{name}: recall@1", RECALL_1, got.recall_1, note),
        report.told(f"{name}: recall@3", got.recall_3),
        report.at_least(
            f"{name}: answered or among three suggested", WITHIN_THREE, got.within_three
        ),
        report.at_least(f"{name}: answered rightly", RIGHTLY, got.rightly),
        report.at_most(f"{name}: wrong given as fact", WRONG, got.wrong),
    ]
    if got.undue.of:
        found.append(
            report.at_most(f"{name}: answered though nothing does", UNDUE, got.undue)
        )
    return found


def _row(group: str, tried: Sequence[Tried]) -> tuple[str, ...]:
    got = scoring.scores(tried)
    can = (
        got.recall_1, got.recall_3, got.within_three, got.rightly, got.wrong,
        got.unknown,
    )  # fmt: skip
    cannot = (got.undue, got.refused, got.unknown_rightly)
    return (
        group,
        str(got.rightly.of),
        *map(report.plainly, can),
        str(got.undue.of),
        *map(report.plainly, cannot),
    )
