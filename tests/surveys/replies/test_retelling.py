"""Replies told again in their question's words: degrees, changes, talk, irony."""

from typing import Any

import pytest

from surveys.replies import brief

SMELL = {
    "kind": "scale5",
    "text": "กลิ่นจากบ่อบำบัดรบกวนท่านแค่ไหน",
    "labels": ["ไม่รบกวนเลย", "เล็กน้อย", "ปานกลาง", "มาก", "มากที่สุด"],
}
TRAFFIC = {
    "kind": "scale5",
    "text": "เทียบกับสองปีก่อน รถติดหน้าโรงงานเป็นอย่างไร",
    "labels": ["แย่ลงมาก", "แย่ลง", "เหมือนเดิม", "ดีขึ้น", "ดีขึ้นมาก"],
}
MOSQUITOES = {
    "kind": "scale5",
    "text": "ปีนี้ยุงในชุมชนเปลี่ยนไปอย่างไร",
    "labels": ["ลดลงมาก", "ลดลง", "เท่าเดิม", "เพิ่มขึ้น", "เพิ่มขึ้นมาก"],
}
DRILL = {
    "kind": "scale5",
    "text": "ถ้ามีอบรมดับเพลิง ท่านจะเข้าร่วมหรือไม่",
    "labels": [
        "ไม่เข้าร่วมแน่นอน",
        "คงไม่เข้าร่วม",
        "ไม่แน่ใจ",
        "คงเข้าร่วม",
        "เข้าร่วมแน่นอน",
    ],
}
MOVE = {
    "kind": "scale5",
    "text": "ท่านเห็นด้วยกับการย้ายตลาดเพียงใด",
    "labels": [
        "ไม่เห็นด้วยอย่างยิ่ง",
        "ไม่เห็นด้วย",
        "เฉยๆ",
        "เห็นด้วย",
        "เห็นด้วยอย่างยิ่ง",
    ],
}
TESTED = {
    "kind": "scale5",
    "text": "ท่านเชื่อผลตรวจน้ำของโรงงานแค่ไหน",
    "labels": ["ไม่เชื่อเลย", "ไม่ค่อยเชื่อ", "ครึ่งๆ กลางๆ", "เชื่อ", "เชื่อมาก"],
}
FIRE = {
    "kind": "scale5",
    "text": "ท่านกังวลเรื่องไฟไหม้โรงงานแค่ไหน",
    "labels": ["ไม่กังวลเลย", "ไม่ค่อยกังวล", "ปานกลาง", "กังวล", "กังวลมาก"],
}
FLOW = {
    "kind": "scale5",
    "text": "น้ำประปาที่บ้านท่านไหลแรงเพียงใด",
    "labels": ["ไม่ไหลเลย", "เบา", "ปานกลาง", "แรง", "แรงมาก"],
}
LIGHTS = {
    "kind": "scale5",
    "text": "ท่านพอใจกับไฟส่องทางในซอยเพียงใด",
    "labels": ["ไม่พอใจมาก", "ไม่พอใจ", "เฉยๆ", "พอใจ", "พอใจมาก"],
}
MARKET = {
    "kind": "scale5",
    "text": "ความสะอาดของตลาดสดเป็นอย่างไร",
    "labels": ["แย่มาก", "แย่", "พอใช้", "ดี", "ดีมาก"],
}
PARK = {
    "kind": "choice",
    "text": "ท่านชอบสวนใหม่หรือไม่",
    "options": ["ชอบ", "ไม่ชอบ", "เฉยๆ"],
}
BRIDGE = {
    "kind": "choice",
    "text": "ท่านคิดอย่างไรกับการสร้างสะพานลอย",
    "options": ["เห็นด้วย", "ไม่เห็นด้วย", "ยังไม่ตัดสินใจ"],
}
EYES = {
    "kind": "choice",
    "text": "ตาของท่านมองเห็นเป็นอย่างไร",
    "options": ["ชัด", "ไม่ชัด", "มองไม่เห็น"],
}
JOB = {
    "kind": "choice",
    "text": "ท่านทำอาชีพอะไร",
    "options": ["พนักงานโรงงาน", "ค้าขาย", "รับราชการ", "เกษตรกร", "ว่างงาน"],
}
NEWS = {
    "kind": "choice",
    "text": "ท่านรับข่าวจากช่องทางใดมากที่สุด",
    "options": ["ไลน์", "เฟซบุ๊ก", "เสียงตามสาย", "ทีวี", "ญาติ"],
}
ABSENT = {
    "kind": "choice",
    "text": "ทำไมท่านไม่ไปร่วมประชุมครั้งที่แล้ว",
    "options": ["ไม่ว่าง", "ไม่ทราบข่าว", "ไม่สนใจ", "เดินทางลำบาก"],
}
GOOD = {
    "kind": "choice",
    "text": "โรงงานให้อะไรกับท่าน",
    "options": ["ค่าเช่า", "งานทำ", "ไม่ได้ประโยชน์"],
}
WEEKLY = {
    "kind": "choice",
    "text": "อยากให้ล้างตลาดบ่อยแค่ไหน",
    "options": ["ทุกวัน", "สัปดาห์ละครั้ง", "เดือนละครั้ง"],
}
SHOP = {
    "kind": "choice",
    "text": "ท่านซื้อกับข้าวที่ใดบ่อยที่สุด",
    "options": ["ตลาดนัด", "ร้านสะดวกซื้อ", "ห้างสรรพสินค้า", "ร้านชำ"],
}
FAITH = {
    "kind": "choice",
    "text": "ท่านนับถือศาสนาอะไร",
    "options": ["พุทธ", "อิสลาม", "คริสต์", "ไม่มีศาสนา"],
}
BORN = {
    "kind": "choice",
    "text": "ท่านเกิดภาคไหน",
    "options": ["กลาง", "เหนือ", "อีสาน", "ใต้"],
}

