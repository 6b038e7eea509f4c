"""A question asked us in the middle of a survey, where we are not sure what it is."""

import re

import pytest
from sqlalchemy import func, select

from api.store.models import Asked, OpenQuestion
from content import asking
from content.rendering import line
from tests.journeys.polls import question, scale
from tests.journeys.surveying import poll_town as poll_town

UNSURE = "ทำไมคลองดำ"
AIR = scale("air", "อากาศแถวบ้านเป็นอย่างไรคะ")
WHY = question("why", "open", "เพราะอะไรคะ")


@pytest.fixture
def noi(poll_town):
    poll_town.asks(AIR, WHY)
    return poll_town.begins()


def test_what_it_may_be_about_is_offered_and_our_question_stands_below(noi):
    meant, again = noi.says(UNSURE).split("\nข้อ 1 จาก 2", 1)
    assert meant.splitlines()[0] == "ถามเรื่องนี้หรือเปล่าคะ กดอ่านได้เลย"
    offered = [choice.label for choice in noi.heard[0].choices]
    assert meant.splitlines()[1:] == [f"• {label}" for label in offered]
    assert 1 <= len(offered) <= 2
    assert "อากาศแถวบ้านเป็นอย่างไรคะ" in again


@pytest.mark.parametrize(("typed", "kept"), [("1", 1), ("2", 2), ("๑", 1)])
def test_a_number_answers_our_question_and_chooses_none_of_them(
    noi, poll_town, typed, kept
):
    noi.says(UNSURE)
    assert "ข้อ 2 จาก 2" in noi.says(typed)
    assert poll_town.answers() == {"air": kept}


def test_on_a_telephone_no_number_stands_before_any_but_the_answers(noi):
    noi.says(UNSURE)
    sent = line.render(tuple(noi.heard), "th")
    numbered = [
        row
        for each in sent
        for row in each["text"].splitlines()
        if re.match(r"[0-9๐-๙]+[.)]", row)
    ]
    assert numbered == ["1. แย่มาก", "2. แย่", "3. เฉย ๆ", "4. ดี", "5. ดีมาก"]
    pressed = [item["action"]["data"] for item in sent[-1]["quickReply"]["items"]]
    assert sum(data.startswith("art:") for data in pressed) == 2
    assert sum(data.startswith("s:") for data in pressed) == 7


def test_the_article_is_told_and_our_question_asked_again(noi, poll_town):
    noi.says(UNSURE)
    offered = noi.heard[0].choices[0]
    said = noi.presses(offered.label)
    assert said.startswith(offered.label)
    assert "อากาศแถวบ้านเป็นอย่างไรคะ" in said
    assert noi.labels[0] == "1. แย่มาก"
    noi.says("4")
    assert poll_town.answers() == {"air": 4}


def test_it_is_typed_by_its_words_too(noi):
    noi.says(UNSURE)
    offered = noi.heard[0].choices[0]
    said = noi.says(offered.label)
    assert said.startswith(offered.label)
    assert "อากาศแถวบ้านเป็นอย่างไรคะ" in said


def test_they_are_offered_once_and_then_the_way_to_skip(noi):
    noi.says(UNSURE)
    said = noi.says(UNSURE)
    assert "ถามเรื่องนี้หรือเปล่าคะ" not in said
    assert noi.labels[0] == "ข้ามข้อนี้"


def test_a_question_is_met_with_them_after_an_answer_we_did_not_understand(noi):
    assert "ลองตอบแบบนี้นะคะ" in noi.says("ก็แล้วแต่วัน")
    assert "ถามเรื่องนี้หรือเปล่าคะ" in noi.says(UNSURE)
    assert "ยังไม่เข้าใจคำตอบ" in noi.says("ก็แล้วแต่วัน")


@pytest.mark.parametrize("reply", ["บางวันก็ดีบางวันก็เหม็น", "ก็แล้วแต่วัน"])
def test_what_has_not_the_form_of_a_question_is_met_with_an_example(noi, reply):
    assert "ลองตอบแบบนี้นะคะ" in noi.says(reply)


def test_nothing_of_it_is_kept_for_it_may_have_been_an_answer(noi, database):
    noi.says(UNSURE)
    with database.read() as session:
        for table in (Asked, OpenQuestion):
            counted = select(func.count()).select_from(table)
            assert session.scalar(counted) == 0


def test_where_the_answers_need_all_the_room_an_example_is_given(poll_town):
    points = [{"key": str(n), "label": {"th": str(n)}} for n in range(11)]
    ends = {"low": {"th": "ไม่เชื่อเลย"}, "high": {"th": "เชื่อมาก"}}
    text = "เชื่อข้อมูลของเทศบาลแค่ไหนคะ"
    poll_town.asks(question("trust", "scale11", text, choices=points, **ends))
    said = poll_town.begins().says(UNSURE)
    assert "ถามเรื่องนี้หรือเปล่าคะ" not in said
    assert "ลองตอบแบบนี้นะคะ" in said


def test_an_old_button_of_an_article_leaves_the_age_open(poll_town):
    poll_town.asks(AIR, wave={"min_age": 18})
    noi = poll_town.arrives()
    noi.says(UNSURE)
    pressed = noi.heard[-1].choices[0].data
    noi.says("ตอบแบบสอบถาม")
    noi.presses("ยินดีตอบ")
    assert "คุณอายุ 18 ปีขึ้นไปไหมคะ" in noi.does("press", data=pressed)
    assert "ข้อ 1 จาก 1" in noi.says("62")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("ทำไมคลองดำ", True),
        ("แจ้งได้ที่ไหน", True),
        ("ขยะเก็บวันไหน", True),
        ("อันตรายมั้ย", True),
        ("is it safe", True),
        ("ဘာလဲ", True),
        ("ไฟไหม้บ่อย", False),
        ("เหม็นมาก", False),
        ("ดีค่ะ", False),
        ("this is fine", False),
    ],
)
def test_the_form_of_a_question(text, asks):
    assert asking.is_question(text) is asks
