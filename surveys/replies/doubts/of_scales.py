"""A point of a scale in words that rate something else, or do not rate."""

# ruff: noqa: E501  some lines are patterns

import re

from surveys.question import Question
from surveys.replies.around import judging
from surveys.replies.doubts import leads, scoffing
from surveys.replies.doubts.wordings import Wording

_AMOUNT = "เพิ่ม(?:ขึ้น)?|ลด(?:ลง)?|เยอะ|มาก(?!กว่า)|น้อย|หลาย|แน่น|ล้น"
_THINGS = (
    "คน|รั่ว|คนงาน|ประชากร|รถ|ขยะ|ถัง|ถังขยะ|น้ำ|ฝน|ต้นไม้|บ้าน|โรงงาน|หมา|ยุง|เงิน|งาน|เด็ก|ร้าน"
)
# "คนเพิ่มขึ้นมาก": how many there are, and not how one finds it.
_HOW_MANY = re.compile(
    f"^(?:มี)?(?P<what>{_THINGS})(?:มัน|เขา|ก็|จะ|ยัง)?(?:{_AMOUNT})(?:ขึ้น|ลง|มาก|เยอะ|ไป|เกิน|แล้ว|ๆ|จัง|เลย| )*$"
)
_FEELS = re.compile("พอใจ|ไว้วางใจ|ไว้ใจ|เชื่อมั่น|เชื่อถือ|ความสุข|คุณภาพ|เห็นด้วย|กังวล")
_BETTER_THING = re.compile(
    "^(?P<what>น้ำ|เศรษฐกิจ|สุขภาพ|ถนน|ไฟ|การเงิน|ชีวิต|อากาศ|คน|รถ)(?:มัน|ก็)?(?:ดี|แย่|เลว)(?:ขึ้น|ลง)"
)
_ADDRESS = re.compile(
    r"^(?:บ้าน(?:เลขที่)?|เลขที่|หมู่(?:ที่)?|ม\.?|ซอย|ป\.?|ห้อง|ชั้น|ปี|อายุ|รอบ(?:ที่)?|เบอร์โทร) ?[0-9/]+$"
)
# "ให้ 2 เต็ม 10" is no second point.
_OF_TEN = re.compile("([0-9]+) ?(?:เต็ม|/|จาก|ใน) ?(?:10|สิบ|100|ร้อย)")
_EXTREME_DENIED = re.compile("มาก(?:นัก|เท่าไหร่|เท่าไร|เท่าไหร)$|ที่สุด(?:ก็)?(?:ไม่ใช่|เปล่า)")
_WORDS = re.compile(
    "^(?:เพราะ(?:ดี|มาก|จัง|จับใจ)|ดีแต่(?:ปาก|พูด|โม้)|ดีใจ|แอบดัง|ช้าก่อน|เร็ว ?ๆ ?(?:เข้า|หน่อย|สิ))"
)
_ONLY_FOR = re.compile(
    "^[ก-๙]{2,14}(?:แต่(?:ปาก|พูด)|เฉพาะ(?!ที่นี่)|(?:แค่)?ตอน(?:เลือกตั้ง|เก็บเงิน|มีคนมา))"
)
_OUGHT = re.compile("^(?:โรงงาน|นายก|เทศบาล|เขา|เค้า|รัฐ|ผู้ใหญ่บ้าน)(?:น่าจะ|ควร|ต้อง)")
_OF_OLD = re.compile(
    "^(?:คน|พวก)(?:แก่|เฒ่า|อื่น|ข้างบ้าน|ในซอย)|^(?:ลูก|แม่|พ่อ|เมีย|ผัว|ยาย)(?=กังวล|พอใจ|ไว้ใจ|เชื่อ|เครียด|กลัว)"
)
_WAITS = re.compile("(?:เดือน|ปี)(?:นึง|กว่า|ครึ่ง|แล้ว|ที่แล้ว)*$")
# "มาก็ดี", "ดีขึ้นกว่านี้ก็ดี": if only.
_IF_ONLY = re.compile(
    "^(?!ไม่|ส่วน|โดยรวม|บ่|ตอนนี้|เดี๋ยวนี้|ทุกวันนี้)[ก-๙ ]{2,30}(?<!อะไร)(?<!ไหน)(?<!เรื่อง)ก็ดี(?:สิ|ซิ|แล้ว|ล่ะ|ละ)?$"
)
_WHILE = re.compile(
    "(?:ขึ้น|ลง|ดี|แย่|พอใจ)(?:อยู่|ได้|แค่|เฉพาะ|แต่)*(?:แป๊บ|แป๊ป|ช่วง(?:แรก|โควิด|เลือกตั้ง|นั้น)|ตอน(?:แรก|เลือกตั้ง|โควิด)|วันแรก|ปีแรก|พักเดียว)"
)
_COMING = re.compile("^(?:กำลัง(?:จะ)?|ใกล้(?:จะ)?|ว่าจะ|เตรียม)(?=ดี|แย่|พอใจ)")
_PLEASED_WITH = re.compile(
    "^(?:ไม่)?(?:ค่อย)?(?:พอใจ|ไว้ใจ|เชื่อมั่น)(?:กับ|เรื่อง)(?:การ)?(?P<what>[ก-๙]{4,})"
)
_THIS = re.compile("^(?:ที่|ผล|เรื่องนี้|ทุก|สิ่ง|อะไร|ใคร|ท่าน|มัน|ตรง|โครงการ|แบบ|งาน|ทำ)")
_HEARSAY = re.compile("^(?:ข่าว|เขา|เค้า|คนอื่น|ชาวบ้าน|หมอ|แม่|ลูก)(?:เขา|เค้า)?(?:บอก)?ว่า")
_ONCE = re.compile("^เคย(?!ชิน)")
_ANOTHER_HOUSE = re.compile(
    "^(?:แถว|ที่|ใน)?บ้าน(?:แม่|พ่อ|ลูก|ยาย|ตา|พี่|น้อง|ญาติ|เพื่อน|แฟน|เมีย|เขา|คนอื่น)(?!บ้าน(?:ผม|เรา))"
)
_NO_NIGHT = re.compile(
    "^(?:ไม่|บ่)(?:มี|เคย)(?:วัน|คืน|ครั้ง|ตอน)*(?:ไหน|ใด)?(?:ที่|ได้|จะ)*(?:หลับ|นอน|เงียบ|หยุด|สงบ|พัก|ว่าง|สบาย|ไม่|บ่)"
)
_PRAISE = re.compile("^(?:ดี|ดีมาก|เยี่ยม|ดีจัง|ดีเลย|ดีจริงๆ|สุดยอด|แจ่ม)$")


