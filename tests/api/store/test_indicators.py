"""Indicator values: counted from finished responses, added and never changed."""

import itertools

import hypothesis
import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from sqlalchemy import event, select, text
from sqlalchemy.exc import DBAPIError

from api.store import computing, freezing, indicators, responses, values, waves
from api.store.indicators import ALL
from api.store.models import IndicatorValue
from api.store.types import uuid7
from api.store.words import ResponseState
from surveys import definition, flow
from surveys.estimate import wilson
from surveys.flow import State
from surveys.sheet import Coder, Sheet
from tests.api import given

SURVEY = next(s for s in definition.load_all() if s.key == "participation")
QUESTIONS = {question.key: question for question in SURVEY.questions}
HEARD = "ET-S1"
SOCIAL = "ecotown_social_draft"


@pytest.fixture
def wave(database, clock):
    return open_wave(database, clock(), "w1")


def open_wave(database, now, key, **options):
    with database.write() as session:
        version = waves.store_version(session, SURVEY, now)
        return waves.open_wave(
            session, key=key, version=version, population="all", now=now, **options
        )


@pytest.fixture
def answer(database, clock):
    """Residents who answer all alike: `answer(wave, 3, heard="yes")`."""
    numbers = iter(range(10_000))

    def answering(wave, count, *, language="th", finish=True, **values):
        with database.write() as session:
            for _ in range(count):
                contact = given.contact(session, f"U{next(numbers)}", clock())
                response = responses.offer(
                    session,
                    contact.resident_id,
                    wave,
                    language=language,
                    mode="line",
                    now=clock(),
                )
                for key, value in values.items():
                    said = (
                        flow.Answer(value)
                        if isinstance(value, State)
                        else flow.Answer(State.ANSWERED, value)
                    )
                    responses.record(session, response, QUESTIONS[key], said, clock())
                if finish:
                    responses.set_state(
                        session, response, ResponseState.COMPLETE, clock()
                    )

    return answering


def compute(database, wave, now):
    with database.write() as session:
        return indicators.compute(session, wave.id, now)


def latest(database, **options):
    """code -> value, of the answers reported together."""
    with database.read() as session:
        found = indicators.latest(session, **options)
    return {value.code: value for value in found if value.language == ALL}


def due(database, now):
    with database.read() as session:
        return indicators.due(session, now)


def test_a_share_is_told_with_its_interval_and_its_base(database, clock, wave, answer):
    answer(wave, 25, heard="yes")
    answer(wave, 15, heard="no")
    answer(wave, 2, heard=State.SKIPPED)
    compute(database, wave, clock())
    value = latest(database)[HEARD]
    assert (value.n, value.successes, value.skipped) == (40, 25, 2)
    assert value.value == pytest.approx(62.5)
    expected = wilson(25, 40)
    assert value.low == pytest.approx(expected.low * 100)
    assert value.high == pytest.approx(expected.high * 100)
    assert (value.status, value.made_up) == ("provisional", False)


def test_below_thirty_there_is_a_base_and_no_share(database, clock, wave, answer):
    answer(wave, 29, heard="yes")
    compute(database, wave, clock())
    value = latest(database)[HEARD]
    assert value.n == 29
    assert (value.value, value.low, value.high, value.successes) == (None,) * 4


def test_who_has_not_finished_is_not_counted(database, clock, wave, answer):
    answer(wave, 3, heard="yes", finish=False)
    compute(database, wave, clock())
    assert latest(database)[HEARD].n == 0


def test_a_new_answer_is_a_new_revision_and_the_old_one_stays(
    database, clock, wave, answer
):
    answer(wave, 30, heard="yes")
    assert compute(database, wave, clock()) > 0
    answer(wave, 5, heard="no")
    compute(database, wave, clock.forward(minutes=1))
    with database.read() as session:
        told = indicators.history(session, SOCIAL, HEARD, limit=100).items
    assert [(value.revision, value.n) for value in told] == [(2, 35), (1, 30)]
    assert latest(database)[HEARD].revision == 2


def test_what_says_nothing_new_adds_nothing(database, clock, wave, answer):
    answer(wave, 3, heard="yes")
    compute(database, wave, clock())
    assert compute(database, wave, clock.forward(minutes=1)) == 0


@pytest.mark.parametrize(
    "change", ["UPDATE indicator_value SET n = 999", "DELETE FROM indicator_value"]
)
def test_no_value_is_changed_or_deleted(database, clock, wave, answer, change):
    answer(wave, 1, heard="yes")
    compute(database, wave, clock())
    with pytest.raises(DBAPIError, match="append-only"), database.write() as session:
        session.execute(text(change))
    assert latest(database)[HEARD].n == 1


