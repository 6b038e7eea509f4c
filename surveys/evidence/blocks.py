"""What a printed page is made of, as JSON for the template: facts, tables, whiskers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from surveys.evidence import phrases
from surveys.evidence.figure import Figure
from surveys.evidence.tables import label
from surveys.question import Text

Block = dict[str, Any]
# A cell on paper: words in their languages, or what is the same in all.
Printed = Text | str
Align = Literal["left", "right"]
WHOLE_ROWS = 14  # a table of no more rows is not split over pages


@dataclass(frozen=True)
class Head:
    """The head of a column; `width` as typst takes it: "auto", "1fr"."""

    label: Printed
    align: Align = "left"
    width: str = "1fr"


def head(key: str, align: Align = "left", width: str = "1fr") -> Head:
    return Head(label(key), align, width)


def number(key: str) -> Head:
    return Head(label(key), "right", "auto")


def heading(text: Printed) -> Block:
    return {"type": "heading", "text": cell(text)}


def para(text: Printed, tone: Literal["plain", "warn", "note"] = "plain") -> Block:
    return {"type": "para", "text": cell(text), "tone": tone}


def code(lines: Iterable[str]) -> Block:
    return {"type": "code", "lines": list(lines)}


def facts(rows: Iterable[tuple[str, Printed]], *, dense: bool = False) -> Block:
    """Labels, by the key of their fact, and values. Dense: two beside each other."""
    return {
        "type": "facts",
        "dense": dense,
        "rows": [[cell(label(key)), cell(value)] for key, value in rows],
    }


def grid(
    heads: Sequence[Head],
    rows: Iterable[Sequence[Printed | Block]],
    *,
    title: Printed | None = None,
    notes: Sequence[Printed] = (),
) -> Block:
    cells = [[each if isinstance(each, dict) else cell(each) for each in row]
             for row in rows]  # fmt: skip
    return {
        "type": "table",
        "title": None if title is None else cell(title),
        "notes": [cell(each) for each in notes],
        "heads": [
            {"label": cell(each.label), "align": each.align, "width": each.width}
            for each in heads
        ],
        "rows": cells,
        "whole": len(cells) <= WHOLE_ROWS,
    }


def bar(share: float | None) -> Block:
    """A cell that draws a share, 0 to 1; None leaves it empty."""
    return {"bar": share}


def whiskers(figures: Sequence[tuple[Figure, Text | None]]) -> list[Block]:
    """Values by their names, with their intervals, on one axis for each reach."""
    reaches = dict.fromkeys(figure.reach for figure, _ in figures)
    return [
        {
            "type": "whiskers",
            "low": reach[0],
            "high": reach[1],
            "ticks": _ticks(*reach),
            "rows": [
                _whisker(figure, name)
                for figure, name in figures
                if figure.reach == reach
            ],
        }
        for reach in reaches
    ]


def _whisker(figure: Figure, name: Text | None) -> Block:
    note = phrases.note(figure)
    return {
        "label": None if name is None else cell(name),
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "target": figure.target.value if figure.target else None,
        "said": phrases.value(figure),
        "n": "" if figure.n is None else f"n = {figure.n:,}",
        "note": None if note is None else cell(note),
    }


def _ticks(low: float, high: float) -> list[list[Any]]:
    steps = 4 if (high - low) % 4 == 0 else 5
    marks = [low + (high - low) * step / steps for step in range(steps + 1)]
    return [[mark, f"{mark:g}"] for mark in marks]


def cell(said: Printed, languages: Sequence[str] = ("th", "en")) -> Any:
    """Words by language, each once; a text that is the same in all is plain."""
    if isinstance(said, str):
        return said
    found = {
        language: text
        for language in languages
        if (text := said.has(language)) is not None
    }
    distinct = set(found.values())
    return found if len(distinct) > 1 else said.say(languages[0])
