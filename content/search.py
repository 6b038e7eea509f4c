"""Finding the articles a question is about.

The index is searched in two steps: the whole of every article by BM25, then the
single ways of asking of the few best. A score is divided by what the question could
have reached, so that scores of different questions can be compared.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from content import indexing, terms, thai
from content.indexing import Floats, Index, Recipe, Rows, build
from content.terms import Ints

__all__ = ["Hit", "Index", "Question", "Recipe", "build", "question", "ranked"]

LINE_SHARE = 0.4
"""How much of a score comes from the best way of asking; the rest: the article."""
OF_QUESTION = 0.7
"""A question and a way of asking are alike by what of the question is in the line,
and (the rest) by what of the line is in the question."""
OTHER_LANGUAGE = 0.9
FAMILIAR = 0.6
"""From this share of known words and 3-grams on a text was typed as it was meant."""
OTHER_LAYOUT_BETTER_BY = 1.5
LONGEST_QUESTION = 500  # characters; what comes after adds cost, not sense
CANDIDATES = 16
MOST_POSTINGS = 200_000
"""A question's rarest terms are looked up first, until so many entries are read."""
MEANT_SHARE = 0.5
"""How much of a word that has a meaning counts as the meaning."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that may answer, and the language it was found in."""

    slug: str
    language: str
    score: float
    line: float = 0.0
    """How like its best way of asking the question is, 0 to 1."""
    refused: float = 0.0
    """How like a question that it is known not to answer."""


@dataclass(frozen=True, slots=True)
class Question:
    """A text made ready to be searched for."""

    text: str
    known: Ints
    """Its terms that some article has."""
    weights: Floats
    """Of those; with the unknown ones words are a half in all, 3-grams the other."""
    mass: float
    """The idf of its words, polite and question words counting less."""
    subject: float
    """The idf of its other words alone: 0 when it names nothing."""
    named: int
    """How many different ones those are."""


Terms = tuple[Ints, NDArray[np.float64]]
"""Numbers of terms, and what each weighs."""
_NO_TERMS: Terms = (np.zeros(0, dtype=np.int64), np.zeros(0))


def question(index: Index, text: str) -> Question:
    """The text as typed, or as the other keyboard layout would have it."""
    text = text[:LONGEST_QUESTION]
    typed = _question(index, thai.normalise(text))
    if not index.recipe.layouts or typed.weights.sum() >= FAMILIAR:
        return typed
    other = _question(index, thai.normalise(thai.other_layout(text)))
    better = _best(index, other) > OTHER_LAYOUT_BETTER_BY * _best(index, typed)
    return other if better else typed


def ranked(index: Index, asked: Question, *, language: str) -> tuple[Hit, ...]:
    """The articles nearest to the question, best first, each slug once."""
    if not len(asked.known):
        return ()
    scores = _scores(index, asked)
    most = min(CANDIDATES, len(scores))
    near = np.argpartition(-scores, most - 1)[:most]
    near = np.sort(near[scores[near] > 0])
    if not len(near):
        return ()
    lines = _alike(index, asked, index.lines, index.line_mass, index.asked, near)
    refusals = _alike(
        index, asked, index.refused, index.refused_mass, index.denied, near
    )
    share = LINE_SHARE if index.recipe.lines else 0.0
    total = share * lines + (1 - share) * scores[near]
    best: dict[str, Hit] = {}
    for number, score, line, refused in zip(
        near.tolist(), total.tolist(), lines.tolist(), refusals.tolist(), strict=True
    ):
        slug, spoken = index.keys[number]
        if spoken != language:
            score *= OTHER_LANGUAGE
        known = best.get(slug)
        if known is not None:
            line, refused = max(line, known.line), max(refused, known.refused)
            score, spoken = max((score, spoken), (known.score, known.language))
        best[slug] = Hit(slug, spoken, score, line, refused)
    return tuple(sorted(best.values(), key=lambda hit: (-hit.score, hit.slug)))


