"""The numbers of a text that may be of what is asked, each in its unit."""

# ruff: noqa: E501  some lines are patterns

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from surveys.question import Question
from surveys.replies import naming
from surveys.replies.around import hearsay
from surveys.replies.counts import tallies
from surveys.replies.text import words
from surveys.replies.text.mentions import CONVERTED, Mention
from surveys.replies.text.words import any_of, form

_RESPELT = (
    (re.compile("ก้อ"), "ก็"),
    (form("ทู้ก+"), "ทุก"),
    (
        form(
            "(?:กะ)+(?=อีก|เพื่อน|ลูก|เมีย|แฟน|พ่อ|แม่|ตา|ยาย|ย่า|ปู่|พี่|น้อง|แมว|หมา|หลาน|สาม|ผัว|รถ|บ้าน)"
        ),
        "กับ",
    ),
    (form("(?<!กิ)(?<!ฮัล)โล(?= ?(?:ครึ่ง|นึง|กว่า))"), "กิโล"),
    (form("พรรษา"), ""),
    (re.compile(r"(?<=[0-9]) ?เต็ม ?[0-9]+"), ""),
)
MIN_NOUN = 5  # letters of what is asked that tell of what a number is


@dataclass(frozen=True, slots=True)
class Told:
    """A number with its value in the unit that is asked, and what stands before it."""

    mention: Mention
    value: float
    lead: str
    named: bool  # whether its unit is said, or can be no other


# What tells a count of the numbers of a text, and of those that may be of what is asked.
Rule = Callable[[Question, str, Sequence[Mention], Sequence[Told]], float | None]

_CLASSIFIER = re.compile("กี่([ก-ฮเแโใไ][ก-๛]{1,5}?)(?=$|[ (]|ใน|ต่อ|ที่)")
_STANDS_IN = "ชิ้น"  # for a classifier that is no unit elsewhere


def with_own_unit(
    question: Question, text: str, units: frozenset[int]
) -> tuple[str, int | None]:
    """The text, and the unit that is asked; "ซอง" and the like are units here alone."""
    if units:
        return text, next(iter(units))
    asked = naming.asked(question)
    if re.search("คะแนน|[0-9]-[0-9]", asked):
        return text, words.UNITS["คะแนน"]
    match = _CLASSIFIER.search(asked)
    if match is None:
        return text, None
    return text.replace(match[1], _STANDS_IN), words.UNITS[_STANDS_IN]


def of_it(
    question: Question, text: str, told: Sequence[Mention], unit: int
) -> Iterator[Told]:
    """The numbers that may be of what is asked, each in its unit."""
    last = 0
    for each in told:
        lead, last = text[last : each.start], each.end
        if each.unit == unit:
            times, named = 1.0, True
        elif each.unit is None:
            times, named = 1.0, _is_plainly(question, each, unit)
        else:
            found = CONVERTED.get((each.unit, unit))
            if found is None:
                continue
            times, named = found, True
        if each.lead.endswith("อายุ") and "อายุ" not in naming.asked(question):
            continue
        if each.unit is None and _OF_SOMETHING.match(text, each.end):
            continue
        if each.unit == words.UNITS["วัน"] != unit and each.value < 1:
            continue  # "ครึ่งวัน" is no twelve hours
        is_age = "อายุ" in naming.asked(question) and each.lead.endswith("อายุ")
        if not each.is_order or is_age:
            yield Told(each, round(each.value * times, 4), lead, named)


_OF_SOMETHING = form(
    "(?!แล้ว|ละ|ล่ะ|นะ|น่ะ|ค่ะ|คะ|ค่า|ครับ|คับ|จ้ะ|จ้า|จ๊ะ|ฮะ|ฮับ|อะ|อ่ะ|อ้ะ|เอง|แหละ|แหล่ะ|พอ|เต็ม|ถ้วน|กว่า|ขึ้น|ปลาย|ต้น|เศษ|ได้|ไป|ก็|ลูก|หลาน|หนู|นั่นแหละ|นี่แหละ|อยู่|เด้อ|เจ้า|ทุก|มา|เข้า|เท่านั้น|แค่นั้น|เป๊ะ|กำลัง|ตอนนี้|โยม|แน่ะ|ด้วย|ต่อ|ไม่|ใน|หรือ|หรอก|ย่าง|ปีนี้|ปีหน้า|เดือนนี้|เดือนหน้า|แต่|ตั้งแต่|จน)[ก-ฮเแโใไ]"
)


