"""`ecotown wave`: a run of a survey is planned, opened, closed, fixed; all leaves a
trace."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import update

from api.store import audit, waves
from api.store.models import Wave
from api.store.types import utc_now
from api.store.words import ResponseState
from bot.cli import wave
from tests.api.store import evidencing, small_waves
from tests.surveys import making


@pytest.fixture
def survey_file(tmp_path):
    return str(making.write(tmp_path / "small.yaml", making.data()))


@pytest.fixture
def opened(town, survey_file):
    def opening(key="w1", *options):
        return town.says(
            wave.app, "open", key, survey_file, "--population", "all who chat", *options
        )

    return opening


def actions(town):
    with town.database.read() as session:
        return [(each.actor, each.action) for each in audit.list_(session).items]


def add(town, key="w1", count=1, **fields):
    with town.database.write() as session:
        made = waves.get(session, key)
        return [
            small_waves.response(session, made, utc_now(), **fields)
            for _ in range(count)
        ]


def test_opening_and_closing_are_told_in_the_audit_log(town, opened):
    assert opened() == "wave w1 is open\n"
    assert town.says(wave.app, "close", "w1") == "wave w1 is closed\n"
    assert actions(town) == [
        ("cli", "wave.close"),
        ("cli", "wave.open"),
        ("cli", "wave.plan"),
        ("cli", "survey.store"),
    ]


def test_a_closed_wave_is_listed_and_not_closed_again(town, opened):
    opened()
    town.says(wave.app, "close", "w1")
    assert "w1  closed" in town.says(wave.app, "list")
    assert "w1" in town.refuses(wave.app, "close", "w1")


def test_a_second_wave_within_the_quarter_needs_a_reason(town, opened, survey_file):
    opened()
    said = town.refuses(
        wave.app, "open", "w2", survey_file, "--population", "all who chat"
    )
    assert "less than 90 days apart" in said
    assert opened("w2", "--anyway", "after the flood") == "wave w2 is open\n"


def plan(town, survey_file, *options):
    return town.says(
        wave.app, "plan", "w1", survey_file, "--population", "adults of Om Noi",
        "--opens", "2099-01-05 09:00", "--ends", "2099-01-20", *options,
    )  # fmt: skip


def test_a_plan_is_written_in_bangkok_time_and_shown(town, survey_file):
    said = plan(
        town, survey_file, "--population-size", "53821", "--min-age", "18",
        "--responsible", "กองสาธารณสุข", "--reminders", "--results-by", "2099-02-01",
    )  # fmt: skip
    assert "wave w1 opens" in said
    assert "no number makes volunteers a sample" in said
    shown = json.loads(town.says(wave.app, "show", "w1"))
    assert shown["state"] == "planned"
    assert shown["opens_at"] == "2099-01-05T02:00:00Z"
    assert shown["ends_at"] == "2099-01-19T17:00:00Z"
    assert shown["min_age"] == 18
    assert shown["reminders"] is True
    assert shown["results_by"] == "2099-02-01"
    assert shown["survey"] == "small"
    assert "w1  planned  opens" in town.says(wave.app, "list")


def test_a_plan_is_changed_opened_early_or_given_up(town, survey_file):
    plan(town, survey_file)
    town.says(wave.app, "edit", "w1", "--ends", "2099-03-01")
    shown = json.loads(town.says(wave.app, "show", "w1"))
    assert shown["ends_at"] == "2099-02-28T17:00:00Z"
    assert shown["population"] == "adults of Om Noi"
    assert town.says(wave.app, "open", "w1") == "wave w1 is open\n"
    assert "no plan any more" in town.refuses(wave.app, "edit", "w1")
    assert "no plan any more" in town.refuses(wave.app, "open", "w1")


def test_a_plan_given_up_is_never_open(town, survey_file):
    plan(town, survey_file)
    town.says(wave.app, "close", "w1")
    assert "w1  closed" in town.says(wave.app, "list")
    assert ("cli", "wave.give_up") in actions(town)


def test_a_bad_plan_is_refused_in_words(town, survey_file):
    said = town.refuses(
        wave.app, "plan", "w1", survey_file, "--population", "all",
        "--frame", "probability",
    )  # fmt: skip
    assert said == "A probability frame needs a note on how it was drawn.\n"
    assert town.says(wave.app, "list") == ""


def test_of_a_drawn_sample_it_is_said_how_many_before_it_is_frozen(town, survey_file):
    plan(town, survey_file, "--frame", "probability", "--frame-note", "by lot")
    town.says(wave.app, "open", "w1")
    town.says(wave.app, "close", "w1")
    assert "how many were drawn" in town.refuses(wave.app, "freeze", "w1")
    assert town.says(wave.app, "drawn", "w1", "40") == "wave w1: 40 were drawn\n"
    told = json.loads(town.says(wave.app, "outcomes", "w1"))
    assert (told["drawn"], told["unheard_of"], told["rates"]["rr1"]) == (40, 40, 0.0)
    assert "is frozen" in town.says(wave.app, "freeze", "w1")
    assert "frozen" in town.refuses(wave.app, "drawn", "w1", "50")


def test_how_many_are_drawn_is_planned(town, survey_file):
    frame = ("--frame", "probability", "--frame-note", "by lot")
    plan(town, survey_file, *frame, "--drawn", "400")
    assert json.loads(town.says(wave.app, "show", "w1"))["drawn"] == 400
    town.says(wave.app, "edit", "w1", "--drawn", "500")
    assert json.loads(town.says(wave.app, "show", "w1"))["drawn"] == 500
    said = town.refuses(wave.app, "edit", "w1", "--frame", "open_link")
    assert said.startswith("Only a probability frame draws people")


def test_a_wave_of_a_drawn_sample_is_opened_at_once_too(town, survey_file):
    how = ("open", "w1", survey_file, "--population", "all", "--frame", "probability")
    assert "needs a note" in town.refuses(wave.app, *how)
    assert "is open" in town.says(wave.app, *how, "--frame-note", "by lot")
    assert json.loads(town.says(wave.app, "show", "w1"))["frame_note"] == "by lot"


def test_a_question_is_held_against_a_known_share(town, opened):
    opened()

    def known(value, *more):
        return (
            "benchmark", "w1", "--question", "rate", "--value", value, *more,
            "--percent", "35", "--source", "NSO 2565", "--as-of", "2022-12-31",
        )  # fmt: skip

    said = town.says(wave.app, *known("4", "--value", "5"))
    assert said == "wave w1: rate is held against 35% (NSO 2565)\n"
    kept = json.loads(town.says(wave.app, "show", "w1"))["benchmark"]
    assert (kept["values"], kept["percent"]) == ([4, 5], 35.0)
    assert "'9' is no answer to rate" in town.refuses(wave.app, *known("9"))


def test_sizes_are_a_target_and_the_smallest_visible_change_is_told(town):
    said = town.says(wave.app, "size", "53821")
    assert "The smallest number aimed for" in said
    for number in ("398", "1,089", "382", "1,047", "571", "1,555", "758", "2,053"):
        assert number in said
    assert "400 answers: 6.9 points" in said


def test_a_closed_wave_is_frozen_and_verified(town, opened):
    opened()
    add(town, count=2)
    assert "is not closed yet" in town.refuses(wave.app, "freeze", "w1")
    assert "is not frozen yet" in town.refuses(wave.app, "verify", "w1")
    town.says(wave.app, "close", "w1")
    said = town.says(wave.app, "freeze", "w1")
    assert said.startswith("wave w1 is frozen: 2 responses\nsha256 ")
    assert town.says(wave.app, "verify", "w1") == "wave w1 is as it was frozen\n"
    evidence = json.loads(town.says(wave.app, "show", "w1"))["evidence"]
    assert evidence["sha256"] in said


def test_what_was_touched_is_told_and_fails(town, opened):
    opened()
    add(town)
    town.says(wave.app, "close", "w1")
    town.says(wave.app, "freeze", "w1")
    with town.database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER answer_no_update")
        connection.exec_driver_sql(
            "UPDATE answer SET value = '5' WHERE question_key = 'rate'"
        )
    assert town.refuses(wave.app, "verify", "w1").startswith("sha256: ")


def test_a_plan_that_was_touched_is_told_and_fails(town, opened):
    opened()
    add(town, count=2)
    town.says(wave.app, "close", "w1")
    town.says(wave.app, "freeze", "w1")
    evidencing.tamper(town.database, update(Wave).values(population="all Thais"))
    said = town.refuses(wave.app, "verify", "w1")
    assert said == "plan.population: all who chat when frozen, all Thais now\n"


def test_people_are_told_what_came_of_their_answers(town, opened):
    opened()
    town.says(wave.app, "close", "w1")
    said = town.says(wave.app, "feedback", "w1")
    assert said.startswith("declared consult, counts as inform\n")
    words = ("--said-th", "กลิ่น", "--said-en", "smell", "--did-th", "ตรวจแล้ว")
    assert "in English" in town.refuses(wave.app, "feedback", "w1", *words)
    said = town.says(wave.app, "feedback", "w1", *words, "--did-en", "inspected")
    assert "  you said: smell\n  we did: inspected\n" in said


def test_odd_responses_are_listed_and_left_out_with_a_reason(town, opened):
    opened()
    [hasty] = add(town, step=timedelta(seconds=0.1))
    add(town)
    said = town.says(wave.app, "flags", "w1")
    assert f"{hasty.id}" in said
    assert "speeding" in said
    assert len(said.splitlines()) == 1
    refused = town.refuses(wave.app, "exclude", "w1", str(hasty.id), "--reason", "ugly")
    assert "staff, duplicate, not_eligible, spoilt" in refused
    left_out = town.says(wave.app, "exclude", "w1", str(hasty.id), "--reason", "spoilt")
    assert left_out == "1 responses left out: spoilt\n"
    assert "left out: spoilt" in town.says(wave.app, "flags", "w1")
    again = town.says(wave.app, "exclude", "w1", str(hasty.id), "--back")
    assert again == "1 responses counted again\n"


def test_the_offices_own_are_left_out_by_list_or_by_link(town, opened, tmp_path):
    opened()
    listed = add(town, count=2)
    add(town, source="staff234")
    file = tmp_path / "staff.txt"
    file.write_text("\n".join(str(each.id) for each in listed), encoding="utf-8")
    said = town.says(
        wave.app, "exclude", "w1", "--reason", "staff",
        "--listed", str(file), "--through", "staff234",
    )  # fmt: skip
    assert said == "3 responses left out: staff\n"
    assert "is no complete response" in town.refuses(
        wave.app, "exclude", "w1", "not-a-number", "--reason", "staff"
    )


def test_outcomes_are_told_with_the_reason_where_there_is_no_rate(town, opened):
    opened()
    add(town, count=2)
    add(town, state=ResponseState.STARTED)
    told = json.loads(town.says(wave.app, "outcomes", "w1"))
    assert told["rates"] is None
    assert told["rates_reason"] == "outcome.no_rate_open_link"
    assert told["participation"]["completion_rate"] == pytest.approx(2 / 3)
