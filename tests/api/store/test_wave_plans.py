"""A wave is planned, opens and closes by itself; what cannot be is refused."""

from datetime import timedelta

import pytest

from api.errors import DomainError
from api.store import audit, wave_plans, waves
from api.store.models import SurveyVersion
from api.store.words import WaveState
from tests.api.store import small_waves

DAY = timedelta(days=1)


@pytest.fixture
def planned(database, clock):
    def planning(key="w1", *, asked=None, anyway="", **details):
        details = {
            "population": "all who live here",
            "opens_at": clock() + DAY,
            "ends_at": clock() + 8 * DAY,
        } | details
        with database.write() as session:
            version = waves.store_version(
                session, asked or small_waves.survey(), clock()
            )
            return wave_plans.plan(
                session, key, version, now=clock(), by="cli", anyway=anyway, **details
            )

    return planning


def advance(database, now):
    """What the worker does with the waves whose time has come."""
    with database.read() as session:
        opening, closing = wave_plans.due(session, now)
    for wave_id in (*opening, *closing):
        with database.write() as session:
            wave_plans.advance(session, wave_id, now)


def state(database, key="w1"):
    with database.read() as session:
        return waves.get(session, key).state


def refused(key):
    return pytest.raises(DomainError, match=f"^{key}$")


def test_a_plan_opens_at_its_time_and_closes_at_its_end(database, clock, planned):
    planned()
    advance(database, clock.forward(hours=23))
    assert state(database) is WaveState.PLANNED
    advance(database, clock.forward(hours=2))
    assert state(database) is WaveState.OPEN
    with database.read() as session:
        # It opened when it was opened, an hour late.
        assert waves.get(session, "w1").opens_at == clock()
        assert [wave.key for wave in waves.open_waves(session)] == ["w1"]
    advance(database, clock.forward(days=6))
    assert state(database) is WaveState.OPEN
    advance(database, clock.forward(days=1))
    with database.read() as session:
        wave = waves.get(session, "w1")
        assert (wave.state, wave.closes_at) == (WaveState.CLOSED, clock())


def test_a_plan_nobody_was_there_to_open_is_not_held(database, clock, planned):
    planned()
    advance(database, clock.forward(days=30))
    assert state(database) is WaveState.CLOSED
    with database.read() as session:
        actions = [entry.action for entry in audit.list_(session).items]
    assert actions == ["wave.give_up", "wave.plan", "survey.store"]


def test_a_wave_is_advanced_once_however_many_look(database, clock, planned):
    wave = planned()
    clock.forward(days=1)
    with database.write() as session:
        assert wave_plans.advance(session, wave.id, clock())
    with database.write() as session:
        assert not wave_plans.advance(session, wave.id, clock())


def test_a_wave_without_an_end_stays_open(database, clock, planned):
    planned(ends_at=None)
    advance(database, clock.forward(days=400))
    advance(database, clock.forward(days=400))
    assert state(database) is WaveState.OPEN


def test_a_plan_may_be_opened_before_its_time_and_only_once(database, clock, planned):
    wave = planned()
    with database.write() as session:
        wave_plans.open_planned(session, wave.id, clock())
    assert state(database) is WaveState.OPEN
    with refused("error.wave_not_planned"), database.write() as session:
        wave_plans.open_planned(session, wave.id, clock())


def test_a_plan_changes_until_it_opens(database, clock, planned):
    wave = planned()
    with database.write() as session:
        wave_plans.edit(
            session, wave.id, now=clock(), min_age=18, responsible="กองสาธารณสุข"
        )
    with database.read() as session:
        kept = waves.get(session, "w1")
        assert (kept.min_age, kept.responsible) == (18, "กองสาธารณสุข")
        assert kept.population == "all who live here"
    advance(database, clock.forward(days=1))
    with refused("error.wave_not_planned"), database.write() as session:
        wave_plans.edit(session, wave.id, now=clock(), min_age=20)


@pytest.mark.parametrize(
    ("details", "key"),
    [
        ({"population": " "}, "error.wave_population"),
        ({"population_size": 0}, "error.wave_population_size"),
        ({"frame": "whoever"}, "error.frame_unknown"),
        ({"frame": "probability"}, "error.frame_note_missing"),
        ({"min_age": 0}, "error.wave_min_age"),
        ({"min_age": 100}, "error.wave_min_age"),
        ({"limitations": "x" * 2001}, "error.text_shape"),
    ],
)
def test_a_bad_plan_is_refused_and_nothing_is_kept(
    database, clock, planned, details, key
):
    with refused(key):
        planned(**details)
    with database.read() as session:
        assert waves.find(session, "w1") is None
    wave = planned()
    with refused(key), database.write() as session:
        wave_plans.edit(session, wave.id, now=clock(), **details)
    with database.read() as session:
        assert waves.get(session, "w1").population == "all who live here"


@pytest.mark.parametrize("ends", [-1, 0, 1])
def test_a_plan_that_ends_before_it_opens_is_refused(clock, planned, ends):
    with refused("error.wave_ends_first"):
        planned(opens_at=clock() + DAY, ends_at=clock() + ends * DAY)


def test_a_plan_that_has_ended_already_is_refused(clock, planned):
    with refused("error.wave_ends_first"):
        planned(opens_at=clock() - 9 * DAY, ends_at=clock() - DAY)


def test_a_key_is_used_once(planned):
    planned()
    with refused("error.wave_exists"):
        planned(anyway="a test")


@pytest.mark.parametrize("days", [-89, 0, 89])
def test_two_waves_of_a_survey_open_a_quarter_apart(clock, planned, days):
    planned("w1", opens_at=clock() + 100 * DAY, ends_at=None)
    at = clock() + (100 + days) * DAY
    with refused("error.wave_too_soon"):
        planned("w2", opens_at=at, ends_at=None)
    # A newer version of the survey is the same survey.
    newer = small_waves.survey(2)
    with refused("error.wave_too_soon"):
        planned("w2", asked=newer, opens_at=at, ends_at=None)
    planned("w2", asked=small_waves.survey(key="other"), opens_at=at, ends_at=None)


def test_ninety_days_apart_are_enough(clock, planned):
    planned("w1", ends_at=None)
    assert planned("w2", opens_at=clock() + 91 * DAY, ends_at=None)


def test_a_wave_too_soon_needs_a_reason_which_is_logged(database, clock, planned):
    planned("w1")
    planned("w2", anyway="after the flood")
    with database.read() as session:
        newest, *_ = audit.list_(session).items
    assert (newest.action, newest.details["anyway"]) == ("wave.plan", "after the flood")


def test_a_plan_moved_is_held_against_the_others_and_not_against_itself(
    database, clock, planned
):
    wave = planned("w1", ends_at=None)
    planned("w2", opens_at=clock() + 200 * DAY, ends_at=None)
    with database.write() as session:
        wave_plans.edit(session, wave.id, now=clock(), opens_at=clock() + 2 * DAY)
    with refused("error.wave_too_soon"), database.write() as session:
        wave_plans.edit(session, wave.id, now=clock(), opens_at=clock() + 150 * DAY)


def test_who_plans_and_changes_leaves_a_trace(database, clock, planned):
    wave = planned()
    with database.write() as session:
        wave_plans.edit(session, wave.id, now=clock(), by="officer:7", min_age=15)
    with database.read() as session:
        told = [(each.actor, each.action) for each in audit.list_(session).items]
        assert session.get_one(SurveyVersion, wave.survey_version_id)
    assert told == [
        ("officer:7", "wave.edit"),
        ("cli", "wave.plan"),
        ("cli", "survey.store"),
    ]
