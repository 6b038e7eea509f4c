"""A question asked with a "not": to "บ้านท่านไม่มีเด็กใช่ไหม" a "มี" is a no."""

# ruff: noqa: E501  some lines are patterns

from functools import lru_cache

from surveys import politeness
from surveys.question import Question, Text
from surveys.replies.either import polarity, stance
from surveys.replies.text import words
from surveys.replies.text.words import form

_ASKS = form(
    "^(?P<before>.*?)(?:ยัง)?ไม่(?!ว่า|เกิน|ต่ำ|น้อยกว่า|ใช่|ทราบว่า)(?P<what>.{2,}?)(?:เลย)?ใช่ *(?:ไหม|มั้ย|หรือไม่|หรือเปล่า|รึเปล่า|ป่าว)"
)
_NODS = form(
    f"^(?:ใช่แล้ว|ใช่|ถูกต้อง|ถูกแล้ว|จริง|เออ|อืม|อือ|{politeness.ENDS}|แม่น)(?:{politeness.ENDS}|แล้ว|เลย|[ |])*"
)
_SHAKES = form(f"^(?:ไม่ใช่|บ่แม่น|เปล่า|ป่าว|ผิด)(?:แล้ว|{politeness.ENDS}|นะ|เลย|หรอก|[ |])+")
_SHORT_NO = form(f"^(?:ไม่|บ่|ไม่เลย|เปล่า|ป่าว)(?:{politeness.ENDS}|นะ|หรอก|[ |])*$")


@lru_cache(maxsize=256)
def without_not(question: Question) -> Question | None:
    """The question asked without its "not"; None where it has none to be denied."""
    asked = (question.text.th or "").strip().replace("ำ", words.AM)
    match = _ASKS.match(asked)
    if match is None:
        return None
    plainly = f"{match['before']}{match['what'].strip()}หรือไม่"
    text = Text.model_construct(th=plainly.replace(words.AM, "ำ"))
    return question.model_copy(update={"text": text})


def said(question: Question, text: str) -> str | None:
    """ "yes" or "no" of a spaced text; "" where it says neither for sure.

    None where the question is not asked so, or the reply only nods: the rules know.
    """
    plainly = without_not(question)
    if plainly is None:
        return None
    if _SHORT_NO.match(text):
        return ""
    nods, shakes = _NODS.match(text), _SHAKES.match(text)
    head = nods or shakes
    rest = text[head.end() :].strip(" |") if head else text
    if not rest:
        return None
    told = stance.taken(polarity.of(plainly), rest)
    if told is None:
        return None
    answer = "no" if told == "yes" else "yes"
    if head and answer != ("yes" if nods else "no"):
        return ""
    return answer
