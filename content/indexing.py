"""Building the index that questions are searched in.

The whole of an article (title, ways of asking, answer) is one bag of terms, ranked
by BM25 (Robertson and Zaragoza 2009, k1 and b as there); each way of asking is kept
as a set of terms besides, and so is each question the article is known not to
answer. All of it is plain arrays: built once, then only read.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from content import against, lexicon, terms, thai
from content.against import Said
from content.articles import Article
from content.lexicon import Lexicon
from content.terms import Ints

K1 = 1.0
B = 0.6
Floats = NDArray[np.float32]
Numbers = NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True)
class Recipe:
    """Which ingredients an index is made of: all of them, but to measure one."""

    words: bool = True
    grams: bool = True
    senses: bool = True
    lines: bool = True
    courtesy: bool = True
    """Polite and question words count less."""
    layouts: bool = True
    """A question typed on the wrong keyboard is read as it was meant."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Many short lists of numbers in one array: row i is items[at[i]:at[i + 1]]."""

    items: Numbers
    at: Ints

    def __len__(self) -> int:
        return len(self.at) - 1

    def places(self, rows: Ints) -> tuple[Ints, Ints]:
        """Where the items of these rows stand, and how many each row has."""
        sizes = self.at[rows + 1] - self.at[rows]
        return np.repeat(self.at[rows], sizes) + counted(sizes), sizes


@dataclass(frozen=True, slots=True)
class Index:
    """Every article, ready to be searched. Terms are numbers: words, then 3-grams."""

    recipe: Recipe
    lexicon: Lexicon
    keys: tuple[tuple[str, str], ...]
    """(slug, language) of each article."""
    words: Mapping[str, int]
    """Word, or meaning -> its term."""
    grams: Ints
    """Every 3-gram there is, sorted; the first one's term is len(words)."""
    idf: Floats
    """Of each term: how rare it is among the articles."""
    unseen: float
    """The idf of what no article has."""
    holders: Rows
    """Term -> the articles that have it."""
    gains: NDArray[np.float16]
    """What a term adds to each of its holders, as `holders.items` has them."""
    lines: Rows
    """Way of asking -> its terms; those of an article stand together."""
    asked: Ints
    """Article -> its first way of asking; one more entry at the end."""
    refused: Rows
    """Question that is known not to be answered -> its terms."""
    denied: Ints
    """Article -> its first such question; one more entry at the end."""
    line_mass: Floats
    """The idf of each way of asking: of its words, and of its 3-grams."""
    refused_mass: Floats
    told: Mapping[str, Said]
    """Slug -> all that its articles say, in any language."""


@dataclass(frozen=True, slots=True)
class _Texts:
    """Normalised lines of one kind, one after the other, and whose they are."""

    lines: Sequence[str]
    owners: Ints


def build(articles: Iterable[Article], recipe: Recipe | None = None) -> Index:
    """An index over the articles, whatever their languages and their order."""
    recipe = recipe or Recipe()
    chosen = sorted(articles, key=lambda a: (a.slug, a.language))
    asked = _texts([(a.title, *a.asked_as) for a in chosen])
    bodies = _texts([(a.text,) for a in chosen])
    refused = _texts([a.not_told for a in chosen])
    spoken = _grouped(len(chosen), asked, bodies)
    cutter = lexicon.load() if recipe.senses else lexicon.load(with_senses=False)
    vocabulary = _Vocabulary(cutter, recipe)
    read = [vocabulary.read(each.lines) for each in (asked, bodies, refused)]
    vocabulary.close()
    (asked_terms, asked_lines), (body_terms, owners), (refused_terms, refused_lines) = (
        (vocabulary.numbered(found), lines) for found, lines in read
    )
    size = vocabulary.size
    holders, gains, idf = _postings(
        np.concatenate((asked_terms, body_terms)),
        np.concatenate((asked.owners[asked_lines], owners)),
        size,
        len(chosen),
    )
    lines = _sets(asked_terms, asked_lines, len(asked.lines), size)
    refusals = _sets(refused_terms, refused_lines, len(refused.lines), size)
    whose = np.arange(len(chosen) + 1)
    return Index(
        recipe=recipe,
        lexicon=cutter,
        keys=tuple((a.slug, a.language) for a in chosen),
        words=vocabulary.words,
        grams=vocabulary.grams,
        idf=idf,
        unseen=_rarity(0, len(chosen)),
        holders=holders,
        gains=gains,
        lines=lines,
        asked=np.searchsorted(asked.owners, whose),
        refused=refusals,
        denied=np.searchsorted(refused.owners, whose),
        line_mass=_mass(lines, idf, len(vocabulary.words)),
        refused_mass=_mass(refusals, idf, len(vocabulary.words)),
        told=_told(chosen, spoken),
    )


def counted(sizes: Ints) -> Ints:
    """0, 1, 2, ... anew for each size."""
    ends = np.cumsum(sizes)
    return np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - sizes, sizes)


