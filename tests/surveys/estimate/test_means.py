"""Means and their intervals, from counts of values."""

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from surveys.estimate import means
from surveys.estimate.means import Mean, Method
from tests.surveys.estimate import coverage

POINTS = (1, 2, 3, 4, 5)
counts_of_points = st.lists(st.integers(0, 80), min_size=5, max_size=5)


def rows(values: Sequence[float], counts: Sequence[int]) -> list[float]:
    return np.repeat(values, counts).tolist()


@pytest.mark.parametrize("df", [*range(1, 121), 399, 1000, 12345])
def test_the_quantiles_of_t_agree_with_scipy(df: int) -> None:
    for probability in (0.005, 0.025, 0.05, 0.3, 0.5, 0.6, 0.9, 0.95, 0.975, 0.995):
        expected = stats.t.ppf(probability, df)
        assert means.t_quantile(probability, df) == pytest.approx(
            expected, rel=1e-9, abs=1e-9
        )


@pytest.mark.parametrize(("p", "df"), [(0.0, 5), (1.0, 5), (0.5, 0), (math.nan, 5)])
def test_there_is_no_quantile_of_t_where_none_can_be(p: float, df: int) -> None:
    with pytest.raises(ValueError, match="no quantile"):
        means.t_quantile(p, df)


def test_the_published_example() -> None:
    found = means.mean(POINTS, (5, 10, 40, 180, 165))
    assert found.n == 400
    assert found.value == 4.225
    assert found.sd is not None
    assert f"{found.sd:.4f}" == "0.8222"
    half = 1.96 * found.sd / 20
    assert (f"{4.225 - half:.3f}", f"{4.225 + half:.3f}") == ("4.144", "4.306")
    # The bootstrap says the same to two decimals or nearly so.
    assert found.low == pytest.approx(4.144, abs=0.01)
    assert found.high == pytest.approx(4.306, abs=0.01)
    assert found.method is Method.BOOTSTRAP
    assert (found.seed, found.replicates) == (means.SEED, 2000)


@given(counts_of_points)
@settings(max_examples=60, deadline=None)
def test_a_mean_lies_in_its_interval(counts: list[int]) -> None:
    found = means.mean(POINTS, counts, replicates=200)
    if not found.n:
        assert found == Mean(0, None, None, None, None)
        return
    data = rows(POINTS, counts)
    assert found.value == pytest.approx(np.mean(data), rel=1e-12)
    if found.n == 1:
        assert (found.sd, found.low, found.high) == (None, None, None)
        return
    assert found.value is not None
    assert found.low is not None
    assert found.high is not None
    assert found.sd == pytest.approx(np.std(data, ddof=1), abs=1e-12)
    assert found.low <= found.value <= found.high
    assert found.method is (Method.T if found.n < 60 else Method.BOOTSTRAP)


@given(st.lists(st.integers(0, 14), min_size=4, max_size=4))
@settings(deadline=None)
def test_below_sixty_it_is_the_t_interval(counts: list[int]) -> None:
    values = (0.5, 3, 4, 12)
    data = rows(values, counts)
    if len(data) < 2 or len(set(data)) < 2:
        return
    found = means.mean(values, counts)
    expected = stats.t.interval(
        0.95, len(data) - 1, loc=np.mean(data), scale=stats.sem(data)
    )
    assert found.low == pytest.approx(expected[0], abs=1e-9)
    assert found.high == pytest.approx(expected[1], abs=1e-9)
    assert found.seed is None


def test_the_same_seed_gives_the_same_interval_to_the_last_digit() -> None:
    once, again = (means.mean(POINTS, (9, 9, 20, 50, 30), seed=7) for _ in range(2))
    assert once == again
    one, other = (means.resample(POINTS, (9, 9, 20, 50, 30), s, 50) for s in (7, 8))
    assert (one != other).any()


def test_the_bootstrap_agrees_with_one_that_draws_people() -> None:
    counts = (9, 9, 20, 50, 30)
    drawn = stats.bootstrap(
        (rows(POINTS, counts),), np.mean, method="percentile", n_resamples=4000, rng=1
    ).confidence_interval
    found = means.mean(POINTS, counts)
    assert found.low == pytest.approx(drawn.low, abs=0.03)
    assert found.high == pytest.approx(drawn.high, abs=0.03)


def test_the_bootstrap_holds_the_truth_nearly_as_often_as_it_says() -> None:
    # Measured with more samples by the benchmark; skewed answers cost a little.
    assert 0.90 <= coverage.of_mean(100, 300, seed=1, replicates=500) <= 0.985


def test_everybody_alike_leaves_no_doubt() -> None:
    found = means.mean([4], [100])
    assert (found.low, found.value, found.high, found.sd) == (4, 4, 4, 0)


def test_percent_of_the_maximum_is_no_share_of_people() -> None:
    # 400 answers 5/10/40/180/165: 84.5 percent of 5 points, 86.25 percent satisfied.
    assert means.pct_of_max(4.225, 5) == pytest.approx(84.5)
    # As local government publishes it.
    assert means.pct_of_max(4.64, 5) == pytest.approx(92.8)
    with pytest.raises(ValueError, match="maximum"):
        means.pct_of_max(4, 0)


@pytest.mark.parametrize(
    ("values", "counts"),
    [([1, 2], [1]), ([1], [-1]), ([math.nan], [3]), ([math.inf], [3]), ([1], [1.5])],
)
def test_counts_that_cannot_be_are_refused(values, counts) -> None:
    with pytest.raises(ValueError, match=r"value|count"):
        means.mean(values, counts)