def _is_plainly(question: Question, each: Mention, unit: int) -> bool:
    """Whether a bare number can be of nothing else: "9,500" of baht, "45" of an age."""
    if unit == words.UNITS["บาท"]:
        return each.value >= 20
    if unit == words.UNITS["คะแนน"]:
        return True
    asked = naming.asked(question)
    noun = re.sub(f"(?:{any_of(tallies.SELF)}|มี|อยู่|ก็|แค่| )+$", "", each.lead)
    if len(noun) >= MIN_NOUN and noun in asked:
        return True
    return unit == words.UNITS["ปี"] and "อายุ" in asked and 1 <= each.value <= 120


def respelt(text: str) -> str:
    """The text with what is spelt as it is spoken put right."""
    for pattern, plain in _RESPELT:
        text = pattern.sub(plain, text)
    return text


# What makes the number beside it no certain one, before and after it.
_NEARLY = form(
    "(?:หลัก|ไม่|บ่|เกือบ|ไม่ถึง|ไม่เกิน|ไม่เต็ม|เกิน|กว่า|ใกล้|จวน|อย่างน้อย|อย่างมาก|ย่าง|จะครบ|จะ|เคย|อยาก(?:ได้|มี)?|น่าจะ|อาจ(?:จะ)?|คง|ไม่ใช่|ไม่ได้|ไม่มี|หลาย|มากกว่า|น้อยกว่า|ที่|ครั้งที่|ต่ำกว่า|ถึง|ยัน)(?:มี|สัก|ซัก|ได้|เข้า| )*$"
)
_OR_SO = form(
    "^ ?(?:คน|ครั้ง|บาท|ปี|วัน|ตัว|คัน|เดือน|ชั่วโมง|นาที|กิโล)? ?(?:กว่า|ขึ้น|อัพ|ปลาย|ปาย|ต้น|ไม่เกิน|เศษ|หรือ|ไม่ถึง|มั้ง|ม้าง|ได้มั้ง|หน่อย|นิด|ไม่ได้|ไม่ใช่)"
)
CLAUSE_END = form(
    "[|]|(?<=ค่ะ)|(?<=ครับ)|(?<=คับ)|(?<=จ้ะ)|(?<=จ้า)|(?=แต่(?!ก่อน|เดิม|ละ|เช้า|มืด|ง))|(?=ส่วน)"
)


def is_sure(question: Question, text: str, each: Told) -> bool:
    """Whether a number stands for itself, of oneself, and of the time that is asked."""
    lead = each.lead.rstrip(" ")
    clause = CLAUSE_END.split(each.lead)[-1]
    if _NEARLY.search(lead) or _OR_SO.match(text[each.mention.end :]):
        return False
    if _is_share(question, lead):
        return False
    plain = clause.replace(" ", "")
    return not hearsay.is_of_another_time(naming.asked(question), plain)


def _is_share(question: Question, lead: str) -> bool:
    """ "อาทิตย์ละ": by something that is not asked."""
    match = re.search("([ก-ฮ][ก-๛]{0,9}?)(?<!แห)ละ(?:ก็|ประมาณ| )*$", lead)
    if match is None:
        return False
    asked = naming.asked(question)
    shares = (each[1] or each[2] for each in _SHARES.finditer(asked))
    return not any(match[1].endswith(each) for each in shares)


_EACH = "วัน|คืน|สัปดาห์|อาทิตย์|เดือน|ปี|ชั่วโมง|เที่ยว|ครั้ง|คน|ถัง|ไร่|หน่วย"
_SHARES = re.compile(f"({_EACH})(?:ละ|หนึ่ง)|(?:ต่อ|ราย)({_EACH})")
