"""A survey stopped and taken up, interrupted, answered late, on two channels."""

import re
from datetime import timedelta

import pytest

from api.store.words import WaveState
from bot import short
from tests.journeys.polls import question, scale, yes_no
from tests.journeys.surveying import poll_town as poll_town

AIR = scale("air", "อากาศเป็นอย่างไรคะ")
WATER = scale("water", "น้ำเป็นอย่างไรคะ")
NOISE = scale("noise", "เสียงเป็นอย่างไรคะ")
WORDS = question("more", "open", "อยากบอกอะไรอีกไหมคะ")


def test_stopped_and_taken_up_days_later_at_the_unanswered_question(poll_town):
    poll_town.asks(AIR, WATER, NOISE)
    noi = poll_town.begins()
    noi.says("4")
    assert "พักไว้ก่อนนะคะ" in noi.says("หยุด")
    assert poll_town.response().state == "paused"
    poll_town.clock.forward(days=3)
    said = noi.says("ตอบต่อ")
    assert said.startswith("ตอบต่อจากข้อที่ค้างไว้นะคะ")
    assert "ข้อ 2 จาก 3" in said
    noi.says("2")
    assert poll_town.answers() == {"air": 4, "water": 2}
    assert poll_town.response().state == "started"


def test_stopped_while_it_is_introduced_nothing_is_begun(poll_town):
    poll_town.asks(AIR)
    noi = poll_town.arrives()
    noi.says("ตอบแบบสอบถาม")
    assert "ยังไม่เริ่มตอนนี้" in noi.says("หยุด")
    assert poll_town.response().state == "offered"


def test_after_the_close_a_word_and_a_press_are_told_so(poll_town):
    wave = poll_town.asks(AIR, WATER)
    noi = poll_town.begins()
    pressed = noi.button("ดี")
    poll_town.change(wave, state=WaveState.CLOSED)
    assert "ปิดแล้ว" in noi.says("4")
    assert "ปิดแล้ว" in noi.does("press", data=pressed)
    assert poll_town.answers() == {}


def test_back_changes_the_last_answer_and_no_other(poll_town):
    poll_town.asks(AIR, WATER, NOISE)
    noi = poll_town.begins()
    noi.says("4")
    noi.says("2")
    assert "น้ำเป็นอย่างไรคะ" in noi.says("ย้อนกลับ")
    noi.says("5")
    assert poll_town.answers() == {"air": 4, "water": 5}
    noi.says("ย้อนกลับ")
    noi.says("ย้อนกลับ")
    assert "อากาศเป็นอย่างไรคะ" in noi.says("ย้อนกลับ")
    assert poll_town.answers() == {}


@pytest.mark.parametrize("channel", ["line", "telegram", "web"])
def test_the_last_answer_may_be_changed_after_the_thanks(poll_town, channel):
    poll_town.asks(AIR, WATER)
    noi = poll_town.begins(channel=channel)
    noi.says("4")
    assert "ขอบคุณที่ช่วยตอบค่ะ" in noi.says("5")
    assert "น้ำเป็นอย่างไรคะ" in noi.says("กลับ")
    response = poll_town.response()
    assert (response.state, response.completed_at) == ("started", None)
    assert poll_town.answers() == {"air": 4}
    poll_town.clock.forward(minutes=1)
    assert "ขอบคุณที่ช่วยตอบค่ะ" in noi.says("1")
    response = poll_town.response()
    assert (response.state, response.completed_at) == ("complete", poll_town.clock())
    assert poll_town.answers() == {"air": 4, "water": 1}


def test_thanked_they_go_back_after_a_polite_word_and_across_what_was_not_asked(
    poll_town,
):
    once = {"==": [{"var": "met"}, "a"]}
    met = yes_no("met", "เคยเจอน้ำเสียไหมคะ")
    poll_town.asks(met, {**WORDS, "ask_if": once})
    noi = poll_town.begins()
    noi.says("ไม่เคย")
    noi.says("ขอบคุณค่ะ")
    assert "เคยเจอน้ำเสียไหมคะ" in noi.says("ตอบผิดค่ะ")
    assert "อยากบอกอะไรอีกไหมคะ" in noi.says("เคย")


