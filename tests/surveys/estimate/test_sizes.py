"""How many answers to aim for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.estimate import sizes

OM_NOI = 53_821  # registered residents in 2563


def test_the_table_of_the_method() -> None:
    assert [(each.method, each.deff, each.sizes) for each in sizes.table(OM_NOI)] == [
        ("yamane", 1.0, (398, 1089)),
        ("cochran", 1.0, (382, 1047)),
        ("cochran", 1.5, (571, 1555)),
        ("cochran", 2.0, (758, 2053)),
    ]


def test_a_whole_size_is_not_rounded_up() -> None:
    assert sizes.yamane(10_000, 0.01) == 5000
    assert sizes.yamane(400, 0.05) == 200


@given(st.integers(1, 10**7), st.floats(0.005, 0.2), st.floats(1, 3))
def test_no_more_are_asked_than_there_are(n: int, margin: float, deff: float) -> None:
    assert 1 <= sizes.cochran(n, margin, deff=deff) <= n
    assert 1 <= sizes.yamane(n, margin) <= n
    assert sizes.cochran(n, margin) <= sizes.cochran(n, margin, deff=deff)


@pytest.mark.parametrize("margin", [0.0, 1.0, -0.05])
def test_margins_that_cannot_be_are_refused(margin: float) -> None:
    with pytest.raises(ValueError, match="no size"):
        sizes.yamane(100, margin)
    with pytest.raises(ValueError, match="no size"):
        sizes.cochran(100, margin)


def test_other_sizes_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="no size"):
        sizes.table(0)
    with pytest.raises(ValueError, match="no size"):
        sizes.cochran(100, 0.05, deff=0.5)
    with pytest.raises(ValueError, match="no size"):
        sizes.cochran(100, 0.05, share=1.0)
