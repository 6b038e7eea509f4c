"""A drawn sample: those of whom nothing was ever heard are in the denominators."""

from dataclasses import astuple

import pytest
from sqlalchemy import select, update
from sqlmodel import col

from api.errors import DomainError
from api.store import entry, freezing, indicators, marking, outcomes, wave_plans, waves
from api.store.marking import Exclusion
from api.store.models import IndicatorValue, Response
from surveys.estimate.outcomes import Code, Outcomes
from surveys.flow import Answer, State
from tests.api import answered, given
from tests.api.store import evidencing, small_waves, waving

# Of 30 households that were drawn twenty have an outcome.
DOOR = {"I": 8, "P": 2, "R": 3, "NC": 4, "O": 1, "NE": 2}
WHOLE = {
    "pick": Answer(State.ANSWERED, "red"),
    "rate": Answer(State.ANSWERED, 4),
    "many": Answer(State.ANSWERED, ("fox",)),
    "count": Answer(State.ANSWERED, 3),
    "say": Answer(State.SKIPPED),
}


def refused(key):
    return pytest.raises(DomainError, match=rf"^{key}$")


@pytest.fixture
def officer(database, clock):
    with database.write() as session:
        return given.officer(session, "somsak", clock())


@pytest.fixture
def sample(database, clock, officer):
    """A wave of a drawn sample; what is said at its doors."""

    class Sample:
        def __init__(self, **details):
            with database.write() as session:
                self.wave = small_waves.wave(
                    session,
                    clock(),
                    frame="probability",
                    frame_note="by lot",
                    **details,
                )

        def door(self, code, number):
            key = f"{code} {number}"
            with database.write() as session:
                if code != Code.COMPLETE:
                    entry.outcome(
                        session, self.wave, key, Code(code),
                        officer_id=officer.id, now=clock(),
                    )  # fmt: skip
                    return None
                return entry.record(
                    session, self.wave, WHOLE, mode="paper", officer_id=officer.id,
                    language="th", entered_key=key, now=clock(),
                )  # fmt: skip

        def doors(self):
            return [
                self.door(code, number)
                for code, count in DOOR.items()
                for number in range(count)
            ]

        def told(self):
            with database.read() as session:
                wave = waves.get(session, "w1")
                return (
                    outcomes.count(session, wave),
                    outcomes.rates(session, wave),
                    outcomes.told(session, wave),
                )

        def close(self):
            with database.write() as session:
                waves.close(session, self.wave.id, clock.forward(days=1))

    return Sample


def test_rates_of_a_drawn_sample_are_those_worked_out_by_hand(sample):
    town = sample(drawn=30)
    town.doors()
    counted, rates, told = town.told()
    assert counted == Outcomes(
        complete=8, partial=2, refusal=3, non_contact=4, other=1, unknown=10,
        not_eligible=2, screened_in=10,
    )  # fmt: skip
    assert told["unheard_of"] == 10
    # Ten of twelve whose eligibility was seen are eligible: 8 1/3 of the ten unseen.
    assert rates.e == pytest.approx(10 / 12)
    assert astuple(rates)[1:7] == pytest.approx(
        (8 / 28, 10 / 28, 24 / 79, 30 / 79, 8 / 18, 10 / 18)
    )


def test_before_anybody_went_to_a_door_everyone_drawn_is_unknown(sample):
    counted, rates, _ = sample(drawn=30).told()
    assert counted == Outcomes(unknown=30)
    assert (rates.rr1, rates.rr3, rates.rr5) == (0.0, 0.0, None)


def test_without_the_number_there_is_no_rate_but_a_reason(sample):
    town = sample()
    town.doors()
    _, rates, told = town.told()
    assert (rates.rr1, rates.rr6) == (None, None)
    assert told["rates_reason"] == "outcome.no_rate_not_drawn"
    assert told["unheard_of"] is None


def test_a_second_form_is_no_household_and_a_spoilt_one_no_interview(
    sample, database, clock
):
    town = sample(drawn=30)
    first, second, third, fourth, *_ = town.doors()
    with database.write() as session:
        for form, reason in (
            (first, Exclusion.DUPLICATE),
            (second, Exclusion.SPOILT),
            (third, Exclusion.NOT_ELIGIBLE),
            (fourth, Exclusion.STAFF),
        ):
            marking.exclude(session, town.wave.id, [form.id], reason, clock(), by="cli")
    counted, _, told = town.told()
    assert (counted.complete, counted.other, counted.not_eligible) == (4, 2, 4)
    assert (counted.unknown, told["unheard_of"]) == (11, 11)


def test_a_drawn_sample_is_not_frozen_before_it_is_said_how_many(
    sample, database, clock
):
    town = sample()
    town.doors()
    town.close()
    clock.forward(days=2)
    with database.read() as session:
        assert freezing.due(session, clock()) == []
    with refused("error.wave_drawn_missing"):
        freezing.run(database, town.wave.id, clock())
    # Fewer than were met cannot have been drawn.
    for number, error in ((19, "error.wave_drawn_fewer"), (20, None)):
        with database.write() as session:
            wave_plans.set_drawn(session, town.wave.id, number, clock())
        if error:
            with refused(error):
                freezing.run(database, town.wave.id, clock())
    with database.read() as session:
        assert freezing.due(session, clock()) == [town.wave.id]
    wave = freezing.run(database, town.wave.id, clock())
    assert wave.evidence["plan"]["drawn"] == 20
    assert wave.evidence["unheard_of"] == 0
    assert wave.evidence["outcomes"]["unknown"] == 0
    with refused("error.wave_frozen"), database.write() as session:
        wave_plans.set_drawn(session, town.wave.id, 99, clock())


@pytest.mark.parametrize(
    ("details", "error"),
    [
        ({"frame": "open_link", "drawn": 10}, "error.wave_drawn_frame"),
        ({"frame": "invited_list", "drawn": 10}, "error.wave_drawn_frame"),
        ({"frame": "probability", "frame_note": "x", "drawn": 0},
         "error.wave_drawn_none"),
    ],
)  # fmt: skip
def test_only_a_probability_frame_draws_and_draws_somebody(
    database, clock, details, error
):
    with refused(error), database.write() as session:
        small_waves.wave(session, clock(), **details)


def test_the_record_and_the_pack_say_how_many_were_drawn(database, clock):
    made = evidencing.frozen(
        database, clock(), frame="probability", drawn=500, people=60
    )
    with database.read() as session:
        value = session.scalars(
            select(IndicatorValue).where(col(IndicatorValue.wave_id) == made.id)
        ).first()
    told = value.record["told"]["outcome"]
    assert (told["drawn"], told["unheard_of"]) == (500, 500)
    assert told["counts"]["unknown"] == 500


def test_values_of_an_unfrozen_sample_are_worked_out_all_the_same(database, clock):
    with database.write() as session:
        made = waving.opened(session, clock(), frame="probability")
        answered.fill(session, made, [{"quality": 4}] * 40, clock())
        session.execute(update(Response).values(mode="paper"))
        waves.close(session, made.id, clock())
        indicators.compute(session, made.id, clock())
        values = session.scalars(select(IndicatorValue)).all()
    assert {value.status for value in values} <= {"provisional"}
