"""Slips that are taken back within a reply: what was said last counts."""

import re
from collections.abc import Callable

from surveys import politeness
from surveys.meaning import NOT_UNDERSTOOD, Meaning, Understood
from surveys.replies.text import words
from surveys.replies.text.pauses import Typed

_CORRECTIONS = sorted(words.listed(words.LISTS["corrections"]), key=len, reverse=True)
_CORRECTION = re.compile("|".join(map(re.escape, _CORRECTIONS)))
_TAKEN_BACK = tuple(words.listed(words.LISTS["taken_back"]))
_INSTEAD = re.compile(
    "|".join(
        sorted(map(re.escape, words.listed(words.LISTS["instead"])), key=len)[::-1]
    )
)
_NOT_THIS, _BUT = "ไม่ใช่", "ต่างหาก"  # "ไม่ใช่ควัน เสียงต่างหาก"
_BETTER = re.compile(
    "(?:" + "|".join(map(re.escape, words.listed(words.LISTS["better"]))) + ")"
    "(?:" + "|".join(sorted(map(re.escape, politeness.WORDS), key=len)[::-1]) + ")*$"
)


def corrected(
    typed: Typed, meant: Callable[[int, int], Understood]
) -> Understood | None:
    """A slip taken back: "2 เอ้ย 4", "ไม่ใช่ 2 เอา 5", "สี่ดีกว่านะ".

    `meant`: what the words from one place to another mean by themselves.
    """
    text = typed.text
    end = len(text)
    for slip in _CORRECTION.finditer(text):
        if slip.start() > 0 and slip.end() < end:
            better = _BETTER.search(text, slip.end())
            last = better.start() if better and better.start() > slip.end() else end
            before, after = meant(0, slip.start()), meant(slip.end(), last)
            if (
                before.kind is Meaning.ANSWER
                and after.kind is not Meaning.NOT_UNDERSTOOD
            ):
                return after
    back = next((no for no in _TAKEN_BACK if text.startswith(no)), None)
    for instead in _INSTEAD.finditer(text) if back else ():
        before = meant(len(back or ""), instead.start())
        after = meant(instead.end(), end)
        are_answers = before.kind is after.kind is Meaning.ANSWER
        if are_answers and before != after:
            return after
    if text.startswith(_NOT_THIS):
        for cut in sorted(typed.soft | typed.hard):
            before = meant(len(_NOT_THIS), cut)
            after = meant(cut, end - len(_BUT) * text.endswith(_BUT))
            are_answers = before.kind is after.kind is Meaning.ANSWER
            if are_answers and before != after:
                return after
    better = _BETTER.search(text)
    if better and better.start():
        found = meant(0, better.start())
        return None if found == NOT_UNDERSTOOD else found
    return None
