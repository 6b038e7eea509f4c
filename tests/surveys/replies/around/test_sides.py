"""Replies that say two things of which one is meant, and those that mean neither."""

from typing import Any

import pytest

from surveys.replies import brief

LIGHTS = {
    "kind": "scale5",
    "text": "ท่านพอใจกับไฟส่องทางในซอยเพียงใด",
    "labels": ["ไม่พอใจมาก", "ไม่พอใจ", "เฉยๆ", "พอใจ", "พอใจมาก"],
}
MARKET = {
    "kind": "scale5",
    "text": "ความสะอาดของตลาดสดเป็นอย่างไร",
    "labels": ["แย่มาก", "แย่", "พอใช้", "ดี", "ดีมาก"],
}
TRUCK = {
    "kind": "scale5",
    "text": "รถเก็บขยะมาเร็วแค่ไหน",
    "labels": ["ช้ามาก", "ช้า", "ปานกลาง", "เร็ว", "เร็วมาก"],
}
MOSQUITOES = {
    "kind": "scale5",
    "text": "ปีนี้ยุงในชุมชนเปลี่ยนไปอย่างไร",
    "labels": ["ลดลงมาก", "ลดลง", "เท่าเดิม", "เพิ่มขึ้น", "เพิ่มขึ้นมาก"],
}
MACHINES = {
    "kind": "choice",
    "text": "เสียงเครื่องจักรเทียบกับปีที่แล้ว",
    "options": ["ดีขึ้น", "เหมือนเดิม", "แย่ลง"],
}
NEWS = {
    "kind": "choice",
    "text": "ท่านรับข่าวจากช่องทางใดมากที่สุด",
    "options": ["ไลน์", "เฟซบุ๊ก", "เสียงตามสาย", "ทีวี", "เพื่อนบ้าน"],
}
FREE = {
    "kind": "choice",
    "text": "ท่านว่างมาทำกิจกรรมช่วงไหน",
    "options": ["เช้า", "บ่าย", "เย็น"],
}
JOB = {
    "kind": "choice",
    "text": "ท่านทำอาชีพอะไร",
    "options": ["พนักงานโรงงาน", "ค้าขาย", "รับราชการ", "เกษตรกร", "ว่างงาน"],
}
WHOM = {
    "kind": "choice",
    "text": "น้ำไม่ไหล ท่านแจ้งใคร",
    "options": ["การประปา", "เทศบาล", "กำนัน", "ไม่แจ้งใคร"],
}


def answer(question: dict[str, Any], reply: str) -> Any:
    return brief.means(question, reply).get("answer")


@pytest.mark.parametrize(
    ("question", "reply", "value"),
    [
        (LIGHTS, "4 เอ๊ย ไม่ใช่ 3 ค่ะ", 3),
        (LIGHTS, "พอใจ อุ้ย กดผิด ไม่พอใจครับ", 2),
        (LIGHTS, "5 โทษที 2", 2),
        (LIGHTS, "พอใจมาก ไม่ๆ เฉยๆ", 3),
        (LIGHTS, "เฉยๆ ขอเปลี่ยนเป็น พอใจ", 4),
        (NEWS, "ทีวี เอ้ย ไลน์", "ไลน์"),
        (NEWS, "เฟซบุ๊ก ไม่ใช่ๆ เสียงตามสายต่างหาก", "เสียงตามสาย"),
        (NEWS, "ไลน์ ไม่ใช่ ๆ ทีวี", "ทีวี"),
        (NEWS, "ทีวี ผิดๆ เพื่อนบ้าน", "เพื่อนบ้าน"),
    ],
)
def test_what_is_taken_back_gives_way_to_what_comes_after(question, reply, value):
    assert answer(question, reply) == value


def test_one_no_before_another_option_denies_that_one():
    assert answer(NEWS, "ไลน์ ไม่ใช่เฟซบุ๊ก") == "ไลน์"
    assert answer(NEWS, "ไลน์ ไม่ใช่ เฟซบุ๊ก") in (None, "ไลน์")


