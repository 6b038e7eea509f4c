"""A reply in plain form, with the places where it was spaced, marked or laughed at."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from surveys import plain_text

_SOFT, _HARD, LAUGH = "\ue000", "\ue001", "\ue002"
_LAUGHING = re.compile(r"(?<![0-9.,])5{3,}\+*(?![0-9.,])|(?<![0-9])5(?: 5){2,}|ถ{3,}")
_PAUSE = re.compile(r"(?<![0-9])[.,;:!…()]+|[.,;:!…()]+(?![0-9])|\n+|[၊။]+")
_FOLLOWING = frozenset("ะาำๅ\u0e4d")
_LEADING, _ASAT = frozenset("เแโใไ"), frozenset("\u103a\u1039")
_LATIN = re.compile("[a-z]")


@dataclass(frozen=True)
class Typed:
    """A reply in plain form, and where it was spaced or marked."""

    text: str
    soft: frozenset[int] = frozenset()  # a space
    hard: frozenset[int] = frozenset()  # a mark that ends a phrase, or a new line

    @cached_property
    def may_cut(self) -> tuple[bool, ...]:
        """Of each place, also the last, whether a word can end and another begin."""
        return tuple(_may_cut(self, at) for at in range(len(self.text) + 1))

    def part(self, start: int, end: int) -> "Typed":
        """The reply from one place to another."""

        def moved(cuts: frozenset[int]) -> frozenset[int]:
            return frozenset(cut - start for cut in cuts if start < cut < end)

        return Typed(self.text[start:end], moved(self.soft), moved(self.hard))


def typed(reply: str) -> Typed:
    """The reply in plain form, with its pauses; laughing "555" as one letter."""
    text = unicodedata.normalize("NFKC", reply.replace("½", ".5"))
    text = plain_text.ascii_digits(text).translate(plain_text.RESPELLED)
    text = _LAUGHING.sub(f" {LAUGH} ", text)
    text = re.sub(r"\s*-\s*(?=[0-9])", "-", text)
    text = re.sub(r"\bno\. *(?=[0-9])", "number ", text, flags=re.IGNORECASE)
    text = re.sub(r"\s+", _SOFT, _PAUSE.sub(_HARD, text))
    plain = ""
    cuts: dict[str, set[int]] = {_SOFT: set(), _HARD: set()}
    for letter in plain_text.plain(text):
        if letter in cuts:
            cuts[letter].add(len(plain))
            continue
        is_cut = len(plain) in cuts[_SOFT] or len(plain) in cuts[_HARD]
        if is_cut and letter.isdecimal() and plain[-1:].isdecimal():
            plain += " "  # two numbers never run together
        plain += letter
    return Typed(plain, frozenset(cuts[_SOFT]), frozenset(cuts[_HARD]))


def laughs(reply: str) -> bool:
    """Whether "555" or the like is laughed in it."""
    return bool(_LAUGHING.search(plain_text.ascii_digits(reply)))


def _may_cut(reply: Typed, at: int) -> bool:
    """Whether a word can end and another begin here."""
    text = reply.text
    if at in (0, len(text)) or at in reply.soft or at in reply.hard:
        return True
    before, after = text[at - 1], text[at]
    if unicodedata.category(after)[0] == "M" or after in _FOLLOWING:
        return False
    if before in _LEADING or text[at + 1 : at + 2] in _ASAT or before == "\u1039":
        return False
    if before.isdecimal() and after.isdecimal():
        return False
    return not (_LATIN.match(before) and _LATIN.match(after))
