"""The way through a survey: what comes next, what is left out, how many there are."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys import route
from surveys.definition import Survey
from surveys.flow import Answer, State
from tests.surveys import making

SKIPPED = Answer(State.SKIPPED)


def single(key, **fields):
    choices = making.choices("yes", "no")
    text = making.text(key)
    return {"key": key, "kind": "single", "text": text, "choices": choices, **fields}


def note(key, **fields):
    return {"key": key, "kind": "note", "text": making.text(key), **fields}


def number(key, **fields):
    text = making.text(key)
    return {"key": key, "kind": "number", "text": text, "min": 0, "max": 99, **fields}


def is_yes(key):
    return {"==": [{"var": key}, "yes"]}


def survey(*questions, **fields) -> Survey:
    return making.survey(questions=list(questions), **fields)


def said(**values):
    return {
        key: SKIPPED if value is None else Answer(State.ANSWERED, value)
        for key, value in values.items()
    }


def key_of(question):
    return None if question is None else question.key


def walk(asked, choose, order=None, today=None):
    """Every question put, with its place and the total, until there is no more."""
    answers, seen = {}, []
    while (question := route.pending(asked, answers, order, today=today)) is not None:
        place = route.position(asked, question, answers, order, today=today)
        seen.append((question.key, *place))
        answers[question.key] = choose(question)
        assert len(seen) <= len(asked.questions)
    return seen, answers


def test_the_first_question_without_an_answer_is_asked_next():
    asked = making.survey()
    seen, answers = walk(asked, lambda question: SKIPPED)
    assert seen == [
        (key, place, 5)
        for place, key in enumerate(("pick", "rate", "many", "count", "say"), start=1)
    ]
    del answers["rate"]
    assert key_of(route.pending(asked, answers)) == "rate"


def test_what_does_not_apply_is_left_out_and_the_total_falls():
    asked = survey(
        single("a"),
        single("b", ask_if=is_yes("a")),
        single("c", ask_if=is_yes("b")),
        single("d"),
    )
    no, yes = Answer(State.ANSWERED, "no"), Answer(State.ANSWERED, "yes")
    seen, _ = walk(asked, lambda question: no)
    assert seen == [("a", 1, 4), ("d", 2, 2)]
    seen, _ = walk(asked, lambda question: yes)
    assert seen == [("a", 1, 4), ("b", 2, 4), ("c", 3, 4), ("d", 4, 4)]
    assert route.length(asked) == 4


def test_a_question_after_one_that_is_never_asked_is_not_counted():
    # c hangs on b, and b has been ruled out: c will not come, and is not announced.
    asked = survey(
        single("a"),
        single("b", ask_if=is_yes("a")),
        single("d"),
        single("c", ask_if=is_yes("b")),
    )
    question = asked.question("d")
    assert route.position(asked, question, said(a="no")) == (2, 2)


def test_a_group_is_asked_as_a_whole_or_not_at_all():
    asked = survey(
        single("a"),
        single("b", group="g"),
        single("c", group="g"),
        single("d"),
        groups=[{"key": "g", "ask_if": is_yes("a")}],
    )
    assert key_of(route.pending(asked, said(a="no"))) == "d"
    assert key_of(route.pending(asked, said(a="yes"))) == "b"


def test_a_rule_looks_through_calculations():
    asked = survey(
        number("a"),
        number("b"),
        single("c", ask_if={">": [{"var": "twice"}, 10]}),
        calculations=[
            {"key": "twice", "value": {"*": [{"var": "sum"}, 2]}},
            {"key": "sum", "value": {"+": [{"var": "a"}, {"var": "b"}]}},
        ],
    )
    assert route.pending(asked, said(a=2, b=3)) is None
    assert key_of(route.pending(asked, said(a=2, b=4))) == "c"
    assert route.values(asked, said(a=2, b=4))["twice"] == 12
    # It may still come until both are answered.
    assert route.position(asked, asked.question("b"), said(a=2)) == (2, 3)


def test_a_rule_may_look_at_the_day():
    rule = {">=": [{"today": []}, "2027-01-01"]}
    asked = survey(single("a"), single("b", ask_if=rule))
    assert route.pending(asked, said(a="yes"), today=date(2026, 12, 31)) is None
    found = route.pending(asked, said(a="yes"), today=date(2027, 1, 1))
    assert key_of(found) == "b"


def test_a_shuffled_group_keeps_its_place_and_the_same_seed_its_order():
    asked = survey(
        single("a"),
        *(single(key, group="g") for key in "bcdef"),
        single("z"),
        groups=[{"key": "g", "shuffle": True}],
    )
    orders = {seed: route.order(asked, str(seed)) for seed in range(20)}
    assert all(each[0] == "a" and each[-1] == "z" for each in orders.values())
    assert all(sorted(each) == sorted("abcdefz") for each in orders.values())
    assert len({tuple(each) for each in orders.values()}) > 10
    assert orders == {seed: route.order(asked, str(seed)) for seed in range(20)}
    seen, _ = walk(asked, lambda question: SKIPPED, orders[3])
    assert [key for key, _, _ in seen] == orders[3]


def test_where_nothing_is_shuffled_there_is_no_order_to_keep():
    assert route.order(survey(single("a"), single("b")), "1") is None


def test_notes_are_told_before_the_next_question_and_not_counted():
    asked = survey(
        note("n1"),
        single("a"),
        note("n2"),
        single("b", ask_if=is_yes("a")),
        note("n3", ask_if=is_yes("a")),
        single("c"),
        note("n4"),
    )

    def told(before, **values):
        question = None if before is None else asked.question(before)
        return [each.key for each in route.notes(asked, question, said(**values))]

    assert told("a") == ["n1"]
    assert told("b", a="yes") == ["n2"]
    assert told("c", a="yes", b="yes") == ["n3"]
    assert told("c", a="no") == ["n2"]
    assert told(None, a="no", c="no") == ["n4"]
    assert route.length(asked) == 3


def test_the_answer_before_the_open_question_is_the_last():
    asked = survey(single("a"), single("b", ask_if=is_yes("a")), single("c"))
    assert route.last_answered(asked, {}) is None
    assert key_of(route.last_answered(asked, said(a="no"))) == "a"
    # An answer that is not asked for any more is not the one that is changed.
    assert key_of(route.last_answered(asked, said(a="no", b="yes", c="no"))) == "c"


def test_answers_that_a_changed_one_rules_out_are_astray_with_all_that_hang_on_them():
    asked = survey(
        single("a"),
        single("b", ask_if=is_yes("a")),
        single("c", ask_if=is_yes("b")),
        single("d"),
    )
    changed = asked.question("a")
    before = said(a="yes", b="yes", c="no", d="no")
    assert route.astray(asked, changed, before) == []
    assert route.astray(asked, changed, before | said(a="no")) == ["b", "c"]


def test_what_only_the_day_ruled_out_is_not_astray():
    rule = {"<": [{"today": []}, "2027-01-01"]}
    asked = survey(single("a"), single("b", ask_if=rule), single("c"))
    answers = said(a="yes", b="yes", c="no")
    changed = asked.question("c")
    assert route.astray(asked, changed, answers, today=date(2027, 1, 2)) == []


def test_a_constraint_says_why_and_lets_pass_what_fits():
    rule = {"<=": [{"var": "."}, {"var": "a"}]}
    message = making.text("too many")
    asked = survey(
        number("a"), number("b", constraint=rule, constraint_message=message)
    )
    question = asked.question("b")
    assert route.refusal(asked, question, 3, said(a=3)) is None
    assert route.refusal(asked, question, 4, said(a=3)).say("th") == "too many"
    # Compared with an answer there is not, nothing is less: it is asked again.
    assert route.refusal(asked, question, 4, said(a=None)) is not None


@pytest.mark.parametrize(
    ("complete", "full"),
    [({}, False), ({("a", "yes"): 2}, False), ({("a", "yes"): 3}, True)],
)
def test_a_quota_is_full_at_its_number_for_those_under_it(complete, full):
    quota = {"question": "a", "value": "yes", "at_most": 3}
    asked = survey(single("a"), single("b"), quotas=[quota])
    assert (route.full_quota(asked, said(a="yes"), complete) is not None) is full
    assert route.full_quota(asked, said(a="no"), complete) is None
    assert route.full_quota(asked, said(a=None), complete) is None


@st.composite
def surveys(draw):
    """Surveys with rules, groups, calculations and notes, all in order."""
    count = draw(st.integers(2, 9))
    shuffled = draw(st.booleans())
    start = draw(st.integers(0, count - 1))
    end = draw(st.integers(start, count - 1))
    questions = []
    for n in range(count):
        inside = start <= n <= end
        open_to = [
            f"q{k}" for k in range(n) if not (shuffled and inside and k >= start)
        ]
        fields = {"group": "g"} if inside else {}
        if open_to and draw(st.booleans()):
            rule = is_yes(draw(st.sampled_from(open_to)))
            if draw(st.booleans()):
                rule = {"!": [rule]}
            if draw(st.booleans()):
                other = is_yes(draw(st.sampled_from(open_to)))
                rule = {draw(st.sampled_from(["and", "or"])): [rule, other]}
            fields["ask_if"] = rule
        told = n > 0 and draw(st.integers(0, 9)) == 0 and not inside
        questions.append(note(f"n{n}") if told else single(f"q{n}", **fields))
    notes = {each["key"] for each in questions if each["kind"] == "note"}
    for each in questions:
        if any(f"q{key[1:]}" in str(each.get("ask_if")) for key in notes):
            each.pop("ask_if")
    return survey(*questions, groups=[{"key": "g", "shuffle": shuffled}])


@settings(deadline=None)
@given(surveys(), st.randoms(use_true_random=False))
def test_along_any_way_the_total_never_grows_and_the_place_is_one_more(asked, chance):
    values = (
        SKIPPED,
        Answer(State.DONT_KNOW),
        Answer(State.ANSWERED, "yes"),
        Answer(State.ANSWERED, "no"),
    )
    order = route.order(asked, str(chance.random()))
    seen, answers = walk(asked, lambda question: chance.choice(values), order)
    assert [place for _, place, _ in seen] == list(range(1, len(seen) + 1))
    totals = [of for _, _, of in seen]
    assert totals == sorted(totals, reverse=True)
    assert all(place <= of for _, place, of in seen)
    # Nothing answered on the way is astray at its end.
    for question in asked.questions:
        assert route.astray(asked, question, answers, order) == []
    assert totals[:1] in ([], [route.length(asked)])
