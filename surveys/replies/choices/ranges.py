"""A number typed where the choices are ranges: "30 ปี" is "26-40 ปี"."""

import math
import re

from surveys import plain_text, politeness
from surveys.question import Kind, Question, Text
from surveys.replies import naming
from surveys.replies.text import words

# In plain form the vowel of "ต่ำ" stands in two letters.
_LOW = plain_text.plain("ต่ำกว่า")
_SPAN = re.compile(
    r"(มากกว่า|เกิน|over|morethan)?([0-9][0-9,]*)(?:ปี|บาท|กิโลเมตร|กม|เมตร|ชั่วโมง|นาที|วัน|คน|ครั้ง)?(?:-|ถึง|แต่ไม่เกิน|to)([0-9][0-9,]*)"
)
_BELOW = re.compile(rf"(?:น้อยกว่า|{_LOW}|ไม่ถึง|under|lessthan|below|<)([0-9][0-9,]*)")
_UP_TO = re.compile(r"(?:ไม่เกิน|upto|atmost)([0-9][0-9,]*)")
_ABOVE = re.compile(r"(?:มากกว่า|เกิน|สูงกว่า|over|morethan|above|>)([0-9][0-9,]*)")
_FROM = re.compile(r"([0-9][0-9,]*)\D*(?:ขึ้นไป|andover|andabove|ormore|\+)")


def spans(question: Question) -> list[tuple[float, float] | None]:
    """Each choice's lowest and highest number; None for a choice that is no range."""
    return [_span(naming.spoken(question, i)[0]) for i in range(len(question.choices))]


def place(question: Question, number: float) -> int | None:
    """The one choice whose range holds the number, if the choices are ranges."""
    if question.kind is not Kind.SINGLE:
        return None
    found = spans(question)
    known = [each for each in found if each is not None]
    if len(known) < 2 or len(known) < len(found) - 1:
        return None
    held = [
        index
        for index, each in enumerate(found)
        if each is not None and each[0] <= number <= each[1]
    ]
    return held[0] if len(held) == 1 else None


_MANY = (  # of the one in the other
    ("เมตร", "กิโลเมตร", 1000),
    ("นาที", "ชั่วโมง", 60),
    ("เดือน", "ปี", 12),
)
_LONG_UNITS = {"กม": "กิโลเมตร", "กิโล": "กิโลเมตร", "โล": "กิโลเมตร", "ชม": "ชั่วโมง"}
UNITS = (
    "กิโลเมตร|กิโล|กม|โล(?!ก)|เมตร|นาที|ชั่วโมง|ชม|เดือน|ปี|วัน|คน|ครั้ง|คัน|ตัว|หลัง|ซี่|สัปดาห์|อาทิตย์"
)
_UNIT_SAID = re.compile(f"(?<=[0-9]) *({UNITS})")
_KILO = re.compile("กิโลเมตร|กิโล(?!กรัม)|กม")


def in_unit(question: Question, number: float, unit: str) -> float | None:
    """The number in the labels' unit; None where there is no telling.

    "700 เมตร" is 0.8 where the labels are of kilometres.
    """
    labels = _KILO.sub("กิโลเมตร", naming.together(question)).replace("ชม", "ชั่วโมง")
    of_metres = re.sub("กิโลเมตร", "", labels)
    unit = _LONG_UNITS.get(unit, unit)
    if unit in (of_metres if unit == "เมตร" else labels):
        return number
    for small, large, many in _MANY:
        if unit == small and large in labels:
            return number / many
        if unit == large and small in (of_metres if small == "เมตร" else labels):
            return number * many
    return None


def of_other_unit(question: Question, text: str) -> bool:
    """Whether a number in it has a unit that the labels have not."""
    said = _UNIT_SAID.search(text)
    return bool(said) and in_unit(question, 1, said[1] if said else "") != 1


_PERIODS = "วัน|สัปดาห์|อาทิตย์|เดือน|ปี"
_PERIOD_SAID = re.compile(f"({_PERIODS})ละ")
_PERIOD_ASKED = re.compile(f"(?:ต่อ|ราย|ใน)({_PERIODS})|({_PERIODS})ละ")


def of_other_period(question: Question, text: str) -> bool:
    """ "วันละ 400" where the ranges are so much a month: no telling which it is."""
    said = set(_PERIOD_SAID.findall(text))
    if not said or question.kind is not Kind.SINGLE:
        return False
    known = naming.asked(question) + naming.together(question)
    told = {first or second for first, second in _PERIOD_ASKED.findall(known)}
    is_ranged = sum(each is not None for each in spans(question)) > 1
    return is_ranged and bool(told) and not said & told


def some_over(question: Question, text: str) -> int | None:
    """ "20 กว่าๆ": the one range that holds all it may be."""
    match = _SOME_OVER.search(text)
    if match is None:
        return None
    tens = int(match[1])
    held = {place(question, tens + more) for more in (1, 9)}
    return held.pop() if len(held) == 1 else None


_SOME_OVER = re.compile(
    f"^(?:อายุ|ก็|ประมาณ)?([1-9]0)(?:ปี)?กว่า(?:ปี|ขวบ)?(?:แล้ว|{politeness.ENDS}|นะ|เอง)*$"
)


def counted(question: Question) -> Question:
    """The question as one that asks for the number itself, in the labels' unit."""
    labels = "".join(
        naming.spoken(question, i)[0] for i in range(len(question.choices))
    )
    units = [word for word in words.UNITS if len(word) > 1 and word in labels]
    unit = Text.model_construct(th=max(units, key=len)) if units else None
    return Question.model_construct(
        key=question.key,
        kind=Kind.NUMBER,
        text=question.text,
        unit=unit,
        min=0,
        max=10**9,
        decimals=0,
        allow_skip=question.allow_skip,
        allow_dont_know=question.allow_dont_know,
    )


def _span(label: str) -> tuple[float, float] | None:
    if label.isdecimal():
        return _number(label), _number(label)
    if match := _SPAN.search(label):
        return _number(match[2]) + bool(match[1]), _number(match[3])
    if match := _BELOW.search(label):
        return -math.inf, math.nextafter(_number(match[1]), 0)
    if match := _UP_TO.search(label):
        return -math.inf, _number(match[1])
    if match := _FROM.search(label):
        return _number(match[1]), math.inf
    if match := _ABOVE.search(label):
        return _number(match[1]) + 1, math.inf
    return None


def _number(text: str) -> float:
    return float(text.replace(",", ""))
