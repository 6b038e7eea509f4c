"""A range that a story tells by an amount in it: "มาได้เจ็ดเดือน ยังหลงทางอยู่".

Of several numbers those count that have the labels' unit, or none where the question
needs none; not a day's wage for a month's income, nor the age of somebody else.
"""

# ruff: noqa: E501  some lines are patterns

import re
from collections.abc import Iterator
from dataclasses import dataclass

from surveys.meaning import Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import asking
from surveys.replies.choices import ranges
from surveys.replies.text import mentions, numbers, words

MIN_MONEY = 100  # baht that need no unit
MAX_AGE = 110  # years of a person
BORN_HERE = 15.0  # years that one has at least who was born here and answers
A_LITTLE = 0.3  # of the step between round numbers, what "ต้นๆ" may add
HALF_A_YEAR = 0.5
NO_END = 1e6  # more than any range has an end at

_YEAR, _MONTH, _BAHT = (words.UNITS[each] for each in ("ปี", "เดือน", "บาท"))
_OF_AGE = re.compile("อายุ|วัย|age")
_OF_STAY = re.compile("นาน|กี่ปี|อยู่มา|อาศัย|how long")
_OF_MONEY = re.compile("บาท|รายได้|เงินเดือน|income|baht")
_OTHER_PERIOD = re.compile(
    "(?:วัน|ชั่วโมง|ชม|อาทิตย์|สัปดาห์|ปี|คืน|กะ|เที่ยว|กิโล|หัว|คน|เม็ด|ใบ)ละ *$"
)
_OF_OTHERS = re.compile(
    "(?:ลูก(?!จ้าง|บ้าน)|หลาน|เมีย|ผัว|สามี|แฟน|พ่อ|แม่|พี่|น้อง|เพื่อน|เขา|ตา|ยาย|ปู่|ย่า|ฟัน|ห้อง|ซอย|สาย|หมู่|บ้านเลขที่|พระราม|ปี *25|พศ)[ก-๙]{0,8} *$"
)
_SPENT = re.compile(
    "(?:ค่า[ก-๙]{2,10}|เช่า|ผ่อน|จ่าย|เสีย|ส่งบ้าน|ส่งให้|ส่งแม่|หนี้|กู้|ยืม|หัก)[ก-๙ ]{0,8}$"
)
_THEN = re.compile(
    "(?:ตอน(?!นี้)|ตั้งแต่|ตั้งกะ|เมื่อ|สมัย(?!นี้)|แต่(?!ตอนนี้))(?:อายุ)?[ก-๙]{0,6} *$"
)
_NEARLY = re.compile("(?:จะ|ใกล้|เกือบ|ย่าง|ย่างเข้า|เกือบๆ|ใกล้ๆ|จวน|อีกปีเดียว) *$")
_OVER = re.compile(" *(?:ปี|บาท)? *(?:กว่า|เศษ|ปลาย|กลาง|อัพ|ขึ้น)")
_ABOVE = re.compile("(?:เกิน|มากกว่า|สูงกว่า|over|more than) *$")
_LITTLE_OVER = re.compile(" *(?:ปี|บาท)? *(?:นิด|ต้น|หน่อย)")
_SAYS_AGE = re.compile(
    "(?:^|อายุ|ปาเข้าไป|ปาไป|เข้าไป|จะ|เพิ่ง|ก็|ผม|หนู|ฉัน|ป้า|ลุง|ยาย|ตา|ปีนี้|ตอนนี้|นี่|ครบ|ย่าง|เลย|[|]) *$"
)
_COUNTS_ALL = re.compile(
    "(?:ตก|รวม|รวมๆ|ทั้งเดือน|เฉลี่ย|เบ็ดเสร็จ|สุทธิ|รับจริง|ได้เดือนละ|เดือนละ|เดือนนึง|ต่อเดือน)[ก-๙ ]{0,8}$"
)
_BORN = re.compile(
    "เกิดที่นี่|เกิดที่นี้|เกิดตรงนี้|เกิดบ้านนี้|เกิดหมู่บ้านนี้|ตั้งแต่เกิด|แต่เกิด|เกิดก็(?:อยู่|ที่)นี่|ทั้งชีวิต|ตั้งแต่ปู่|รุ่นปู่|รุ่นทวด|ปู่ย่าตายาย|ตั้งแต่ยังไม่มีถนน|ตั้งแต่หนุ่ม|ตั้งแต่สาว|ตั้งแต่เล็กจนโต|เล็กจนโต|รกฝัง|ตั้งแต่จำความ"
)
_BARELY = re.compile(
    "ไม่ครบปี|ไม่ถึงปี|ไม่เต็มปี|ยังไม่ถึงปี|ยังไม่ครบปี|ไม่กี่เดือน|สองสามเดือน|สามสี่เดือน|ห้าหกเดือน|ครึ่งปี|เพิ่งย้ายมา(?!ได้)|เพิ่งย้ายเข้า|เพิ่งมาใหม่|เมื่อเดือนก่อน|เมื่อเดือนที่แล้ว|ต้นปีนี้|เมื่อต้นปี"
)
_LASTED = re.compile("(?<!เข้า)(?<!ปา)(?:ไป|มา|อยู่|ทำ)(?:ได้)? *$")
# Two of them, or it is denied: "18-25 ไม่ใช่", "not 40".
_TURNS = re.compile(
    r"หรือ|ไม่ใช่|ไม่เอา|ไม่เลือก|ไม่จริง|บ่แม่น|บ่ใช่|บ่ |ไม่แม่น|\b(?:not|no|isn'?t|never|or|none|neither)\b"
)
_DENIED = re.compile("(?:ไม่|บ่|อย่า|เปล่า|မ)[^ |]{0,8} ?$")
_NOT_IT = re.compile("เลข|เบอร์|ข้อ|ที่ *$|โทร|ปี *$|เมื่อปี|พ[.]?ศ")


