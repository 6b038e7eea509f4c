"""Cases, questions and officers in the console."""

import re
from datetime import timedelta

import pytest
from sqlmodel import select

from api.ports import Ports
from api.store import asked, audit, cases, deliveries, officers, questions, takebacks
from api.store.models import Delivery, InboundEvent
from api.store.words import CaseState, DeliveryKind, EventState, QuestionState
from content.decide import Outcome
from tests.api import given
from tests.api.console.conftest import invited_by


@pytest.fixture
def case(database, clock):
    with database.write() as session:
        contact = given.contact(session, "U-secret", clock())
        opened = cases.open_case(session, contact, now=clock(), urgent=True)
        cases.add_word(session, opened, text="น้ำเหม็น <b>มาก</b>", now=clock())
    return opened


@pytest.fixture
def path(case):
    return f"/console/cases/{case.id}"


def test_a_waiting_case_is_listed_and_counted_on_the_first_page(anna, path):
    for page in (anna.get("/console").text, anna.get("/console/cases").text):
        assert path in page
        assert "ด่วน" in page


def test_a_list_of_cases_shows_what_the_resident_wrote_last(
    anna, path, database, case, clock
):
    clock.forward(minutes=7)
    with database.write() as session:
        kept = cases.get(session, case.id)
        cases.add_word(session, kept, text="ยังเหม็น " * 20, now=clock())
    for page in (anna.get("/console").text, anna.get("/console/cases").text):
        assert "ยังเหม็น ยังเหม็น" in page
        assert "ยังเหม็น " * 10 not in page
        assert "เขียนเมื่อ 24 พ.ย. 2569 เวลา 10:07 น." in page


def test_a_case_beyond_the_time_named_comes_first_and_is_marked(
    anna, path, database, case, clock
):
    with database.write() as session:
        kept = cases.get(session, case.id)
        kept.expected_at = clock() + timedelta(minutes=5)
        session.add(kept)
        other = given.contact(session, "U-newer", clock())
        newer = cases.open_case(session, other, now=clock())
        cases.add_word(session, newer, text="ทีหลัง", now=clock())
    for page in (anna.get("/console/cases").text, anna.get(path).text):
        assert "ควรตอบก่อน 24 พ.ย. 2569 เวลา 10:05 น." in page
        assert "รอเกินเวลา" not in page
    clock.forward(minutes=10)
    for place in ("/console", "/console/cases", path):
        page = anna.get(place).text
        assert "รอเกินเวลาที่บอกไว้ (24 พ.ย. 2569 เวลา 10:05 น.)" in page
        if place != path:
            assert page.index(path) < page.index(str(newer.id))
    listed = anna.get("/console/cases").text
    assert listed.count(f'href="{path}"') == 1
    week = anna.get("/console").text
    assert "<dt>เรื่องที่เกินเวลาที่บอกไว้</dt><dd>1</dd>" in week


def test_the_thread_shows_what_was_said_as_text_and_not_who_said_it(anna, path):
    page = anna.get(path).text
    assert "น้ำเหม็น &lt;b&gt;มาก&lt;/b&gt;" in page
    assert "U-secret" not in page


def test_a_word_that_was_taken_back_is_not_taken_for_the_end(
    anna, path, database, case, clock
):
    with database.write() as session:
        kept = cases.get(session, case.id)
        cases.add_word(session, kept, text="ช่วยลบ", now=clock(), message_hash="m")
        takebacks.erase(session, "m")
    page = anna.get(path).text
    assert "ผู้เขียนลบข้อความนี้แล้ว" in page
    assert "ช่วยลบ" not in page
    assert "ปิดเรื่อง หรือ" not in page
    anna.post(f"{path}/close")
    assert "ปิดเรื่อง หรือ" in anna.get(path).text


def test_a_reply_is_owed_to_the_resident_and_wakes_the_worker(
    app, anna, path, database, case
):
    woken = []
    app.state.ports = Ports(wake=lambda: woken.append(1))
    answer = anna.post(f"{path}/reply", data={"text": "กำลังไปดูค่ะ"})
    assert answer.headers["location"] == path
    assert woken == [1]
    with database.read() as session:
        owed = session.exec(select(Delivery)).one()
        assert owed.kind is DeliveryKind.OFFICER
        assert "กำลังไปดูค่ะ" in deliveries.messages_of(session, owed)[0].text
    page = anna.get(path).text
    assert "กำลังไปดูค่ะ" in page
    assert "Anna" in page


@pytest.mark.parametrize("text", ["", "  ", "ก" * 2001])
def test_a_reply_that_cannot_be_sent_is_kept_in_its_field(anna, path, database, text):
    answer = anna.post(f"{path}/reply", data={"text": text})
    assert answer.status_code == 422
    assert 'id="text-error"' in answer.text
    assert text in answer.text
    with database.read() as session:
        assert session.exec(select(Delivery)).all() == []


def test_closing_a_case_tells_the_resident_and_wakes_the_worker(
    app, anna, path, database
):
    woken = []
    app.state.ports = Ports(wake=lambda: woken.append(1))
    anna.post(f"{path}/close")
    assert woken == [1]
    with database.read() as session:
        owed = session.exec(select(Delivery)).one()
        assert "ปิดเรื่องเลขที่ 1 แล้ว" in deliveries.messages_of(session, owed)[0].text


def test_a_closed_case_takes_no_more_words(anna, path, database, case):
    anna.post(f"{path}/close")
    with database.read() as session:
        assert cases.get(session, case.id).state is CaseState.CLOSED
    assert "/reply" not in anna.get(path).text
    answer = anna.post(f"{path}/reply", data={"text": "อีกที"})
    assert "เรื่องนี้ปิดแล้ว" in answer.text
    assert path not in anna.get("/console/cases").text
    assert path in anna.get("/console/cases?show=all").text


