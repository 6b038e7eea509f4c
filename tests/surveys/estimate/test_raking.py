"""Margins, merging, raking and the samples drawn from it."""

import math
import warnings
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys import record_words
from surveys.estimate import margins, raking
from surveys.estimate.margins import Cell, Flaw, Margin, MarginError, Merged
from surveys.estimate.raking import Raking, Unweighted

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from ipfn.ipfn import ipfn

EXAMPLE = {("a", "x"): 30, ("a", "y"): 70, ("b", "x"): 60, ("b", "y"): 240}
ROWS = Margin("row", {"a": 200, "b": 200})
COLUMNS = Margin("column", {"x": 280, "y": 120})


def total(found: Raking, place: int, category: str) -> float:
    """The weighted people of a category, by raw weights."""
    return sum(
        weight * count
        for cell, weight, count in zip(
            found.cells, found.raw.by_cell, found.counts, strict=True
        )
        if cell[place] == category
    )


def test_the_published_example() -> None:
    found = raking.rake(EXAMPLE, [ROWS, COLUMNS])
    assert found.cells == tuple(EXAMPLE)
    weights = found.raw.by_cell
    assert [f"{weight:.4f}" for weight in weights] == [
        "5.0406",
        "0.6969",
        "2.1464",
        "0.2967",
    ]
    cells = [f"{w * n:.4f}" for w, n in zip(weights, found.counts, strict=True)]
    assert cells == ["151.2182", "48.7818", "128.7818", "71.2182"]
    assert f"{found.raw.n_eff:.2f}" == "146.28"
    assert f"{found.raw.deff:.3f}" == "2.734"
    assert found.raw.converged
    assert found.merged == ()
    # Trimmed, and in two places at that; the headline is unweighted all the same.
    assert min(found.trimmed.by_cell) == pytest.approx(0.3)
    assert max(found.trimmed.by_cell) == pytest.approx(3.0)
    assert not found.trimmed.converged
    assert found.reason is Unweighted.DEFF


@st.composite
def samples(draw: Any) -> tuple[dict[Cell, int], list[Margin]]:
    """A sample with nobody missing, and a population that is not too far from it."""
    sizes = draw(st.lists(st.integers(2, 4), min_size=1, max_size=3))
    shape = tuple(sizes)
    counts = draw(
        st.lists(
            st.integers(5, 60), min_size=math.prod(shape), max_size=math.prod(shape)
        )
    )
    cells = {
        tuple(map(str, where)): counts[at] for at, where in enumerate(np.ndindex(shape))
    }
    found = []
    for place, size in enumerate(sizes):
        parts = draw(st.lists(st.integers(20, 50), min_size=size, max_size=size))
        counted = draw(st.booleans())
        whole = 1 if counted else sum(parts)
        targets = {str(at): part / whole for at, part in enumerate(parts)}
        if counted:
            targets = {k: v * 54_000 / sum(parts) for k, v in targets.items()}
        found.append(Margin(f"m{place}", targets))
    return cells, found


@given(samples())
@settings(max_examples=60, deadline=None)
def test_raking_meets_every_margin(
    sample: tuple[dict[Cell, int], list[Margin]],
) -> None:
    cells, population = sample
    found = raking.rake(cells, population, least=1)
    assert found.raw.converged
    for place, margin in enumerate(population):
        for category, share in margin.shares.items():
            got = total(found, place, category) / found.n
            assert math.isclose(got, share, abs_tol=1e-6)
    mean = sum(w * n for w, n in zip(found.raw.by_cell, found.counts, strict=True))
    assert mean / found.n == pytest.approx(1, abs=1e-6)
    assert all(w + 1e-12 >= 0.3 and w <= 3.0 + 1e-12 for w in found.trimmed.by_cell)
    assert found.trimmed.deff >= 1 - 1e-12
    if min(found.raw.by_cell) >= 0.3 and max(found.raw.by_cell) <= 3.0:
        assert found.trimmed.by_cell == found.raw.by_cell


