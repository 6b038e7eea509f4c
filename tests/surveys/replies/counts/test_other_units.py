"""A number told in another unit of what is asked comes to that unit, or is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.replies import brief

RAI = "สวนของท่านมีเนื้อที่กี่ไร่"
WA = "แปลงผักของท่านกว้างกี่ตารางวา"
METRES = "โรงเรียนอยู่ห่างจากถนนกี่เมตร"
KILOS = "ท่านขายของเก่าเดือนละกี่กิโลกรัม"
LITRES = "ท่านใช้น้ำรดต้นไม้วันละกี่ลิตร"
CUBES = "บ้านท่านใช้น้ำเดือนละกี่ลูกบาศก์เมตร"


def number(text: str, reply: str) -> object:
    return brief.means({"kind": "number", "text": text}, reply).get("answer")


@pytest.mark.parametrize(
    ("text", "reply", "wanted"),
    [
        (RAI, "สามงานเองจ้ะ", 0.75),
        (RAI, "งานเดียวเท่านั้น", 0.25),
        (RAI, "ร้อยตารางวา", 0.25),
        (RAI, "60 วา", 0.15),
        (RAI, "200 ตร.ว.", 0.5),
        (RAI, "สี่ไร่", 4),
        (RAI, "สี่ไร่สองงาน", 4.5),
        (WA, "ไร่เดียว", 400),
        (WA, "สองงานครึ่ง", 250),
        (WA, "แปดสิบตารางวา", 80),
        (METRES, "ห้าวาครับ", 10),
        (METRES, "สองเส้น", 80),
        (METRES, "ครึ่งกิโลค่ะ", 500),
        (METRES, "20 เมตร", 20),
        (KILOS, "ครึ่งโล แค่นั้นแหละ", 0.5),
        (KILOS, "ครึ่งโลจ้ะ ทำคนเดียว", 0.5),
        (KILOS, "7 ขีด", 0.7),
        (KILOS, "สิบสองโลครึ่ง", 12.5),
        (KILOS, "หนึ่งตัน", 1000),
        (LITRES, "250 ซีซี", 0.25),
        (LITRES, "1,500 ml ค่ะ", 1.5),
        (LITRES, "750 มล. ขวดนึง", 0.75),
        (CUBES, "ยี่สิบคิว", 20),
    ],
)
def test_another_unit_of_the_same_measure_is_converted(
    text: str, reply: str, wanted: float
) -> None:
    assert number(text, reply) == wanted


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        (RAI, "ไม่ถึงสองงาน"),
        (RAI, "เกือบร้อยวา"),
        (RAI, "ทำงานสองคน"),
        (METRES, "สิบกว่าวา"),
        (METRES, "วาหรือสองวา"),
        (KILOS, "โลกว่า"),
        (KILOS, "สองสามขีด"),
        (LITRES, "500 ml หรือ 600 ml"),
        (LITRES, "ถังนึง"),
        (LITRES, "สองแกลลอน"),
        (RAI, "สามแปลง"),
        (RAI, "สองงาน กับสามไร่"),
        (KILOS, "สองกระสอบ"),
    ],
)
def test_a_doubtful_number_of_another_unit_is_no_answer(text: str, reply: str) -> None:
    assert number(text, reply) is None


@given(st.integers(1, 3), st.sampled_from(["งาน", " งานครับ", "งานเท่านั้นแหละ", "งานจ้ะ"]))
def test_a_quarter_is_never_taken_for_a_whole(count: int, said: str) -> None:
    assert number(RAI, f"{count}{said}") == count / 4
