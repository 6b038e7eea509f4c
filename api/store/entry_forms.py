"""The workbook that paper answers are typed into, and what it says when it comes back.

One row a form. The first row holds the keys of the questions, the second their words;
another sheet lists the choices.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from api.store.models import Wave
from content.messages import Messages
from surveys import cells, entering
from surveys.definition import Survey
from surveys.entering import DONT_KNOW, SKIPPED, Fault
from surveys.estimate.outcomes import Code, Frame
from surveys.flow import Answer
from surveys.question import Kind
from surveys.xlsform import workbook

# No question can be called so.
FORM, LANGUAGE, ADULT, OUTCOME = "#form", "#language", "#adult", "#outcome"
YES = ("1", "yes", "y", "true", "ใช่")
WIDE = 24


class Unreadable(Exception):
    """A file that is no such form: why, and in which row."""

    def __init__(self, reason: str, row: int = 1) -> None:
        super().__init__(f"row {row}: {reason}")


@dataclass(frozen=True)
class Filled:
    """One row. With faults it is not taken."""

    row: int
    key: str
    language: str
    adult: bool | None
    outcome: Code | None
    answers: dict[str, Answer] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)


def columns(wave: Wave, survey: Survey) -> list[str]:
    """The keys in the first row."""
    own = [FORM, LANGUAGE]
    own += [ADULT] if wave.min_age is not None else []
    own += [OUTCOME] if wave.frame == Frame.PROBABILITY else []
    return own + [question.key for question in entering.questions(survey)]


def template(wave: Wave, survey: Survey, messages: Messages, language: str) -> Workbook:
    """An empty form of the wave."""

    def say(key: str, **values: object) -> str:
        return messages.say(key, language, **values)

    labels = {
        FORM: say("entry.form_number"),
        LANGUAGE: say("entry.language"),
        ADULT: say("entry.is_adult", age=wave.min_age or ""),
        OUTCOME: say("entry.outcome"),
    }
    for question in entering.questions(survey):
        labels[question.key] = question.text.say(language)
    book = Workbook()
    answers = book.active
    assert isinstance(answers, Worksheet)
    answers.title = say("entry.sheet_answers")
    keys = columns(wave, survey)
    _write(answers, keys)
    _write(answers, [labels[key] for key in keys])
    for place in range(1, len(keys) + 1):
        answers.column_dimensions[get_column_letter(place)].width = WIDE
        cell = answers.cell(2, place)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(bold=True)
    answers.freeze_panes = "B3"
    choices = book.create_sheet(say("entry.sheet_choices"))
    _write(choices, ["question", say("entry.choice_key"), say("entry.choice_label")])
    for row in _choices(wave, survey, messages, language):
        _write(choices, row)
    for letter in "ABC":
        choices.column_dimensions[letter].width = WIDE
    return book


def read(path: Path, wave: Wave, survey: Survey) -> Iterator[Filled]:
    """The filled rows. Raises Unreadable for a file that is no form of this wave."""
    rows = _rows_of_csv(path) if path.suffix.lower() == ".csv" else _rows_of_xlsx(path)
    _, header = next(rows, (1, []))
    wanted = columns(wave, survey)
    for name in wanted:
        if header.count(name) != 1:
            raise Unreadable(f"there should be one column {name}")
    unknown = [name for name in header if name and name not in wanted]
    if unknown:
        raise Unreadable(f"the survey has no question {unknown[0]}")
    for number, row in rows:
        cells_ = dict(zip(header, row, strict=False))
        # The second row holds the words of the questions.
        if number > 2 and any(cells_.values()):
            yield _filled(number, cells_, wave, survey)


def _filled(number: int, row: dict[str, str], wave: Wave, survey: Survey) -> Filled:
    answers: dict[str, Answer] = {}
    faults: dict[str, Fault] = {}
    outcome = None
    if row.get(OUTCOME):
        try:
            outcome = Code(row[OUTCOME].upper())
        except ValueError:
            faults[OUTCOME] = Fault("entry.unknown", row[OUTCOME])
    for question in entering.questions(survey):
        found = entering.read(question, row.get(question.key, ""))
        if isinstance(found, Fault):
            faults[question.key] = found
        elif found is not None:
            answers[question.key] = found
    if not row.get(FORM):
        faults[FORM] = Fault("entry.missing")
    return Filled(
        row=number,
        key=row.get(FORM, ""),
        language=row.get(LANGUAGE) or survey.languages[0],
        adult=None if wave.min_age is None else row.get(ADULT, "").lower() in YES,
        outcome=outcome,
        answers=answers,
        faults=faults,
    )


def _choices(
    wave: Wave, survey: Survey, messages: Messages, language: str
) -> Iterator[list[str]]:
    for code in survey.languages:
        yield [LANGUAGE, code, messages.say(f"console.language_{code}", language)]
    if wave.frame == Frame.PROBABILITY:
        for outcome in Code:
            said = messages.say(f"entry.outcome_{outcome.name.lower()}", language)
            yield [OUTCOME, outcome.value, said]
    for question in entering.questions(survey):
        if question.kind is not Kind.SCALE11:
            for choice in question.choices:
                yield [question.key, choice.key, choice.label.say(language)]
        if question.allow_skip:
            yield [question.key, SKIPPED, messages.say("entry.skipped", language)]
        if question.allow_dont_know:
            yield [question.key, DONT_KNOW, messages.say("entry.dont_know", language)]


def _write(sheet: Worksheet, row: list[str]) -> None:
    sheet.append([cells.safe(text) if text != SKIPPED else text for text in row])


def _rows_of_csv(path: Path) -> Iterator[tuple[int, list[str]]]:
    content = path.read_bytes()
    if len(content) > workbook.MOST_BYTES:
        raise Unreadable("the file is too large")
    try:
        text = content.decode("utf-8-sig")
        for number, row in enumerate(csv.reader(io.StringIO(text, newline="")), 1):
            if number > workbook.MOST_ROWS:
                raise Unreadable(f"more than {workbook.MOST_ROWS} rows", number)
            yield number, [cell.strip() for cell in row]
    except UnicodeDecodeError as error:
        raise Unreadable("not readable as UTF-8 text") from error
    except csv.Error as error:
        raise Unreadable(f"not readable as CSV: {error}") from error


def _rows_of_xlsx(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        found = workbook.sheets(path)
    except workbook.Unopened as error:
        raise Unreadable(str(error)) from error
    if not found:
        raise Unreadable("there is no sheet")
    sheet = found[0]
    for number, column in sorted(sheet.uncomputed):
        letter = workbook.column_letter(column)
        reason = f"{letter}: a formula that was saved without its result"
        raise Unreadable(reason, number)
    width = max((max(cells_) for cells_ in sheet.rows.values()), default=0)
    for number, row in sorted(sheet.rows.items()):
        yield number, [row.get(column, "") for column in range(1, width + 1)]
