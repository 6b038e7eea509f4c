"""Published counts, and attackers who try to undo the hiding."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.estimate.suppression import Mark, publish
from tests.surveys import told_waves
from tests.surveys.estimate import attacker


def cells(*counts: int) -> list[int | str] | None:
    found = publish(counts)
    return found and [each if isinstance(each, int) else str(each) for each in found]


def test_counts_of_which_none_is_small_are_published_as_they_are() -> None:
    assert cells(10, 0, 20, 5) == [10, 0, 20, 5]


def test_a_small_count_is_hidden_and_the_smallest_beside_it() -> None:
    assert cells(3, 20, 10, 40) == ["<5", 20, "-", 40]


def test_two_small_counts_hold_each_other_open_if_they_can_be_several_things() -> None:
    assert cells(3, 4, 10, 40) == ["<5", "<5", 10, 40]
    assert cells(1, 1, 10, 40) == ["<5", "<5", "-", 40]
    assert cells(4, 4, 10, 40) == ["<5", "<5", "-", 40]


def test_a_few_people_in_two_rows_together_are_a_few_too() -> None:
    # That three gave one of the first two answers would follow from the total.
    assert cells(1, 2, 10, 40) == ["<5", "<5", "-", 40]


def test_no_more_is_hidden_than_is_needed() -> None:
    # Of one and five people that are six together nothing is left to guess.
    assert cells(1, 8, 6, 5, 42) == ["<5", 8, "-", 5, 42]


@pytest.mark.parametrize("counts", [[29], [10, 10, 9], [0, 0], []])
def test_of_fewer_than_thirty_nothing_is_published(counts: list[int]) -> None:
    assert publish(counts) is None


@pytest.mark.parametrize("counts", [[1] * 31, [4] * 9])
def test_what_nothing_is_left_to_hide_is_not_published(counts: list[int]) -> None:
    assert publish(counts) is None


def test_counts_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="not negative"):
        publish([40, -1])


@given(
    st.lists(st.one_of(st.integers(0, 6), st.integers(0, 60)), min_size=1, max_size=9)
)
@settings(max_examples=150, deadline=None)
def test_what_is_shown_is_true_and_what_is_small_is_not_shown(
    counts: list[int],
) -> None:
    found = publish(counts)
    if found is None:
        return
    for value, cell in zip(counts, found, strict=True):
        match cell:
            case Mark.SMALL:
                assert 1 <= value <= 4
            case Mark.HIDDEN:
                assert value >= 5
            case _:
                assert cell == value
                assert not 1 <= value <= 4
    assert attacker.exposed(found, counts) == []


def test_no_count_is_worked_out_from_thousands_of_tables() -> None:
    rng = np.random.default_rng(11)
    told = [(publish(row), row) for row in attacker.rows(rng, 4000)]
    published = [(found, row) for found, row in told if found is not None]
    hiding = [found for found, _ in published if set(found) & {*Mark}]
    assert len(published) > 1500
    assert len(hiding) > 1000
    assert [row for found, row in published if attacker.exposed(found, row)] == []


def test_the_attacker_works_out_what_is_hidden_carelessly() -> None:
    """Else it would prove nothing that it finds nothing."""
    assert attacker.exposed([20, "<5", 10], [20, 3, 10]) == [((1,), 3)]
    assert attacker.exposed([20, 3, 10], [20, 3, 10]) == [((1,), 3)]
    assert attacker.exposed(["<5", "<5", 40], [1, 1, 40]) != []
    assert ((0, 1), 3) in attacker.exposed(["<5", "<5", 40], [1, 2, 40])
    assert attacker.exposed(["<5", "-", 40], [3, 10, 40]) == []


@pytest.mark.parametrize("marks", [("<5", "<5", "-"), ("<5", "-"), ("<5", "-", "-")])
def test_the_attackers_ends_are_those_of_every_table_there_can_be(
    marks: tuple[str, ...],
) -> None:
    spans = [range(1, 5) if each == "<5" else range(5, 9) for each in marks]
    for truth in product(*spans):
        alike = [each for each in product(*spans) if sum(each) == sum(truth)]
        # Hidden counts of five and more may be larger than those gone through here.
        if any(8 in each for each in alike):
            continue
        told = attacker.exposed(marks, truth)
        for some in attacker.secrets(marks, truth):
            sums = {sum(each[at] for at in some) for each in alike}
            assert (len(sums) == 1) == ((some, sum(truth[at] for at in some)) in told)


def test_no_answer_of_a_few_follows_from_a_table_and_the_figures_beside_it() -> None:
    rng = np.random.default_rng(5)
    waves = [told_waves.wave(rng) for _ in range(60)]
    assert [each.truth for each in waves if each.exposed()] == []
    assert sum(len(each.told) for each in waves) > 100
    assert sum(each.refused for each in waves) > 20
    assert sum(each.table is not None for each in waves) > 25
    assert sum(each.secrets for each in waves) > 100


@pytest.mark.parametrize(
    "careless",
    [
        lambda *given: False,
        lambda sheet, new, earlier, tables: told_waves.collides(
            sheet, new, earlier, []
        ),
        lambda sheet, new, earlier, tables: told_waves.collides(sheet, new, [], tables),
    ],
    ids=["never looked", "tables left out", "earlier figures left out"],
)
def test_where_a_part_of_the_look_is_left_out_the_attacker_finds_something(
    careless: told_waves.Collides,
) -> None:
    rng = np.random.default_rng(1)
    waves = [told_waves.wave(rng, careless) for _ in range(40)]
    assert any(each.exposed() for each in waves)