def test_answers_in_an_unreviewed_translation_are_told_apart(
    database, clock, wave, answer
):
    assert not SURVEY.is_reviewed("my")
    answer(wave, 2, heard="yes")
    answer(wave, 3, heard="yes", language="en")
    answer(wave, 4, heard="no", language="my")
    compute(database, wave, clock())
    with database.read() as session:
        found = {
            value.language: value.n
            for value in indicators.latest(session)
            if value.code == HEARD
        }
    assert found == {ALL: 5, "my": 4}


def test_the_newest_wave_speaks_and_the_older_one_is_history(
    database, clock, wave, answer
):
    answer(wave, 2, heard="yes")
    compute(database, wave, clock())
    with database.write() as session:
        waves.close(session, wave.id, clock())
    newer = open_wave(database, clock.forward(days=30), "w2", made_up=True)
    answer(newer, 1, heard="yes")
    compute(database, newer, clock())
    value = latest(database)[HEARD]
    assert (value.n, value.wave_id, value.made_up) == (1, newer.id, True)
    with database.read() as session:
        assert len(indicators.history(session, SOCIAL, HEARD, limit=100).items) == 2


def test_one_framework_can_be_asked_for(database, clock, wave, answer):
    answer(wave, 1, heard="yes")
    compute(database, wave, clock())
    assert HEARD in latest(database, framework="ecotown_social_draft")
    assert latest(database, framework="no such") == {}


def test_a_frozen_wave_gets_its_final_values(database, clock, wave, answer):
    answer(wave, 30, heard="yes")
    compute(database, wave, clock())
    with database.write() as session:
        waves.close(session, wave.id, clock.forward(hours=1))
    assert due(database, clock()) == [wave.id]
    compute(database, wave, clock.forward(seconds=1))
    assert latest(database)[HEARD].status == "provisional"
    freezing.run(database, wave.id, clock.forward(days=1))
    assert due(database, clock()) == [wave.id]
    compute(database, wave, clock.forward(seconds=1))
    value = latest(database)[HEARD]
    assert (value.status, value.revision, value.n) == ("final", 2, 30)
    assert due(database, clock.forward(days=1)) == []


def test_a_wave_is_due_when_it_has_answers_no_value_shows(
    database, clock, wave, answer
):
    compute(database, wave, clock())
    assert due(database, clock.forward(minutes=5)) == []
    answer(wave, 1, heard="yes")
    assert due(database, clock()) == [wave.id]
    compute(database, wave, clock.forward(seconds=1))
    assert due(database, clock()) == []


def test_an_answer_committed_while_the_others_were_counted_is_not_missed(
    database, clock, wave, answer
):
    compute(database, wave, clock())
    handling_began = clock.forward(minutes=5)
    clock.forward(seconds=3)
    compute(database, wave, clock())  # it looks before the answer is committed
    later = clock()
    clock.time = handling_began
    answer(wave, 1, heard="yes")
    clock.time = later
    assert due(database, clock.forward(seconds=5)) == [wave.id]
    compute(database, wave, clock())
    assert latest(database)[HEARD].n == 1
    clock.forward(minutes=2)
    compute(database, wave, clock())
    assert due(database, clock.forward(days=1)) == []


def test_many_answers_are_looked_at_less_often(database, clock, wave, answer):
    answer(wave, indicators.MANY, heard="yes")
    compute(database, wave, clock.forward(seconds=1))
    answer(wave, 1, heard="yes")
    assert due(database, clock.forward(seconds=10)) == []
    assert due(database, clock.forward(seconds=50)) == [wave.id]


def test_counting_reads_no_open_text_and_writes_nothing(database, clock, wave, answer):
    answer(wave, 5, heard="yes", suggestion="อยากให้น้ำใส")
    with database.read() as session:
        found = computing.work_out(session, wave.id)
        values = session.scalars(select(IndicatorValue)).all()
    heard = next(each for each in found.computed if each.code == HEARD)
    assert heard.figure.scores == ((0.0, 0), (1.0, 5))
    assert "น้ำใส" not in str(found)
    assert values == []


def test_the_first_look_at_a_wave_may_be_at_once(database, clock, wave):
    assert due(database, clock()) == [wave.id]