def is_none(question: Question, said: Wording, point: int) -> bool:
    """`point` is counted from 0."""
    text = said.text
    of_trouble = judging.is_of_trouble(question)
    if _is_of_a_thing(said) or _ADDRESS.search(text) or scoffing.is_turned(said):
        return True
    if (score := _OF_TEN.search(text)) and int(score[1]) == point + 1:
        return True
    if point in (0, 4) and _EXTREME_DENIED.search(text):
        return True
    if of_trouble and (_PRAISE.search(text) or (point < 2 and _NO_NIGHT.search(text))):
        return not said.is_named(text)
    if leads.is_other_habit(said) or _is_of_another_time(said):
        return True
    if _OF_OLD.search(text) and " " not in text:
        return True
    if point > 2 and "เร็ว" in said.known and " " in text and _WAITS.search(text):
        return True  # "เร็วมาก รอมาปีนึงแล้ว"
    return any(
        pattern.search(text) and not said.is_named(text)
        for pattern in (
            _WORDS,
            _ONLY_FOR,
            _OUGHT,
            _IF_ONLY,
            _HEARSAY,
            _ANOTHER_HOUSE,
        )
    )


def _is_of_a_thing(said: Wording) -> bool:
    match = _HOW_MANY.search(said.text)
    if match and (not said.is_named(match["what"]) or _FEELS.search(said.known)):
        return True
    if (match := _PLEASED_WITH.search(said.text)) and not _THIS.search(match["what"]):
        return match["what"][:4] not in said.known
    return said.tells_other(_BETTER_THING, "what")


def _is_of_another_time(said: Wording) -> bool:
    if _ONCE.search(said.text) and "เคย" not in said.known:
        return " " not in said.text and "แต่" not in said.text
    return bool(_WHILE.search(said.text) or _COMING.search(said.text))
