"""A count among other counts: of what is asked, of then, of whom; and not this but that."""

# ruff: noqa: E501  some lines are patterns

from collections.abc import Sequence
from dataclasses import replace

from surveys import politeness
from surveys.question import Question
from surveys.replies import naming
from surveys.replies.around import hearsay
from surveys.replies.counts import amounts, counting, tallies
from surveys.replies.text import mentions, words
from surveys.replies.text.mentions import Mention
from surveys.replies.text.words import form

_PEOPLE = words.UNITS["คน"]
_UNSURE = form("กว่า|เกือบ|หรือ|ถ้า|ไหม|มั้ย|หลาย|น่าจะ|มั้ง|คง|อาจ|บาง|แล้วแต่|กี่|[?]")
_OF_ALL = form("(?:ทั้งหมด|ทั้งซอย|ทั้งบ้าน|มี|รวม|จาก|ใน|ทั้งสิ้น|มีอยู่|มีทั้งหมด|ติดไว้)+(?:มี)?$")
_STATE = form(
    "(?P<state>เสีย|พัง|ดับ|ตาย|หาย|ขาด|ว่าง|ป่วย|ขาย|ใช้ได้|ใช้ไม่ได้|ชำรุด|ติด|รั่ว|ท่วม|ทิ้ง|เหลือ)(?:ไป|แล้ว|อยู่|ประมาณ)*(?:กี่|จำนวน)"
)
_BEFORE = form("(?:[ |]|แต่|แค่|ก็|มี|ไป|อยู่|ได้|กัน|แล้ว|มัน|ประมาณ|สัก|ซัก)+$")
_NOT_THIS = form("^(?:อุ๊ย|อุ้ย|เอ้ย|เอ๊ย|เฮ้ย|อ้าว|โทษที|ขอโทษ|ผิด|ก็|[ |])*ไม่ใช่(?:แค่)?$")
_BUT_THIS = form("^(?:[ |]|แต่|ต้อง|เป็น|ต่างหาก|ครับ|ค่ะ|คะ|นะ)*$")


def read(question: Question, text: str) -> float | None:
    """The one count of a spaced text that is asked for; None: not sure."""
    text = amounts.ONCE_MORE.sub(r"อีก\1นึง", text)
    units = counting.asked_units(question)
    told = mentions.found(text)
    if told is None or _UNSURE.search(text):
        return None
    value = _people_of_age(question, text, told) if units == {_PEOPLE} else None
    if value is None and len(units) == 1 and len(told) == 2:
        (unit,) = units
        for rule in (_in_that_state, _of_then, _not_this, _beside_kin):
            value = rule(question, text, told, unit) if value is None else value
    return None if value is None else amounts.fitting(question, value)


def _fits(each: Mention, unit: int) -> bool:
    return each.unit in (None, unit) and not each.is_order


def _in_that_state(
    question: Question, text: str, told: Sequence[Mention], unit: int
) -> float | None:
    """ "ทั้งหมด 8 ดวง เสีย 3 ดวง", where it is asked how many are broken."""
    asked = _STATE.search(naming.asked(question))
    if asked is None or not all(_fits(each, unit) for each in told):
        return None
    leads = [_BEFORE.sub("", each.lead) for each in told]
    mine = [
        each
        for each, lead in zip(told, leads, strict=True)
        if lead.endswith(asked["state"])
    ]
    rest = [each for each in told if each not in mine]
    of_all = len(rest) == 1 and _OF_ALL.search(rest[0].lead.replace(" ", ""))
    if len(mine) != 1 or not of_all or not tallies.is_talk(text[told[-1].end :]):
        return None
    return mine[0].value if mine[0].value <= rest[0].value else None


def _of_then(
    question: Question, text: str, told: Sequence[Mention], unit: int
) -> float | None:
    """ "ปีก่อนโน้นห้าครั้ง ปีที่แล้วสองครั้ง": of the time that is asked."""
    if not all(_fits(each, unit) for each in told):
        return None
    asked = naming.asked(question)
    leads = [each.lead.replace(" ", "") for each in told]
    foreign = [hearsay.is_of_another_time(asked, lead) for lead in leads]
    mine = [each for each, other in zip(told, foreign, strict=True) if not other]
    is_sure = len(mine) == 1 and hearsay.names_the_time(
        asked, mine[0].lead.replace(" ", "")
    )
    return mine[0].value if is_sure and tallies.is_talk(text[told[-1].end :]) else None


def _not_this(
    question: Question, text: str, told: Sequence[Mention], unit: int
) -> float | None:
    """ "เอ้ย ไม่ใช่สาม สี่ครั้ง"."""
    first, second = told
    between = text[first.end : second.start]
    is_so = _NOT_THIS.match(first.lead) and _BUT_THIS.match(between)
    fits = all(_fits(each, unit) for each in told)
    return (
        second.value if is_so and fits and tallies.is_talk(text[second.end :]) else None
    )


def _beside_kin(
    question: Question, text: str, told: Sequence[Mention], unit: int
) -> float | None:
    """ "53 ปี ลูกสาม", of an age: the other number is of other things."""
    first, second = told
    others = tallies.KIN | tallies.BESIDE
    things = tallies.things_of(question) | {naming.asked(question)}
    of_other = tallies.noun(second) in others - things
    is_own = first.unit == unit and not first.is_order
    is_own = is_own and tallies.noun(first) not in others
    if unit == _PEOPLE or not of_other or not is_own or second.unit == unit:
        return None
    doubted = amounts.is_unsure(question, text[: second.start])
    return None if doubted or not tallies.is_talk(text[second.end :]) else first.value


_AND = form("^(?:[ |]|กับ|และ|แล้วก็|มี|อีก|ก็|อยู่|ของ)+")
_CLOSES = form(f"^(?:[ |]|{politeness.ENDS}|นะ|เอง|แค่นี้|แค่นั้น|เท่านั้น|อยู่ด้วยกัน)+$")


def _people_of_age(
    question: Question, text: str, told: Sequence[Mention]
) -> float | None:
    """ "ตากับยาย", "หลานชายสี่คน", where the old, or children, are counted."""
    kin = tallies.of_age_group(naming.asked(question))
    counts = {each.start: each for each in told}
    names = sorted(kin, key=lambda word: (-len(word), word))
    at, total, named = 0, 0.0, 0
    while at < len(text) and kin:
        if (gap := _AND.match(text[at:])) is not None and gap.end():
            at += gap.end()
            continue
        if named and _CLOSES.match(text[at:]):
            break
        name = next((each for each in names if text.startswith(each, at)), None)
        if name is None:
            return None
        at += len(name)
        number = counts.get(at) or counts.get(at + 1)
        if number is not None and number.unit in (None, _PEOPLE):
            if total and number.value == total + 1:  # "ตากับยาย 2 คน"
                number = replace(number, value=1.0)
            total, at = total + number.value, number.end
            named += 2
        else:
            total += 2 if name in tallies.PAIRS else 1
            named += 2 if name in tallies.PAIRS else 1
    return total if named > 1 else None
