"""Options and points told by a part of their name, a number, a bound or a refusal."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.replies import brief
from surveys.replies.choices import ranges


def _choice(text: str, *options: str) -> dict[str, Any]:
    return {"kind": "choice", "text": text, "options": list(options)}


def _scale(text: str, *labels: str) -> dict[str, Any]:
    return {"kind": "scale5", "text": text, "labels": list(labels)}


HOME = _choice("ท่านพักแบบใด", "บ้านเดี่ยว", "คอนโดมิเนียม", "หอพัก", "บ้านญาติ")
SCHOOL = _choice(
    "ท่านจบชั้นไหน", "ประถมศึกษา", "มัธยมต้น", "มัธยมปลาย", "ปวช./ปวส.", "ปริญญาตรี"
)
NEWS = _choice("ท่านรู้ข่าวจากไหน", "LINE", "Facebook", "NBT", "เสียงตามสาย")
NEED = _choice("ให้ทำสิ่งใดก่อน", "ซ่อมถนน", "ขุดลอกคลอง", "ปลูกต้นไม้")
FINE = _choice("ควรปรับเท่าไร", "500 บาท", "1,000 บาท", "2,000 บาท")
FAR = _choice("ไกลโรงงานเท่าไร", "ไม่เกิน 2 กิโลเมตร", "3-5 กิโลเมตร", "มากกว่า 5 กิโลเมตร")
TRAVEL = _choice(
    "เดินทางนานเท่าไร", "ไม่เกิน 15 นาที", "16-30 นาที", "31-60 นาที", "เกิน 60 นาที"
)
CHECK = _choice("ควรตรวจบ่อยแค่ไหน", "ทุก 3 เดือน", "ทุก 6 เดือน", "ปีละครั้ง")
FLOOD = _choice("น้ำท่วมนานเท่าไร", "ไม่ท่วม", "ไม่เกินหนึ่งชั่วโมง", "ครึ่งวัน", "เกินหนึ่งวัน")
TRUST = _choice("ท่านเชื่อใครที่สุด", "เทศบาล", "โรงงาน", "โรงพยาบาล", "ไม่มี")
REASON = _choice("เหตุใดไม่เข้าร่วม", "ไม่มีเวลา", "ไม่รู้จะไปที่ไหน", "ไม่สนใจ")
PUNISH = _choice("ควรทำอย่างไรกับโรงงานนี้", "ปรับเงิน", "สั่งปิด", "ตักเตือน")
WATER = _choice("ใช้น้ำจากไหน", "น้ำประปา", "น้ำบาดาล", "น้ำฝน")

CHOSEN = [
    (HOME, "อยู่หอครับ", "หอพัก"),
    (HOME, "คอนโด", "คอนโดมิเนียม"),
    (HOME, "อยู่บ้านน้า", "บ้านญาติ"),
    (SCHOOL, "จบ ป.4", "ประถมศึกษา"),
    (SCHOOL, "ม.2 ค่ะ", "มัธยมต้น"),
    (SCHOOL, "ม.5", "มัธยมปลาย"),
    (SCHOOL, "ป.ตรี", "ปริญญาตรี"),
    (NEWS, "เฟส", "Facebook"),
    (NEWS, "ไลน", "LINE"),
    (NEWS, "เอ็นบีที", "NBT"),
    (NEED, "คลองสิ", "ขุดลอกคลอง"),
    (NEED, "ปลูกไปเลย", "ปลูกต้นไม้"),
    (FINE, "พันนึง", "1,000 บาท"),
    (FINE, "500 ก็พอ", "500 บาท"),
    (FAR, "900 เมตร", "ไม่เกิน 2 กิโลเมตร"),
    (FAR, "สิบโล", "มากกว่า 5 กิโลเมตร"),
    (FAR, "4 กม.", "3-5 กิโลเมตร"),
    (TRAVEL, "ครึ่งชั่วโมง", "16-30 นาที"),
    (TRAVEL, "สองชั่วโมง", "เกิน 60 นาที"),
    (TRAVEL, "ชั่วโมงกว่า", "เกิน 60 นาที"),
    (CHECK, "ครึ่งปีครั้ง", "ทุก 6 เดือน"),
    (CHECK, "ปีละสองครั้ง", "ทุก 6 เดือน"),
    (CHECK, "สามเดือนครั้ง", "ทุก 3 เดือน"),
    (FLOOD, "ไม่ถึงชั่วโมง", "ไม่เกินหนึ่งชั่วโมง"),
    (FLOOD, "เกินวันนึง", "เกินหนึ่งวัน"),
    (TRUST, "ไม่ไว้ใจใครเลย", "ไม่มี"),
    (REASON, "งานยุ่ง", "ไม่มีเวลา"),
    (REASON, "ไม่รู้ว่าต้องไปที่ใด", "ไม่รู้จะไปที่ไหน"),
    (PUNISH, "ปิดไปเลย", "สั่งปิด"),
    (PUNISH, "ปรับหนักๆ", "ปรับเงิน"),
    (WATER, "บาดาลไม่ไหล ใช้ประปา", "น้ำประปา"),
    (WATER, "เปลี่ยนจากบาดาลมาเป็นประปา", "น้ำประปา"),
    (WATER, "เลิกใช้บาดาลแล้ว ใช้น้ำฝน", "น้ำฝน"),
]


@pytest.mark.parametrize(("question", "reply", "option"), CHOSEN)
def test_an_option_is_told_by_part_of_its_name_or_what_it_comes_to(
    question, reply, option
):
    assert brief.means(question, reply) == {"answer": option}


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        (SCHOOL, "มัธยม"),  # two of them
        (HOME, "บ้าน"),
        (FINE, "2"),  # a place, or 2,000
        (TRUST, "ไม่รู้จักใครเลย"),
        (NEED, "ไม่ปลูกต้นไม้"),
        (WATER, "บาดาลหรือประปา"),
    ],
)
def test_what_fits_two_options_or_none_is_asked_again(question, reply):
    assert "answer" not in brief.means(question, reply)


SMELL = _scale(
    "กลิ่นเหม็นรบกวนแค่ไหน",
    "ไม่เหม็นเลย",
    "เหม็นเล็กน้อย",
    "เหม็นปานกลาง",
    "เหม็นมาก",
    "เหม็นรุนแรงมาก",
)
SAFE = _scale(
    "ปลอดภัยแค่ไหน", "ไม่ปลอดภัยเลย", "ไม่ค่อยปลอดภัย", "ปานกลาง", "ค่อนข้างปลอดภัย", "ปลอดภัยมาก"
)
DEGREE = _scale("ฝุ่นรบกวนแค่ไหน", "น้อยที่สุด", "น้อย", "ปานกลาง", "มาก", "มากที่สุด")
STARS = _scale("ให้กี่ดาว", "หนึ่งดาว", "สองดาว", "สามดาว", "สี่ดาว", "ห้าดาว")
OFTEN = _scale("ได้ยินบ่อยแค่ไหน", "ไม่เคย", "นาน ๆ ครั้ง", "บางครั้ง", "บ่อย", "ทุกวัน")


@pytest.mark.parametrize(
    ("question", "reply", "point"),
    [
        (SMELL, "ไม่เหม็น", 1),
        (SMELL, "เหม็นนิดๆ", 2),
        (SMELL, "เหม็นรุนแรงจนแสบจมูก", 5),
        (SAFE, "ค่อนข้างค่ะ", 4),
        (SAFE, "ไม่ค่อย", 2),
        (DEGREE, "มากเลยค่ะ", 4),
        (STARS, "ดาวเดียวพอ", 1),
        (STARS, "เอาไปเลย 5 เต็ม", 5),
        (OFTEN, "ทุกวันไม่มีเว้น", 5),
        (OFTEN, "ปีนึงได้ยินสักครั้ง", 2),
    ],
)
def test_a_point_is_told_by_part_of_its_label(question, reply, point):
    assert brief.means(question, reply) == {"answer": point}


def test_a_trust_denied_may_be_none_or_little():
    trust = _scale(
        "ไว้วางใจโรงงานแค่ไหน",
        "ไม่ไว้วางใจเลย",
        "ไว้วางใจน้อย",
        "ปานกลาง",
        "ไว้วางใจมาก",
        "ไว้วางใจมากที่สุด",
    )
    assert brief.means(trust, "ไม่ไว้วางใจ") == {"not_understood": True}


@given(st.integers(100, 20000))
def test_metres_and_kilometres_lie_in_the_same_range(metres):
    asked, _ = brief.asked(json.dumps(FAR, ensure_ascii=False))
    assert ranges.in_unit(asked, metres, "เมตร") == metres / 1000
    meant = brief.means(FAR, f"{metres} เมตร")
    if metres <= 2000:
        assert meant == {"answer": FAR["options"][0]}
    elif 3000 <= metres <= 5000:
        assert meant == {"answer": FAR["options"][1]}
    elif metres >= 6000:
        assert meant == {"answer": FAR["options"][2]}


@given(
    st.sampled_from([WATER, NEED, PUNISH, TRUST]),
    st.data(),
    st.sampled_from(["ไม่เอา{}", "{}ไหม", "ไม่ใช่{}", "{}หรือเปล่า"]),
)
def test_what_is_denied_or_asked_is_not_stored(question, data, frame):
    option = data.draw(st.sampled_from(question["options"][:3]))
    meant = brief.means(question, frame.format(option))
    assert meant.get("answer") != option
