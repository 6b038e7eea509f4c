"""Intervals of weighted figures from samples raked anew."""

import numpy as np
import pytest

from surveys.estimate import means, raking, replicates
from surveys.estimate.margins import Margin
from surveys.estimate.proportion import weighted
from surveys.estimate.raking import Raking, Unweighted

CELLS = {
    ("f", "young"): 180,
    ("f", "old"): 60,
    ("m", "young"): 120,
    ("m", "old"): 40,
}
POPULATION = [
    Margin("sex", {"f": 0.5, "m": 0.5}),
    Margin("age", {"young": 0.6, "old": 0.4}),
]
# Answers 1 to 5 in each cell; ten people in each did not answer.
ANSWERS = [
    (10, 20, 30, 60, 50),
    (10, 10, 10, 10, 10),
    (20, 20, 30, 20, 20),
    (3, 3, 4, 10, 10),
]
POINTS = (1, 2, 3, 4, 5)


@pytest.fixture(scope="module")
def wave() -> Raking:
    return raking.rake(CELLS, POPULATION)


@pytest.fixture(scope="module")
def drawn(wave: Raking) -> replicates.Replicates:
    return replicates.draw(wave, 2000, seed=3)


def test_every_sample_is_raked(wave: Raking, drawn: replicates.Replicates) -> None:
    assert drawn.counts.shape == drawn.weights.shape == (2000, 4)
    assert (drawn.counts.sum(axis=1) == wave.n).all()
    fitted = drawn.counts * drawn.weights
    old = fitted[:, 1] + fitted[:, 3]
    np.testing.assert_allclose(old / wave.n, 0.4, atol=1e-6)
    np.testing.assert_allclose(
        (fitted[:, 0] + old - fitted[:, 3]) / wave.n, 0.5, atol=2e-6
    )
    assert drawn.not_converged == 0
    assert drawn.weights.min() >= 0.3
    assert drawn.weights.max() <= 3.0


def test_raking_many_samples_is_raking_each(drawn: replicates.Replicates) -> None:
    for row in (0, 7, 1999):
        sample = dict(zip(CELLS, drawn.counts[row].tolist(), strict=True))
        alone = raking.rake(sample, POPULATION)
        np.testing.assert_allclose(drawn.weights[row], alone.trimmed.by_cell, rtol=1e-4)


def test_a_weighted_mean_with_its_interval(
    wave: Raking, drawn: replicates.Replicates
) -> None:
    found = replicates.weighted_mean_interval(drawn, POINTS, ANSWERS)
    answers = np.array(ANSWERS)
    weights = np.array(wave.trimmed.by_cell)[:, None]
    expected = (weights * answers * np.array(POINTS)).sum() / (weights * answers).sum()
    assert found.value == pytest.approx(expected, abs=1e-12)
    assert found.n == 360
    assert found.n_eff < 360
    assert found.low is not None
    assert found.high is not None
    assert found.low < expected < found.high
    assert (found.seed, found.replicates) == (3, 2000)


def test_the_interval_agrees_with_one_that_draws_people(wave: Raking) -> None:
    """The slow way: people drawn one by one, cells counted and raked each time."""
    rng = np.random.default_rng(5)
    values = (*POINTS, None)
    people = [
        (cell, value)
        for cell, answers in zip(wave.cells, ANSWERS, strict=True)
        for value, count in zip(values, (*answers, 10), strict=True)
        for _ in range(count)
    ]
    estimates = []
    for _ in range(400):
        sample = [people[at] for at in rng.integers(0, len(people), len(people))]
        cells = {cell: sum(c == cell for c, _ in sample) for cell in wave.cells}
        weight = raking.rake(cells, POPULATION).weight
        given = [(weight[cell], value) for cell, value in sample if value is not None]
        estimates.append(sum(w * v for w, v in given) / sum(w for w, _ in given))
    slow = means.percentile(np.array(estimates))
    fast = replicates.weighted_mean_interval(
        replicates.draw(wave, 4000, seed=1), POINTS, ANSWERS
    )
    assert fast.low == pytest.approx(slow.low, abs=0.04)
    assert fast.high == pytest.approx(slow.high, abs=0.04)


