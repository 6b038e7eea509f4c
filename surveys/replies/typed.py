"""What a typed reply to a question of any kind means.

The words of choices and whole numbers are understood by `understanding`; here stand the
kinds whose answers have a form of their own, each put to it as a question it knows.
"""

import re
from datetime import date
from functools import lru_cache
from typing import Any

from surveys import flow, plain_text, politeness
from surveys.meaning import NOT_UNDERSTOOD, Meaning, Understood
from surveys.question import Kind, Question, Text
from surveys.replies import understanding
from surveys.replies.ruling import MAX_CLOSED
from surveys.replies.text import dates

# Replies that are understood once, and views of questions that are kept.
SHORT, MOST_KNOWN = 16, 4096
_GREATEST = 10**12
POINTS = Text(th="คะแนน", en="points", my="မှတ်")
# "8/10", "7 เต็ม 10": out of how many goes without saying.
_OUT_OF_TEN = re.compile(r"\s*(?:/|เต็ม|จาก|out of)\s*10(?=\D*$)", re.IGNORECASE)
_GIVEN = re.compile(r"^\s*(?:ขอ)?ให้(?:คะแนน)?\s*(?=\d)")
_DECIMAL = re.compile(r"(?<![\d.,])\d{1,12}[.]\d{1,6}(?![\d.,])")
_views: dict[tuple[int, Kind, tuple[tuple[str, Any], ...]], tuple[Question, Question]]
_views = {}
_MINUS = re.compile(r"^\s*(?:[-−–]|ลบ|minus)\s*(?=\d)", re.IGNORECASE)
# Who has none, or cannot send one, leaves it out.
_NO_PICTURE = re.compile(
    r"(?:ไม่มี|ไม่ได้ถ่าย|(?:ถ่าย|ส่ง)(?:รูป|ภาพ)?ไม่(?:เป็น|ได้))(?:รูป|รูปถ่าย|ภาพ|ไว้|เลย|เก็บไว้)*"
    rf"\s*(?:{politeness.ENDS})?"
    r"|(?:no|none|no (?:picture|photo)s?|i have (?:none|no (?:picture|photo)s?))[.!]?"
    r"|(?:ဓာတ်ပုံ\s*)?မရှိ(?:ပါ|ဘူး|ပါဘူး)?[။]?",
    re.IGNORECASE,
)
_EXAMPLE_PLACE = {
    "th": "ชื่อหมู่บ้านหรือชุมชนของคุณ",
    "en": "the name of your community",
    "my": "ကိုယ့်ရပ်ကွက်အမည်",
}


def may_skip(question: Question) -> bool:
    """Whether the question may be left out; no answer to it is recorded as skipped.

    Nobody is held up for want of a camera, and silence is no consent.
    """
    if question.kind is Kind.PHOTO:
        return True
    return question.allow_skip and not _must_agree(question)


def may_not_know(question: Question) -> bool:
    """Whether "don't know" is an answer to it."""
    knowable = question.kind not in (Kind.PHOTO, Kind.CONSENT)
    return question.allow_dont_know and knowable


def understand(
    question: Question, reply: str, language: str, *, today: date
) -> Understood:
    """What a typed reply to the question means. Never raises and never guesses.

    A day is answered as YYYY-MM-DD. A place that is chosen from no list is free text.
    """
    match question.kind:
        case Kind.SCALE11:
            return _out_of_ten(question, reply, language)
        case Kind.NUMBER:
            return _number(question, reply, language)
        case Kind.DATE:
            said = _means(_as(question, Kind.OPEN), reply, language)
            return _day(said, language, today)
        case Kind.PHOTO:
            if _NO_PICTURE.fullmatch(reply.strip()):
                return Understood(Meaning.SKIP)
            said = _means(_as(question, Kind.OPEN), reply, language)
            return NOT_UNDERSTOOD if said.kind is Meaning.ANSWER else said
        case Kind.PLACE if not question.choices:
            return _means(_as(question, Kind.OPEN), reply, language)
        case Kind.PLACE | Kind.CONSENT:
            view = _as(question, Kind.SINGLE)
            weigh = question.kind is not Kind.CONSENT  # nobody consents by likelihood
            return _means(view, reply, language, weigh=weigh)
        case _:
            return _means(_as(question, question.kind), reply, language)


def bounds(question: Question) -> tuple[int | float, int | float] | None:
    """The least and the greatest number that answer it; None: no number does."""
    if question.kind is Kind.SCALE11:
        return 0, 10
    if question.kind is not Kind.NUMBER or question.max is None:
        return None
    return (0 if question.min is None else question.min), question.max


def is_out_of_bounds(question: Question, reply: str, language: str) -> bool:
    """Whether the reply says how many, and that is less or more than may be."""
    if bounds(question) is None:
        return False
    wide = _as(question, Kind.NUMBER, min=0, max=_GREATEST, choices=())
    said = _means(wide, plain_text.ascii_digits(reply), language)
    if not isinstance(said.value, int | float):
        return False
    return not _is_in_bounds(question, said.value)


