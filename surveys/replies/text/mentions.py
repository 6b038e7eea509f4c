"""Every number that a reply mentions, with its unit and what stands before it."""

# ruff: noqa: E501  some lines are patterns

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from surveys import plain_text
from surveys.replies.text import numbers, pauses, words
from surveys.replies.text.pauses import Typed


@dataclass(frozen=True, slots=True)
class Mention:
    """A number of a reply. `unit` is its group of `words.UNITS`, if it has one."""

    value: float
    unit: int | None
    start: int
    end: int
    lead: str  # the words before it, back to the number before or to a mark
    is_order: bool  # it numbers or names something: "ครั้งที่ 4", "ปี 54", "โทร 199"


def _group(unit: str) -> int:
    return words.UNITS[plain_text.plain(unit)]


# Of one unit in another, exactly: a month has no fixed number of days.
_TIMES = {
    ("ชั่วโมง", "นาที"): 60.0,
    ("นาที", "ชั่วโมง"): 1 / 60,
    ("วินาที", "นาที"): 1 / 60,
    ("วัน", "ชั่วโมง"): 24.0,
    ("สัปดาห์", "วัน"): 7.0,
    ("ปี", "เดือน"): 12.0,
    ("เดือน", "ปี"): 1 / 12,
    ("เมตร", "กิโลเมตร"): 0.001,
    ("กิโลเมตร", "เมตร"): 1000.0,
    ("เมตร", "เซนติเมตร"): 100.0,
    ("เซนติเมตร", "เมตร"): 0.01,
}
CONVERTED: Mapping[tuple[int, int], float] = {
    (_group(one), _group(other)): times for (one, other), times in _TIMES.items()
}
DOZEN = "โหล"
_POWERS = {DOZEN: 12, **{w: n for w, n in numbers.MULTIPLIERS.items() if n >= 100}}
_DIGITS = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+(?:\.[0-9]{1,2})?(?![0-9])"
)
_HALF = "ครึ่ง"
_ONE = re.compile(" ?(นึง|หนึ่ง|เดียว|ครึ่ง)")
_A_DOZEN = re.compile("(?<!ฮัล)โหล(?!ด|ๆ)(?: ?(นึง|หนึ่ง|เดียว|ครึ่ง))?")
# Where a number's word is part of another.
_NO_NUMBER = re.compile(
    "สามี|สามารถ|สามัคคี|สามล้อ|ห้าง|ห้าม(?!วน)|เก้าอี้|พันธ|สี่แยก|สองแถว|หกล้|สิบล้อ|ร้อยละ|ยี่ห้อ|แสนดี"
    "|พันกว่า|ร้อยเปอร์|ศูนย์(?=[ก-ฮเแโ])"
)
_PASSED = re.compile(
    "ครึ่ง(?:นึง|หนึ่ง)?|(?:นึง|หนึ่ง)(?=ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|[0-9])"
)
_ORDERS = re.compile(
    "(?:ที่|ข้อ|เบอร์|โทร|โทรไป|โทรหา|สายด่วน|หมายเลข|เลข|รุ่น|สาย|ซอย|เมื่อปี|ตั้งแต่ปี|ปี|พศ|คศ|เวลา|อายุ) ?$"
)
_OF_ITS_OWN = re.compile(" ?[ก-ฮ][ก-๛]{1,8}(?:นึง|หนึ่ง)")  # "ดรีม 110 คันนึง"
_ODD = re.compile(
    r"[-/+:][0-9]|[0-9][-/+:]|(?<![0-9])[.,][0-9]"
)  # a range, a fraction, a clock
_UNITS = {  # by first letter, the longest first
    first: tuple(sorted(said, key=len, reverse=True))
    for first, said in groupby(sorted(words.UNITS), key=lambda word: word[0])
}
# As many units as a number's word could run into are not units there.
_NO_UNIT = frozenset(words.listed("ที ม m โล st l a"))
# "45 ปีนี้" and "66 เดือนหน้า": the unit is of a time, not of the number.
_OF_A_TIME = re.compile(" ?(?:นึง|หนึ่ง|บน|ล่าง)|(?:นี้|หน้า|กลาย)(?!ๆ)")

# "ห้าหมื่น ปีที่แล้วแสนนึง": no fifty thousand years.
_LAST_YEAR = re.compile(" (?:ปี|เดือน|อาทิตย์|สัปดาห์)(?:ที่แล้ว|ก่อน|ที่ผ่าน)")
MAX_YEARS = 150


def spaced(typed: Typed) -> str:
    """The text with a space where one was typed, a bar where a mark was."""
    pieces, last = [], 0
    for cut in sorted(typed.soft | typed.hard):
        pieces += [typed.text[last:cut], " | " if cut in typed.hard else " "]
        last = cut
    text = "".join([*pieces, typed.text[last:]]).strip()
    return _SHORTENED.sub(r"\1", text)


