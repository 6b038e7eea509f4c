"""Options told by numbers: bounds, amounts, rates, hours; and what they leave open."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys import number_words
from surveys.replies import brief
from surveys.replies.choices import measured

INCOME = {
    "kind": "choice",
    "text": "รายได้ต่อเดือนของท่าน",
    "options": [
        "ไม่เกิน 9,000 บาท",
        "9,001-15,000 บาท",
        "15,001-30,000 บาท",
        "มากกว่า 30,000 บาท",
    ],
}
AGE = {
    "kind": "choice",
    "text": "ท่านอายุเท่าไร",
    "options": ["18-24 ปี", "25-39 ปี", "40-59 ปี", "60 ปีขึ้นไป"],
}
STAY = {
    "kind": "choice",
    "text": "ท่านอาศัยอยู่ที่นี่มานานเท่าใด",
    "options": ["น้อยกว่า 1 ปี", "1-5 ปี", "6-10 ปี", "มากกว่า 10 ปี"],
}
PEOPLE = {
    "kind": "choice",
    "text": "บ้านท่านมีสมาชิกกี่คน",
    "options": ["1 คน", "2-3 คน", "4-5 คน", "6 คนขึ้นไป"],
}
LANE = {
    "kind": "choice",
    "text": "บ้านท่านอยู่ซอยไหน",
    "options": ["ซอย 1", "ซอย 3", "ซอย 5", "ซอย 12"],
}
TEMPLE = {
    "kind": "choice",
    "text": "ท่านไปวัดบ่อยแค่ไหน",
    "options": ["ทุกวัน", "สัปดาห์ละ 1-2 ครั้ง", "เดือนละ 1-3 ครั้ง", "ไม่ไปเลย"],
}
SMELLS = {
    "kind": "choice",
    "text": "กลิ่นมาช่วงไหนบ่อยสุด",
    "options": ["เช้ามืด", "เช้า", "กลางวัน", "เย็น", "กลางคืน"],
}
MEETING = {
    "kind": "choice",
    "text": "ท่านสะดวกมาประชุมเมื่อใด",
    "options": ["เย็นวันธรรมดา", "เช้าวันเสาร์", "บ่ายวันอาทิตย์"],
}


def answer(question: dict[str, Any], reply: str) -> Any:
    return brief.means(question, reply).get("answer")


@pytest.mark.parametrize(
    ("question", "reply", "value"),
    [
        (INCOME, "ไม่ถึงเก้าพัน", "ไม่เกิน 9,000 บาท"),
        (INCOME, "หมื่นนิดๆ", "9,001-15,000 บาท"),
        (INCOME, "สองหมื่นกว่า", "15,001-30,000 บาท"),
        (INCOME, "3หมื่นกว่าๆ", "มากกว่า 30,000 บาท"),
        (INCOME, "เกินสามหมื่น", "มากกว่า 30,000 บาท"),
        (INCOME, "หมื่นสอง", "9,001-15,000 บาท"),
        (INCOME, "เดือนละหมื่นแปดพัน", "15,001-30,000 บาท"),
        (AGE, "สี่สิบกว่า", "40-59 ปี"),
        (AGE, "สามสิบปลาย", "25-39 ปี"),
        (AGE, "ยี่สิบต้นๆ", "18-24 ปี"),
        (STAY, "ห้าเดือน", "น้อยกว่า 1 ปี"),
        (STAY, "แปดปีแล้ว", "6-10 ปี"),
        (STAY, "ปีเดียว", "1-5 ปี"),
        (STAY, "ไม่ถึงปี", "น้อยกว่า 1 ปี"),
        (STAY, "เกิดที่นี่เลย", "มากกว่า 10 ปี"),
        (STAY, "เพิ่งย้ายมาเดือนก่อน", "น้อยกว่า 1 ปี"),
        (PEOPLE, "อยู่คนเดียว", "1 คน"),
        (PEOPLE, "สี่คนพ่อแม่ลูก", "4-5 คน"),
        (PEOPLE, "เจ็ดคนครับ", "6 คนขึ้นไป"),
        (LANE, "ซอยสิบสอง", "ซอย 12"),
        (LANE, "ซอยห้าจ้า", "ซอย 5"),
        (TEMPLE, "เดือนละหน", "เดือนละ 1-3 ครั้ง"),
        (TEMPLE, "อาทิตย์นึงสองครั้ง", "สัปดาห์ละ 1-2 ครั้ง"),
        (TEMPLE, "เดือนละสองสามที", "เดือนละ 1-3 ครั้ง"),
        (SMELLS, "ตีสี่ตีห้า", "เช้ามืด"),
        (SMELLS, "บ่ายสอง", "กลางวัน"),
        (SMELLS, "สามทุ่ม", "กลางคืน"),
        (SMELLS, "ราวห้าโมงเย็น", "เย็น"),
        (SMELLS, "เที่ยงคืน", "กลางคืน"),
        (SMELLS, "8 โมงเช้าทุกวัน", "เช้า"),
        (SMELLS, "02.30 น.", "กลางคืน"),
    ],
)
def test_the_option_that_holds_the_amount_is_meant(question, reply, value):
    assert answer(question, reply) == value


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        (INCOME, "หมื่นกว่าๆ"),
        (INCOME, "วันละ 400"),
        (INCOME, "อาทิตย์ละ 3000"),
        (INCOME, "เกินหมื่น"),
        (AGE, "ไม่ถึง 30"),
        (LANE, "ซอยเจ็ด"),
        (LANE, "ซอยหนึ่งกับซอยสาม"),
        (TEMPLE, "ปีละครั้ง"),
        (TEMPLE, "เดือนละครั้ง ปีละครั้ง"),
        (PEOPLE, "สี่คนหรือห้าคนไม่แน่"),
        (STAY, "เกือบ"),
        (SMELLS, "สี่โมงเย็นถึงสองทุ่ม"),
        (SMELLS, "ไม่ใช่ตีสอง"),
        (MEETING, "สิบโมงเช้าหรือบ่ายสอง"),
    ],
)
def test_an_amount_that_more_than_one_option_may_hold_is_asked_again(question, reply):
    assert answer(question, reply) is None


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("หมู่สิบสอง", "หมู่12"),
        ("หกล้มสองครั้ง", "หกล้ม2ครั้ง"),
        ("3 หมื่นห้า", "35000"),
        ("๔๕,๐๐๐", "45000"),
        ("สองสามครั้ง", "สองสามครั้ง"),
    ],
)
def test_number_words_become_digits_and_parts_of_words_do_not(said, told):
    assert measured.with_digits(said) == told


@given(st.integers(1, 99_999))
def test_digits_of_any_script_are_told_alike(number):
    thai = str(number).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    assert measured.with_digits(thai) == str(number)


@given(st.sampled_from([n for n in number_words.spellings() if "ก" <= n[0][0] <= "๛"]))
def test_a_number_word_alone_is_its_number(spelling):
    word, number = spelling
    assert measured.with_digits(word) in (str(number), word)


@given(st.text(alphabet="หมื่นพันร้อยสองสามสิบกว่าไม่ถึง0123456789 ", max_size=20))
def test_an_amount_is_held_by_one_option_or_none(reply):
    assert answer(INCOME, reply) in (None, *INCOME["options"])
