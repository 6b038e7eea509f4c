"""Finds the sheets of a form in a workbook, and whether their columns can be read."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from surveys.xlsform import columns
from surveys.xlsform.columns import PREFIX, Line, Table
from surveys.xlsform.findings import Findings
from surveys.xlsform.workbook import Sheet

READ = ("survey", "choices", "settings")
QUOTAS = PREFIX + "quotas"
_REFUSED = {
    "external_choices": "choices are read from the choices sheet only",
    "entities": "entities are not kept here",
    "cascades": "choices that hang on an answer are not asked in the chat",
}
_NEEDED = {
    "survey": ("type", "name", "label"),
    "choices": ("list_name", "name", "label"),
}


@dataclass(frozen=True)
class Form:
    """The sheets of a form; `settings` is the row that holds their values."""

    survey: Table
    choices: Table | None
    settings: Line | None
    quotas: Table | None


def find(sheets: list[Sheet], findings: Findings) -> Form | None:
    """The sheets of the form, or None where there is nothing to read; both are told."""
    by_name = {sheet.title.strip().casefold(): sheet for sheet in sheets}
    if "survey" not in by_name and len(sheets) == 1:
        by_name = {"survey": sheets[0]}  # as pyxform reads it too
    _tell_others(by_name.values(), by_name, findings)
    if "survey" not in by_name:
        near = _like("survey", by_name)
        findings.wrong("there is no sheet named survey" + (near and f"; {near}"))
        return None
    tables = {
        name: columns.table(by_name[name], name)
        for name in READ
        if name in by_name and by_name[name].rows
    }
    for table in tables.values():
        _check_columns(table, findings)
    survey = tables.get("survey")
    if survey is None or not any(survey.lines()):
        findings.wrong("has no rows", "survey")
        return None
    if not survey.has("type"):
        return None
    settings = tables.get("settings")
    quotas = by_name.get(QUOTAS)
    return Form(
        survey,
        tables.get("choices"),
        next(iter(settings.lines()), None) if settings else None,
        columns.table(quotas, "settings") if quotas else None,
    )


def _tell_others(
    sheets: Iterable[Sheet], names: Iterable[str], findings: Findings
) -> None:
    names = [*names]
    for sheet in sheets:
        name = sheet.title.strip().casefold()
        if name in READ or name == QUOTAS or names == ["survey"]:
            continue
        if name in _REFUSED and len(sheet.rows) > 1:
            findings.wrong(_REFUSED[name], sheet.title)
            continue
        near = next(
            (each for each in READ if each not in names and _like(each, [name])), ""
        )
        hint = f"; is it meant to be {near}?" if near else ""
        findings.note(f"this sheet is not read{hint}", sheet.title)


def _like(wanted: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(wanted, list(names), n=1, cutoff=0.7)
    return f"is {near[0]!r} meant to be it?" if near else ""


def _check_columns(table: Table, findings: Findings) -> None:
    for first, second in table.twice():
        findings.wrong(columns.where(first, second), table.title, table.header_row)
    for name in _NEEDED.get(table.title, ()):
        if not table.has(name) and any(table.lines()):
            findings.wrong(f"has no column {name!r}", table.title, table.header_row)
    if table.title in columns.KNOWN:
        _tell_unread(table, findings)


def _tell_unread(table: Table, findings: Findings) -> None:
    """Columns of which nothing is made, and formulas in the others without a result."""
    known = columns.KNOWN[table.title]
    unread = [
        " ".join(column.header.split())
        for column in table.columns
        if column.name not in known and not column.name.startswith(PREFIX)
    ]
    if unread:
        said = ", ".join(unread)
        findings.note(f"not used: {said}", table.title, table.header_row)
    for line in table.lines():
        for column in line.uncomputed():
            if column.name in known:
                findings.wrong(
                    f"{column.header}: a formula without its result; open the "
                    "workbook in a spreadsheet and save it",
                    table.title,
                    line.row,
                )
