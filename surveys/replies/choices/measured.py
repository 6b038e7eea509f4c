"""An option told by a number: a bound, a number word, so often a month."""

# ruff: noqa: E501  some lines are patterns

import math
import re
from functools import lru_cache

from surveys import number_words, plain_text, politeness
from surveys.meaning import Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.choices import ranges
from surveys.replies.text import numbers, pauses

MAX_PLACE = 99  # no list of options is so long
_POLITE = re.compile(
    f"(?: *(?:{politeness.ENDS}|ค่า|นะ|ละ|ล่ะ|แล้ว|อะ|อ่ะ|เอง|ลูก|หลาน|นี่แหละ|แหละ|เจ้า|เด้อ|[.!]))+$"
)
_PERIOD = "(วัน|สัปดาห์|อาทิตย์|เดือน|ปี)"
_ENDS = {"ขวบ": "ปี", "อาทิตย์": "สัปดาห์"}
_LEADS = re.compile(
    "^(?:ก็|กะ|คือ|อายุ|รายได้|เงินเดือน|ได้|มี|อยู่|อยู่มา|อยู่ที่|ตก|ประมาณ|ราวๆ|ราว|ประมาน|น่าจะ|คง|เดือนละ(?=[0-9]{4})|รวมๆ|รวมแล้ว|รวม|ผม|หนู|เรา|ป้า|ลุง|ยาย|ตา|แล้ว|ก็| )+"
)


def meant(question: Question, reply: str) -> Understood | None:
    """The one option whose range, number or rate the reply tells; else None."""
    if question.kind is not Kind.SINGLE or not _has_digits(question):
        return None
    if pauses.laughs(reply) or "หรือ" in reply:
        return None
    text = _POLITE.sub("", with_digits(reply).strip()).strip()
    for find in (_by_bound, _by_amount, _by_name, _by_rate, _by_number):
        if (index := find(question, text)) is not None:
            return from_choice(question, index)
    return None


@lru_cache(maxsize=256)
def _has_digits(question: Question) -> bool:
    return bool(re.search("[0-9]", naming.together(question)))


def with_digits(text: str) -> str:
    """The text with Thai number words and digits of other scripts as 0-9.

    A word that may be part of another ("หกล้ม") stays; so does "สองสาม".
    """
    text = re.sub(f"{_PERIOD}(?:นึง|หนึ่ง)", r"\1ละ", plain_text.ascii_digits(text))
    text = re.sub("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", "", text)
    text = _POWER.sub(_powered, text)
    told, at = "", 0
    while at < len(text):
        amount = numbers.thai_amount(text, at)
        if amount and _may_end(text, amount[1]):
            value, end = amount
            told, at = told + (text[at:end] if value is None else str(value)), end
            continue
        told, at = told + text[at], at + 1
    return told


_ONES = {word: n for n, word in enumerate(number_words.THAI_ONES) if n}
_POWER = re.compile(
    rf"([0-9]+) ?(พัน|หมื่น|แสน|ล้าน|k\b)(?:({'|'.join(_ONES)})(?!ร้อย|พัน|หมื่น|แสน|สิบ))?"
)


