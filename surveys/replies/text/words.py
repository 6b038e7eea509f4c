"""The words a reply may carry, by what they do in it, in `plain_text.plain` form."""

import re
from collections.abc import Iterable

from surveys import plain_text, politeness
from surveys.replies import lists


def fold(text: str) -> str:
    """A plain text as it sounds: no tone marks, one letter for those that sound alike.

    For misspellings; "มา" and "ม้า" fold to one form, so never the first to be tried.
    """
    return text.translate(_SOUNDS)


_SOUNDS = str.maketrans(
    {
        **dict.fromkeys("่้๊๋์็"),
        **dict(zip("ใศษณญฎฏฬภธีืู", "ไสสนยดตลพทิึุ", strict=True)),
    }
)

# As plain text has "ำ".
AM = "\u0e4d\u0e32"


def form(pattern: str) -> re.Pattern[str]:
    """A pattern over plain text."""
    return re.compile(pattern.replace("ำ", AM))


def any_of(said: Iterable[str]) -> str:
    """One of these, as a pattern; the longest first: "not under" is no "under"."""
    return "|".join(map(re.escape, sorted(said, key=lambda word: (-len(word), word))))


LISTS = lists.LISTS


def listed(said: str) -> frozenset[str]:
    """The words of a list in the file, in `plain` form."""
    return frozenset(form for word in said.split() if (form := plain_text.plain(word)))


def _together(*names: str) -> frozenset[str]:
    return frozenset[str]().union(*(listed(LISTS[name]) for name in names))


def _by_word(groups: Iterable[tuple[int, str]]) -> dict[str, int]:
    return {word: group for group, said in groups for word in listed(said)}


# What a request asks politely with; "ขอข้ามได้ไหม" is still "ข้าม".
_MAY_I = listed("ได้ไหม ได้มั้ย ได้มัย ได้ป่าว ได้ป่ะ ได้ปะ ได้หรือเปล่า ได้รึเปล่า ไหม มั้ย ได้เปล่า")


def _controls() -> dict[str, frozenset[str]]:
    said = {name: listed(text) for name, text in LISTS["controls"].items()}
    asked = {
        name: frozenset(word + may for word in group for may in _MAY_I)
        for name, group in said.items()
        if name != "dont_know"
    }
    return {name: group | asked.get(name, frozenset()) for name, group in said.items()}


CONTROLS = _controls()
_CONTROL_WORDS = frozenset[str]().union(*CONTROLS.values())
_POLITE_END = re.compile(f"(?:{any_of(politeness.WORDS)})+$")
NEGATIONS = _together("negations")
PLACES = _together("places") - NEGATIONS
# What turns a reply round, asks, doubts or mocks.
TURNING = NEGATIONS | _together("ask", "contrast", "hedges", "bounds", "sarcasm")
AROUND_COUNTS = _together("around_counts") - NEGATIONS - _CONTROL_WORDS
# Words that carry no part of the answer.
FILLERS = (politeness.WORDS | _together("fillers")) - NEGATIONS - _CONTROL_WORDS
# What stands beside an answer and leaves it as it is.
PLAIN = FILLERS | _together("neutral", "strong", "reasons")
UNITS = _by_word(enumerate(LISTS["units"]))
SYNONYMS = _by_word(enumerate(LISTS["synonyms"]))
DEGREES = {
    word: name for name, said in LISTS["degrees"].items() for word in listed(said)
}
MIDDLE = _together("middle")


def without_polite(said: str) -> str:
    """A plain text without the politeness at its end; empty where there is no more."""
    return _POLITE_END.sub("", said)