@given(samples())
@settings(max_examples=25, deadline=None)
def test_raking_agrees_with_ipfn(
    sample: tuple[dict[Cell, int], list[Margin]],
) -> None:
    cells, population = sample
    found = raking.rake(cells, population, least=1)
    shape = [len(margin.targets) for margin in population]
    table = np.array(list(cells.values()), float).reshape(shape)
    wanted = [np.array(list(m.shares.values())) * found.n for m in population]
    fitted = ipfn(
        table.copy(),
        wanted,
        [[place] for place in range(len(shape))],
        convergence_rate=1e-13,
        rate_tolerance=0,
    ).iteration()
    ours = np.array(found.raw.by_cell) * np.array(found.counts)
    np.testing.assert_allclose(ours, fitted.ravel(), rtol=1e-6)


def test_weights_that_trimming_can_mend_meet_the_margins_within_their_bounds() -> None:
    cells = {
        (sex, age): n
        for (sex, age), n in zip(
            [(s, a) for s in "fm" for a in ("18", "30", "60")],
            (200, 150, 20, 90, 60, 16),
            strict=True,
        )
    }
    population = [
        Margin("sex", {"f": 0.52, "m": 0.48}),
        Margin("age", {"18": 0.45, "30": 0.35, "60": 0.20}),
    ]
    found = raking.rake(cells, population)
    assert max(found.raw.by_cell) > 3.0
    assert max(found.trimmed.by_cell) <= 3.0
    assert found.trimmed.converged
    assert found.trimmed.by_cell != found.raw.by_cell
    assert found.weight["f", "60"] == found.trimmed.by_cell[2]


@pytest.mark.parametrize(
    ("scale", "target", "reason"),
    [
        (1, 0.5, None),
        (1, 0.6, None),
        (0.24, 0.5, Unweighted.N_EFF),
        (1, 0.985, Unweighted.DEFF),
    ],
)
def test_the_headline_is_unweighted_where_weights_cost_too_much(
    scale: float, target: float, reason: Unweighted | None
) -> None:
    cells = {("a",): round(200 * scale), ("b",): round(200 * scale)}
    cells[("a",)] -= 0 if target < 0.9 else 100
    found = raking.rake(cells, [Margin("m", {"a": target, "b": 1 - target})])
    assert found.reason is reason


def test_the_headline_is_unweighted_where_trimmed_weights_miss_the_margins() -> None:
    """Although they cost little: one in twenty should be one in five."""
    cells = {("a",): 20, ("b",): 380}
    found = raking.rake(cells, [Margin("m", {"a": 0.2, "b": 0.8})])
    assert found.raw.converged
    assert max(found.raw.deff, found.trimmed.deff) < raking.MAX_DEFF
    assert min(found.raw.n_eff, found.trimmed.n_eff) > raking.MIN_N_EFF
    assert found.trimmed.by_cell[0] == pytest.approx(3.0)
    assert found.trimmed.gap > 0.01
    assert found.reason is Unweighted.TRIMMED
    assert found.reason.value in record_words.WEIGHTING


def test_every_reason_for_an_unweighted_headline_has_its_words() -> None:
    assert {each.value for each in Unweighted} <= record_words.WEIGHTING.keys()


def test_margins_that_contradict_each_other_leave_the_sample_unweighted() -> None:
    # Every woman is from the north and every man from the south.
    cells = {("f", "n"): 150, ("m", "s"): 150, ("f", "s"): 0}
    found = raking.rake(
        cells,
        [Margin("sex", {"f": 0.5, "m": 0.5}), Margin("side", {"n": 0.3, "s": 0.7})],
    )
    assert found.reason is Unweighted.NOT_CONVERGED
    assert found.raw.iterations == 100
    assert found.raw.gap > 0.1
    assert found.raw.by_cell == found.trimmed.by_cell == (1.0, 1.0)
    assert (found.raw.n_eff, found.raw.deff) == (300, 1)


AGES = Margin("age", {"18": 10, "30": 20, "45": 30, "60": 40})


@pytest.mark.parametrize(
    ("sizes", "groups"),
    [
        ((50, 50, 50, 9), ("18", "30", "45 + 60")),
        ((9, 50, 50, 50), ("18 + 30", "45", "60")),
        ((50, 9, 60, 50), ("18 + 30", "45", "60")),
        ((60, 9, 50, 50), ("18", "30 + 45", "60")),
        ((50, 9, 50, 50), ("18 + 30", "45", "60")),  # the earlier of two alike
        ((50, 0, 10, 50), ("18", "30 + 45", "60")),
        ((50, 3, 4, 50), ("18 + 30 + 45", "60")),
        ((3, 3, 3, 3), ("18 + 30 + 45 + 60",)),
        ((10, 10, 10, 10), ("18", "30", "45", "60")),
    ],
)
def test_small_categories_join_their_smaller_neighbour(
    sizes: tuple[int, ...], groups: tuple[str, ...]
) -> None:
    cells = {(age,): n for age, n in zip(AGES.targets, sizes, strict=True)}
    [found] = margins.merge(cells, [AGES])
    assert tuple(" + ".join(group) for group in found) == groups


