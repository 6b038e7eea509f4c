"""Five-point scales: bands and what is told of them."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.estimate import likert
from surveys.estimate.likert import Band, Scheme

BOONCHOM, EQUAL = Scheme.BOONCHOM, Scheme.EQUAL_WIDTH


@pytest.mark.parametrize(
    ("scheme", "edges"),
    [
        (BOONCHOM, "1.00-1.50 1.51-2.50 2.51-3.50 3.51-4.50 4.51-5.00"),
        (EQUAL, "1.00-1.80 1.81-2.60 2.61-3.40 3.41-4.20 4.21-5.00"),
    ],
)
def test_the_bands_are_those_of_the_books(scheme: Scheme, edges: str) -> None:
    for name, ends in zip(Band, edges.split(), strict=True):
        for end in ends.split("-"):
            assert likert.band(Decimal(end), scheme) is name
            assert likert.band(float(end), scheme) is name


def test_one_mean_is_two_things_in_two_schemes() -> None:
    assert likert.band(4.36) is Band.HIGH
    assert likert.band(4.36, EQUAL) is Band.HIGHEST


@pytest.mark.parametrize(
    "mean", [4.505, Decimal("4.505"), np.float64(4.505), 1802 / 400]
)
def test_a_mean_between_two_bands_is_rounded_first(mean: float | Decimal) -> None:
    assert likert.rounded(mean) == Decimal("4.51")
    assert likert.band(mean) is Band.HIGHEST


@pytest.mark.parametrize(
    ("mean", "shown"),
    [(4.225, "4.23"), (4.5049, "4.50"), (2.675, "2.68"), (1, "1.00"), (4.995, "5.00")],
)
def test_means_are_rounded_half_up(mean: float, shown: str) -> None:
    assert str(likert.rounded(mean)) == shown


@pytest.mark.parametrize("mean", [0.99, 5.01, -3.0, Decimal("5.005")])
def test_a_mean_outside_the_scale_has_no_band(mean: float | Decimal) -> None:
    with pytest.raises(ValueError, match="no mean of points"):
        likert.band(mean)


@given(st.floats(1, 5), st.floats(1, 5), st.sampled_from(Scheme))
def test_a_higher_mean_has_no_lower_band(a: float, b: float, scheme: Scheme) -> None:
    order = list(Band)
    low, high = sorted((a, b))
    first, last = likert.band(low, scheme), likert.band(high, scheme)
    assert order.index(first) <= order.index(last)
    both = likert.bands_of_interval(low, high, scheme)
    assert both == ((first,) if first is last else (first, last))


def test_an_interval_across_an_edge_has_both_bands() -> None:
    bands = likert.bands_of_interval(4.144, 4.306, EQUAL)
    assert bands == (Band.HIGH, Band.HIGHEST)
    assert likert.in_words(bands, "th") == "มาก ถึง มากที่สุด"
    assert likert.in_words(bands, "en") == "high to highest"
    within = likert.bands_of_interval(4.144, 4.306)
    assert likert.in_words(within, "th") == "มาก"


def test_an_interval_past_the_end_of_the_scale_ends_there() -> None:
    assert likert.bands_of_interval(4.9, 5.2) == (Band.HIGHEST,)
    assert likert.bands_of_interval(0.7, 1.2) == (Band.LOWEST,)
    with pytest.raises(ValueError, match="no interval"):
        likert.bands_of_interval(3, 2)


def test_the_published_example() -> None:
    counts = {1: 5, 2: 10, 3: 40, 4: 180, 5: 165}
    found = likert.summary(counts)
    assert found.mean.n == 400
    assert found.mean.value is not None
    assert likert.rounded(found.mean.value) == Decimal("4.23")
    assert found.mean_pct_of_max == pytest.approx(84.5)
    assert found.top2_box == 0.8625
    assert found.band is Band.HIGH
    assert found.bands == (Band.HIGH,)
    assert [(each.count, each.share) for each in found.distribution] == [
        (5, 0.0125),
        (10, 0.025),
        (40, 0.1),
        (180, 0.45),
        (165, 0.4125),
    ]
    equal = likert.summary(counts, EQUAL)
    assert equal.band is Band.HIGHEST
    assert equal.bands == (Band.HIGH, Band.HIGHEST)
    assert equal.top2_interval is not None
    assert equal.top2_interval.low < 0.8625 < equal.top2_interval.high


def test_nobody_and_one_person() -> None:
    nobody = likert.summary({})
    assert (nobody.band, nobody.bands, nobody.top2_box) == (None, (), None)
    assert [each.share for each in nobody.distribution] == [None] * 5
    one = likert.summary({3: 1})
    assert (one.band, one.bands) == (Band.MODERATE, (Band.MODERATE,))


def test_other_points_are_refused() -> None:
    with pytest.raises(ValueError, match="no points"):
        likert.summary({0: 3, 5: 7})