@pytest.mark.parametrize(
    ("question", "reply", "value"),
    [
        (MARKET, "สมัยก่อนแย่มาก ทุกวันนี้ดี", 4),
        (MARKET, "ปีที่แล้วดีมาก ปีนี้แย่", 2),
        (MARKET, "เดี๋ยวนี้ดีมาก เมื่อก่อนแย่", 5),
        (LIGHTS, "แรกๆ ไม่พอใจ หลังๆ พอใจ", 4),
        (JOB, "เคยรับราชการ ปัจจุบันทำนา", "เกษตรกร"),
        (NEWS, "แต่ก่อนดูทีวี เดี๋ยวนี้ดูไลน์", "ไลน์"),
    ],
)
def test_what_is_so_now_counts_and_not_what_once_was(question, reply, value):
    assert answer(question, reply) == value


def test_then_and_now_is_no_answer_where_a_change_is_asked_for():
    assert answer(MACHINES, "เมื่อก่อนดีขึ้น เดี๋ยวนี้แย่ลง") != "ดีขึ้น"


@pytest.mark.parametrize(
    ("question", "reply", "value"),
    [
        (NEWS, "ไม่เล่นเฟซ ใช้ไลน์", "ไลน์"),
        (NEWS, "ไม่ดูทีวีหรอก ฟังเสียงตามสาย", "เสียงตามสาย"),
        (FREE, "เช้าไม่ว่าง เย็นว่าง", "เย็น"),
        (FREE, "บ่ายไม่ได้ค่ะ เช้าได้", "เช้า"),
        (WHOM, "ไม่แจ้งเทศบาล แจ้งประปา", "การประปา"),
        (FREE, "เช้าก็ติดงาน บ่ายก็ไม่ว่าง เหลือแต่เย็น", "เย็น"),
        (FREE, "ไม่เอาสองอันหลัง", "เช้า"),
        (TRUCK, "ไม่เร็วเลย ช้ามาก", 1),
        (TRUCK, "ไม่ช้านะ เร็วดี", 4),
        (LIGHTS, "ไม่ใช่ไม่พอใจ พอใจมากด้วยซ้ำ", 5),
    ],
)
def test_one_is_denied_and_another_is_meant(question, reply, value):
    assert answer(question, reply) == value


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        (NEWS, "ไม่ดูทีวี"),
        (NEWS, "ไม่ใช่ทีวีก็ไลน์หรือเฟซ"),
        (FREE, "เช้าไม่ว่าง"),
        (FREE, "เย็นไม่สะดวกค่ะ"),
        (WHOM, "เทศบาลไม่เอา"),
        (FREE, "เช้าก็ได้ เย็นก็ได้"),
    ],
)
def test_what_is_only_denied_leaves_the_others_open(question, reply):
    assert answer(question, reply) is None


@pytest.mark.parametrize(
    ("question", "reply", "value"),
    [
        (LIGHTS, "ไม่ได้พอใจแต่ก็ไม่ได้ไม่พอใจ", 3),
        (MARKET, "จะว่าดีก็ไม่ใช่ จะว่าแย่ก็ไม่เชิง", 3),
        (TRUCK, "ไม่ได้ช้า แต่ก็ไม่ได้เร็วอะไร", 3),
        (MOSQUITOES, "ไม่เพิ่มไม่ลด", 3),
        (MACHINES, "ไม่ได้ดีขึ้น แต่ก็ไม่ได้แย่ลง", "เหมือนเดิม"),
    ],
)
def test_both_ends_denied_are_the_middle(question, reply, value):
    assert answer(question, reply) == value


def test_an_end_wholly_denied_is_no_middle():
    assert answer(TRUCK, "ไม่เร็วเลย แต่ก็ไม่ถึงกับช้ามาก") != 3


def test_what_is_done_first_is_the_answer():
    assert answer(WHOM, "บอกกำนันก่อน ไม่ได้เรื่องค่อยไปเทศบาล") == "กำนัน"