def test_what_is_typed_after_the_thanks_is_no_answer(poll_town):
    poll_town.asks(AIR, WORDS)
    noi = poll_town.begins()
    noi.says("4")
    noi.says("ตรวจน้ำบ่อยกว่านี้")
    noi.says("น้ำประปาไม่ไหลต้องแจ้งใครคะ")
    assert poll_town.response().state == "complete"
    assert poll_town.sealed("more") == "ตรวจน้ำบ่อยกว่านี้"
    # Asked something since, they are not in the survey any more.
    noi.says("กลับ")
    assert poll_town.response().state == "complete"


def test_thanked_nothing_is_changed_by_what_waited_or_after_the_close(poll_town):
    wave = poll_town.asks(AIR)
    noi = poll_town.begins()
    typed_at = poll_town.clock()
    poll_town.clock.forward(minutes=10)
    noi.says("4")
    noi.does("text", text="กลับ", message_id="m1", at=typed_at)
    assert poll_town.answers() == {"air": 4}
    lek = poll_town.begins()
    lek.says("5")
    poll_town.change(wave, state=WaveState.CLOSED)
    lek.says("กลับ")
    assert [each.state for each in poll_town.responses()] == ["complete"] * 2


def test_after_its_planned_end_nothing_is_taken_though_nobody_closed_it(poll_town):
    """The town's jobs were asleep; the resident was not."""
    ends_at = poll_town.clock() + timedelta(days=1)
    wave = poll_town.asks(AIR, WATER, wave={"ends_at": ends_at})
    noi = poll_town.begins()
    noi.says("4")
    pressed = noi.button("ดี")
    poll_town.clock.time = ends_at
    assert "ปิดแล้ว" in noi.does("press", data=pressed)
    noi.says("2")
    assert "ไม่มีแบบสอบถามที่เปิดอยู่" in noi.says("ตอบแบบสอบถาม")
    lek = poll_town.arrives()
    assert "ไม่มีแบบสอบถามที่เปิดอยู่" in lek.says("ตอบแบบสอบถาม")
    assert "ปิดแล้ว" in lek.does("press", data=f"survey:w:{short.write(wave)}")
    assert poll_town.answers() == {"air": 4}
    assert poll_town.response().state == "started"


def test_a_question_in_between_is_answered_and_the_survey_goes_on(poll_town):
    poll_town.asks(AIR, WATER)
    noi = poll_town.begins()
    noi.says("4")
    said = noi.says("น้ำประปาไม่ไหลต้องแจ้งใครคะ")
    assert noi.heard[0].card
    assert "ข้อ 2 จาก 2" in said
    noi.says("2")
    assert poll_town.answers() == {"air": 4, "water": 2}


def test_danger_in_between_comes_first_and_the_survey_goes_on(poll_town):
    poll_town.asks(AIR, WATER)
    noi = poll_town.begins()
    said = noi.says("ไฟไหม้โรงงาน")
    assert noi.heard[0].card.urgent
    assert said.count("ข้อ 1 จาก 2") == 1
    noi.says("4")
    assert poll_town.answers() == {"air": 4}


def test_the_menu_in_between_has_the_way_back(poll_town):
    poll_town.asks(AIR, WATER)
    noi = poll_town.begins()
    noi.says("4")
    assert "6. ตอบต่อ" in noi.says("เมนู")
    assert "ข้อ 2 จาก 2" in noi.presses("ตอบต่อ")
    noi.says("เมนู")
    assert "ข้อ 2 จาก 2" in noi.says("6")
    noi.says("หยุด")
    assert "6. ตอบต่อ" in noi.says("เมนู")
    assert "ข้อ 2 จาก 2" in noi.says("ตอบต่อ")
    assert "ตอบต่อ" not in noi.says("2")
    assert "ตอบต่อ" not in noi.says("เมนู")


def test_news_asked_for_in_between_have_the_way_back(poll_town):
    poll_town.asks(AIR, WATER)
    noi = poll_town.begins()
    noi.says("4")
    assert "6. ตอบต่อ" in noi.says("รับข่าว")
    assert "ข้อ 2 จาก 2" in noi.says("6")


