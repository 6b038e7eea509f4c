"""A point of a scale of how often, told by a rate of another form: "ปีนึงทีเดียว"."""

# ruff: noqa: E501  some lines are patterns

import math
import re
from functools import lru_cache
from itertools import pairwise

from surveys import number_words
from surveys.meaning import Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.choices.measured import with_digits

# How many of a period there are in a year.
_A_YEAR = {
    "วัน": 365.0,
    "คืน": 365.0,
    "สัปดาห์": 52.0,
    "อาทิตย์": 52.0,
    "เดือน": 12.0,
    "ปี": 1.0,
}
_PERIOD = "|".join(_A_YEAR)
_TIMES = "(?:ครั้ง|หน|ที|รอบ|เที่ยว|เทื่อ|วัน|คืน)"
_ONE = "(?:1|นึง|หนึ่ง|เดียว)"
_DAYS = "จันทร์|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร์|เสาร์|อาทิตย์"
_EVERY = re.compile(
    rf"ทุก(?:ๆ)? ?(?P<count>[0-9]+)? ?(?:สิ้น|ต้น|กลาง|ปลาย|สุด)?(?P<period>{_PERIOD})"
)
_DAY_BY_DAY = re.compile(
    "(เช้า|เย็น|ค่ำ|คืน|วัน)ไหน\\1นั้น|ทุก(?:เช้า|เย็น|ค่ำ)(?! ?วัน(?:พระ|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|หยุด|ที่))"
)
# "ทุกวันที่ 15", which is told without its "every".
_ON_A_DATE = re.compile(
    "วันที่ ?[0-9]{1,2}(?= *(?:ของ)?ทุกเดือน| *(?:ค่ะ|ครับ|จ้ะ)? *ไม่เคยขาด)"
)
_ENGLISH_TIMES = {
    "once": 1,
    "twice": 2,
    "one time": 1,
    "two times": 2,
    "three times": 3,
}
_ENGLISH_PERIODS = {"day": "วัน", "week": "สัปดาห์", "month": "เดือน", "year": "ปี"}
_ENGLISH = re.compile(
    rf"\b(?:(?P<times>{'|'.join(_ENGLISH_TIMES)}) (?:a|per|every|each)|every|each) (?P<period>{'|'.join(_ENGLISH_PERIODS)})\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    rf"(?P<period>{_PERIOD})(?:ละ|{_ONE})(?P<words>[^0-9]{{0,22}}?)(?P<low>[0-9]+|หลาย)?(?:-(?P<high>[0-9]+))? ?{_TIMES}(?P<one>{_ONE})?"
)
_WEEKDAYS = re.compile(f"(?:วัน)?(?:{_DAYS})")
_MANY = {
    "ปี": (2.0, 11.0),
    "เดือน": (24.0, 40.0),
    "สัปดาห์": (104.0, 320.0),
    "อาทิตย์": (104.0, 320.0),
    "วัน": (366.0, 9999.0),
}
MIN_TOLD = 3  # labels that tell a rate
NEAR = 0.08  # so far from a bound is still within


@lru_cache(maxsize=256)
def _spans(question: Question) -> tuple[tuple[float, float] | None, ...]:
    """The least and most times a year of each point; none where too few tell them."""
    if question.kind is not Kind.SCALE5:
        return ()
    labels = [naming.spoken(question, i)[0] for i in range(5)]
    spans = tuple(_of_label(label) for label in labels)
    told = [span for span in spans if span is not None]
    return spans if len(told) >= MIN_TOLD else ()


def _of_label(label: str) -> tuple[float, float] | None:
    label = with_digits(label)
    if re.match("ไม่เคย|ไม่(?:เลย|ไป|ใช้|ทํา)", label):
        return 0.0, 0.0
    found = _rate(label)
    if found is None:
        return None
    low, high = found
    if re.search("น้อยกว่า|นานกว่า|ไม่ถึง", label):
        is_or = "หรือน้อยกว่า" in label
        return 0.01, high if is_or else low - 0.01
    if re.search("มากกว่า|เกิน|ขึ้นไป|บ่อยกว่า", label):
        is_or = bool(re.search("หรือ(?:มากกว่า|บ่อยกว่า)|ขึ้นไป", label))
        return (low if is_or else high + 0.01), math.inf
    return (low * 0.7 if "เกือบ" in label else low), high