@dataclass(frozen=True, slots=True)
class Amount:
    """One or two numbers said as one, "สามสี่ปี", and the group of their unit."""

    values: tuple[float, ...]
    unit: int | None
    start: int
    end: int


def told(question: Question, reply: str) -> Understood | None:
    """The range in which the story's amount lies; None where it is not sure."""
    if question.kind is not Kind.SINGLE or ranges.place(question, NO_END) is None:
        return None
    if asking.ends_asking(reply) or _TURNS.search(reply.casefold()):
        return None
    text = mentions.text(reply)
    found = {}
    for amount in _amounts(text):
        place = _place(question, text, amount)
        if place is not None:
            found[amount.start] = place
    if not found:
        place = _without_number(question, text)
        return None if place is None else from_choice(question, place)
    places = set(found.values())
    if len(places) > 1:
        places = {p for at, p in found.items() if _COUNTS_ALL.search(text[:at])}
    return from_choice(question, places.pop()) if len(places) == 1 else None


def _without_number(question: Question, text: str) -> int | None:
    """ "เกิดบ้านนี้", "ยังไม่ครบปี", where it is asked how many years one has been here."""
    asked = naming.asked(question)
    if not _OF_STAY.search(asked) or _OF_AGE.search(asked):
        return None
    if "ปี" not in naming.together(question):
        return None
    plain = text.replace(" ", "")
    if _BORN.search(plain) and not _BARELY.search(plain):
        top = ranges.place(question, NO_END)
        return top if ranges.place(question, BORN_HERE) == top else None
    if _BARELY.search(plain) and not _BORN.search(plain):
        return ranges.place(question, HALF_A_YEAR)
    return None


def _place(question: Question, text: str, amount: Amount) -> int | None:
    """The one range that holds all that an amount may be; None: it is not of it."""
    before, after = text[: amount.start], text[amount.end :]
    if not _is_own(question, before, after, amount):
        return None
    values = {_in_years(question, amount, value) for value in amount.values}
    if _NEARLY.search(before):
        values |= {value - 1 for value in values}
    if _ABOVE.search(before):
        values.add(NO_END)
    if _OVER.match(after):
        values |= {value + 1 for value in values}
        values |= {value - 1 + _step(value) for value in amount.values}
    if _LITTLE_OVER.match(after):
        values |= {value + A_LITTLE * _step(value) for value in amount.values}
    places = {ranges.place(question, value) for value in values}
    return places.pop() if len(places) == 1 else None


def _step(value: float) -> int:
    """How far it is to the next number as round: 10,000 of 20,000, 10 of 40."""
    step = 1
    while value >= 10 * step and value % (10 * step) == 0:
        step *= 10
    return step


def _in_years(question: Question, amount: Amount, value: float) -> float:
    is_month = amount.unit == _MONTH and "เดือน" not in naming.together(question)
    return value / 12 if is_month else value


