"""What a reply says without the word for it: turned round, told by what came of it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.replies import brief

YES, NO, OPEN = {"answer": "yes"}, {"answer": "no"}, {"not_understood": True}
SNAKES = "แถวบ้านคุณมีงูเข้าบ้านไหม"
WENT = "คุณเคยไปประชุมหมู่บ้านไหม"
DAILY = "รถขยะมาเก็บทุกวันไหม"
EXTINGUISHER = "ที่บ้านมีถังดับเพลิงไหม"
NO_DUST = "บ้านคุณไม่มีคนแพ้ฝุ่นใช่ไหม"
KNOWS = "ท่านทราบไหมว่าเทศบาลมีรถรับส่งผู้ป่วย"
TOILETS = "ห้องน้ำในตลาดมีเพียงพอไหม"
RELIEF = "คุณได้รับเงินเยียวยาน้ำท่วมหรือไม่"
AMBULANCE = "รถพยาบาลมาทันเวลาไหม"
TRAINED = "ท่านเคยเข้าอบรมดับเพลิงไหม"
FAMILY = "ท่านหรือคนในครอบครัวเคยเป็นไข้เลือดออกไหม"


def yesno(text: str, reply: str) -> dict[str, Any]:
    return brief.means({"kind": "yesno", "text": text}, reply)


def number(text: str, reply: str, **bounds: int) -> dict[str, Any]:
    return brief.means({"kind": "number", "text": text, **bounds}, reply)


@pytest.mark.parametrize(
    ("asked", "reply", "meant"),
    [
        (SNAKES, "มีซะที่ไหน", NO),
        (SNAKES, "มีเสียที่ไหนกัน", NO),
        (WENT, "ไปซะเมื่อไหร่", NO),
        (TOILETS, "พอที่ไหน ต้องต่อคิวทุกที", NO),
        (WENT, "ไปที่ไหน", OPEN),
        (WENT, "ไปเมื่อไหร่", OPEN),
        (SNAKES, "จะไม่มีได้ไงล่ะ", YES),
        (SNAKES, "วันไหนไม่มีสิแปลก", YES),
        (SNAKES, "วันไหนมีสิแปลก", NO),
        (WENT, "ไม่เคยไปก็โกหกแล้ว", YES),
    ],
)
def test_a_question_that_is_none_tells_the_other_side(
    asked: str, reply: str, meant: dict[str, Any]
) -> None:
    assert yesno(asked, reply) == meant


@pytest.mark.parametrize(
    ("asked", "reply", "meant"),
    [
        (DAILY, "ไม่มีวันไหนที่ไม่มาเก็บ", YES),
        (DAILY, "ไม่เคยมีวันไหนที่ไม่มา", YES),
        (WENT, "ไม่เคยไม่ไป", YES),
        (SNAKES, "ไม่มีวันไหนที่ไม่ได้ตีกัน", OPEN),
        (DAILY, "ไม่ทุกวัน", NO),
        (DAILY, "ไม่ถึงกับทุกวันค่ะ", NO),
        (DAILY, "บางวันก็ไม่มา", NO),
        (DAILY, "ไม่เคยเว้น", YES),
    ],
)
def test_what_is_so_every_time_is_told_by_a_double_not(
    asked: str, reply: str, meant: dict[str, Any]
) -> None:
    assert yesno(asked, reply) == meant


@pytest.mark.parametrize(
    ("reply", "meant"),
    [
        ("มีค่ะ", NO),
        ("ไม่มีครับ", YES),
        ("ใช่ ไม่มี", YES),
        ("ใช่ มี", OPEN),
        ("ไม่ใช่ มีคนนึง", NO),
        ("ใช่ค่ะ", YES),
        ("ไม่ค่ะ", OPEN),
        ("เปล่าครับ", OPEN),
    ],
)
def test_to_a_question_asked_with_a_not_the_verb_said_back_is_a_no(
    reply: str, meant: dict[str, Any]
) -> None:
    assert yesno(NO_DUST, reply) == meant


@given(
    st.sampled_from(["มี", "ไม่มี"]),
    st.sampled_from(["", "ค่ะ", "ครับ", "จ้า", "เลยค่ะ"]),
)
def test_a_not_in_the_question_turns_its_answer_round(said: str, end: str) -> None:
    plainly = yesno("บ้านคุณมีคนแพ้ฝุ่นไหม", said + end)
    denied = yesno(NO_DUST, said + end)
    assert {plainly["answer"], denied["answer"]} == {"yes", "no"}


@pytest.mark.parametrize(
    ("asked", "reply", "meant"),
    [
        (EXTINGUISHER, "มีเป็นลังเลย", YES),
        (EXTINGUISHER, "เพิ่งซื้อมาเมื่อวาน", YES),
        (EXTINGUISHER, "ขายไปแล้ว", NO),
        (EXTINGUISHER, "มีครับ แต่เก่ามาก", YES),
        (EXTINGUISHER, "มี แต่หมดอายุ", OPEN),
        (EXTINGUISHER, "เพื่อนบ้านมี", OPEN),
        (RELIEF, "ยังรออยู่เลย", NO),
        (RELIEF, "ป่านนี้ยังไม่เห็นวี่แวว", NO),
        (RELIEF, "ได้มาสามพัน", YES),
        (RELIEF, "ได้ข่าวว่าจะได้", OPEN),
        (AMBULANCE, "ช้ากว่าเต่า", NO),
        (AMBULANCE, "ทันค่ะ มาเร็วดี", YES),
        (AMBULANCE, "ช้าบ้างเร็วบ้าง", OPEN),
        (TRAINED, "อบรมมาแล้ว", YES),
        (TRAINED, "วันนั้นติดงาน", NO),
        (TRAINED, "อบรมที่ไหน", OPEN),
        (TRAINED, "ไม่ใช่ไม่เคยนะ เคยสองรอบ", YES),
        ("ชื่อสมชาย หมู่ 2 ถูกต้องหรือไม่", "ผิดแล้ว หมู่ 3", NO),
        ("คุณฉีดวัคซีนแล้วหรือยัง", "ว่าจะไปเดือนหน้า", NO),
        ("ท่านปลูกผักกินเองไหม", "ปลูกพริกไว้หลังบ้าน", YES),
        ("ท่านปลูกผักกินเองไหม", "ปลูกไปก็ตาย", OPEN),
    ],
)
def test_what_came_of_it_tells_whether_it_is_so(
    asked: str, reply: str, meant: dict[str, Any]
) -> None:
    assert yesno(asked, reply) == meant


@pytest.mark.parametrize(
    ("asked", "reply", "meant"),
    [
        (TOILETS, "พอแล้วค่ะ สะอาดดี", YES),
        (TOILETS, "พอแล้ว ไม่ตอบแล้ว", {"stop": True}),
        (KNOWS, "ไม่รู้อะ", NO),
        (KNOWS, "ไม่เห็นรู้เรื่องเลย", NO),
        (WENT, "ไม่รู้อะ", {"dont_know": True}),
        (WENT, "ไม่ออกความเห็นครับ ไปข้อต่อไปเลย", {"skip": True}),
    ],
)
def test_what_answers_the_question_is_no_wish_to_stop_or_pass(
    asked: str, reply: str, meant: dict[str, Any]
) -> None:
    assert yesno(asked, reply) == meant


@pytest.mark.parametrize(
    ("asked", "reply", "meant"),
    [
        (FAMILY, "ผมไม่เคย แต่ลูกสาวเคย", YES),
        ("ท่านเคยร้องเรียนเรื่องน้ำท่วมไหม", "ท่วมทุกปี", OPEN),
        ("ท่านเคยร้องเรียนเรื่องเสียงดังไหม", "ดังทุกคืน", OPEN),
        ("เดือนนี้มีน้ำท่วมบ้านท่านไหม", "ปีก่อนท่วมมิดเอว", OPEN),
        ("ท่านได้กลิ่นเหม็นไหม", "คนแถวนี้เขาได้กลิ่นกันทั้งนั้น", OPEN),
        ("ท่านได้กลิ่นเหม็นไหม", "น้าข้างบ้านบ่นว่าเหม็น", OPEN),
        ("ท่านได้กลิ่นเหม็นไหม", "บอกเลยว่าเหม็นมาก", YES),
        ("ท่านยินดีให้ติดต่อกลับหรือไม่", "ยินดีต้อนรับเพื่อนใหม่นะคะ", OPEN),
    ],
)
def test_what_others_say_or_was_at_another_time_is_no_answer(
    asked: str, reply: str, meant: dict[str, Any]
) -> None:
    assert yesno(asked, reply) == meant


HENS = "บ้านท่านมีไก่กี่ตัว"
POWER = "สัปดาห์ที่แล้วไฟดับกี่ครั้ง"
NIGHTS = "สัปดาห์หนึ่งท่านนอนดึกกี่คืน"
OLD = "บ้านท่านมีคนชรากี่คน"
BINS = "ถังขยะหน้าบ้านพังกี่ใบ"
SHOTS = "ปีนี้คุณฉีดวัคซีนไปกี่เข็ม"
WATER = "ท่านเสียค่าน้ำเดือนละกี่บาท"
TRIP = "ท่านใช้เวลาไปตลาดกี่นาที"
BORN = "คุณเกิดปี พ.ศ. ใด"


@pytest.mark.parametrize(
    ("asked", "reply", "meant"),
    [
        (HENS, "โหลนึง", 12),
        (HENS, "โหลครึ่ง", 18),
        (HENS, "เดิมมี 8 ตัว ขายไปแล้ว เหลือ 2 ตัว", 2),
        (POWER, "ไม่ดับเลย", 0),
        (POWER, "เอ้ย ไม่ใช่สี่ ห้าครั้งค่ะ", 5),
        (NIGHTS, "ทุกคืนเลย", 7),
        (NIGHTS, "5 คืน คืนละ 3 ชั่วโมง", 5),
        (NIGHTS, "คืนเดียว", 1),
        (OLD, "ปู่กับย่า", 2),
        (OLD, "ยายสอง ตาหนึ่ง", 3),
        (BINS, "มีสี่ใบ พังใบเดียว", 1),
        (SHOTS, "ปีที่แล้วสองเข็ม ปีนี้หนึ่งเข็ม", 1),
        (WATER, "ไม่ต้องจ่าย เทศบาลให้ฟรี", 0),
        (TRIP, "20 นาที ถ้ารถไม่ติด", 20),
        (BORN, "ปี 2510", 2510),
        ("ท่านอายุเท่าไร", "52 ปี หลานสาม", 52),
    ],
)
def test_the_count_that_is_asked_is_told_among_others(
    asked: str, reply: str, meant: int
) -> None:
    assert number(asked, reply) == {"answer": meant}


@pytest.mark.parametrize(
    ("asked", "reply"),
    [
        (HENS, "โหลกว่า"),
        (HENS, "ฮัลโหล"),
        (HENS, "อยากได้สัก 5 ตัว"),
        (POWER, "ดับตอนสามทุ่ม"),
        (POWER, "ดับตอนตี 3"),
        (POWER, "เดือนก่อนดับสองครั้ง"),
        (POWER, "บ้านข้างๆดับสามครั้ง"),
        (POWER, "การไฟฟ้าบอกว่าดับ 4 ครั้ง"),
        (TRIP, "ถ้ารถไม่ติดก็ 20"),
        (OLD, "ยาย"),
    ],
)
def test_a_number_of_another_time_thing_or_wish_is_no_count(
    asked: str, reply: str
) -> None:
    assert number(asked, reply) == OPEN
