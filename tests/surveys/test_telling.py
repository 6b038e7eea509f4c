"""Figures of one question, held against each other over the same answers."""

import numpy as np
import pytest

from surveys import definition, telling
from surveys.flow import Answer, State
from surveys.measure import Measure
from surveys.sheet import Coder, Sheet
from surveys.telling import Telling

LIFE = next(each for each in definition.load_all() if each.key == "town_life")
TOP2 = Measure(survey="town_life", question="dialogue", kind="top2", values=(4, 5))
MEAN = Measure(survey="town_life", question="dialogue", kind="mean")


def sheet(*groups):
    """`(point, people, interviewed, flagged)` each."""
    points, interviewed, flagged = Coder(), [], []
    for point, people, spoken, odd in groups:
        points.take([Answer(State.ANSWERED, point)] * people)
        interviewed += [spoken] * people
        flagged += [odd] * people
    n, plain = len(flagged), Coder()
    plain.take(["th"] * n)
    column = plain.coded()
    made = Sheet(n, {"dialogue": points.coded()}, column, column, np.array(flagged))
    return made, np.array(interviewed)


def collides(made, new, *earlier):
    found, interviewed = made
    who = found.everyone()

    def figure(name, measure, **more):
        return Telling(name, measure, who, shown=True, **more)

    one, *others = (figure(*each[:2], **each[2]) for each in (new, *earlier))
    return telling.collides(found, LIFE, interviewed, one, others)


@pytest.mark.parametrize(("few", "found"), [(3, []), (6, None)])
def test_a_half_told_beside_the_whole_leaves_no_few_in_the_other(few, found):
    made = sheet((5, 30, False, False), (2, 30, False, False), (5, 20, True, False),
                 (2, few, True, False))  # fmt: skip
    assert collides(made, ("A", TOP2, {})) is None
    assert collides(made, ("A", TOP2, {"halves": True})) == found


@pytest.mark.parametrize(("few", "found"), [(3, []), (6, None)])
def test_those_left_out_as_odd_are_not_a_few_who_said_the_same(few, found):
    made = sheet((5, 40, False, False), (2, 30, False, False), (5, few, False, True))
    assert collides(made, ("A", TOP2, {})) is None
    assert collides(made, ("A", TOP2, {"cleaned": True})) == found


def test_the_figure_it_collides_with_is_named_and_no_other():
    made = sheet((5, 40, False, False), (4, 3, False, False), (1, 37, False, False),
                 (3, 20, False, False))  # fmt: skip
    best = Measure(survey="town_life", question="dialogue", kind="share", values=(5,))
    worst = Measure(survey="town_life", question="dialogue", kind="share", values=(1,))
    new, other, near = ("A", TOP2, {}), ("C", worst, {}), ("B", best, {})
    assert collides(made, new, other, near) == ["B"]
    assert collides(made, new, other) is None


def test_a_mean_from_which_the_squares_follow_tells_more():
    """Of three points two sums leave one way open, three none."""
    made = sheet((1, 20, False, False), (3, 4, False, False), (5, 12, False, False))
    assert collides(made, ("A", MEAN, {})) is None
    assert collides(made, ("A", MEAN, {"squares": True})) == []


def test_an_index_and_a_share_of_one_of_its_items_speak_of_other_answers():
    items = ("water", "air")
    index = Measure(survey="town_life", items=items, kind="index")
    one = Measure(survey="town_life", question="air", kind="top2", values=(4, 5))
    mean = Measure(survey="town_life", question="air", kind="mean")
    assert not telling.of_one_question(index, one)
    assert telling.of_one_question(index, mean)
    assert not telling.of_one_question(TOP2, one)
