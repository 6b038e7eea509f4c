"""Row-level files: labelled, nobody recognisable, formulas quoted, rows counted."""

import csv

import pytest
from openpyxl import load_workbook
from sqlalchemy import select, update
from sqlmodel import col

from api.errors import DomainError
from api.store import export_files, exports, waves
from api.store.export_files import Form
from api.store.models import Response, Wave
from surveys.definition import Survey
from surveys.flow import State
from tests.api import answered
from tests.surveys import making

DANGEROUS = "=HYPERLINK(1)"


def survey():
    data = making.data()
    data["questions"][0].update(key="sex")
    data["questions"][3].update(key="years", unit=None)
    data["questions"][0]["choices"][1]["label"]["th"] = DANGEROUS
    return Survey.model_validate(data)


@pytest.fixture
def wave(database, clock):
    with database.write() as session:
        version = waves.store_version(session, survey(), clock())
        return waves.open_wave(
            session, key="w", version=version, population="all", now=clock()
        )


@pytest.fixture
def fill(database, clock, wave):
    def filling(rows, **options):
        with database.write() as session:
            answered.fill(session, wave, rows, clock(), **options)

    return filling


@pytest.fixture
def close(database, clock, wave):
    def closing():
        with database.write() as session:
            waves.close(session, wave.id, clock())

    return closing


def row(sex="red", years=3, **more):
    return {
        "sex": sex,
        "rate": 4,
        "many": ["fox", "owl"],
        "years": years,
        "say": b"sealed words",
        **more,
    }


def told(database, language="th"):
    with database.read() as session:
        wave = waves.get(session, "w")
        plan = exports.plan(session, wave, language=language)
        lines = list(exports.rows(session, wave, plan))
    return plan, [dict(zip(exports.header(plan), line, strict=True)) for line in lines]


def test_an_answer_is_told_in_words_and_a_number_as_a_number(database, fill, close):
    fill([row(rate=State.SKIPPED) for _ in range(5)])
    close()
    plan, lines = told(database)
    assert plan.rows == len(lines) == 5
    assert lines[0] == {
        "channel": "line",
        "language": "th",
        "sex": "label red",
        "rate": "ข้าม",
        "many": "label fox; label owl",
        "years": 3,
    }


def test_no_typed_text_and_no_identifier_is_in_a_row(database, fill, close):
    fill([row() for _ in range(6)])
    close()
    _, lines = told(database, "en")
    assert not any("say" in line or "sealed" in str(line) for line in lines)


def test_who_is_alone_in_what_tells_who_they_are_is_not_shown(database, fill, close):
    fill([row() for _ in range(20)])
    fill([row("blue", years) for years in range(6)])
    fill([row("green", 9, mode="paper")])
    close()
    plan, lines = told(database)
    # Six blue ones are alike but for their years, and would be told so. One is left
    # out, and they go with it: a total less the rows would tell of that one.
    assert {line["sex"] for line in lines} == {"label red"}
    assert (plan.rows, plan.left_out) == (20, 7)


def test_a_question_the_population_is_counted_by_may_tell_who_somebody_is(
    database, clock, fill, close, wave
):
    with database.write() as session:
        found = session.get_one(Wave, wave.id)
        found.margins = {"margins": {"rate": dict.fromkeys("12345", 10)}}
    fill([row(rate=4) for _ in range(10)] + [row(rate=1) for _ in range(6)])
    fill([row("blue", rate=5) for _ in range(6)])
    fill([row(rate=2)])
    close()
    plan, lines = told(database)
    assert set(plan.identifying) == {"sex", "rate", "years"}
    assert "2" not in {str(line["rate"]) for line in lines}


def test_a_language_that_few_answered_in_is_hidden(database, fill, close):
    fill([row() for _ in range(20)])
    fill([row() for _ in range(4)], language="my")
    fill([row() for _ in range(3)], language="en")
    close()
    plan, lines = told(database)
    assert {line["language"] for line in lines} == {"th", "*"}
    assert (plan.rows, plan.left_out) == (27, 0)


def test_years_are_hidden_before_anything_else(database, fill, close):
    fill([row() for _ in range(20)])
    fill([row("blue", years) for years in range(6)])
    close()
    _, lines = told(database)
    blue = [line for line in lines if line["sex"] != "label red"]
    assert len(blue) == 6
    assert {line["years"] for line in blue} == {"*"}


def test_an_open_wave_has_no_file(database, fill):
    fill([row() for _ in range(6)])
    with pytest.raises(DomainError) as refused:
        told(database)
    assert refused.value.key == "error.wave_not_closed"


def test_who_is_excluded_is_in_no_row(database, fill, close, wave):
    fill([row() for _ in range(6)])
    close()
    with database.write() as session:
        one = session.scalars(select(col(Response.id)).limit(1)).one()
        session.execute(
            update(Response).where(col(Response.id) == one).values(excluded="staff")
        )
    assert told(database)[0].rows == 5


def test_a_csv_states_its_rows_at_its_end_and_quotes_formulas(
    database, fill, close, tmp_path
):
    fill([row("blue") for _ in range(7)])
    close()
    path = tmp_path / "out.csv"
    written = export_files.write(database, "w", Form.CSV, "th", path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert lines[0][:3] == ["channel", "language", "sex"]
    assert lines[2][2] == "'" + DANGEROUS
    assert lines[-1] == ["#rows", "7"]
    assert len(lines) == 2 + 7 + 1
    assert (written.rows, written.left_out) == (7, 0)


def test_a_workbook_says_what_it_is_and_how_many_rows_it_has(
    database, fill, close, tmp_path
):
    fill([row("blue") for _ in range(7)])
    close()
    path = tmp_path / "out.xlsx"
    export_files.write(database, "w", Form.XLSX, "th", path)
    book = load_workbook(path, read_only=True)
    about, rows = book.worksheets
    said = {line[0]: line[1] for line in about.values if len(line) > 1}
    assert said["จำนวนแถว"] == 7
    lines = list(rows.values)
    assert lines[0][2] == "sex"
    assert lines[2][2] == "'" + DANGEROUS
    assert len(lines) == 2 + 7
    book.close()


def test_rows_of_a_slice_are_not_in_the_order_people_came(database, fill, close):
    fill([row(many=["fox"] if n < 40 else ["owl"]) for n in range(80)])
    close()
    _, lines = told(database)
    first = [line["many"] for line in lines[:40]]
    assert 5 < first.count("label fox") < 35
