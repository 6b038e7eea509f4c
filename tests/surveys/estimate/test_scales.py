"""Scales of several items."""

import numpy as np
import pytest

from surveys.estimate import scales


def answers(people: int, items: int, noise: float, seed: int = 1) -> list[list[float]]:
    rng = np.random.default_rng(seed)
    own = rng.normal(3, 1, size=(people, 1))
    found = own + rng.normal(0, noise, size=(people, items))
    return np.clip(np.round(found), 1, 5).tolist()


@pytest.mark.parametrize(("noise", "reliable"), [(0.5, True), (4.0, False)])
def test_alpha_agrees_with_its_other_formula(noise: float, reliable: bool) -> None:
    people = answers(200, 5, noise)
    found = scales.scale(people)
    # From the covariances: k c / (v + (k - 1) c), c and v being averages.
    covariances = np.cov(np.array(people).T)
    v = np.trace(covariances) / 5
    c = (covariances.sum() - np.trace(covariances)) / 20
    assert found.alpha == pytest.approx(5 * c / (v + 4 * c), abs=1e-9)
    assert found.reliable is reliable
    assert (found.items, found.n, found.left_out) == (5, 200, 0)


def test_a_small_case_by_hand() -> None:
    # Variances 1, 1 and 4 (of the sums 2, 4, 6): 2 (1 - 2/4).
    found = scales.scale([[1, 1], [2, 2], [3, 3]])
    assert found.alpha == pytest.approx(1.0)
    assert scales.scale([[1, 3], [2, 2], [3, 1]]).alpha is None  # sums all alike


def test_only_complete_answers_count() -> None:
    people = [*answers(80, 3, 0.5), [1, None, 3], [None, None, None]]
    found = scales.scale(people)
    assert (found.n, found.left_out) == (80, 2)
    assert found.alpha == scales.scale(people[:80]).alpha


def test_the_index_is_the_mean_of_peoples_means() -> None:
    people = answers(120, 4, 1.0)
    found = scales.scale(people, seed=5).index
    assert found.value == pytest.approx(np.mean(people), abs=1e-12)
    assert found.sd == pytest.approx(np.std(np.mean(people, axis=1), ddof=1), abs=1e-12)
    assert found.seed == 5


def test_too_little_to_tell() -> None:
    assert scales.scale([]).alpha is None
    assert scales.scale([[None, 2]]).index.n == 0
    assert scales.scale([[3, 4]]).alpha is None
    assert scales.scale([[3], [4], [5]]).alpha is None
    assert not scales.scale([]).reliable


def test_rows_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="rows"):
        scales.scale([[1, 2], [1]])
