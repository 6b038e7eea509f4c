"""How near a question is to an article in meaning, by vectors made elsewhere.

A model gives every text a vector; texts that mean alike point alike, whatever their
words. How near the first article is found to be is one more piece of evidence, weighed
by the same calibration as the others. This module is pure: vectors are handed in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from content.articles import Article

Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Line:
    """A text that stands for an article."""

    slug: str
    text: str


@dataclass(frozen=True)
class Meanings:
    """Every line with its vector, of length one."""

    lines: tuple[Line, ...]
    vectors: Vectors


def lines(articles: Iterable[Article]) -> tuple[Line, ...]:
    """What an article is known by: its title and the ways of asking it."""
    return tuple(
        Line(article.slug, text)
        for article in articles
        for text in (article.title, *article.asked_as)
    )


def build(of: Sequence[Line], vectors: Sequence[Sequence[float]] | Vectors) -> Meanings:
    return Meanings(tuple(of), _of_length_one(np.asarray(vectors, dtype=np.float32)))


def nearness(
    meanings: Meanings, vector: Sequence[float] | Vectors, *, without: str | None = None
) -> dict[str, float]:
    """Slug -> the cosine of its likest line, 0 to 1; of every article there is.

    `without`: a line that does not count, for it is what was asked. Nothing, where the
    vector is of another model than the lines'.
    """
    asked = np.asarray(vector, dtype=np.float32)
    if meanings.vectors.shape[1:] != asked.shape:
        return {}
    found: dict[str, float] = {}
    cosines = meanings.vectors @ _of_length_one(asked[None])[0]
    for line, cosine in zip(meanings.lines, cosines.tolist(), strict=True):
        if line.text != without:
            near = min(1.0, max(0.0, cosine))
            found[line.slug] = max(near, found.get(line.slug, 0.0))
    return found


def _of_length_one(vectors: Vectors) -> Vectors:
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return (vectors / np.where(length > 0, length, 1)).astype(np.float32)
