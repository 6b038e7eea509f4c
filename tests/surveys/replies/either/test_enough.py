"""Enough answers whether there is enough, and not who has had enough of questions."""

import pytest

from surveys.replies import brief

ASKED = ("ถังขยะในซอยเพียงพอไหม", "น้ำประปาบ้านท่านพอใช้ไหม")


def _said(text: str, reply: str) -> str | None:
    answer = brief.means({"kind": "yesno", "text": text}, reply).get("answer")
    return None if answer is None else str(answer)


@pytest.mark.parametrize("text", ASKED)
@pytest.mark.parametrize(
    "reply",
    [
        *("พอแล้ว รำคาญ", "พอแล้ว ไม่ตอบแล้ว", "พอแล้ว ปวดหัว", "พอแล้วโว้ย", "พอแล้ว วุ่นวาย"),
        *(
            "พอแล้ว ถามอยู่ได้",
            "พอเถอะ",
            "พอสักที",
            "พอได้แล้ว",
            "พอที",
            "พอแล้ว หยุดส่งมา",
            "พอแล้ว กวนใจ",
        ),
        *("พอแล้ว น่าเบื่อ", "พอแล้ว เสียเวลา", "พอแล้ว จะนอน", "พอแล้ว ไม่ว่าง", "เบื่อ พอแล้ว"),
        *("พอแล้ว ลำไย", "รำคาญ พอแล้ว", "พอแล้ว ไม่ต้องส่งมาอีก", "พอแล้ว พอที"),
    ],
)
def test_who_has_had_enough_says_nothing_of_what_there_is(
    text: str, reply: str
) -> None:
    assert _said(text, reply) is None


@pytest.mark.parametrize("text", ASKED)
@pytest.mark.parametrize(
    "reply",
    [
        *("พอแล้ว", "พอแล้วครับ", "พอแล้วจ้ะ มีทุกซอย", "พอแล้วค่ะ ใช้ได้ตลอด", "พอแล้วแหละ"),
        *("เพียงพอแล้ว เหลือด้วยซ้ำ", "ก็พอแล้วนะ"),
    ],
)
def test_enough_of_it_is_a_yes(text: str, reply: str) -> None:
    assert _said(text, reply) == "yes"
