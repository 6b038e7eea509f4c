"""A number typed where the choices are ranges: "30 ปี" is "26-40 ปี"."""

import math
import re

from surveys import naming, words
from surveys.question import Kind, Question, Text

# In plain form the vowel of "ต่ำ" stands in two letters.
_LOW = words.plain("ต่ำกว่า")
_SPAN = re.compile(r"([0-9][0-9,]*)(?:-|ถึง|to)([0-9][0-9,]*)")
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


def some_over(question: Question, text: str) -> int | None:
    """ "20 กว่าๆ": the one range that holds all it may be."""
    match = _SOME_OVER.search(text)
    if match is None:
        return None
    tens = int(match[1])
    held = {place(question, tens + more) for more in (1, 9)}
    return held.pop() if len(held) == 1 else None


_SOME_OVER = re.compile(
    "^(?:อายุ|ก็|ประมาณ)?([1-9]0)(?:ปี)?กว่า(?:ปี|ขวบ)?(?:แล้ว|ค่ะ|ครับ|จ้ะ|จ้า|นะ|เอง|คะ|คับ)*$"
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
        return _number(match[1]), _number(match[2])
    if match := _BELOW.search(label):
        return -math.inf, _number(match[1]) - 1
    if match := _UP_TO.search(label):
        return -math.inf, _number(match[1])
    if match := _FROM.search(label):
        return _number(match[1]), math.inf
    if match := _ABOVE.search(label):
        return _number(match[1]) + 1, math.inf
    return None


def _number(text: str) -> float:
    return float(text.replace(",", ""))