def test_the_menu_has_no_way_back_into_what_was_not_begun(poll_town):
    poll_town.asks(AIR)
    noi = poll_town.arrives()
    noi.says("ตอบแบบสอบถาม")
    assert "ตอบต่อ" not in noi.says("เมนู")


@pytest.mark.parametrize("kind", ["sticker", "picture", "file"])
def test_what_is_no_answer_leaves_the_question_open(poll_town, kind):
    poll_town.asks(AIR, WATER)
    noi = poll_town.begins()
    noi.does(kind)
    assert poll_town.answers() == {}
    noi.says("4")
    assert poll_town.answers() == {"air": 4}


def test_a_second_tap_and_an_old_button_answer_nothing_else(poll_town):
    poll_town.asks(AIR, WATER, NOISE)
    noi = poll_town.begins()
    first = noi.button("ดี")
    noi.does("press", data=first)
    assert "ข้อ 2 จาก 3" in noi.does("press", data=first)
    noi.says("1")
    assert "ข้อ 3 จาก 3" in noi.does("press", data=first)
    assert poll_town.answers() == {"air": 4, "water": 1}


def test_the_same_event_delivered_again_is_answered_once(poll_town):
    poll_town.asks(AIR, WATER)
    noi = poll_town.begins()
    first = noi.button("ดี")
    assert noi.does("press", key="e1", data=first)
    assert noi.does("press", key="e1", data=first) == ""
    assert poll_town.answers() == {"air": 4}


def test_words_that_waited_are_no_answer_to_a_question_not_yet_seen(poll_town):
    """The town was away; the resident had typed three times by then."""
    poll_town.asks(AIR, WATER, NOISE)
    noi = poll_town.begins()
    typed_at = poll_town.clock()
    poll_town.clock.forward(minutes=10)
    for n in range(3):
        at = typed_at + timedelta(seconds=20 * n)
        said = noi.does("text", text="4", message_id=f"m{n}", at=at)
    assert "ส่งมาก่อนคำถามนี้" in said
    assert "ข้อ 2 จาก 3" in said
    assert poll_town.answers() == {"air": 4}
    poll_town.clock.forward(seconds=5)
    noi.says("2")
    assert poll_town.answers() == {"air": 4, "water": 2}


def test_a_word_that_waited_is_no_consent(poll_town):
    poll_town.asks(AIR)
    noi = poll_town.arrives()
    typed_at = poll_town.clock()
    poll_town.clock.forward(minutes=10)
    noi.says("ตอบแบบสอบถาม")
    said = noi.does("text", text="1", message_id="m1", at=typed_at)
    assert "ผู้ถาม" in said
    assert poll_town.response().state == "offered"


def joined(poll_town, one, other):
    code = re.search(r"\d{4}-?\d{4}", one.does("press", data="join"))[0]
    assert "เชื่อมแล้วค่ะ" in other.says(code)


def begun_here_and_gone_on_there(poll_town):
    """On LINE they still look at the first question; it is answered on Telegram."""
    noi = poll_town.arrives()
    same = poll_town.arrives(channel="telegram")
    joined(poll_town, noi, same)
    noi.says("ตอบแบบสอบถาม")
    noi.presses("ยินดีตอบ")
    same.says("ตอบต่อ")
    same.says("4")
    return noi, same


def test_on_the_other_channel_it_goes_on_where_it_stopped(poll_town):
    poll_town.asks(AIR, WATER, NOISE)
    noi = poll_town.begins()
    noi.says("4")
    same = poll_town.arrives(channel="telegram")
    joined(poll_town, noi, same)
    assert "ข้อ 2 จาก 3" in same.says("ตอบต่อ")
    same.says("2")
    assert poll_town.answers() == {"air": 4, "water": 2}


def test_what_is_typed_under_an_older_question_of_the_other_channel_is_asked_again(
    poll_town,
):
    poll_town.asks(AIR, WATER, NOISE)
    noi, _ = begun_here_and_gone_on_there(poll_town)
    # On LINE they still look at the first question.
    said = noi.says("1")
    assert "ข้อ 2 จาก 3" in said
    assert poll_town.answers() == {"air": 4}


