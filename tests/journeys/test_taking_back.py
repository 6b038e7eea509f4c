"""A resident takes a message back on LINE: our copies of it go, the rest stays."""

import json

import pytest
from sqlalchemy import select

from api.store import cases, responses
from api.store.models import Answer, CaseEvent, InboundEvent, OpenQuestion, Utterance
from api.store.words import CaseState, EventState
from bot.turn import Kind
from tests.api import given
from tests.api.store import rows
from tests.bot.handling import count
from tests.journeys.talk import begins
from tests.journeys.test_answering import ANSWERS, start

SAID = "ป้าแมวแอบทิ้งขยะหลังบ้านเลขที่ 12/3"
DANGER = f"ไฟไหม้ {SAID}"


def talks(noi):
    begins(noi)


def writes_to_an_officer(noi):
    begins(noi)
    noi.says("ขอคุยกับเจ้าหน้าที่ค่ะ")


def is_at_the_open_question(noi):
    start(noi)
    for answer in ANSWERS[:-1]:
        noi.says(answer)


def says(resident, text=SAID, message="m1", **fields):
    return resident.does(Kind.TEXT, text=text, message_id=message, **fields)


def unsends(resident, message="m1", **fields):
    return resident.does(Kind.UNSEND, message_id=message, **fields)


def is_kept(database):
    """In a payload it stands as JSON escapes it."""
    kept = rows.readable(database)
    return SAID in kept or json.dumps(SAID)[1:-1] in kept


@pytest.fixture
def noi(arrive):
    return arrive()


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (talks, SAID),
        (writes_to_an_officer, SAID),
        (writes_to_an_officer, DANGER),
        (is_at_the_open_question, SAID),
    ],
)
def test_no_word_of_it_is_left_anywhere(noi, database, before, text):
    before(noi)
    says(noi, text)
    assert is_kept(database)
    assert unsends(noi) == ""
    assert not is_kept(database)
    assert count(database, InboundEvent, InboundEvent.state == EventState.FAILED) == 0


def test_the_talk_and_the_open_questions_do_not_know_it_any_more(noi, database):
    begins(noi)
    says(noi, "ราคาทองวันนี้เท่าไหร่", "m0")
    said_before = count(database, Utterance)
    says(noi)
    unsends(noi)
    assert count(database, OpenQuestion) == 1
    assert count(database, Utterance) == said_before


def test_its_case_stays_with_a_line_that_says_it_is_gone(noi, database):
    writes_to_an_officer(noi)
    says(noi)
    says(noi, "ขยะหน้าตลาดล้นมาสามวันแล้ว", "m2")
    unsends(noi)
    with database.read() as session:
        [case] = cases.list_(session).items
        assert case.state is CaseState.OPEN
        own = [word for word in cases.thread(session, case.id) if not word.before]
        assert [word.text for word in own] == [None, "ขยะหน้าตลาดล้นมาสามวันแล้ว"]


def test_an_open_answer_loses_its_words_and_stays_answered(noi, database):
    """As after erasure and after its days: the count of answers is not changed."""
    is_at_the_open_question(noi)
    says(noi)
    before = count(database, Answer)
    unsends(noi)
    with database.read() as session:
        answer = session.scalars(
            select(Answer).where(Answer.question_key == "suggestion")
        ).one()
    assert (answer.state, answer.value) == ("answered", responses.OPEN_TEXT)
    assert (answer.text_sealed, answer.message_hash) == (None, None)
    assert count(database, Answer) == before


def test_a_closed_answer_stays_so_that_the_next_reply_answers_the_next_question(
    noi, database
):
    start(noi)
    says(noi, "เคย", "m1")
    unsends(noi)
    assert "ข้อ 3" in noi.says("ไม่เคย")
    with database.read() as session:
        kept = {row.question_key: row.value for row in session.scalars(select(Answer))}
    assert kept == {"heard": "yes", "took_part": "no"}


def test_nobody_takes_back_what_another_said_under_the_same_id(noi, arrive, database):
    lek = arrive()
    begins(noi)
    begins(lek)
    says(noi)
    unsends(lek)
    assert is_kept(database)


def test_what_is_taken_back_in_a_group_was_not_said_to_us_alone(noi, database):
    begins(noi)
    says(noi)
    unsends(noi, private=False)
    assert is_kept(database)


@pytest.mark.parametrize("where", [{"private": False}, {"mute": True}])
def test_what_was_said_where_we_are_silent_goes_too(noi, database, where):
    says(noi, **where)
    assert is_kept(database)
    unsends(noi, **where)
    assert not is_kept(database)


def test_what_was_said_to_us_goes_though_we_are_silent_by_now(noi, database):
    begins(noi)
    says(noi)
    unsends(noi, mute=True)
    assert not is_kept(database)


def test_what_is_taken_back_before_it_came_is_not_answered_and_not_kept(noi, database):
    """LINE delivers again in any order what it could not deliver at once."""
    begins(noi)
    unsends(noi)
    assert says(noi) == ""
    assert not is_kept(database)
    assert count(database, InboundEvent, InboundEvent.state == EventState.TAKEN) == 0


def test_taking_back_twice_or_what_never_was_changes_nothing(noi, database):
    begins(noi)
    says(noi)
    for message in ("never", "m1", "m1", ""):
        unsends(noi, message)
    assert count(database, InboundEvent, InboundEvent.state == EventState.FAILED) == 0
    assert noi.says("เมืองนิเวศมีกี่ระดับอะคะ") != ""


def test_who_answered_is_not_found_by_what_a_message_would_be_found_by(noi, database):
    """An answer's mark leads to its event by the key alone."""
    is_at_the_open_question(noi)
    says(noi)
    with database.read() as session:
        answer = session.scalars(
            select(Answer.message_hash).where(Answer.message_hash.is_not(None))
        ).one()
        event = session.scalars(
            select(InboundEvent.message_hash).order_by(InboundEvent.id.desc()).limit(1)
        ).one()
    assert answer
    assert event
    assert answer != event


def test_a_case_that_was_answered_can_still_lose_its_word(noi, database, clock):
    writes_to_an_officer(noi)
    says(noi)
    with database.write() as session:
        officer = given.officer(session, "somsri", clock())
        [case] = cases.list_(session).items
        cases.reply(session, case.id, officer.id, "ไปดูแล้วค่ะ", clock())
    unsends(noi)
    with database.read() as session:
        texts = session.scalars(
            select(CaseEvent.text_sealed).order_by(CaseEvent.id)
        ).all()
        assert [text is None for text in texts] == [True, False]
