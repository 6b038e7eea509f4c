"""Responses: one a person and wave, answers kept apart from who gave them."""

import pytest
from sqlalchemy import select

from api.store import responses, waves
from api.store.models import Answer, Invitation, Response, ResponseLink, Wave
from api.store.words import ResponseState
from surveys import definition, flow
from surveys.definition import Kind, Question, Quota
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


def test_answers_are_forgotten_one_by_one_or_all(database, response, clock):
    first, second, third = SURVEY.questions[:3]
    for question in (first, second, third):
        record(database, response, question, flow.Answer(State.SKIPPED), clock())
    with database.write() as session:
        held = session.get_one(Response, response.id)
        responses.drop_answers(session, held, [second.key])
    assert set(answers(database, response)) == {first.key, third.key}
    with database.write() as session:
        held = session.get_one(Response, response.id)
        responses.drop_answers(session, held)
    assert answers(database, response) == {}


def test_a_response_is_found_with_whose_it_is_and_its_wave(
    database, clock, response, noi
):
    with database.write() as session:
        lek = given.contact(session, "Ulek", clock()).resident_id
    with database.read() as session:
        held = responses.filled(session, [response.id, lek])
        assert list(held) == [response.id]
        assert held[response.id].resident_id == noi != lek
        assert held[response.id].wave.id == response.wave_id


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


def _question(kind, **fields):
    return Question.model_validate(
        {"key": f"a_{kind}", "kind": kind, "text": {"th": "ถาม"}, **fields}
    )


@pytest.mark.parametrize(
    ("kind", "value", "stands"),
    [
        ("photo", "AgACAgUAAx", responses.PHOTO),
        ("place", "หลังวัดใหม่ ซอย 5", responses.OPEN_TEXT),
        ("place", "13.701,100.32x", responses.OPEN_TEXT),
    ],
)
def test_a_picture_and_a_place_in_their_own_words_are_sealed_too(
    database, clock, response, kind, value, stands
):
    question = _question(kind)
    with database.write() as session:
        held = session.get_one(Response, response.id)
        said = flow.Answer(State.ANSWERED, value)
        kept = responses.record(session, held, question, said, clock())
    assert kept == flow.Answer(State.ANSWERED, stands)
    assert answers(database, response) == {question.key: kept}
    with database.read() as session:
        row = session.scalars(select(Answer)).one()
    assert KEYS.unseal("answer", response.id, row.text_sealed).decode() == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [("place", "13.701,100.320"), ("date", "2026-01-15"), ("number", 2.5)],
)
def test_a_location_a_day_and_a_decimal_are_closed_answers(
    database, clock, response, kind, value
):
    bounds = {"min": 0, "max": 9, "decimals": 1} if kind == "number" else {}
    question = _question(kind, **bounds)
    record(database, response, question, flow.Answer(State.ANSWERED, value), clock())
    assert answers(database, response)[question.key].value == value
    with database.read() as session:
        assert session.scalars(select(Answer)).one().text_sealed is None


def test_only_complete_responses_that_count_are_counted_under_a_quota(
    database, clock, wave
):
    question = BY_KIND[Kind.SCALE5]
    quota = Quota(question=question.key, value=4, at_most=9)
    given_ = (
        (4, ResponseState.COMPLETE, None),
        (4, ResponseState.COMPLETE, None),
        (4, ResponseState.COMPLETE, "staff"),
        (4, ResponseState.STARTED, None),
        (5, ResponseState.COMPLETE, None),
        (None, ResponseState.COMPLETE, None),
    )
    for number, (value, state, excluded) in enumerate(given_):
        with database.write() as session:
            who = given.contact(session, f"Uq{number}", clock()).resident_id
        held = offer(database, clock(), who, wave)
        kind = State.SKIPPED if value is None else State.ANSWERED
        record(database, held, question, flow.Answer(kind, value), clock())
        set_state(database, held, state, clock())
        with database.write() as session:
            session.get_one(Response, held.id).excluded = excluded
    with database.write() as session:
        assert responses.complete_under(session, wave.id, quota) == 2


def test_the_first_link_they_came_through_is_the_source(database, clock, wave, noi):
    for source in (None, "market-1", "market-2"):
        with database.write() as session:
            held = responses.offer(
                session,
                noi,
                wave,
                language="th",
                mode="line",
                now=clock(),
                source=source,
            )
    assert held.source == "market-1"
    set_state(database, held, ResponseState.STARTED, clock())


def test_begun_without_a_link_it_stays_so(database, clock, wave, noi, response):
    set_state(database, response, ResponseState.STARTED, clock())
    with database.write() as session:
        held = responses.offer(
            session, noi, wave, language="th", mode="line", now=clock(), source="late"
        )
        assert held.source is None


@pytest.mark.parametrize("frame", ["invited_list", "probability"])
def test_only_the_invited_are_in_the_frame_of_a_wave_that_invites(
    database, clock, wave, noi, frame
):
    with database.write() as session:
        held = session.get_one(Wave, wave.id)
        assert responses.is_invited(session, noi, held)
        held.frame = frame
        session.flush()
        assert not responses.is_invited(session, noi, held)
        session.add(Invitation(wave_id=wave.id, resident_id=noi, invited_at=clock()))
        session.flush()
        assert responses.is_invited(session, noi, held)