AGES = {
    "kind": "choice",
    "text": "ท่านอายุเท่าไร",
    "options": ["18-24 ปี", "25-39 ปี", "40-59 ปี", "60 ปีขึ้นไป"],
}
GAIN = {
    "kind": "choice",
    "text": "ท่านได้ประโยชน์อะไรจากโรงงาน",
    "options": ["ค่าเช่า", "งานทำ", "ไม่ได้ประโยชน์"],
}


def answer(question: dict[str, Any], reply: str) -> Any:
    return brief.means(question, reply).get("answer")


@pytest.mark.parametrize(
    ("question", "reply", "value"),
    [
        (SMELL, "ไม่กวนเลยค่ะ", 1),
        (SMELL, "ไม่รบกวนสักนิด", 1),
        (SMELL, "นิดเดียวเอง", 2),
        (SMELL, "รบกวนมาก", 4),
        (SMELL, "รบกวนโคตรๆ", 5),
        (SMELL, "มว๊ากกก", 4),
        (FLOW, "ไม่ไหลสักหยด", 1),
        (FLOW, "แรงเว่อร์", 5),
        (MOVE, "เห็นด้วยเป็นอย่างยิ่ง", 5),
        (MOVE, "เห็นด้วยล้านเปอร์เซ็นต์", 5),
        (MOVE, "ค้าน", 2),
        (MOVE, "ค้านมากที่สุด", 1),
        (TESTED, "เชื่อสนิทใจ", 5),
        (TESTED, "ฟิฟตี้ๆ", 3),
        (TESTED, "บ่เชื่อเลย", 1),
        (FIRE, "ไม่ห่วงเลย", 1),
        (FIRE, "กังวลขนาดเจ้า", 5),
        (FIRE, "ให้สัก 2 ละกัน", 2),
    ],
)
def test_a_degree_is_heard_in_other_words_than_the_labels(question, reply, value):
    assert answer(question, reply) == value


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        (FLOW, "ไม่แรงเลย"),  # of another point than the one that denies
        (MOVE, "ค้านหรือไม่ค้านดี"),
        (TESTED, "เชื่อก็โง่แล้ว"),
        (MOVE, "จะเห็นด้วยได้ไง"),  # which "no" is left open
        (FIRE, "2 กว่า"),
        (FIRE, "4.5 ค่ะ"),
    ],
)
def test_what_may_be_more_than_one_point_is_asked_again(question, reply):
    assert answer(question, reply) is None


@pytest.mark.parametrize(
    ("question", "reply", "value"),
    [
        (TRAFFIC, "คือเก่า", 3),
        (TRAFFIC, "ติดเหมือนเดิม", 3),
        (TRAFFIC, "แย่กว่าเก่า", 2),
        (TRAFFIC, "ดีกว่าแต่ก่อนเยอะ", 5),
        (TRAFFIC, "แย่ลงนิดนึง", 2),
        (MOSQUITOES, "เยอะกว่าเดิม", 4),
        (MOSQUITOES, "น้อยลง", 2),
        (MOSQUITOES, "ลดลงหน่อยๆ", 2),
        (MOSQUITOES, "เท่าเก่า", 3),
        (MOSQUITOES, "ไม่เหมือนเดิม", None),
        (TRAFFIC, "ไม่ดีขึ้น", None),
    ],
)
def test_more_or_less_than_before_is_a_change(question, reply, value):
    assert answer(question, reply) == value


