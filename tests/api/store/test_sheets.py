"""A wave's answers as columns: who counts, and what stands where."""

import pytest

from api.store import sheets
from surveys.flow import Answer, State
from tests.api import answered
from tests.api.store import waving

YES = Answer(State.ANSWERED, "yes")


@pytest.fixture
def wave(database, clock):
    with database.write() as session:
        return waving.opened(session, clock())


def put(database, wave, rows, now, **options):
    with database.write() as session:
        answered.fill(session, wave, rows, now, **options)


def load(database, wave, *questions):
    with database.read() as session:
        return sheets.load(session, wave.id, questions)


def told(sheet, key):
    column = sheet.answers[key]
    return [column.values[code] for code in column.codes]


def test_each_response_is_a_row_and_each_question_a_column(database, clock, wave):
    put(database, wave, [{"heard": "yes", "dialogue": 4}], clock())
    put(database, wave, [{"heard": State.SKIPPED}], clock(), mode="paper")
    put(database, wave, [{"dialogue": State.DONT_KNOW}], clock(), language="my")
    sheet = load(database, wave, "heard", "dialogue")
    assert sheet.n == 3
    assert told(sheet, "heard") == [YES, Answer(State.SKIPPED), None]
    assert told(sheet, "dialogue") == [
        Answer(State.ANSWERED, 4),
        None,
        Answer(State.DONT_KNOW),
    ]
    assert [sheet.modes.values[code] for code in sheet.modes.codes] == [
        "line",
        "paper",
        "line",
    ]
    assert sheet.languages.where(lambda each: each == "my").tolist() == [0, 0, 1]


def test_several_answers_are_one_value_in_the_order_they_were_kept(
    database, clock, wave
):
    put(database, wave, [{"heard": ["a", "b"]}, {"heard": ["b"]}], clock())
    assert told(load(database, wave, "heard"), "heard") == [
        Answer(State.ANSWERED, ("a", "b")),
        Answer(State.ANSWERED, ("b",)),
    ]


def test_who_is_left_out_or_of_another_wave_is_no_row(database, clock, wave):
    put(database, wave, [{"heard": "yes"}], clock())
    put(database, wave, [{"heard": "no"}] * 2, clock(), excluded="staff")
    with database.write() as session:
        other = waving.opened(session, clock(), "w2")
    put(database, other, [{"heard": "no"}], clock())
    sheet = load(database, wave, "heard")
    assert told(sheet, "heard") == [YES]
    with database.read() as session:
        assert sheets.excluded(session, wave.id) == {"staff": 2}


def test_what_looks_odd_is_marked_and_kept(database, clock, wave):
    put(database, wave, [{"heard": "yes"}], clock(), flags=("burst",))
    put(database, wave, [{"heard": "yes"}], clock())
    assert load(database, wave, "heard").flagged.tolist() == [True, False]


def test_an_empty_wave_has_columns_without_rows(database, wave):
    sheet = load(database, wave, "heard")
    assert sheet.n == 0
    assert told(sheet, "heard") == []
    assert sheet.meets({"==": [{"var": "heard"}, "yes"]}).tolist() == []


def test_rows_come_in_slices_and_in_one_order(database, clock, wave, monkeypatch):
    monkeypatch.setattr(sheets, "SLICE", 7)
    rows = [{"dialogue": 1 + number % 5} for number in range(40)]
    put(database, wave, rows, clock())
    found = told(load(database, wave, "dialogue"), "dialogue")
    assert [answer.value for answer in found] == [row["dialogue"] for row in rows]
