"""Reads the choices sheet: every list, with the row each choice stands in."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from surveys import question
from surveys.xlsform import lines
from surveys.xlsform.columns import PREFIX, Line, Table
from surveys.xlsform.lines import Context

MEDIA = ("image", "big-image", "audio", "video")
BETWEEN = " | "


@dataclass(frozen=True)
class Listed:
    """A choice as the survey takes it, and the row it stands in."""

    row: int
    data: dict[str, Any]


@dataclass(frozen=True)
class Lists:
    """The lists of a workbook, each choice by its name.

    Of a list that no question uses only the names are looked at.
    """

    context: Context
    table: Table | None
    by_name: dict[str, dict[str, Line]]

    def __contains__(self, name: str) -> bool:
        return name in self.by_name

    def get(self, name: str) -> list[Listed]:
        """The choices of a list; what is wrong with them is told."""
        return list(self._read(name))

    def _read(self, name: str) -> Iterator[Listed]:
        for key, line in self.by_name[name].items():
            if not question.is_choice_key(key):
                self.context.wrong(line, f"name: {key!r} {question.CHOICE_KEY}")
                key = f"row_{line.row}"
            yield Listed(line.row, _choice(self.context, line, key))


def read(context: Context, table: Table | None) -> Lists:
    """The lists by name, in the order of their rows; names that are amiss are told."""
    by_name: dict[str, dict[str, Line]] = {}
    for line in table.lines() if table else ():
        name, key = line.cell("list_name"), line.cell("name")
        if name:
            listed = by_name.setdefault(name, {})
            first = listed.setdefault(key, line) if key else None
            if first is None:
                context.wrong(line, "has no name")
            elif first is not line:
                context.wrong(
                    line, f"{key} stands in {name} twice (row {first.row} too)"
                )
        elif line.cell("name") or line.said("label"):
            context.note(line, "has no list_name and is left out")
    return Lists(context, table, by_name)


def also(said: str) -> list[str]:
    """Other ways to type a choice, as a cell holds them: one | another."""
    if said.startswith("["):
        try:
            found = json.loads(said)
        except ValueError:
            found = None
        if isinstance(found, list) and all(isinstance(each, str) for each in found):
            return found
    return [part for each in said.split("|") if (part := each.strip())]


def _choice(context: Context, line: Line, key: str) -> dict[str, Any]:
    # A choice reads like no other, nor like a number.
    instead = f"{key}?"
    label = lines.text(context, line, "label", instead=instead)
    if label is None:
        if line.table.has("label"):
            context.wrong(line, "has no label")
        label = dict.fromkeys(context.spoken.languages, instead)
    if any(line.said(media) for media in MEDIA):
        context.note(line, "pictures and sounds are not shown")
    return {
        "key": key,
        "label": label,
        "also": also(line.raw(PREFIX + "also")),
        "exclusive": lines.yes(context, line, PREFIX + "exclusive", default=False),
    }