class _Vocabulary:
    """Gives every word and 3-gram its number."""

    def __init__(self, cutter: Lexicon, recipe: Recipe) -> None:
        self.words: dict[str, int] = {}
        self._terms: dict[str, tuple[int, ...]] = {}
        self._cutter = cutter
        self._recipe = recipe
        self._seen = np.zeros(terms.GRAMS, dtype=np.bool_)

    def read(self, lines: Sequence[str]) -> tuple[Ints, Ints]:
        """The terms of the lines, and for each its line; 3-grams as -1 - their own
        number, until all have been read."""
        words, owners = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        if self._recipe.words:
            words, owners = self._words(lines)
        if not self._recipe.grams:
            return words, owners
        grams, holders = terms.grams_of(lines)
        self._seen[grams] = True
        return np.concatenate((words, -1 - grams)), np.concatenate((owners, holders))

    def close(self) -> None:
        """All has been read."""
        self.grams = np.flatnonzero(self._seen)
        self.size = len(self.words) + len(self.grams)

    def numbered(self, found: Ints) -> Ints:
        """Terms as `read` gives them, 3-grams numbered behind the words."""
        is_gram = found < 0
        # Searched for: a table of all there can be is faster and takes 64 MB.
        place = np.searchsorted(self.grams, -1 - found[is_gram])
        found[is_gram] = len(self.words) + place
        return found

    def _words(self, lines: Sequence[str]) -> tuple[Ints, Ints]:
        found: list[int] = []
        sizes: list[int] = []
        for line in lines:
            before = len(found)
            for word in self._cutter.cut(line):
                known = self._terms.get(word)
                if known is None:
                    known = self._add(word)
                found += known
            found += map(self._number, terms.phrases(line, self._cutter))
            sizes.append(len(found) - before)
        return np.array(found, dtype=np.int64), np.repeat(np.arange(len(sizes)), sizes)

    def _add(self, word: str) -> tuple[int, ...]:
        """The numbers of a word and of what it means."""
        meanings = map(terms.sense, self._cutter.senses.get(word, ()))
        self._terms[word] = tuple(map(self._number, (word, *meanings)))
        return self._terms[word]

    def _number(self, term: str) -> int:
        return self.words.setdefault(term, len(self.words))


def _texts(groups: Sequence[Sequence[str]]) -> _Texts:
    lines = [line for group in groups for line in group]
    owners = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    return _Texts(thai.normalise_all(lines), owners)


def _grouped(size: int, *kinds: _Texts) -> list[list[str]]:
    groups: list[list[str]] = [[] for _ in range(size)]
    for texts in kinds:
        for line, owner in zip(texts.lines, texts.owners.tolist(), strict=True):
            groups[owner].append(line)
    return groups


def _postings(
    found: Ints, holder: Ints, size: int, articles: int
) -> tuple[Rows, NDArray[np.float16], Floats]:
    """Which articles hold which term, what it adds there, and how rare it is."""
    pairs, times = _distinct(found * max(1, articles) + holder)
    held, who = np.divmod(pairs, max(1, articles))
    lengths = np.bincount(holder, minlength=articles)
    average = lengths.mean() if articles else 1.0
    slack = K1 * (1 - B + B * lengths / max(1.0, average))
    gains = times * (K1 + 1) / (times + slack[who])
    holding = np.bincount(held, minlength=size)
    rarity = np.log(1 + (articles - holding + 0.5) / (holding + 0.5))
    return (
        Rows(
            who.astype(np.min_scalar_type(max(1, articles))),
            np.concatenate(([0], np.cumsum(holding))),
        ),
        gains.astype(np.float16),
        rarity.astype(np.float32),
    )


def _distinct(values: Ints) -> tuple[Ints, Ints]:
    """The values, sorted, each once; and how often each was there."""
    ordered = np.sort(values)
    is_new = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=is_new[1:])
    starts = np.flatnonzero(is_new)
    return ordered[starts], np.diff(starts, append=len(ordered))


def _sets(found: Ints, owner: Ints, lines: int, size: int) -> Rows:
    """The lines as sets of terms."""
    pairs, _ = _distinct(owner * max(1, size) + found)
    whose, held = np.divmod(pairs, max(1, size))
    sizes = np.bincount(whose, minlength=lines)
    return Rows(held.astype(np.int32), np.concatenate(([0], np.cumsum(sizes))))


def _mass(lines: Rows, idf: Floats, first_gram: int) -> Floats:
    """The idf of each line's words, and of its 3-grams: two columns."""
    owner = np.repeat(np.arange(len(lines)), np.diff(lines.at))
    is_gram = lines.items >= first_gram
    mass = np.ones((len(lines), 2), dtype=np.float32)
    for column, kind in enumerate((~is_gram, is_gram)):
        mass[:, column] = np.bincount(
            owner[kind], weights=idf[lines.items[kind]], minlength=len(lines)
        )
    return np.maximum(mass, 1e-6)


def _rarity(holding: int, articles: int) -> float:
    return log(1 + (articles - holding + 0.5) / (holding + 0.5))


def _told(keys: Sequence[Article], groups: Sequence[Sequence[str]]) -> dict[str, Said]:
    told: dict[str, list[str]] = defaultdict(list)
    for article, lines in zip(keys, groups, strict=True):
        told[article.slug] += lines
    return {slug: against.said("\n".join(lines)) for slug, lines in told.items()}