@pytest.mark.parametrize(
    ("reply", "value"),
    [
        ("คงไม่นะ", 2),
        ("ไปแน่นอน", 5),
        ("คงเข้าร่วมแหละ", 4),
        ("ไม่เข้าร่วมเด็ดขาด", 1),
        ("น่าจะเข้าร่วมค่ะ", 4),
        ("คงไม่ได้เข้าร่วมค่ะ ติดงาน", 2),
        ("ไม่แน่ใจค่ะ ต้องดูวันก่อน", 3),
        ("ไม่แน่", None),
        ("ไปแน่ถ้าว่าง", None),
        ("อาจจะไป", None),
    ],
)
def test_how_sure_one_is_to_come_is_heard_without_the_verb(reply, value):
    assert answer(DRILL, reply) == value


@pytest.mark.parametrize(
    ("question", "reply", "value"),
    [
        (PARK, "จะชอบได้ยังไง", "ไม่ชอบ"),
        (PARK, "ชอบก็บ้าแล้ว", "ไม่ชอบ"),
        (PARK, "ใครจะไปชอบ", "ไม่ชอบ"),
        (PARK, "ชอบที่ไหนล่ะ", "ไม่ชอบ"),
        (PARK, "จะไม่ชอบได้ไง", "ชอบ"),
        (BRIDGE, "ต่อต้าน", "ไม่เห็นด้วย"),
        (BRIDGE, "สนับสนุนเต็มที่", "เห็นด้วย"),
        (BRIDGE, "ยังลังเลอยู่", "ยังไม่ตัดสินใจ"),
        (BRIDGE, "ยังไม่ได้ตัดสินใจเลย", "ยังไม่ตัดสินใจ"),
        (EYES, "ไม่ค่อยชัด", "ไม่ชัด"),
        (GOOD, "ไม่ได้อะไรเลยจ้า", "ไม่ได้ประโยชน์"),
        (ABSENT, "ไม่รู้ว่ามีประชุม", "ไม่ทราบข่าว"),
        (NEWS, "ค", "เสียงตามสาย"),
        (NEWS, "d", "ทีวี"),
        (WEEKLY, "ทุกวันเสาร์", "สัปดาห์ละครั้ง"),
        (SHOP, "เซเว่นหน้าหอ", "ร้านสะดวกซื้อ"),
        (FAITH, "มุสลิม", "อิสลาม"),
        (BORN, "คนอุบล", "อีสาน"),
    ],
)
def test_an_option_is_heard_in_what_says_the_same(question, reply, value):
    assert answer(question, reply) == value


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        (JOB, "สามีขายของ"),
        (JOB, "เพื่อนบ้านทำนา"),
        (JOB, "ลูกชายรับราชการ"),
        (BRIDGE, "เมียว่าเห็นด้วย"),
        (MOVE, "สามีเห็นด้วยอย่างยิ่ง"),
        (FIRE, "ลูกสาวกังวลมาก"),
    ],
)
def test_the_answer_of_somebody_else_is_none(question, reply):
    assert answer(question, reply) is None


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        (AGES, "ลูก 20"),
        (AGES, "พ่ออายุ 65"),
        (BORN, "แฟนคนใต้"),
        (WEEKLY, "แม่อยากให้ล้างทุกวัน"),
    ],
)
def test_the_age_home_or_wish_of_kin_is_not_the_residents_own(question, reply):
    assert answer(question, reply) is None


@pytest.mark.parametrize("reply", ["เคยทำโรงงาน", "อยากรับราชการ", "ว่าจะไปทำนา"])
def test_what_was_or_may_be_is_not_what_is(reply):
    assert answer(JOB, reply) is None
    assert answer(JOB, "เคยทำโรงงาน ตอนนี้ทำนา") == "เกษตรกร"


@pytest.mark.parametrize("reply", ["ทุกวันหยุด", "ทุกวันพระ", "ทุกวันที่ 5"])
def test_every_holiday_is_not_every_day(reply):
    assert answer(WEEKLY, reply) != "ทุกวัน"


def test_what_kin_gain_is_what_the_household_gains():
    assert answer(GAIN, "ลูกได้งานทำ") == "งานทำ"


def test_a_trade_with_a_word_for_kin_in_its_name_is_ones_own():
    assert answer(JOB, "แม่ค้า") == "ค้าขาย"


@pytest.mark.parametrize(
    ("question", "reply", "value"),
    [
        (LIGHTS, "พอใจ หลอดไม่เคยเสีย", 4),
        (MARKET, "ดีอยู่นะ แม่ค้าช่วยกันกวาด", 4),
        (MARKET, "แย่ค่ะ หนูวิ่งเต็มไปหมด", 2),
        (MARKET, "ดีมากค่ะ เดินสบาย", 5),
        (MOVE, "เห็นด้วยค่ะ ที่เดิมเหม็นมานาน", 4),
        (MARKET, "ดีจริงๆ ขยะเต็มตลาดเลย 555", None),
        (MARKET, "ดี ถ้าไม่มีหนู", None),
        (MARKET, "ดี แย่", None),
    ],
)
def test_talk_after_an_answer_leaves_it_unless_it_turns_it(question, reply, value):
    assert answer(question, reply) == value
