"""The pack as a workbook: a sheet a part, the same bytes from the same pack."""

import io
import zipfile
from datetime import UTC
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from surveys.cells import safe
from surveys.evidence import parts, words
from surveys.evidence.pack import Pack
from surveys.evidence.tables import Table

# The first date a zip can hold: when the workbook was zipped is nobody's business.
EPOCH = (1980, 1, 1, 0, 0, 0)
HEAD = 3  # rows above the first one: what it is, keys, labels
NARROW, WIDE = 12, 60
MOST_NAME = 31  # characters of a sheet's name


def render(pack: Pack) -> bytes:
    """The workbook, complete in memory."""
    tables = parts.parts(pack)
    book = Workbook(write_only=True)
    made = pack.made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    book.properties.title = pack.title.say("th")
    book.properties.creator = "ecotown"
    book.properties.created = made
    _contents(book, pack, tables)
    for each in tables:
        _sheet(book, each, draft=pack.draft)
    kept = io.BytesIO()
    book.save(kept)
    # openpyxl stamps the moment of saving on the book and on the zip.
    return _undated(kept.getvalue(), made.strftime("%Y-%m-%dT%H:%M:%SZ"))


def _contents(book: Workbook, pack: Pack, tables: list[Table]) -> None:
    """The first sheet: what this is, and how many rows each sheet has."""
    sheet = book.create_sheet(words.text("part.contents").say("th"))
    for letter, width in (("A", 24), ("B", 46), ("C", 46), ("D", 12)):
        sheet.column_dimensions[letter].width = width
    sheet.append([_bold(sheet, "contents"), pack.title.say("th"), pack.title.say("en")])
    if pack.draft:
        sheet.append(["", *_draft(sheet)])
    if pack.made_up:
        said = words.text("made_up")
        sheet.append(["", _bold(sheet, said.say("th")), _bold(sheet, said.say("en"))])
    sheet.append(
        [_bold(sheet, each) for each in ("sheet", "title_th", "title_en", "rows")]
    )
    for each in tables:
        title = each.title
        titles = (safe(name(each)), safe(title.say("th")), safe(title.say("en")))
        sheet.append([*titles, len(each.rows)])


def name(table: Table) -> str:
    """What the sheet of a table is called."""
    return table.key[:MOST_NAME]


def _draft(sheet: Any) -> list[Any]:
    said = words.text("not_released")
    return [_bold(sheet, said.say("th")), _bold(sheet, said.say("en"))]


def _sheet(book: Workbook, table: Table, *, draft: bool) -> None:
    """Title with the row count, keys, labels, then the rows. A draft says so beside
    the title, so that every sheet keeps its rows where they are."""
    sheet = book.create_sheet(name(table))
    sheet.freeze_panes = f"A{HEAD + 1}"
    for index, width in enumerate(_widths(table), start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    title = f"{table.title.say('th')} / {table.title.say('en')}"
    marks = _draft(sheet) if draft else []
    sheet.append([_bold(sheet, title), f"rows: {len(table.rows)}", *marks])
    sheet.append([_bold(sheet, safe(column.key)) for column in table.columns])
    labels = (
        f"{column.label.say('th')}\n{column.label.say('en')}"
        if column.label.th != column.label.en
        else column.label.say("th")
        for column in table.columns
    )
    sheet.append([_bold(sheet, safe(label)) for label in labels])
    for row in table.rows:
        sheet.append([safe(value) for value in row])


def _widths(table: Table) -> list[int]:
    """Wide enough for most of what stands in a column."""
    return [
        min(WIDE, max(NARROW, *(len(str(row[at] or "")) for row in table.rows[:200])))
        if table.rows
        else NARROW
        for at in range(len(table.columns))
    ]


def _bold(sheet: Any, value: Any) -> Any:
    cell = WriteOnlyCell(sheet, value)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _undated(book: bytes, made: str) -> bytes:
    """The same workbook, its zip and its properties dated as the pack says."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as found,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as again,
    ):
        for entry in found.infolist():
            data = found.read(entry)
            if entry.filename == "docProps/core.xml":
                data = _modified(data, made)
            info = zipfile.ZipInfo(entry.filename, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            again.writestr(info, data)
    return written.getvalue()


def _modified(core: bytes, made: str) -> bytes:
    start, end = b'<dcterms:modified xsi:type="dcterms:W3CDTF">', b"</dcterms:modified>"
    before, _, rest = core.partition(start)
    _, _, after = rest.partition(end)
    return before + start + made.encode() + end + after
