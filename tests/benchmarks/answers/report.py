"""What a measurement tells: tables to read, figures to hold against an aim."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.benchmarks.answers.scoring import Share
from tests.benchmarks.figures import Figure


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]

    def as_text(self) -> str:
        lines = [self.headings, *self.rows]
        widths = [max(len(line[at]) for line in lines) for at in range(len(lines[0]))]
        rows = (
            "  ".join(
                cell.ljust(width) for cell, width in zip(line, widths, strict=True)
            )
            for line in lines
        )
        return "\n".join([self.title, *(f"  {line}".rstrip() for line in rows)])


@dataclass(frozen=True, slots=True)
class Report:
    tables: Sequence[Table] = ()
    figures: Sequence[Figure] = ()


def together(reports: Iterable[Report]) -> Report:
    reports = list(reports)
    return Report(
        [table for each in reports for table in each.tables],
        [figure for each in reports for figure in each.figures],
    )


def at_least(subject: str, aim: float, reached: Share, note: str = "") -> Figure:
    return Figure(
        subject,
        f"at least {aim:.2f}",
        with_interval(reached),
        met=reached.value >= aim,
        note=note,
    )


def at_most(subject: str, aim: float, reached: Share, note: str = "") -> Figure:
    return Figure(
        subject,
        f"at most {aim:.0%}",
        with_interval(reached, percent=True),
        met=reached.value <= aim,
        note=note,
    )


def told(
    subject: str, reached: Share, note: str = "", *, percent: bool = False
) -> Figure:
    return Figure(subject, "told", with_interval(reached, percent=percent), note=note)


def not_measured(subject: str, aim: str, why: str) -> Figure:
    return Figure(subject, aim, "", note=f"not measured: {why}")


def with_interval(reached: Share, *, percent: bool = False) -> str:
    """The share, and the 95 % interval it is known to."""
    low, high = reached.interval
    if percent:
        return f"{reached.value:.1%} ({low:.1%} to {high:.1%})"
    return f"{reached.value:.3f} ({low:.3f} to {high:.3f})"


def plainly(reached: Share) -> str:
    return f"{reached.value:.3f}" if reached.of else "-"
