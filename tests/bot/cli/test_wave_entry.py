"""`ecotown wave entry-form|enter|margins`: paper comes in whole, or not at all."""

import csv

import pytest
from openpyxl import load_workbook
from sqlmodel import select

from api.store import officers, waves
from api.store.models import Response
from bot.cli import wave
from tests.surveys import making

ROW = ["1", "th", "red", "4", "fox, owl", "3", "น้ำเสีย"]


@pytest.fixture
def opened(town, tmp_path):
    file = making.write(tmp_path / "small.yaml", making.data())
    town.officer("somsri")

    def opening(*options):
        town.says(wave.app, "plan", "w1", str(file), "--population", "all", *options)
        town.says(wave.app, "open", "w1")

    return opening


@pytest.fixture
def form(town, tmp_path):
    """An empty form filled with these rows; the file it is in."""

    def filling(*rows, name="filled.xlsx"):
        path = tmp_path / "form.xlsx"
        town.says(wave.app, "entry-form", "w1", str(path))
        book = load_workbook(path)
        sheet = book.worksheets[0]
        for row in rows:
            sheet.append(row)
        filled = tmp_path / name
        if filled.suffix == ".csv":
            with filled.open("w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file).writerows(sheet.iter_rows(values_only=True))
        else:
            book.save(filled)
        return str(filled)

    return filling


def stored(town):
    with town.database.read() as session:
        return session.exec(select(Response)).all()


def enter(town, file, *options):
    return town.says(wave.app, "enter", "w1", file, "--as", "somsri", *options)


def test_the_form_says_in_thai_what_is_asked_and_lists_the_choices(town, opened, form):
    opened()
    book = load_workbook(form())
    answers, choices = book.worksheets
    keys, words = [list(row) for row in answers.iter_rows(values_only=True)]
    assert keys == ["#form", "#language", "pick", "rate", "many", "count", "say"]
    assert words[:3] == ["เลขที่แบบสอบถาม", "ภาษา", "pick"]
    listed = [list(row) for row in choices.iter_rows(values_only=True)]
    assert ["pick", "red", "label red"] in listed
    assert ["pick", "?", "ไม่ทราบ"] in listed
    assert ["pick", "-", "ข้าม"] in listed


@pytest.mark.parametrize("name", ["filled.xlsx", "filled.csv"])
def test_filled_rows_are_stored_with_their_mode_once(town, opened, form, name):
    opened()
    second = ["2", "my", "-", 5, "?", 0, "ดี"]
    file = form(ROW, second, name=name)
    assert enter(town, file).startswith("2 of 2 forms stored")
    assert enter(town, file).startswith("0 of 2 forms stored")
    found = stored(town)
    with town.database.read() as session:
        by = officers.by_login(session, "somsri").id
        counts = waves.counts(session, waves.get(session, "w1").id)
    assert {each.mode for each in found} == {"paper"}
    assert {each.language for each in found} == {"th", "my"}
    assert {each.entered_by for each in found} == {by}
    assert counts["complete"] == 2


def test_every_bad_row_is_told_and_nothing_is_half_imported(town, opened, form):
    opened()
    rows = [
        ROW,
        ["2", "th", "green", "4", "fox", "3", "ดี"],
        ["3", "fr", "red", "9", "fox", "", "ดี"],
        ["", "th", "red", "4", "fox", "3", "ดี"],
        ["1", "th", "red", "4", "fox", "3", "ดี"],
    ]
    file = form(*rows)
    said = town.refuses(wave.app, "enter", "w1", file, "--as", "somsri")
    assert said.splitlines() == [
        f"{file}: row 4: pick: there is no choice “green”",
        f"{file}: row 5: #language: there is no choice “fr”",
        f"{file}: row 5: rate: there is no choice “9”",
        f"{file}: row 5: count: there is no answer",
        f"{file}: row 6: #form: there is no answer",
        f"{file}: row 7: #form: the number is that of row 3 too",
        "nothing was stored",
    ]
    assert stored(town) == []


def test_a_file_that_is_no_form_of_this_wave_is_refused(town, opened, form, tmp_path):
    opened()
    path = tmp_path / "other.csv"
    for text, reason in (
        ("name,age\n", "row 1: there should be one column #form"),
        ("#form,#language,pick,rate,many,count,say,shoe\n", "no question shoe"),
    ):
        path.write_text(text, encoding="utf-8")
        said = town.refuses(wave.app, "enter", "w1", str(path), "--as", "somsri")
        assert reason in said
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"no workbook")
    said = town.refuses(wave.app, "enter", "w1", str(broken), "--as", "somsri")
    assert "is no .xlsx workbook" in said


def test_a_formula_without_its_result_is_no_empty_answer(town, opened, form):
    opened()
    file = form(["1", "th", "red", "=1+3", "fox", "3", "ดี"])
    said = town.refuses(wave.app, "enter", "w1", file, "--as", "somsri")
    assert "row 3: D: a formula that was saved without its result" in said
    assert stored(town) == []


def test_an_adult_wave_and_a_drawn_one_have_columns_of_their_own(town, opened, form):
    opened("--min-age", "18", "--frame", "probability", "--frame-note", "by lot")
    yes = ["1", "th", "1", "", *ROW[2:]]
    no_answer = ["2", "th", "", "nc"]
    assert enter(town, form(yes, no_answer), "--mode", "enumerator").startswith(
        "2 of 2"
    )
    assert '"non_contact": 1' in town.says(wave.app, "outcomes", "w1")
    child = ["3", "th", "0", "", *ROW[2:]]
    both = ["4", "th", "1", "R", *ROW[2:]]
    file = form(child, both)
    said = town.refuses(wave.app, "enter", "w1", file, "--as", "somsri")
    assert "row 3: #adult: it has to say that the person is 18 or older" in said
    assert "row 4: #outcome: it has answers and the outcome R too" in said


def test_margins_are_kept_or_refused_with_their_place(town, opened, tmp_path):
    opened()
    good = {"source": "DOPA", "as_of": "2025-12-31",
            "margins": {"pick": {"red": 10, "blue": 30}}}  # fmt: skip
    file = making.write(tmp_path / "people.yaml", good)
    assert town.says(wave.app, "margins", "w1", str(file)) == "pick: DOPA, 2025-12-31\n"
    with town.database.read() as session:
        kept = waves.get(session, "w1").margins
    assert kept["margins"] == {"pick": {"red": 10, "blue": 30}}
    bad = good | {"margins": {"pick": {"red": 10}}}
    file = making.write(tmp_path / "people.yaml", bad)
    said = town.refuses(wave.app, "margins", "w1", str(file))
    assert said.startswith(f"{file}:4: pick, blue: ")
    with town.database.read() as session:
        assert waves.get(session, "w1").margins == kept


def test_a_frozen_wave_keeps_its_margins(town, opened, tmp_path):
    opened()
    town.says(wave.app, "close", "w1")
    town.says(wave.app, "freeze", "w1")
    good = {"source": "DOPA", "as_of": "2025-12-31",
            "margins": {"pick": {"red": 10, "blue": 30}}}  # fmt: skip
    file = making.write(tmp_path / "people.yaml", good)
    assert "is frozen" in town.refuses(wave.app, "margins", "w1", str(file))
