"""A count of 1 to 4 is found wherever what is told gives it away, and only there."""

from itertools import chain, combinations, product

import hypothesis
import pytest
from hypothesis import strategies as st

from surveys.estimate import exposure
from surveys.estimate.exposure import Either


def worlds(counts, told, few=()):
    """Every way to spread as many people that gives the same sums; by trying all."""
    n = sum(counts)
    sums = [sum(a * b for a, b in zip(row, counts, strict=True)) for row in told]
    for first in product(range(n + 1), repeat=len(counts) - 1):
        world = (*first, n - sum(first))
        if world[-1] < 0 or not all(each.holds(world) for each in few):
            continue
        if sums == [
            sum(a * b for a, b in zip(row, world, strict=True)) for row in told
        ]:
            yield world


def worked_out(counts, told, few=()):
    """Sets of cells with 1 to 4 people in all who are as many in every world."""
    known = list(worlds(counts, told, few))
    places = range(len(counts))
    every = chain.from_iterable(combinations(places, size) for size in places)
    return [
        some
        for some in every
        if 0 < sum(counts[at] for at in some) < 5
        and len({sum(world[at] for at in some) for world in known}) == 1
    ]


cells = st.integers(0, 6)


@hypothesis.settings(max_examples=150, deadline=None)
@hypothesis.given(
    st.data(),
    st.lists(cells, min_size=2, max_size=4),
    st.integers(0, 3),
)
def test_what_passes_cannot_be_worked_out_by_trying_every_possibility(
    data, counts, more
):
    width = len(counts)
    row = st.lists(st.integers(0, 2), min_size=width, max_size=width)
    told = [[1] * width, *(data.draw(row) for _ in range(more))]
    if not exposure.exposes(counts, told):
        assert worked_out(counts, told) == []


@hypothesis.settings(max_examples=80, deadline=None)
@hypothesis.given(st.lists(cells, min_size=3, max_size=3), st.booleans())
def test_nor_where_it_is_told_that_one_of_two_groups_is_few(counts, whole):
    few = [Either(frozenset({0}), frozenset({1}))]
    if not few[0].holds(counts):
        return
    told = [[1, 1, 1]] if whole else [[1, 1, 1], [0, 0, 1]]
    if not exposure.exposes(counts, told, few):
        assert worked_out(counts, told, few) == []


@pytest.mark.parametrize(
    ("counts", "told", "found"),
    [
        # A share of a hundred, and one that three gave.
        ([60, 40], [[1, 0]], False),
        ([97, 3], [[1, 0]], True),
        # The two best points, and the best one alone: three gave the other.
        ([30, 27, 3, 40], [[0, 0, 1, 1], [0, 0, 0, 1]], True),
        ([30, 20, 10, 40], [[0, 0, 1, 1], [0, 0, 0, 1]], False),
        # Points that no figure tells apart may have few people.
        ([57, 3, 40], [[0, 0, 1]], False),
        # A mean leaves open who is where; with a share as well it need not.
        ([3, 20, 40, 30, 7], [[1, 2, 3, 4, 5]], False),
        ([28, 2], [[1, 5]], True),
        # Twelve more answered, two of them differently.
        ([40, 30, 10, 2], [[1, 0, 0, 0], [1, 1, 0, 0], [1, 0, 1, 0]], True),
        ([40, 30, 10, 12], [[1, 0, 0, 0], [1, 1, 0, 0], [1, 0, 1, 0]], False),
        # Two overlapping groups: how many of both gave an answer stays open.
        (
            [20, 30, 2, 20, 30, 30],
            [[1, 1, 1, 1, 0, 0], [1, 0, 1, 0, 0, 0],
             [0, 0, 1, 1, 1, 1], [0, 0, 1, 0, 1, 0]],
            False,
        ),
    ],
)  # fmt: skip
def test_figures_as_they_come(counts, told, found):
    assert exposure.exposes(counts, [[1] * len(counts), *told]) is found


def test_that_a_group_is_said_to_be_few_rules_worlds_out():
    """Without it three could be eight; no other number fits the sums."""
    counts, told = [3, 40, 40], [[1, 1, 1], [1, 5, 0]]
    assert not exposure.exposes(counts, told)
    few = [Either(frozenset({0}), frozenset({1}))]
    assert worked_out(counts, told, few)
    assert exposure.exposes(counts, told, few)


def test_what_cannot_be_gone_through_is_taken_for_exposed():
    counts = [1] * 40
    told = [[1] * 40, *([int(at == own) for at in range(40)] for own in range(40))]
    assert exposure.exposes(counts, told)
