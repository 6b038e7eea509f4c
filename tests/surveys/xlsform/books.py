"""Small workbooks for tests, written row by row as an officer would."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from surveys.definition import Survey
from surveys.xlsform import reader
from surveys.xlsform.reader import Reading

Rows = Sequence[Sequence[Any]]

YES_NO: Rows = (
    ("list_name", "name", "label"),
    ("yes_no", "yes", "Yes"),
    ("yes_no", "no", "No"),
)
HEADER = ("type", "name", "label")


def book(path: Path, **sheets: Rows) -> Path:
    """A workbook with these sheets, in this order."""
    made = Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    made.save(path)
    return path


def read(path: Path, *, longer: str | None = None, **sheets: Rows) -> Reading:
    return reader.read(book(path / "form.xlsx", **sheets), longer=longer)


def survey(path: Path, **sheets: Rows) -> Survey:
    """The survey of a workbook in which nothing is wrong."""
    reading = read(path, **sheets)
    assert reading.problems == []
    assert reading.survey is not None
    return reading.survey


def problems(path: Path, **sheets: Rows) -> list[str]:
    """What is wrong, without the file's name."""
    reading = read(path, **sheets)
    assert (reading.survey is None) == bool(reading.problems)
    return [_short(fault) for fault in reading.problems]


def notes(path: Path, **sheets: Rows) -> list[str]:
    return [_short(fault) for fault in read(path, **sheets).notes]


def _short(fault: object) -> str:
    return str(fault).split("form.xlsx: ", 1)[1]


def asked(path: Path, *rows: Any, header: Any = HEADER, **sheets: Rows) -> Any:
    """The questions of a survey sheet with these rows."""
    return survey(path, survey=[header, *rows], choices=YES_NO, **sheets).questions