def _is_own(question: Question, before: str, after: str, amount: Amount) -> bool:
    """Whether an amount is of what is asked, of the one who answers, and of now."""
    asked = naming.asked(question) + naming.together(question)
    clause = re.split("[|]", before)[-1]
    if _NOT_IT.search(clause[-6:]) or _OF_OTHERS.search(clause):
        return False
    if _DENIED.search(clause):
        return False
    if _OF_MONEY.search(asked):
        is_money = amount.unit == _BAHT or (
            amount.unit is None and min(amount.values) >= MIN_MONEY
        )
        return is_money and not (_OTHER_PERIOD.search(clause) or _SPENT.search(clause))
    if "ปี" not in asked:
        return False
    if _OF_AGE.search(naming.asked(question)):
        is_age = amount.unit == _YEAR or (
            amount.unit is None and bool(_SAYS_AGE.search(clause))
        )
        is_other = _THEN.search(clause) or _LASTED.search(clause)
        return is_age and max(amount.values) <= MAX_AGE and not is_other
    if not _OF_STAY.search(asked):
        return False
    return amount.unit in (_YEAR, _MONTH) and not (
        _THEN.search(clause) or "อายุ" in clause[-8:] or after.startswith("ก่อนนู้น")
    )


def _amounts(text: str) -> Iterator[Amount]:
    at = 0
    while at < len(text):
        read = _read(text, at) if _may_start(text, at) else None
        if read is None:
            at += 1
            continue
        values, end = read
        unit, after = _unit(text, end)
        yield Amount(values, unit, at, after)
        at = after


_WORD_WITH_NUMBER = re.compile(
    "สามี|สามารถ|สามัคคี|สามล้อ|ห้าง|ห้าม|เก้าอี้|พันธ|สี่แยก|สองแถว|หกล้|สิบล้อ|ยี่ห้อ|แสนดี|ศูนย์|หนึ่งเดียว"
)


def _may_start(text: str, at: int) -> bool:
    if text[at].isdecimal():
        return not (at and (text[at - 1].isdecimal() or text[at - 1] in ".,-"))
    is_mark = text[at] in "ะาำๅ" or "ั" <= text[at] <= "ฺ" or "็" <= text[at] <= "๎"
    return not is_mark and not (at and text[at - 1] in "เแโใไ")


def _read(text: str, at: int) -> tuple[tuple[float, ...], int] | None:
    if match := re.match(
        r"([0-9]+(?:,[0-9]{3})*)(?: *(?:-|ถึง) *([0-9]+(?:,[0-9]{3})*))?", text[at:]
    ):
        said = [each for each in match.groups() if each]
        return tuple(float(each.replace(",", "")) for each in said), at + match.end()
    if _WORD_WITH_NUMBER.match(text, at):
        return None
    amount = numbers.thai_amount(text, at)
    if amount is None:
        return None
    value, end = amount
    if value is not None:
        return (float(value),), end
    return _two(text, at, end)


def _two(text: str, at: int, end: int) -> tuple[tuple[float, ...], int] | None:
    """ "สามสี่", "หมื่นสี่หมื่นห้า": two numbers said as one, the nearest there are."""
    found = []
    for cut in range(at + 1, end):
        if not _may_start(text, cut):
            continue
        one = _whole(text[at:cut])
        other = _whole(text[cut:end])
        if one and other and one < other:
            found.append((other / one, (one, other)))
    return (min(found)[1], end) if found else None


def _whole(text: str) -> float | None:
    """The number that all of a text is."""
    amount = numbers.thai_amount(text, 0)
    if amount is None or amount[0] is None or amount[1] != len(text):
        return None
    return float(amount[0])


def _unit(text: str, at: int) -> tuple[int | None, int]:
    rest = text[at:].lstrip()
    start = len(text) - len(rest)
    for word, group in (("ปี", _YEAR), ("ขวบ", _YEAR), ("เดือน", _MONTH), ("บาท", _BAHT)):
        if rest.startswith(word):
            return group, start + len(word)
    is_counted = re.match(
        "(?:คน|ครั้ง|หน|ตัว|คัน|หลัง|ใบ|ห้อง|วัน|ชั่วโมง|ชม|นาที|ซี่|เส้น|รอบ|โมง|ทุ่ม|กิโล|ไร่|เม็ด|ขวด|คืน|อาทิตย์|สัปดาห์|หลัก|เมตร|ลิตร|เปอร์เซ็น|ชั้น|ที่)",
        rest,
    )
    return (-1 if is_counted else None), at
