"""Published tables, and an attacker who tries to undo the hiding."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.estimate import suppression
from surveys.estimate.cycles import Layout
from surveys.estimate.suppression import (
    Log,
    Mark,
    Published,
    Refusal,
    Refused,
    publish,
    release,
)
from tests.surveys.estimate import attacker, tables
from tests.surveys.estimate.attacker import Attack

ONE = (frozenset({0}),)


def cells(found: Published | Refused) -> list[list[int | str]]:
    assert isinstance(found, Published), found
    return [[c if isinstance(c, int) else str(c) for c in row] for row in found.cells]


def alone(found: Published) -> Attack:
    """The attack on a single table."""
    grid = tables.grid(found)
    assert grid is not None
    return Attack(((grid,),), ONE, (len(grid[0]) - 1,))


def hidden_only_if_small(parts, earlier):
    """What not to do: each small cell by itself."""
    [people] = parts.values()
    layout = Layout(*people.shape)
    told = layout.extended(people.tolist())
    marked = [Mark.SMALL if 0 < value < 5 else value for value in told]
    width = layout.columns + 1
    rows = [tuple(marked[at : at + width]) for at in range(0, len(told), width)]
    return (Published(layout, tuple(rows)),)


def test_a_table_without_small_counts_is_published_as_it_is() -> None:
    assert cells(publish([[10, 20], [30, 40]])) == [
        [10, 20, 30],
        [30, 40, 70],
        [40, 60, 100],
    ]


def test_zero_is_published() -> None:
    assert cells(publish([[0, 20], [30, 40]]))[0] == [0, 20, 20]


def test_a_small_count_is_hidden_and_three_more_around_it() -> None:
    found = cells(publish([[3, 20, 30], [25, 10, 40]]))
    assert found == [
        ["<5", "-", 30, 53],
        ["-", "-", 40, 75],
        [28, 30, 70, 128],
    ]


def test_a_one_way_table_hides_the_smallest_beside_it() -> None:
    assert cells(publish([[3, 20, 10, 40]])) == [["<5", 20, "-", 40, 73]]
    # Two small ones hold each other open, unless they can only be one thing.
    assert cells(publish([[3, 4, 10, 40]])) == [["<5", "<5", 10, 40, 57]]
    assert cells(publish([[1, 1, 10, 40]])) == [["<5", "<5", "-", 40, 52]]
    assert cells(publish([[4, 4, 10, 40]])) == [["<5", "<5", "-", 40, 58]]


def test_a_small_total_is_hidden_too() -> None:
    found = cells(publish([[2, 1], [30, 20], [12, 40]]))
    assert found[0][2] == "<5"
    assert [row[2] for row in found].count("-") == 1


@pytest.mark.parametrize("counts", [[[29]], [[10, 10], [5, 4]], [[0, 0]]])
def test_of_fewer_than_thirty_nothing_is_published(counts: list[list[int]]) -> None:
    assert publish(counts) == Refused(Refusal.TOO_FEW)


def test_what_zeros_give_away_is_not_published() -> None:
    # Four people, none in the fourth column: they can only be one in each other.
    row = [1, 1, 1, 0, 1]
    assert publish([row, [9, 9, 9, 9, 9]]) == Refused(Refusal.EXPOSES)


def test_what_is_public_already_is_not_hidden_in_vain() -> None:
    counts = [[3, 20, 30], [25, 10, 40]]
    found = cells(publish(counts, shown=[(0, 1)]))
    assert found[0] == ["<5", 20, "-", 53]
    assert publish([[3, 40]], shown=[(0, 1)]) == Refused(Refusal.EXPOSES)


def test_what_another_table_hides_is_not_given_away() -> None:
    found = cells(publish([[30, 20], [40, 50]], hidden=[(0, 2)]))
    assert found[0][2] == "-"
    attack = Attack(((found,),), ONE, (2,))
    assert not attacker.exposed([attack], [attacker.hidden(attack)])


def test_tables_that_cannot_be_are_refused() -> None:
    for counts in ([], [[]], [[1], [1, 2]]):
        with pytest.raises(ValueError, match="rows of one length"):
            publish(counts)
    with pytest.raises(ValueError, match="not negative"):
        publish([[40, -1]])


@given(
    st.integers(1, 6).flatmap(
        lambda width: st.lists(
            st.lists(
                st.one_of(st.integers(0, 6), st.integers(0, 60)),
                min_size=width,
                max_size=width,
            ),
            min_size=1,
            max_size=6,
        )
    )
)
@settings(max_examples=60, deadline=None)
def test_what_is_shown_is_true_and_what_is_small_is_not_shown(
    counts: list[list[int]],
) -> None:
    found = publish(counts)
    if isinstance(found, Refused):
        return
    truth = found.layout.extended(counts)
    shown = [cell for row in found.cells for cell in row]
    assert found.cells[-1][-1] == sum(map(sum, counts))
    for value, cell in zip(truth, shown, strict=True):
        match cell:
            case Mark.SMALL:
                assert 1 <= value <= 4
            case Mark.HIDDEN:
                assert value >= 5
            case _:
                assert cell == value
                assert not 1 <= value <= 4
    attack = alone(found)
    assert not attacker.exposed([attack], [attacker.hidden(attack)])


def test_no_count_is_worked_out_from_thousands_of_tables() -> None:
    found = tables.cases(seed=11, number=800)
    assert sum(case.published for case in found) > 1000
    assert tables.exposed(found) == []


def test_the_attacker_works_out_what_is_hidden_carelessly() -> None:
    """Else it would prove nothing that it finds nothing."""
    rng = np.random.default_rng(3)

    def attacked(series: str, how: tables.Publish, shape: list[int]) -> int:
        cases = [tables.case(rng, series, how, shape) for _ in range(25)]
        return len(tables.exposed(cases))

    # Without second cells; two tables with the same rows; the same table later on.
    assert attacked("one release", hidden_only_if_small, [4, 3]) > 5
    assert attacked("one release", tables.publish_alone, [5, 3, 3]) > 5
    assert attacked("more people", tables.publish_alone, [4, 3]) > 5


@pytest.mark.parametrize("series", tables.SERIES)
def test_no_series_of_releases_exposes_anybody(series: str) -> None:
    rng = np.random.default_rng(len(series))
    found = [
        tables.case(rng, series, tables.publish, tables.question(rng))
        for _ in range(15)
    ]
    assert sum(case.published for case in found) > 12
    assert tables.exposed(found) == []


def test_the_attacker_finds_the_tightest_ranges() -> None:
    grid = (("<5", "-", 30, 53), ("-", "-", 40, 75), (28, 30, 70, 128))
    attack = Attack(((grid,),), ONE, (3,))
    secrets = attacker.hidden(attack)
    assert attacker.ranges(attack, secrets) == [(1, 4), (19, 22), (24, 27), (8, 11)]
    grid = (("<5", 20, 30, 53), (25, 10, 40, 75), (28, 30, 70, 128))
    naive = Attack(((grid,),), ONE, (3,))
    [(_, count, value)] = attacker.exposed([naive], [attacker.hidden(naive)])
    assert (count.row, count.column, value) == (0, 0, 3)


def test_two_breakdowns_together_give_no_total_away() -> None:
    # Alone, the first could say that the last answer was given by up to 4, and the
    # second that it was given by 4 or more.
    log = Log("w1", 5, (3, 3))
    first = [[11, 7, 0], [21, 3, 7], [14, 7, 6], [2, 2, 14], [2, 0, 2]]
    second = [[9, 4, 5], [0, 25, 6], [6, 14, 7], [10, 5, 3], [2, 1, 1]]
    everybody = {}
    for answer, (left, right) in enumerate(zip(first, second, strict=True)):
        categories = [np.repeat(range(3), counts) for counts in (left, right)]
        for at, pair in enumerate(zip(*categories, strict=True)):
            everybody[f"{answer}-{at}"] = (answer, int(pair[0]), int(pair[1]))
    _, found = release(log, "may", everybody)
    assert isinstance(found, tuple)
    grids = tuple(map(tables.grid, found))
    attack = Attack((grids,), ONE, (1, 3, 3))
    truth = [np.array([[sum(row)] for row in first]), np.array(first), np.array(second)]
    secrets = attacker.hidden(attack) + attacker.differences(attack, [truth])
    assert attacker.exposed([attack], [secrets]) == []


def people(counts: list[int], names: str = "p") -> dict[str, tuple[int, ...]]:
    """So many people gave each answer."""
    return {
        f"{names}{answer}-{at}": (answer,)
        for answer, count in enumerate(counts)
        for at in range(count)
    }


def answers(found: tuple[Published | None, ...] | Refused) -> list[int | str]:
    assert isinstance(found, tuple), found
    assert found[0] is not None
    [row] = cells(found[0])
    return row


def test_the_same_people_are_published_again_as_they_were() -> None:
    everybody = people([3, 20, 30, 25, 10, 40])
    log, first = release(Log("w1", 6), "may", everybody)
    log, again = release(log, "june", everybody)
    assert again == first
    assert answers(first) == ["<5", 20, 30, 25, "-", 40, 128]
    assert [each.name for each in log.releases] == ["may", "june"]


@pytest.mark.parametrize("more", [1, 2, 3, 4])
def test_a_few_people_more_are_not_published(more: int) -> None:
    may = people([20, 30, 40])
    log, _ = release(Log("w1", 3), "may", may)
    after, found = release(log, "june", may | people([more, 0, 0], "late"))
    assert found == Refused(Refusal.EXPOSES)
    assert after is log
    # Nor if that many are gone.
    most = dict(list(may.items())[more:])
    assert release(log, "june", most)[1] == Refused(Refusal.EXPOSES)


def test_more_people_are_published_without_the_few_among_them() -> None:
    may = people([20, 30, 40, 50])
    log, _ = release(Log("w1", 4), "may", may)
    _, found = release(log, "june", may | people([2, 10, 20, 30], "late"))
    # 22 are no small number, but two more than in May.
    assert answers(found) == ["-", "-", 60, 80, 202]


def test_a_filter_does_not_single_out_those_it_leaves_out() -> None:
    thai, others = people([20, 30, 40], "t"), people([2, 9, 20], "o")
    log, everyone = release(Log("w1", 3), "all", thai | others)
    assert answers(everyone) == [22, 39, 60, 121]
    _, found = release(log, "thai", thai)
    assert answers(found) == ["-", "-", 40, 90]


def test_who_answers_anew_counts_as_gone_and_as_come() -> None:
    before = people([20, 30, 40])
    log, first = release(Log("w1", 3), "may", before)
    log, found = release(log, "june", before | {"p0-0": (1,)})
    if isinstance(found, tuple) and isinstance(first, tuple):
        parts = (frozenset({0, 1}), frozenset({0}), frozenset({1}))
        grids = tuple((tables.grid(each[0]),) for each in (first, found))
        attack = Attack(grids, parts, (1,))
        columns = ([19, 30, 40], [1, 0, 0], [0, 1, 0])
        truth = [[np.array(each)[:, None]] for each in columns]
        secrets = attacker.hidden(attack) + attacker.differences(attack, truth)
        assert attacker.exposed([attack], [secrets]) == []


def test_a_breakdown_that_would_expose_is_left_out_by_itself() -> None:
    # All four women gave other answers than the men, and each another one.
    everybody = {
        f"{answer}-{at}": (answer, int(answer < 4))
        for answer, count in enumerate((1, 1, 1, 1, 40, 40))
        for at in range(count)
    }
    _, found = release(Log("w1", 6, (2,)), "may", everybody)
    assert isinstance(found, tuple)
    assert found[0] is not None
    assert found[1] is None


def test_too_many_overlapping_releases_are_refused() -> None:
    log = Log("w1", 2)
    everybody: dict[str, tuple[int, ...]] = {}
    for number in range(suppression.MAX_PARTS):
        everybody = everybody | people([40, 50], f"day{number}-")
        log, found = release(log, str(number), everybody)
        assert isinstance(found, tuple)
    everybody = everybody | people([40, 50], "last-")
    assert release(log, "last", everybody)[1] == Refused(Refusal.TOO_MANY_RELEASES)


def test_a_breakdown_of_other_people_is_no_breakdown() -> None:
    layouts = Log("w1", 2, (2,)).layouts
    parts = {frozenset({0}): [[[40, 50]], [[20, 20], [20, 20]]]}
    with pytest.raises(ValueError, match="all who answered"):
        suppression.suppress(layouts, parts, [])
