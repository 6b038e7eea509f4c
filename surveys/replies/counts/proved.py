"""A count that the other numbers of a story come to, or on which one settles."""

# ruff: noqa: E501  some lines are patterns

import re
from collections.abc import Sequence
from itertools import combinations

from surveys.question import Question
from surveys.replies import naming
from surveys.replies.counts import counting, own_counts, tallies
from surveys.replies.text import mentions, words
from surveys.replies.text.mentions import Mention
from surveys.replies.text.words import any_of, form

_YEARS, _PEOPLE = words.UNITS["ปี"], words.UNITS["คน"]
# What was once there and is no more.
GONE = form("ขาด|พลาด|โดด|ลา|ตาย|เลิก|ขาย|หาย|เสีย|หัก|ให้|ลาออก|ย้าย|แบ่ง|ลด|พัง|โดน|ออก")
_LEFT = form("เหลือ|ตอนนี้|ได้มา|ก็|เท่ากับ|เป็น|คนละ|ละ")
_ME = form(f"(?:^|[ |]|มี|ก็)(?:{any_of(tallies.SELF)})(?:เอง)?(?:กับ|และ|มี|แล้วก็| )")
_BORN_HERE = form("เกิดที่นี่|เกิดนี่|เกิดตรงนี้|ตั้งแต่เกิด|แต่เกิด|ตลอดชีวิต|ไม่เคย(?:ย้าย)?ไปไหน|คลอด")
_AGE_THEN = form(r"(?:ตั้งแต่|ตอน|เมื่อ)(?:ผม|หนู|ฉัน)?อายุ(?:ได้|แค่)?$")
_NOW_AGED = form("(?:ปีนี้|ตอนนี้|เดี๋ยวนี้|ปัจจุบัน)(?:ก็|อายุ|ผม|หนู|ฉัน|ป้า|ลุง|จะ|ได้| )*$")
_GIVES = form(
    "(?:^|[ |])[^0-9|]{0,12}(?:ลง|เอา|ให้|ใส่|ตอบ|เลือก|ขอ|งั้น|สรุป|ก็)(?:ไป|เป็น|แค่|ว่า| )*$"
)
_CLOSES = form(
    "^ ?(?:คน|ครั้ง|บาท|ปี|วัน|ตัว|คัน|ชั่วโมง|นาที|กิโล|งาน|มื้อ|คะแนน)? ?(?:ไป)?(?:ก็)?(?:ละกัน|แล้วกัน|นั่นแหละ|นี่แหละ|นั่นล่ะ)"
)


def _decided(
    question: Question,
    text: str,
    told: Sequence[Mention],
    own: Sequence[own_counts.Told],
) -> float | None:
    """ "ไม่เกินเจ็ดหรอก ลงหกไปละกัน": the last number, on which one settles."""
    if len(told) < 2 or not own or own[-1].mention is not told[-1]:
        return None
    last = own[-1]
    is_last_word = _GIVES.search(last.lead) and _CLOSES.match(text[last.mention.end :])
    return last.value if is_last_word else None


def _aged_here(
    question: Question,
    text: str,
    told: Sequence[Mention],
    own: Sequence[own_counts.Told],
) -> float | None:
    """ "มาตั้งแต่อายุ 20 ปีนี้ 45", and one's age where one was born there."""
    asked = naming.asked(question)
    if not re.search("อาศัย|อยู่", asked) or "อายุ" in asked:
        return None
    if counting.asked_units(question) != {_YEARS}:
        return None
    aged = [each for each in told if _NOW_AGED.search(each.lead.rstrip())]
    then = [each for each in told if _AGE_THEN.search(each.lead.replace(" ", ""))]
    if len(aged) != 1 or not 1 <= aged[0].value <= 120:
        return None
    if len(then) == 1 and len(told) == 2 and then[0].value < aged[0].value:
        return aged[0].value - then[0].value
    return aged[0].value if len(told) == 1 and _BORN_HERE.search(text) else None


