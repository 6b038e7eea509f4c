"""Writes a wave's rows to a file: CSV or a workbook, in memory that does not grow.

Takes seconds of computing for a large wave: a process apart does it (`ports.Ports`).
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from api import settings as settings_module
from api.settings import Settings
from api.store import exports, waves
from api.store.exports import Plan
from api.store.keys import Keys
from api.store.session import Database
from surveys.anonymity import K
from surveys.cells import Cell, safe

# The last line of a CSV file: whoever finds none has a file that was cut off.
ROWS = "#rows"
WIDTH = 24
MOST_IN_A_SHEET = 1_048_000
"""Rows a spreadsheet program opens, less a few."""
ABOUT = {
    "th": {
        "title": "ข้อมูลรายแถวของแบบสอบถาม",
        "about": "เกี่ยวกับไฟล์นี้",
        "rows": "คำตอบ",
        "wave": "รอบ",
        "survey": "แบบสอบถาม",
        "count": "จำนวนแถว",
        "left_out": "ไม่ได้ใส่ไว้ เพราะมีคนลักษณะเดียวกันน้อยกว่า {k} คน",
        "hidden": "* คือข้อมูลที่ปิดไว้ เพื่อไม่ให้รู้ว่าเป็นใคร",
        "no_text": "ไม่มีข้อความที่พิมพ์ และไม่มีเวลาที่ตอบ",
        "made_up": "ข้อมูลสาธิต ไม่ใช่ข้อมูลจริงของเมือง",
    },
    "en": {
        "title": "Row-level data of a survey",
        "about": "about",
        "rows": "answers",
        "wave": "wave",
        "survey": "survey",
        "count": "rows",
        "left_out": "left out, for fewer than {k} people are alike",
        "hidden": "* is hidden, so that nobody can be recognised",
        "no_text": "no typed texts, no times",
        "made_up": "DEMONSTRATION DATA, not facts about the town",
    },
}


class Form(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Written:
    """What is in the file."""

    rows: int
    left_out: int


def write(
    database: Database, wave_key: str, form: Form, language: str, path: Path
) -> Written:
    """Write the file; in one transaction, so that it is of one moment."""
    with database.read() as session:
        wave = waves.get(session, wave_key)
        plan = exports.plan(session, wave, language=language)
        told = exports.rows(session, wave, plan)
        rows = (_csv if form is Form.CSV else _workbook)(plan, told, path)
    return Written(rows, plan.left_out)


def write_apart(
    settings: Settings, wave_key: str, form: Form, language: str, path: Path
) -> Written:
    """As `write`, in a process that has only the settings."""
    database = Database(settings.database, Keys(settings_module.root_key(settings)))
    try:
        return write(database, wave_key, form, language, path)
    finally:
        database.close()


def _csv(plan: Plan, rows: Iterable[list[Cell]], path: Path) -> int:
    """Keys, labels, one line a row, and at the end how many rows there were."""
    count = 0
    # With a byte order mark, without which Excel takes Thai for something else.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow(map(safe, exports.header(plan)))
        out.writerow(map(safe, exports.labels(plan)))
        for row in rows:
            out.writerow(map(safe, row))
            count += 1
        out.writerow((ROWS, count))
    return count


def _workbook(plan: Plan, rows: Iterable[list[Cell]], path: Path) -> int:
    """A sheet that says what it is and how many rows there are, and the rows."""
    # Here, and not above: the service itself writes none, a process apart does, and
    # only that one pays with its memory.
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    words = ABOUT.get(plan.language, ABOUT["en"])
    book = Workbook(write_only=True)
    about = book.create_sheet(words["about"])
    about.column_dimensions["A"].width = 2 * WIDTH
    about.column_dimensions["B"].width = 2 * WIDTH
    about.append([_bold(about, words["title"])])
    if plan.made_up:
        about.append([_bold(about, words["made_up"])])
    about.append([words["wave"], safe(plan.wave)])
    about.append([words["survey"], safe(plan.survey.title.say(plan.language))])
    about.append([words["count"], plan.rows])
    about.append([words["left_out"].format(k=K), plan.left_out])
    about.append([words["hidden"]])
    about.append([words["no_text"]])
    sheet = book.create_sheet(words["rows"])
    sheet.freeze_panes = "A3"
    header = exports.header(plan)
    for place in range(1, len(header) + 1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDTH
    sheet.append(list(map(safe, header)))
    sheet.append([_bold(sheet, safe(label)) for label in exports.labels(plan)])
    count = 0
    for row in rows:
        sheet.append(list(map(safe, row)))
        count += 1
        if count % MOST_IN_A_SHEET == 0:
            sheet = book.create_sheet(f"{words['rows']} {count // MOST_IN_A_SHEET + 1}")
            sheet.append(list(map(safe, header)))
    book.save(path)
    return count


def _bold(sheet: Any, value: Cell) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    cell = WriteOnlyCell(sheet, value)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell
