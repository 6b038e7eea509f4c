"""A rule that compares what cannot be compared is refused with its place."""

import json
from itertools import pairwise

import pytest

from surveys import definition, located
from surveys.definition import Survey
from tests.surveys import making


def faults(rule, *, of="say", field="ask_if", **changes):
    data = making.data() | changes
    asked = next(each for each in data["questions"] if each["key"] == of)
    asked[field] = rule
    _, found = located.examine_places(data, Survey)
    return found


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"==": [{"var": "pick"}, "green"]}, "pick has no choice green"),
        ({"!=": ["green", {"var": "pick"}]}, "pick has no choice green"),
        ({"==": [{"var": "rate"}, 6]}, "rate has no choice 6"),
        ({"in": ["cat", {"var": "many"}]}, "many has no choice cat"),
        ({"==": [{"var": "many"}, "fox cat"]}, "many has no choice fox cat"),
        (
            {"in": [{"var": "pick"}, ["red", "green", "grey"]]},
            "pick has no choice green, pick has no choice grey",
        ),
        (
            {"and": [{"==": [{"var": "count"}, 77]}, {"!": [
                {"==": [{"var": "pick"}, "green"]}]}]},
            "pick has no choice green",
        ),
    ],
)  # fmt: skip
def test_it_is_told_where_and_of_which_question(rule, said):
    assert faults(rule) == [(("questions", 4, "ask_if"), said)]


@pytest.mark.parametrize(
    "rule",
    [
        {"==": [{"var": "pick"}, "red"]},
        {"!=": [{"var": "pick"}, ""]},
        {"==": [{"var": "pick"}, None]},
        {"==": [{"var": "rate"}, 5]},
        {"==": [{"var": "rate"}, "5"]},
        {">=": [{"var": "rate"}, 9]},
        {"in": ["owl", {"var": "many"}]},
        {"==": [{"var": "many"}, "owl fox"]},
        {"==": [{"var": "pick"}, {"var": "many"}]},
        {"==": [{"var": "count"}, 77]},
        {"in": [{"var": "pick"}, ["red", "blue", ""]]},
    ],
)
def test_what_may_be_compared_is_taken(rule):
    assert faults(rule) == []


def test_the_answer_being_given_is_compared_with_its_own_choices():
    rule = {"!=": [{"var": "."}, "green"]}
    assert faults(rule, of="pick", field="constraint") == [
        (("questions", 0, "constraint"), "pick has no choice green")
    ]
    assert faults({"!=": [{"var": "."}, "red"]}, of="pick", field="constraint") == []


def test_groups_and_calculations_are_looked_at_too():
    rule = {"==": [{"var": "pick"}, "green"]}
    calculations = [{"key": "told", "value": {"if": [rule, 1, 0]}}]
    assert faults(None, calculations=calculations) == [
        (("calculations", 0, "value"), "pick has no choice green")
    ]


DAY = {"key": "day", "kind": "date", "text": making.text("day")}
THERE = {"key": "there", "kind": "place", "text": making.text("there")}


