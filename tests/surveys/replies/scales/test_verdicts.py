"""The point of a scale that a longer reply comes to."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.replies import brief

PLEASED = ["ไม่พอใจมาก", "ไม่พอใจ", "เฉยๆ", "พอใจ", "พอใจมาก"]
SO_MUCH = ["น้อยที่สุด", "น้อย", "ปานกลาง", "มาก", "มากที่สุด"]
BETTER = ["แย่ลงมาก", "แย่ลง", "เหมือนเดิม", "ดีขึ้น", "ดีขึ้นมาก"]
MORE = ["ลดลงมาก", "ลดลง", "เท่าเดิม", "เพิ่มขึ้น", "เพิ่มขึ้นมาก"]
WORRY = ["ไม่กังวลเลย", "กังวลน้อย", "กังวลปานกลาง", "กังวลมาก", "กังวลมากที่สุด"]
OFTEN = ["ไม่เคย", "นานๆ ครั้ง", "บางครั้ง", "บ่อย", "เป็นประจำ"]
GOOD = ["แย่มาก", "แย่", "พอใช้", "ดี", "ดีมาก"]
AGREE = ["ไม่เห็นด้วยอย่างยิ่ง", "ไม่เห็นด้วย", "เฉยๆ", "เห็นด้วย", "เห็นด้วยอย่างยิ่ง"]
SAFE = ["ไม่ปลอดภัยเลย", "ไม่ค่อยปลอดภัย", "ปานกลาง", "ค่อนข้างปลอดภัย", "ปลอดภัยมาก"]
TRUST = ["ไม่ไว้ใจเลย", "ไว้ใจน้อย", "ไว้ใจปานกลาง", "ไว้ใจมาก", "ไว้ใจมากที่สุด"]
QUIET = ["เงียบมาก", "ค่อนข้างเงียบ", "ปกติ", "ค่อนข้างดัง", "ดังมาก"]
RATES = ["ไม่เคย", "ปีละครั้งหรือน้อยกว่า", "เดือนละครั้ง", "สัปดาห์ละครั้ง", "ทุกวัน"]
FEW = ["ไม่เคย", "เดือนละครั้งหรือน้อยกว่า", "เดือนละ 2-3 ครั้ง", "สัปดาห์ละหลายครั้ง", "ทุกคืน"]
SURE = ["ไม่มีทางแน่นอน", "ไม่น่าจะ", "ไม่แน่", "น่าจะ", "แน่นอน"]

GARBAGE = "ท่านพอใจบริการเก็บขยะเพียงใด"
SMELL = "ท่านได้กลิ่นเหม็นบ่อยเพียงใด"
TEMPLE = "ท่านไปวัดบ่อยเพียงใด"
CAMERAS = "ควรมีกล้องวงจรปิด ท่านเห็นด้วยเพียงใด"
AIR = "เทียบกับปีที่แล้ว อากาศเป็นอย่างไร"
TRUCKS = "เทียบกับปีที่แล้ว จำนวนรถบรรทุกเป็นอย่างไร"
FLOODS = "ท่านกังวลเรื่องน้ำท่วมเพียงใด"
FACTORY = "ท่านไว้ใจโรงงานเพียงใด"
WALKING = "ท่านรู้สึกปลอดภัยเวลาเดินกลางคืนเพียงใด"
CANAL = "น้ำในคลองเป็นอย่างไร"
NIGHTS = "ตอนกลางคืนแถวบ้านท่านเป็นอย่างไร"
MOVING = "ท่านมีแนวโน้มจะย้ายบ้านเพียงใด"
WOKEN = "ท่านตื่นเพราะเสียงรถบ่อยเพียงใด"


def means(text: str, labels: list[str], reply: str) -> dict[str, Any]:
    return brief.means({"kind": "scale5", "text": text, "labels": labels}, reply)


@pytest.mark.parametrize(
    ("text", "labels", "reply", "point"),
    [
        (GARBAGE, PLEASED, "รถมาตรงเวลาทุกวัน คนเก็บก็สุภาพ พอใจมากค่ะ", 5),
        (GARBAGE, PLEASED, "มาบ้างไม่มาบ้าง ไม่ได้ดั่งใจ ไม่พอใจครับ", 2),
        (GARBAGE, SO_MUCH, "เอาปานกลางละกัน ขี้เกียจคิด", 3),
        (WALKING, SAFE, "ไฟทางดับหมด ไม่ค่อยปลอดภัยเท่าไหร่", 2),
        (WALKING, SAFE, "มีตำรวจตรวจทุกคืน รู้สึกค่อนข้างปลอดภัยค่ะ", 4),
        (FACTORY, TRUST, "ตอนแรกไม่ไว้ใจเลย แต่พอไปดูมาแล้วไว้ใจมาก", 4),
        (FACTORY, TRUST, "ไปดูงานมาเอง เขาเปิดให้ดูหมด ไว้ใจเขามากเลยครับ ข้อสี่", 4),
        (CANAL, GOOD, "ใสจัง ดีจนกินได้ ประชดนะคะ จริงๆ แย่มาก", 1),
        (SMELL, OFTEN, "เมื่อก่อนบ่อยนะ เดี๋ยวนี้นานๆครั้ง", 2),
    ],
)
def test_the_last_word_among_talk_is_the_point(text, labels, reply, point):
    assert means(text, labels, reply) == {"answer": point}


@pytest.mark.parametrize(
    ("text", "labels", "reply", "point"),
    [
        (GARBAGE, PLEASED, "พอใจอยู่นะ แต่ไม่ถึงกับพอใจมาก", 4),
        (GARBAGE, SO_MUCH, "มากอยู่ครับ แต่ไม่ถึงขั้นมากที่สุด", 4),
        (CANAL, GOOD, "ปลาก็ยังอยู่ได้ ถือว่าดีค่ะ ไม่ต้องมากก็ได้", 4),
        (CANAL, GOOD, "ไม่ดีไม่แย่ พอใช้ได้", 3),
        (AIR, BETTER, "ปีที่แล้วเหม็นยังไง ปีนี้ก็เหม็นยังงั้น", 3),
        (TRUCKS, MORE, "ไม่เพิ่มไม่ลดหรอก วิ่งกันเท่าๆเดิม", 3),
        (FACTORY, TRUST, "ครึ่งๆกลางๆ บางเรื่องก็เชื่อได้", 3),
        (SMELL, OFTEN, "บางวันก็เหม็นบางวันก็ไม่เหม็น อยู่ที่ลม", 3),
    ],
)
def test_what_is_not_so_far_and_what_is_neither_tells_the_point(
    text, labels, reply, point
):
    assert means(text, labels, reply) == {"answer": point}


@pytest.mark.parametrize(
    ("text", "labels", "reply", "point"),
    [
        (FLOODS, WORRY, "บ้านยกสูงแล้ว ไม่ห่วงอะไรสักนิด", 1),
        (FACTORY, TRUST, "โกหกมาตลอด ไม่เหลือความเชื่อใจสักนิด", 1),
        (FLOODS, WORRY, "ห่วงที่สุดในชีวิต นอนไม่หลับเลยลูก", 5),
        (SMELL, OFTEN, "ไม่มีคืนไหนที่ไม่เหม็นเลยค่ะ", 5),
        (CAMERAS, AGREE, "อย่างยิ่งเลยค่ะเห็นด้วย ขโมยชุกชุม", 5),
        (AIR, BETTER, "โรงงานติดเครื่องกรองแล้ว ดีขึ้นเยอะเลยค่ะ", 5),
        (TRUCKS, MORE, "วิ่งกันทั้งวันทั้งคืน เพิ่มขึ้นหลายเท่าเลย", 5),
        (TRUCKS, MORE, "ตั้งแต่ทางเลี่ยงเมืองเสร็จ ลดลงไปเยอะ", 1),
        (NIGHTS, QUIET, "เงียบกริบ ได้ยินแต่จิ้งหรีด", 1),
        (MOVING, SURE, "ไม่มีทางค่ะ", 1),
        (MOVING, SURE, "ไม่น่านะ", 2),
        (GARBAGE, PLEASED, "พอใจ หรือเฉยๆ ดี... เอาอันหลัง", 3),
        (GARBAGE, PLEASED, "หักคะแนนเรื่องกลิ่น ให้ 4 พอ", 4),
        (GARBAGE, PLEASED, "หนึ่ง สอง สาม สี่ ห้า เอาสาม", 3),
    ],
)
def test_ends_moves_and_points_are_told_in_many_ways(text, labels, reply, point):
    assert means(text, labels, reply) == {"answer": point}


@pytest.mark.parametrize(
    ("text", "labels", "reply", "point"),
    [
        (TEMPLE, RATES, "เดือนนึงไปทีนึงตอนทำบุญ", 3),
        (TEMPLE, RATES, "ไปทุกวันอาทิตย์ วันอื่นทำงาน", 4),
        (TEMPLE, RATES, "ปีนึงหนเดียวตอนสงกรานต์", 2),
        (WOKEN, FEW, "จันทร์พุธศุกร์ รถขยะวิ่งผ่าน", 4),
        (WOKEN, FEW, "เดือนละสองสามหน", 3),
    ],
)
def test_how_often_is_told_by_another_rate(text, labels, reply, point):
    assert means(text, labels, reply) == {"answer": point}


@pytest.mark.parametrize(
    ("text", "labels", "reply"),
    [
        (GARBAGE, PLEASED, "ก็ดีนะ แต่อยากให้มาถี่กว่านี้"),
        (FLOODS, WORRY, "ก็ไม่ใช่ไม่กังวลนะ"),
        (AIR, BETTER, "ไม่ได้ดีขึ้นเลย"),
        (CANAL, GOOD, "ข้างบนดี แต่ข้างล่างแย่"),
        (CAMERAS, AGREE, "ใครจะไม่เห็นด้วย"),
        (WALKING, SAFE, "ไม่มีใครบอกว่าปลอดภัยสักคน"),
        (FACTORY, TRUST, "เขาไม่ไว้ใจเราเลย"),
        (FACTORY, TRUST, "ถ้าเปิดเผยข้อมูลก็ไว้ใจมาก"),
        (TEMPLE, RATES, "ลูกไปเดือนละครั้ง"),
        (TEMPLE, RATES, "เดือนละครั้งหรือสองครั้ง"),
        (CANAL, GOOD, "ดีมากเลย ปลาตายลอยเต็ม น้ำดำ"),
        (GARBAGE, PLEASED, "ประชด พอใจมากค่ะ"),
    ],
)
def test_what_takes_itself_back_or_is_another_s_is_asked_again(text, labels, reply):
    assert means(text, labels, reply) == {"not_understood": True}


PIECES = [
    *("ไม่", "พอใจ", "มาก", "ที่สุด", "เลย", "แต่", "ไม่ถึงกับ", "เอา", "ให้", "4", "ห้า", " "),
    *("ไม่มีวันไหน", "เหม็น", "ครึ่งๆ", "เดือนละ", "ครั้ง", "ทุก", "จันทร์", "หรือ", "ประชด"),
    *("อันแรก", "ต่ำสุด", "เพิ่มขึ้น", "แย่ลง", "เยอะ", "นิดๆ", "ค่ะ", ",", "บ้าง", "กว่านี้"),
]


@settings(max_examples=30)
@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_no_heap_of_pieces_makes_it_raise(reply):
    for text, labels in ((GARBAGE, PLEASED), (TRUCKS, MORE), (TEMPLE, RATES)):
        assert len(means(text, labels, reply)) == 1
