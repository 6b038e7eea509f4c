"""Points of a scale by a label's end, by drawn stars, by how often, and by no miss."""

import pytest

from surveys.replies import brief

HEARS = (
    "ท่านรู้ข่าวการซ้อมอพยพเพียงใด",
    ["น้อยที่สุด", "น้อย", "ปานกลาง", "มาก", "มากที่สุด"],
)
TROUBLE = (
    "ควันจากเตาเผารบกวนท่านเพียงใด",
    ["ไม่รบกวนเลย", "รบกวนเล็กน้อย", "รบกวนปานกลาง", "รบกวนมาก", "รบกวนจนทนไม่ไหว"],
)
OFTEN = (
    "ท่านไปวัดบ่อยเพียงใด",
    ["ไม่เคย", "ปีละครั้ง", "เดือนละครั้ง", "สัปดาห์ละครั้ง", "ทุกวัน"],
)
EACH = (
    "ท่านพกถุงผ้าไปตลาดบ่อยเพียงใด",
    ["ไม่เคย", "นานๆ ครั้ง", "บางครั้ง", "บ่อยครั้ง", "ทุกครั้ง"],
)
STARS = (
    "ท่านให้ตลาดชุมชนกี่ดาว",
    ["หนึ่งดาว", "สองดาว", "สามดาว", "สี่ดาว", "ห้าดาว"],
)


def point(asked: tuple[str, list[str]], reply: str) -> object:
    text, labels = asked
    question = {"kind": "scale5", "text": text, "labels": labels}
    return brief.means(question, reply).get("answer")


@pytest.mark.parametrize(
    ("asked", "reply", "wanted"),
    [
        (TROUBLE, "ทนไม่ไหวแล้วโว้ย จะบ้าแล้ว", 5),
        (TROUBLE, "จนทนไม่ไหวค่ะ เด็กไอทั้งคืน", 5),
        (TROUBLE, "ไม่เลยจ้ะ", 1),
        (TROUBLE, "ไม่เลยค่ะ ปิดหน้าต่างก็จบ", 1),
        (TROUBLE, "มิได้รบกวนเลยสักนิด", 1),
        (OFTEN, "ทุกสิ้นเดือนหนนึง ไม่เคยขาด", 3),
        (OFTEN, "ทุกต้นเดือนค่ะ ไม่เคยขาดเลย", 3),
        (OFTEN, "ทุกวันที่ 1 ไม่เคยขาด", 3),
        (OFTEN, "ทุกสิ้นปี", 2),
        (OFTEN, "ทุกสุดสัปดาห์ค่ะ", 4),
        (OFTEN, "ไม่เคยขาดสักวัน", 5),
        (OFTEN, "เย็นไหนเย็นนั้นครับ", 5),
        (OFTEN, "once a week ka", 4),
        (OFTEN, "every month", 3),
        (EACH, "พกตลอดไม่เคยพลาด", 5),
        (EACH, "ไม่เคยขาดเลยค่ะ", 5),
        (EACH, "ไม่เคยเลยค่ะ", 1),
        (STARS, "⭐⭐⭐", 3),
        (STARS, "เต็มไปเลยค่ะ", 5),
        (HEARS, "ล่างสุดเลยน้อง น้อยที่สุด", 1),
    ],
)
def test_a_point_told_by_its_end_or_by_how_often_is_understood(
    asked: tuple[str, list[str]], reply: str, wanted: int
) -> None:
    assert point(asked, reply) == wanted


@pytest.mark.parametrize(
    ("asked", "reply"),
    [
        (HEARS, "ล่างสุด"),
        (HEARS, "อันล่างสุดเลยค่ะ"),
        (HEARS, "บนสุด"),
        (OFTEN, "ไม่เคยขาด"),
        (TROUBLE, "ก็ทนไหวอยู่"),
        (TROUBLE, "เมื่อก่อนทนไม่ไหว"),
        (OFTEN, "ไม่เคยขาด แต่เดี๋ยวนี้ไม่ได้ไป"),
    ],
)
def test_an_end_that_may_be_either_is_no_point(
    asked: tuple[str, list[str]], reply: str
) -> None:
    assert point(asked, reply) is None


RENT = ("ท่านเห็นว่าราคาน้ำประปาเป็นอย่างไร", ["ต่ำมาก", "ต่ำ", "พอดี", "สูง", "สูงมาก"])


@pytest.mark.parametrize(
    ("asked", "reply", "wanted"),
    [
        (HEARS, "มากครับ มากจริงๆ แต่ไม่ถึงขั้นมากที่สุด", 4),
        (HEARS, "น้อยค่ะ แต่ก็ไม่ใช่น้อยที่สุด", 2),
        (RENT, "สูงค่ะ แต่ที่อื่นแพงกว่า ยังไม่ถึงกับสูงมาก", 4),
        (RENT, "ต่ำครับ แต่ไม่ถึงกับต่ำมาก", 2),
    ],
)
def test_what_falls_short_of_the_end_is_the_point_next_to_it(
    asked: tuple[str, list[str]], reply: str, wanted: int
) -> None:
    assert point(asked, reply) == wanted


def test_what_is_denied_to_be_the_end_alone_is_no_point() -> None:
    assert point(HEARS, "ไม่ถึงมากที่สุด") is None


@pytest.mark.parametrize(
    "reply", ["โทษที ส่งผิดกลุ่ม", "พิมพ์ผิดห้องค่ะ", "ทักผิดคนครับ", "sorry wrong chat"]
)
def test_what_was_meant_for_another_chat_is_neither_answer_nor_wish(reply: str) -> None:
    for kind in ("number", "scale5", "yesno"):
        question = {"kind": kind, "text": "ท่านเข้าเมืองเดือนละกี่ครั้ง"}
        assert brief.means(question, reply) == {"not_understood": True}