def test_no_two_values_of_an_open_wave_tell_what_a_few_people_answered(
    database, clock, wave, answer
):
    for number in range(62):
        answer(wave, 1, heard="yes" if number % 3 else "no")
        answer(wave, number % 2, heard=State.SKIPPED)
        compute(database, wave, clock.forward(minutes=1))
    with database.read() as session:
        told = indicators.history(session, SOCIAL, HEARD, limit=100).items
    shown = [value.n for value in told if value.value is not None]
    # 20 of 30, 28 of 43 and 38 of 58: five more in either cell, or more.
    assert shown == [58, 43, 30]
    assert [value.n for value in told if value.value is None] == [*range(29, 0, -1)]


def counted(wave, yes, no):
    """The figures of so many who answered the first question of the survey."""
    coders = Coder(), Coder()
    given_ = [flow.Answer(State.ANSWERED, "yes")] * yes
    coders[0].take(given_ + [flow.Answer(State.ANSWERED, "no")] * no)
    coders[1].take(["th"] * (yes + no))
    said, plain = (coder.coded() for coder in coders)
    nobody = np.zeros(yes + no, dtype=np.bool_)
    sheet = Sheet(yes + no, {"heard": said}, plain, plain, nobody)
    measured = [pair for pair in computing.fitting(SURVEY) if pair[1].code == HEARD]
    return computing.of_sheet(wave.id, sheet, SURVEY, measured, [])


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@hypothesis.given(
    st.lists(st.tuples(st.integers(-2, 8), st.integers(-2, 8)), max_size=14)
)
def test_no_two_values_of_an_open_wave_differ_by_few_in_either_cell(
    database, clock, comes
):
    """Whoever comes or takes their answers back, in whatever order."""
    wave = open_wave(database, clock.forward(days=1), f"w{uuid7().hex}")
    yes, no = 20, 15
    for more_yes, more_no in [(0, 0), *comes]:
        yes, no = max(yes + more_yes, 0), max(no + more_no, 0)
        with database.write() as session:
            found = counted(wave, yes, no)
            indicators.add(session, wave.id, found, clock.forward(minutes=1))
    with database.read() as session:
        told = indicators.history(session, SOCIAL, HEARD, period=wave.key).items
    cells = [
        (value.successes, value.n - value.successes)
        for value in told
        if value.value is not None
    ]
    assert cells
    for one, other in itertools.combinations(cells, 2):
        for here, there in zip(one, other, strict=True):
            assert not 0 < abs(here - there) < values.APART


def test_who_only_skipped_the_question_makes_no_new_value(
    database, clock, wave, answer
):
    answer(wave, 30, heard="yes")
    compute(database, wave, clock())
    answer(wave, 1, heard=State.SKIPPED)
    compute(database, wave, clock.forward(minutes=1))
    assert (latest(database)[HEARD].revision, latest(database)[HEARD].skipped) == (1, 0)


def test_a_frozen_wave_tells_its_last_answers_too(database, clock, wave, answer):
    answer(wave, 25, heard="yes")
    answer(wave, 5, heard="no")
    compute(database, wave, clock())
    answer(wave, 1, heard="no")
    compute(database, wave, clock.forward(minutes=1))
    assert latest(database)[HEARD].n == 30
    with database.write() as session:
        waves.close(session, wave.id, clock.forward(minutes=1))
    freezing.run(database, wave.id, clock.forward(days=1))
    compute(database, wave, clock.forward(seconds=1))
    assert (latest(database)[HEARD].n, latest(database)[HEARD].status) == (31, "final")


def test_a_wave_that_has_only_begun_does_not_hide_the_value_of_the_one_before(
    database, clock, wave, answer
):
    answer(wave, 30, heard="yes")
    compute(database, wave, clock())
    newer = open_wave(database, clock.forward(days=30), "w2")
    answer(newer, 29, heard="no")
    compute(database, newer, clock())
    value = latest(database)[HEARD]
    assert (value.wave_id, value.n, value.value) == (wave.id, 30, pytest.approx(100))
    answer(newer, 1, heard="no")
    compute(database, newer, clock.forward(minutes=1))
    value = latest(database)[HEARD]
    assert (value.wave_id, value.n, value.value) == (newer.id, 30, pytest.approx(0))


def test_waves_counted_to_their_end_are_not_counted_again(
    database, clock, wave, answer
):
    answer(wave, 1, heard="yes")
    with database.write() as session:
        waves.close(session, wave.id, clock.forward(minutes=1))
    compute(database, wave, clock.forward(minutes=2))
    asked = []

    def note(connection, cursor, statement, *rest):
        asked.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        assert due(database, clock.forward(days=1)) == []
    finally:
        event.remove(database.engine, "before_cursor_execute", note)
    assert [one for one in asked if "response" in one] == []
