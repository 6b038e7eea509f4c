"""A number typed to choices that are counts told in words."""

from typing import Any

import pytest

from surveys.replies import brief

NOT_UNDERSTOOD = {"not_understood": True}


def _choice(*options: str) -> dict[str, Any]:
    return {"kind": "choice", "text": "How many? มีกี่อย่าง", "options": list(options)}


DOGS = _choice("ไม่มี", "ตัวเดียว", "สองตัว", "สามตัวขึ้นไป")
BOATS = _choice("ไม่มีเรือ", "หนึ่งลำ", "สองลำ", "มากกว่าสองลำ")
HOMES = _choice("ไม่มี", "หนึ่งหลัง", "สองหลัง", "สามถึงห้าหลัง", "หกหลังขึ้นไป")
VISITS = _choice("Not at all", "Once", "Twice", "Three times or more")
SONS = _choice("None", "One son", "Two sons", "Three or more sons")
RIGHT_WAY = _choice("ครั้งเดียว", "สองครั้ง", "สามครั้ง", "ไม่เคย")


@pytest.mark.parametrize(
    ("question", "reply", "answer"),
    [
        (DOGS, "หนึ่ง", "ตัวเดียว"),
        (DOGS, "สองครับ", "สองตัว"),
        (DOGS, "มีสาม", "สามตัวขึ้นไป"),
        (DOGS, "2 ตัว", "สองตัว"),
        (DOGS, "5 ตัวค่ะ", "สามตัวขึ้นไป"),
        (BOATS, "4 ลำ", "มากกว่าสองลำ"),
        (HOMES, "สอง", "สองหลัง"),
        (HOMES, "สี่", "สามถึงห้าหลัง"),
        (HOMES, "แปดหลัง", "หกหลังขึ้นไป"),
        (VISITS, "one", "Once"),
        (VISITS, "twice", "Twice"),
        (VISITS, "5 times", "Three times or more"),
        (SONS, "two", "Two sons"),
        (SONS, "only one", "One son"),
    ],
)
def test_a_number_in_words_or_with_its_unit_is_the_choice_that_is_so_many(
    question: dict[str, Any], reply: str, answer: str
) -> None:
    assert brief.means(question, reply) == {"answer": answer}


@pytest.mark.parametrize("question", [DOGS, BOATS, HOMES, VISITS, SONS])
@pytest.mark.parametrize("reply", ["1", "2", "3", "๒", "3 ค่ะ"])
def test_bare_digits_that_may_be_a_place_or_a_count_are_asked_again(
    question: dict[str, Any], reply: str
) -> None:
    assert brief.means(question, reply) == NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("question", "reply", "answer"),
    [
        (DOGS, "4", "สามตัวขึ้นไป"),
        (VISITS, "4", "Three times or more"),
        (HOMES, "4", "สามถึงห้าหลัง"),
        (RIGHT_WAY, "1", "ครั้งเดียว"),
        (RIGHT_WAY, "2", "สองครั้ง"),
        (RIGHT_WAY, "3", "สามครั้ง"),
    ],
)
def test_digits_of_which_both_readings_agree_are_the_answer(
    question: dict[str, Any], reply: str, answer: str
) -> None:
    assert brief.means(question, reply) == {"answer": answer}


@pytest.mark.parametrize(
    ("question", "reply", "answer"),
    [
        (DOGS, "ข้อ 2", "ตัวเดียว"),
        (DOGS, "อันที่สาม", "สองตัว"),
        (VISITS, "number 1", "Not at all"),
        (SONS, "ข้อสี่", "Three or more sons"),
    ],
)
def test_a_place_that_is_called_one_is_a_place(
    question: dict[str, Any], reply: str, answer: str
) -> None:
    assert brief.means(question, reply) == {"answer": answer}


@pytest.mark.parametrize("reply", ["2 คน", "สามวัน", "4 บาท"])
def test_a_count_of_something_else_is_asked_again(reply: str) -> None:
    assert brief.means(DOGS, reply) == NOT_UNDERSTOOD


def test_letters_that_look_like_a_number_make_no_choice_a_count() -> None:
    family = _choice("ภรรยา", "สามี", "เก้าอี้", "ลูกคนโต")
    assert brief.means(family, "1") == {"answer": "ภรรยา"}
    assert brief.means(family, "3") == {"answer": "เก้าอี้"}


def test_both_of_two_is_no_count():
    role = _choice("อยู่ที่นี่", "ทำงานที่นี่", "ทั้งสองอย่าง", "เปิดร้าน")
    assert brief.means(role, "2") == {"answer": "ทำงานที่นี่"}


def test_what_a_choice_is_called_is_that_choice():
    seen = {"kind": "choice", "text": "เดือนนี้เจอน้ำเสียไหม", "options": ["เคย", "ไม่เคย"]}
    assert brief.means(seen, "เคยค่ะ") == {"answer": "เคย"}
