"""Rules as data: what is refused when they are read, and what they are worth."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from surveys import definition, rules
from surveys.located import Misplaced
from tests.surveys import making

ANSWERS = {
    "age": 42,
    "km": 2.5,
    "seen": "yes",
    "what": ("smell", "dust"),
    "day": "2026-01-15",
    "said": "น้ำเหม็น",
    "skipped": None,
}


def var(name):
    return {"var": name}


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ({"==": [var("age"), 42]}, True),
        ({"==": [var("age"), "42"]}, True),
        ({"!=": [var("seen"), "yes"]}, False),
        ({"<": [var("age"), 42]}, False),
        ({"<=": [var("age"), 42]}, True),
        ({">": [var("km"), 2]}, True),
        ({">=": [var("day"), "2026-01-01"]}, True),
        ({"and": [True, var("age")]}, True),
        ({"or": [False, var("skipped")]}, False),
        ({"!": [var("skipped")]}, True),
        ({"in": [var("seen"), ["yes", "no"]]}, True),
        ({"in": ["smell", var("what")]}, True),
        ({"in": ["noise", var("what")]}, False),
        ({"if": [var("seen"), 1, 2]}, 1),
        ({"+": [var("age"), 1, 2]}, 45),
        ({"+": [0.1, 0.2]}, 0.3),
        ({"-": [var("age"), 2]}, 40),
        ({"-": [5]}, -5),
        ({"*": [var("km"), 2]}, 5),
        ({"/": [1, 4]}, 0.25),
        ({"%": [7, 4]}, 3),
        ({"count": [var("what")]}, 2),
        ({"count": [var("skipped")]}, 0),
        ({"length": [var("said")]}, 8),
        ({"today": []}, "2026-11-24"),
        ({"int": ["7.9"]}, 7),
        ({"round": [2.5]}, 3),
        ({"round": [2.345, 2]}, 2.35),
        ({"coalesce": [var("skipped"), var("age")]}, 42),
        (var("."), "this one"),
        (var("never_asked"), None),
    ],
)
def test_what_a_rule_is_worth(rule, value):
    found = rules.evaluate(
        rules.check(rule), ANSWERS, this="this one", today=date(2026, 11, 24)
    )
    assert found == value


@pytest.mark.parametrize(
    "rule",
    [
        {"<": [var("skipped"), 5]},
        {">": [var("skipped"), 5]},
        {"==": [var("skipped"), 0]},
        {"/": [1, 0]},
        {"%": [1, 0]},
        {"*": [var("said"), 2]},
        {"+": [var("skipped"), 1]},
        {"in": [var("skipped"), [""]]},
    ],
)
def test_what_was_not_answered_or_cannot_be_computed_holds_for_nothing(rule):
    assert not rules.holds(rules.check(rule), ANSWERS)


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ({"like": [1, 2]}, "is no operator here"),
        ({"==": [1]}, "takes 2 to 2, not 1"),
        ({"==": [1, 2], "!=": [1, 2]}, "one operator at a time"),
        ({}, "one operator at a time"),
        ({"var": [1]}, "names a question"),
        ({"var": ""}, "names a question"),
        ({"and": [object()]}, "cannot hold object"),
        (float("inf"), "not finite"),
        ({"+": [1] * 51}, "not 51"),
    ],
)
def test_what_we_do_not_evaluate_is_refused_when_it_is_read(rule, why):
    with pytest.raises(Misplaced, match=why):
        rules.check(rule)


def test_a_rule_too_deep_or_too_long_is_refused():
    deep = True
    for _ in range(30):
        deep = {"!": [deep]}
    long = {"and": [{"and": [1] * 20}] * 20}
    for rule in (deep, long):
        with pytest.raises(Misplaced, match="too long or nested too deep"):
            rules.check(rule)


@pytest.mark.parametrize("rule", [{"int": [var(".")]}, {"+": [var("."), 1]}])
def test_a_number_nobody_could_write_out_is_none(rule):
    assert rules.evaluate(rules.check(rule), {}, this="1e999999999") is None


def test_the_names_a_rule_looks_at_are_told_once_each_and_not_the_answer_itself():
    rule = {"and": [{"==": [var("b"), 1]}, {"<": [var("."), var("a")]}, var("b")]}
    assert rules.names(rule) == ("b", "a")


PLAIN = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
)
NAMES = st.sampled_from([*ANSWERS, ".", "unknown"])


def operators(parts):
    """Any operator there is, with as many arguments as it takes."""

    def arguments(name):
        least, most = rules.ARGUMENTS[name]
        return st.lists(parts, min_size=least, max_size=min(most, least + 2))

    known = sorted(set(rules.ARGUMENTS) - {"var", "in"})
    made = st.sampled_from(known).flatmap(
        lambda name: arguments(name).map(lambda given_: {name: given_})
    )
    held = st.tuples(parts, st.lists(PLAIN, max_size=3) | parts)
    return made | held.map(lambda pair: {"in": list(pair)})


RULES = st.recursive(PLAIN | NAMES.map(var), operators, max_leaves=12)
VALUES = PLAIN | st.tuples(st.text(), st.text()) | st.just(()) | st.floats()


@settings(deadline=None, max_examples=300)
@given(RULES, st.dictionaries(st.sampled_from(list(ANSWERS)), VALUES), VALUES)
def test_a_checked_rule_never_raises_whatever_was_answered(rule, answers, this):
    try:
        checked = rules.check(rule)
    except Misplaced:
        return
    rules.holds(checked, answers, this=this, today=date(2026, 11, 24))
    rules.names(checked)


def single(key, **fields):
    choices = making.choices("yes", "no")
    text = making.text(key)
    return {"key": key, "kind": "single", "text": text, "choices": choices, **fields}


def refused(*questions, **fields):
    with pytest.raises(ValidationError) as caught:
        making.survey(questions=list(questions), **fields)
    return str(caught.value)


IS_YES = {"==": [var("b"), "yes"]}


class TestInASurvey:
    """Rules that fit together with the questions, or are refused with the reason."""

    def test_a_rule_that_names_no_question(self):
        rule = {"==": [var("nobody"), 1]}
        assert "there is no question nobody" in refused(single("a", ask_if=rule))

    def test_a_rule_that_looks_ahead(self):
        said = refused(single("a", ask_if=IS_YES), single("b"))
        assert "b has not been asked by then" in said

    def test_a_question_that_hangs_on_itself(self):
        said = refused(single("b", ask_if=IS_YES), single("c"))
        assert "goes round in a circle: b -> b" in said

    def test_two_questions_that_hang_on_each_other(self):
        other = {"==": [var("a"), "yes"]}
        said = refused(single("a", ask_if=IS_YES), single("b", ask_if=other))
        assert "goes round in a circle: a -> b -> a" in said

    def test_a_calculation_that_goes_round(self):
        said = refused(
            single("b"),
            calculations=[
                {"key": "x", "value": {"+": [var("y"), 1]}},
                {"key": "y", "value": {"+": [var("x"), 1]}},
            ],
        )
        assert "goes round in a circle: x -> y -> x" in said

    def test_a_calculation_with_a_questions_name(self):
        said = refused(single("b"), calculations=[{"key": "b", "value": 1}])
        assert "is the name of a question too" in said

    def test_a_rule_looks_ahead_through_a_calculation(self):
        said = refused(
            single("a", ask_if={">": [var("x"), 1]}),
            single("b"),
            calculations=[{"key": "x", "value": {"count": [var("b")]}}],
        )
        assert "b has not been asked by then" in said

    def test_a_constraint_that_leads_back_to_its_own_answer_through_calculations(self):
        said = refused(
            single("a"),
            single("b", constraint={">": [var("."), var("x")]}),
            calculations=[
                {"key": "x", "value": {"+": [var("y"), 1]}},
                {
                    "key": "y",
                    "value": {"+": [{"length": var("b")}, {"count": var("a")}]},
                },
            ],
        )
        assert "goes round in a circle: b -> x -> y -> b" in said

    def test_a_constraint_on_calculations_of_earlier_answers_is_fine(self):
        making.survey(
            questions=[
                single("a"),
                single("b", constraint={">": [{"count": var("b")}, var("x")]}),
            ],
            calculations=[{"key": "x", "value": {"-": [{"count": var("a")}, 1]}}],
        )

    def test_a_version_taken_before_with_such_a_circle_is_read_all_the_same(self):
        data = making.data()
        data["questions"][3]["constraint"] = {">": [var("."), var("x")]}
        data["calculations"] = [{"key": "x", "value": {"+": [var("count"), 1]}}]
        kept = definition.stored(json.dumps(data))
        assert kept.question("count").constraint == data["questions"][3]["constraint"]

    def test_a_rule_on_a_question_of_its_own_shuffled_group(self):
        said = refused(
            single("b", group="g"),
            single("c", group="g", ask_if=IS_YES),
            groups=[{"key": "g", "shuffle": True}],
        )
        assert "b has not been asked by then" in said

    def test_the_same_in_a_group_that_keeps_its_order_is_fine(self):
        making.survey(
            questions=[single("b", group="g"), single("c", group="g", ask_if=IS_YES)],
            groups=[{"key": "g"}],
        )

    def test_a_groups_rule_on_a_question_inside_it(self):
        said = refused(
            single("b", group="g"),
            single("c", group="g"),
            groups=[{"key": "g", "ask_if": IS_YES}],
        )
        assert "circle" in said or "has not been asked by then" in said

    def test_a_rule_on_a_note_which_nobody_answers(self):
        told = {"key": "b", "kind": "note", "text": making.text("b")}
        said = refused(told, single("c", ask_if=IS_YES))
        assert "there is no question b" in said

    @pytest.mark.parametrize(
        ("quota", "why"),
        [
            ({"question": "x", "value": "yes", "at_most": 5}, "there is no question x"),
            (
                {"question": "b", "value": "maybe", "at_most": 5},
                "no single answer to b",
            ),
        ],
    )
    def test_a_quota_of_nothing(self, quota, why):
        assert why in refused(single("b"), quotas=[quota])

    def test_a_group_that_is_torn_apart(self):
        said = refused(
            single("a", group="g"),
            single("b"),
            single("c", group="g"),
            groups=[{"key": "g"}],
        )
        assert "stand one after the other" in said