def test_an_unanswered_question_is_read_and_dismissed(anna, database, clock):
    with database.write() as session:
        kept = questions.keep(
            session, resident_id=None, language="th", text="ขยะมาวันไหน", now=clock()
        )
    assert "ขยะมาวันไหน" in anna.get("/console/questions").text
    assert "ขยะมาวันไหน" in anna.get("/console").text
    anna.post(f"/console/questions/{kept.id}/dismiss")
    assert "ขยะมาวันไหน" not in anna.get("/console/questions").text
    with database.read() as session:
        assert questions.get(session, kept.id).state is QuestionState.DISMISSED


def test_questions_alike_are_one_line_and_answered_together(anna, database, clock):
    with database.write() as session:
        for text in ("รถขยะมาวันไหนคะ", "ไฟดับแจ้งที่ไหน", "ขยะมาวันไหน"):
            questions.keep(
                session, resident_id=None, language="th", text=text, now=clock()
            )
    page = anna.get("/console/questions").text
    assert page.count("ขยะมาวันไหน") == 1
    assert "รถขยะ" not in page
    assert "ถาม 2 ครั้ง" in page
    assert "ถาม 2 ครั้ง" in anna.get("/console").text
    line = page[: page.index("ไฟดับแจ้งที่ไหน")]
    others = re.findall(r'name="others" value="([\w-]+)"', line)
    action = re.search(r'formaction="(/console/questions/[\w-]+/answered)"', line)[1]
    anna.post(action, data={"others": others})
    assert "ขยะมาวันไหน" not in anna.get("/console/questions").text
    with database.read() as session:
        every = questions.list_(session, state=None).items
        entries = audit.list_(session).items
    open_ = [asked.text for asked in every if asked.state is QuestionState.OPEN]
    assert open_ == ["ไฟดับแจ้งที่ไหน"]
    settled = [entry for entry in entries if entry.action == "question.answered"]
    assert {entry.actor for entry in settled} == {officers.actor(anna.officer.id)}
    assert len(settled) == 2


def test_an_officer_sees_which_article_did_not_help(anna, database, clock):
    with database.write() as session:
        noi = given.contact(session, "Unoi", clock()).resident_id
        id_ = asked.record(
            session, resident_id=noi, language="th", text="ขยะมาวันไหน", now=clock(),
            slug="five-levels", outcome=Outcome.ANSWER, confidence=1, message_hash=None,
        )  # fmt: skip
        asked.thumb(session, id_, noi, helpful=False, now=clock())
    page = anna.get("/console/questions").text
    assert "ขยะมาวันไหน" in page
    assert "เคยตอบด้วย five-levels" in page


def test_what_the_service_failed_on_is_counted_on_the_first_page(anna, database, clock):
    assert "ข้อความที่ระบบตอบไม่ได้" not in anna.get("/console").text
    with database.write() as session:
        for n in range(3):
            session.add(
                InboundEvent(
                    channel="line",
                    account="line",
                    event_key=f"e{n}",
                    lane="l",
                    order_key=n,
                    taken_at=clock(),
                    state=EventState.FAILED,
                )
            )
    clock.forward(minutes=1)
    page = anna.get("/console").text
    assert "ข้อความที่ระบบตอบไม่ได้</dt><dd><strong>3</strong>" in page
    assert "โปรดแจ้งผู้ดูแลระบบ" in page
    assert "Messages the service failed on" in anna.get("/console?lang=en").text


def test_an_invitation_is_shown_once_and_works(anna, stranger):
    page = anna.post("/console/officers/invite").text
    token = re.search(r"https://town\.example(/console/join/[\w-]+)", page)[1]
    assert token not in anna.get("/console/officers").text
    assert stranger.get(token).status_code == 200


def test_disabling_an_officer_takes_a_second_press(anna, boon, database):
    path = f"/console/officers/{boon.officer.id}/disable"
    anna.post(path)
    assert boon.get("/console").status_code == 200
    anna.post(path, data={"sure": "yes"})
    assert boon.get("/console").status_code == 303
    assert "ปิดแล้วเมื่อ" in anna.get("/console/officers").text


def test_the_last_officer_is_not_disabled_and_told_why(anna):
    path = f"/console/officers/{anna.officer.id}/disable"
    answer = anna.post(path, data={"sure": "yes"})
    assert answer.status_code == 409
    assert "นี่คือบัญชีสุดท้ายที่ใช้ได้" in answer.text
    assert anna.get("/console").status_code == 200


def test_the_page_of_officers_says_who_invited_whom(
    app, anna, stranger, database, clock
):
    invited_by(anna, app, database, clock, "second")
    page = anna.get("/console/officers").text
    second = page[page.index("<code>second</code>") :]
    assert "เชิญโดย Anna" in second[: second.index("</li>")]
    first = page[page.index("<code>anna</code>") :]
    assert "เชิญจากเครื่องแม่ข่าย" in first[: first.index("</li>")]


def test_a_link_of_the_console_marks_the_newcomer_with_its_maker(
    anna, stranger, database
):
    page = anna.post("/console/officers/invite").text
    link = re.search(r"https://town\.example(/console/join/[\w-]+)", page)[1]
    words = "five green boats on the canal"
    form = {"name": "New", "login": "new", "password": words, "again": words}
    stranger.post(link, data=form)
    with database.read() as session:
        newcomer = officers.by_login(session, "new")
    assert newcomer.invited_by == anna.officer.id
