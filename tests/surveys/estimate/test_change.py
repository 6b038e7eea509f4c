"""What may be called a change."""

import math
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.estimate import change
from surveys.estimate.change import Direction

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from statsmodels.stats.proportion import confint_proportions_2indep


@given(st.integers(1, 3000), st.integers(1, 3000), st.data())
@settings(deadline=None)
def test_the_difference_agrees_with_statsmodels(
    n: int, m: int, data: st.DataObject
) -> None:
    a, b = data.draw(st.integers(0, n)), data.draw(st.integers(0, m))
    found = change.shares(a, n, b, m)
    low, high = confint_proportions_2indep(b, m, a, n, method="newcomb")
    assert math.isclose(found.low, low, abs_tol=1e-9)
    assert math.isclose(found.high, high, abs_tol=1e-9)
    assert -1 <= found.low <= found.value <= found.high <= 1
    # The other way round it is the same change with the other sign.
    back = change.shares(b, m, a, n)
    assert back.low == pytest.approx(-found.high, abs=1e-12)


def test_newcombes_own_example() -> None:
    # 56/70 less 48/80: 0.0524 to 0.3339, in his table II, case (a), method 10.
    found = change.shares(48, 80, 56, 70)
    assert (f"{found.low:.4f}", f"{found.high:.4f}") == ("0.0524", "0.3339")
    assert found.direction is Direction.INCREASED


def test_the_example_of_the_report_is_no_clear_change() -> None:
    found = change.shares(281, 390, 313, 412)
    assert f"{found.value * 100:+.1f}" == "+3.9"
    assert found.low < 0 < found.high
    assert found.direction is Direction.NO_CLEAR_CHANGE


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0.01, 0.2, "increased"),
        (-0.2, -0.01, "decreased"),
        (0.0, 0.2, "no_clear_change"),
        (-0.2, 0.0, "no_clear_change"),
        (-0.1, 0.1, "no_clear_change"),
    ],
)
def test_a_change_is_named_only_if_zero_is_left_out(
    low: float, high: float, said: str
) -> None:
    assert change.direction(low, high) == said


@pytest.mark.parametrize(
    ("n", "points"), [(100, 14), (200, 9.8), (400, 6.9), (800, 4.9)]
)
def test_the_smallest_change_that_shows(n: int, points: float) -> None:
    digits = 0 if n == 100 else 1
    assert round(change.smallest_visible(n) * 100, digits) == points
    assert change.smallest_visible(n, n) == change.smallest_visible(n)
    assert change.smallest_visible(n, 2 * n) < change.smallest_visible(n)
    with pytest.raises(ValueError, match="nothing is seen"):
        change.smallest_visible(0)


def test_means_of_different_people() -> None:
    earlier, later = (20, 30, 60, 60, 30), (10, 20, 50, 70, 50)
    found = change.means_apart((1, 2, 3, 4, 5), earlier, later)
    assert found.value == pytest.approx(3.65 - 3.25)
    # Welch's standard error: 0.1149.
    assert found.low == pytest.approx(0.4 - 1.96 * 0.1149, abs=0.03)
    assert found.direction is Direction.INCREASED
    same = change.means_apart((1, 2, 3, 4, 5), earlier, earlier)
    assert same.low < 0 < same.high


@pytest.mark.parametrize("counts", [[0, 0], [1], [2, -1]])
def test_waves_that_cannot_be_are_refused(counts: list[int]) -> None:
    with pytest.raises(ValueError, match=r"count"):
        change.means_apart([1, 2], [5, 5], counts)