_SHORTENED = re.compile(r"(ชม|กม|ซม|กก)(?: \| |$)")  # "2 ชม.ครึ่ง"


def text(reply: str) -> str:
    """A reply as a spaced text."""
    return spaced(pauses.typed(reply))


def found(text: str, *, halves: bool = True) -> Sequence[Mention] | None:
    """The numbers of a spaced text; None where one of them cannot be read for sure.

    Without `halves` a half of nothing that is named ("หายไปครึ่งนึง") is passed over.
    """
    if _ODD.search(text):
        return None
    told: list[Mention] = []
    at = last = 0
    while at < len(text):
        read = _at(text, at)
        if read is None:
            at += 1
            continue
        value, unit, end = read
        if value is None and not halves and (passed := _PASSED.match(text, at)):
            at = passed.end()
            continue
        if value is None:
            return None
        lead = text[last:at].rpartition("|")[2].strip()
        is_order = unit is None and bool(_ORDERS.search(lead))
        named = unit is None and _OF_ITS_OWN.match(text, end)
        is_order = is_order or lead.endswith("ที่") or bool(named)
        told.append(Mention(value, unit, at, end, lead, is_order))
        at = last = end
    return told


def _at(text: str, at: int) -> tuple[float | None, int | None, int] | None:
    """The value, the unit and the end of the number that starts here, if one does."""
    if not _may_start(text, at):
        return None
    if text.startswith(_HALF, at):
        return _half(text, at + len(_HALF))
    if (dozen := _A_DOZEN.match(text, at)) is not None:
        times = 1.5 if dozen[1] == _HALF else 1.0
        return times * _POWERS[DOZEN], *_with_unit(text, dozen.end())
    if (unit := _unit(text, at)) is not None:
        ones = _ONE.match(text, unit[1])
        is_one = ones is not None and _may_start(text, ones.end())
        if ones is None or not is_one or text[at : unit[1]] in _NO_UNIT:
            return None
        return (1.5 if ones[1] == _HALF else 1.0), unit[0], ones.end()
    read = _number(text, at)
    if read is None:
        return None
    value, end = read
    if value is None:
        return None, None, end
    if match := re.match(f" ?{_HALF}", text[end:]):
        return value + 0.5, *_with_unit(text, end + match.end())
    if value >= MAX_YEARS and _LAST_YEAR.match(text, end):
        return value, None, end
    group, end = _with_unit(text, end)
    if group is not None and (match := re.match(f" ?{_HALF}", text[end:])):
        return value + 0.5, group, end + match.end()
    return value, group, end


def _half(text: str, at: int) -> tuple[float | None, int | None, int] | None:
    for word, power in _POWERS.items():
        if text.startswith(word, at):
            return power / 2, *_with_unit(text, at + len(word))
    group, end = _with_unit(text, at)
    return (None, None, at) if group is None else (0.5, group, end)


def _number(text: str, at: int) -> tuple[float | None, int] | None:
    digits = _DIGITS.match(text, at)
    if digits:
        value: float | None = float(digits[0].replace(",", ""))
        end = digits.end()
    elif _NO_NUMBER.match(text, at):
        return None
    else:
        amount = numbers.thai_amount(text, at)
        if amount is None or not _may_start(text, amount[1]):
            return None
        value, end = amount
    for word, power in _POWERS.items():
        match = re.match(f" ?{word}", text[end:])
        if match and value is not None and (digits or word == DOZEN):
            return value * power, end + match.end()
    return value, end


def _may_start(text: str, at: int) -> bool:
    """Whether a word may begin here: no mark of the letter before stands here."""
    if at >= len(text):
        return True
    if at and text[at].isascii() and text[at].isalpha():
        return not (text[at - 1].isascii() and text[at - 1].isalpha())
    if at and text[at].isdecimal() and text[at - 1].isdecimal():
        return False
    is_mark = unicodedata.category(text[at])[0] == "M" or text[at] in "ะาๅ"
    return not is_mark and not (at and text[at - 1] in "เแโใไ")


def _with_unit(text: str, at: int) -> tuple[int | None, int]:
    start = at + 1 if text[at : at + 1] == " " else at
    unit = _unit(text, start)
    if unit is None or _OF_A_TIME.match(text, unit[1]):
        return None, at  # "ดรีม 110 คันนึง", "ล่าง 1 ชั้นบน 2"
    return unit


def _unit(text: str, at: int) -> tuple[int, int] | None:
    for word in _UNITS.get(text[at : at + 1], ()):
        if text.startswith(word, at) and _may_start(text, at + len(word)):
            end = at + len(word)
            is_short = len(word) == 1 and text[end : end + 1].isalpha()
            return None if is_short else (words.UNITS[word], end)
    return None
