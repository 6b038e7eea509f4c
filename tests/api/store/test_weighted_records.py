"""What a record tells of weights: what they changed, what they cost."""

import pytest

from surveys import record_words
from surveys.flow import State
from surveys.record import Absent
from tests.api import answered
from tests.api.store import waving
from tests.api.store.recorded import record_of, verified

DIALOGUE = "ET-S5"
MARGINS = {
    "source": "ทะเบียนราษฎร",
    "as_of": "2026-01-31",
    "margins": {"sex": {"female": 500, "male": 490, "other": 10}},
}


def rows_by_sex(women, men):
    """Women are content with the dialogue and men are not."""
    return [
        *[{"dialogue": 5, "sex": "female"}] * women,
        *[{"dialogue": 1, "sex": "male"}] * men,
    ]


def test_a_weighted_value_is_the_headline_and_the_plain_one_stands_beside(
    database, clock
):
    with database.write() as session:
        made = waving.opened(session, clock(), margins=MARGINS)
        answered.fill(session, made, rows_by_sex(300, 100), clock())
        skips = [{"dialogue": 5, "sex": State.SKIPPED}] * 8
        answered.fill(session, made, skips, clock())
    waving.frozen(database, made, clock.forward(days=7))
    record = record_of(database, DIALOGUE)
    assert record.weighting.applied == "raked"
    assert record.weighting.source == "ทะเบียนราษฎร"
    # Nobody said "other", who are counted with the men: half and half.
    assert record.weighting.merged == ("sex: male + other",)
    assert record.weighting.no_weight == 8
    assert record.value == record.weighted.value == pytest.approx(50.0)
    assert record.unweighted.value == pytest.approx(308 / 408 * 100)
    assert record.weighting.n_eff == pytest.approx(300.0)
    assert "raked" in record.method
    assert record.evidence.margins_sha256 is not None
    assert verified(database, DIALOGUE).matches


@pytest.mark.parametrize(("women", "men"), [(300, 100), (60, 20)])
def test_where_a_few_have_no_weight_only_the_headline_is_told(
    database, clock, women, men
):
    with database.write() as session:
        made = waving.opened(session, clock(), margins=MARGINS)
        answered.fill(session, made, rows_by_sex(women, men), clock())
        skips = [{"dialogue": 5, "sex": State.SKIPPED}] * 3
        answered.fill(session, made, skips, clock())
    waving.frozen(database, made, clock.forward(days=7))
    record = record_of(database, DIALOGUE)
    raked = record.weighting.applied == "raked"
    told = {True: record.weighted, False: record.unweighted}
    assert told[raked].value == record.value
    assert told[not raked] == record_words.FEW_WITHOUT_WEIGHT
    assert verified(database, DIALOGUE).matches


def test_weights_that_cost_too_much_leave_the_plain_value_as_the_headline(
    database, clock
):
    with database.write() as session:
        made = waving.opened(session, clock(), margins=MARGINS)
        answered.fill(session, made, rows_by_sex(60, 20), clock())
    waving.frozen(database, made, clock.forward(days=7))
    record = record_of(database, DIALOGUE)
    assert (record.weighting.applied, record.value) == ("none", 75.0)
    assert record.weighting.why_not == "weighting.n_eff"
    assert "ต่ำกว่า 100" in record.weighting.rule.th
    assert record.weighted.value == pytest.approx(50.0)


def test_margins_that_do_not_fit_are_told_and_the_value_is_unweighted(database, clock):
    nobody = {"female": 1_000, "male": 0, "other": 0}
    margins = MARGINS | {"margins": {"sex": nobody}}
    with database.write() as session:
        made = waving.opened(session, clock(), margins=margins)
        answered.fill(session, made, rows_by_sex(60, 20), clock())
    waving.frozen(database, made, clock.forward(days=7))
    record = record_of(database, DIALOGUE)
    assert (record.weighting.applied, record.value) == ("none", 75.0)
    assert "sex, male" in record.weighting.why_not
    assert isinstance(record.weighted, Absent)
