"""Shares and their intervals."""

import math
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from surveys import estimate
from surveys.catalogue import Measure
from surveys.estimate import Estimate
from surveys.flow import Answer, State
from tests.surveys.estimate import coverage

UNKNOWN = Answer(State.DONT_KNOW)
SKIPPED = Answer(State.SKIPPED)


def said(*values: Any) -> list[Answer]:
    return [Answer(State.ANSWERED, value) for value in values]


def measure(kind: Any, *values: str | int) -> Measure:
    return Measure(survey="small", question="pick", kind=kind, values=values)


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        (0, 20, "0.00", "16.11"),
        (0, 10, "0.00", "27.75"),
        (8, 10, "49.02", "94.33"),
        (27, 30, "74.38", "96.54"),
        (40, 50, "66.96", "88.76"),
        (80, 100, "71.12", "86.66"),
        (320, 400, "75.80", "83.63"),
        (200, 400, "45.12", "54.88"),
        # 0.8 of 400 weighted answers with a design effect of 1.5
        (0.8 * 400 / 1.5, 400 / 1.5, "74.79", "84.36"),
        (1, 1, "20.65", "100.00"),
    ],
)
def test_wilson_gives_the_known_intervals(
    successes: float, n: float, low: str, high: str
) -> None:
    interval = estimate.wilson(successes, n)
    assert estimate.percent(interval.low, 2) == Decimal(low)
    assert estimate.percent(interval.high, 2) == Decimal(high)


@given(st.integers(1, 200_000), st.data(), st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_wilson_agrees_with_statsmodels(
    n: int, data: st.DataObject, confidence: float
) -> None:
    successes = data.draw(st.integers(0, n))
    interval = estimate.wilson(successes, n, confidence)
    low, high = proportion_confint(successes, n, 1 - confidence, "wilson")
    assert math.isclose(interval.low, low, rel_tol=0, abs_tol=1e-9)
    assert math.isclose(interval.high, high, rel_tol=0, abs_tol=1e-9)
    assert 0 <= interval.low <= successes / n <= interval.high <= 1


@given(st.integers(1, 10_000_000))
def test_the_bounds_are_exact_at_none_and_at_all(n: int) -> None:
    assert estimate.wilson(0, n).low == 0.0
    assert estimate.wilson(n, n).high == 1.0
    # Its known closed forms at the ends.
    z2 = 1.959963984540054**2
    assert math.isclose(estimate.wilson(0, n).high, z2 / (n + z2), rel_tol=1e-9)
    assert math.isclose(estimate.wilson(n, n).low, n / (n + z2), rel_tol=1e-9)


@pytest.mark.parametrize(
    ("successes", "n", "confidence"),
    [(0, 0, 0.95), (2, 1, 0.95), (-1, 5, 0.95), (1, 5, 1.0), (1, math.nan, 0.95)],
)
def test_there_is_no_interval_for_what_cannot_be(
    successes: float, n: float, confidence: float
) -> None:
    with pytest.raises(ValueError, match="no interval"):
        estimate.wilson(successes, n, confidence)


def test_unknown_and_skipped_are_outside_the_base_and_counted_apart() -> None:
    answers = [*said("yes", "yes", "no", "unsure"), UNKNOWN, SKIPPED, SKIPPED]
    interval = estimate.wilson(2, 4)
    assert estimate.proportion(measure("share", "yes"), answers) == Estimate(
        n=4,
        successes=2,
        value=0.5,
        low=interval.low,
        high=interval.high,
        dont_know=1,
        skipped=2,
    )


def test_an_empty_base_has_no_share() -> None:
    found = estimate.proportion(measure("share", "yes"), iter([UNKNOWN, SKIPPED]))
    assert found == Estimate(0, 0, None, None, None, dont_know=1, skipped=1)


def test_top2_counts_the_points_four_and_five() -> None:
    # The published example: 5/10/40/180/165 answers give 86.25 percent.
    answers = said(*[1] * 5, *[2] * 10, *[3] * 40, *[4] * 180, *[5] * 165)
    found = estimate.top2(answers)
    assert (found.n, found.successes) == (400, 345)
    assert found.value == 0.8625
    assert estimate.proportion(measure("top2", 4, 5), answers) == found


def test_one_of_several_chosen_is_enough() -> None:
    answers = said(("none",), ("smell", "noise"), ("noise",))
    assert estimate.share(answers, ["none"]).successes == 1
    assert estimate.share(answers, ["smell", "dust"]).successes == 1
    assert estimate.share(answers, ["smell", "noise"]).successes == 2


@given(st.lists(st.sampled_from([*said(1, 2, 3, 4, 5), UNKNOWN, SKIPPED])))
def test_every_answer_is_counted_once(answers: list[Answer]) -> None:
    found = estimate.top2(answers)
    assert found.n + found.dont_know + found.skipped == len(answers)
    rest = estimate.share(answers, (1, 2, 3))
    assert found.successes + rest.successes == found.n


def test_a_share_is_shown_from_thirty_answers_on() -> None:
    assert not estimate.publishable(29)
    assert estimate.publishable(30)


@pytest.mark.parametrize(
    ("n", "low", "high", "warned"),
    [
        (29, 45.0, 55.0, False),  # not shown at all
        (30, 45.0, 55.0, True),
        (59, 45.0, 55.0, True),
        (60, 45.0, 55.0, False),
        (400, 30.0, 61.0, True),
        (400, 35.0, 65.0, False),
        (400, None, None, False),
    ],
)
def test_a_share_from_few_people_is_shown_with_a_warning(
    n: int, low: float | None, high: float | None, warned: bool
) -> None:
    assert estimate.careful(n, low, high) is warned


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (0.8625, 1, "86.3"),  # binary rounding would give 86.2
        (0.285, 0, "29"),
        (0.1235, 1, "12.4"),
        (0.0, 1, "0.0"),
        (1.0, 1, "100.0"),
        (1 / 3, 2, "33.33"),
        (2 / 3, 1, "66.7"),
        (1e-05, 1, "0.0"),
        (-0.0625, 1, "-6.3"),
    ],
)
def test_percents_are_rounded_half_up(value: float, digits: int, shown: str) -> None:
    assert str(estimate.percent(value, digits)) == shown


