"""A reply before it is taken apart: "4 เต็ม 10", "เคย55", a verb said short."""

import re

from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.text import wording

_HAS_FIVES = re.compile("[0-9]")
_SHORT_LAUGH = re.compile(r"([\u0e01-\u0e4e])\s*55\+*\s*$")  # "เคย55"
_OUT_OF_FIVE = re.compile(r"^\s*([1-3๑-๓]) */ *[5๕](?!\d)")  # "4/5" may be 4 or 5
_PARTED_MOST = re.compile("(มาก|น้อย|ด้วย|ใจ|ดี)ก* +ที่สุด")  # "มากก ที่สุด"
_TENS = re.compile("(?:[0-9๐-๙]|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน) *ๆ")


def rewritten(question: Question, reply: str) -> str:
    """The reply with what is written short in full."""
    if question.kind is Kind.NUMBER and question.max is not None:
        reply = re.sub(rf"([0-9๐-๙]) *เต็ม *{question.max:g}(?![0-9])", r"\1", reply)
    if question.kind is Kind.SCALE5:
        reply = _PARTED_MOST.sub(r"\1ที่สุด", reply)
        reply = wording.in_full(question, _OUT_OF_FIVE.sub(r"\1", reply))
    if question.kind is not Kind.NUMBER and not _HAS_FIVES.search(
        naming.together(question)
    ):
        reply = _SHORT_LAUGH.sub(r"\1 555", reply)
    return reply


def is_tens(question: Question, reply: str) -> bool:
    """ "สิบ ๆ ปี" is no ten years; elsewhere a word said twice says what it says once."""
    return question.kind is Kind.NUMBER and bool(_TENS.search(reply))
