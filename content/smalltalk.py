"""Hellos, thanks, laughter, abuse: what wants a human word and no article."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from content import commands, lexicon, thai

FILE = Path(__file__).parent / "smalltalk.yaml"
LONGEST = 60
"""Characters; whoever writes more wants something."""
_LAUGHTER = re.compile("5{3,}")
# What is said first in the list says what the whole is: "hello, you idiot" is abuse.
ORDER = ("abuse", "help", "chat", "thanks", "bye", "hello", "fine")


def sort(text: str) -> str | None:
    """Which kind of small talk a text is, if it is nothing but that.

    Courtesy around it does not count; a word of any other sort makes it a question.
    """
    if len(text) > LONGEST:
        return None
    whole = _listed().get(commands.plain(text))
    if whole is not None:
        return whole
    found = [each for piece in text.split() for each in _of_piece(piece)]
    known = [sort for _, sort in found if sort is not None]
    if not known:
        return None
    others = [word for word, sort in found if sort is None]
    if "abuse" in known:
        # Anger is full of small words; it is a matter where it names one.
        weight = lexicon.load().weight
        others = [word for word in others if weight(word) == 1]
    return None if others else min(known, key=ORDER.index)


def _of_piece(piece: str) -> list[tuple[str, str | None]]:
    """The words between two spaces and their sorts; None for any other word."""
    whole = _listed().get(commands.plain(piece))
    if whole is not None:
        return [(piece, whole)]
    words = lexicon.load()
    return [
        (word, _words().get(word))
        for word in words.cut(_LAUGHTER.sub(" 555 ", thai.normalise(piece)))
        if word in _words() or words.weight(word) > lexicon.POLITE_WEIGHT
    ]


@cache
def _listed() -> Mapping[str, str]:
    """As a whole, as commands are compared."""
    return {commands.plain(text): sort for sort, text in _all()}


@cache
def _words() -> Mapping[str, str]:
    """Those that stand for their sort wherever they stand: one word each."""
    words = lexicon.load()
    normal = ((sort, thai.normalise(text)) for sort, text in _all())
    return {text: sort for sort, text in normal if words.cut(text) == [text]}


def _all() -> list[tuple[str, str]]:
    listed: Mapping[str, list[object]] = yaml.safe_load(FILE.read_text("utf-8"))
    return [(sort, str(text)) for sort, texts in listed.items() for text in texts]
