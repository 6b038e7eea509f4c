"""A rule that compares with a choice the question has not is refused with its place."""

import json

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


def test_a_version_that_was_taken_before_is_read_all_the_same():
    data = making.data()
    data["questions"][4]["ask_if"] = {"==": [{"var": "pick"}, "green"]}
    kept = definition.stored(json.dumps(data))
    assert kept.question("say").ask_if == data["questions"][4]["ask_if"]
    with pytest.raises(ValueError, match="pick has no choice green"):
        Survey.model_validate_json(json.dumps(data))
