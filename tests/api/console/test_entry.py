"""An officer asks somebody at the door, and enters the answers on a telephone."""

import re

import pytest
from sqlmodel import select

from api.store import responses, waves
from api.store.models import Response
from surveys.flow import Answer, State
from tests.api.store import small_waves
from tests.surveys import making

WHOLE = {
    "agreed": "1",
    "q.pick": "red",
    "q.rate": "4",
    "q.many": ["fox", "owl"],
    "q.count": "3",
    "q.say": "",
    "s.say": "-",
}


@pytest.fixture
def wave(database, clock):
    with database.write() as session:
        return small_waves.wave(session, clock())


def hidden(page):
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))


def fill(browser, page, path="/console/entry/w1", **fields):
    return browser.post(path, data={**hidden(page), **fields})


def stored(database):
    with database.read() as session:
        return session.exec(select(Response)).all()


def test_the_open_waves_lead_to_their_forms(anna, wave):
    assert 'href="/console/entry"' in anna.get("/console").text
    assert 'href="/console/entry/w1"' in anna.get("/console/entry").text
    page = anna.get("/console/entry/w1").text
    for label in ("label red", "level dd", "label fox", "ไม่ทราบ", "ข้าม"):
        assert label in page
    assert '<input type="number" name="q.count" min="0" max="9"' in page
    assert "<script" not in page[page.index("<main") : page.index("</main>")]


def test_a_whole_form_is_one_response_by_that_officer(database, anna, wave):
    page = anna.get("/console/entry/w1").text
    done = fill(anna, page, **WHOLE)
    assert done.status_code == 303
    assert "ทำคนต่อไปได้เลย" in anna.get(done.headers["location"]).text
    [made] = stored(database)
    assert (made.mode, made.entered_by) == ("enumerator", anna.officer.id)
    with database.read() as session:
        assert responses.answers(session, made) == {
            "pick": Answer(State.ANSWERED, "red"),
            "rate": Answer(State.ANSWERED, 4),
            "many": Answer(State.ANSWERED, ("fox", "owl")),
            "count": Answer(State.ANSWERED, 3),
            "say": Answer(State.SKIPPED),
        }


def test_a_form_sent_twice_is_one_person_and_the_next_form_another(
    database, anna, wave
):
    page = anna.get("/console/entry/w1").text
    fill(anna, page, **WHOLE)
    fill(anna, page, **WHOLE)
    assert len(stored(database)) == 1
    fill(anna, anna.get("/console/entry/w1").text, **WHOLE)
    assert len(stored(database)) == 2


def test_what_is_wrong_is_told_beside_its_question_and_the_rest_is_kept(
    database, anna, wave
):
    page = anna.get("/console/entry/w1").text
    wrong = WHOLE | {"q.count": "12", "q.rate": "", "q.say": "น้ำเสีย"}
    refused = fill(anna, page, **wrong)
    assert refused.status_code == 422
    assert re.search(r'id="q.count-error">ต้องอยู่ระหว่าง 0 - 9', refused.text)
    assert re.search(r'id="q.rate-error">ยังไม่มีคำตอบ', refused.text)
    assert 'value="red" checked' in refused.text
    assert "น้ำเสีย" in refused.text
    assert stored(database) == []
    # The same form, mended: the same person.
    assert hidden(refused.text)["key"] == hidden(page)["key"]
    assert fill(anna, refused.text, **WHOLE).status_code == 303


def test_nobody_is_entered_who_did_not_agree(database, anna, wave):
    page = anna.get("/console/entry/w1").text
    silent = {name: value for name, value in WHOLE.items() if name != "agreed"}
    refused = fill(anna, page, **silent)
    assert "ต้องให้ผู้ตอบยินยอมก่อน" in refused.text
    assert stored(database) == []


def test_where_adults_are_asked_the_age_is_to_be_confirmed(database, clock, anna):
    with database.write() as session:
        small_waves.wave(session, clock(), min_age=18)
    page = anna.get("/console/entry/w1").text
    assert "อายุ 18 ปีขึ้นไป" in page
    refused = fill(anna, page, **WHOLE)
    assert "ต้องยืนยันว่าอายุ 18 ปีขึ้นไป" in refused.text
    assert fill(anna, page, **WHOLE, **{"q-adult": "1"}).status_code == 303
    assert stored(database)[0].adult is True


def test_it_is_asked_in_the_language_of_who_answers(database, anna, wave):
    page = anna.get("/console/entry/w1?language=my").text
    assert "label red my" in page
    done = fill(anna, page, **WHOLE)
    assert done.headers["location"].endswith("language=my")
    assert stored(database)[0].language == "my"


def test_a_question_that_other_answers_rule_out_may_stay_empty(database, clock, anna):
    data = making.data()
    data["questions"][1]["ask_if"] = {"==": [{"var": "pick"}, "blue"]}
    with database.write() as session:
        small_waves.wave(session, clock(), asked=making.survey(**data))
    page = anna.get("/console/entry/w1").text
    assert "ไม่ได้ถาม" in page
    refused = fill(anna, page, **WHOLE)
    assert "ข้อนี้ไม่ต้องถาม เพราะคำตอบข้ออื่น" in refused.text
    assert fill(anna, page, **WHOLE | {"q.rate": ""}).status_code == 303


def test_a_closed_wave_takes_no_form_and_a_stranger_sees_none(
    database, clock, anna, stranger, wave
):
    page = anna.get("/console/entry/w1").text
    assert stranger.get("/console/entry/w1").status_code == 303
    assert fill(stranger, page, **WHOLE).status_code in (303, 401, 403)
    with database.write() as session:
        waves.close(session, wave.id, clock())
    assert fill(anna, page, **WHOLE).status_code == 409
    assert anna.get("/console/entry/w1").status_code == 409
    assert "ไม่มีแบบสอบถามที่เปิดอยู่" in anna.get("/console/entry").text
    assert stored(database) == []
