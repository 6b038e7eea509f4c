"""Writes a survey as an XLSForm workbook that pyxform takes and `reader` reads back.

What XLSForm has no place for stands in columns, settings and a sheet of our own, which
begin with `ecotown_` and which other programs pass over.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from surveys.definition import Survey
from surveys.question import LANGUAGES, Language, Text
from surveys.xlsform import columns, naming, rowing
from surveys.xlsform.columns import PREFIX
from surveys.xlsform.lines import PUT_IN
from surveys.xlsform.rowing import Cells
from surveys.xlsform.tables import QUOTAS

MOST_CHARACTERS = 32_767  # of a cell
# What XML cannot say, and what spreadsheets read as the code of a letter.
_UNSAYABLE = re.compile(
    "[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|_x[0-9A-Fa-f]{4}_"
)
_SURVEY = (
    *("type", "name", "label", "hint", "required", "relevant", "constraint"),
    *("constraint_message", "calculation", "parameters"),
    *(PREFIX + each for each in ("name", "kind", "choices", "unit", "decimals")),
    *(PREFIX + each for each in ("low", "high", "skip", "dont_know", "identifying")),
    PREFIX + "shuffle",
    *(PREFIX + each for each in ("relevant", "constraint", "calculation")),
)
_CHOICES = ("list_name", "name", "label", PREFIX + "also", PREFIX + "exclusive")
_ALWAYS = {"type", "name", "label", "required", "relevant", "list_name"}


class Unwritable(ValueError):
    """A survey that no workbook can hold; says what in it."""


def write(survey: Survey, path: Path) -> None:
    """The survey as a workbook in this file. Raises Unwritable."""
    spoken = _languages(survey)
    names = naming.names(survey)
    lists = naming.lists(survey)
    rows = [*rowing.survey_rows(survey, names, lists)]
    choices = [*rowing.choice_rows(lists)]
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "survey"
    _fill(sheet, _header(_SURVEY, spoken, rows), rows)
    _fill(book.create_sheet("choices"), _header(_CHOICES, spoken, choices), choices)
    settings = _settings(survey, spoken)
    _fill(book.create_sheet("settings"), [*settings], [settings])
    if survey.quotas:
        quotas = [
            {
                "question": names.questions[quota.question],
                "value": str(quota.value),
                "at_most": str(quota.at_most),
            }
            for quota in survey.quotas
        ]
        _fill(book.create_sheet(QUOTAS), [*quotas[0]], quotas)
    book.save(path)


def _languages(survey: Survey) -> list[Language]:
    """Those of the survey, then others in which some words are there."""
    known = [*survey.languages]
    texts = _all_texts(survey)
    known += [
        language
        for language in LANGUAGES
        if language not in known and any(text.has(language) for text in texts)
    ]
    return known


def _all_texts(survey: Survey) -> list[Text]:
    texts = [survey.title, survey.intro, survey.thanks, survey.purpose]
    texts += [group.title for group in survey.groups if group.title]
    for question in survey.questions:
        own = (
            *(question.text, question.hint, question.unit, question.low),
            *(question.high, question.constraint_message),
        )
        texts += [text for text in own if text is not None]
        if not naming.makes_its_choices(question):
            texts += [choice.label for choice in question.choices]
    return texts


def _header(
    names: Sequence[str], spoken: Sequence[Language], rows: Iterable[Cells]
) -> list[str]:
    """The headers that are always there, and those that some row needs."""
    used = {header for row in rows for header in row}
    found: list[str] = []
    for name in names:
        own = [columns.heading(name, language) for language in spoken]
        translated = name.removeprefix(PREFIX) in columns.TRANSLATED
        for header in own if translated else [name]:
            if header in used or name in _ALWAYS:
                found.append(header)
    return found


def _settings(survey: Survey, spoken: Sequence[Language]) -> Cells:
    first = survey.languages[0]
    title = {language: survey.title.has(language) or "" for language in spoken}
    cells: Cells = {
        "form_title": title[first],
        "form_id": survey.key,
        "version": str(survey.version),
        "default_language": columns.called(first),
    }
    everywhere = dict.fromkeys(survey.languages, title[first])
    if {language: words for language, words in title.items() if words} != everywhere:
        rowing.say(cells, PREFIX + "title", survey.title)
    for name in ("intro", "thanks", "purpose"):
        rowing.say(cells, name, getattr(survey, name))
    cells |= {"level": survey.level.value, "status": survey.status.value}
    cells["reviewed"] = " ".join(filter(survey.is_reviewed, LANGUAGES))
    cells["key_question"] = survey.key_question or ""
    cells["longer"] = survey.longer or ""
    if len(spoken) > len(survey.languages):
        cells[PREFIX + "languages"] = " ".join(survey.languages)
    order = [group.key for group in survey.groups]
    if order != [*dict.fromkeys(q.group for q in survey.questions if q.group)]:
        cells[PREFIX + "groups"] = " ".join(order)
    return cells


def _fill(sheet: Worksheet, header: Sequence[str], rows: Iterable[Cells]) -> None:
    for column, name in enumerate(header, start=1):
        sheet.cell(1, column, name)
    for number, row in enumerate(rows, start=2):
        for column, name in enumerate(header, start=1):
            said = row.get(name, "")
            if said:
                _check(sheet.title, number, name, said)
                cell = sheet.cell(number, column, said)
                cell.data_type = "s"  # a text that begins with = is no formula
    sheet.freeze_panes = "A2"


def _check(sheet: str, row: int, name: str, said: str) -> None:
    reason = ""
    if len(said) > MOST_CHARACTERS:
        reason = f"is longer than the {MOST_CHARACTERS} characters of a cell"
    elif stray := _UNSAYABLE.search(said):
        reason = f"has {stray[0]!r} in it, which a workbook cannot hold"
    elif (put_in := PUT_IN.search(said)) and _holds_words(name):
        reason = f"has {put_in[0]} in it, which XLSForm takes for an answer"
    if reason:
        raise Unwritable(f"{sheet} row {row}: {name} {reason}")


def _holds_words(header: str) -> bool:
    name = header.split("::")[0].removeprefix(PREFIX)
    return name in columns.TRANSLATED or name == "form_title"
