"""Nought, where what would be counted is said not to be, or not to be done."""

# ruff: noqa: E501  some lines are patterns or lists

import re
from functools import lru_cache

from surveys import counting, naming, wishing, words, yesno
from surveys.question import Question

_COUNTED = frozenset(
    words.UNITS[unit] for unit in words.listed("คน ครั้ง วัน คัน ตัว มวน แก้ว ขวด")
)
_NO = "(?:ยัง)?(?:ไม่เคย|ไม่ได้|ไม่มี|ไม่|เลิก)(?:ได้|เคย|มี|โดน|ถูก)?"
_LEAD = "(?:ก็|ปีนี้|เดือนนี้|ปีที่แล้ว|เดือนที่แล้ว|ช่วงนี้|ตอนนี้|ที่บ้าน|ที่นี่|บ้าน|บ้านนี้|แถวนี้|น้ำ|ใคร)*".replace(
    "ำ", "\u0e4d\u0e32"
)
_TAIL = "(?:เลย|หรอก|แล้ว|ละ|อะไร|ใคร|(?:แม้แต่|สัก|ซัก)(?:ครั้ง|คน|วัน|ที|หน|รอบ|คัน|ตัว|มวน|นิด|หยด)(?:เดียว)?|กับเขา|เด็ดขาด|อยู่แล้ว|จริงๆ|จริง|สิ)*"
_NOT_SO = re.compile("[0-9]|แต่|ถ้า|หรือ|ไหม|มั้ย|ครั้งเดียว|หลาย|ยกเว้น|เมื่อก่อน|บาง|นาน")
_OTHER_NAMES = {
    "บุตร": "ลูก",
    "จักรยานยนต์": "มอไซ|มอเตอร์ไซค์|รถเครื่อง|มอไซค์|รถ",
    "แพทย์": "หมอ",
    "สุนัข": "หมา",
}


@lru_cache(maxsize=256)
def _pattern(question: Question) -> re.Pattern[str] | None:
    """ "not", and a thing or a deed that is counted."""
    asked = naming.asked(question)
    if not counting.asked_units(question) & _COUNTED or not re.search(
        "กี่|จ\u0e4d\u0e32นวน", asked
    ):
        return None
    if (
        re.search("อายุ(?!ต่ำ|น้อย|ไม่)|คะแนน".replace("ำ", "\u0e4d\u0e32"), asked)
        and "มี" not in asked
    ):
        return None
    deeds = {verb for verb in yesno.VERBS if len(verb) > 1 and verb in asked} - _WEAK
    things = {word for word in words.SYNONYMS if len(word) > 2 and word in asked}
    things |= {
        word
        for name, said in _OTHER_NAMES.items()
        if name in asked
        for word in said.split("|")
    }
    if "กลิ่น" in asked:
        deeds |= {"เหม็น", "ได้กลิ่น"}
    said = "|".join(map(re.escape, sorted(deeds | things, key=len)[::-1]))
    if not said:
        return None
    return re.compile(f"{_LEAD}{_NO}(?:{said})(?:{said})?{_TAIL}")


# Of these a "not" leaves open what it denies.
_WEAK = words.listed(
    "มี เคย ได้ จะ อยาก ต้องการ เป็น อยู่ ใช้ คิด รู้ ทราบ เห็น พอ ดี ควร รู้สึก ทำงาน ทำ"
)


def is_said(question: Question, first: str, rest: str) -> bool:
    """Whether the first phrase says that there is, or was, none of it."""
    pattern = _pattern(question)
    if pattern is None or _NOT_SO.search(first + rest):
        return False
    return bool(pattern.fullmatch(wishing.bare(first))) and counting.within(question, 0)
