"""Makes the rows of a workbook from a survey's questions, groups and choices."""

import json
from collections.abc import Iterator, Set
from typing import Any

from surveys.definition import Calculation, Group, Survey
from surveys.question import LANGUAGES, Choice, Kind, Question, Text
from surveys.rules import THIS, Rule
from surveys.xlsform import (
    acknowledged,
    bounds,
    columns,
    expression,
    naming,
    questions,
    spelling,
)
from surveys.xlsform.bounds import Limits
from surveys.xlsform.choices import BETWEEN, also
from surveys.xlsform.columns import PREFIX
from surveys.xlsform.naming import Lists, Names

Cells = dict[str, str]
"""A row by header."""

_TYPES = {
    Kind.OPEN: "text",
    Kind.DATE: "date",
    Kind.PHOTO: "image",
    Kind.CONSENT: "acknowledge",
    Kind.NOTE: "note",
    Kind.SCALE11: "range",
}


def say(cells: Cells, name: str, text: Text | None) -> None:
    """Puts the words under one header for each language."""
    for language in LANGUAGES:
        words = text.has(language) if text else None
        if words:
            cells[columns.heading(name, language)] = words


def survey_rows(survey: Survey, names: Names, lists: Lists) -> Iterator[Cells]:
    """Of the survey sheet: groups and questions in order, then calculations."""
    groups = {group.key: group for group in survey.groups}
    first = survey.languages[0]
    inside: str | None = None
    for question in survey.questions:
        if question.group != inside:
            if inside is not None:
                yield {"type": "end_group"}
            if question.group is not None:
                yield _group_row(groups[question.group], names)
            inside = question.group
        yield _question_row(question, names, lists, first)
    if inside is not None:
        yield {"type": "end_group"}
    for each in survey.calculations:
        yield _calculation_row(each, names)


def choice_rows(lists: Lists) -> Iterator[Cells]:
    """The rows of the choices sheet, list by list."""
    for choices, name in lists.items():
        for choice in choices:
            cells = {"list_name": name, "name": choice.key}
            say(cells, "label", choice.label)
            if choice.also:
                cells[PREFIX + "also"] = _also(choice)
            if choice.exclusive:
                cells[PREFIX + "exclusive"] = "yes"
            yield cells


def _also(choice: Choice) -> str:
    said = BETWEEN.join(choice.also)
    if also(said) == [*choice.also]:
        return said
    return json.dumps(choice.also, ensure_ascii=False)


def _group_row(group: Group, names: Names) -> Cells:
    cells = {"type": "begin_group", "name": names.groups[group.key]}
    if cells["name"] != group.key:
        cells[PREFIX + "name"] = group.key
    say(cells, "label", group.title)
    _put_rule(cells, "relevant", group.ask_if, names)
    if group.shuffle:
        cells[PREFIX + "shuffle"] = "yes"
    return cells


def _question_row(question: Question, names: Names, lists: Lists, first: str) -> Cells:
    cells = {"name": names.questions[question.key]}
    if cells["name"] != question.key:
        cells[PREFIX + "name"] = question.key
    _put_type(cells, question, lists, first)
    say(cells, "label", question.text)
    say(cells, "hint", question.hint)
    say(cells, "constraint_message", question.constraint_message)
    for name in ("unit", "low", "high"):
        say(cells, PREFIX + name, getattr(question, name))
    _put_rule(cells, "relevant", question.ask_if, names)
    _put_limits(cells, question, names)
    told = question.kind is Kind.NOTE
    if question.required != told or not told:
        cells["required"] = "yes" if question.required else "no"
    if question.identifying:
        cells[PREFIX + "identifying"] = "yes"
    for name in ("skip", "dont_know"):
        if not getattr(question, f"allow_{name}"):
            cells[PREFIX + name] = "no"
    return cells


def _put_type(cells: Cells, question: Question, lists: Lists, first: str) -> None:
    name = lists.get(question.choices)
    kind = question.kind
    match kind:
        case Kind.NUMBER:
            cells["type"] = "decimal" if question.decimals else "integer"
            if question.decimals not in (0, questions.MOST_DECIMALS):
                cells[PREFIX + "decimals"] = str(question.decimals)
        case Kind.MULTIPLE:
            cells["type"] = f"select_multiple {name}"
        case Kind.PLACE if not question.choices:
            cells["type"] = "geopoint"
        case Kind.SINGLE | Kind.SCALE5 | Kind.PLACE:
            cells["type"] = f"select_one {name}"
            keys = [choice.key for choice in question.choices]
            labels = [choice.label.say(first) for choice in question.choices]
            if kind is not questions.kind_of(keys, labels):
                cells[PREFIX + "kind"] = kind.value
        case _:
            cells["type"] = _TYPES[kind]
            if question.choices and not naming.makes_its_choices(question):
                cells[PREFIX + "choices"] = str(name)
    if kind is Kind.SCALE11:
        cells["parameters"] = "start=0 end=10 step=1"


def _calculation_row(calculation: Calculation, names: Names) -> Cells:
    cells = {"type": "calculate", "name": names.questions[calculation.key]}
    if cells["name"] != calculation.key:
        cells[PREFIX + "name"] = calculation.key
    _put(cells, "calculation", calculation.value, names)
    return cells


def _put_rule(cells: Cells, column: str, rule: Rule, names: Names) -> None:
    if rule is not None:
        _put(cells, column, rule, names)


def _put(cells: Cells, column: str, rule: Rule, names: Names) -> None:
    said = _spell(rule, names, names.consents)
    cells[column] = said
    if _form(_read(said, names, names.consents)) != _form(rule):
        cells[PREFIX + column] = _form({"rule": rule})


def _put_limits(cells: Cells, question: Question, names: Names) -> None:
    message = question.constraint_message is not None
    limits = Limits(question.min, question.max, question.constraint)
    written = bounds.write(limits, message=message)
    if written is None:
        return
    own = question.kind is Kind.CONSENT
    consents = names.consents | {THIS} if own else names.consents
    said = _spell(written, names, consents)
    cells["constraint"] = said
    parsed = _read(said, names, consents)
    found = Limits(rule=parsed)
    if question.kind is Kind.NUMBER:
        found = bounds.read(parsed, whole=not question.decimals, message=message)
    if _form(vars(found)) != _form(vars(limits)):
        cells[PREFIX + "constraint"] = _form(vars(limits))


def _spell(rule: Rule, names: Names, consents: Set[str]) -> str:
    written = acknowledged.written(rule, consents)
    return spelling.spell(written, names.questions.__getitem__)


def _read(said: str, names: Names, consents: Set[str]) -> Rule:
    """The rule as reading the workbook would make it."""
    keys = {name: key for key, name in names.questions.items()}
    try:
        found = spelling.renamed(expression.parse(said), lambda name: keys[name])
    except expression.Unreadable:
        return ["unreadable"]  # no rule is a list
    return acknowledged.read(found, consents)


def _form(value: Any) -> str:
    # As text, for 1, 1.0 and True are equal and yet not the same JSON.
    return json.dumps(value, ensure_ascii=False)
