"""Every count that two records told is held against the other's."""

from typing import Any

import pytest

from surveys.apart import few_between
from surveys.record import IndicatorRecord
from tests.surveys.test_record import GONE, WORDS, made


def beside(n: int, gave: int, **weighted: Any) -> dict[str, Any]:
    return {"n": n, "value": gave / n * 100, "low": None, "high": None, **weighted}


def share(**changed: Any) -> IndicatorRecord:
    """200 of whom 120 gave it: 60 with an interviewer, 180 without odd answers, 150
    with a weight, and 190 who answered what a benchmark is known of."""
    told = {
        "value": 60.0,
        "n": 200,
        "numerator": 120,
        "unweighted": beside(200, 120),
        "weighted": beside(150, 90, n_eff=120.0, deff=1.25),
        "by_mode": {"self": beside(140, 80), "interviewer": beside(60, 40)},
        "flags_removed": {"told": beside(180, 110), "apart": False},
        "calibration_gap": gap(190),
    }
    return made(**(told | changed))


def gap(n: int) -> dict[str, Any]:
    return {
        "points": 5.0,
        "value": 50.0,
        "low": 40.0,
        "high": 60.0,
        "n": n,
        "weighted": True,
        "known": 45.0,
        "question": WORDS,
        "source": "a register",
        "as_of": "2026-01-01",
    }


def halves(n: int, gave: int) -> dict[str, Any]:
    return {"self": beside(200 - n, 120 - gave), "interviewer": beside(n, gave)}


@pytest.mark.parametrize(
    "changed",
    [
        {"n": 203, "numerator": GONE},
        {"numerator": 122},
        {"unweighted": beside(197, 118)},
        {"weighted": beside(152, 90, n_eff=120.0, deff=1.25)},
        {"by_mode": halves(63, 42)},
        {"by_mode": halves(60, 38)},
        {"flags_removed": {"told": beside(183, 110), "apart": False}},
        {"flags_removed": {"told": beside(180, 112), "apart": False}},
        # All of the one are the other without odd answers, but for two.
        {"flags_removed": {"told": beside(198, 118), "apart": False}},
        {"calibration_gap": gap(193)},
    ],
    ids=str,
)
def test_a_few_between_any_two_counts_are_found(changed):
    assert few_between(share(), share(**changed))
    assert few_between(share(**changed), share())


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"n": 220, "numerator": 130, "unweighted": beside(220, 130)},
        {"by_mode": halves(70, 45)},
        {"by_mode": GONE, "flags_removed": GONE, "weighted": GONE},
        {"flags_removed": {"told": beside(170, 105), "apart": False}},
        {"weighted": beside(160, 90, n_eff=120.0, deff=1.25)},
        {"calibration_gap": gap(180)},
        {"calibration_gap": gap(199)},
    ],
    ids=str,
)
def test_many_or_none_between_them_are_not(changed):
    assert not few_between(share(), share(**changed))


def test_two_parts_of_one_record_may_be_nearly_as_many():
    alike = {"by_mode": halves(98, 60), "weighted": beside(100, 60, n_eff=90.0)}
    assert not few_between(share(**alike), share(**alike))


@pytest.mark.parametrize(("n", "few"), [(200, False), (171, True), (170, False)])
def test_the_sum_of_fewer_than_thirty_is_not_told_by_two_means(n, few):
    def mean(n: int) -> IndicatorRecord:
        both = {"unweighted": beside(n, n), "numerator": GONE}
        return made(kind="mean", value=3.5, n=n, **both)

    assert few_between(mean(200), mean(n)) is few


@pytest.mark.parametrize("with_weight", [195, 190, 171])
def test_a_weighted_mean_is_not_held_against_itself(with_weight):
    """Its sum is not told: nothing is to be had between it and the unweighted one."""
    told = {"value": 3.5, "low": None, "high": None}
    mean = made(
        kind="mean",
        value=3.5,
        n=200,
        unweighted=told | {"n": 200},
        weighted=told | {"n": with_weight, "n_eff": 120.0, "deff": 1.25},
        by_mode=GONE,
        flags_removed=GONE,
        calibration_gap=GONE,
    )
    assert not few_between(mean, mean)
