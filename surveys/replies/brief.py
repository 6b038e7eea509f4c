"""Replies to questions told in a few words, for measuring how well they are understood.

A question is {"kind": "yesno" | "scale5" | "number" | "choice", "text", and "labels",
"options" or "min" and "max"}; a meaning is {"answer": value} or {"dont_know": true},
or so with skip, stop, back or not_understood.
"""

import json
import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from surveys import plain_text
from surveys.meaning import Meaning, Understood
from surveys.question import Choice, Kind, Question, Text
from surveys.replies import understanding
from surveys.replies.around import judging
from surveys.replies.either import yesno
from surveys.replies.scales import degrees
from surveys.replies.text import words

KINDS = ("yesno", "scale5", "number", "choice")
MAX_NUMBER = 10**9  # where a question names no upper bound

_SATISFACTION = (
    (
        "ไม่พอใจมาก",
        "ไม่พอใจเลย",
        "แย่มาก",
        "น้อยที่สุด",
        "very dissatisfied",
        "very bad",
        "very poor",
    ),
    ("ไม่พอใจ", "แย่", "ไม่ดี", "น้อย", "dissatisfied", "bad", "poor"),
    ("เฉย ๆ", "ปานกลาง", "neutral"),
    ("พอใจ", "ดี", "satisfied", "good"),
    ("พอใจมาก", "ดีมาก", "มากที่สุด", "very satisfied", "very good", "excellent"),
)
_DEGREE = (
    ("น้อยที่สุด", "ไม่พอใจเลย", "แย่มาก", "ไม่เลย", "very little", "not at all", "very bad"),
    ("น้อย", "แย่", "ไม่ดี", "a little", "little", "bad"),
    ("ปานกลาง", "เฉย ๆ", "moderate", "neutral"),
    ("มาก", "ดี", "a lot", "good"),
    ("มากที่สุด", "ดีมาก", "completely", "very good"),
)
_RATINGS = frozenset(["แย่มาก", "แย่", "ไม่ดี", "ดี", "ดีมาก", "bad", "good"]) | {
    "very bad",
    "very good",
}


class BadQuestion(ValueError):
    """Why a question cannot be asked."""


def means(question: Mapping[str, Any], reply: str) -> dict[str, Any]:
    """What the reply means. Raises BadQuestion."""
    its, values = asked(json.dumps(question, ensure_ascii=False, sort_keys=True))
    return told(its, values, understanding.understand(its, reply, "th"))


def told(
    question: Question, values: Sequence[Any], understood: Understood
) -> dict[str, Any]:
    """What is understood, as a meaning is told; `values` are as `asked` gives them."""
    if understood.kind is not Meaning.ANSWER:
        return {understood.kind.value: True}
    value = understood.value
    if question.kind is Kind.SINGLE:
        return {"answer": values[_index(question, str(value))]}
    return {"answer": value}


def _index(question: Question, key: str) -> int:
    return [choice.key for choice in question.choices].index(key)


@lru_cache(maxsize=256)
def asked(key: str) -> tuple[Question, tuple[Any, ...]]:
    """The question told in JSON, and what its choices are recorded as."""
    fields = json.loads(key)
    kind = fields.get("kind")
    if kind not in KINDS:
        raise BadQuestion(f'"kind" is none of {", ".join(KINDS)}')
    text = str(fields.get("text") or "?")
    match kind:
        case "yesno":
            return _question(text, Kind.SINGLE, _YES_NO), ("yes", "no")
        case "scale5":
            said = _scale(fields.get("labels"), text)
            return _question(text, Kind.SCALE5, said), (1, 2, 3, 4, 5)
        case "choice":
            options = fields.get("options")
            if not isinstance(options, list) or len(options) < 2:
                raise BadQuestion('a choice has two "options" or more')
            said, values = _options(options)
            return _question(text, Kind.SINGLE, said), values
        case _:
            return _number(fields, text), ()


