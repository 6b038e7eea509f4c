"""The place of a choice that is counted from the end: "ข้อ 2 จากล่าง", "รองสุดท้าย"."""

# ruff: noqa: E501  some lines are patterns

import re

from surveys import number_words, plain_text, politeness
from surveys.question import Kind, Question
from surveys.replies import naming

_POLITE = f"(?: *(?:{politeness.ENDS}|ค่า|นะ|น่ะ|ละ|ล่ะ|อะ|อ่ะ|เลย|แหละ|please))*"
_LEAD = "(?:เอา|ขอ|เลือก|ตอบ|ก็|น่าจะ|i choose|i pick|choose|pick|the| )*"
_ITEM = "(?:ตัวเลือก|ข้อ|อัน|ตัว|ช่อง|บรรทัด|คำตอบ|อันดับ|ลำดับ|item|option|number|no[.]?|choice)"
_ORDINALS = {"แรก": 1, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_COUNT = rf"(?P<n>[0-9]{{1,2}}(?:st|nd|rd|th)?|{'|'.join([*_ORDINALS, 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'one', 'two', 'three', 'four', 'five'])})"
_BOTTOM = "(?:ข้างล่าง|ด้านล่าง|ล่างสุด|ล่าง|ข้างใต้)"
_END = "(?:ข้างท้าย|ด้านท้าย|ท้ายสุด|ท้าย|สุดท้าย|ข้างหลัง|ด้านหลัง|ตอนจบ)"
_FROM_THAI = rf"(?:นับ|ไล่|ดู)? *(?:มา)?จาก(?:อัน|ข้อ|ตัว)?(?:(?P<bottom>{_BOTTOM})|{_END}) *(?:ขึ้นมา|ขึ้นไป|ขึ้น|ย้อนมา|ย้อนขึ้นมา)?"
_FROM_ENGLISH = r"(?:counting |counted )?(?:from|to) (?:the )?(?:(?P<bottom2>bottom)(?: up)?|last|end|back)"
_COUNTED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_LEAD}{_ITEM}? *(?:ที่)? *{_COUNT} *{_FROM_THAI}{_POLITE}",
        rf"{_LEAD}{_FROM_THAI} *{_ITEM}? *(?:ที่)? *{_COUNT}{_POLITE}",
        rf"{_LEAD}{_ITEM}? *{_COUNT}(?: (?:one|option|choice|item))? {_FROM_ENGLISH}{_POLITE}",
    )
)
_BUT_ONE = re.compile(
    rf"{_LEAD}(?:{_ITEM}? *(?:ที่)?(?:ก่อน|รอง|เกือบ)(?:ถึง)? *{_ITEM}? *(?:สุดท้าย|ท้ายสุด)"
    rf"|(?:next to|last but|one before|the one before)(?: the)? (?:last|one)|before(?: the)? last|penultimate)(?: one| option)?{_POLITE}"
)
_TOLD = re.compile(
    rf"จาก(?:อัน|ข้อ|ตัว)?(?:{_BOTTOM}|ท้าย|สุดท้าย)|from (?:the )?(?:bottom|last|end)\b"
)
# Of a scale the low end, or the line that stands there.
_OUTERMOST = re.compile(
    rf"{_LEAD}{_ITEM}? *(?:ที่)?(?:ล่างสุด|บนสุด)(?:เลย)?(?:พี่|น้อง|หนู|ลูก|หลาน)?{_POLITE}"
)
_FROM_TOP = re.compile(" *(?:นับ|ไล่)? *จาก(?:ข้าง|ด้าน)?บน(?:สุด)?(?:ลงมา|ลงไป)?")
_MAY_BE = re.compile("ล่าง|บนสุด|ท้าย|ใต้|จบ|หลัง|last|bottom|end|back|penult")
MIN_CHOICES = 3


def less_outermost(question: Question, reply: str) -> str:
    """The reply without "ล่างสุดเลย" before what it says of a scale; of a list, without
    "จากบน", for so it is counted anyway."""
    if question.kind is Kind.SINGLE:
        return _FROM_TOP.sub("", reply)
    if question.kind is not Kind.SCALE5 or "ล่างสุด" not in reply:
        return reply
    pieces = reply.split()
    kept = [each for each in pieces if not _OUTERMOST.fullmatch(each)]
    return " ".join(kept) if kept else reply


def place(question: Question, reply: str) -> set[int] | None:
    """The place from 0 that is counted from the end; None where none is.

    Empty where it is counted so and yet is not sure: of a scale "from the bottom" may
    mean the low end as well as the last line.
    """
    text = plain_text.ascii_digits(reply).casefold().strip(" .!")
    if not _MAY_BE.search(text):
        return None
    count = len(question.choices)
    if question.kind is Kind.SCALE5 and _OUTERMOST.fullmatch(text):
        return set()
    back, is_of_bottom = _counted(text)
    if back is None:
        if not _TOLD.search(text) or _TOLD.search(naming.together(question)):
            return None
        return set() if re.search(_COUNT, text) else None
    is_unsure = is_of_bottom and question.kind is Kind.SCALE5
    if count < MIN_CHOICES or is_unsure or not 1 <= back <= count:
        return set()
    return {count - back}


def _counted(text: str) -> tuple[int | None, bool]:
    """How many from the end, the last being 1; and whether the end is the bottom."""
    if _BUT_ONE.fullmatch(text):
        return 2, False
    for pattern in _COUNTED:
        if (match := pattern.fullmatch(text)) is not None:
            said = match.groupdict()
            return _number(said["n"]), bool(said.get("bottom") or said.get("bottom2"))
    return None, False


def _number(said: str) -> int:
    if digits := re.match("[0-9]+", said):
        return int(digits[0])
    return _ORDINALS.get(said) or number_words.NUMBERS[plain_text.plain(said)]
