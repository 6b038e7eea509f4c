"""Files that are no workbook, or too much of one, are refused with a reason."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from surveys.xlsform import reader, workbook
from tests.surveys.xlsform.books import book

ROWS = [("type", "name", "label"), ("text", "q", "Q?")]


def refusal(path: Path) -> str:
    [fault] = reader.read(path).problems
    return str(fault).removeprefix(f"{path}: ")


def put(path: Path, name: str, text: bytes) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)


def replaced(path: Path, name: str, text: bytes) -> None:
    """The same archive with one part changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for each, was in (parts | {name: text}).items():
            archive.writestr(each, was)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is no .xlsx workbook, whatever its name says"),
        (b"type,name,label\n", "is no .xlsx workbook, whatever its name says"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest",
            "is an old .xls workbook, or one with a password; save it as .xlsx without",
        ),
        (b"PK\x03\x04 and no more", "is broken: its parts cannot be unpacked"),
    ],
)
def test_another_file_under_that_name_is_refused(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(content)
    assert refusal(path) == reason


def test_another_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    put(path, "readme.txt", b"hello")
    assert refusal(path) == "is no .xlsx workbook, whatever its name says"


def test_a_file_cut_short_is_refused_and_not_a_traceback(tmp_path: Path) -> None:
    path = book(tmp_path / "form.xlsx", survey=ROWS)
    whole = path.read_bytes()
    for length in range(4, len(whole), 97):
        path.write_bytes(whole[:length])
        assert reader.read(path).survey is None


def test_a_part_that_is_no_xml_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "form.xlsx", survey=ROWS)
    replaced(path, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row")
    assert refusal(path).startswith("is broken and cannot be read (")


def test_macros_are_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "form.xlsx", survey=ROWS)
    put(path, "xl/vbaProject.bin", b"Sub AutoOpen()")
    assert refusal(path) == "holds macros; save it as .xlsx without them"


def test_entities_of_its_own_are_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "form.xlsx", survey=ROWS)
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]><sst>&b;</sst>'
    replaced(path, "xl/sharedStrings.xml", bomb)
    assert refusal(path) == "is broken: it defines a document type of its own"
    replaced(path, "xl/sharedStrings.xml", bomb.decode().encode("utf-16"))
    assert refusal(path) == "is broken: it defines a document type of its own"


def test_what_unpacks_to_too_much_is_not_unpacked(tmp_path: Path) -> None:
    path = book(tmp_path / "form.xlsx", survey=ROWS)
    put(path, "xl/extra.xml", b" " * (workbook.MOST_UNPACKED + 1))
    assert path.stat().st_size < 100_000
    assert refusal(path) == "unpacks to more than 40 MB"


def test_a_file_of_more_than_five_megabytes_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"PK" + b"\0" * workbook.MOST_BYTES)
    assert refusal(path) == "is larger than 5 MB"


def test_more_than_2000_rows_are_refused(tmp_path: Path) -> None:
    rows = [*ROWS, *[()] * 1998]
    assert reader.read(book(tmp_path / "a.xlsx", survey=rows)).survey is not None
    long = book(tmp_path / "b.xlsx", survey=[*rows, ("text", "r", "R?")])
    assert refusal(long) == "survey: more than 2000 rows"


def test_empty_rows_to_the_end_of_the_sheet_do_no_harm(tmp_path: Path) -> None:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "survey"
    for row in ROWS:
        sheet.append(row)
    sheet.cell(1_048_576, 16_384).number_format = "0.00"  # formatted, and empty
    path = tmp_path / "form.xlsx"
    made.save(path)
    assert reader.read(path).survey is not None


def test_a_formula_is_read_by_its_result_and_refused_without_one(
    tmp_path: Path,
) -> None:
    path = book(
        tmp_path / "form.xlsx",
        survey=[("type", "name", "label", "why"), ("text", "q", '="Q"&"?"', "=1+1")],
    )
    assert [str(each).split("xlsx: ")[1] for each in reader.read(path).problems] == [
        "survey row 2: label: a formula without its result; open the workbook in a "
        "spreadsheet and save it",
        "survey row 2: has no label",
    ]
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    computed = sheet
    for old, new in (
        (b'<c r="C2">', b'<c r="C2" t="str">'),
        (b'<c r="D2">', b'<c r="D2" t="str">'),
        (b"<v></v>", b"<v>Q?</v>"),
        (b"<v />", b"<v>Q?</v>"),
    ):
        computed = computed.replace(old, new)
    assert computed != sheet
    replaced(path, "xl/worksheets/sheet1.xml", computed)
    found = reader.read(path).survey
    assert found is not None
    assert found.questions[0].text.en == "Q?"
