"""The count that the clauses of a reply come to: nothing, every day, so many times a
week, the sum of parts."""

import re

from surveys.question import Question
from surveys.replies.counts import (
    absences,
    amounts,
    bounded,
    clocktimes,
    not_asked,
    nothing,
    partwise,
    reckoning,
    recounted,
    spans,
    tallies,
)
from surveys.replies.either import stance
from surveys.replies.text import pauses


def read(question: Question, reply: str, text: str) -> float | None:
    """The count of a reply; `text` is what of it may tell one, as a spaced text."""
    if pauses.laughs(reply) or tallies.is_of_others(question, text):
        return None
    if not_asked.is_beside_it(question, text):
        return None
    plain = text.replace(" ", "").replace("|", "")
    clauses = stance.split(text)
    first, rest = (clauses[0], "".join(clauses[1:])) if clauses else ("", "")
    if nothing.is_said(question, first, rest) or nothing.is_said(question, plain, ""):
        return 0
    if nothing.is_free(question, clauses):
        return 0
    for value in (
        spans.every_day(question, plain),
        spans.every_day(question, first)
        if not re.search("[0-9]|แต่|เว้น", rest)
        else None,
        spans.rate(question, text),
        spans.year(question, plain),
        bounded.one_each(question, plain),
        bounded.read(question, text),
        tallies.read(question, text),
        reckoning.read(question, text),
        partwise.read(question, text),
        0 if absences.is_told(question, text) else None,
        recounted.reckoned(question, text),
        amounts.read(question, text),
        clocktimes.hours(question, text),
    ):
        if value is not None:
            return value
    return recounted.read(question, text)
