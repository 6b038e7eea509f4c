"""Our words: how a text is cut, what a word weighs, which words mean the same.

Thai is written without spaces: it is cut at the longest known word. A dictionary of
short words does most of it; two lists of our own are there to be edited: `words.yaml`
(courtesy, question words, everyday words of the subject) and `synonyms.yaml` (senses:
different words for one thing).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from content import thai

POLITE_WEIGHT = 0.1
QUESTION_WEIGHT = 0.5
_HERE = Path(__file__).parent
_THAI = re.compile(r"[\u0e01-\u0e4e]+")
_RUN = re.compile(r"[\u0e01-\u0e4e]+|[^\W_\u0e01-\u0e4e]+(?:[\u1000-\u109f]+)?")
# A word never ends before a mark that belongs to its last letter.
_MARKS = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a") | frozenset(
    map(chr, range(0x0E47, 0x0E4F))
)


@dataclass(frozen=True)
class Lexicon:
    """What the cutter knows."""

    words: frozenset[str]
    lengths: Mapping[str, tuple[int, ...]]
    """First two letters of a word -> how long such words are, the longest first."""
    senses: Mapping[str, tuple[str, ...]]
    """Word -> what it means, by the names of `synonyms.yaml`."""
    phrases: Mapping[str, tuple[str, ...]]
    """Those of `senses` with a space in them, as English has, by their first word."""
    weights: Mapping[str, float]

    def cut(self, text: str) -> list[str]:
        """The words of a normalised text; what none matches stays in one piece."""
        found: list[str] = []
        for run in _RUN.findall(text):
            if "\u0e01" <= run[0] <= "\u0e4e":
                self._cut(run, found)
            else:
                found.append(run)
        return found

    def _cut(self, run: str, found: list[str]) -> None:
        # One loop and no calls: an index is made of millions of these steps.
        words, lengths, size = self.words, self.lengths, len(run)
        start = at = 0
        while at < size:
            for length in lengths.get(run[at : at + 2], ()):
                end = at + length
                word = run[at:end]
                if word in words and (end >= size or run[end] not in _MARKS):
                    if start < at:
                        found.append(run[start:at])
                    found.append(word)
                    start = at = end
                    break
            else:
                at += 1
                while at < size and run[at] in _MARKS:
                    at += 1
        if start < size:
            found.append(run[start:])

    def weight(self, word: str) -> float:
        """How much it says about the subject: courtesy and question words little."""
        return self.weights.get(word, 1.0)

    def meant(self, text: str) -> list[str]:
        """What the phrases of a normalised text mean, by name; see `senses` too."""
        if " " not in text:
            return []
        spaced = f" {text} "
        return [
            sense
            for first in dict.fromkeys(text.split(" "))
            for phrase in self.phrases.get(first, ())
            if f" {phrase} " in spaced
            for sense in self.senses[phrase]
        ]


@cache
def load(*, with_senses: bool = True) -> Lexicon:
    """The words of our lists."""
    plain = _lexicon(_listed() | _dictionary(), {}, _weights())
    if not with_senses:
        return plain
    senses = _senses()
    # "What shall I do" is a word of ours and names no more than its parts do.
    only_asking = {
        word: QUESTION_WEIGHT
        for word in senses
        if all(plain.weight(part) < 1 for part in plain.cut(word))
    }
    words = plain.words | set(filter(_THAI.fullmatch, senses))
    return _lexicon(words, senses, {**only_asking, **_weights()})


def _lexicon(
    words: frozenset[str],
    senses: Mapping[str, tuple[str, ...]],
    weights: Mapping[str, float],
) -> Lexicon:
    lengths: dict[str, set[int]] = defaultdict(set)
    for word in words:
        lengths[word[:2]].add(len(word))
    return Lexicon(
        words=words,
        lengths={
            begin: tuple(sorted(found, reverse=True))
            for begin, found in lengths.items()
        },
        senses=senses,
        phrases=_by_first_word(word for word in senses if " " in word),
        weights=weights,
    )


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        first = phrase.split(" ", 1)[0]
        found[first] = (*found.get(first, ()), phrase)
    return found


def _listed() -> frozenset[str]:
    words = [
        word
        for languages in _lists().values()
        for words in languages.values()
        for word in words.split()
    ]
    return frozenset(thai.normalise_all(words))


def _dictionary() -> frozenset[str]:
    lines = (_HERE / "thai_words.txt").read_text(encoding="utf-8").split("\n")
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def _weights() -> Mapping[str, float]:
    kinds = {"question": QUESTION_WEIGHT, "polite": POLITE_WEIGHT}
    return {
        thai.normalise(word): value
        for kind, value in kinds.items()
        for words in _lists()[kind].values()
        for word in words.split()
    }


@cache
def _senses() -> Mapping[str, tuple[str, ...]]:
    meant: dict[str, list[str]] = defaultdict(list)
    listed: dict[str, list[str]] = _read("synonyms.yaml")
    named = [(name, word) for name, words in listed.items() for word in words]
    words = thai.normalise_all([word for _, word in named])
    for (name, _), word in zip(named, words, strict=True):
        meant[word].append(name)
    return {word: tuple(names) for word, names in meant.items()}


@cache
def _lists() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = _read("words.yaml")
    return found


def _read(name: str) -> Any:
    return yaml.safe_load((_HERE / name).read_text(encoding="utf-8"))