def test_a_weighted_share_agrees_with_wilson(
    wave: Raking, drawn: replicates.Replicates
) -> None:
    """A share is a mean of 0 and 1."""
    counts = [sum(row) for row in ANSWERS]
    successes = [row[3] + row[4] for row in ANSWERS]
    both = [(n - hits, hits) for n, hits in zip(counts, successes, strict=True)]
    found = replicates.weighted_mean_interval(drawn, (0.0, 1.0), both)
    other = weighted(wave.trimmed.by_cell, counts, successes)
    assert found.value == pytest.approx(other.value)
    assert found.n_eff == pytest.approx(other.n_eff)
    # Raking takes out what the margins explain, so the bootstrap may be narrower.
    assert found.low == pytest.approx(other.low, abs=0.02)
    assert found.high == pytest.approx(other.high, abs=0.02)


def test_the_same_seed_gives_the_same_to_the_last_digit(wave: Raking) -> None:
    one, two = (replicates.draw(wave, 200, seed=9) for _ in range(2))
    assert (one.weights == two.weights).all()
    first = replicates.weighted_mean_interval(one, POINTS, ANSWERS)
    assert first == replicates.weighted_mean_interval(two, POINTS, ANSWERS)
    other = replicates.weighted_mean_interval(two, POINTS, ANSWERS, indicator=1)
    assert other.value == first.value
    assert (other.low, other.high) != (first.low, first.high)


def test_without_weights_it_is_the_plain_bootstrap() -> None:
    cells = {("a",): 200, ("b",): 200}
    wave = raking.rake(cells, [Margin("m", {"a": 0.5, "b": 0.5})])
    answers = [(10, 20, 30, 70, 70), (10, 20, 30, 70, 70)]
    found = replicates.weighted_mean_interval(replicates.draw(wave), POINTS, answers)
    plain = means.mean(POINTS, (20, 40, 60, 140, 140))
    assert found.value == plain.value
    assert found.low == pytest.approx(plain.low, abs=0.02)
    assert found.high == pytest.approx(plain.high, abs=0.02)


def test_a_wave_that_cannot_be_raked_is_drawn_unweighted() -> None:
    cells = {("f", "n"): 150, ("m", "s"): 150}
    sides = [Margin("sex", {"f": 0.5, "m": 0.5}), Margin("side", {"n": 0.3, "s": 0.7})]
    wave = raking.rake(cells, sides)
    assert wave.reason is Unweighted.NOT_CONVERGED
    drawn = replicates.draw(wave, 100)
    assert (drawn.weights == 1).all()


def test_a_sample_that_lacks_a_category_does_without_it() -> None:
    cells = {("a",): 3, ("b",): 300}
    wave = raking.rake(cells, [Margin("m", {"a": 0.01, "b": 0.99})], least=1)
    drawn = replicates.draw(wave, 500, seed=2)
    lacking = drawn.counts[:, 0] == 0
    assert lacking.any()
    np.testing.assert_allclose(drawn.weights[lacking, 1], 1.0)
    found = replicates.weighted_mean_interval(drawn, (1,), [[3], [0]])
    assert (found.low, found.value, found.high) == (1, 1, 1)


def test_nobody_answered(drawn: replicates.Replicates) -> None:
    found = replicates.weighted_mean_interval(drawn, POINTS, [(0,) * 5] * 4)
    assert (found.n, found.value, found.low, found.high) == (0, None, None, None)


@pytest.mark.parametrize(
    "answers", [ANSWERS[:3], [(200, 0, 0, 0, 0), *ANSWERS[1:]], [(-1, 0, 0, 0, 0)] * 4]
)
def test_answers_that_do_not_fit_are_refused(drawn, answers) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        replicates.weighted_mean_interval(drawn, POINTS, answers)
