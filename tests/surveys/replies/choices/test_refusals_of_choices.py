"""Replies that set some options aside and yet leave no one of them for sure."""

# ruff: noqa: E501  some lines hold several replies

from typing import Any

import pytest

from surveys.replies import brief
from tests.surveys.replies import refusing


def _choice(text: str, *options: str) -> dict[str, Any]:
    return {"kind": "choice", "text": text, "options": list(options)}


DAY = _choice("วันใดสะดวกประชุม", "จันทร์", "พุธ", "ศุกร์")
NEWS = _choice("ท่านอยากรับข่าวทางใด", "ไลน์", "จดหมาย", "หอกระจายข่าว")
DRINK = _choice("บ้านท่านดื่มน้ำอะไร", "น้ำประปา", "น้ำบาดาล", "น้ำขวด")
PLACE = _choice("ควรสร้างสวนที่ใด", "ริมคลอง", "ข้างวัด", "หน้าตลาด")
TWO = _choice("ท่านสะดวกช่วงใด", "เช้า", "เย็น")

# By question replies that must be asked again.
REFUSED: list[tuple[dict[str, Any], str]] = [
    (
        DAY,
        "ไม่จันทร์ | จันทร์ไม่ว่าง | ไม่จันทร์ ไม่พุธ ไม่ศุกร์ | จันทร์พุธศุกร์ไม่ว่างเลย | ไม่ว่างทั้งหมด | ไม่เอาสักวัน | จันทร์ไม่ว่าง พุธอาจจะไม่ว่าง | จันทร์ไม่ว่าง แต่พุธได้ ศุกร์ก็ได้ | เพื่อนไม่ว่างจันทร์ ไม่ว่างพุธ | จันทร์หรือพุธไม่ว่าง | จันทร์พุธว่างไหม | ไม่ใช่ว่าจันทร์พุธไม่ว่าง | ถ้าจันทร์พุธไม่ว่างล่ะ | วันที่เหลือ | อีกวัน | เหลือวันไหน",
    ),
    (
        NEWS,
        "ไม่เอาไลน์ | ไลน์ใช้ไม่เป็น | ไม่เอาสักอย่าง | ไลน์ไม่เอา จดหมายไม่เอา หอกระจายข่าวก็ไม่เอา | สองอันแรก | ไม่ใช่สองอัน | ไม่มีไลน์ | เลิกเล่นไลน์แล้ว | นอกนั้น | ที่เหลือ",
    ),
    (
        DRINK,
        "น้ำประปาไม่กิน | น้ำประปาไม่กิน น้ำบาดาลไม่กิน น้ำขวดก็ไม่กิน | ไม่ดื่มทั้งนั้น | เขาว่าน้ำประปาไม่ดี น้ำบาดาลไม่ดี | ลูกไม่กินน้ำประปา ไม่กินน้ำบาดาล | น้ำหมดแล้ว | น้ำบาดาลแห้งแล้ว | น้ำขวดซื้อไม่ไหว",
    ),
    (
        PLACE,
        "ไม่เอาริมคลอง | ริมคลองหรือข้างวัดไม่เอา | ไม่เอาทั้งสามที่ | ไม่ต้องสร้าง | ริมคลองไม่ดี | ไม่เอาสองอัน",
    ),
    (TWO, "เช้าไม่ว่าง | ไม่เช้า | เย็นไม่ไหว | เช้าก็ไม่ได้ เย็นก็ไม่ได้ | เช้าไปไม่ทัน | ไม่ได้ทั้งคู่"),
]
LEFT: list[tuple[dict[str, Any], str, str]] = [
    (DAY, "ไม่จันทร์ ไม่พุธ", "ศุกร์"),
    (DAY, "จันทร์ไม่ว่าง พุธก็ไม่ว่าง", "ศุกร์"),
    (NEWS, "ไลน์ไม่เอา จดหมายก็ไม่เอา", "หอกระจายข่าว"),
    (NEWS, "สองอันแรกไม่เอา", "หอกระจายข่าว"),
    (NEWS, "ไลน์ใช้ไม่เป็น จดหมายอ่านไม่ออก", "หอกระจายข่าว"),
    (NEWS, "ไลน์ก็ไม่ดี จดหมายก็ดี", "จดหมาย"),
    (DRINK, "น้ำประปาไม่กิน น้ำบาดาลก็ไม่กิน", "น้ำขวด"),
    (PLACE, "สองที่แรกไม่เอา ขอหน้าตลาด", "หน้าตลาด"),
    (TWO, "เช้าไม่ว่าง อีกช่วงได้", "เย็น"),
]


@pytest.mark.parametrize(("question", "reply"), refusing.apart(REFUSED))
def test_what_leaves_no_one_option_is_asked_again(
    question: dict[str, Any], reply: str
) -> None:
    assert "answer" not in brief.means(question, reply)


@pytest.mark.parametrize(("question", "reply", "option"), LEFT)
def test_the_only_option_that_nobody_denied_is_meant(
    question: dict[str, Any], reply: str, option: str
) -> None:
    assert brief.means(question, reply) == {"answer": option}
