"""A number told in two units at once, or in a word for many: "ไร่นึงกับสองงาน"."""

# ruff: noqa: E501  some lines are patterns

import re
from itertools import accumulate

from surveys import number_words, politeness
from surveys.question import Question
from surveys.replies import naming
from surveys.replies.counts import amounts, counting
from surveys.replies.text import numbers, words
from surveys.replies.text.words import form

# Of a unit the next smaller that is said with it, and how many of it there are.
_PARTS = (
    ("ไร่", "งาน", 4),
    ("ปี", "เดือน", 12),
    ("ชั่วโมง|ชม", "นาที", 60),
    ("วัน", "ชั่วโมง|ชม", 24),
    ("เมตร", "เซนติเมตร|เซนต์|เซน|ซม", 100),
    ("กิโลเมตร|กิโล|โล|กม", "เมตร", 1000),
    ("บาท", "สตางค์|สตัง|ตังค์", 100),
    ("กิโลกรัม|กิโล|โล", "ขีด", 10),
)
_NUMBER = rf"(?:[0-9]+(?:\.[0-9]+)?|{words.any_of((*number_words.THAI_ONES, 'สิบ', 'ร้อย', 'พัน', 'ยี่', 'เอ็ด'))})+"
_ONE = "(?:นึง|หนึ่ง|เดียว)"
_AND = "(?: |กับ|กะ|และ|อีก|ก็|บวก|แล้วก็|มี)*"
_LEAD = "(?:ก็|มี|มีอยู่|อยู่|ได้|ประมาณ|ราว|ใช้|ใช้เวลา|เวลา|สูง|ทำมา|อยู่มา|มา|มาได้|เป็น|สูงตั้ง|ตั้ง|นาน|ราคา|ถังละ|ขวดละ|แค่|เอง|แถว| )*"
_TAIL = f"(?:[ |]|พอดี|เป๊ะ|เอง|ถ้วน|เต็ม|แล้ว|ละ|ได้|มานี่|{politeness.ENDS}|นะ|เด้อ|เจ้า|ฮะ|อ่ะ|อะ|แหละ|แค่นั้น|เท่านั้น)*"
_MANY = {"ทศวรรษ": ("ปี", 10), "ศตวรรษ": ("ปี", 100), "คู่": ("", 2), "กุรุส": ("", 144)}
_IN_MANY = form(
    rf"^{_LEAD}(?:แฝด|ลูกแฝด|ครบ)*(?:(?P<n>{_NUMBER}) ?)?(?P<many>{'|'.join(_MANY)})(?P<one>{_ONE})?(?P<rest>.*)$"
)
_PAIRED = words.listed("คน ตัว")


def read(question: Question, text: str) -> float | None:
    """What a spaced text comes to in the unit that is asked; None: it is no such thing."""
    units = counting.asked_units(question)
    asked = naming.asked(question)
    if re.search("กว่า|เกือบ|ไม่|หรือ|แต่", text):
        return None
    found = _of_months(text, asked) or _of_a_part_year(text, asked)
    if found is not None:
        return amounts.fitting(question, found)
    for large, small, many in _PARTS:
        if not _asks(asked, large) and not _asks(asked, small):
            continue
        pieces = list(accumulate(_PIECE.findall(text)))
        is_whole = _asks(asked, large)
        parts = (
            _in_parts(each.strip(" |"), large, small, many, is_whole=is_whole)
            for each in pieces
        )
        found = next((each for each in reversed(list(parts)) if each is not None), None)
        if found is None:
            continue
        value = found if is_whole else found * many
        return amounts.fitting(question, round(value, 2))
    return _in_pairs(question, text, units, asked)


_PIECE = re.compile("[^ |]+[ |]*")
_MONTHS = form(f"{_LEAD}(?:(?P<n>{_NUMBER}) ?)?เดือนครึ่ง{_TAIL}")


def _of_months(text: str, asked: str) -> float | None:
    """ "เดือนครึ่ง" of days: 45, as it is said; a bare month has no fixed number."""
    match = _MONTHS.fullmatch(text) if "กี่วัน" in asked else None
    if match is None:
        return None
    months = _value(match["n"]) if match["n"] else 1.0
    return None if months is None else (months + 0.5) * 30