def _question(index: Index, text: str) -> Question:
    lexicon, recipe = index.lexicon, index.recipe
    cut = lexicon.cut(text)
    words: dict[str, float] = defaultdict(float)
    letters: list[float] = []
    subject = 0.0
    named = set()
    for word in cut:
        weight = lexicon.weight(word) if recipe.courtesy else 1.0
        meanings = lexicon.senses.get(word, ()) if weight == 1 else ()
        for meaning in meanings:
            words[terms.sense(meaning)] += MEANT_SHARE / len(meanings)
        words[word] += 1 - MEANT_SHARE if meanings else weight
        if weight == 1:
            subject += _rarity(index, word)
            named.add(word)
        letters += [weight] * len(thai.sounding(thai.squeezed(word)))
    for meaning in terms.phrases(text, lexicon):
        words[meaning] += MEANT_SHARE
    said = {word: weight * _rarity(index, word) for word, weight in words.items()}
    shares = (0.5, 0.5) if recipe.words and recipe.grams else (1.0, 1.0)
    known, word_weights = _known_words(index, said) if recipe.words else _NO_TERMS
    grams, gram_weights = (
        _grams(index, "".join(cut), letters) if recipe.grams else _NO_TERMS
    )
    weights = np.concatenate((shares[0] * word_weights, shares[1] * gram_weights))
    return Question(
        text=text,
        known=np.concatenate((known, grams)),
        weights=weights.astype(np.float32),
        mass=sum(said.values()),
        subject=subject,
        named=len(named),
    )


def _known_words(index: Index, said: Mapping[str, float]) -> Terms:
    """The words an article has, and their share of all that was said."""
    total = sum(said.values()) or 1.0
    known = [(index.words[w], value) for w, value in said.items() if w in index.words]
    numbers = np.array([number for number, _ in known], dtype=np.int64)
    return numbers, np.array([value / total for _, value in known])


def _grams(index: Index, text: str, letters: Sequence[float]) -> Terms:
    """The 3-grams an article has, and their share of all of the question's."""
    found = terms.grams(text)
    weights = np.ones(len(found))
    if len(letters) == len(found) + terms.GRAM - 1:
        given = np.array(letters)
        weights = (given[:-2] + given[1:-1] + given[2:]) / terms.GRAM
    if not len(index.grams):
        return _NO_TERMS
    place = np.searchsorted(index.grams, found) % len(index.grams)
    is_known = index.grams[place] == found
    numbers = len(index.words) + place
    values = weights * np.where(is_known, index.idf[numbers], index.unseen)
    unique, first = np.unique(numbers[is_known], return_inverse=True)
    summed = np.bincount(first, weights=values[is_known], minlength=len(unique))
    return unique, summed / (values.sum() or 1.0)


def _rarity(index: Index, word: str) -> float:
    number = index.words.get(word)
    return index.unseen if number is None else float(index.idf[number])


def _best(index: Index, asked: Question) -> float:
    return float(_scores(index, asked).max(initial=0))


def _scores(index: Index, asked: Question) -> Floats:
    """BM25 of every article, by its whole text."""
    known, weights = asked.known, asked.weights
    sizes = index.holders.at[known + 1] - index.holders.at[known]
    if sizes.sum() > MOST_POSTINGS:
        rarest = np.argsort(sizes, kind="stable")
        rarest = rarest[np.cumsum(sizes[rarest]) <= MOST_POSTINGS]
        known, weights = known[rarest], weights[rarest]
    places, sizes = index.holders.places(known)
    gained = index.gains[places] * np.repeat(weights, sizes)
    scores: Floats = np.bincount(
        index.holders.items[places], weights=gained, minlength=len(index.keys)
    ).astype(np.float32)
    return scores


def _alike(
    index: Index, asked: Question, lines: Rows, mass: Floats, first: Ints, near: Ints
) -> Floats:
    """How like the question the likest line of each of these articles is, 0 to 1."""
    sizes = first[near + 1] - first[near]
    rows = np.repeat(first[near], sizes) + indexing.counted(sizes)
    found = np.zeros(len(near), dtype=np.float32)
    likeness = np.zeros(len(rows), dtype=np.float32)
    places, terms_of = lines.places(rows)
    if not len(places):
        return found
    held = lines.items[places]
    weight = np.zeros(len(index.idf), dtype=np.float32)
    weight[asked.known] = asked.weights
    given = weight[held]
    of_line = np.where(given > 0, index.idf[held], 0)
    is_gram = held >= len(index.words)
    some = np.flatnonzero(terms_of)
    starts = (np.cumsum(terms_of) - terms_of)[some]
    of_words = np.add.reduceat(np.where(is_gram, 0, of_line), starts)
    of_grams = np.add.reduceat(np.where(is_gram, of_line, 0), starts)
    of_line = (
        0.5 * of_words / mass[rows[some], 0] + 0.5 * of_grams / mass[rows[some], 1]
    )
    of_question = np.add.reduceat(given, starts)
    likeness[some] = OF_QUESTION * of_question + (1 - OF_QUESTION) * of_line
    some = np.flatnonzero(sizes)
    starts = (np.cumsum(sizes) - sizes)[some]
    found[some] = np.maximum.reduceat(likeness, starts)
    return found
