"""All that is wrong in a survey is told at once, and nothing that is not."""

from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys import faults
from tests.surveys import making

NOBODY = {"==": [{"var": "nobody"}, 1]}
PICK, RATE, MANY, COUNT, SAY = range(5)


def told(spoil):
    data = making.data()
    data["calculations"] = [{"key": "more", "value": {"count": [{"var": "pick"}]}}]
    data["groups"] = [{"key": "g"}]
    data["questions"][COUNT]["group"] = data["questions"][SAY]["group"] = "g"
    spoil(data, data["questions"])
    survey, found = faults.every(data)
    assert (survey is None) == bool(found)
    return sorted(found, key=str)


def gone(what, key):
    del what[key]


@pytest.mark.parametrize(
    ("loc", "reason", "spoil"),
    [
        (
            ("questions", COUNT),
            "a number needs min and max, the smaller first",
            lambda data, asked: gone(asked[COUNT], "max"),
        ),
        (
            ("questions", COUNT, "max"),
            "should be a number, not 'many'",
            lambda data, asked: asked[COUNT].update(max="many"),
        ),
        (
            ("questions", COUNT, "low"),
            "is for 0-10 scales only",
            lambda data, asked: asked[COUNT].update(low=making.text("low")),
        ),
        (
            ("questions", COUNT, "colour"),
            "is not a field here",
            lambda data, asked: asked[COUNT].update(colour="red"),
        ),
        (
            ("questions", COUNT, "kind"),
            "should be 'single'",
            lambda data, asked: asked[COUNT].update(kind="essay"),
        ),
        (
            ("questions", COUNT, "key"),
            "pick is used twice",
            lambda data, asked: asked[COUNT].update(key="pick"),
        ),
        (
            ("questions", COUNT, "group"),
            "there is no group h",
            lambda data, asked: asked[COUNT].update(group="h"),
        ),
        (
            ("questions", COUNT, "text"),
            "is missing",
            lambda data, asked: gone(asked[COUNT], "text"),
        ),
        (
            ("groups", 1, "key"),
            "no question is in it",
            lambda data, asked: data["groups"].append({"key": "h"}),
        ),
        (
            ("groups", 1, "key"),
            "g is used twice",
            lambda data, asked: data["groups"].append({"key": "g"}),
        ),
        (
            ("languages", 3),
            "should be 'th', 'en' or 'my', not 'fr'",
            lambda data, asked: data["languages"].append("fr"),
        ),
    ],
)
def test_it_hides_nothing_else_of_the_question_or_the_survey(loc, reason, spoil):
    def all_of_it(data, asked):
        spoil(data, asked)
        asked[COUNT]["ask_if"] = {"==": [{"var": "nobody"}, 1]}
        asked[COUNT]["hint"] = {"th": "only Thai", "my": "and Burmese"}
        data["key_question"] = "somebody"

    found = dict(told(all_of_it))
    assert found.pop(loc).startswith(reason)
    assert found == {
        ("questions", COUNT, "ask_if"): "there is no question nobody",
        ("questions", COUNT, "hint"): "has no words in en",
        ("key_question",): "there is no question somebody",
    }


WRONG = st.sampled_from(
    [None, "", "x", 0, -1, 7, True, [], ["x"], {}, {"th": "x"}, {"var": "x"}, [{}]]
)


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_whatever_stands_anywhere_every_fault_has_its_place(draw):
    data = making.data()
    data["groups"] = [{"key": "g", "title": making.text("g")}]
    data["questions"][SAY]["group"] = "g"
    data["calculations"] = [{"key": "more", "value": {"count": [{"var": "pick"}]}}]
    data["quotas"] = [{"question": "pick", "value": "red", "at_most": 5}]
    for _ in range(draw.draw(st.integers(1, 4))):
        at = data
        while True:
            steps = [*at] if isinstance(at, dict) else [*range(len(at))]
            step = draw.draw(st.sampled_from(steps))
            if not (isinstance(at[step], (dict, list)) and at[step]):
                break
            if draw.draw(st.integers(0, 3)) == 0:
                break
            at = at[step]
        at[step] = deepcopy(draw.draw(WRONG))
    before = deepcopy(data)
    survey, found = faults.every(data)
    assert data == before
    assert (survey is None) == bool(found)
    assert len(set(found)) == len(found)
    for loc, _ in found:
        index = loc[1] if len(loc) > 1 and isinstance(loc[1], int) else 0
        assert index == 0 or index < len(data[loc[0]])


def test_of_a_rule_each_question_that_is_not_there_is_told():
    rule = {"and": [NOBODY, {"==": [{"var": "none"}, 1]}, NOBODY]}
    assert told(lambda data, asked: asked[SAY].update(ask_if=rule)) == [
        (
            ("questions", SAY, "ask_if"),
            "there is no question nobody, there is no question none",
        )
    ]


def test_choices_without_some_words_are_no_problem_besides():
    def spoil(data, asked):
        for choice in (*asked[PICK]["choices"], *asked[RATE]["choices"]):
            del choice["label"]["en"]

    assert told(spoil) == [
        (("questions", question, "choices", place, "label"), "has no words in en")
        for question, count in ((PICK, 2), (RATE, 5))
        for place in range(count)
    ]


def test_a_choice_that_reads_like_another_hides_no_rule_about_choices():
    def spoil(data, asked):
        asked[PICK]["choices"][1]["label"] = asked[PICK]["choices"][0]["label"]
        asked[SAY]["ask_if"] = {"==": [{"var": "pick"}, "green"]}
        asked[COUNT]["ask_if"] = {"==": [{"var": "pick"}, "blue"]}

    assert told(spoil) == [
        (("questions", PICK, "choices", 1), "reads the same as another choice"),
        (("questions", SAY, "ask_if"), "pick has no choice green"),
    ]


def test_a_rule_about_a_question_of_no_known_kind_is_no_problem_besides():
    def spoil(data, asked):
        asked[RATE]["kind"] = "essay"
        asked[SAY]["ask_if"] = {">": [{"var": "rate"}, 3]}
        asked[COUNT]["ask_if"] = {"==": [{"var": "rate"}, "good"]}

    assert [loc for loc, _ in told(spoil)] == [("questions", RATE, "kind")]


def test_a_question_without_its_key_and_those_of_its_choices_is_told_whole():
    def spoil(data, asked):
        asked[PICK]["kee"] = asked[PICK].pop("key")
        for choice in asked[PICK]["choices"]:
            choice["kee"] = choice.pop("key")

    places = {loc for loc, _ in told(spoil)}
    assert {("questions", PICK, "kee"), ("questions", PICK, "choices", 0, "kee")} <= (
        places
    )