def test_what_was_finished_on_the_other_channel_is_not_said_to_be_closed(poll_town):
    poll_town.asks(AIR, WATER)
    noi, same = begun_here_and_gone_on_there(poll_town)
    same.says("2")
    assert noi.says("1").startswith("คุณตอบแบบสอบถามรอบนี้แล้วค่ะ")
    assert poll_town.answers() == {"air": 4, "water": 2}


def test_what_is_typed_here_is_no_answer_to_a_survey_begun_on_the_other_channel(
    poll_town,
):
    poll_town.asks(AIR, WATER)
    noi, same = begun_here_and_gone_on_there(poll_town)
    same.says("2")
    poll_town.clock.forward(days=1)
    poll_town.asks(NOISE, key="w2", version=2)
    same.says("ตอบแบบสอบถาม")
    same.presses("ยินดีตอบ")
    # On LINE they still look at the air.
    said = noi.says("1")
    assert "ขอถามอีกครั้งนะคะ" in said
    assert "เสียงเป็นอย่างไรคะ" in said
    assert poll_town.answers() == {"air": 4, "water": 2}
    noi.says("3")
    assert poll_town.answers() == {"air": 4, "water": 2, "noise": 3}


def test_of_two_begun_on_two_channels_the_further_one_goes_on(poll_town):
    poll_town.asks(AIR, WATER, NOISE)
    noi = poll_town.begins()
    same = poll_town.begins(channel="telegram")
    same.says("4")
    same.says("2")
    joined(poll_town, noi, same)
    assert "ข้อ 3 จาก 3" in noi.says("ตอบต่อ")
    noi.says("3")
    counted = {each.excluded: each.state for each in poll_town.responses()}
    assert counted == {None: "complete", "duplicate": "started"}


def test_two_open_waves_do_not_answer_each_other(poll_town):
    poll_town.asks(AIR, WATER)
    noi = poll_town.begins()
    poll_town.clock.forward(days=1)
    other = poll_town.asks(
        yes_no("met", "เคยเจอน้ำเสียไหมคะ"), NOISE, key="w2", version=2
    )
    on_first = noi.button("ดี")
    noi.does("press", data=f"survey:w:{short.write(other)}")
    noi.presses("ยินดีตอบ")
    assert "น้ำเป็นอย่างไรคะ" in noi.does("press", data=on_first)
    # Typed now, it is for the one whose question they see.
    noi.says("2")
    assert poll_town.answers() == {"air": 4, "water": 2}


def test_of_two_that_were_begun_the_one_they_are_in_goes_on(poll_town):
    first = poll_town.asks(AIR, WATER)
    noi = poll_town.begins()
    poll_town.clock.forward(days=1)
    second = poll_town.asks(
        yes_no("met", "เคยเจอน้ำเสียไหมคะ"), NOISE, key="w2", version=2
    )
    noi.does("press", data=f"survey:w:{short.write(second)}")
    noi.presses("ยินดีตอบ")
    noi.does("press", data=f"survey:w:{short.write(first)}")
    assert "อากาศเป็นอย่างไรคะ" in noi.says("ตอบต่อ")
    assert "พักไว้ก่อนนะคะ" in noi.says("หยุด")
    assert "อากาศเป็นอย่างไรคะ" in noi.says("ตอบต่อ")
    noi.says("หยุด")
    assert "อากาศเป็นอย่างไรคะ" in noi.presses("ตอบต่อ")
    # Over by now, the other one goes on.
    poll_town.change(first, state=WaveState.CLOSED)
    assert "เคยเจอน้ำเสียไหมคะ" in noi.says("ตอบต่อ")


def test_free_words_are_kept_apart_and_sealed(poll_town):
    poll_town.asks(AIR, WORDS)
    noi = poll_town.begins()
    noi.says("4")
    noi.says("อยากให้ตรวจน้ำบ่อยกว่านี้ค่ะ")
    assert poll_town.answers() == {"air": 4, "more": "text"}
    assert poll_town.sealed("more") == "อยากให้ตรวจน้ำบ่อยกว่านี้ค่ะ"
