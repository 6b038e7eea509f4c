"""What was answered to a question is counted, and no small cell can be worked out."""

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.estimate.suppression import LEAST
from surveys.evidence import counting
from surveys.flow import Answer, State
from surveys.question import Question

POINTS = [
    {"key": str(point), "label": {"th": f"ระดับ {point}", "en": f"level {point}"}}
    for point in range(1, 6)
]
SCALE = Question.model_validate(
    {"key": "rate", "kind": "scale5", "text": {"th": "พอใจไหม"}, "choices": POINTS}
)
MANY = Question.model_validate(
    {
        "key": "many",
        "kind": "multiple",
        "text": {"th": "เรื่องไหนบ้าง"},
        "choices": [
            {"key": key, "label": {"th": th, "en": key}}
            for key, th in (("smell", "กลิ่น"), ("noise", "เสียง"), ("none", "ไม่มี"))
        ],
    }
)
OPEN = Question.model_validate(
    {"key": "say", "kind": "open", "text": {"th": "อยากบอกอะไร"}}
)
YEARS = Question.model_validate(
    {"key": "years", "kind": "number", "text": {"th": "กี่ปี"}, "min": 0, "max": 99}
)
PLACE = Question.model_validate(
    {
        "key": "village",
        "kind": "place",
        "text": {"th": "อยู่ที่ไหน"},
        "choices": [
            {"key": key, "label": {"th": f"ชุมชน {key}", "en": key}} for key in "ab"
        ],
    }
)


def scale(*counts, other=(), **published):
    """The table of a scale from how many gave each point."""
    given = [
        (Answer(State.ANSWERED, point), count)
        for point, count in enumerate(counts, start=1)
        if count
    ]
    asked = published.pop("asked", sum(counts) + sum(n for _, n in other))
    return counting.tally(SCALE, [*given, *other], asked=asked, **published)


def test_counts_and_shares_are_of_those_who_answered():
    found = scale(10, 20, 30, 40, 100, other=[(Answer(State.SKIPPED), 7),
                  (Answer(State.DONT_KNOW), 13)], asked=225)  # fmt: skip
    assert [row.n for row in found.rows] == [10, 20, 30, 40, 100]
    assert [row.share for row in found.rows] == [0.05, 0.1, 0.15, 0.2, 0.5]
    assert (found.n, found.skipped, found.dont_know, found.missing) == (200, 7, 13, 5)
    assert found.why is None
    assert found.scale is not None
    assert found.scale.top2_box == 0.7


@pytest.mark.parametrize(
    ("skipped", "dont_know", "missing"), [(3, 13, 5), (7, 4, 5), (7, 13, 1)]
)
def test_a_few_who_gave_no_answer_are_not_counted_out(skipped, dont_know, missing):
    other = [(Answer(State.SKIPPED), skipped), (Answer(State.DONT_KNOW), dont_know)]
    asked = 200 + skipped + dont_know + missing
    found = scale(10, 20, 30, 40, 100, other=other, asked=asked)
    assert (found.skipped, found.dont_know, found.missing) == (None, None, None)
    assert (found.n, found.asked) == (200, asked)


def test_below_thirty_answers_nothing_but_their_number_is_told():
    found = scale(9, 5, 5, 5, 5)
    assert (found.n, found.rows, found.mean, found.scale) == (29, (), None, None)
    assert found.why.en.startswith("Not enough data (n<30)")


def test_a_small_count_is_hidden_and_a_second_one_with_it():
    found = scale(3, 20, 30, 40, 100)
    hidden = [row for row in found.rows if row.n is None]
    assert [row.few for row in hidden] == [True, False]
    assert all(row.share is None for row in hidden)


def test_no_mean_is_told_beside_hidden_counts():
    found = scale(3, 20, 30, 40, 100)
    assert (found.mean, found.scale) == (None, None)


def test_beside_a_figure_a_table_with_few_in_it_is_not_told_at_all():
    assert scale(3, 20, 30, 40, 100, has_figure=True).rows == ()
    assert "published" in scale(3, 20, 30, 40, 100, has_figure=True).why.en


def test_beside_a_figure_a_table_without_few_in_it_is_told_whole():
    found = scale(5, 0, 30, 40, 100, has_figure=True)
    assert [row.n for row in found.rows] == [5, 0, 30, 40, 100]


