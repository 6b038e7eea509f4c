"""Responses: one a person and wave, answers kept apart from who gave them."""

import pytest
from sqlalchemy import select

from api.store import responses, waves
from api.store.models import Answer, Response, ResponseLink
from api.store.words import ResponseState
from surveys import definition, flow
from surveys.definition import Kind
from surveys.flow import State
from tests.api import given
from tests.conftest import KEYS

SURVEY = definition.load_all()[0]
BY_KIND = {question.kind: question for question in SURVEY.questions}


@pytest.fixture
def wave(database, clock):
    with database.write() as session:
        version = waves.store_version(session, SURVEY, clock())
        return waves.open_wave(
            session, key="w1", version=version, population="all", now=clock()
        )


@pytest.fixture
def noi(database, clock):
    with database.write() as session:
        return given.contact(session, "Unoi", clock()).resident_id


@pytest.fixture
def response(database, clock, wave, noi):
    return offer(database, clock(), noi, wave)


def offer(database, now, resident_id, wave):
    with database.write() as session:
        return responses.offer(
            session, resident_id, wave, language="th", mode="line", now=now
        )


def record(database, response, question, answer, now):
    with database.write() as session:
        responses.record(
            session, session.get_one(Response, response.id), question, answer, now
        )


def answers(database, response):
    with database.read() as session:
        return responses.answers(session, response)


def set_state(database, response, state, now):
    with database.write() as session:
        held = session.get_one(Response, response.id)
        responses.set_state(session, held, state, now)


def test_one_person_has_one_response_in_a_wave(database, clock, wave, noi, response):
    assert offer(database, clock.forward(days=1), noi, wave).id == response.id
    with database.read() as session:
        assert len(session.scalars(select(Response)).all()) == 1


def test_a_response_does_not_say_whose_it_is(database, response, noi):
    with database.read() as session:
        row = session.scalars(select(Response)).one()
        assert noi not in row.model_dump().values()
        session.get_one(ResponseLink, row.id)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.SINGLE, "yes"),
        (Kind.SCALE5, 4),
        (Kind.NUMBER, 12),
        (Kind.MULTIPLE, ("smell", "noise")),
    ],
)
def test_a_closed_answer_comes_back_as_it_was_given(
    database, clock, response, kind, value
):
    question = BY_KIND[kind]
    record(database, response, question, flow.Answer(State.ANSWERED, value), clock())
    found = answers(database, response)[question.key]
    assert found == flow.Answer(State.ANSWERED, value)


def test_an_open_answer_is_sealed_and_beside_it_stands_only_that_there_is_one(
    database, clock, response
):
    question = BY_KIND[Kind.OPEN]
    said = flow.Answer(State.ANSWERED, "น้ำเหม็นมาก \ud800")
    record(database, response, question, said, clock())
    with database.read() as session:
        row = session.scalars(select(Answer)).one()
    assert row.value == responses.OPEN_TEXT
    opened = KEYS.unseal("answer", response.id, row.text_sealed).decode()
    assert opened == "น้ำเหม็นมาก ?"


@pytest.mark.parametrize("state", [State.SKIPPED, State.DONT_KNOW])
@pytest.mark.parametrize("kind", [Kind.SINGLE, Kind.OPEN])
def test_not_answered_is_kept_as_what_it_is(database, clock, response, kind, state):
    question = BY_KIND[kind]
    record(database, response, question, flow.Answer(state), clock())
    assert answers(database, response)[question.key] == flow.Answer(state)
    with database.read() as session:
        assert session.scalars(select(Answer)).one().text_sealed is None


def test_a_second_answer_takes_the_place_of_the_first(database, clock, response):
    question = BY_KIND[Kind.SCALE5]
    for value in (2, 5):
        given_ = flow.Answer(State.ANSWERED, value)
        record(database, response, question, given_, clock())
    assert answers(database, response) == {question.key: flow.Answer(State.ANSWERED, 5)}


def test_an_answer_ends_what_was_asked_again_and_half_ticked(database, clock, response):
    with database.write() as session:
        held = session.get_one(Response, response.id)
        held.reasked, held.picked = "troubles", [1, 2]
        session.add(held)
    question = BY_KIND[Kind.MULTIPLE]
    said = flow.Answer(State.ANSWERED, ("smell",))
    record(database, response, question, said, clock())
    with database.read() as session:
        held = session.get_one(Response, response.id)
        assert (held.reasked, held.picked) == (None, [])


def test_going_back_forgets_the_last_answer_in_the_surveys_order(
    database, clock, response
):
    first, second = SURVEY.questions[:2]
    # Recorded the other way round, as after a change.
    for question in (second, first):
        said = flow.Answer(State.ANSWERED, question.choices[0].key)
        record(database, response, question, said, clock())
    with database.write() as session:
        held = session.get_one(Response, response.id)
        assert responses.take_back(session, SURVEY, held) == second
        assert responses.take_back(session, SURVEY, held) == first
        assert responses.take_back(session, SURVEY, held) is None
    assert answers(database, response) == {}


def test_nobody_owns_anothers_response(database, clock, response, noi):
    with database.write() as session:
        lek = given.contact(session, "Ulek", clock()).resident_id
    with database.read() as session:
        assert responses.owned(session, noi, response.id).id == response.id
        assert responses.owned(session, lek, response.id) is None
        assert responses.owned(session, noi, lek) is None


def test_a_response_is_gone_on_with_until_it_is_done_or_its_wave_is(
    database, clock, wave, noi, response
):
    def unfinished():
        with database.read() as session:
            found = responses.unfinished(session, noi)
        return found and found[0].id

    for state in (ResponseState.STARTED, ResponseState.PAUSED):
        set_state(database, response, state, clock())
        assert unfinished() == response.id
    set_state(database, response, ResponseState.COMPLETE, clock())
    assert unfinished() is None
    set_state(database, response, ResponseState.PAUSED, clock())
    with database.write() as session:
        waves.close(session, waves.get(session, "w1").id, clock())
    assert unfinished() is None


def test_when_it_began_and_when_it_was_done_is_kept(database, clock, response):
    set_state(database, response, ResponseState.STARTED, clock.forward(minutes=1))
    began = clock()
    set_state(database, response, ResponseState.PAUSED, clock.forward(minutes=1))
    set_state(database, response, ResponseState.STARTED, clock.forward(minutes=1))
    set_state(database, response, ResponseState.COMPLETE, clock.forward(minutes=1))
    with database.read() as session:
        row = session.get_one(Response, response.id)
    assert (row.started_at, row.completed_at) == (began, clock())
