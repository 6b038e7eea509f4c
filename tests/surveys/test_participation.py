"""A survey counts as Consult only if people are told in time what came of it."""

from datetime import date

import pytest

from surveys import participation
from surveys.definition import Level

DAY = date(2027, 1, 31)


@pytest.mark.parametrize(
    ("declared", "promised", "posted", "counts_as", "why"),
    [
        (Level.CONSULT, DAY, DAY, Level.CONSULT, None),
        (Level.CONSULT, DAY, date(2026, 12, 1), Level.CONSULT, None),
        (Level.CONSULT, DAY, date(2027, 2, 1), Level.INFORM, "within the promised"),
        (Level.CONSULT, DAY, None, Level.INFORM, "have not been told yet"),
        (Level.CONSULT, None, DAY, Level.INFORM, "no day was promised"),
        (Level.INFORM, None, None, Level.INFORM, None),
    ],
)
def test_what_it_counts_as(declared, promised, posted, counts_as, why):
    found = participation.standing(declared, promised, posted)
    assert (found.declared, found.counts_as) == (declared, counts_as)
    assert (found.why is None) == (why is None)
    assert why is None or why in found.why.say("en")