def _question(
    text: str, kind: Kind, choices: Sequence[tuple[str, Sequence[str]]], **more: Any
) -> Question:
    """A question whose labels nobody has checked, as they come from anywhere."""
    made = tuple(
        Choice.model_construct(
            key=key, label=Text.model_construct(th=said[0]), also=tuple(said[1:])
        )
        for key, said in choices
    )
    return Question.model_construct(
        key="asked",
        kind=kind,
        text=Text.model_construct(th=text),
        choices=made,
        **more,
    )


_YES_NO: tuple[tuple[str, Sequence[str]], ...] = (
    ("yes", ("ใช่", "yes")),
    ("no", ("ไม่ใช่", "no")),
)


def _scale(labels: Any, text: str) -> list[tuple[str, Sequence[str]]]:
    if labels:
        if not isinstance(labels, list) or len(labels) != 5:
            raise BadQuestion('a scale has five "labels", low to high')
        said = [_spoken(label) for label in labels]
        return [(str(point), each) for point, each in enumerate(said, start=1)]
    if re.search("พอใจ|satisf|happy", text):
        return [(str(i), each) for i, each in enumerate(_SATISFACTION, start=1)]
    plain = plain_text.plain(text)
    verbs = [v for v in yesno.VERBS if len(v) > 3 and v in plain and v != "พอใจ"]
    # Of a trouble "good" is no high degree.
    is_of_trouble = bool(judging.TROUBLE.search(plain))
    points = zip(_DEGREE, degrees.PLAIN, strict=True)
    return [
        (
            str(i),
            (
                *(each for each in said if not is_of_trouble or each not in _RATINGS),
                *(f"{verb}{degree}" for verb in verbs),
            ),
        )
        for i, (said, degree) in enumerate(points, start=1)
    ]


def _options(
    options: Sequence[Any],
) -> tuple[list[tuple[str, Sequence[str]]], tuple[Any, ...]]:
    said: list[tuple[str, Sequence[str]]] = []
    values = []
    for place, option in enumerate(options):
        said.append((f"o{place}", _spoken(option)))
        values.append(_value(option))
    return said, tuple(values)


def _value(option: Any) -> Any:
    if not isinstance(option, dict):
        return option
    return next(
        (option[k] for k in ("value", "key") if k in option), option.get("label")
    )


def _spoken(option: Any) -> list[str]:
    """The label of an option, in whatever languages it is told."""
    if isinstance(option, dict):
        label = option.get("label") or option.get("text") or _value(option)
        if isinstance(label, dict):
            return [str(each) for each in label.values() if each] or ["?"]
        return [str(label)]
    return [str(option)]


# What people say halves of: years, not people.
_HALVED = words.listed(words.LISTS["halves"])
_COUNTED = re.compile(
    r"(?:กี่|how\s*many)\s*(คน|ครั้ง|ตัว|คัน|หลัง|แห่ง|หน|รอบ|people|times|persons)", re.I
)


def _number(told: Mapping[str, Any], text: str) -> Question:
    low, high = told.get("min"), told.get("max")
    for name, bound in (("min", low), ("max", high)):
        is_number = isinstance(bound, int | float) and not isinstance(bound, bool)
        if bound is not None and not (is_number and math.isfinite(bound)):
            raise BadQuestion(f'"{name}" is not a number')
    unit = told.get("unit")
    return _question(
        text,
        Kind.NUMBER,
        (),
        min=0 if low is None else low,
        max=MAX_NUMBER if high is None else high,
        unit=Text.model_construct(th=str(unit)) if unit else None,
        decimals=2 if _may_be_halved(told, text) else 0,
    )


def _may_be_halved(told: Mapping[str, Any], text: str) -> bool:
    for name, means_whole in (("decimals", False), ("integer", True)):
        if name in told:
            return bool(told[name]) is not means_whole
    if any(isinstance(told.get(name), float) for name in ("min", "max", "step")):
        return True
    plain = plain_text.plain(f"{text} {told.get('unit') or ''}")
    return not _COUNTED.search(text) and any(word in plain for word in _HALVED)
