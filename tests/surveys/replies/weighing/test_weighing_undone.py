"""What denies a "not", what is only asked, and numbers of what is not so."""

import json
from typing import Any

import pytest

from surveys.question import Question
from surveys.replies import brief
from surveys.replies.weighing import model, undone
from surveys.replies.weighing.heard import hear

PARK = {"kind": "yesno", "text": "คุณเคยไปสวนสาธารณะของเทศบาลหรือไม่"}
DUCKS = {"kind": "number", "text": "คุณเลี้ยงเป็ดกี่ตัว"}
LIVING = {
    "kind": "choice",
    "text": "คุณอยู่ในบ้านแบบใด",
    "options": ["อยู่บ้านตนเอง", "เช่า", "แยกกันอยู่"],
}


def asked(told: dict[str, Any]) -> Question:
    return brief.asked(json.dumps(told, ensure_ascii=False, sort_keys=True))[0]


def values(told: dict[str, Any], reply: str) -> list[Any]:
    found = model.candidates(asked(told), hear(asked(told), reply))
    return [each.value for each in found if each.value is not None]


@pytest.mark.parametrize(
    "reply",
    [
        "ใช่ว่าจะไม่เคยไป",
        "ไม่ใช่ไม่เคยไปนะ",
        "ใครบอกว่าไม่เคยไป ไปออกบ่อย",
        "จะไม่เคยไปได้ยังไง",
        "ไม่มีอาทิตย์ไหนไม่ไป",
        "มีวันไหนที่ไม่ไปบ้าง",
        "ไม่ไปไม่ได้หรอก",
        "จะว่าไม่เคยไปก็ไม่ใช่",
        "ไปทุกเย็นไม่เคยเว้น",
    ],
)
def test_what_denies_a_not_never_weighs_as_a_no(reply):
    assert undone.denied_twice(hear(asked(PARK), reply))
    assert "no" not in values(PARK, reply)


@pytest.mark.parametrize(
    "reply", ["ไม่เคยไป", "ไม่มีเวลา ไม่ได้ไป", "ไม่ใช่ไม่เคยไป แต่ปีนี้ไม่ได้ไป"]
)
def test_a_plain_not_beside_it_may_still_be_a_no(reply):
    assert not undone.denied_twice(hear(asked(PARK), reply))
    assert "no" in values(PARK, reply)


@pytest.mark.parametrize("reply", ["เคยไปที่ไหนล่ะ", "จะไปได้ไง", "ไปก็บ้าแล้ว"])
def test_what_is_only_asked_never_weighs_as_a_yes(reply):
    assert "yes" not in values(PARK, reply)


@pytest.mark.parametrize(
    ("reply", "counts"),
    [
        ("เมื่อก่อน 20 ตอนนี้เหลือ 8", [8.0]),
        ("เมื่อก่อนมี 20 ตัว", []),
        ("ว่าจะเลี้ยงสัก 30 ตัว", []),
        ("ไม่มีวันไหนไม่เลี้ยง", []),
        ("น่าจะ 30 ตัว", [30.0]),
    ],
)
def test_what_once_was_or_is_planned_is_no_count(reply, counts):
    assert values(DUCKS, reply) == counts


def test_a_count_of_what_was_is_one_where_the_past_is_asked():
    past = {"kind": "number", "text": "เมื่อปีที่แล้วคุณเลี้ยงเป็ดกี่ตัว"}
    assert values(past, "ปีที่แล้วมี 20 ตัว") == [20.0]


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        (DUCKS, "บ้านตรงข้ามเขาเลี้ยง 9 ตัว"),
        (DUCKS, "สิบสอง เอ้ย ไม่ใช่ สิบเอ็ด"),
        (PARK, "ของบ้านข้างๆ ไปกันบ่อย"),
    ],
)
def test_anothers_house_and_what_is_taken_back_are_never_believed(question, reply):
    found = model.candidates(asked(question), hear(asked(question), reply))
    assert any(model.is_no_answer(each) for each in found)


@pytest.mark.parametrize("reply", ["บ้านลุงมี 9 ตัว", "บ้านตรงข้าม 9 ส่วนผม 4"])
def test_ones_own_house_may_be_told_beside_or_by_kin(reply):
    found = model.candidates(asked(DUCKS), hear(asked(DUCKS), reply))
    assert not any(model.is_no_answer(each) for each in found)


def test_words_any_label_may_hold_are_no_piece_of_one():
    found = model.candidates(asked(LIVING), hear(asked(LIVING), "นั่งเล่นกันอยู่"))
    assert not any("choice:piece" in each.features for each in found)
