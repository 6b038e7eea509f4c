"""Figures from columns: held against counting person by person."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys import estimate, figures, rules, weighting
from surveys.estimate import means, raking, replicates, scales
from surveys.estimate.margins import Margin
from surveys.flow import Answer, State
from surveys.measure import Measure
from surveys.sheet import Coder, Sheet, combined
from tests.surveys import making

SMALL = making.survey()
STATES = (State.SKIPPED, State.DONT_KNOW, None)
QUESTIONS: Mapping[str, Sequence[Any]] = {
    "pick": ("red", "blue"),
    "rate": (1, 2, 3, 4, 5),
    "many": (("fox",), ("fox", "dog"), ("owl",)),
    "count": (0, 3, 9),
}


def sheet_of(rows: Sequence[Mapping[str, Any]]) -> Sheet:
    """Rows of question -> value, a `State`, or nothing for a question not reached."""
    answers = {}
    for key in QUESTIONS:
        coder = Coder[Answer | None]()
        coder.take(_answer(row.get(key)) for row in rows)
        answers[key] = coder.coded()
    plain = Coder[str]()
    plain.take("th" for _ in rows)
    zeros = np.zeros(len(rows), dtype=np.bool_)
    return Sheet(len(rows), answers, plain.coded(), plain.coded(), zeros)


def _answer(value: Any) -> Answer | None:
    if value is None or isinstance(value, State):
        return None if value is None else Answer(value)
    return Answer(State.ANSWERED, value)


def counted(rows: Sequence[Mapping[str, Any]], **measure: Any) -> figures.Figure:
    sheet = sheet_of(rows)
    found = Measure(survey="small", **measure)
    return figures.figure(sheet, SMALL, found, who=sheet.everyone(), seed=7)


people = st.lists(
    st.fixed_dictionaries(
        {key: st.sampled_from([*values, *STATES]) for key, values in QUESTIONS.items()}
    ),
    max_size=80,
)


@settings(deadline=None)
@given(people)
def test_a_share_is_what_counting_one_by_one_gives(rows: list[dict[str, Any]]) -> None:
    rule = {"==": [{"var": "pick"}, "red"]}
    found = counted(
        rows, question="many", kind="share", values=("fox", "owl"), where=rule
    )
    inside = [row for row in rows if row["pick"] == "red"]
    given_ = [_answer(row["many"]) for row in inside]
    asked = [answer for answer in given_ if answer is not None]
    expected = estimate.share(asked, ("fox", "owl"))
    assert (found.n, found.successes) == (expected.n, expected.successes)
    assert (found.skipped, found.dont_know) == (expected.skipped, expected.dont_know)
    assert found.not_asked == given_.count(None)
    assert found.outside == len(rows) - len(inside)
    assert len(rows) == found.n + found.skipped + found.dont_know + (
        found.not_asked + found.outside
    )
    if expected.value is None:
        assert found.plain.value is None
    else:
        assert found.plain.value == expected.value * 100
        assert found.plain.low == expected.low * 100
        assert found.distribution["fox"] == sum(
            "fox" in answer.value for answer in asked if answer.value is not None
        )


@settings(deadline=None)
@given(people)
def test_a_mean_is_what_the_answers_give_by_themselves(
    rows: list[dict[str, Any]],
) -> None:
    given_ = [row["count"] for row in rows if isinstance(row["count"], int)]
    points = sorted(set(given_))
    expected = means.mean(points, [given_.count(point) for point in points], seed=7)
    found = counted(rows, question="count", kind="mean")
    assert (found.n, found.plain.value) == (expected.n, expected.value)
    assert (found.plain.low, found.plain.high) == (expected.low, expected.high)
    percent = counted(rows, question="count", kind="mean_pct")
    if expected.value is not None:
        assert percent.plain.value == pytest.approx(expected.value / 9 * 100)


@settings(deadline=None)
@given(people)
def test_the_order_of_the_rows_changes_no_digit(rows: list[dict[str, Any]]) -> None:
    there = counted(rows, question="rate", kind="top2", values=(4, 5))
    back = counted(rows[::-1], question="rate", kind="top2", values=(4, 5))
    assert there == back


@settings(deadline=None)
@given(people)
def test_a_rule_holds_for_whom_it_holds_one_by_one(rows: list[dict[str, Any]]) -> None:
    rule = {"or": [{">=": [{"var": "rate"}, 4]}, {"in": ["fox", {"var": "many"}]}]}
    found = sheet_of(rows).meets(rule)
    plain = [
        {key: None if isinstance(value, State) else value for key, value in row.items()}
        for row in rows
    ]
    assert found.tolist() == [rules.holds(rule, row) for row in plain]


@settings(deadline=None)
@given(people)
def test_an_index_is_of_those_who_answered_every_item(
    rows: list[dict[str, Any]],
) -> None:
    survey = making.survey(questions=_two_scales())
    sheet = sheet_of([{**row, "count": row["rate"]} for row in rows])
    measure = Measure(survey="small", kind="index", items=("rate", "count"))
    found = figures.figure(sheet, survey, measure, who=sheet.everyone(), seed=7)
    both = [row["rate"] for row in rows if isinstance(row["rate"], int)]
    expected = scales.scale([(point, point) for point in both], seed=7)
    assert (found.n, found.plain.value) == (expected.n, expected.index.value)
    assert found.alpha == expected.alpha


def _two_scales() -> list[dict[str, Any]]:
    questions = making.data()["questions"]
    scale = next(each for each in questions if each["key"] == "rate")
    return [
        each if each["key"] != "count" else {**scale, "key": "count"}
        for each in questions
    ]


def weighted_rows() -> list[dict[str, Any]]:
    """240 people: three of four say blue, and blue gives low points."""
    return [
        {
            "pick": "red" if number % 4 == 0 else "blue",
            "rate": 5 if number % 4 == 0 else 1 + number % 3,
            "count": (0, 3, 9)[number % 3],
        }
        for number in range(240)
    ]


HALVES = [Margin("pick", {"red": 500, "blue": 500})]


def test_a_weighted_share_has_wilsons_interval_at_the_effective_size() -> None:
    sheet = sheet_of(weighted_rows())
    who = sheet.everyone()
    weights = weighting.weigh(sheet, HALVES, who, seed=1)
    assert isinstance(weights, weighting.Weighting)
    top2 = Measure(survey="small", question="rate", kind="top2", values=(4, 5))
    found = figures.figure(sheet, SMALL, top2, who=who, seed=7, weighting=weights)
    # Sixty red of 240 weigh half; every red gave a five, and nobody else a four.
    assert found.plain.value == 25.0
    assert found.weighted is not None
    assert found.weighted.value == pytest.approx(50.0)
    interval = estimate.wilson(found.weighted.n_eff / 2, found.weighted.n_eff)
    assert found.weighted.low == pytest.approx(interval.low * 100)
    assert found.headline is found.weighted
    assert weights.left_out == 0


def test_a_weighted_mean_draws_from_the_waves_own_replicates() -> None:
    sheet = sheet_of(weighted_rows())
    who = sheet.everyone()
    weights = weighting.weigh(sheet, HALVES, who, seed=1)
    assert isinstance(weights, weighting.Weighting)
    mean = Measure(survey="small", question="count", kind="mean")
    found = figures.figure(sheet, SMALL, mean, who=who, seed=7, weighting=weights)
    table = {("red",): [0, 0, 0], ("blue",): [0, 0, 0]}
    for row in weighted_rows():
        table[(row["pick"],)][(0, 3, 9).index(row["count"])] += 1
    raked = raking.rake({cell: sum(row) for cell, row in table.items()}, HALVES)
    expected = replicates.weighted_mean_interval(
        replicates.draw(raked, seed=1),
        (0.0, 3.0, 9.0),
        [table[cell] for cell in raked.cells],
        indicator=7,
    )
    assert found.weighted is not None
    assert found.weighted.value == pytest.approx(expected.value, abs=1e-12)
    assert found.weighted.seed == 1


def test_few_effective_answers_leave_the_plain_value_as_the_headline() -> None:
    rows = weighted_rows()[:80]
    sheet = sheet_of(rows)
    who = sheet.everyone()
    weights = weighting.weigh(sheet, HALVES, who, seed=1)
    assert isinstance(weights, weighting.Weighting)
    top2 = Measure(survey="small", question="rate", kind="top2", values=(4, 5))
    found = figures.figure(sheet, SMALL, top2, who=who, seed=7, weighting=weights)
    assert found.why_unweighted == "weighting.n_eff"
    assert found.headline is found.plain


def test_who_left_the_question_of_a_margin_out_has_no_weight_and_is_told() -> None:
    rows = [*weighted_rows(), *({"rate": 5, "pick": State.SKIPPED} for _ in range(7))]
    sheet = sheet_of(rows)
    weights = weighting.weigh(sheet, HALVES, sheet.everyone(), seed=1)
    assert isinstance(weights, weighting.Weighting)
    assert weights.left_out == 7
    top2 = Measure(survey="small", question="rate", kind="top2", values=(4, 5))
    found = figures.figure(
        sheet, SMALL, top2, who=sheet.everyone(), seed=7, weighting=weights
    )
    assert found.n == 247
    assert found.weighted is not None
    assert found.weighted.n == 240


def test_margins_that_do_not_fit_the_answers_say_why() -> None:
    sheet = sheet_of(weighted_rows())
    nobody = [Margin("pick", {"red": 0, "blue": 500})]
    found = weighting.weigh(sheet, nobody, sheet.everyone(), seed=1)
    assert isinstance(found, weighting.Refused)
    assert "pick, red" in found.told


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(0, 4), min_size=6, max_size=6), max_size=3))
def test_columns_are_combined_as_their_rows_are(columns: list[list[int]]) -> None:
    patterns, codes = combined([np.array(each) for each in columns], 6)
    rows = list(zip(*columns, strict=True)) if columns else [()] * 6
    assert [patterns[code] for code in codes] == rows
    assert patterns == sorted(set(rows))


def test_a_seed_follows_from_what_it_is_for() -> None:
    assert figures.seed_of("w", "ET-S1") == figures.seed_of("w", "ET-S1")
    assert figures.seed_of("w", "ET-S1") != figures.seed_of("w", "ET-S2")


@pytest.mark.parametrize(
    ("successes", "shown"), [(0, True), (1, False), (4, False), (5, True), (36, False)]
)
def test_a_share_that_tells_of_one_to_four_people_is_not_shown(successes, shown):
    found = figures._share([40 - successes, successes])
    assert found.value is not None
    assert found.is_shown is shown


@pytest.mark.parametrize(
    ("others", "shown"),
    [((), True), ((1,), False), ((1, 2, 3, 3), False), ((1, 2, 3, 3, 1), True)],
)
def test_a_mean_that_tells_of_one_to_four_people_is_not_shown(others, shown):
    rows = [{"rate": each} for each in (*[5] * 40, *others)]
    found = counted(rows, question="rate", kind="mean")
    assert found.plain.value is not None
    assert found.plain.is_shown is shown


def test_a_weighted_mean_that_tells_of_one_to_four_people_is_not_shown():
    rows = [{"pick": ("red", "blue")[each % 2], "rate": 5} for each in range(200)]
    rows[0]["rate"] = rows[1]["rate"] = 1
    sheet = sheet_of(rows)
    margins = [Margin("pick", {"red": 55, "blue": 45})]
    weights = weighting.weigh(sheet, margins, sheet.everyone(), 3)
    found = figures.figure(
        sheet,
        SMALL,
        Measure(survey="small", question="rate", kind="mean"),
        who=sheet.everyone(),
        seed=7,
        weighting=weights,
    )
    assert found.headline is found.weighted
    assert found.headline.tells_few
