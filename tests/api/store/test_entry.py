"""Answers are entered for people without a telephone, once for each form."""

import pytest
from sqlmodel import func, select

from api.errors import DomainError
from api.store import audit, entry, outcomes, responses, waves
from api.store.entry import EntryRefused
from api.store.models import Answer, Response
from api.store.words import ResponseState
from content import messages
from surveys.estimate.outcomes import Code
from surveys.flow import Answer as Given
from surveys.flow import State
from tests.api import given
from tests.api.store import small_waves

WHOLE = {
    "pick": Given(State.ANSWERED, "red"),
    "rate": Given(State.ANSWERED, 4),
    "many": Given(State.ANSWERED, ("fox", "owl")),
    "count": Given(State.DONT_KNOW),
    "say": Given(State.ANSWERED, "น้ำเสีย"),
}


@pytest.fixture
def officer(database, clock):
    with database.write() as session:
        return given.officer(session, "somsri", clock())


@pytest.fixture
def enter(database, clock, officer):
    def entering(wave, answers=None, **options):
        options = {
            "mode": "paper",
            "officer_id": officer.id,
            "language": "th",
            "entered_key": "form 1",
            "now": clock(),
        } | options
        with database.write() as session:
            chosen = WHOLE if answers is None else answers
            return entry.record(session, wave, chosen, **options)

    return entering


@pytest.fixture
def wave(database, clock):
    with database.write() as session:
        return small_waves.wave(session, clock())


def refused(key):
    return pytest.raises(DomainError, match=f"^{key}$")


def count(database, table):
    with database.read() as session:
        return session.exec(select(func.count()).select_from(table)).one()


def test_a_form_is_one_complete_response_with_its_mode_and_who_wrote_it(
    database, clock, officer, wave, enter
):
    made = enter(wave, mode="enumerator", language="my")
    with database.read() as session:
        kept = session.get_one(Response, made.id)
        assert (kept.state, kept.mode) == (ResponseState.COMPLETE, "enumerator")
        assert (kept.language, kept.entered_by) == ("my", officer.id)
        assert kept.completed_at == clock()
        answers = responses.answers(session, kept)
        texts = session.exec(
            select(Answer.text_sealed).where(Answer.question_key == "say")
        ).one()
        newest, *_ = audit.list_(session).items
    assert answers == WHOLE | {"say": Given(State.ANSWERED, "text")}
    assert texts is not None
    assert newest.action == "wave.enter"
    assert newest.actor == f"officer:{officer.id}"


def test_the_same_form_is_stored_once(database, wave, enter):
    first = enter(wave)
    again = enter(wave, WHOLE | {"pick": Given(State.ANSWERED, "blue")})
    assert again.id == first.id
    assert count(database, Response) == 1
    with database.read() as session:
        kept = responses.answers(session, session.get_one(Response, first.id))
    assert kept["pick"].value == "red"
    assert enter(wave, entered_key="form 2").id != first.id


def test_the_number_of_a_form_is_kept_nowhere(database, wave, enter):
    enter(wave, entered_key="House 12 Mrs Somsri")
    with database.read() as session:
        rows = session.exec(select(Response)).all()
        entries = audit.list_(session).items
    assert "Somsri" not in f"{[row.model_dump() for row in rows]} {entries}"


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ({"mode": "line"}, "error.entry_mode"),
        ({"language": "fr"}, "error.entry_language"),
        ({"entered_key": "  "}, "error.entry_key"),
        ({"entered_key": "x" * 81}, "error.entry_key"),
    ],
)
def test_a_form_without_what_it_needs_is_refused(database, wave, enter, options, key):
    with refused(key):
        enter(wave, **options)
    assert count(database, Response) == 0


def test_the_rules_of_the_questions_hold_as_in_the_chat(database, wave, enter):
    with pytest.raises(EntryRefused) as raised:
        enter(wave, {"pick": WHOLE["pick"], "rate": WHOLE["rate"]})
    assert list(raised.value.faults) == ["many", "count", "say"]
    fault = raised.value.faults["many"]
    assert entry.say(messages.load(), fault, "en") == "there is no answer"
    assert count(database, Response) == 0


def test_only_an_open_wave_takes_forms_but_says_again_what_it_has(
    database, clock, wave, enter
):
    first = enter(wave)
    with database.write() as session:
        waves.close(session, wave.id, clock())
    with refused("error.wave_not_open"):
        enter(wave, entered_key="form 2")
    assert enter(wave).id == first.id


def test_whoever_enters_for_an_adult_says_that_they_are_one(database, clock, enter):
    with database.write() as session:
        wave = small_waves.wave(session, clock(), min_age=18)
    for adult in (None, False):
        with pytest.raises(EntryRefused) as raised:
            enter(wave, adult=adult)
        assert list(raised.value.faults) == [entry.ADULT]
    assert enter(wave, adult=True).adult is True


@pytest.fixture
def drawn(database, clock):
    with database.write() as session:
        return small_waves.wave(
            session, clock(), frame="probability", frame_note="every tenth house"
        )


def test_of_a_drawn_household_the_outcome_is_kept_with_the_answers_or_without(
    database, clock, officer, drawn, enter
):
    def door(key, code):
        with database.write() as session:
            return entry.outcome(
                session, drawn, key, code, officer_id=officer.id, now=clock()
            )

    assert door("house 1", Code.NON_CONTACT)
    assert not door("house 1", Code.NON_CONTACT)
    assert door("house 2", Code.REFUSAL)
    # The second visit meets somebody, who answers; the third changes nothing.
    enter(drawn, entered_key="house 1")
    assert not door("house 1", Code.REFUSAL)
    with database.read() as session:
        found = outcomes.count(session, drawn)
    assert (found.complete, found.refusal, found.non_contact) == (1, 1, 0)
    with refused("error.entry_outcome"):
        door("house 3", Code.COMPLETE)


def test_only_a_drawn_sample_has_households(database, clock, officer, wave):
    with refused("error.entry_not_drawn"), database.write() as session:
        entry.outcome(
            session, wave, "house 1", Code.REFUSAL, officer_id=officer.id, now=clock()
        )
