"""Counts told as a story: parts and sums, now and before, hours, nobody and nothing."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys import number_words
from surveys.replies import brief
from surveys.replies.counts import recounted
from surveys.replies.text import numbers

HOUSE = "ในบ้านของท่านมีกี่คน (รวมตัวท่าน)"
POWER = "ท่านจ่ายค่าไฟเดือนละกี่บาท"
PAY = "รายได้ของท่านเดือนละกี่บาท"
OLD = "ท่านอายุกี่ปี"
LIVED = "ท่านอาศัยอยู่ที่นี่มากี่ปีแล้ว"
SMOKES = "ท่านสูบบุหรี่วันละกี่มวน"
SLEEPS = "ท่านนอนวันละกี่ชั่วโมง"
WORKS = "ท่านทำงานวันละกี่ชั่วโมง"
CHILDREN = "ท่านมีบุตรกี่คน"
DEBT = "ท่านมีหนี้กี่บาท"
MEETINGS = "ปีที่ผ่านมาท่านไปประชุมกี่ครั้ง"
FAR = "บ้านท่านห่างจากโรงงานกี่เมตร"
COWS = "ท่านเลี้ยงวัวกี่ตัว"
TRIP = "ท่านใช้เวลาเดินทางไปทำงานกี่นาที"
DEEP = "น้ำท่วมบ้านท่านสูงกี่เซนติเมตร"
SCORE = "ท่านให้คะแนนเทศบาลเท่าไร (0-10)"
CARS = "ร้านท่านมีรถทั้งหมดกี่คัน"
FLOODS = "ปีนี้น้ำท่วมบ้านท่านกี่ครั้ง"
LAND = "ท่านมีที่นากี่ไร่"
SHUT = "ตลาดปิดไปกี่วัน"
PONDS = "ท่านเลี้ยงปลากี่บ่อ"
CHECKS = "ใน 12 เดือนที่ผ่านมา ท่านไปตรวจน้ำตาลกี่ครั้ง"


def means(text: str, reply: str) -> dict[str, Any]:
    told: dict[str, Any] = {"kind": "number", "text": text}
    if text == SCORE:
        told |= {"min": 0, "max": 10}
    return brief.means(told, reply)


@pytest.mark.parametrize(
    ("text", "reply", "number"),
    [
        (HOUSE, "ห้าคนค่ะ พ่อแม่ ผม เมีย ลูกหนึ่ง", 5),
        (HOUSE, "มีผมกับเมียแล้วก้อลูกสามคน", 5),
        (HOUSE, "อยู่ตัวคนเดียวจ้า ผัวตายแล้ว", 1),
        (HOUSE, "ผม แม่ น้องสาวสอง แค่นี้แหละครับ", 4),
        (CARS, "เก๋งหนึ่ง กระบะสอง มอไซสาม", 6),
        (COWS, "แม่วัวสาม ลูกวัวสอง รวมห้า", 5),
        (DEBT, "ผ่อนรถอีกสองแสน ธกส.อีกสามแสน รวมเป็นห้าแสน", 500000),
        (DEBT, "บ้านล้านสอง รถสามแสน รวมล้านห้า", 1500000),
        (PAY, "วันละสี่ร้อย ทำ 25 วัน ก็หมื่นนึง", 10000),
        (PONDS, "มีหกบ่อ ขายไปสองบ่อ เหลือสี่บ่อ", 4),
        (LAND, "พ่อมียี่สิบไร่ แบ่งลูกสี่คน ผมก็ได้มาห้าไร่", 5),
        (SMOKES, "ซองนึงกับอีกสามมวน ซองนึงยี่สิบมวนจ้า", 23),
    ],
)
def test_what_the_numbers_of_a_story_come_to_is_the_answer(text, reply, number):
    assert means(text, reply) == {"answer": number}


@pytest.mark.parametrize(
    ("text", "reply", "number"),
    [
        (POWER, "แต่ก่อนแปดร้อย ปีนี้ติดแอร์ ขึ้นเป็นพันสองแน่ะ", 1200),
        (SMOKES, "เมื่อก่อน 20 มวน เดี๋ยวนี้เหลือ 5 มวน", 5),
        (OLD, "70 แล้วลูก ย่าง 71 ปีหน้า", 70),
        (OLD, "บวชมา 30 พรรษา ตอนนี้อายุ 55", 55),
        (LIVED, "มาตั้งแต่อายุ 18 ปีนี้ 60 แล้ว", 42),
        (LIVED, "เกิดที่นี่ไม่เคยย้ายไปไหน ตอนนี้ก็ 48", 48),
        (COWS, "ห้า เอ้ย หก ลืมลูกวัว", 6),
        (FAR, "สองกิโล อุ๊ย ไม่ใช่สิ สามกิโล", 3000),
        (SCORE, "ไม่ถึงแปดหรอก เอาเจ็ดละกัน", 7),
        (SCORE, "เต็มสิบไม่ได้ หักสาม เหลือ 7", 7),
        (TRIP, "ขี่มอไซไป 20 นาทีถึงโรงงาน", 20),
        (PAY, "เจ้านายให้เดือนละหมื่นสอง ทำมาสามปีแล้ว", 12000),
        (COWS, "ฝูงแม่ 4 ตัว แต่ทั้งคอกนี่ 11 ตัว", 11),
    ],
)
def test_of_several_numbers_that_is_meant_which_is_so_now_and_of_the_whole(
    text, reply, number
):
    assert means(text, reply) == {"answer": number}


@pytest.mark.parametrize(
    ("text", "reply", "number"),
    [
        (LAND, "ไร่นึงกับสามงาน", 1.75),
        (LIVED, "เจ็ดปีกับหกเดือน", 7.5),
        (LIVED, "ทศวรรษนึงพอดีครับ", 10),
        (DEEP, "เมตรสามสิบ มิดเอวเลย", 130),
        (FAR, "กิโลกับอีกสองร้อยเมตร", 1200),
        (SHUT, "เดือนครึ่ง", 45),
        (COWS, "ซาวหกตัว", 26),
        (CHILDREN, "แฝดคู่เดียวค่ะ", 2),
        (SLEEPS, "สามทุ่มถึงตีห้า", 8),
        (SLEEPS, "นอนเที่ยงคืนตื่นหกโมงเช้า", 6),
        (WORKS, "เข้า 8 โมงเช้า เลิก 2 ทุ่ม", 12),
        (WORKS, "เก้าโมงยันห้าโมง", 8),
        (CHECKS, "ไม่มีเดือนไหนไม่ไป เดือนละครั้ง", 12),
        (SHUT, "ปิดตั้งแต่วันที่ 3 ถึงวันที่ 9", 7),
    ],
)
def test_two_units_hours_of_the_clock_and_dates_are_reckoned(text, reply, number):
    assert means(text, reply) == {"answer": number}


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        (CHILDREN, "เพิ่งแต่งงาน ยังไม่มีลูกเลยค่ะ"),
        (CHILDREN, "หมอว่าเป็นหมัน อยู่กันสองคนผัวเมีย"),
        (DEBT, "ไม่เคยเป็นหนี้ใครสักบาท"),
        (DEBT, "ขายที่ไปแปลงนึง ปลดหนี้หมดแล้วจ้า"),
        (MEETINGS, "ไม่ได้ไปสักครั้งเลยลูก ขาเจ็บ"),
        (COWS, "ขายไปหมดแล้วลูกเอ๊ย"),
        (FLOODS, "ถมที่สูงแล้ว น้ำไม่ท่วมเลย"),
        (SMOKES, "หมอห้าม เลิกบุหรี่ไปนานแล้ว"),
    ],
)
def test_that_there_is_none_of_it_is_nought(text, reply):
    assert means(text, reply) == {"answer": 0}


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        (POWER, "บ้านแม่พันนึง"),
        (POWER, "เดือนที่แล้ว 800 เดือนนี้ 900"),
        (POWER, "ค่าน้ำ 300 แพงมาก"),
        (OLD, "แฟนผม 40 ผมแก่กว่าสองปี"),
        (OLD, "ลูก 30 แล้วนะ"),
        (SMOKES, "ผัวสูบวันละ 10 มวน"),
        (SMOKES, "กะจะลดให้เหลือ 3 มวน"),
        (MEETINGS, "ไม่เคยขาดสักครั้ง"),
        (POWER, "เดือนก่อน 500 เดือนนี้ 650"),
        (HOUSE, "ห้าคน ไม่นับเด็ก"),
        (CARS, "บ้านป้าข้างๆ มีตั้งสามคัน"),
        (MEETINGS, "ปลาทูถูกมากช่วงนี้ เข่งละยี่สิบ"),
        (TRIP, "ออกหกโมงครึ่งถึงเจ็ดโมง"),
        (LIVED, "5 ปี 3 เดือน"),
        (LIVED, "ลูกอายุห้าขวบ ย้ายมาก่อนลูกเกิด"),
        (HOUSE, "สี่คน ไม่รวมหลาน"),
        (PAY, "กู้ด่วน 50000 อนุมัติไว แอดไลน์"),
        (FLOODS, "ปีที่แล้วท่วมสามครั้ง"),
        (DEBT, "ล้านหนึ่ง"),
    ],
)
def test_others_prices_plans_and_other_times_are_asked_again(text, reply):
    assert means(text, reply) == {"not_understood": True}


@settings(max_examples=30)
@given(st.integers(2, 60), st.integers(2, 60))
def test_a_sum_is_believed_only_where_it_is_one(one, other):
    fare = {"kind": "number", "text": "ท่านจ่ายค่ารถวันละกี่บาท"}
    question, _ = brief.asked(json.dumps(fare, ensure_ascii=False, sort_keys=True))
    told = f"ขาไป {one} บาท ขากลับ {other} บาท"
    assert recounted.read(question, f"{told} {one + other} บาท") == one + other
    wrong = {one + other + 1} - {one * other, one, other}
    for total in wrong:
        assert recounted.read(question, f"{told} {total} บาท") is None


@given(st.integers(1, 9), st.sampled_from(["ซาว", "ยี่สิบ"]))
def test_twenty_is_said_in_two_ways(ones, twenty):
    word = twenty + number_words.THAI_ONES[ones]
    assert numbers.thai_amount(word, 0) == (20 + ones, len(word))


PIECES = [
    *(
        "1",
        "20",
        "5",
        "ครึ่ง",
        "ห้า",
        "ซาว",
        "ล้านสอง",
        "คน",
        "ไร่",
        "งาน",
        "บาท",
        "ปี",
        " ",
        ",",
    ),
    *("ผม", "เมีย", "ลูก", "เหลือ", "ตอนนี้", "แต่ก่อน", "รวม", "ไม่มี", "สักบาท", "เอ้ย"),
    *("ตีสอง", "ถึง", "โมงเย็น", "วันที่", "ซองนึง", "ก้อ", "แค่นี้แหละ", "เดือนไหนไม่"),
]


@settings(max_examples=30)
@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_no_heap_of_pieces_of_stories_makes_it_raise(reply):
    for text in (HOUSE, DEBT, LAND, WORKS, SHUT, SMOKES, CARS, SCORE):
        assert len(means(text, reply)) == 1


WEEK = "ท่านไปทำงานสัปดาห์ละกี่วัน"
CUTS = "เดือนที่แล้วน้ำประปาหยุดไหลกี่ครั้ง"


@pytest.mark.parametrize(
    ("text", "reply", "number"),
    [
        (DEBT, "สองหมื่นค่ะ แต่ก่อนตั้งแปดหมื่น", 20000),
        (DEBT, "หกหมื่น ปีที่แล้วสองแสน", 60000),
        (DEBT, "สี่แสนครับ เหลือแค่นี้เอง เมื่อก่อนล้านนึง", 400000),
        (SMOKES, "สามมวนครับ เมื่อก่อนสิบห้า", 3),
        (WEEK, "ทุกวันเว้นวันอาทิตย์วันเดียว", 6),
        (WEEK, "ทำทุกวันค่ะ ยกเว้นวันพุธ", 6),
        (WEEK, "ทุกวันยกเว้นเสาร์กับอาทิตย์", 5),
        (MEETINGS, "เขานัดหกหน ขาดไปสองหน ไปสี่ครับ", 4),
        (MEETINGS, "จัดสี่ครั้ง พลาดไปครั้งนึง ได้ไปสามครั้ง", 3),
        (CUTS, "บ้านเราหยุดสองครั้ง", 2),
    ],
)
def test_what_was_and_what_is_left_out_are_told_from_what_is(text, reply, number):
    assert means(text, reply) == {"answer": number}


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        (DEBT, "เมื่อก่อนสองแสน"),
        (WEEK, "หยุดวันเดียว"),
        (WEEK, "ทุกวันเว้นวันพระ"),
        (WEEK, "ทุกวันเว้นวัน"),
        (CUTS, "บ้านน้องชายหยุดสี่หน"),
        (CUTS, "บ้านแม่หยุดสามหน"),
        (CUTS, "ที่บ้านเพื่อนตั้งห้าครั้ง"),
        (CUTS, "ห้องพี่สาวหยุดสามครั้ง"),
    ],
)
def test_what_was_what_is_left_out_and_another_house_are_no_answer(text, reply):
    assert "answer" not in means(text, reply)