counts = st.lists(st.integers(0, 12), min_size=5, max_size=5)


@settings(max_examples=600, deadline=None)
@given(counts, st.booleans())
def test_no_small_count_can_be_worked_out_from_a_table(given, has_figure):
    found = scale(*given, has_figure=has_figure)
    small = [at for at, count in enumerate(given) if 0 < count < LEAST]
    if not found.rows:
        return
    assert not (has_figure and small)
    told = [(row.n, row.few) for row in found.rows]
    assert all(told[at][0] is None for at in small)
    possible = list(_possible(told, given))
    assert tuple(given) in possible
    for size in range(1, len(small) + 1):
        for some in combinations(small, size):
            if sum(given[at] for at in some) < LEAST:
                sums = {sum(each[at] for at in some) for each in possible}
                assert len(sums) > 1, some


def test_few_in_two_hidden_cells_together_are_not_told_either():
    found = scale(14, 3, 1, 15, 0)
    assert [(row.n, row.few) for row in found.rows] == [
        (None, False), (None, True), (None, True), (15, False), (0, False),
    ]  # fmt: skip


def _possible(told, given):
    """Every table that agrees with what is told: a search apart from the hiding."""
    n = sum(given)
    ranges = [
        [known]
        if known is not None
        else range(1, LEAST)
        if few
        else range(LEAST, n + 1)
        for known, few in told
    ]
    for each in product(*ranges):
        if sum(each) == n:
            yield each


def several(*pairs, **more):
    given = [(Answer(State.ANSWERED, keys), count) for keys, count in pairs]
    return counting.tally(MANY, given, asked=sum(count for _, count in pairs), **more)


def test_of_several_answers_each_counts_for_itself():
    found = several((("smell",), 30), (("smell", "noise"), 20), (("none",), 50))
    assert [row.n for row in found.rows] == [50, 20, 50]
    assert [row.share for row in found.rows] == [0.5, 0.2, 0.5]
    assert found.several


def test_an_answer_that_all_but_a_few_gave_is_hidden_too():
    found = several((("smell",), 60), (("smell", "noise"), 20), (("none",), 3))
    smell, noise, none = found.rows
    assert (smell.n, smell.few) == (None, False)
    assert noise.n == 20
    assert (none.n, none.few) == (None, True)


def test_beside_a_figure_several_answers_are_told_whole_or_not_at_all():
    few = ((("smell",), 60), (("none",), 3))
    assert several(*few, has_figure=True).rows == ()
    assert several((("smell",), 60), (("none",), 30), has_figure=True).rows


def test_of_own_words_only_the_number_is_told():
    given = [(Answer(State.ANSWERED, "ท่อน้ำหลังวัด"), 40)]
    found = counting.tally(OPEN, given, asked=50)
    assert (found.n, found.missing, found.rows) == (40, 10, ())
    assert "ท่อน้ำ" not in repr(found)


def test_numbers_are_told_as_their_mean():
    given = [(Answer(State.ANSWERED, value), 20) for value in (2, 4)]
    found = counting.tally(YEARS, given, asked=40)
    assert (found.mean.value, found.mean.n, found.rows) == (3.0, 40, ())


def test_beside_a_figure_the_mean_of_numbers_is_the_figures():
    given = [(Answer(State.ANSWERED, value), 20) for value in (2, 4)]
    assert counting.tally(YEARS, given, asked=40, has_figure=True).mean is None


def test_a_shared_location_is_counted_and_not_told():
    given = [
        (Answer(State.ANSWERED, "a"), 30),
        (Answer(State.ANSWERED, "b"), 20),
        *((Answer(State.ANSWERED, f"13.70{n},100.31"), 1) for n in range(6)),
    ]
    found = counting.tally(PLACE, given, asked=56)
    assert [(row.key, row.n) for row in found.rows] == [("a", 30), ("b", 20), (".", 6)]


@pytest.mark.parametrize("counts", [(30, 0, 0, 0, 0), (0, 0, 0, 0, 31)])
def test_nought_is_no_small_count(counts):
    assert [row.n for row in scale(*counts).rows] == list(counts)