def test_a_small_effective_size_is_not_shown_either() -> None:
    assert not estimate.publishable(400, 29.9)
    assert estimate.publishable(30, 30.0)
    assert not estimate.careful(400, 45.0, 55.0, n_eff=29.0)  # not shown at all


def test_a_share_with_a_large_relative_error_is_shown_with_a_warning() -> None:
    rse = estimate.relative_standard_error
    # 2 percent of 400: 0.7 points to 2 points is 35 percent.
    assert rse(0.02, 400) == pytest.approx(0.35)
    assert estimate.careful(400, 1.0, 4.0, rse=rse(0.02, 400))
    assert not estimate.careful(400, 45.0, 55.0, rse=rse(0.5, 400))
    assert estimate.careful(400, 45.0, 55.0, rse=0.30)
    assert rse(0.0, 400) == math.inf
    assert rse(1.0, 400) == 0.0


@pytest.mark.parametrize(
    ("n", "met"), [(50, 46), (100, 88), (200, 172), (400, 336), (1000, 825)]
)
def test_so_many_are_needed_to_meet_a_target_of_80_percent(n: int, met: int) -> None:
    def found(successes: int) -> estimate.Threshold:
        interval = estimate.wilson(successes, n)
        return estimate.threshold(interval.low, interval.high, 0.8)

    assert found(met) is estimate.Threshold.MET
    assert found(met - 1) is estimate.Threshold.UNCERTAIN
    # Less is better: of the complement to a target of at most 20 percent.
    interval = estimate.wilson(n - met, n)
    down = estimate.threshold(interval.low, interval.high, 0.2, "down")
    assert down is estimate.Threshold.MET


