"""Whether a phrase asks the survey to skip, stop or go back, or says "don't know"."""

import re
from functools import cache

from surveys import words

_CHOICE_OF = re.compile(r"\(([^)]*)\)")
_ORDER = ("skip", "stop", "back", "dont_know")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    polite, fillers = _any_of(words.POLITE), _any_of(words.FILLERS)
    return {
        name: re.compile(
            f"(?:{fillers})*(?:{'|'.join(map(_pattern, forms))})(?:{polite}|{fillers})*"
        )
        for name, forms in words.LISTS["control_patterns"].items()
    }


def _any_of(said: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(said, key=lambda word: (-len(word), word))))


def _pattern(form: str) -> str:
    """ "(ขอ|)ข้าม" as it is matched: one of these, or nothing, and then that."""
    pieces = _CHOICE_OF.split(form)
    for place, piece in enumerate(pieces):
        alternatives = piece.split("|") if place % 2 else [piece]
        said = sorted({words.plain(each) for each in alternatives}, key=len)[::-1]
        pieces[place] = f"(?:{'|'.join(map(re.escape, said))})"
    return "".join(pieces)


def control(text: str) -> str | None:
    """Which of the four the whole of a plain text is; None where it is none."""
    forms = {text, text.replace(*_RUN_TOGETHER)}
    for name in _ORDER:
        if any(_patterns()[name].fullmatch(form) for form in forms):
            return name
    return None


# In plain form no letter stands three times in a row.
_RUN_TOGETHER = words.plain("ขอออก"), "ขอออก"


# What it is that one does not know or remember may be anything but an answer.
_UNKNOWN = re.compile(
    "(?:จำ|นึก|บอก|นับ|กะ)[^0-9]{1,16}?ไม่(?:ค่อย)?(?:ได้|ออก|ถูก|ไหว).{0,8}"
    "|(?:ไม่|บ่)(?:ค่อย)?(?:รู้|ทราบ|ฮู้|แน่ใจ)(?!สึก|จัก)[^0-9]{0,24}".replace(
        "ำ", "\u0e4d\u0e32"
    )
)


def is_ignorance(text: str) -> bool:
    """Whether a phrase says that something is not known or not remembered."""
    return bool(_UNKNOWN.fullmatch(text)) and "แต่" not in text
