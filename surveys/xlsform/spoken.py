"""Decides in which languages a workbook asks, and finds its words in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from surveys.question import LANGUAGES, Language
from surveys.xlsform import columns
from surveys.xlsform.columns import Line, Table
from surveys.xlsform.findings import Findings

_WORDS = ("label", "hint", "constraint_message")
_SCRIPTS: dict[Language, str] = {"th": "[\u0e01-\u0e5b]", "my": "[\u1000-\u109f]"}


@dataclass(frozen=True)
class Spoken:
    """The languages of a survey, and that of words whose header says none."""

    languages: tuple[Language, ...]
    unnamed: Language

    def text(self, line: Line, name: str) -> dict[Language, str]:
        """The words under a header by language; a header with a language goes first."""
        said = line.said(name)
        unnamed = said.pop(None, "")
        found = {language: text for language, text in said.items() if language}
        if unnamed:
            found.setdefault(self.unnamed, unnamed)
        return found

    def missing(self, text: dict[Language, str]) -> Iterator[str]:
        """The languages in which it has no words, as they are called."""
        for language in self.languages:
            if not text.get(language):
                yield columns.called(language)


def spoken(
    survey: Table, choices: Table | None, settings: Line | None, findings: Findings
) -> Spoken:
    """The languages in which questions are worded. Others than ours are told of."""
    tables = [table for table in (survey, choices) if table is not None]
    for table in tables:
        _tell_foreign(table, findings)
    default = _default(settings, findings)
    unnamed = _unnamed(
        "".join(_unnamed_words(tables)), default or _only_named(survey), findings
    )
    found: dict[Language, None] = {}
    for column in survey.columns:
        labels = column.name == "label" and not column.foreign
        if labels and _is_used(survey, column.at):
            found[column.language or unnamed] = None
    chosen = settings.cell("ecotown_languages").split() if settings else []
    wanted = [each for each in LANGUAGES if each in chosen]
    wanted.sort(key=chosen.index)
    return Spoken(tuple(wanted or found or (unnamed,)), unnamed)


def _tell_foreign(table: Table, findings: Findings) -> None:
    told: dict[str, list[str]] = {}
    for column in table.columns:
        if column.foreign and column.name in _WORDS and _is_used(table, column.at):
            told.setdefault(column.foreign, []).append(column.header)
    for language, headers in told.items():
        findings.wrong(
            f"{language!r} is none of the languages Thai (th), English (en) and "
            f"Burmese (my); in {', '.join(map(repr, headers))}",
            table.title,
            table.header_row,
        )


def _is_used(table: Table, at: int) -> bool:
    return any(
        at in cells for row, cells in table.rows.items() if row > table.header_row
    )


def _default(settings: Line | None, findings: Findings) -> Language | None:
    said = settings.cell("default_language") if settings else ""
    if settings is None or said.casefold() in ("", "default"):
        return None
    found = columns.language(said)
    if found is None:
        findings.wrong(
            f"default_language: {said!r} is none of Thai (th), English (en) and "
            "Burmese (my)",
            "settings",
            settings.row,
        )
    return found


def _unnamed_words(tables: list[Table]) -> Iterator[str]:
    for table in tables:
        places = [
            column.at
            for column in table.columns
            if column.name in _WORDS and not column.language and not column.foreign
        ]
        for line in table.lines():
            yield from (line.cells[at] for at in places if at in line.cells)


def _only_named(survey: Table) -> Language | None:
    """The one language that headers name, if words without one may be in it too.

    Beside `label::Thai`, a `hint` is in Thai, and a `label` is not.
    """
    used = [
        column
        for column in survey.columns
        if column.name in _WORDS and not column.foreign and _is_used(survey, column.at)
    ]
    named = {column.language for column in used if column.language}
    both = {each.name for each in used if each.language} & {
        each.name for each in used if not each.language
    }
    return named.pop() if len(named) == 1 and not both else None


def _unnamed(words: str, default: Language | None, findings: Findings) -> Language:
    """The language of words whose header says none, told by their letters."""
    for language, letters in _SCRIPTS.items():
        if re.search(letters, words):
            return language
    latin = len(re.findall(r"[A-Za-z\u00c0-\u024f]", words))
    if sum(letter.isalpha() for letter in words) > 2 * latin:
        findings.wrong(
            "the words are in none of the languages Thai (th), English (en) and "
            "Burmese (my)",
            "survey",
        )
    return default or "en"