@pytest.mark.parametrize(
    ("low", "high", "up", "down"),
    [
        (80.0, 90.0, "met", "uncertain"),
        (70.0, 80.0, "uncertain", "met"),
        (70.0, 79.9, "not_met", "met"),
        (80.1, 90.0, "met", "not_met"),
        (80.0, 80.0, "met", "met"),
    ],
)
def test_a_target_is_met_by_the_whole_interval(
    low: float, high: float, up: str, down: str
) -> None:
    assert estimate.threshold(low, high, 80.0) == up
    assert estimate.threshold(low, high, 80.0, "down") == down


def test_the_example_of_the_report_misses_its_target() -> None:
    interval = estimate.wilson(313, 412)
    assert estimate.percent(interval.low, 2) == Decimal("71.62")
    assert estimate.percent(interval.high, 2) == Decimal("79.84")  # by statsmodels too
    assert estimate.threshold(interval.low, interval.high, 0.8) == "not_met"


@pytest.mark.parametrize(("share", "n"), [(0.5, 39), (0.8, 26), (0.9, 17)])
def test_an_interval_is_narrow_enough_from_so_many_on(share: float, n: int) -> None:
    def width(n: int) -> float:
        interval = estimate.wilson(share * n, n)
        return interval.high - interval.low

    assert width(n) <= 0.30 < width(n - 1)


groups = st.lists(
    st.tuples(st.floats(0.3, 3.0), st.integers(0, 500), st.floats(0, 1)),
    min_size=1,
    max_size=20,
).map(lambda rows: [(w, n, round(n * part)) for w, n, part in rows])


@given(groups)
def test_a_weighted_share_lies_in_its_interval(
    rows: list[tuple[float, int, int]],
) -> None:
    found = estimate.weighted(*map(list, zip(*rows, strict=True)))
    assert found.n == sum(n for _, n, _ in rows)
    if not found.n:
        assert (found.value, found.low, found.high) == (None, None, None)
        return
    assert found.value is not None
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.n_eff <= found.n * (1 + 1e-12)
    assert found.deff == pytest.approx(found.n / found.n_eff)


@given(st.integers(1, 5000), st.data(), st.floats(0.3, 3.0))
def test_equal_weights_weigh_nothing(n: int, data: st.DataObject, w: float) -> None:
    successes = data.draw(st.integers(0, n))
    found = estimate.weighted([w], [n], [successes])
    plain = estimate.wilson(successes, n)
    assert found.n_eff == pytest.approx(n, rel=1e-12)
    assert found.low == pytest.approx(plain.low, abs=1e-9)
    assert found.high == pytest.approx(plain.high, abs=1e-9)


def test_a_weighted_share_uses_its_effective_size() -> None:
    # Half of 400 count twice: n_eff is 600^2 / 1000.
    found = estimate.weighted([1.0, 2.0], [200, 200], [100, 180])
    assert found.n_eff == pytest.approx(360)
    assert found.value == pytest.approx(460 / 600)
    plain = estimate.wilson(360 * 460 / 600, 360)
    assert found.low == pytest.approx(plain.low, abs=1e-9)


@pytest.mark.parametrize(
    ("w", "n", "hits"), [(0.0, 5, 1), (-1.0, 5, 1), (1.0, 5, 6), (1.0, 5, -1)]
)
def test_weights_that_cannot_be_are_refused(w: float, n: int, hits: int) -> None:
    with pytest.raises(ValueError, match="weights are positive"):
        estimate.weighted([w], [n], [hits])


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    """Exactly, by the sum over the binomial, at every n from 30 to 1,000."""
    for n in coverage.SIZES:
        assert 0.94 <= coverage.of_wilson(n).mean() <= 0.96, n