def with_more(rule, **fields):
    """Faults of a rule of a question that is asked after all kinds of others."""
    data = making.data()
    last = {"key": "last", "kind": "open", "text": making.text("last"), "ask_if": rule}
    numbered = {"key": "years", "kind": "single", "text": making.text("years")}
    numbered["choices"] = [
        {"key": "1", "label": making.text("one aa")},
        {"key": "2", "label": making.text("two bb")},
        {"key": "none", "label": making.text("none cc")},
    ]
    data["questions"] += [DAY, THERE, numbered, last]
    _, found = located.examine_places(data | fields, Survey)
    return found


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            {"==": [{"var": "count"}, "yes"]},
            "count is a number and 'yes' is a text: they are not compared",
        ),
        (
            {"!=": ["yes", {"var": "rate"}]},
            "rate has no choice yes",
        ),
        (
            {">": [{"var": "count"}, "a"]},
            "count is a number and 'a' is a text: they are not compared",
        ),
        ({">": [{"var": "pick"}, 3]}, "the choices of pick are not ordered"),
        ({"<=": ["red", {"var": "pick"}]}, "the choices of pick are not ordered"),
        (
            {"in": ["fox", {"var": "count"}]},
            "'fox' is a text and count is a number: they are not compared",
        ),
        (
            {"in": [{"var": "count"}, [1, "few"]]},
            "count is a number and 'few' is a text: they are not compared",
        ),
        (
            {">": [{"var": "count"}, {"today": []}]},
            "count is a number and today is a date: they are not compared",
        ),
        (
            {"==": [{"var": "count"}, {"var": "pick"}]},
            "count is a number and pick is a choice: they are not compared",
        ),
        (
            {"<": [{"var": "day"}, 18]},
            "day is a date and 18 is a number: they are not compared",
        ),
        (
            {">": [{"-": [{"today": []}, {"var": "day"}]}, 18]},
            "today is a date, which nothing is reckoned with, "
            "day is a date, which nothing is reckoned with",
        ),
        (
            {">": [{"var": "next"}, "a"]},
            "next is a number and 'a' is a text: they are not compared",
        ),
        (
            {"==": [{"var": "wide"}, "2026-01-01"]},
            "wide is a number or a text and '2026-01-01' is a date: "
            "they are not compared",
        ),
    ],
)  # fmt: skip
def test_numbers_dates_texts_and_choices_are_kept_apart(rule, said):
    calculations = [
        {"key": "after", "value": {"+": [{"var": "next"}, 1]}},
        {"key": "next", "value": {"+": [{"var": "count"}, 1]}},
        {"key": "wide", "value": {"coalesce": [{"var": "count"}, {"var": "pick"}]}},
    ]
    told = [(("questions", 8, "ask_if"), said)]
    assert with_more(rule, calculations=calculations) == told


@pytest.mark.parametrize(
    "rule",
    [
        {"==": [{"var": "count"}, "7"]},
        {"!=": [{"var": "count"}, ""]},
        {"==": [{"var": "count"}, True]},
        {">": [{"var": "say"}, 3]},
        {"==": [{"var": "say"}, {"var": "count"}]},
        {"<": [{"var": "day"}, {"today": []}]},
        {">=": [{"var": "day"}, "2026-01-01"]},
        {"!=": [{"var": "there"}, "13.7 100.5"]},
        {">": [{"var": "years"}, 1]},
        {"==": [{"var": "years"}, {"var": "count"}]},
        {">": [{"+": [{"var": "years"}, {"var": "say"}]}, 1]},
        {">": [{"count": [{"var": "many"}]}, 1]},
        {">": [{"coalesce": [{"var": "count"}, ""]}, 1]},
        {"==": [{"var": "wide"}, "few"]},
        {"==": [{"!": [{"var": "count"}]}, "x"]},
        {"==": [1, "a"]},
    ],
)
def test_what_may_hold_is_let_pass(rule):
    wide = {"if": [{">": [{"var": "count"}, 5]}, {"var": "count"}, "few"]}
    assert with_more(rule, calculations=[{"key": "wide", "value": wide}]) == []


def test_of_many_calculations_each_is_looked_at_once():
    def doubled(key):
        return {"if": [{"==": [{"var": "count"}, 1]}, {"var": key}, {"var": key}]}

    names = ["count", *(f"c{number}" for number in range(150))]
    calculations = [
        {"key": key, "value": doubled(before)} for before, key in pairwise(names)
    ]
    rule = {"==": [{"var": "c149"}, "yes"]}
    assert with_more(rule, calculations=calculations[::-1]) == [
        (
            ("questions", 8, "ask_if"),
            "c149 is a number and 'yes' is a text: they are not compared",
        )
    ]


def test_a_version_that_was_taken_before_is_read_all_the_same():
    data = making.data()
    data["questions"][4]["ask_if"] = {"==": [{"var": "pick"}, "green"]}
    kept = definition.stored(json.dumps(data))
    assert kept.question("say").ask_if == data["questions"][4]["ask_if"]
    with pytest.raises(ValueError, match="pick has no choice green"):
        Survey.model_validate_json(json.dumps(data))
