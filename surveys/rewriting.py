"""A reply before it is taken apart: "4 เต็ม 10", "เคย55", a verb said short."""

import re

from surveys import naming
from surveys.question import Kind, Question

_HAS_FIVES = re.compile("[0-9]")
_SHORT_LAUGH = re.compile(r"([\u0e01-\u0e4e])\s*55\+*\s*$")  # "เคย55"
_OUT_OF_FIVE = re.compile(r"^\s*([1-3๑-๓]) */ *[5๕](?!\d)")  # "4/5" may be 4 or 5
_IN_FULL = (
    (re.compile("เชื่อ(?!มั่น|ถือ|ใจ|ฟัง)"), "เชื่อมั่น"),
    (re.compile("(?<!วาง)(?<!วาง )ไว้ใจ|(?<!ไว้)วางใจ"), "ไว้วางใจ"),
)
_TENS = re.compile("(?:[0-9๐-๙]|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน) *ๆ")


def labels(question: Question) -> str:
    """What the choices are called, as one text."""
    everything = range(len(question.choices))
    return " ".join(name for i in everything for name in naming.spoken(question, i))


def rewritten(question: Question, reply: str) -> str:
    """The reply with what is written short in full."""
    if question.kind is Kind.NUMBER and question.max is not None:
        reply = re.sub(rf"([0-9๐-๙]) *เต็ม *{question.max:g}(?![0-9])", r"\1", reply)
    if question.kind is Kind.SCALE5:
        reply = _in_full(question, _OUT_OF_FIVE.sub(r"\1", reply))
    if question.kind is not Kind.NUMBER and not _HAS_FIVES.search(labels(question)):
        reply = _SHORT_LAUGH.sub(r"\1 555", reply)
    return reply


def _in_full(question: Question, reply: str) -> str:
    """ "ไม่เชื่อเลย" of a scale of "เชื่อมั่น": with its verb as the question has it."""
    known = naming.asked(question) + labels(question)
    for short, full in _IN_FULL:
        if full in known and not short.search(known):
            reply = short.sub(full, reply)
    return reply


def is_tens(question: Question, reply: str) -> bool:
    """ "สิบ ๆ ปี" is no ten years; elsewhere a word said twice says what it says once."""
    return question.kind is Kind.NUMBER and bool(_TENS.search(reply))
