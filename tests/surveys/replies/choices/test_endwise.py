"""A choice whose place is counted from the end."""

import pytest

from surveys.replies import brief

FRUIT = {
    "kind": "choice",
    "text": "ท่านชอบผลไม้ใด",
    "options": ["ทุเรียน", "มังคุด", "เงาะ", "ลองกอง", "สละ"],
}
TRUST = {
    "kind": "scale5",
    "text": "ท่านเชื่อใจแค่ไหน",
    "labels": ["ไม่เชื่อเลย", "ไม่ค่อยเชื่อ", "ปานกลาง", "ค่อนข้างเชื่อ", "เชื่อมาก"],
}
NOT_UNDERSTOOD = {"not_understood": True}


@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        ("อันที่สามจากท้าย", "เงาะ"),
        ("ข้อ 2 จากข้างล่าง", "ลองกอง"),
        ("ข้อ ๔ นับจากล่างขึ้นมา", "มังคุด"),
        ("ตัวแรกจากท้ายค่ะ", "สละ"),
        ("เอาข้อที่ 2 จากสุดท้าย", "ลองกอง"),
        ("นับจากท้ายข้อที่ 5", "ทุเรียน"),
        ("ข้อก่อนสุดท้ายครับ", "ลองกอง"),
        ("ก่อนอันสุดท้าย", "ลองกอง"),
        ("the third from the bottom", "เงาะ"),
        ("4th from the end", "มังคุด"),
        ("3rd from last", "เงาะ"),
        ("the first one from the bottom", "สละ"),
        ("next to last", "ลองกอง"),
    ],
)
def test_a_place_from_the_end_is_counted_from_the_end(reply: str, answer: str) -> None:
    assert brief.means(FRUIT, reply) == {"answer": answer}


@pytest.mark.parametrize(
    "reply", ["ข้อ 7 จากล่าง", "ข้อ 2 หรือ 3 จากล่าง", "ไม่เอาข้อ 2 จากท้าย"]
)
def test_a_place_from_the_end_that_is_none_is_asked_again(reply: str) -> None:
    assert brief.means(FRUIT, reply) == NOT_UNDERSTOOD


def test_from_the_bottom_of_a_scale_may_be_its_low_end() -> None:
    assert brief.means(TRUST, "ข้อ 2 จากล่าง") == NOT_UNDERSTOOD
    assert brief.means(TRUST, "second from the bottom") == NOT_UNDERSTOOD
    assert brief.means(TRUST, "ข้อ 2 จากท้าย") == {"answer": 4}


@pytest.mark.parametrize(
    ("reply", "answer"),
    [("ข้อสุดท้าย", "สละ"), ("อันที่สองจากบน", "มังคุด"), ("ข้อ 2", "มังคุด")],
)
def test_a_place_from_the_start_is_as_before(reply: str, answer: str) -> None:
    assert brief.means(FRUIT, reply) == {"answer": answer}


def test_a_choice_that_is_itself_an_end_is_named() -> None:
    homes = {
        "kind": "choice",
        "text": "บ้านท่านอยู่ตรงไหน",
        "options": ["ต้นซอย", "ซอย 2 จากท้ายตลาด", "ท้ายซอย"],
    }
    assert brief.means(homes, "ซอย 2 จากท้ายตลาด") == {"answer": "ซอย 2 จากท้ายตลาด"}
    assert brief.means(homes, "ท้ายซอย") == {"answer": "ท้ายซอย"}
