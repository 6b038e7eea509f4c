"""The halves, the cleaned counts and the benchmark of what was told by mistake."""

import pytest

from api.store import indicators, releases
from surveys.record import Beside, Cleaned
from tests.api.store import cuts, releasing
from tests.api.store import test_exposing as exposing
from tests.api.store.test_exposing import (
    BEST,
    CODE,
    MISTAKE,
    mend,
    put_wrong,
    refused,
    release,
)

town, freeze = exposing.town, exposing.freeze


def beside(n, value):
    return Beside(n=n, value=value, low=None, high=None)


def parts(interviewed=50, cleaned=90):
    """The halves, and the figure without odd answers, of 100 of whom half gave it."""
    halves = {"self": 100 - interviewed, "interviewer": interviewed}
    return {
        "by_mode": {mode: beside(n, 50.0) for mode, n in halves.items()},
        "flags_removed": Cleaned(told=beside(cleaned, 50.0), apart=False),
    }


def take_back(database, clock):
    with database.write() as session:
        _, boon, _ = releasing.staff(session, clock())
        value = indicators.find(session, CODE, "w1")
        releases.withdraw(
            session, value.id, boon.id, reason=MISTAKE, why="นับผิด", now=clock()
        )


@pytest.mark.parametrize(
    ("told", "few"),
    [
        ({}, False),
        ({"interviewed": 40}, False),
        ({"interviewed": 47}, True),
        ({"cleaned": 80}, False),
        ({"cleaned": 88}, True),
        ({"cleaned": 97}, True),
    ],
    ids=str,
)
def test_the_parts_of_a_mistaken_figure_were_told_all_the_same(
    database, clock, freeze, told, few
):
    """Its base and its share were right: who answers how, or is odd, was not."""
    odd = {"flags": ("same_address",)}
    freeze(
        *(({"dialogue": point}, 25, {"mode": "phone"}) for point in (2, 5)),
        *(({"dialogue": point}, 20) for point in (2, 5)),
        *(({"dialogue": point}, 5, odd) for point in (2, 5)),
    )
    put_wrong(database, clock, CODE, 100, 50, **parts(**told))
    take_back(database, clock)
    mend(database, clock)
    if few:
        assert refused(database, clock, CODE).values["figures"] == (
            f"{CODE} w1 rev. 2",
        )
    else:
        release(database, clock, CODE)


def test_parts_that_were_mistaken_are_held_against_another_figure_of_the_question(
    database, clock, freeze
):
    cuts.add("tn", {BEST: cuts.share("dialogue", 5)})
    freeze(
        *(({"dialogue": point}, 25, {"mode": "phone"}) for point in (2, 5)),
        *(({"dialogue": point}, 25) for point in (2, 5)),
    )
    told = parts(interviewed=47)
    del told["flags_removed"]
    put_wrong(database, clock, CODE, 100, 50, **told)
    take_back(database, clock)
    assert refused(database, clock, BEST).values["figures"] == (f"{CODE} w1 rev. 2",)
