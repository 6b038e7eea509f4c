"""Opens a workbook from anywhere, within limits, as sheets of plain texts."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter, range_boundaries

MOST_BYTES = 5_000_000
MOST_UNPACKED = 40_000_000  # bytes of its XML; a form of 1,000 questions has about 1 MB
MOST_ROWS, MOST_COLUMNS = 2000, 300
# Rows may be formatted down to the last a sheet can have; so far we look for words.
ROWS_LOOKED_AT = 5000
_BROKEN = (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError)
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"

Cells = Mapping[int, str]
"""The texts of a row by column, which counts from 1; empty cells are not among them."""


@dataclass(frozen=True)
class Fault:
    """Something in a workbook that is wrong, or that its author should know.

    `row` counts from 1, as a spreadsheet shows it.
    """

    file: str
    reason: str
    sheet: str | None = None
    row: int | None = None

    def __str__(self) -> str:
        place = f"{self.sheet} row {self.row}" if self.row else self.sheet
        return ": ".join(part for part in (self.file, place, self.reason) if part)


class Unopened(Exception):
    """A file that is no workbook we read; says why."""

    def __init__(self, reason: str, sheet: str | None = None) -> None:
        super().__init__(reason)
        self.sheet = sheet


@dataclass(frozen=True)
class Sheet:
    """A sheet's rows that have something in them, by number, and cells left unread."""

    title: str
    rows: Mapping[int, Cells]
    uncomputed: frozenset[tuple[int, int]] = frozenset()
    """Row and column of formulas that were saved without their result."""


def sheets(path: Path) -> list[Sheet]:
    """The workbook's sheets, in its order. Raises Unopened."""
    packed = content(path)
    try:
        with warnings.catch_warnings():
            # Of parts that are none of our business: validations, drawings.
            warnings.simplefilter("ignore")
            return list(_read(packed))
    except Unopened:
        raise
    except Exception as error:
        # The library checks little of what it reads: any exception may come of a file
        # that is broken inside.
        raise broken(error) from error


def content(path: Path) -> bytes:
    """The file's bytes, once nothing speaks against opening them as a workbook.

    Raises Unopened.
    """
    with path.open("rb") as file:
        found = file.read(MOST_BYTES + 1)
    if len(found) > MOST_BYTES:
        raise Unopened(f"is larger than {MOST_BYTES // 1_000_000} MB")
    if found.startswith(OLD_OR_LOCKED):
        raise Unopened(
            "is an old .xls workbook, or one with a password; save it as .xlsx without"
        )
    if not found.startswith(b"PK"):
        raise Unopened("is no .xlsx workbook, whatever its name says")
    try:
        with zipfile.ZipFile(BytesIO(found)) as archive:
            _check_parts(archive)
    except (*_BROKEN, zlib.error) as error:
        raise Unopened("is broken: its parts cannot be unpacked") from error
    return found


def broken(error: Exception) -> Unopened:
    """What to say of a workbook that the library stumbled over."""
    return Unopened(f"is broken and cannot be read ({type(error).__name__})")


def column_letter(column: int) -> str:
    """The column as a spreadsheet shows it: A, B, ... AA."""
    return str(get_column_letter(column))


def _check_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names and not any(
        name.endswith("workbook.xml") for name in names
    ):
        raise Unopened("is no .xlsx workbook, whatever its name says")
    if any(name.endswith("vbaProject.bin") for name in names):
        raise Unopened("holds macros; save it as .xlsx without them")
    written = [each for each in parts if each.filename.endswith((".xml", ".rels"))]
    # What a part says of its size is as much as the library will unpack of it.
    if sum(each.file_size for each in written) > MOST_UNPACKED:
        raise Unopened(f"unpacks to more than {MOST_UNPACKED // 1_000_000} MB")
    for each in written:
        # A workbook has none; one may define entities that grow without end.
        text = archive.read(each)
        if b"<!DOCTYPE" in text.replace(b"\0", b""):
            raise Unopened("is broken: it defines a document type of its own")


def _read(content: bytes) -> Iterator[Sheet]:
    computed = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
    written = openpyxl.load_workbook(BytesIO(content), read_only=True)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        pairs = zip(computed.worksheets, written.worksheets, strict=True)
        for sheet, formulas in pairs:
            merged = _merged(archive, sheet)
            yield _sheet(str(sheet.title), sheet, formulas, merged)


def _sheet(
    title: str, sheet: Any, formulas: Any, merged: Mapping[tuple[int, int], int]
) -> Sheet:
    rows: dict[int, dict[int, str]] = {}
    for number, cells in _rows(sheet):
        found = {at: text for at, cell in cells if (text := _text(cell))}
        if found and number > MOST_ROWS:
            raise Unopened(f"more than {MOST_ROWS} rows", title)
        if found:
            rows[number] = found
    uncomputed = frozenset(
        (number, at)
        for number, cells in _rows(formulas)
        for at, cell in cells
        if isinstance(cell, str) and cell.startswith("=") and number <= MOST_ROWS
        if at not in rows.get(number, {})
    )
    for (number, at), top in merged.items():
        said = rows.get(top, {}).get(at)
        if said and number in rows:
            rows[number].setdefault(at, said)
    return Sheet(title, rows, uncomputed)


def _rows(sheet: Any) -> Iterator[tuple[int, Iterable[tuple[int, Any]]]]:
    # The size a sheet states may be wrong; without it every stored row is read.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(
        max_row=ROWS_LOOKED_AT, max_col=MOST_COLUMNS, values_only=True
    )
    for number, row in enumerate(rows, start=1):
        yield number, enumerate(row, start=1)


def _merged(archive: zipfile.ZipFile, sheet: Any) -> dict[tuple[int, int], int]:
    """Of cells merged downwards, all but the top one: the row of the top one."""
    part = archive.read(sheet._worksheet_path)
    found: dict[tuple[int, int], int] = {}
    for match in re.finditer(rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z0-9:$]+)"', part):
        left, top, _, bottom = range_boundaries(match[1].decode())
        if left is None or top is None or bottom is None:
            continue
        for row in range(top + 1, min(bottom, MOST_ROWS) + 1):
            found[row, left] = top
    return found


def _text(cell: Any) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case datetime() if (cell.hour, cell.minute, cell.second) == (0, 0, 0):
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case _:
            # A line break that another program wrote out.
            return str(cell).replace("_x000D_", "").strip()
