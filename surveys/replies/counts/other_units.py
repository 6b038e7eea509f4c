"""A number told in another unit of the same measure: "สองงาน" of rai, "สิบวา" of metres."""

# ruff: noqa: E501  some lines are patterns

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from surveys import number_words
from surveys.question import Question
from surveys.replies import naming
from surveys.replies.counts import amounts, counting
from surveys.replies.text import mentions, numbers, words
from surveys.replies.text.words import form


@dataclass(frozen=True, slots=True)
class _Measure:
    """The units of one measure, each with how many of the smallest it holds."""

    units: tuple[tuple[str, float], ...]
    also: tuple[tuple[str, float], ...] = ()  # said only where the measure is known
    vague: str = "-"  # what it comes in, of no size that is known


_AREA = _Measure(
    (
        ("ไร่", 1600.0),
        ("งาน", 400.0),
        ("ตารางวา|ตรว", 4.0),
        ("ตารางเมตร|ตรม", 1.0),
        ("เฮกตาร์|เฮกแตร์", 10_000.0),
    ),
    (("วา", 4.0),),
    "แปลง|ผืน|เส้น|โฉนด|ฟุต",
)
_LENGTH = _Measure(
    (
        ("กิโลเมตร|กม|km", 1000.0),
        ("เมตร", 1.0),
        ("เซนติเมตร|ซม|cm", 0.01),
        ("วา", 2.0),
        ("เส้น", 40.0),
        ("ศอก", 0.5),
        ("คืบ", 0.25),
    ),
    (("กิโล|โล", 1000.0),),
    "ซอย|ช่วงตึก|ไมล์|ป้าย|ฟุต|นิ้ว|ก้าว",
)
_MASS = _Measure(
    (
        ("ตัน", 1_000_000.0),
        ("กิโลกรัม|กก|kg", 1000.0),
        ("ขีด", 100.0),
        ("กรัม", 1.0),
    ),
    (("กิโล|โล", 1000.0),),
    "ถุง|กระสอบ|ปี๊บ|ปอนด์|เข่ง|ตะกร้า",
)
_VOLUME = _Measure(
    (
        ("ลูกบาศก์เมตร|คิว|ลบม", 1_000_000.0),
        ("ลิตร|liters?|litres?", 1000.0),
        ("มิลลิลิตร|มล|มิล|ซีซี|ml|cc", 1.0),
    ),
    (),
    "ถัง|แกลลอน|ปี๊บ|โอ่ง|ขัน|ตุ่ม",
)
_MEASURES = (_AREA, _LENGTH, _MASS, _VOLUME)
_NUMBER = rf"[0-9][0-9,]*(?:\.[0-9]+)?|(?:{words.any_of((*number_words.THAI_ONES, *numbers.THAI_POWERS, 'ยี่', 'เอ็ด'))})+"
_SAID = "(?:(?P<half>ครึ่ง)|(?P<n>{number}))? ?(?P<unit>{units})(?![ะาิีึืุู์็่้ๆ]|กรัม|เมตร|บาศก์|หน้า)(?: ?(?P<more>ครึ่ง|นึง|หนึ่ง|เดียว))?"


@dataclass(frozen=True, slots=True)
class _Asked:
    unit: str  # as it is spelt in the question's measure
    size: float
    sizes: dict[str, float]
    said: re.Pattern[str]
    vague: re.Pattern[str]


def read(question: Question, text: str) -> tuple[bool, float | None]:
    """Whether a spaced text tells its number in another unit, or in one that goes by
    another name, and what that comes to.

    A number that comes to nothing sure is none of the unit that is asked either.
    """
    asked = _asked(naming.asked(question))
    if asked is None:
        return False, None
    text = _WHOLE.sub(r"\1", text.casefold())
    found = [each for each in asked.said.finditer(text) if _counts(each)]
    if not found and asked.vague.search(text):
        return True, None  # "ถังนึง" of litres
    own = naming.asked(question)
    others = [
        each
        for each in found
        if _spelt(asked, each) != asked.unit or each["unit"] not in own  # "คิว"
    ]
    sizes = [asked.sizes[_spelt(asked, each)] for each in found]
    pairs = pairwise(found)
    are_joined = all(_JOINED.match(text[a.end() : b.start()]) for a, b in pairs)
    if are_joined and sizes != sorted(sizes, reverse=True):
        return True, None  # "สองงานกับสามไร่"
    if len(found) != 1 or len(others) != 1:
        return False, None
    match = found[0]
    value = _value(match)
    rest = f"{text[: match.start()]} | {text[match.end() :]}"
    told = mentions.found(_ALONE.sub("", rest), halves=False)
    if value is None or told is None or amounts.is_unsure(question, text):
        return not _is_known(question, match["unit"]), None
    if any(each.unit not in _HELD for each in told):
        return True, None  # "ขวดใหญ่ขวดนึง" is what it comes in
    size = asked.sizes[_spelt(asked, match)]
    return True, amounts.fitting(question, round(value * size / asked.size, 2))


def _is_known(question: Question, unit: str) -> bool:
    """Whether the rules for numbers know what the unit is of the one that is asked."""
    group = words.UNITS.get(unit)
    units = counting.asked_units(question)
    return group in units or any((group, each) in mentions.CONVERTED for each in units)


_JOINED = form("(?:กับ|และ|แล้วก็|อีก|[ |])*$")
_ALONE = form("คนเดียว")
# Beside these a number of the asked measure stands: what it comes in, how long it takes.
_HELD = frozenset(
    words.UNITS[each] for each in ("ขวด", "ถุง", "แก้ว", "กล่อง", "นาที", "ชั่วโมง")
)
# Where a mark of a shortened unit parts it: "ตร.ว.".
_WHOLE = form("(ตร|ลบ|มล|กก|ซม|กม)(?: [|] | )(?=[วม](?:$|[ |]))")


def _counts(match: re.Match[str]) -> bool:
    return bool(match["half"] or match["n"] or match["more"])


def _spelt(asked: _Asked, match: re.Match[str]) -> str:
    said = match["unit"]
    return next(each for each in asked.sizes if re.fullmatch(each, said))


def _value(match: re.Match[str]) -> float | None:
    if match["half"]:
        return None if match["more"] == "ครึ่ง" else 0.5
    whole: float | None = 1.0
    if match["n"]:
        said = match["n"].replace(",", "")
        amount = numbers.thai_amount(said, 0)
        is_digits = re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", said)
        whole = float(said) if is_digits else None
        if amount and amount[0] is not None and amount[1] == len(said):
            whole = float(amount[0])
        if match["more"] in ("นึง", "หนึ่ง", "เดียว"):
            return None
    if whole is None:
        return None
    return whole + 0.5 if match["more"] == "ครึ่ง" else whole


@lru_cache(maxsize=256)
def _asked(text: str) -> _Asked | None:
    """The measure that a question's words ask, and its unit; None where it is none."""
    for measure in _MEASURES:
        for unit, size in measure.units:
            if re.search(f"กี่(?:{unit})(?!กรัม|เมตร|บาศก์)", text):
                sizes = dict((*measure.units, *measure.also))
                spellings = sorted(
                    (each for said in sizes for each in said.split("|")), key=len
                )[::-1]
                pattern = _SAID.format(number=_NUMBER, units="|".join(spellings))
                vague = f"(?:ครึ่ง|{_NUMBER}) ?(?:{measure.vague})|(?:{measure.vague})(?:นึง|หนึ่ง|เดียว|ครึ่ง)"
                return _Asked(unit, size, sizes, form(pattern), form(vague))
    return None
