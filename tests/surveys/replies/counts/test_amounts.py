"""Numbers in other units, among other numbers, or told part by part."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.replies import brief
from surveys.replies.text import mentions

BIKES = "ครอบครัวท่านมีจักรยานกี่คัน"
TRIP = "ท่านใช้เวลาเดินทางกี่นาที"
OLD = "ท่านอายุเท่าไร"
DAYS = "ในรอบ 14 วันที่ผ่านมา ท่านได้ยินเสียงดังกี่วัน"
WEEK = "ท่านทำงานสัปดาห์ละกี่วัน"
MARKET = "ท่านไปตลาดนัดเดือนละกี่ครั้ง"
TEMPLE = "ใน 1 ปีที่ผ่านมา ท่านไปวัดกี่ครั้ง"
CANAL = "บ้านท่านห่างจากคลองกี่เมตร"
HOUSE = "บ้านท่านมีสมาชิกกี่คน (รวมตัวท่าน)"
CHILDREN = "ท่านมีลูกกี่คน"
DOGS = "ท่านเลี้ยงหมากี่ตัว"
POWER = "ท่านจ่ายค่าไฟเดือนละกี่บาท"
BOUGHT = "ท่านซื้อบ้านหลังนี้เมื่อปี พ.ศ. ใด"
WATER = "น้ำท่วมสูงกี่เซนติเมตร"
LASTED = "น้ำท่วมนานกี่วัน"
LIVED = "ท่านอยู่บ้านหลังนี้มากี่ปี"
HOURS = "ท่านทำงานวันละกี่ชั่วโมง (รวมโอที)"
SCORE = "ให้คะแนนถนนหน้าบ้าน 0-10 คะแนน"


def means(text: str, reply: str) -> dict[str, Any]:
    told: dict[str, Any] = {"kind": "number", "text": text}
    if text == BOUGHT:
        told |= {"min": 2400, "max": 2570}
    if text == SCORE:
        told |= {"min": 0, "max": 10}
    return brief.means(told, reply)


@pytest.mark.parametrize(
    ("text", "reply", "number"),
    [
        (TRIP, "1 ชั่วโมง 15 นาที", 75),
        (TRIP, "สองชั่วโมงครึ่ง", 150),
        (TRIP, "ประมาณครึ่งชั่วโมงค่ะ", 30),
        (CANAL, "ครึ่งกิโล", 500),
        (CANAL, "1.5 กม.", 1500),
        (WATER, "เมตรนึง", 100),
        (WATER, "ครึ่งเมตร", 50),
        (LASTED, "สองอาทิตย์", 14),
        (BOUGHT, "ปี 55", 2555),
        (BOUGHT, "ค.ศ. 2010", 2553),
        (OLD, "ปีนี้ครึ่งร้อยพอดี", 50),
        (HOUSE, "ครึ่งโหล", 6),
    ],
)
def test_another_unit_is_told_in_the_one_that_is_asked(text, reply, number):
    assert means(text, reply) == {"answer": number}


@pytest.mark.parametrize(
    ("text", "reply", "number"),
    [
        (BIKES, "จักรยาน 3 มอไซ 1", 3),
        (BIKES, "เดิมมี 3 ตอนนี้เหลือ 1", 1),
        (BIKES, "2 คัน อ้าว ลืมคันลูก เป็น 3", 3),
        (BIKES, "LA 26 คันนึง", 1),
        (OLD, "แม่ 70 หนู 45", 45),
        (OLD, "59 ย่าง 60", 59),
        (CHILDREN, "ชาย 2 หญิง 1", 3),
        (CHILDREN, "ลูก 2 หลาน 4", 2),
        (DOGS, "หมา 2 แมว 5", 2),
        (HOUSE, "ผม เมีย ลูกสาว 2 แล้วก็แม่", 5),
        (HOUSE, "ไม่รวมหนู 3 คนค่ะ", 4),
        (HOUSE, "ผู้ใหญ่ 2 เด็ก 3 รวม 5", 5),
        (HOUSE, "4 คน รวมหลานด้วยเป็น 5", 5),
        (HOUSE, "5 คน แม่หนึ่ง พี่สาวสอง น้องสอง", 5),
        (POWER, "ค่าน้ำ 200 ค่าไฟ 900", 900),
        (POWER, "หลังละ 300 สองหลัง รวมเป็น 600", 600),
        (POWER, "เดิมพันห้า ตอนนี้เก้าร้อย", 900),
        (HOURS, "8 ชั่วโมง บวกโอทีอีก 2", 10),
        (TEMPLE, "2 ครั้ง ครั้งที่ 3 ไม่ว่าง", 2),
        (TRIP, "นั่งสาย 84 ใช้ 40 นาที", 40),
        (LIVED, "7 ปี ย่างเข้าปีที่ 8", 7),
        (SCORE, "8 ไม่ๆ 9", 9),
    ],
)
def test_the_number_that_is_asked_is_found_among_others(text, reply, number):
    assert means(text, reply) == {"answer": number}


@pytest.mark.parametrize(
    ("text", "reply", "number"),
    [
        (DAYS, "ทุกวันเลย", 14),
        (WEEK, "จันทร์-ศุกร์", 5),
        (WEEK, "จ-ส ค่ะ", 6),
        (WEEK, "หยุดเสาร์อาทิตย์", 5),
        (WEEK, "ไม่มีวันหยุดเลยลูก", 7),
        (MARKET, "เดือนละสองครั้ง", 2),
        (TEMPLE, "เดือนละ 2 ครั้ง", 24),
        (TEMPLE, "ไปครั้งเดียวก็พอแล้ว", 1),
        (DAYS, "ไม่ได้ยินเลยค่ะ", 0),
        (DOGS, "ไม่เลี้ยงครับ", 0),
        (CHILDREN, "บ่มีลูกเด้อ", 0),
    ],
)
def test_how_often_it_comes_round_or_that_it_does_not_is_a_number(text, reply, number):
    assert means(text, reply) == {"answer": number}


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        (BIKES, "รถเก๋ง 1 คัน"),
        (BIKES, "สองสามคัน"),
        (TRIP, "ชั่วโมงกว่าๆ"),
        (TRIP, "ไม่ถึงชั่วโมง"),
        (TRIP, "7 โมงถึง 8 โมง"),
        (TRIP, "ไปกลับ 2 ชั่วโมง"),
        (TRIP, "ครึ่งชั่วโมงถึงชั่วโมงนึง"),
        (OLD, "แฟน 40"),
        ("แม่ของท่านอายุเท่าไร", "แม่ 80 ผม 50"),
        (TRIP, "รถมาทุก 20 นาที"),
        (OLD, "สี่สิบปลายๆ"),
        (DAYS, "เกือบทุกวัน"),
        (DAYS, "ทุกวันเสาร์"),
        (DAYS, "ทุกวันยกเว้นวันอาทิตย์"),
        (WEEK, "จันทร์ถึงศุกร์ บางเสาร์"),
        (MARKET, "อาทิตย์ละครั้ง"),
        (TEMPLE, "เมียไป 5 ครั้ง"),
        (TEMPLE, "ครั้งสองครั้ง"),
        (CANAL, "2 กิโลกว่า"),
        (HOUSE, "พ่อแม่ลูก"),
        (HOUSE, "พ่อ แม่ น้อง"),
        (HOUSE, "สามคนนับหมาด้วย"),
        (CHILDREN, "มี 3 เสียไป 1"),
        (CHILDREN, "ลูกคนที่ 3 เพิ่งเกิด"),
        (DOGS, "แมว 5 ตัว"),
        (POWER, "หน่วยละ 4 บาท"),
        (POWER, "ปีละหมื่น"),
        (POWER, "เดือนที่แล้ว 800 เดือนนี้ 900"),
        (BOUGHT, "10 ปีแล้ว"),
        (LIVED, "6 เดือน"),
        (LIVED, "จะครบ 10 ปี"),
        (LIVED, "อายุ 40 ปี"),
        (LASTED, "เดือนนึง"),
        (SCORE, "ไม่ให้เลย"),
    ],
)
def test_a_number_of_something_else_or_no_certain_one_is_asked_again(text, reply):
    assert means(text, reply) == {"not_understood": True}


@given(st.integers(1, 12), st.integers(0, 59))
def test_hours_and_minutes_come_to_minutes(hours, minutes):
    reply = f"{hours} ชั่วโมง" + (f" {minutes} นาที" if minutes else "")
    assert means(TRIP, reply) == {"answer": 60 * hours + minutes}


@given(st.integers(1, 9), st.integers(1, 9))
def test_what_stands_beside_other_things_is_told_from_them(mine, others):
    assert means(DOGS, f"หมา {mine} แมว {others}") == {"answer": mine}
    assert means(DOGS, f"แมว {others} หมา {mine}") == {"answer": mine}


@given(st.integers(1, 20), st.integers(1, 20))
def test_a_total_that_is_less_than_its_parts_is_no_total(one, other):
    meant = means(HOUSE, f"ผู้ใหญ่ {one} เด็ก {other} รวม {one + other}")
    assert meant == {"answer": one + other}
    less = means(HOUSE, f"ผู้ใหญ่ {one + other} เด็ก {one} รวม {one}")
    assert "answer" not in less or one == one + other


PIECES = [
    *("1", "20", "ครึ่ง", "ห้า", "ชั่วโมง", "นาที", "คน", "คัน", "นึง", " ", " | ", "รวม"),
    *(
        "ตอนนี้",
        "เดิม",
        "ละ",
        "ผม",
        "ลูก",
        "โหล",
        "กว่า",
        "ที่",
        "-",
        ".",
        "๕",
        "ทุกวัน",
        "จันทร์ถึง",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_no_heap_of_numbers_and_units_makes_it_raise(reply):
    for text in (BIKES, TRIP, OLD, WEEK, HOUSE, BOUGHT, TEMPLE):
        assert len(means(text, reply)) == 1


@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_mentions_stand_in_order_and_within_the_text(text):
    told = mentions.found(text) or ()
    ends = [0, *(each.end for each in told)]
    assert all(each.start >= end for each, end in zip(told, ends, strict=False))
    assert ends[-1] <= len(text)
