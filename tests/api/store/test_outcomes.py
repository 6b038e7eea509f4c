"""What became of those who were invited, by outcome, and the rates that follow."""

from datetime import timedelta

import pytest
from sqlmodel import select

from api.store import consents, forget, outcomes, residents
from api.store.models import Delivery, Invitation
from api.store.types import uuid7
from api.store.words import ConsentPurpose, DeliveryKind, DeliveryState, ResponseState
from surveys.estimate.outcomes import Outcomes
from tests.api.store import small_waves

ALL = small_waves.CLOSED_ANSWERS | {"say": "text"}


@pytest.fixture
def invited(database, clock):
    """Somebody on the list of a wave, whose invitation came to an end."""

    class Invited:
        def __init__(self, **details):
            with database.write() as session:
                details = {"frame": "invited_list"} | details
                self.wave = small_waves.wave(session, clock(), **details)
            self.number = 0

        def one(self, sent=DeliveryState.SENT, state=None, answers=None, **fields):
            self.number += 1
            with database.write() as session:
                contact = small_waves.person(session, clock(), f"U{self.number}")
                delivery = Delivery(
                    id=uuid7(), contact_id=contact.id, channel="line", account="town",
                    kind=DeliveryKind.INVITATION, state=sent, created_at=clock(),
                    not_before=clock(),
                )  # fmt: skip
                session.add(delivery)
                session.flush()
                session.add(
                    Invitation(
                        wave_id=self.wave.id,
                        resident_id=contact.resident_id,
                        invited_at=clock(),
                        delivery_id=delivery.id,
                    )
                )
                if state is not None:
                    small_waves.response(
                        session, self.wave, clock(), answers or {}, of=contact,
                        state=state, **fields,
                    )  # fmt: skip
                return contact

        def counts(self):
            with database.read() as session:
                found = outcomes.count(session, self.wave)
            return {name: count for name, count in vars(found).items() if count}

    return Invited


@pytest.mark.parametrize(
    ("sent", "state", "answers", "outcome"),
    [
        (DeliveryState.SENT, ResponseState.COMPLETE, ALL, "complete"),
        (DeliveryState.SENT, ResponseState.STARTED, {"pick": "red"}, "refusal"),
        (DeliveryState.SENT, ResponseState.PAUSED, {}, "refusal"),
        (
            DeliveryState.SENT,
            ResponseState.PAUSED,
            {"pick": "red", "rate": 1, "many": ["fox"]},
            "partial",
        ),
        (DeliveryState.SENT, ResponseState.DECLINED, {}, "refusal"),
        (DeliveryState.SENT, ResponseState.INELIGIBLE, {}, "not_eligible"),
        (DeliveryState.SENT, ResponseState.OFFERED, {}, "non_contact"),
        (DeliveryState.SENT, None, {}, "non_contact"),
        (DeliveryState.UNKNOWN, None, {}, "non_contact"),
        (DeliveryState.FAILED, None, {}, "other"),
        (DeliveryState.SKIPPED, None, {}, "other"),
        (DeliveryState.PARKED, None, {}, "other"),
    ],
)
def test_every_case_has_its_outcome(invited, sent, state, answers, outcome):
    town = invited()
    town.one(sent, state, answers)
    assert town.counts() == {outcome: 1}


def test_without_an_answer_to_the_key_question_it_is_a_break_off(invited):
    town = invited(asked=small_waves.survey(key_question="count"))
    most = {"pick": "red", "rate": 1, "many": ["fox"]}
    town.one(state=ResponseState.PAUSED, answers=most)
    town.one(state=ResponseState.PAUSED, answers=most | {"count": None})
    assert town.counts() == {"refusal": 2}
    town.one(state=ResponseState.PAUSED, answers=most | {"count": 3})
    assert town.counts() == {"refusal": 2, "partial": 1}


def test_whoever_blocked_or_opted_out_after_the_invitation_refused(
    invited, database, clock
):
    town = invited()
    blocked, opted, before = (town.one() for _ in range(3))
    give = {"version": "1", "channel": "line"}
    with database.write() as session:
        residents.block(session, blocked.id)
        consents.give(
            session, before.resident_id, ConsentPurpose.NO_INVITATIONS,
            now=clock() - timedelta(days=1), **give,
        )  # fmt: skip
    clock.forward(hours=1)
    with database.write() as session:
        consents.give(
            session,
            opted.resident_id,
            ConsentPurpose.NO_INVITATIONS,
            now=clock(),
            **give,
        )
    assert town.counts() == {"refusal": 2, "non_contact": 1}


