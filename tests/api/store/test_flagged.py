"""Figures without the responses that look odd: told where that tells on nobody."""

import pytest

from surveys import record_words
from surveys.record import Absent, Cleaned
from tests.api import answered
from tests.api.store import waving
from tests.api.store.test_records import DIALOGUE, INDEX, record_of


def test_figures_without_odd_responses_stand_beside_where_that_tells_on_nobody(
    database, clock
):
    for key, odd in (("few", 4), ("many", 40)):
        with database.write() as session:
            made = waving.opened(session, clock.forward(days=100), key)
            plain = [{"dialogue": 1 + number % 5} for number in range(100)]
            answered.fill(session, made, plain, clock())
            rows = [{"dialogue": 5}] * odd
            answered.fill(session, made, rows, clock(), flags=("same_address",))
        waving.frozen(database, made, clock.forward(days=7))
    assert isinstance(record_of(database, DIALOGUE, "few").flags_removed, Absent)
    cleaned = record_of(database, DIALOGUE, "many").flags_removed
    assert isinstance(cleaned, Cleaned)
    assert (cleaned.told.n, cleaned.told.value) == (100, 40.0)
    # 80 of 140 with them, 40 % without: further apart than half the interval.
    assert cleaned.apart


@pytest.mark.parametrize(
    ("content", "others", "told"),
    [(1, 5, False), (5, 1, False), (4, 40, False), (0, 6, True), (5, 5, True)],
)
def test_a_share_without_odd_responses_tells_of_no_few_among_these(
    database, clock, content, others, told
):
    """Both figures stand beside each other, and so does what lies between them."""
    with database.write() as session:
        made = waving.opened(session, clock())
        plain = [{"dialogue": 5}] * 49 + [{"dialogue": 1}] * 45
        answered.fill(session, made, plain, clock())
        odd = [{"dialogue": 4}] * content + [{"dialogue": 2}] * others
        answered.fill(session, made, odd, clock(), flags=("same_address",))
    waving.frozen(database, made, clock.forward(days=7))
    found = record_of(database, DIALOGUE).flags_removed
    assert isinstance(found, Cleaned) is told
    if not told:
        assert found == record_words.FEW_FLAGS


@pytest.mark.parametrize(
    ("odd", "told"),
    [
        ([2] * 15 + [4] * 14, False),
        ([2] * 15 + [4] * 15, True),
        ([5] * 39 + [1], False),
    ],
)
def test_a_mean_without_odd_responses_is_told_where_many_unlike_ones_went(
    database, clock, odd, told
):
    def alike(point):
        items = ("water", "air", "noise", "safety")
        return dict.fromkeys(items, point)

    with database.write() as session:
        made = waving.opened(session, clock())
        plain = [alike(1 + number % 5) for number in range(60)]
        answered.fill(session, made, plain, clock())
        answered.fill(session, made, map(alike, odd), clock(), flags=("fast",))
    waving.frozen(database, made, clock.forward(days=7))
    found = record_of(database, INDEX).flags_removed
    assert isinstance(found, Cleaned) is told
    if not told:
        assert found == record_words.FEW_FLAGS
