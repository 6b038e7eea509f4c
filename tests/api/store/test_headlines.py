"""What is said of the indicators in a line each: released ones, and what is to come."""

import pytest

from api.store import headlines, indicators, waves
from api.store.shown import State
from tests.api import answered
from tests.api.store import releasing, waving

CODE = "ET-S5"


@pytest.fixture
def wave(database, clock):
    with database.write() as session:
        made = waving.opened(session, clock())
        rows = [{"dialogue": 5 if number % 2 else 2} for number in range(40)]
        answered.fill(session, made, rows, clock())
        indicators.compute(session, made.id, clock())
    return made


def said(database, language="th"):
    with database.read() as session:
        told = headlines.told(session, language)
        return told, headlines.coming(session, language)


def test_a_headline_tells_percent_and_interval_in_words_of_the_language(
    database, clock, wave
):
    waving.frozen(database, wave, clock.forward(days=7))
    releasing.released(database, clock(), CODE, "w1")
    ((thai,), coming), ((english,), _) = said(database), said(database, "en")
    assert (thai.n, thai.value_text, thai.low_text, thai.high_text) == (
        40,
        "50",
        "35",
        "65",
    )
    assert "การพูดคุย" in thai.name
    assert "dialogue" in english.name
    assert coming == []


def test_until_it_is_released_a_wave_has_no_headline_but_how_many_answered(
    database, clock, wave
):
    def now():
        lines, (coming,) = said(database)
        assert (lines, coming.n) == ([], 40)
        return coming.state

    assert now() is State.COLLECTING
    with database.write() as session:
        waves.close(session, wave.id, clock.forward(days=1))
    assert now() is State.CLOSED


def test_a_settled_wave_waits_for_two_officers(database, clock, wave):
    waving.frozen(database, wave, clock.forward(days=7))
    lines, (coming,) = said(database)
    assert (lines, coming.state, coming.key) == ([], State.WAITING, "results.waiting")


def test_a_town_without_answers_has_nothing_to_say(database, clock):
    assert said(database) == ([], [])
    with database.write() as session:
        waving.opened(session, clock())
    assert said(database) == ([], [])


def test_of_one_to_four_it_is_only_said_that_they_are_few():
    few = headlines.Coming("แบบสอบถาม", State.COLLECTING, None, made_up=False)
    assert few.key == "results.few"
    assert (
        headlines.Coming("แบบสอบถาม", State.COLLECTING, 5, made_up=False).key != few.key
    )
