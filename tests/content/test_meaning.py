"""How near a question is to an article in meaning, by vectors made elsewhere."""

import numpy as np
import pytest

from content import meaning
from content.meaning import Line

LINES = (
    Line("waste", "วันเก็บขยะ"),
    Line("waste", "รถขยะมาวันไหน"),
    Line("water", "น้ำเสีย"),
)
MEANINGS = meaning.build(LINES, [[1, 0], [3, 3], [0, 2]])


def test_an_article_is_as_near_as_its_likest_line():
    near = meaning.nearness(MEANINGS, [1, 1])
    assert near == pytest.approx({"waste": 1.0, "water": 2**-0.5}, abs=1e-6)


def test_the_length_of_a_vector_says_nothing():
    once, often = (meaning.nearness(MEANINGS, [n, 2 * n]) for n in (1, 50))
    assert once == pytest.approx(often)


def test_the_line_that_was_asked_does_not_count():
    near = meaning.nearness(MEANINGS, [1, 1], without="รถขยะมาวันไหน")
    assert near["waste"] == pytest.approx(2**-0.5, abs=1e-6)


def test_what_points_away_is_not_near():
    assert meaning.nearness(MEANINGS, [-1, -1]) == {"waste": 0.0, "water": 0.0}
    assert meaning.nearness(MEANINGS, [0, 0]) == {"waste": 0.0, "water": 0.0}


def test_a_vector_of_another_model_tells_nothing():
    assert meaning.nearness(MEANINGS, np.ones(3, np.float32)) == {}
