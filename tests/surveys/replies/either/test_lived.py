"""A yes or no told by how one lives, where no word of the question is said back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.replies import brief
from surveys.replies.lists.lived import FACTS

ASKED_AGAIN = "not_understood"
TOLD = [
    ("ท่านมีโรคประจำตัวหรือไม่", "หมอนัดเจาะเลือดทุกสามเดือน", "yes"),
    ("ท่านมีโรคประจำตัวหรือไม่", "แข็งแรงดี ยังวิ่งขึ้นเขาอยู่เลย", "no"),
    ("ปัจจุบันท่านสูบบุหรี่หรือไม่", "วันละซองครึ่ง", "yes"),
    ("ปัจจุบันท่านสูบบุหรี่หรือไม่", "หักดิบมาตั้งแต่ลูกเกิด", "no"),
    ("ท่านดื่มเครื่องดื่มแอลกอฮอล์หรือไม่", "ถือศีลห้ามาสิบปีแล้ว", "no"),
    ("ท่านมีหนี้นอกระบบหรือไม่", "ส่งดอกวันละร้อยห้าสิบอยู่นี่แหละ", "yes"),
    ("ท่านออมเงินเป็นประจำหรือไม่", "หยอดกระปุกหมูวันละยี่สิบบาท", "yes"),
    ("ท่านออมเงินเป็นประจำหรือไม่", "หาเช้ากินค่ำ เกลี้ยงทุกวัน", "no"),
    ("บ้านที่ท่านอยู่เป็นบ้านเช่าหรือไม่", "ปู่ยกให้ มีโฉนดเรียบร้อย", "no"),
    ("บ้านที่ท่านอยู่เป็นบ้านเช่าหรือไม่", "เจ้าของหอมาเก็บค่าห้องทุกต้นเดือน", "yes"),
    ("ท่านเคยร้องเรียนเรื่องฝุ่นหรือไม่", "โทรหาเทศบาลสามรอบแล้วก็เหมือนเดิม", "yes"),
    ("ท่านเคยร้องเรียนเรื่องฝุ่นหรือไม่", "ไม่อยากมีเรื่องกับเขา ทนเอา", "no"),
    ("ท่านแยกขยะหรือไม่", "กระดาษลังเก็บไว้ขายซาเล้ง", "yes"),
    ("ท่านแยกขยะหรือไม่", "ยัดรวมถุงเดียวจบ", "no"),
    ("ท่านนับถือศาสนาพุทธหรือไม่", "ละหมาดวันละห้าเวลาครับ", "no"),
    ("ท่านใช้เตาแก๊สหุงต้มหรือไม่", "ยังก่อถ่านอยู่เลย ประหยัดดี", "no"),
    ("ท่านมีประกันสังคมหรือไม่", "โดนหักทุกเดือนเจ็ดร้อยห้าสิบ", "yes"),
    ("ท่านมีปัญหาหลังคารั่วหรือไม่", "ฝนตกทีเอากะละมังมารองทั้งบ้าน", "yes"),
    ("ท่านใช้สารเคมีในการเพาะปลูกหรือไม่", "ใช้แต่ขี้วัวกับน้ำหมัก", "no"),
    ("นายจ้างจ่ายค่าแรงตรงเวลาหรือไม่", "เลื่อนไปทุกเดือน", "no"),
    ("ถนนหน้าบ้านท่านเป็นหลุมเป็นบ่อหรือไม่", "เพิ่งลาดยางใหม่เรียบกริบ", "no"),
    ("ท่านว่ายน้ำเป็นหรือไม่", "โตมากับคลอง ดำน้ำเก็บหอย", "yes"),
]


def means(text: str, reply: str) -> str:
    found = brief.means({"kind": "yesno", "text": text}, reply)
    return str(found.get("answer") or next(iter(found)))


@pytest.mark.parametrize(("text", "reply", "answer"), TOLD)
def test_how_one_lives_settles_a_yes_or_no(text, reply, answer):
    assert means(text, reply) == answer


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("ท่านมีโรคประจำตัวหรือไม่", "เพื่อนบ้านหมอนัดทุกเดือน"),
        ("ท่านมีโรคประจำตัวหรือไม่", "ถ้าหมอนัดเจาะเลือดนับด้วยไหม"),
        ("ท่านเคยได้รับเงินชดเชยหรือไม่", "ข้างบ้านรับเงินไปสองหมื่น ไปร้องมา"),
        ("ท่านมีหนี้นอกระบบหรือไม่", "เกือบกู้แขกแล้วตอนนั้น"),
        ("ท่านแยกขยะหรือไม่", "ขวดเก็บไว้ขาย นอกนั้นถุงเดียวจบ"),
        ("ท่านออมเงินเป็นประจำหรือไม่", "อยากฝากธนาคารทุกเดือนเหมือนกัน"),
    ],
)
def test_what_is_of_others_wished_or_both_is_asked_again(text, reply):
    assert means(text, reply) == ASKED_AGAIN


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("ท่านแยกขยะหรือไม่", "แต่ก่อนขวดเก็บไว้ขาย เดี๋ยวนี้ยัดรวมถุงเดียวจบ"),
        ("ปัจจุบันท่านสูบบุหรี่หรือไม่", "เมื่อก่อนวันละสองซอง ตอนนี้เลิกเด็ดขาดแล้ว"),
    ],
)
def test_what_was_so_before_does_not_count_against_what_is_so_now(text, reply):
    assert means(text, reply) == "no"


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("เจ้าหน้าที่แก้ปัญหาได้รวดเร็วหรือไม่", "เร็วมากเลย แจ้งไปสองปีป่านนี้ยังเงียบ"),
        ("ท่านรู้สึกปลอดภัยในเวลากลางคืนหรือไม่", "ปลอดภัยมาก วัยรุ่นตั้งแก๊งหน้าบ้านทุกคืน"),
        ("ท่านเชื่อว่าโรงงานจะแก้ปัญหาหรือไม่", "เชื่อจ้าเชื่อ ดีแต่พูดทั้งนั้น"),
    ],
)
def test_praise_that_is_told_to_be_otherwise_is_mockery(text, reply):
    assert means(text, reply) == "no"


def test_to_a_question_asked_with_a_not_no_fact_is_believed():
    assert means("ท่านไม่มีโรคประจำตัวใช่หรือไม่", "กินยาความดันทุกเช้า") != "yes"


@given(st.sampled_from(TOLD), st.sampled_from(["เพื่อนบ้าน", "คนอื่น", "ข้างบ้าน"]))
def test_the_same_told_of_a_neighbour_answers_nothing(told, who):
    text, reply, _ = told
    assert means(text, f"{who}เขา{reply}") in (ASKED_AGAIN, "dont_know")


@pytest.mark.parametrize(
    ("text", "reply", "meant"),
    [
        ("ท่านทำงานวันละเกิน 8 ชั่วโมงหรือไม่", "เลิกห้าโมงเป๊ะกดออกเลย", "no"),
        ("ท่านเคยเข้าอบรมดับเพลิงหรือไม่", "ยังเลยครับ ไม่มีเวลา", "no"),
        ("ท่านเคยเข้าอบรมดับเพลิงหรือไม่", "ไม่ว่างแล้ว ไปก่อนนะ", "stop"),
        ("ท่านเคยเข้าอบรมดับเพลิงหรือไม่", "ถามเยอะจัง พอแค่นี้นะจะไปทำกับข้าว", "stop"),
    ],
)
def test_what_tells_of_ones_day_is_no_wish_to_stop(text, reply, meant):
    assert means(text, reply) == meant


def test_every_fact_settles_something():
    assert all(fact.asks and (fact.yes or fact.no) for fact in FACTS)
