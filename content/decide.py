"""Whether to answer, to suggest, or to say that we do not know.

A wrong answer is worse than "I do not know": one article is served only when it
fits well, clearly better than the next, for a question that says enough, and
when nothing in the question speaks against it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from math import log
from pathlib import Path

import yaml

from content import thai
from content.search import Hit, Index

# Learnt on the articles themselves: each way of asking searched for with that line
# left out, and with its whole article left out (then nothing should be served).
MARGIN = 1.5
MASS = 0.3
USUAL_MASS = 20.0
ANSWER = 1.2
SUGGEST = 0.4
LEAST_MASS = 4.0
"""A question that says less than this is too short for one answer."""
LEAST_SUBJECT = 1.2
"""Below this it is courtesy and question words: there is nothing to suggest."""
MOST_SUGGESTED = 3

_NUMBER = re.compile(r"(?<![a-z0-9.])\d[\d,]*(?:\.\d+)?")
_ANY_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
BUDDHIST_ERA = 543


class Outcome(StrEnum):
    """What to do with a question."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome, the articles it rests on, and how sure we are."""

    outcome: Outcome
    hits: tuple[Hit, ...]
    """One to answer with, up to three to suggest, none when unknown."""
    confidence: float
    against: tuple[str, ...] = ()
    """Numbers, places and moments of the question the best article lacks."""


def decide(index: Index, text: str, language: str) -> Decision:
    """What to do with a resident's question."""
    question = index.question(text)
    hits = index.ranked(question, language=language)
    if not hits or question.subject < LEAST_SUBJECT:
        return Decision(Outcome.UNKNOWN, (), 0.0)
    second = hits[1].score if len(hits) > 1 else 0.0
    confidence = (
        hits[0].score
        + MARGIN * (hits[0].score - second)
        + MASS * log(question.mass / USUAL_MASS)
    )
    against = tuple(missing(question.text, index.said[hits[0].slug]))
    enough = question.mass >= LEAST_MASS
    if confidence >= ANSWER and enough and not against:
        return Decision(Outcome.ANSWER, hits[:1], confidence)
    if hits[0].score >= SUGGEST:
        shown = hits[:MOST_SUGGESTED]
        return Decision(Outcome.SUGGEST, shown, confidence, against)
    return Decision(Outcome.UNKNOWN, (), confidence, against)


def missing(question: str, article: str) -> Iterable[str]:
    """What the question is about in number, place or time and the article is not.

    Both are normalised texts. A year counts as said in either era.
    """
    said = set(map(_plain, _ANY_NUMBER.findall(article)))
    for number in map(_plain, _NUMBER.findall(question)):
        if not said & _same(number) and not any(
            len(number) == 2 and year.endswith(number) for year in said
        ):
            yield number
    asked, told = _spaced(question), _spaced(article)
    for name in (*_names()["places"], *_names()["moments"]):
        if name in asked and name not in told:
            yield name.strip()


def _plain(number: str) -> str:
    return number.replace(",", "").rstrip(".")


def _same(number: str) -> set[str]:
    if len(number) != 4 or not number.isdigit():
        return {number}
    year = int(number)
    return {number, str(year + BUDDHIST_ERA), str(year - BUDDHIST_ERA)}


def _spaced(text: str) -> str:
    """Latin words between spaces, so that they are found whole; Thai unspaced."""
    latin = re.sub(r"[^a-z0-9]+", " ", text)
    return f"{thai.squeezed(text)} {latin} "


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    path = Path(__file__).parent / "places.yaml"
    lists = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        "places": _listed(lists["th"], lists["en"]),
        "moments": _listed(lists["moments"]["th"], lists["moments"]["en"]),
    }


def _listed(in_thai: str, in_english: str) -> tuple[str, ...]:
    english = (f" {name.replace('-', ' ')} " for name in in_english.casefold().split())
    return (*map(thai.normalise, in_thai.split()), *english)