def _powered(match: re.Match[str]) -> str:
    """ "3 หมื่นห้า" is 35,000: what comes after a power is of the next lower one."""
    power = numbers.MULTIPLIERS[match[2]]
    return str(int(match[1]) * power + _ONES.get(match[3], 0) * power // 10)


def _may_end(text: str, at: int) -> bool:
    return not re.match("ล้ม|คะเมน|[ะ-ฺ็-์]", text[at : at + 3])


_UNIT = "(?:ปี|ขวบ|บาท|คน|ครั้ง|เดือน|วัน|ชั่วโมง|ชม|นาที|หน|ไร่|กิโลเมตร|กิโล|กม|โล|เมตร)?"
_UNDER = re.compile(
    rf"^(?P<near>ไม่ถึง|ยังไม่ถึง|ไม่เต็ม|ยังไม่เต็ม|เกือบ|ยังไม่)?(?:น้อยกว่า|ต่ำกว่า|ตํ่ากว่า|ต่ํากว่า|under|below|less than)? *([0-9]+) *{_UNIT}(?P<nears>ไม่ถึง|ไม่เต็ม)?$"
)
_UP_TO = re.compile(rf"^(?:ไม่เกิน|อย่างมาก|มากสุด) *([0-9]+) *{_UNIT}$")
_OVER = re.compile(
    rf"^(?:มากกว่า|เกินกว่า|เกิน|สูงกว่า|เยอะกว่า|เลย|over|more than|above) *([0-9]+) *{_UNIT}(?:ขึ้นไป|ไป)?$"
)
_FROM = re.compile(rf"^([0-9]+) *{_UNIT}(?:ขึ้นไป|ขึ้น|อัพ|อัป|up|\+|เป็นต้นไป)$")
_SOME = re.compile(rf"^([1-9]0+) *{_UNIT}(?:กว่าๆ?|ต้นๆ?|นิดๆ|หน่อยๆ|เศษๆ?|up) *{_UNIT}$")
_LATE = re.compile(rf"^([1-9]0+) *{_UNIT}(?:ปลายๆ?) *{_UNIT}$")


def _said(text: str) -> tuple[float, float] | None:
    """The lowest and the highest that a bound leaves open; None where it is none."""
    text = re.sub("^(ไม่ถึง|ยังไม่ถึง|ไม่ครบ|เกือบ)(ปี|เดือน|คน)$", r"\g<1>1\g<2>", text)
    if match := _SOME.search(text):
        low = int(match[1])
        share = 0.4 if _JUST.search(text) else 1
        return low + 1, low + share * _step(low) - 1
    if match := _LATE.search(text):
        low = int(match[1])
        return low + 0.6 * _step(low), low + _step(low) - 1
    if match := _UP_TO.search(text):
        return -math.inf, float(match[1])
    if match := _OVER.search(text):
        return float(match[1]) + 1, math.inf
    if match := _FROM.search(text):
        return float(match[1]), math.inf
    if (match := _UNDER.search(text)) and not text[0].isdecimal():
        most = float(match[2]) - 1
        return (0.8 * most if match["near"] else -math.inf), most
    if match and match["nears"]:
        most = float(match[2]) - 1
        return 0.8 * most, most
    return None


_JUST = re.compile("ต้น|นิด|หน่อย")


def _step(number: int) -> int:
    """ "50 กว่า" ends before 60, "20,000 กว่า" before 30,000, "100 กว่า" before 200."""
    return int(10 ** (len(str(number)) - 1))


def _by_bound(question: Question, text: str) -> int | None:
    """ "ต่ำกว่าสองหมื่น", "50 กว่า": the one range that holds all that it leaves open."""
    text = re.sub("^(ชั่วโมง|กิโล|โล|ปี|เดือน)กว่า(?:ๆ)?$", r"เกิน1\1", _LEADS.sub("", text))
    said = _said(_in_labels_unit(question, text))
    if said is None:
        return None
    low, high = said
    held = []
    for index, span in enumerate(ranges.spans(question)):
        if span is None:
            continue
        # Of a bound without an end the option has none either.
        fits = span[0] <= low and high <= span[1]
        if fits:
            held.append(index)
    return held[0] if len(held) == 1 else None


_AMOUNT = re.compile(rf"^([0-9]+) *(?P<unit>{_UNIT})(?P<more>(?:[ก-ฮเแโใไ][ก-๙]*)?)$")
_ONE = re.compile("^(?:ตัว)?(ปี|คน|เดือน|ครั้ง)(?:เดียว|นึง|หนึ่ง)")
_BORN = re.compile(
    "^(?:ก็)?(?:เกิด(?:ที่)?นี่|เกิดและโต|อยู่มาตั้งแต่เกิด|ตั้งแต่เกิด|เกิดมาก็อยู่|อยู่แต่เกิด|เป็นคนที่นี่)"
)
_NEW = re.compile(
    "^(?:เพิ่ง|พึ่ง)(?:ย้าย|มา|เข้า)[ก-๙ ]{0,20}(?:เดือน|อาทิตย์|สัปดาห์|วันก่อน|เมื่อวาน)"
)
_TURNS = re.compile(
    "แต่|ถ้า|หรือ|ไม่|กับ|และ|ไหม|อีก|ต่อ|ละ|กว่า|ขึ้น|ลง|เกิน|ต้น|ปลาย|นิด|หน่อย|เศษ|ครึ่ง"
)


_WITH_UNIT = re.compile(f"([0-9]+) *({ranges.UNITS})")
_HALF_HOUR = (("ชั่วโมงครึ่ง", "90นาที"), ("ครึ่งชั่วโมง", "30นาที"))


def _in_labels_unit(question: Question, text: str) -> str:
    """ "เกิน 1 ชั่วโมง" as "เกิน 60", where the labels are of minutes."""

    def put(match: re.Match[str]) -> str:
        value = ranges.in_unit(question, int(match[1]), match[2])
        is_other = value is not None and value != int(match[1])
        return f"{value:g}" if is_other and value == int(value or 0) else match[0]

    return _WITH_UNIT.sub(put, text)


def _by_amount(question: Question, text: str) -> int | None:
    """ "หมื่นสี่", "แปดปีแล้ว": an amount that is no option's place."""
    text = _LEADS.sub("", _LEADS.sub("", text))
    text = _ONE.sub(r"1\1", text)
    for said, minutes in _HALF_HOUR:
        if text.startswith(said) and "นาที" in naming.together(question):
            text = text.replace(said, minutes, 1)
    labels = naming.together(question)
    if "ปี" in labels and "เดือน" not in labels:
        if _BORN.search(text):
            return _longest(question)
        if _NEW.search(text):
            return ranges.place(question, 0)
    match = _AMOUNT.search(text)
    if match is None or _TURNS.search(match["more"]):
        return None
    number, unit = int(match[1]), _ENDS.get(match["unit"], match["unit"])
    if unit == "เดือน" and "ปี" in labels and "เดือน" not in labels:
        return ranges.place(question, number // 12)
    if unit:
        amount = ranges.in_unit(question, number, unit)
        place = None if amount is None else ranges.place(question, amount)
        return _by_name(question, f"{number}{unit}") if place is None else place
    return None if number <= MAX_PLACE else ranges.place(question, number)


def _longest(question: Question) -> int | None:
    """The option without an upper end, where long stays are asked for."""
    ends = [
        i
        for i, each in enumerate(ranges.spans(question))
        if each and each[1] == math.inf
    ]
    is_stay = re.search("อยู่|อาศัย", naming.asked(question))
    return ends[0] if len(ends) == 1 and is_stay else None


def _by_name(question: Question, text: str) -> int | None:
    """ "หมู่หนึ่ง": an option's name, its number said in a word."""
    said = plain_text.plain(text)
    held = [
        index
        for index in range(len(question.choices))
        if said in (plain_text.plain(each) for each in naming.spoken(question, index))
    ]
    return held[0] if len(held) == 1 else None


_BARE = re.compile(
    rf"^(?:ให้|ขอ|เอา|สัก|ซัก|แค่|ควร|น่า|ไม่เกิน)*([0-9]+) *{_UNIT}(?:ก็พอ|พอ|ก็พอแล้ว|กำลังดี|กําลังดี|ก็ได้|ดีกว่า|ดี|ไปเลย|เลย|แล้วกัน|ละกัน)*$"
)


def _by_number(question: Question, text: str) -> int | None:
    """ "สี่สิบห้า" of "45 กม./ชม.", where each option has a number and 45 no place."""
    match = _BARE.search(text)
    found = [
        re.findall("[0-9]+", naming.spoken(question, i)[0].replace(",", ""))
        for i in range(len(question.choices))
    ]
    if match is None or any(len(each) > 1 for each in found):
        return None
    if int(match[1]) <= len(found) or any(ranges.spans(question)):
        return None
    held = [i for i, each in enumerate(found) if each == [str(int(match[1]))]]
    return held[0] if len(held) == 1 and sum(map(bool, found)) > 1 else None


_TIMES = "(?:ครั้ง|หน|ที|รอบ|เที่ยว|เทื่อ|เตื้อ|วัน)"
_RATE = re.compile(
    rf"{_PERIOD}(?:ละ|หนึ่ง|นึง|1)(?: *ก็)?(?: *(?:ประมาณ|สัก|ซัก|แค่|ราว))? *([0-9]+)? *(?:-|ถึง)? *([0-9]+)? *{_TIMES}(เดียว)?"
)
_TWO_THREE = {"สองสาม": (2, 3), "สามสี่": (3, 4), "ครั้ง2ครั้ง": (1, 2)}


def _rate(text: str) -> tuple[str, float, float] | None:
    """So often in so long: the period, and the least and the most times."""
    for said, (few, more) in _TWO_THREE.items():
        text = text.replace(said, f"{few}-{more}" + "ครั้ง" * said.startswith("ครั้ง"))
    match = _RATE.search(text)
    if match is None:
        return None
    low = float(match[2] or 1)
    return _ENDS.get(match[1], match[1]), low, float(match[3] or low)


def _by_rate(question: Question, text: str) -> int | None:
    """ "อาทิตย์ละสี่หน", of options that say how often in the same period."""
    if "ไม่" in text or (said := _rate(text)) is None:
        return None
    if len(re.findall(_PERIOD + "(?:ละ|หนึ่ง|นึง)", text)) != 1:
        return None
    held = []
    for index in range(len(question.choices)):
        label = _rate(with_digits(naming.spoken(question, index)[0]))
        if label and label[0] == said[0] and label[1] <= said[1] <= said[2] <= label[2]:
            held.append(index)
    return held[0] if len(held) == 1 else None
