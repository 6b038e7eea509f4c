"""Reads a sheet's headers: which column means what, and in which language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from surveys.question import Language
from surveys.xlsform.workbook import Cells, Sheet, column_letter

PREFIX = "ecotown_"
"""Before columns, settings and sheets of ours, which XLSForm has no place for."""
NAMES: Mapping[Language, str] = {"th": "Thai", "en": "English", "my": "Burmese"}
_SPOKEN: Mapping[str, Language] = {
    "th": "th",
    "tha": "th",
    "thai": "th",
    "ไทย": "th",
    "ภาษาไทย": "th",
    "en": "en",
    "eng": "en",
    "english": "en",
    "อังกฤษ": "en",
    "ภาษาอังกฤษ": "en",
    "my": "my",
    "mya": "my",
    "bur": "my",
    "mm": "my",
    "burmese": "my",
    "myanmar": "my",
    "พม่า": "my",
    "ภาษาพม่า": "my",
    "မြန်မာ": "my",
    "မြန်မာဘာသာ": "my",
    "ဗမာ": "my",
}
TRANSLATED = frozenset(
    {"label", "hint", "constraint_message", "guidance_hint", "required_message"}
    | {"image", "big-image", "audio", "video", "short", "title"}
    | {"intro", "thanks", "purpose", "unit", "low", "high", "form_title"}
)
"""Columns, less our prefix, whose header may end in a language."""
_SURVEY = {
    "caption": "label",
    "command": "type",
    "tag": "name",
    "value": "name",
    "relevance": "relevant",
    "bind:relevant": "relevant",
    "bind:required": "required",
    "bind:constraint": "constraint",
    "bind:calculate": "calculation",
    "bind:readonly": "read_only",
    "bind:jr:constraintmsg": "constraint_message",
    "jr:constraintmsg": "constraint_message",
    "constraining_message": "constraint_message",
    "calculate": "calculation",
    "readonly": "read_only",
    "requiredmsg": "required_message",
    "jr:requiredmsg": "required_message",
    "bind:jr:requiredmsg": "required_message",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "control:appearance": "appearance",
    "body:appearance": "appearance",
    "media:image": "image",
    "media:big-image": "big-image",
    "media:audio": "audio",
    "media:video": "video",
}
_CHOICES = {
    "caption": "label",
    "value": "name",
    "list": "list_name",
    "media:image": "image",
    "media:big-image": "big-image",
    "media:audio": "audio",
    "media:video": "video",
}
_SETTINGS = {
    "set_form_title": "form_title",
    "title": "form_title",
    "set_form_id": "form_id",
    "id_string": "form_id",
}
KNOWN = {
    "survey": TRANSLATED
    | {"type", "name", "required", "relevant", "constraint", "calculation"}
    | {"choice_filter", "appearance", "parameters", "default", "read_only", "disabled"}
    | {"repeat_count", "trigger", "save_to"},
    "choices": TRANSLATED | {"list_name", "name"},
}
"""Columns of which something is made, or of which the row is told."""
ALIASES = {"survey": _SURVEY, "choices": _CHOICES, "settings": _SETTINGS}


@dataclass(frozen=True, slots=True)
class Column:
    """What one header means; `language` is None where it says none."""

    at: int
    name: str
    header: str
    language: Language | None = None
    foreign: str | None = None
    """The language it names, where it is none of ours."""


@dataclass(frozen=True)
class Table:
    """A sheet with its headers understood."""

    title: str
    columns: tuple[Column, ...]
    rows: Mapping[int, Cells] = field(repr=False)
    header_row: int = 1
    uncomputed: frozenset[tuple[int, int]] = frozenset()

    def has(self, name: str) -> bool:
        return any(column.name == name for column in self.columns)

    def twice(self) -> Iterator[tuple[Column, Column]]:
        """Columns that mean the same as one before them, and that one."""
        seen: dict[tuple[str, object], Column] = {}
        for column in self.columns:
            key = (column.name, column.language or column.foreign)
            first = seen.setdefault(key, column)
            if first is not column:
                yield first, column

    def lines(self) -> Iterator["Line"]:
        """The rows under the header, and not those that are switched off."""
        for number in sorted(self.rows):
            if number <= self.header_row:
                continue
            line = Line(self, number, self.rows[number])
            if not line.is_off:
                yield line


@dataclass(frozen=True)
class Line:
    """One row of a table."""

    table: Table
    row: int
    cells: Cells

    def cell(self, name: str) -> str:
        """The words under this header, in whatever language; "" for none."""
        return self.raw(name).replace("\u00a0", " ").strip()

    def raw(self, name: str) -> str:
        """As `cell`, with every space as it is."""
        for column in self.table.columns:
            if column.name == name and column.at in self.cells:
                return self.cells[column.at]
        return ""

    def said(self, name: str) -> dict[Language | None, str]:
        """The words under this header by language; None where no header says it."""
        return {
            column.language: self.cells[column.at]
            for column in self.table.columns
            if column.name == name and not column.foreign and column.at in self.cells
        }

    def uncomputed(self) -> list[Column]:
        """The columns that hold a formula without a result in this row."""
        return [
            column
            for column in self.table.columns
            if (self.row, column.at) in self.table.uncomputed
        ]

    @property
    def is_off(self) -> bool:
        """Whether it is a comment, or disabled."""
        disabled = self.cell("disabled").casefold() in ("yes", "true", "true()")
        return disabled or (self.cell("type") or self.cell("list_name"))[:1] == "#"


def table(sheet: Sheet, kind: str) -> Table:
    """The sheet read as survey, choices or settings; its first row is the header."""
    first = min(sheet.rows, default=1)
    header = sheet.rows.get(first, {})
    double = any("::" in said for said in header.values())
    columns = (
        _column(at, said, ALIASES[kind], double=double) for at, said in header.items()
    )
    return Table(kind, tuple(columns), sheet.rows, first, sheet.uncomputed)


def language(said: str) -> Language | None:
    """The language as people write it: "Thai (th)", "th", "English", "en-GB"."""
    words = said.replace("_", "-").casefold().strip()
    bracketed = re.fullmatch(r"(.*?)\s*\(\s*([^()]*?)\s*\)", words)
    names = [bracketed[2], bracketed[1]] if bracketed else [words]
    known = (
        _SPOKEN.get(name) or _SPOKEN.get(name.split("-")[0].strip()) for name in names
    )
    return next(filter(None, known), None)


def called(spoken: Language) -> str:
    """The language as headers and messages say it."""
    return f"{NAMES[spoken]} ({spoken})"


def heading(name: str, spoken: Language) -> str:
    """The header of a column in a language, as we write it."""
    return f"{name}::{called(spoken)}"


def where(first: Column, second: Column) -> str:
    """How to say that two columns mean the same."""
    places = f"{column_letter(first.at)} and {column_letter(second.at)}"
    if first.header == second.header:
        return f"the column {first.header!r} stands there twice ({places})"
    return f"{first.header!r} and {second.header!r} mean the same ({places})"


def _column(at: int, said: str, aliases: Mapping[str, str], *, double: bool) -> Column:
    mark = "::" if double and "::" in said else ":"
    parts = [part.strip() for part in said.split(mark)]
    snake = ["_".join(part.split()).casefold() for part in parts]
    # As many parts as make a known name; what is left names the language.
    for length in range(len(parts), 0, -1):
        name = aliases.get(":".join(snake[:length]))
        if name is None and length == 1:
            name = snake[0]
        if name is None:
            continue
        rest = parts[length:]
        if not rest:
            return Column(at, name, said)
        if len(rest) == 1 and name.removeprefix(PREFIX) in TRANSLATED:
            spoken = language(rest[0])
            if spoken is None and rest[0].casefold() in ("", "default"):
                return Column(at, name, said)
            return Column(at, name, said, spoken, None if spoken else rest[0])
        break
    return Column(at, ":".join(snake), said)
