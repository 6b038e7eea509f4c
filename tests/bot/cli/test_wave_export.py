"""`ecotown wave export`: rows in which nobody is recognisable, as a file."""

import csv

import pytest
from openpyxl import load_workbook

from api.store import waves
from api.store.types import utc_now
from bot.cli import wave
from tests.api import answered
from tests.api.store.test_exports import row, survey


@pytest.fixture
def opened(town):
    """Eight responses that nobody can tell apart."""
    with town.database.write() as session:
        version = waves.store_version(session, survey(), utc_now())
        made = waves.open_wave(
            session, key="w", version=version, population="all", now=utc_now()
        )
        answered.fill(session, made, [row() for _ in range(8)], utc_now())
    return made


@pytest.fixture
def closed(town, opened):
    with town.database.write() as session:
        waves.close(session, opened.id, utc_now())


def test_a_closed_wave_is_written_as_csv_and_the_rows_are_counted(
    town, closed, tmp_path
):
    out = tmp_path / "w.csv"
    told = town.says(wave.app, "export", "w", str(out))
    assert told == f"{out}: 8 rows; 0 responses left out\n"
    with out.open(encoding="utf-8-sig", newline="") as file:
        keys, _, *rows, last = csv.reader(file)
    assert {"channel", "rate", "years"} <= set(keys)
    assert len(rows) == 8
    assert last == ["#rows", "8"]


@pytest.mark.parametrize(("language", "label"), [("th", "ช่องทาง"), ("en", "channel")])
def test_a_workbook_has_its_labels_in_the_language_asked_for(
    town, closed, tmp_path, language, label
):
    out = tmp_path / "w.XLSX"
    town.says(wave.app, "export", "w", str(out), "--language", language)
    book = load_workbook(out)
    assert label in [cell.value for cell in book.worksheets[1][2]]
    book.close()


def test_an_open_wave_is_refused_and_no_file_is_left(town, opened, tmp_path):
    out = tmp_path / "w.csv"
    assert "close" in town.refuses(wave.app, "export", "w", str(out))
    assert not out.exists()


def test_another_ending_is_refused(town, closed, tmp_path):
    out = tmp_path / "w.pdf"
    assert ".csv or .xlsx" in town.refuses(wave.app, "export", "w", str(out))
    assert not out.exists()
