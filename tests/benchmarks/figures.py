"""What is measured and how it is told: figures, percentiles, tables."""

import json
import math
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass

HEADINGS = ("subject", "aim", "reached", "floor", "ratio", "met")


@dataclass(frozen=True)
class Figure:
    """One promise and what became of it on this machine.

    `floor` is what a bare program needs for the same; `ratio` is reached to floor.
    `met` is None for what is told without being promised.
    """

    subject: str
    aim: str
    reached: str
    floor: str = ""
    ratio: float | None = None
    met: bool | None = None
    note: str = ""


def percentile(values: Sequence[float], part: float) -> float:
    """The smallest value that at least `part` (0 to 1) of the values do not pass."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)]


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def ms(seconds: float) -> str:
    """Seconds as milliseconds, in three digits or fewer behind the point."""
    value = seconds * 1000
    return f"{value:.0f} ms" if value >= 100 else f"{value:.1f} ms"


def rate(per_s: float, what: str) -> str:
    return f"{per_s:,.0f} {what}/s"


def as_markdown(figures: Sequence[Figure]) -> str:
    """A table, and under it what is to be said about single figures."""
    lines = [_row(HEADINGS), _row(["---"] * len(HEADINGS))]
    lines += [_row(_cells(figure)) for figure in figures]
    notes = [f"- {each.subject}: {each.note}" for each in figures if each.note]
    return "\n".join([*lines, "", *notes]).rstrip() + "\n"


def as_text(figures: Sequence[Figure]) -> str:
    """The same for a terminal."""
    rows = [HEADINGS, *(_cells(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]
    lines += [f"{each.subject}: {each.note}" for each in figures if each.note]
    return "\n".join(line.rstrip() for line in lines)


def as_json(figures: Sequence[Figure], machine: str) -> str:
    """One object: the machine in words, and the figures."""
    told = {"machine": machine, "figures": [asdict(figure) for figure in figures]}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _cells(figure: Figure) -> tuple[str, ...]:
    met = {True: "yes", False: "**no**", None: ""}[figure.met]
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    return (figure.subject, figure.aim, figure.reached, figure.floor, ratio, met)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
