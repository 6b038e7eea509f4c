"""Reads an XLSForm workbook as a survey, or says in which rows it cannot be one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from surveys import faults
from surveys.definition import Survey
from surveys.question import Kind
from surveys.xlsform import (
    assembling,
    bounds,
    choices,
    kinds,
    lines,
    naming,
    questions,
    settings,
    spoken,
    tables,
    workbook,
)
from surveys.xlsform.assembling import Parts
from surveys.xlsform.choices import Lists
from surveys.xlsform.columns import PREFIX, Line
from surveys.xlsform.findings import Findings
from surveys.xlsform.groups import Frame, Groups
from surveys.xlsform.kinds import Sort, Type
from surveys.xlsform.lines import Context
from surveys.xlsform.tables import Form
from surveys.xlsform.workbook import Fault

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,79}")


@dataclass(frozen=True)
class Reading:
    """A workbook's survey; None exactly where there are problems."""

    survey: Survey | None
    problems: list[Fault]
    notes: list[Fault]
    """What was left out or filled in."""


@dataclass(frozen=True)
class Row:
    """A row of the survey sheet that is something; `key` is its name in a survey."""

    line: Line
    type: Type
    key: str


def read(path: Path, *, longer: str | None = None) -> Reading:
    """The workbook as a survey. `longer` is why it may have many questions."""
    findings = Findings(str(path))
    survey = None
    try:
        form = tables.find(workbook.sheets(path), findings)
        if form is not None:
            survey = _read(form, path, longer, findings)
    except workbook.Unopened as error:
        findings.wrong(str(error), error.sheet)
    return Reading(survey, findings.problems, findings.notes)


def _read(
    form: Form, path: Path, longer: str | None, findings: Findings
) -> Survey | None:
    languages = spoken.spoken(form.survey, form.choices, form.settings, findings)
    rows = list(_rows(form, findings))
    context = Context(
        findings, languages, _keys(rows), _metadata(rows), _consents(rows)
    )
    parts = Parts(settings_row=form.settings.row if form.settings else None)
    _walk(context, rows, choices.read(context, form.choices), parts)
    fields = settings.read(context, form.settings, path)
    _order_groups(form, parts)
    if form.quotas is not None:
        _read_quotas(context, form, parts)
    return assembling.assemble(parts, fields, longer, findings)


def _rows(form: Form, findings: Findings) -> Iterator[Row]:
    """The rows that are something, each under a key of its own."""
    taken: dict[str, int] = {}
    for line in form.survey.lines():
        said = line.cell("type")
        if not said:
            if line.cell("name") or line.said("label"):
                findings.wrong("has no type", "survey", line.row)
            continue
        type_ = kinds.read(said)
        key = _key(line, type_)
        if type_.sort in (Sort.GROUP, Sort.END, Sort.METADATA) or type_.repeats:
            if type_.sort is Sort.GROUP and not key:
                findings.wrong("has no name", "survey", line.row)
            yield Row(line, type_, key or f"group_{line.row}")
            continue
        if not key:
            findings.wrong("has no name", "survey", line.row)
        elif line.cell("name") in naming.RESERVED:
            findings.wrong(
                f"name: {key} is kept for the form itself", "survey", line.row
            )
        elif not NAME.fullmatch(key):
            findings.wrong(
                f"name: {key!r} should be up to 80 Latin letters, digits, _ . or -, "
                "and begin with a letter or _",
                "survey",
                line.row,
            )
        elif key in taken:
            findings.wrong(
                f"name: {key} stands twice (row {taken[key]} too)", "survey", line.row
            )
        else:
            taken[key] = line.row
            yield Row(line, type_, key)
            continue
        yield Row(line, type_, f"row_{line.row}")


def _key(line: Line, type_: Type) -> str:
    name = line.cell(PREFIX + "name") or line.cell("name")
    if not name and type_.kind is Kind.NOTE:
        return f"generated_note_name_{line.row}"  # as pyxform calls it
    return name


def _keys(rows: list[Row]) -> dict[str, str]:
    """What a rule may look at: the name in the workbook, and the key."""
    found: dict[str, str] = {}
    for row in rows:
        asked = row.type.sort is Sort.QUESTION and row.type.kind is not Kind.NOTE
        refused = row.type.sort is Sort.REFUSED and not row.type.repeats
        if asked or refused or row.type.sort is Sort.CALCULATION:
            found.setdefault(row.line.cell("name"), row.key)
        if row.type.other:
            found.setdefault(f"{row.line.cell('name')}_other", f"{row.key}_other")
    return found


def _metadata(rows: list[Row]) -> dict[str, str]:
    return {
        row.line.cell("name") or row.line.cell("type"): _plain_type(row.line)
        for row in rows
        if row.type.sort is Sort.METADATA
    }


def _consents(rows: list[Row]) -> frozenset[str]:
    return frozenset(row.key for row in rows if row.type.kind is Kind.CONSENT)


def _plain_type(line: Line) -> str:
    return line.cell("type").casefold().removeprefix("get ")


