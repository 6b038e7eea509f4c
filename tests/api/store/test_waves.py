"""Waves: which words are asked, from when to when, and how many took part."""

import pytest
from sqlalchemy import func, select

from api.errors import DomainError
from api.store import audit, responses, waves
from api.store.models import SurveyVersion, Wave
from api.store.words import ResponseState, WaveState
from surveys import definition
from tests.api import given


@pytest.fixture(scope="module")
def survey():
    return definition.load_all()[0]


@pytest.fixture
def opened(database, clock, survey):
    def opening(key="w1", **options):
        with database.write() as session:
            version = waves.store_version(session, survey, clock())
            return waves.open_wave(
                session,
                key=key,
                version=version,
                population="all who chat",
                now=clock(),
                **options,
            )

    return opening


def refused(key):
    return pytest.raises(DomainError, match=f"^{key}$")


def test_a_version_is_stored_once_and_never_changes(database, clock, survey):
    with database.write() as session:
        first = waves.store_version(session, survey, clock())
    with database.write() as session:
        again = waves.store_version(session, survey, clock.forward(days=1))
        assert again.id == first.id
    other = survey.model_copy(update={"title": survey.questions[0].text})
    with refused("error.survey_changed"), database.write() as session:
        waves.store_version(session, other, clock())
    newer = other.model_copy(update={"version": survey.version + 1})
    with database.write() as session:
        assert waves.store_version(session, newer, clock()).id != first.id


def test_a_wave_asks_the_very_questions_it_was_opened_with(database, opened, survey):
    wave = opened()
    with database.read() as session:
        asked = waves.survey_of(session, session.get_one(Wave, wave.id))
    assert definition.sha256(asked) == definition.sha256(survey)
    assert asked.questions == survey.questions


def test_a_key_names_one_wave_for_good(database, clock, opened):
    wave = opened()
    with refused("error.wave_exists"):
        opened()
    with database.write() as session:
        waves.close(session, wave.id, clock())
    with refused("error.wave_exists"):
        opened()


def test_an_unknown_frame_is_refused(opened):
    with refused("error.frame_unknown"):
        opened(frame="whoever")


def test_the_open_waves_are_listed_the_newest_first(database, clock, opened):
    opened("w1")
    clock.forward(days=1)
    second = opened("w2")
    clock.forward(days=1)
    opened("w3")
    with database.write() as session:
        waves.close(session, second.id, clock())
    with database.read() as session:
        assert [wave.key for wave in waves.open_waves(session)] == ["w3", "w1"]
        assert [wave.key for wave in waves.list_(session)] == ["w3", "w2", "w1"]


def test_a_wave_is_closed_once(database, clock, opened):
    wave = opened()
    with database.write() as session:
        waves.close(session, wave.id, clock.forward(days=1))
    with database.read() as session:
        closed = waves.get(session, "w1")
        assert (closed.state, closed.closes_at) == (WaveState.CLOSED, clock())
    with refused("error.wave_closed"), database.write() as session:
        waves.close(session, waves.get(session, "w1").id, clock())


def test_a_wave_nobody_opened_is_not_found(database):
    with database.read() as session:
        assert waves.find(session, "w9") is None
        with pytest.raises(DomainError) as raised:
            waves.get(session, "w9")
    assert raised.value.status == 404


def test_the_shipped_surveys_are_opened_at_the_first_start_only(database, clock):
    shipped = definition.load_all()
    with database.write() as session:
        assert waves.ensure_shipped(session, shipped, clock()) == len(shipped)
    with database.write() as session:
        waves.close(session, waves.open_waves(session)[0].id, clock())
    with database.write() as session:
        assert waves.ensure_shipped(session, shipped, clock.forward(days=40)) == 0
        assert session.scalar(select(func.count()).select_from(SurveyVersion)) == len(
            shipped
        )


def test_whoever_opens_or_closes_a_wave_leaves_a_trace(database, clock, opened):
    wave = opened(by="key:abc")
    with database.write() as session:
        waves.close(session, wave.id, clock(), by="officer:7")
    with database.read() as session:
        told = [
            (entry.actor, entry.action, entry.subject)
            for entry in audit.list_(session).items
        ]
    survey = f"survey:{wave.survey_version_id}"
    assert told == [
        ("officer:7", "wave.close", f"wave:{wave.id}"),
        ("key:abc", "wave.open", f"wave:{wave.id}"),
        ("cli", "survey.store", survey),
    ]


def test_versions_and_waves_are_told_a_page_at_a_time(database, clock, opened):
    for key in ("w1", "w2", "w3"):
        opened(key)
    with database.read() as session:
        first = waves.page(session, limit=2)
        rest = waves.page(session, after=first.next, limit=2)
        (version,) = waves.versions(session).items
        assert waves.get_version(session, version.id) is version
    assert [wave.key for wave in first.items] == ["w3", "w2"]
    assert [wave.key for wave in rest.items] == ["w1"]


def test_who_was_offered_began_and_finished_is_counted(database, clock, opened):
    wave = opened()
    states = [
        ResponseState.OFFERED,
        ResponseState.DECLINED,
        ResponseState.STARTED,
        ResponseState.PAUSED,
        ResponseState.COMPLETE,
        ResponseState.COMPLETE,
    ]
    with database.write() as session:
        for number, state in enumerate(states):
            contact = given.contact(session, f"U{number}", clock())
            response = responses.offer(
                session,
                contact.resident_id,
                wave,
                language="th",
                mode="line",
                now=clock(),
            )
            if state is not ResponseState.OFFERED:
                responses.set_state(session, response, state, clock())
    with database.read() as session:
        assert waves.counts(session, wave.id) == {
            "offered": 6,
            "started": 4,
            "complete": 2,
        }


def test_a_wave_without_anybody_counts_nothing(database, opened):
    wave = opened()
    with database.read() as session:
        assert waves.counts(session, wave.id) == {
            "offered": 0,
            "started": 0,
            "complete": 0,
        }