def test_what_was_merged_is_told() -> None:
    cells = {("18",): 40, ("30",): 50, ("45",): 60, ("60",): 7}
    found = raking.rake(cells, [AGES])
    assert found.merged == (Merged("age", ("45", "60"), 67),)
    assert found.merged[0].label == "45 + 60"
    assert found.weight["45",] == found.weight["60",]
    # Together they are 70 of 100.
    weighted = total(found, 0, "45") + total(found, 0, "60")
    assert weighted / found.n == pytest.approx(0.7)


@pytest.mark.parametrize(
    ("targets", "flaw", "category"),
    [
        ({}, Flaw.EMPTY, None),
        ({"a": -1, "b": 2}, Flaw.NEGATIVE, "a"),
        ({"a": math.nan, "b": 2}, Flaw.NOT_A_NUMBER, "a"),
        ({"a": math.inf, "b": 2}, Flaw.NOT_A_NUMBER, "a"),
        ({"a": 0, "b": 0}, Flaw.ZERO_TOTAL, None),
        ({"a": 0.5, "b": 0.49}, Flaw.SHARES, None),
        ({"a": 0.5, "b": 0.500002}, Flaw.SHARES, None),
    ],
)
def test_a_margin_that_does_not_add_up_is_refused(
    targets: dict[str, float], flaw: Flaw, category: str | None
) -> None:
    with pytest.raises(MarginError) as raised:
        Margin("sex", targets)
    assert (raised.value.margin, raised.value.category) == ("sex", category)
    assert raised.value.flaw is flaw
    assert str(raised.value).startswith("sex")


def test_shares_may_be_off_by_their_last_digit() -> None:
    assert Margin("sex", {"f": 0.3333333, "m": 0.6666667}).of_shares
    assert not Margin("sex", {"f": 1, "m": 2}).of_shares


@pytest.mark.parametrize(
    ("cells", "population", "flaw", "place"),
    [
        ({("a",): 5, ("c",): 5}, [{"a": 5, "b": 5}], Flaw.NOT_IN_POPULATION, "c"),
        ({("a",): 5}, [{"a": 5, "b": 5}], Flaw.NOT_IN_SAMPLE, "b"),
        ({("a",): 5, ("b",): 5}, [{"a": 5, "b": 0}], Flaw.NO_SUCH_PEOPLE, "b"),
        ({("a", "x"): 5}, [{"a": 5}], Flaw.CELL, "a x x"),
        ({("a",): -5}, [{"a": 5}], Flaw.CELL, "a"),
        ({("a", "a"): 5}, [{"a": 1000}, {"a": 1006}], Flaw.TOTALS, None),
    ],
)
def test_sample_and_population_have_to_fit(
    cells: dict[Cell, int],
    population: list[dict[str, float]],
    flaw: Flaw,
    place: str | None,
) -> None:
    known = [Margin(f"m{at}", targets) for at, targets in enumerate(population)]
    with pytest.raises(MarginError) as raised:
        raking.rake(cells, known)
    assert (raised.value.flaw, raised.value.category) == (flaw, place)


def test_totals_may_differ_by_half_a_percent() -> None:
    known = [
        Margin("m0", {"a": 1000}),
        Margin("m1", {"a": 1005}),
        Margin("m2", {"a": 1}),
    ]
    assert raking.rake({("a", "a", "a"): 200}, known).reason is None


def test_a_margin_named_twice_is_refused() -> None:
    with pytest.raises(MarginError) as raised:
        raking.rake({("a", "a"): 5}, [Margin("m", {"a": 1}), Margin("m", {"a": 1})])
    assert raised.value.flaw is Flaw.NAMED_TWICE


def test_nobody_cannot_be_weighted() -> None:
    with pytest.raises(ValueError, match="nobody"):
        raking.rake({("a",): 0}, [Margin("m", {"a": 1})])
