"""The workbook holds every part, labelled, with the very numbers of the pack."""

import dataclasses
import io
import zipfile
from datetime import timedelta
from enum import Enum

import pytest
from openpyxl import load_workbook
from pydantic import BaseModel

from surveys.evidence import parts, workbook
from tests.surveys.evidence import making

PACK = making.pack()


@pytest.fixture(scope="module")
def book():
    return load_workbook(io.BytesIO(workbook.render(PACK)))


def rows(sheet):
    """The rows of a sheet by the keys of its columns."""
    keys = [cell.value for cell in sheet[2]]
    for row in sheet.iter_rows(min_row=workbook.HEAD + 1, values_only=True):
        yield dict(zip(keys, row, strict=True))


def test_there_is_a_sheet_for_every_part_and_one_that_lists_them(book):
    names = [workbook.name(each) for each in parts.parts(PACK)]
    assert book.sheetnames == ["สารบัญ", *names]
    assert {"method", "outcomes", "coverage", "answers", "figures"} <= set(names)


def test_each_sheet_is_labelled_frozen_and_states_its_rows(book):
    contents = {row[0].value: row[3].value for row in book["สารบัญ"].iter_rows()}
    for name in book.sheetnames[1:]:
        sheet = book[name]
        count = sheet.max_row - workbook.HEAD
        assert sheet.freeze_panes == "A4"
        assert sheet["B1"].value == f"rows: {count}"
        assert contents[name] == count
        assert all(cell.value for cell in sheet[3])


def test_made_up_data_says_so_on_the_first_sheet(book):
    assert "ข้อมูลสมมติ" in book["สารบัญ"]["B2"].value


def test_a_cell_that_looks_like_a_formula_is_quoted(book):
    values = [
        cell for row in rows(book[f"rows {making.WAVE}"]) for cell in row.values()
    ]
    assert "'=1+1" in values
    assert not any(
        cell.data_type == "f" for sheet in book for row in sheet for cell in row
    )


def test_every_number_in_the_workbook_is_a_number_of_the_pack(book):
    known = set(_numbers(PACK))
    # Shares are told in percent, gaps and differences in points.
    known |= {number * 100 for number in known}
    known |= {
        share.points
        for wave in PACK.waves
        for margin in wave.coverage
        for share in margin.shares
    }
    # A workbook keeps sixteen digits; all of them are in JSON and CSV.
    known = {float(f"{number:.16g}") for number in known if number is not None}
    told = [
        value
        for name in book.sheetnames[1:]
        for row in rows(book[name])
        for value in row.values()
        if isinstance(value, int | float) and not isinstance(value, bool)
    ]
    asked = set(range(1, len(PACK.waves[0].survey.questions) + 1))
    assert len(told) > 150
    assert [each for each in told if each not in known | asked] == []


def _numbers(value):
    match value:
        case bool() | str() | None:
            return
        case int() | float():
            yield value
        case Enum():
            return
        case BaseModel():
            for _, each in value:
                yield from _numbers(each)
        case dict():
            for each in value.values():
                yield from _numbers(each)
        case list() | tuple():
            for each in value:
                yield from _numbers(each)
        case _ if dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                yield from _numbers(getattr(value, field.name))


def test_a_hidden_count_is_no_number(book):
    few = making.pack(waves=(making.wave(tallies=(making.small_tally(),)),))
    sheet = load_workbook(io.BytesIO(workbook.render(few)))["answers"]
    told = {row["code"]: row["count"] for row in rows(sheet)}
    assert told["yes"] == "<5"
    assert told["no"] == "–"
    assert told["unsure"] == 40


def test_the_same_pack_is_the_same_workbook_to_the_byte():
    assert workbook.render(PACK) == workbook.render(making.pack())


def test_the_workbook_knows_no_clock_but_that_of_the_pack():
    data = workbook.render(PACK)
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        assert {entry.date_time for entry in found.infolist()} == {workbook.EPOCH}
        core = found.read("docProps/core.xml").decode()
    assert core.count("2026-11-24T03:00:00Z") == 2
    later = dataclasses.replace(PACK, made_at=PACK.made_at + timedelta(days=1))
    assert workbook.render(later) != data
