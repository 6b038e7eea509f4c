"""What speaks against an answer: what the question is about and the article is not.

Near questions that nobody wrote an answer to are the dangerous ones: another year,
another town, the price of what is told without a price. `against.yaml` lists them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from content import thai

BUDDHIST_ERA = 543

_NUMBER = re.compile(r"(?<![a-z0-9.])\d[\d,]*(?:\.\d+)?")
_ANY_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_NOT_LATIN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Said:
    """A text as it is looked through: numbers apart, Thai unspaced, Latin in words."""

    numbers: frozenset[str]
    spaced: str


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a question is about and an article is not."""

    named: tuple[str, ...] = ()
    """Numbers, places, moments."""
    aspects: tuple[str, ...] = ()
    """What is wanted of the subject, by the names of `against.yaml`."""


@dataclass(frozen=True, slots=True)
class _Lists:
    names: Mapping[str, str]
    """Places and moments, each by itself: its sound -> how it is written."""
    aspects: Mapping[str, tuple[str, ...]]


def said(text: str) -> Said:
    """A normalised text, made ready to be looked through."""
    digits = thai.number_words(text)
    numbers = frozenset(map(_plain, _ANY_NUMBER.findall(digits)))
    return Said(numbers, _spaced(text))


def lacking(question: str, article: Said) -> Lacking:
    """What a normalised question is about that the article does not speak of."""
    asked, lists = _spaced(question), _lists()
    return Lacking(
        (
            *_numbers(question, article),
            *(
                name
                for sound, name in lists.names.items()
                if sound in asked and sound not in article.spaced
            ),
        ),
        tuple(
            aspect
            for aspect, words in lists.aspects.items()
            if _any(words, asked) and not _any(words, article.spaced)
        ),
    )


def _numbers(question: str, article: Said) -> Iterator[str]:
    """The question's numbers the article lacks. A year counts in either era."""
    digits = thai.number_words(question)
    for number in map(_plain, _NUMBER.findall(digits)):
        if not article.numbers & _same(number) and not any(
            len(number) == 2 and year.endswith(number) for year in article.numbers
        ):
            yield number


def _any(words: Iterable[str], text: str) -> bool:
    return any(word in text for word in words)


def _plain(number: str) -> str:
    return number.replace(",", "").rstrip(".")


def _same(number: str) -> set[str]:
    if len(number) != 4 or not number.isdigit():
        return {number}
    year = int(number)
    return {number, str(year + BUDDHIST_ERA), str(year - BUDDHIST_ERA)}


def _spaced(text: str) -> str:
    """Latin words between spaces, so that they are found whole; Thai unspaced, and by
    its sound: a year is no less another year without its tone marks."""
    return f"{_sound(text)} {_NOT_LATIN.sub(' ', text)} "


def _sound(text: str) -> str:
    return thai.sounding(thai.squeezed(text))


@cache
def _lists() -> _Lists:
    text = (Path(__file__).parent / "against.yaml").read_text(encoding="utf-8")
    lists: Mapping[str, Any] = yaml.safe_load(text)
    return _Lists(
        names={
            sound: name.casefold().replace("-", " ")
            for kind in ("places", "moments")
            for language in ("th", "en")
            for name in lists[kind][language].split()
            for sound in (_listed(name, language),)
        },
        aspects={
            name: tuple(
                _listed(word, language)
                for language in ("th", "en")
                for word in words[language]
            )
            for name, words in lists["aspects"].items()
        },
    )


def _listed(word: str, language: str) -> str:
    """As it is found in what `_spaced` makes of a text."""
    if language == "th":
        return _sound(thai.normalise(word))
    return f" {_NOT_LATIN.sub(' ', word.casefold()).strip()} "