_PART_YEAR = form(
    f"(?P<just>ก็|เพิ่ง(?:มา|ย้ายมา|ซื้อมา|เริ่ม|ทำ|ใช้|ได้)*|แค่|ประมาณ|{_LEAD})?(?P<n>{_NUMBER}) ?เดือน(?P<only>เอง|เท่านั้น|แค่นั้น)?{_TAIL}(?P<rest>[^0-9]*)"
)


def _of_a_part_year(text: str, asked: str) -> float | None:
    """ "6 เดือนเอง", where it is asked how many years: half of one, and no more.

    A bare "6 เดือน" is asked again: some take the question to be of months.
    """
    match = _PART_YEAR.fullmatch(text) if _asks(asked, "ปี") else None
    if match is None:
        return None
    is_so = match["only"] or re.search("เพิ่ง|แค่", (match["just"] or "") + match["rest"])
    months = _value(match["n"]) if is_so else None
    return months / 12 if months in _QUARTERS else None


_QUARTERS = (3.0, 6.0, 9.0, 18.0)  # that many months are told in years exactly


def _asks(asked: str, unit: str) -> bool:
    return any(f"กี่{each}" in asked for each in unit.split("|"))


def _in_parts(
    text: str, large: str, small: str, many: int, *, is_whole: bool
) -> float | None:
    """ "12 ปีกับ 6 เดือน", "เมตรยี่สิบ", "15 บาท 50": in the larger unit."""
    match = _parted(large, small).fullmatch(text)
    if match is None:
        return None
    whole = _value(match["whole"]) if match["whole"] else 1.0
    part = 0.5 * many if match["half"] else _value(match["part"])
    if whole is None or part is None or part >= many:
        return None
    # A bare number after metres is of centimetres, of years it is none.
    has_unit = match["half"] or match["small"]
    is_of_clock = many == 60 and part >= 5 and _NEXT_TO.search(text)
    if not has_unit and (many != 100 or part < 10) and not is_of_clock:
        return None
    if large == "ปี" and is_whole and part * 2 != many:
        return None  # of years halves are told, no twelfths
    return whole + part / many


# "ชั่วโมงสิบห้า", in one breath.
_NEXT_TO = form("(?:ชั่วโมง|ชม)(?:สิบ|ยี่สิบ|สามสิบ|สี่สิบ|ห้าสิบ|ห้า)")
_FORMS: dict[tuple[str, str], re.Pattern[str]] = {}


def _parted(large: str, small: str) -> re.Pattern[str]:
    if (large, small) not in _FORMS:
        _FORMS[large, small] = form(
            rf"{_LEAD}(?:(?P<whole>{_NUMBER}) ?)?(?:{large})(?:{_ONE})?{_AND}"
            rf"(?:(?P<half>ครึ่ง) ?(?:{small})|(?P<part>{_NUMBER}) ?(?P<small>{small})?){_TAIL}"
        )
    return _FORMS[large, small]


def _value(said: str) -> float | None:
    said = said.replace(" ", "")
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", said):
        return float(said)
    amount = numbers.thai_amount(said, 0)
    return (
        None if not amount or amount[0] is None or amount[1] < len(said) else amount[0]
    )


def _in_pairs(
    question: Question, text: str, units: frozenset[int], asked: str
) -> float | None:
    """ "ทศวรรษนึง", "แฝดคู่เดียว": so many tens of years, or twos."""
    match = _IN_MANY.match(text)
    if match is None or re.search("[0-9]|แต่|หรือ|อีก|กว่า|กับ", match["rest"]):
        return None
    unit, many = _MANY[match["many"]]
    has_count = match["n"] or match["one"]
    is_asked = f"กี่{unit}" in asked if unit else units & _paired_units()
    if not has_count or not is_asked or match["many"] in asked:
        return None
    count = _value(match["n"]) if match["n"] else 1.0
    return None if count is None else amounts.fitting(question, count * many)


def _paired_units() -> frozenset[int]:
    return frozenset(words.UNITS[unit] for unit in _PAIRED)
