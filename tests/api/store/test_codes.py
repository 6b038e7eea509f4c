"""Codes that join two channels, and what becomes of two residents made one."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel, select

from api.store import codes, consents, residents
from api.store.codes import Joined
from api.store.models import (
    Answer,
    Asked,
    Case,
    Consent,
    Contact,
    OneTimeCode,
    OpenQuestion,
    Resident,
    Response,
    ResponseLink,
)
from api.store.words import ConsentPurpose, ResponseState, WaveState
from tests.api.store import rows


@pytest.fixture
def pair(database, clock):
    """Someone on LINE and, a day later, on Telegram: two residents so far."""
    with database.write() as session:
        town = rows.town(session, clock())
        line = rows.person(session, clock(), "U1")
        telegram = rows.person(session, clock.forward(days=1), "77", "telegram")
    return town, line, telegram


def join(database, line, telegram, clock):
    """The code made on LINE is typed on Telegram."""
    with database.write() as session:
        code = codes.make(session, codes.JOIN, line.resident_id, clock())
    with database.write() as session:
        contact = session.get_one(Contact, telegram.id)
        return codes.join(session, contact, code, clock())


def test_a_code_is_eight_digits_in_two_groups_and_kept_as_a_hash_only(database, clock):
    with database.write() as session:
        resident = rows.person(session, clock(), "U1").resident_id
        code = codes.make(session, codes.JOIN, resident, clock())
        first, second = code.split("-")
        assert len(first) == len(second) == 4
        assert (first + second).isdigit()
        [kept] = session.exec(select(OneTimeCode)).all()
        assert first not in str(kept)
        assert second not in str(kept)


@pytest.fixture
def code(database, pair, clock):
    """A code made on LINE."""
    with database.write() as session:
        return codes.make(session, codes.JOIN, pair[1].resident_id, clock())


def typed(database, contact, text, now):
    """Somebody types it on another channel."""
    with database.write() as session:
        return codes.join(session, session.get_one(Contact, contact.id), text, now)


def test_a_code_is_used_once(database, pair, code, clock):
    with database.write() as session:
        web = rows.person(session, clock(), "w1", "web")
    assert typed(database, pair[2], code, clock()) is Joined.JOINED
    assert typed(database, web, code, clock()) is Joined.WRONG


def test_a_code_is_of_no_use_after_its_time(database, pair, code, clock):
    clock.forward(minutes=15)
    assert typed(database, pair[2], code, clock()) is Joined.WRONG


def test_a_code_for_another_purpose_joins_nobody(database, pair, clock):
    with database.write() as session:
        code = codes.make(session, "officer", pair[1].resident_id, clock())
    assert typed(database, pair[2], code, clock()) is Joined.WRONG


def test_a_new_code_makes_the_earlier_one_void(database, pair, code, clock):
    with database.write() as session:
        later = codes.make(session, codes.JOIN, pair[1].resident_id, clock())
    assert typed(database, pair[2], code, clock()) is Joined.WRONG
    assert typed(database, pair[2], later, clock()) is Joined.JOINED


@pytest.mark.parametrize("shape", ["{a}{b}", " {a} {b} ", "{a}-{b}", "รหัส {a}–{b} ค่ะ"])
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_code_is_read_however_it_is_typed(database, pair, code, clock, shape):
    a, b = code.split("-")
    said = shape.format(a=a, b=b)
    assert typed(database, pair[2], said, clock()) is Joined.JOINED


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_thai_digits_are_digits(database, pair, code, clock):
    thai = code.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    assert typed(database, pair[2], thai, clock()) is Joined.JOINED


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_anything_may_be_typed_as_a_code(database, pair, clock):
    @given(st.text())
    @settings(
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.function_scoped_fixture,
        ]
    )
    def type_(text):
        # A day on, for after five wrong ones nothing is looked at.
        now = clock.forward(days=1)
        assert typed(database, pair[2], text, now) is Joined.WRONG

    type_()


def test_a_joined_contact_belongs_to_the_codes_resident(database, pair, clock):
    _, line, telegram = pair
    assert join(database, line, telegram, clock) is Joined.JOINED
    with database.read() as session:
        assert [row.id for row in session.exec(select(Resident))] == [line.resident_id]
        both = residents.contacts_of(session, line.resident_id)
        assert [contact.channel for contact in both] == ["line", "telegram"]


def test_the_contact_in_hand_knows_its_new_resident(database, pair, clock):
    _, line, telegram = pair
    with database.write() as session:
        code = codes.make(session, codes.JOIN, line.resident_id, clock())
        contact = session.get_one(Contact, telegram.id)
        codes.join(session, contact, code, clock())
        assert contact.resident_id == line.resident_id


def test_questions_cases_and_responses_move_along(database, pair, clock):
    town, line, telegram = pair
    with database.write() as session:
        rows.journey(session, telegram, town, clock(), "น้ำเน่า")
    join(database, line, telegram, clock)
    with database.read() as session:
        for table in (Case, Asked, OpenQuestion, ResponseLink):
            [row] = session.exec(select(table)).all()
            assert row.resident_id == line.resident_id, table


def test_every_table_that_names_a_resident_is_known_here():
    """A new one has to be moved by `join` and erased by `forget` as well."""
    naming = {
        table.name
        for table in SQLModel.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == "resident"
    }
    assert naming == {
        "contact", "consent", "case", "asked", "open_question", "response_link",
        "invitation",
    }  # fmt: skip


def test_of_two_consents_to_the_same_words_the_older_stays(database, pair, clock):
    _, line, telegram = pair
    join(database, line, telegram, clock)
    with database.read() as session:
        kept = session.exec(select(Consent)).all()
        assert len(kept) == len(rows.AGREED)
        assert {row.channel for row in kept} == {"line"}
        assert {row.resident_id for row in kept} == {line.resident_id}


def test_of_two_consents_to_different_words_the_newer_stays_in_force(
    database, pair, clock
):
    _, line, telegram = pair
    with database.write() as session:
        consents.give(
            session, telegram.resident_id, ConsentPurpose.NOTICE,
            version="2", channel="telegram", now=clock(),
        )  # fmt: skip
    join(database, line, telegram, clock)
    with database.read() as session:
        held = consents.in_force(session, line.resident_id, ConsentPurpose.NOTICE)
        assert held is not None
        assert held.notice_version == "2"


def test_what_was_taken_back_later_on_the_other_channel_is_off(database, pair, clock):
    _, line, telegram = pair
    with database.write() as session:
        consents.withdraw(
            session, telegram.resident_id, ConsentPurpose.BROADCASTS, clock()
        )
    join(database, line, telegram, clock)
    with database.read() as session:
        off = consents.in_force(session, line.resident_id, ConsentPurpose.BROADCASTS)
        on = consents.in_force(session, line.resident_id, ConsentPurpose.SURVEYS)
        assert off is None
        assert on is not None


def test_what_was_taken_back_earlier_than_it_was_given_is_on(database, pair, clock):
    _, line, telegram = pair
    with database.write() as session:
        consents.withdraw(
            session,
            line.resident_id,
            ConsentPurpose.BROADCASTS,
            clock() - timedelta(hours=1),
        )
    join(database, line, telegram, clock)
    with database.read() as session:
        on = consents.in_force(session, line.resident_id, ConsentPurpose.BROADCASTS)
        assert on is not None


def answer_both(database, town, line, telegram, clock, first, second):
    """Both answered the same wave, on Telegram a day later."""
    with database.write() as session:
        one = rows.response(session, line, town.wave, clock(), state=first)
        later = clock.forward(days=1)
        two = rows.response(session, telegram, town.wave, later, state=second)
        return one.id, two.id


@pytest.mark.parametrize(
    ("on_line", "on_telegram", "stays"),
    [
        (ResponseState.COMPLETE, ResponseState.COMPLETE, 0),
        (ResponseState.STARTED, ResponseState.STARTED, 0),
        (ResponseState.STARTED, ResponseState.COMPLETE, 1),
        (ResponseState.COMPLETE, ResponseState.DECLINED, 0),
        (ResponseState.OFFERED, ResponseState.STARTED, 1),
        (ResponseState.DECLINED, ResponseState.PAUSED, 1),
    ],
)
def test_of_two_responses_in_a_wave_one_is_theirs_and_the_other_is_not_counted(
    database, pair, clock, on_line, on_telegram, stays
):
    town, line, telegram = pair
    made = answer_both(database, town, line, telegram, clock, on_line, on_telegram)
    with database.read() as session:
        answered = len(session.exec(select(Answer)).all())
    join(database, line, telegram, clock)
    with database.read() as session:
        [link] = session.exec(select(ResponseLink)).all()
        assert link.response_id == made[stays]
        assert link.resident_id == line.resident_id
        excluded = {row.id: row.excluded for row in session.exec(select(Response))}
        assert excluded == {made[stays]: None, made[1 - stays]: "duplicate"}
        # No answer is lost; but the words that no person leads to any more are.
        assert len(session.exec(select(Answer)).all()) == answered
        nobodys = Answer.response_id == made[1 - stays]
        assert {
            row.text_sealed for row in session.exec(select(Answer).where(nobodys))
        } <= {None}


def test_of_two_open_responses_the_one_with_more_answers_is_theirs(
    database, pair, clock
):
    town, line, telegram = pair
    started = ResponseState.STARTED
    made = answer_both(database, town, line, telegram, clock, started, started)
    with database.write() as session:
        session.add(
            Answer(
                response_id=made[1],
                question_key="one_more",
                state="answered",
                value="yes",
                answered_at=clock(),
            )
        )
    join(database, line, telegram, clock)
    with database.read() as session:
        [link] = session.exec(select(ResponseLink)).all()
        assert link.response_id == made[1]


def test_numbers_of_a_closed_wave_keep_what_they_rest_on(database, pair, clock):
    town, line, telegram = pair
    complete = ResponseState.COMPLETE
    answer_both(database, town, line, telegram, clock, complete, complete)
    with database.write() as session:
        wave = session.merge(town.wave)
        wave.state, wave.closes_at = WaveState.CLOSED, clock()
    join(database, line, telegram, clock)
    with database.read() as session:
        assert len(session.exec(select(ResponseLink)).all()) == 1
        assert len(session.exec(select(Response)).all()) == 2


def test_a_language_chosen_on_either_channel_is_kept(database, pair, clock):
    _, line, telegram = pair
    with database.write() as session:
        session.get_one(Resident, telegram.resident_id).language = "my"
    join(database, line, telegram, clock)
    with database.read() as session:
        assert session.get_one(Resident, line.resident_id).language == "my"


def test_ones_own_code_typed_where_it_was_made_is_not_used_up(database, pair, clock):
    _, line, telegram = pair
    with database.write() as session:
        code = codes.make(session, codes.JOIN, line.resident_id, clock())
        own = session.get_one(Contact, line.id)
        assert codes.join(session, own, code, clock()) is Joined.ALREADY
        other = session.get_one(Contact, telegram.id)
        assert codes.join(session, other, code, clock()) is Joined.JOINED


def test_guessing_ends_after_five_wrong_codes_a_day(database, pair, clock):
    _, line, telegram = pair
    for _ in range(codes.MOST_FAILURES):
        with database.write() as session:
            contact = session.get_one(Contact, telegram.id)
            wrong = codes.join(session, contact, "not a code", clock())
            assert wrong is Joined.WRONG
    assert join(database, line, telegram, clock) is Joined.TOO_OFTEN
    clock.forward(days=1)
    assert join(database, line, telegram, clock) is Joined.JOINED