def _walk(context: Context, rows: list[Row], lists: Lists, parts: Parts) -> None:
    groups = Groups()
    for row in rows:
        line = row.line
        _look_beside(context, row, groups)
        match row.type.sort:
            case Sort.GROUP:
                groups.begin(_frame(context, row))
            case Sort.END:
                _end(context, row, groups)
            case Sort.METADATA:
                context.note(
                    line, f"{line.cell('type')} is left out; a device notes it"
                )
            case Sort.CALCULATION:
                _calculate(context, row, groups, parts)
            case Sort.REFUSED:
                _refuse(context, row, groups, parts)
            case Sort.QUESTION:
                found = questions.read(context, line, row.type, row.key, lists)
                for data, choice_rows in zip(*found, strict=True):
                    parts.add({**data, "group": groups.inside()}, line.row, choice_rows)
    for frame in groups.open:
        what = "group" if frame.is_group else "repeat"
        context.findings.wrong(f"the {what} is not ended", "survey", frame.row)
    for frame in groups.empty:
        context.findings.note("nothing is asked in the group", "survey", frame.row)
    for frame in groups.untold:
        context.findings.note(
            "the group's label is not said; those of the groups in it are",
            "survey",
            frame.row,
        )
    parts.groups, parts.group_rows = groups.made, groups.rows


def _look_beside(context: Context, row: Row, groups: Groups) -> None:
    """Tells of a name that a group and something beside it both have."""
    name = row.line.cell("name")
    if not name or row.type.sort is Sort.END:
        return
    same = groups.beside(name, row.line.row)
    # Of questions with one name, wherever they are, it is told already.
    if same is not None and row.key != f"row_{row.line.row}":
        context.wrong(row.line, f"name: {name} stands twice (row {same} too)")


def _end(context: Context, row: Row, groups: Groups) -> None:
    frame = groups.end()
    if frame is None:
        context.wrong(row.line, "ends a group that was not begun")
    elif frame.is_group == row.type.repeats:
        open_, ended = ("group", "repeat") if frame.is_group else ("repeat", "group")
        context.wrong(
            row.line, f"ends a {ended}; what is open is the {open_} of row {frame.row}"
        )


def _frame(context: Context, row: Row) -> Frame:
    if row.key and not NAME.fullmatch(row.key):
        context.wrong(row.line, f"name: {row.key!r} is no name for a group")
    return Frame(
        row.line.row,
        row.key,
        lines.text(context, row.line, "label"),
        lines.rule(context, row.line, "relevant"),
        lines.yes(context, row.line, PREFIX + "shuffle", default=False),
    )


def _refuse(context: Context, row: Row, groups: Groups, parts: Parts) -> None:
    context.wrong(row.line, f"{row.line.cell('type')}: {row.type.reason}")
    if row.type.repeats:
        groups.begin(Frame(row.line.row, row.key, is_group=False))
        return
    question = faults.stand_in(row.key)
    parts.add({**question, "group": groups.inside()}, row.line.row, [])


def _calculate(context: Context, row: Row, groups: Groups, parts: Parts) -> None:
    """A calculation has no value where it, or a group around it, is not relevant."""
    value = lines.rule(context, row.line, "calculation")
    if not row.line.cell("calculation"):
        context.wrong(row.line, "has no calculation")
    own = lines.rule(context, row.line, "relevant")
    wanted = bounds.both([groups.rule(), own])
    if wanted is not None:
        value = {"if": [wanted, value, ""]}
    parts.calculations.append({"key": row.key, "value": value})
    parts.calculation_rows.append(row.line.row)


def _order_groups(form: Form, parts: Parts) -> None:
    """Groups in the order that a survey of ours had them in."""
    wanted = form.settings.cell(PREFIX + "groups").split() if form.settings else []
    places = sorted(
        range(len(parts.groups)),
        key=lambda place: (
            wanted.index(parts.groups[place]["key"])
            if parts.groups[place]["key"] in wanted
            else len(wanted)
        ),
    )
    parts.groups = [parts.groups[place] for place in places]
    parts.group_rows = [parts.group_rows[place] for place in places]


def _read_quotas(context: Context, form: Form, parts: Parts) -> None:
    assert form.quotas is not None
    parts.quota_sheet = tables.QUOTAS
    kind = {each["key"]: each["kind"] for each in parts.questions}
    for line in form.quotas.lines():
        question = context.keys.get(line.cell("question"), line.cell("question"))
        value: Any = line.cell("value")
        if kind.get(question) in (Kind.SCALE5, Kind.SCALE11) and value.isdecimal():
            value = int(value)
        at_most = line.cell("at_most")
        if not at_most.isdecimal():
            context.findings.wrong(
                f"at_most: {at_most!r} is not a whole number", tables.QUOTAS, line.row
            )
            continue
        parts.quotas.append(
            {"question": question, "value": value, "at_most": int(at_most)}
        )
        parts.quota_rows.append(line.row)
