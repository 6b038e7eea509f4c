"""A number that was understood and yet is no answer: denied, gone, another's or to come."""

# ruff: noqa: E501  some lines are patterns or lists

import re

from surveys import politeness
from surveys.meaning import Understood
from surveys.question import Question
from surveys.replies import naming
from surveys.replies.counts import counting
from surveys.replies.text import mentions, words
from surveys.replies.text.words import form

_MAY_BE = re.compile(
    "ไหน|ราคา|ฝูง|คอก|เล้า|กลุ่ม|กอง|ไม่|บ่|เคย|ค่า|เพื่อน|ข้าง|หน้า|ทุก|ขา|ขาย|ตาย|หาย|แบ่ง|ให้|โดน|บ้าน|ซอง|เดียว"
)
_POLITE = f"(?:{politeness.ENDS}|ค่า|นะ|เอง|แล้ว|ละ|เลย)*$"
_BAHT = words.UNITS["บาท"]
_NOT_IT = form(
    "^(?:ก็|มัน|มี|[ |])*(?:ไม่ใช่|ไม่ได้(?:มี|เป็น)?(?:แค่|เพียง)?|ไม่มีแค่|ไม่แค่)(?:มี|แค่)? ?(?:[0-9]|สอง|สาม|สี่|ห้า|คน|คัน|ครั้ง|ตัว)"
)
_ONCE = form(
    "^(?:ก็|ผม|หนู|ฉัน|ป้า|ลุง|ที่บ้าน|บ้าน|[ |])*(?:เมื่อก่อน|แต่ก่อน|สมัยก่อน|เดิม)?(?:ก็)?เคย(?!ชิน)"
)
_NOW = form("ตอนนี้|เดี๋ยวนี้|เด๋วนี้|ปัจจุบัน|ทุกวันนี้|เหลือ|แต่(?!ก่อน)|ปีนี้|เดือนนี้")
_OF_ONCE = form("เคย|ก่อน|ที่แล้ว|ที่ผ่านมา|กลาย|รอบ|ล่าสุด|ตั้งแต่|มากี่|มาแล้ว")
_FRIENDS = form(
    "^(?:ก็|แต่|พวก|มี|[ |])*(?P<who>เพื่อนบ้าน|เพื่อน|(?:คน|บ้าน|ลุง|ป้า|พี่|น้า|ยาย|ตา)?ข้างบ้าน|คนข้างๆ|คนอื่น|ห้องข้าง)(?!.*(?:ผม|หนู|ฉัน|เรา|ส่วน))"
)
_NEXT = form(f"(?:ปี|เดือน|อาทิตย์|สัปดาห์)หน้า{_POLITE}")
_EVERY_SO_MANY = form(
    "ทุก(?:ๆ)? ?(?:[0-9]+|สอง|สาม|ห้า|สิบ|ครึ่ง)[ก-๛]* ?(?:นาที|ชั่วโมง|เดือน|ปี)"
)
_ONE_WAY = form("^(?:ก็|แค่|[ |])*(?:ขาไป|ขากลับ|ไปอย่างเดียว|เที่ยวเดียว)")
_LOST = form(
    "(?:ขาย|หาย|ตาย|แบ่ง|โดนยึด|ยกให้|บริจาค|ทิ้ง)(?:ให้[ก-๛]{2,8})?(?:ไป|แล้ว|มา)+ ?$"
)
_HOUSES = form(
    f"^(?:มี|ก็)*(?:[0-9]+|สอง|สาม|สี่|ห้า) ?(?:บ้าน|หลัง|ครอบครัว|ครัวเรือน|หลังคา){_POLITE}"
)
# What one spends, by all the names it has; and what one does not earn by.
_COSTS = (
    "ค่าไฟ", "ค่าน้ำ(?!มัน|ดื่ม|แข็ง)|ค่าประปา", "ค่าเช่า|ค่าห้อง|ค่าหอ", "ค่าเน็ต|ค่าอินเทอร์เน็ต", "ค่าโทร|ค่ามือถือ",
    "ค่าขยะ", "ค่าแก๊ส", "ค่าเดินทาง|ค่ารถ|ค่าน้ำมัน|ค่าวิน|ค่าเรือ", "ค่ายา|ค่ารักษา|ค่าหมอ", "ค่าข้าว|ค่าอาหาร|ค่ากิน|ค่ากับข้าว", "ค่าเทอม|ค่าเรียน",
    "ค่าน้ำดื่ม",
)  # fmt: skip
_GROUPS = tuple(form(each) for each in _COSTS)
_EARNED = form("รายได้|เงินเดือน|ขายได้|ค่าแรง|ค่าจ้าง")
# Denied, these leave there to be what is counted: "ไม่เคยหายเลย", "ไม่มีใครบอก".
_NOT_NONE = form(
    "ไม่เคย(?:หาย|ล้าง|ขาด|หยุด|ซ่อม|เสีย|ดีขึ้น|จาง|พัก|เว้น|ว่าง|พอ|อยู่บ้าน)|ไม่มี(?:ใคร(?:บอก|ชวน|มา|พา|สน|ดู|ช่วย|ถาม|ฟัง|รับ|แจ้ง)|เงินเก็บ|น้ำทำ|เวลา|ที่จอด|คนดู|คนช่วย|คนสน|ประกัน|วันหยุด|วันพัก|วันไหน)|ไม่ได้มีแค่|ไม่ได้(?:นับ|จด|สังเกต|ดู|จำ)"
)


