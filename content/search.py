"""Finding the articles a question is about: words and 3-grams, summed.

Two fields are searched with BM25: the ways of asking (title and `asked_as`, each
line by itself: the best line counts) and the whole article. A score is divided by
what the question could have reached, so that scores of different questions can
be compared: 1 is about "every bit of the question is here".
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from content import thai
from content.articles import Article

K1 = 1.2
B = 0.7
LINE_SHARE = 0.35
"""How much of a score comes from the best way of asking; the rest: the article."""
OTHER_LANGUAGE = 0.9
OTHER_LAYOUT_BETTER_BY = 1.5
LONGEST_QUESTION = 500  # characters; what comes after adds cost, not sense

Terms = Mapping[str, float]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that may answer, and the language it was found in."""

    slug: str
    language: str
    score: float


@dataclass(frozen=True, slots=True)
class Question:
    """A text made ready to be searched for."""

    text: str
    terms: Terms
    """Each word and 3-gram with its weight; words and 3-grams weigh alike in all."""
    mass: float
    """The idf of its words, polite and question words counting less."""
    subject: float
    """The idf of its other words alone: 0 when it names nothing."""


@dataclass(frozen=True, slots=True)
class _Field:
    """Texts of one kind with, for every term, where it stands and what it adds."""

    postings: Mapping[str, tuple[NDArray[np.int32], Floats]]
    size: int

    def scores(self, terms: Terms) -> Floats:
        total = np.zeros(self.size, dtype=np.float32)
        for term, weight in terms.items():
            found = self.postings.get(term)
            if found is not None:
                total[found[0]] += weight * found[1]
        return total


@dataclass(frozen=True, slots=True)
class Index:
    """Every article, ready to be searched. Built once, then only read."""

    keys: tuple[tuple[str, str], ...]
    """(slug, language) of each article."""
    words: frozenset[str]
    idf: Mapping[str, float]
    unseen: float
    """The idf of a term no article has."""
    lines: _Field
    line_starts: NDArray[np.int64]
    """Where each article's lines begin in `lines`."""
    texts: _Field
    said: Mapping[str, str]
    """Everything an article says in any language, normalised, by slug."""

    def search(self, text: str, *, language: str, limit: int = 3) -> tuple[Hit, ...]:
        """The articles nearest to the question, best first, each slug once.

        A question typed with the wrong keyboard layout finds what was meant.
        """
        return self.ranked(self.question(text), language=language)[:limit]

    def question(self, text: str) -> Question:
        """The text as typed, or as the other keyboard layout would have it."""
        text = text[:LONGEST_QUESTION]
        typed = _question(self, thai.normalise(text))
        other = _question(self, thai.normalise(thai.other_layout(text)))
        better = self._best(other) > OTHER_LAYOUT_BETTER_BY * self._best(typed)
        return other if better else typed

    def ranked(self, question: Question, *, language: str) -> tuple[Hit, ...]:
        scores = self._scores(question.terms)
        best: dict[str, Hit] = {}
        for number in np.argsort(-scores, kind="stable"):
            slug, spoken = self.keys[number]
            score = float(scores[number])
            if score <= 0:
                break
            hit = Hit(
                slug, spoken, score * (1 if spoken == language else OTHER_LANGUAGE)
            )
            if slug not in best or hit.score > best[slug].score:
                best[slug] = hit
        return tuple(sorted(best.values(), key=lambda hit: (-hit.score, hit.slug)))

    def _best(self, question: Question) -> float:
        return float(self._scores(question.terms).max(initial=0))

    def _scores(self, terms: Terms) -> Floats:
        if not self.keys:
            return np.zeros(0, dtype=np.float32)
        lines = np.maximum.reduceat(self.lines.scores(terms), self.line_starts)
        texts = self.texts.scores(terms)
        return (LINE_SHARE * lines + (1 - LINE_SHARE) * texts).astype(np.float32)


def build(articles: Iterable[Article]) -> Index:
    """An index over the articles, whatever their languages."""
    chosen = sorted(articles, key=lambda a: (a.slug, a.language))
    asked = [(a.title, *a.asked_as) for a in chosen]
    whole = [(*lines, a.text) for a, lines in zip(chosen, asked, strict=True)]
    words = thai.learn_words(whole)
    line_terms = [_count(line, words) for lines in asked for line in lines]
    text_terms = [_count(" \n ".join(lines), words) for lines in whole]
    idf = _idf(text_terms)
    starts = np.cumsum([0, *(len(lines) for lines in asked)])[:-1]
    return Index(
        keys=tuple((a.slug, a.language) for a in chosen),
        words=words,
        idf=idf,
        unseen=_rarity(0, len(text_terms)),
        lines=_field(line_terms),
        line_starts=starts,
        texts=_field(text_terms),
        said=_said(chosen),
    )


def _said(articles: Sequence[Article]) -> Mapping[str, str]:
    said: dict[str, str] = defaultdict(str)
    for a in articles:
        said[a.slug] += thai.normalise("\n".join((a.title, *a.asked_as, a.text))) + "\n"
    return said


def _count(text: str, words: frozenset[str]) -> Counter[str]:
    normal = thai.normalise(text)
    counts = Counter(f"w {word}" for word in thai.pieces(normal, words))
    for line in normal.split("\n"):
        counts.update(thai.grams(thai.squeezed(line)))
    return counts


def _question(index: Index, text: str) -> Question:
    words: dict[str, float] = defaultdict(float)
    grams: dict[str, float] = defaultdict(float)
    letters: list[float] = []
    subject = 0.0
    pieces = thai.pieces(text, index.words)
    for piece in pieces:
        weight = thai.weight(piece)
        rarity = index.idf.get(f"w {piece}", index.unseen)
        words[f"w {piece}"] += weight * rarity
        subject += rarity if weight == 1 else 0
        letters += [weight] * len(piece)
    for at, gram in enumerate(thai.grams("".join(pieces))):
        share = letters[at : at + thai.GRAM]
        weight = sum(share) / len(share) if share else 0.0
        grams[gram] += weight * index.idf.get(gram, index.unseen)
    mass = sum(words.values())
    terms = {
        term: value / total / 2
        for kind, total in ((words, mass), (grams, sum(grams.values())))
        for term, value in kind.items()
        if total
    }
    return Question(text, terms, mass, subject)


def _idf(texts: Sequence[Counter[str]]) -> Mapping[str, float]:
    holding = Counter(term for text in texts for term in text)
    return {term: _rarity(n, len(texts)) for term, n in holding.items()}


def _rarity(holding: int, texts: int) -> float:
    return log(1 + (texts - holding + 0.5) / (holding + 0.5))


def _field(texts: Sequence[Counter[str]]) -> _Field:
    lengths = [sum(counts.values()) for counts in texts]
    average = sum(lengths) / max(1, len(lengths))
    found: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
    for number, counts in enumerate(texts):
        slack = K1 * (1 - B + B * lengths[number] / average)
        for term, times in counts.items():
            places, gains = found[term]
            places.append(number)
            gains.append(times * (K1 + 1) / (times + slack))
    return _Field(
        {
            term: (np.array(places, dtype=np.int32), np.array(gains, dtype=np.float32))
            for term, (places, gains) in found.items()
        },
        len(texts),
    )
