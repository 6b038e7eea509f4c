"""A count beside its own bound is that count; a bound alone, or doubted, is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.replies import brief

HENS = "ท่านเลี้ยงไก่กี่ตัว"
OLD = "ท่านอายุกี่ปี"
GAS = "ท่านจ่ายค่าแก๊สเดือนละกี่บาท"
WAIT = "ท่านรอรถรับส่งกี่นาที"
GLOVES = "ท่านได้รับถุงมือเดือนละกี่คู่"


def number(text: str, reply: str) -> object:
    return brief.means({"kind": "number", "text": text}, reply).get("answer")


@pytest.mark.parametrize(
    ("text", "reply", "wanted"),
    [
        (HENS, "ไม่ถึงสิบ เจ็ดตัวครับ", 7),
        (HENS, "เกือบยี่สิบ สิบแปดตัวเป๊ะ", 18),
        (HENS, "สามสิบกว่า ถ้าเอาเป๊ะๆ ก็ 34 ตัว", 34),
        (OLD, "ห้าสิบเก้าค่ะ ยังไม่ถึงหกสิบ", 59),
        (OLD, "49 ครับ ใกล้ 50", 49),
        (GAS, "สามร้อยกว่า ก็ 380 บาท", 380),
        (WAIT, "เกือบชั่วโมง ห้าสิบนาที", 50),
        (WAIT, "ชั่วโมงสิบห้าค่ะ รถมาช้า", 75),
        (WAIT, "ชั่วโมงยี่สิบ", 80),
        (GLOVES, "เดือนละคู่ค่ะ", 1),
    ],
)
def test_a_count_beside_its_bound_is_believed(
    text: str, reply: str, wanted: int
) -> None:
    assert number(text, reply) == wanted


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        (HENS, "ไม่ถึงสิบตัว"),
        (HENS, "ไม่ถึงสิบ น่าจะเจ็ดตัว"),
        (HENS, "เกือบสิบ เก้าตัว สิบตัวก็มี"),
        (HENS, "ไม่ถึงสิบ สิบสองตัว"),
        (OLD, "เกือบ 50"),
        (WAIT, "ชั่วโมงสองชั่วโมง"),
        (GLOVES, "ปีละคู่"),
        (GLOVES, "เดือนละครั้ง"),
    ],
)
def test_a_bound_alone_or_doubted_is_asked_again(text: str, reply: str) -> None:
    assert number(text, reply) is None


@given(st.integers(2, 99), st.integers(2, 99))
def test_only_a_number_within_its_bound_is_believed(bound: int, told: int) -> None:
    found = number(HENS, f"ไม่ถึง {bound} {told} ตัวครับ")
    assert found is None or (found == told and 0.6 * bound < told < bound)
