"""What is said beside a question is no answer, whatever words of it are an option's."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.replies import brief

NOT_UNDERSTOOD = {"not_understood": True}
WATER = {
    "kind": "choice",
    "text": "ท่านใช้น้ำจากแหล่งใดเป็นหลัก",
    "options": ["น้ำประปา", "น้ำบาดาล", "น้ำฝน", "ซื้อน้ำถัง"],
}
WHO = {
    "kind": "choice",
    "text": "ท่านแจ้งเรื่องร้องเรียนกับใคร",
    "options": ["ผู้ใหญ่บ้าน", "เทศบาล", "โรงงาน", "ตำรวจ", "ไม่แจ้งใคร"],
}
DAY = {
    "kind": "choice",
    "text": "ท่านสะดวกประชุมวันไหน",
    "options": ["วันศุกร์", "วันเสาร์", "วันอาทิตย์"],
}
JOB = {
    "kind": "choice",
    "text": "ท่านประกอบอาชีพอะไร",
    "options": ["เกษตรกร", "รับจ้าง", "ค้าขาย", "ข้าราชการ"],
}
PLACE = {
    "kind": "choice",
    "text": "อยากให้สร้างอะไรก่อน",
    "options": ["สนามเด็กเล่น", "ห้องสมุด", "ตลาดสด"],
}
SATISFIED = {
    "kind": "scale5",
    "text": "ท่านพอใจกับการเก็บขยะเพียงใด",
    "labels": ["ไม่พอใจมาก", "ไม่พอใจ", "เฉย ๆ", "พอใจ", "พอใจมาก"],
}
AIR = {
    "kind": "scale5",
    "text": "อากาศวันนี้เป็นอย่างไร",
    "labels": ["แย่มาก", "แย่", "พอใช้", "ดี", "ดีมาก"],
}
HEARD = {
    "kind": "scale5",
    "text": "ท่านได้ยินเสียงดังบ่อยแค่ไหน",
    "labels": ["ไม่เคย", "นาน ๆ ครั้ง", "บางครั้ง", "บ่อย", "ทุกวัน"],
}

BESIDE: list[tuple[str, dict[str, Any], str]] = [
    ("greeting", DAY, "สุขสันต์วันเสาร์ค่ะ"),
    ("greeting", DAY, "สวัสดีวันศุกร์ครับ"),
    ("greeting", AIR, "ขอให้เป็นวันที่ดีนะคะ"),
    ("thanks", SATISFIED, "ขอบคุณมากครับ"),
    ("advert", WATER, "ขายน้ำถังส่งถึงบ้าน ถังละ 12 บาท"),
    ("advert", WATER, "เครื่องกรองน้ำประปา ลดราคาพิเศษ"),
    ("question", WATER, "น้ำประปาจะไหลเมื่อไหร่คะ"),
    ("question", WHO, "เทศบาลเปิดกี่โมง"),
    ("request", WHO, "ขอเบอร์เทศบาลหน่อยค่ะ"),
    ("later", DAY, "ไว้วันเสาร์ค่อยตอบนะ"),
    ("wish", WATER, "อยากใช้น้ำประปาบ้าง"),
    ("wish", JOB, "ใฝ่ฝันอยากเป็นข้าราชการ"),
    ("past", WATER, "สมัยแม่ยังอยู่ใช้น้ำบาดาล"),
    ("past", JOB, "เคยค้าขายมาก่อน"),
    ("past", SATISFIED, "เดือนก่อนพอใจมาก"),
    ("past", AIR, "เมื่อวานแย่มาก"),
    ("others", WATER, "เพื่อนบ้านใช้น้ำบาดาล"),
    ("others", JOB, "ลูกสาวค้าขาย"),
    ("others", SATISFIED, "เมียพอใจมาก"),
    ("others", SATISFIED, "คนแถวนี้พอใจกันหมด"),
    ("elsewhere", AIR, "ที่กรุงเทพแย่มาก"),
    ("doing", HEARD, "ไปทำงานทุกวัน"),
    ("complaint", WHO, "ผู้ใหญ่บ้านไม่เคยมาดูเลย"),
    ("event", WHO, "ตำรวจมาแล้ว"),
    ("event", WATER, "น้ำประปาแพงจัง"),
]


@pytest.mark.parametrize(("kind", "question", "reply"), BESIDE)
def test_what_is_said_beside_the_question_is_not_stored(kind, question, reply):
    assert brief.means(question, reply) == NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("question", "reply", "answer"),
    [
        (DAY, "สวัสดีค่ะ วันเสาร์ค่ะ", "วันเสาร์"),
        (SATISFIED, "พอใจมากค่ะ ขอบคุณค่ะ", 5),
        (SATISFIED, "พอใจมากค่ะขอบคุณที่มาดูแลนะคะ", 5),
        (WATER, "เมื่อก่อนใช้น้ำบาดาล เดี๋ยวนี้ใช้น้ำประปา", "น้ำประปา"),
        (AIR, "แย่มาก เมื่อวานยังดีกว่า", 1),
        (SATISFIED, "เพื่อนบ้านคงพอใจ แต่ผมไม่พอใจ", 2),
        (PLACE, "อยากได้ห้องสมุด", "ห้องสมุด"),
        (PLACE, "สนามเด็กเล่นมีแล้ว ขอห้องสมุด", "ห้องสมุด"),
    ],
)
def test_an_answer_beside_such_words_is_still_heard(question, reply, answer):
    assert brief.means(question, reply) == {"answer": answer}


def test_the_names_of_two_options_and_no_more_are_asked_again():
    assert brief.means(PLACE, "ห้องสมุด ตลาดสด") == NOT_UNDERSTOOD
    assert brief.means(PLACE, "ห้องสมุด ตลาด") == NOT_UNDERSTOOD


@given(
    st.sampled_from([WATER, WHO, DAY, JOB]),
    st.integers(0, 2),
    st.sampled_from(
        ["สุขสันต์{}ค่ะ", "{}กี่โมงคะ", "ขอเบอร์{}หน่อย", "เดี๋ยว{}ค่อยตอบ", "ฝากร้าน{}"]
    ),
)
def test_no_option_is_stored_out_of_a_frame_that_answers_nothing(
    question, place, frame
):
    reply = frame.format(question["options"][place])
    assert "answer" not in brief.means(question, reply)
