"""What the words of replies may do, by word; put together once, when first needed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from surveys import number_words, plain_text
from surveys.replies import naming
from surveys.replies.either import yesno
from surveys.replies.lists import scales, turns
from surveys.replies.lists.concepts import CONCEPTS
from surveys.replies.text import words
from surveys.replies.text.hearing import lengths_of
from surveys.replies.text.words import LISTS, listed

Roles = Mapping[str, Any]
NONE: Roles = {}


@dataclass(frozen=True)
class Words:
    """Known words and their roles, and the lengths there are (see `lengths_of`)."""

    known: Mapping[str, Roles]
    lengths: Mapping[str, tuple[int, ...]]


def gathered(known: Mapping[str, Roles]) -> Words:
    kept = {word: roles for word, roles in known.items() if word}
    return Words(kept, lengths_of(kept))


# Simple lists, by the role their words have; a word may be in several.
_LISTED = (
    ("polite", "polite"),
    ("fill", "fillers"),
    ("plain", "neutral"),
    ("strong", "strong"),
    ("others", "others"),
    ("because", "because"),
    ("hedge", "hedges"),
    ("bound", "bounds"),
    ("turn", "contrast"),
    ("ask", "ask"),
    ("laugh", "laughter"),
    ("mocks", "sarcasm"),
    ("praise", "praise"),
    ("complains", "complain"),
)
_MIN_CONTROL = 4  # letters of a wish that is no common verb too


@lru_cache(maxsize=1)
def general() -> Words:
    """The words any question's replies are made of, and their roles."""
    known: dict[str, dict[str, Any]] = {}

    def add(said: frozenset[str] | set[str], role: str, value: Any = True) -> None:
        for word in said:
            known.setdefault(word, {})[role] = value

    for role, name in _LISTED:
        add(listed(LISTS[name]), role)
    for role, said in turns.WORDS.items():
        add(listed(said), role)
    for kind, said in turns.NEGATIONS.items():
        add(listed(said), "neg", kind)
    for word, group in words.UNITS.items():
        add({word}, "unit", group)
    for word, number in number_words.NUMBERS.items():
        if not re.match("[ก-๛]", word):
            add({word}, "number", number)
    _add_scales(add)
    for verb in yesno.VERBS:
        add({verb}, "verb")
    for word in telling().known:
        if word.isascii() or len(word) < _LONG:
            known.setdefault(word, {"plain": True})
    return gathered(known)


@lru_cache(maxsize=1)
def prices() -> Mapping[str, int]:
    """What each word costs: a phrase more than the words of a role it is made of."""
    return {
        word: KNOWN if _PRIMARY & set(roles) else KNOWN + 2 * len(word)
        for word, roles in general().known.items()
    }


@lru_cache(maxsize=1)
def telling() -> Words:
    """What tells of a thing an option may be about, and what wishes to skip or stop."""
    known: dict[str, dict[str, Any]] = {}
    for control, said in words.CONTROLS.items():
        for word in said:
            if len(word) >= _MIN_CONTROL:
                known.setdefault(word, {})["wish"] = control
    for place, concept in enumerate(CONCEPTS):
        for text, role in ((concept.evidence, "tells"), (concept.against, "denies")):
            for word in listed(text):
                known.setdefault(word, {}).setdefault(role, []).append(place)
    return gathered(known)


KNOWN = 10
_LONG = 12  # letters of a phrase that is no word
_PRIMARY = {
    *(
        "polite",
        "stem",
        "degree",
        "neg",
        "often",
        "middle",
        "unit",
        "verb",
        "but",
        "if",
    ),
    *("or", "some", "all", "and", "extent", "twice", "because", "place", "maybe"),
    "settles",
}


def _add_scales(add: Any) -> None:
    for theme in scales.THEMES:
        for said, sign, size in (
            (theme.more, 1, 1.0),
            (theme.more_strong, 1, 1.5),
            (theme.less, -1, 1.0),
            (theme.less_strong, -1, 1.5),
        ):
            for word in listed(said):
                add({word}, f"of_{theme.name}", (sign, size))
                add({word}, "stem")
    for degree, said in scales.DEGREES.items():
        add(listed(said), "degree", degree)
    for share, said in scales.OFTEN.items():
        add(listed(said), "often", share)
    add(listed(scales.MIDDLE) | words.MIDDLE, "middle")


_RESPELT = {
    wrong: right
    for wrong, _, right in (pair.partition("=") for pair in turns.RESPELT.split())
}
_MISSPELT = re.compile(
    "|".join(
        # Never after a vowel that is written first: "แก้", "เก้า" hold no "ก้".
        f"(?<![เแโใไ]){re.escape(wrong)}{turns.UNLESS.get(wrong, '')}"
        for wrong in sorted(_RESPELT, key=len, reverse=True)
    )
)


def respelt(reply: str) -> str:
    """The reply with dialect and common misspellings in central spelling."""
    drawn = plain_text.DRAWN.sub(r"\1", reply)
    return _MISSPELT.sub(lambda wrong: _RESPELT[wrong[0]], drawn)


def themes_of(roles: Roles) -> list[tuple[str, int, float]]:
    """The themes a word belongs to, at which end, how strongly."""
    return [
        (role[3:], *value) for role, value in roles.items() if role.startswith("of_")
    ]


GOOD = {theme.name: theme.good for theme in scales.THEMES}
COMMON = naming.COMMON
