"""A larger town: as many articles as wanted, made of pieces of the shipped ones.

The same on every machine: half a line of one article and half of another's, in the
same language. So the words are those of the subject, which is harder for an index
than new words would be: every term has many holders.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from content import articles, lexicon, thai
from content.articles import Article

ASKED_AS = 15
NOT_TOLD = 8

Halves = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Pieces:
    """All there is to recombine, of one language."""

    asked: Sequence[Halves]
    refused: Sequence[Halves]
    texts: Sequence[Halves]
    """Short answer and the rest."""


def town(size: int, seed: int = 1) -> list[Article]:
    """`size` articles in the languages of the shipped ones, 15 ways of asking each
    and 8 questions that are not answered."""
    shipped, random = articles.load_all(), Random(seed)
    return [
        _recombined(shipped[number % len(shipped)], number // len(shipped), random)
        for number in range(size)
    ]


def _recombined(model: Article, round_: int, random: Random) -> Article:
    pieces = _pieces(model.language)
    short, more = (random.choice(pieces.texts)[part] for part in (0, 1))
    return replace(
        model,
        slug=f"{model.slug}-{round_}",
        title=_line(pieces.asked, random),
        asked_as=tuple(_line(pieces.asked, random) for _ in range(ASKED_AS)),
        not_told=tuple(_line(pieces.refused, random) for _ in range(NOT_TOLD)),
        short=short,
        more=more,
        source_text="",
    )


def _line(halves: Sequence[Halves], random: Random) -> str:
    return random.choice(halves)[0] + random.choice(halves)[1]


@cache  # kept, so that what it took is not given back while memory is measured
def _pieces(language: str) -> _Pieces:
    own = [each for each in articles.load_all() if each.language == language]
    asked = [_halves(line, language) for each in own for line in each.asked_as]
    refused = [_halves(line, language) for each in own for line in each.not_told]
    return _Pieces(asked, refused or asked, [(each.short, each.more) for each in own])


def _halves(line: str, language: str) -> Halves:
    """The line in two, between words."""
    line = thai.normalise(line)
    if language == "th":
        words, between = lexicon.load().cut(line), ""
    else:
        words, between = line.split(" "), " "
    middle = (len(words) + 1) // 2
    return between.join(words[:middle]) + between, between.join(words[middle:])