def is_not_it(question: Question, reply: str, found: Understood) -> bool:
    """Whether what was understood as the number answers something else."""
    if not _MAY_BE.search(reply) or not isinstance(found.value, int | float):
        return False
    text = mentions.text(reply)
    asked = naming.asked(question)
    if found.value == 0:
        none = _NOT_NONE.search(text)
        is_timed = counting.asked_units(question) & _TIMES
        if is_timed and _LACKS.match(text) and not re.search("ศูนย์|0", text):
            return True  # "ไม่มีลูก", where it is asked how long the way to school is
        return none is not None and _is_no_nought(asked, text, none)
    told = mentions.found(text, halves=False) or ()
    if len(told) != 1:
        return False
    lead = text[: told[0].start]
    if _NOT_IT.match(text) or (_NEXT.search(text) and "หน้า" not in asked):
        return True
    if _ONCE.match(text) and not _NOW.search(text) and not _OF_ONCE.search(asked):
        return True
    if _WHENEVER.search(lead) or (_HERD.search(text) and not _HERD.search(asked)):
        return True
    if _LOST.search(lead) and not _LOST_ASKED.search(asked):
        return True
    if _PRICE.match(lead) and _BAHT not in counting.asked_units(question):
        return True
    return _is_of_others(question, asked, text)


_TIMES = frozenset(words.UNITS[each] for each in ("นาที", "กิโล", "เมตร"))
_LACKS = form("^(?:ก็|ยัง)*ไม่มี(?:ลูก|รถ|งาน|หลาน|โรงเรียน|บ้าน|คน)")
_WHENEVER = form("(?:เดือน|วัน|อาทิตย์|สัปดาห์|ปี|ครั้ง|คืน)ไหน")
_HERD = form("(?:ฝูง|คอก|เล้า|กลุ่ม|กอง)(?:นึง|หนึ่ง|เดียว|ใหญ่)")
_PRICE = form("^(?:ก็|แต่)*(?:ราคา|ค่าตัว)")
_LOST_ASKED = form("ขาย|หาย|ตาย|แบ่ง|ยึด|บริจาค|ทิ้ง|เสีย")


def _is_no_nought(asked: str, text: str, none: re.Match[str]) -> bool:
    """Whether that which is denied is not what is counted."""
    rest = text.replace(none[0], "")
    is_told = re.search("ศูนย์|(?<![0-9])0(?![0-9])|ไม่เคย|ไม่มี|ไม่ได้", rest)
    return not is_told and none[0] not in asked


def _is_of_others(question: Question, asked: str, text: str) -> bool:
    """Whether it is a friend's, a neighbour's, by another measure, or another cost."""
    friend = _FRIENDS.match(text)
    if friend is not None and friend["who"] not in asked and "เพื่อน" not in asked:
        return True
    units = counting.asked_units(question)
    if words.UNITS["คน"] in units and _HOUSES.match(text):
        return True
    if _EVERY_SO_MANY.search(text) and "ทุก" not in asked:
        return True
    if _BAHT not in units:
        return False
    if _ONE_WAY.match(text) and not re.search("เที่ยว|ขา", asked):
        return True
    mine = [i for i, each in enumerate(_GROUPS) if each.search(asked)]
    said = [i for i, each in enumerate(_GROUPS) if each.search(text)]
    is_other = bool(said) and not set(said) & set(mine)
    return is_other and (bool(mine) or bool(_EARNED.search(asked)))