def example(question: Question, language: str, *, today: date) -> str:
    """A short example of a good answer, for asking again; empty: none can be typed.

    It is itself understood, but for a place, whose name it asks for, and a consent,
    where it leans to neither side.
    """
    match question.kind:
        case Kind.SCALE11:
            return "5"
        case Kind.DATE:
            return dates.example(language, today)
        case Kind.PHOTO:
            return ""
        case Kind.PLACE if not question.choices:
            return _EXAMPLE_PLACE.get(language, _EXAMPLE_PLACE["th"])
        case Kind.PLACE:
            return flow.example(_as(question, Kind.SINGLE), language)
        case Kind.CONSENT:
            return " / ".join(each.label.say(language) for each in question.choices)
        case _:
            return flow.example(question, language)


def _must_agree(question: Question) -> bool:
    return question.kind is Kind.CONSENT and question.required


def _as(question: Question, kind: Kind, **fields: Any) -> Question:
    """The question as one of a kind that is understood: words, without rules.

    Rules do not bear on what words mean, and a question with them cannot be a key to
    the words that are kept for it.
    """
    # The same object each time: what is kept for it is found without comparing.
    key = (id(question), kind, tuple(fields.items()))
    known = _views.get(key)
    if known is None or known[0] is not question:
        if len(_views) >= MOST_KNOWN:
            _views.clear()
        known = _views[key] = (question, _made(question, kind, **fields))
    return known[1]


def _made(question: Question, kind: Kind, **fields: Any) -> Question:
    plain = {"kind": kind, "ask_if": None, "constraint": None}
    may = {
        "allow_skip": may_skip(question),
        "allow_dont_know": may_not_know(question),
    }
    return question.model_copy(update={**plain, **may, **fields})


def _means(
    question: Question, reply: str, language: str, *, weigh: bool = True
) -> Understood:
    """As `understanding` does. A short answer is said by many, and is understood once;
    what is no answer may be a name or a telephone number, and is not kept."""
    if len(reply) > SHORT or question.kind is Kind.OPEN:
        return understanding.understand(question, reply, language, weigh=weigh)
    try:
        return _known_answer(question, reply, language, weigh)
    except _NoAnswer as found:
        return found.means


class _NoAnswer(Exception):
    """What an exception says, no cache remembers."""

    def __init__(self, means: Understood) -> None:
        super().__init__()
        self.means = means


@lru_cache(maxsize=MOST_KNOWN)
def _known_answer(
    question: Question, reply: str, language: str, weigh: bool
) -> Understood:
    means = understanding.understand(question, reply, language, weigh=weigh)
    if not means.is_answer:
        raise _NoAnswer(means)
    return means


def _out_of_ten(question: Question, reply: str, language: str) -> Understood:
    said = _OUT_OF_TEN.sub("", plain_text.ascii_digits(reply))
    view = _as(question, Kind.NUMBER, min=0, max=10, unit=POINTS, choices=())
    return _means(view, _GIVEN.sub("", said), language)


def _day(said: Understood, language: str, today: date) -> Understood:
    if said.kind is not Meaning.ANSWER:
        return said
    day = dates.read(str(said.value), language, today)
    if day is None:
        return NOT_UNDERSTOOD
    return Understood(Meaning.ANSWER, day.isoformat())


def _number(question: Question, reply: str, language: str) -> Understood:
    """A number within bounds, with as many decimals as the question allows.

    The words around it are judged with its whole part in its place.
    """
    said = plain_text.ascii_digits(reply[: MAX_CLOSED + 1])
    decimals = _DECIMAL.findall(said) if question.decimals else []
    minus = question.min is not None and question.min < 0 and _MINUS.match(said)
    if len(decimals) != 1 and not minus:
        view = _as(question, Kind.NUMBER, min=max(0, question.min or 0))
        return _means(view, reply, language)
    bare = _MINUS.sub("", said) if minus else said
    if len(decimals) == 1:
        bare = bare.replace(decimals[0], decimals[0].partition(".")[0])
    view = _as(question, Kind.NUMBER, min=0, max=_GREATEST)
    understood = _means(view, bare, language)
    if understood.kind is not Meaning.ANSWER:
        return understood
    value = _valued(decimals[0] if decimals else str(understood.value), bool(minus))
    return _within(question, value, decimals)


def _valued(digits: str, minus: bool) -> int | float:
    number = float(digits) if "." in digits else int(digits)
    number = int(number) if number == int(number) else number
    return -number if minus else number


def _within(question: Question, value: int | float, decimals: list[str]) -> Understood:
    places = len(decimals[0].partition(".")[2].rstrip("0")) if decimals else 0
    if not _is_in_bounds(question, value) or places > question.decimals:
        return NOT_UNDERSTOOD
    return Understood(Meaning.ANSWER, value)


def _is_in_bounds(question: Question, value: int | float) -> bool:
    known = bounds(question)
    return known is not None and known[0] <= value <= known[1]