def _reckoned(
    question: Question,
    text: str,
    told: Sequence[Mention],
    own: Sequence[own_counts.Told],
) -> float | None:
    """ "ขาไป 20 ขากลับ 20 ก็ 40": the last, which those before it come to."""
    if not own:
        return None
    last = own[-1]
    after = text[last.mention.end :]
    if not own_counts.is_sure(question, text, last) or "บวก" in after:
        return None
    earlier = [each.value for each in told if each.end <= last.mention.start]
    converted = [each.value for each in own[:-1]]
    is_again = any(
        each.value == last.value and each.mention.unit != last.mention.unit
        for each in own[:-1]
        if each.mention.unit is not None
    )
    comes = _adds_up(converted, last.value) or _adds_up(earlier, last.value)
    comes = comes or is_again or _multiplies(earlier, last, own[:-1])
    comes = comes or _with_me(text, told, last) or _in_order(text, last)
    comes = comes or _since_then(earlier, last)
    return last.value if comes or _are_named(text, last) else None


def _adds_up(values: Sequence[float], total: float) -> bool:
    """Whether the last few of them, two or more, have that sum."""
    return any(
        abs(sum(values[start:]) - total) < 0.001 for start in range(len(values) - 1)
    )


def _multiplies(
    values: Sequence[float], last: own_counts.Told, own: Sequence[own_counts.Told]
) -> bool:
    """So many times so many, so much less, or shared among so many."""
    pairs = list(combinations(values, 2))
    if any(a * b == last.value for a, b in pairs if a > 1 and b > 1):
        return True
    taken = combinations([each.value for each in own], 2)
    if any(a - b == last.value for a, b in taken):
        return "เหลือ" in last.lead or bool(
            GONE.search("".join(each.lead for each in (*own, last)))
        )
    if not _LEFT.search(last.lead):
        return False
    return any(b > 1 and a / b == last.value for a, b in pairs)


def _with_me(text: str, told: Sequence[Mention], last: own_counts.Told) -> bool:
    """ "ผมกับเพื่อนอีก 3 คน เบียดกัน 4 คน"."""
    others = [each for each in told if each.end <= last.mention.start]
    if last.mention.unit != _PEOPLE or not others or not _ME.search(text):
        return False
    before = others[-1]
    return "อีก" in before.lead and before.value + 1 == last.value


def _since_then(values: Sequence[float], last: own_counts.Told) -> bool:
    """ "ตอนนั้นอายุ 25 ตอนนี้ 45 ก็ยี่สิบปีพอดี"."""
    is_last_word = re.search("(?:ก็|เท่ากับ|รวม|เป็น|ได้)(?:ประมาณ| )*$", last.lead)
    if len(values) != 2 or last.mention.unit != _YEARS or not is_last_word:
        return False
    return values[1] - values[0] == last.value


_ORDER = re.compile("(?:ครั้ง|หน|รอบ|คน|คัน|ตัว|หลัง|ห้อง)ที่ ?([0-9]+|[ก-๛]{2,4})")


def _in_order(text: str, last: own_counts.Told) -> bool:
    """ "ครั้งแรกที่อำเภอ ครั้งที่สองที่จังหวัด แค่นั้นแหละสองหน"."""
    before = text[: last.mention.start]
    count = last.value
    if not re.search("(?:ครั้ง|หน|รอบ|คน|คัน|ตัว)แรก", before) or count < 2:
        return False
    found = [mentions.found(f"{each} คน") for each in _ORDER.findall(before)]
    return any(each and each[0].value == count for each in found)


_PEOPLE_NAMED = form(any_of(tallies.KIN))


def _are_named(text: str, last: own_counts.Told) -> bool:
    """ "ปู่กับย่าสองคน": as many as are named just before."""
    if last.mention.unit != _PEOPLE or re.search("[0-9]", last.lead):
        return False
    clause = own_counts.CLAUSE_END.split(last.lead)[-1].strip()
    named = _PEOPLE_NAMED.findall(clause)
    rest = re.sub("กับ|กะ|และ|แล้วก็|ก็|มี|แค่|รวม|เป็น| ", "", _PEOPLE_NAMED.sub("", clause))
    count = sum(2 if each in tallies.PAIRS else 1 for each in named)
    return len(named) > 1 and not rest and count == last.value


RULES: tuple[own_counts.Rule, ...] = (_decided, _aged_here, _reckoned)