def test_who_finished_and_opted_out_afterwards_is_complete(invited, database, clock):
    town = invited()
    contact = town.one(state=ResponseState.COMPLETE, answers=ALL)
    with database.write() as session:
        residents.block(session, contact.id)
    assert town.counts() == {"complete": 1}


def test_who_left_the_age_open_is_of_unknown_eligibility(invited):
    town = invited(min_age=18)
    complete = {"state": ResponseState.COMPLETE, "answers": ALL}
    town.one(**complete, adult=True)
    town.one(**complete, adult=True)
    town.one(state=ResponseState.PAUSED)
    town.one(state=ResponseState.INELIGIBLE, adult=False)
    assert town.counts() == {
        "complete": 2, "unknown": 1, "not_eligible": 1, "screened_in": 2,
    }  # fmt: skip


def test_what_is_left_out_of_the_figures_is_in_no_denominator(invited, database):
    town = invited()
    complete = {"state": ResponseState.COMPLETE, "answers": ALL}
    town.one(**complete)
    town.one(**complete, excluded="staff")
    assert town.counts() == {"complete": 1, "not_eligible": 1}
    outcomes.fix(database, town.wave.id)
    assert town.counts() == {"complete": 1, "not_eligible": 1}


def test_rates_are_those_of_the_list(invited, database):
    town = invited()
    for _ in range(3):
        town.one(state=ResponseState.COMPLETE, answers=ALL)
    for _ in range(7):
        town.one()
    with database.read() as session:
        assert outcomes.rates(session, town.wave).rr1 == 0.3
        assert outcomes.told(session, town.wave)["rates"]["rr3"] == 0.3


def test_an_outcome_that_is_written_down_stays(invited, database):
    town = invited()
    for _ in range(2):
        town.one()
    outcomes.fix(database, town.wave.id)
    with database.read() as session:
        kept = session.exec(select(Invitation.outcome)).all()
        assert kept == ["NC", "NC"]
    assert town.counts() == {"non_contact": 2}


def test_who_is_forgotten_still_counts_as_what_became_of_them(invited, database, clock):
    town = invited()
    done = town.one(state=ResponseState.COMPLETE, answers=ALL)
    town.one()
    with database.write() as session:
        forget.forget(session, done.resident_id, clock())
    assert town.counts() == {"complete": 1, "non_contact": 1}


def test_an_open_link_has_no_rate_but_a_reason(database, clock):
    with database.write() as session:
        wave = small_waves.wave(session, clock())
        for state in (
            ResponseState.COMPLETE,
            ResponseState.COMPLETE,
            ResponseState.STARTED,
            ResponseState.DECLINED,
            ResponseState.OFFERED,
        ):
            small_waves.response(session, wave, clock(), {}, state=state)
        small_waves.response(session, wave, clock(), {}, excluded="staff")
    with database.read() as session:
        assert outcomes.count(session, wave) == Outcomes()
        told = outcomes.told(session, wave)
        found = outcomes.open_link(session, wave)
    assert told["rates"] is None
    assert told["rates_reason"] == "outcome.no_rate_open_link"
    assert (found.opened, found.started, found.completed) == (5, 3, 2)
    assert found.completion_rate == pytest.approx(2 / 3)
    assert found.participation_rate == pytest.approx(3 / 5)


def test_of_answers_that_others_entered_nobody_knows_how_many_would_not_begin(
    database, clock
):
    with database.write() as session:
        wave = small_waves.wave(session, clock())
        for mode in ("line", "paper"):
            small_waves.response(session, wave, clock(), {}, mode=mode)
    with database.read() as session:
        found = outcomes.open_link(session, wave)
    assert (found.opened, found.participation_rate) == (None, None)
    assert (found.started, found.completed, found.completion_rate) == (2, 2, 1)


def test_of_a_drawn_sample_the_outcomes_were_written_at_the_door(database, clock):
    with database.write() as session:
        wave = small_waves.wave(
            session, clock(), frame="probability", frame_note="by lot", min_age=18,
            drawn=7,
        )  # fmt: skip
        for code in ("I", "I", "I", "R", "NC", "U", "NE"):
            session.add(Invitation(wave_id=wave.id, invited_at=clock(), outcome=code))
    with database.read() as session:
        found = outcomes.count(session, wave)
        rates = outcomes.rates(session, wave)
    assert found == Outcomes(
        complete=3, refusal=1, non_contact=1, unknown=1, not_eligible=1, screened_in=3
    )
    assert rates.e == 0.75
    assert rates.rr3 == pytest.approx(3 / 5.75)
