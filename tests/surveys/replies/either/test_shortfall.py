"""A yes or no whose words say less than they seem to, or the reverse."""

import pytest

from surveys.replies import brief

FULL = "ท่านได้รับค่าแรงครบแล้วหรือไม่"
DONE = "ท่านได้รับบัตรสวัสดิการแล้วหรือไม่"
CLEAN = "ท่านคิดว่าตลาดสดสะอาดหรือไม่"
HAS = "พี่น้องของท่านมีสิทธิบัตรทองหรือไม่"
TOLD = [
    (FULL, "ได้มาครึ่งเดียว ที่เหลือเขาว่าสิ้นเดือน", "no"),
    (FULL, "ได้งวดแรกแล้ว ค้างอีกสองงวด", "no"),
    (FULL, "จ่ายมาบางส่วนครับ", "no"),
    (FULL, "ได้แล้วแต่ยังขาดอีกสามพัน", "no"),
    (FULL, "ครบแล้ว ไม่ขาดสักบาท", "yes"),
    (DONE, "ยังเลยจ้า รอเขาเรียกอยู่", "no"),
    (DONE, "ยังครับ เห็นว่าเดือนหน้า", "no"),
    (CLEAN, "สะอาดจนหนูตายคาแผง", "no"),
    (CLEAN, "สะอาดมากจนเหม็นไปสามซอย", "no"),
    ("ท่านคิดว่าบริการของอำเภอรวดเร็วหรือไม่", "เร็วมากจนนั่งรอรากงอก", "no"),
    (HAS, "มีหรือไม่มีก็ไม่รู้เหมือนกัน", "dont_know"),
    (HAS, "มีหรือไม่มีป้าก็ตอบไม่ถูกจ้ะ", "dont_know"),
    ("ท่านคิดว่าค่าไฟลดลงหรือไม่", "ลดอะไรล่ะ แพงขึ้นทุกเดือน", "no"),
    ("ท่านยังมีอาการคันตามตัวหรือไม่", "หายสนิทแล้วค่ะ", "no"),
    ("ท่านยังมีอาการคันตามตัวหรือไม่", "หายเป็นปลิดทิ้งแล้ว", "no"),
    ("ท่านได้ไปร่วมงานบุญหรือไม่", "อาตมาหาได้ไปไม่ ติดสวดอยู่วัดอื่น", "no"),
]


def means(text: str, reply: str) -> str:
    found = brief.means({"kind": "yesno", "text": text}, reply)
    return str(found.get("answer") or next(iter(found)))


@pytest.mark.parametrize(("text", "reply", "answer"), TOLD)
def test_what_falls_short_of_what_is_asked_is_no_yes(text, reply, answer):
    assert means(text, reply) == answer


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        (CLEAN, "สะอาดจนไม่มีอะไรเน่า"),
        (CLEAN, "สะอาดดีจนอยากไปทุกวัน"),
        (FULL, "ค้างอยู่เดือนนึงแต่ตอนนี้ครบแล้ว"),
        (DONE, "ยังไม่ได้ใช้แต่ได้มาแล้ว"),
    ],
)
def test_what_does_not_fall_short_is_never_heard_as_no(text, reply):
    assert means(text, reply) != "no"


TRAVEL = {
    "kind": "choice",
    "text": "ปกติท่านไปตลาดอย่างไร",
    "options": ["เดินเท้า", "รถจักรยานยนต์", "รถโดยสารประจำทาง", "รถยนต์ส่วนตัว"],
}


@pytest.mark.parametrize(
    ("reply", "wanted"),
    [
        ("เคยเดินไป พอเข่าเสื่อมก็หันมาขึ้นรถเมล์", "รถโดยสารประจำทาง"),
        ("แต่ก่อนขับเก๋ง น้ำมันขึ้นเลยเปลี่ยนมาขี่มอเตอร์ไซค์ค่ะ", "รถจักรยานยนต์"),
        ("ทีแรกจะตอบรถเมล์ คิดอีกทีเดินเท้าบ่อยกว่า", "เดินเท้า"),
        ("เมื่อก่อนขับเก๋ง แล้วเปลี่ยนมาอาศัยของที่เขาจัดไว้ให้", None),
    ],
)
def test_what_one_changed_from_is_not_what_one_chooses(reply, wanted):
    assert brief.means(TRAVEL, reply).get("answer") == wanted