def _rate(text: str) -> tuple[float, float] | None:
    """The least and most times a year that a text tells; None where it tells none."""
    if match := _EVERY.search(text):
        times = _A_YEAR[match["period"]] / int(match["count"] or 1)
        return times, times
    match = _RATE.search(text)
    if match is None:
        return None
    period = match["period"]
    if match["low"] == "หลาย":
        return _MANY.get(period)
    low = float(match["low"] or 1)
    high = float(match["high"] or low)
    return low * _A_YEAR[period], high * _A_YEAR[period]


_DOUBTS = re.compile(
    "หรือ|ถ้า|ไหม|มั้ย|[?]|แต่ก่อน|เมื่อก่อน|บางเดือน|บางอาทิตย์|ประมาณ|เกือบ|กว่า|ไม่ถึง|อยาก|ควร|น่าจะ|แล้วแต่"
)
_NOT_SO = re.compile("ไม่(?:ได้|ใช่|ค่อย)[^ ]{0,10}(?:ทุก|วันละ|เดือนละ|ปีละ)")
_OTHERS = re.compile(
    "^(?:แต่|ส่วน)?(?:ลูก|เมีย|ผัว|แฟน|เพื่อน|พ่อ|แม่(?!บ้าน)|ข้างบ้าน|คนอื่น|เขา|เค้า)(?!ประชุม|จัด|ล้าง|มี|ตรวจ|ปล่อย|เปิด|นัด|พา)"
)


def meant(question: Question, reply: str) -> Understood | None:
    """The one point whose rate holds the one that is told; None: it is not sure."""
    spans = _spans(question)
    if not spans or _DOUBTS.search(reply) or _OTHERS.search(reply.strip()):
        return None
    text = _ON_A_DATE.sub("ทุกเดือน", _DAY_BY_DAY.sub("ทุกวัน", reply))
    text = _ENGLISH.sub(_in_thai, text.replace("ก้อ", "ก็"))
    text = with_digits(_A_FEW.sub(_few, text))
    told = _by_weekdays(text) or _rate(text)
    if told is None or _NOT_SO.search(text):
        return None
    low, high = told
    for near in (0.0, NEAR):
        held = [
            index
            for index, span in enumerate(spans)
            if span and span[0] * (1 - near) <= low and high <= span[1] * (1 + near)
        ]
        if held:
            return from_choice(question, held[0]) if len(held) == 1 else None
    return None


def _in_thai(match: re.Match[str]) -> str:
    period = _ENGLISH_PERIODS[match["period"].casefold()]
    times = _ENGLISH_TIMES.get((match["times"] or "").casefold())
    return f"{period}ละ{times}ครั้ง" if times else f"ทุก{period}"


_ONES = number_words.THAI_ONES
_A_FEW = re.compile("|".join(f"{one}{two}" for one, two in pairwise(_ONES[1:])))


def _few(match: re.Match[str]) -> str:
    """ "สองสาม" is "2-3"."""
    first = next(i for i, one in enumerate(_ONES) if i and match[0].startswith(one))
    return f"{first}-{first + 1}"


def _by_weekdays(text: str) -> tuple[float, float] | None:
    """ "จันทร์พุธศุกร์" is three times a week, "ทุกวันอาทิตย์" once."""
    if re.search(f"(?:{_DAYS}) ?(?:ถึง|ยัน|-|จน)", text):
        return 260.0, 365.0
    bare = re.sub(f"({_PERIOD})(?:ละ|นี้|ที่แล้ว|ก่อน|นึง|หนึ่ง)", "", text)
    days = {match[0].removeprefix("วัน") for match in _WEEKDAYS.finditer(bare)}
    if not days or (days == {"อาทิตย์"} and "วันอาทิตย์" not in bare):
        return None
    return len(days) * 52.0, len(days) * 52.0
