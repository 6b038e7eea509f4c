"""Questions that ask for the same thing in other words, put together.

Two are alike by the words and 3-grams they share, rare ones counting more. Each joins
the group whose first question it is most like, or begins a group: a chain of small
steps never leads from one subject to another. Only questions that share one of their
rarest terms are compared, which loses no pair (prefix filtering: with none of them
shared, what is left cannot reach the likeness needed).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log, sqrt
from typing import TypeVar

from content import lexicon, terms, thai
from content.lexicon import Lexicon

Item = TypeVar("Item")
ALIKE = 0.45
"""From this likeness on, of 1."""
OTHERS = 20
"""A term's rarity is told as if so many other questions were there: of two questions
alone, what they share is no less telling than what they do not."""
MEANT_SHARE = 0.5
"""How much of a word that has a meaning counts as the meaning."""

Term = str | int
Vector = Mapping[Term, float]
"""Term -> its share; the squares add up to 1."""


def grouped(
    items: Iterable[Item], said: Callable[[Item], tuple[str, str]]
) -> list[list[Item]]:
    """The groups, the biggest first, within one in the order given.

    `said` tells the language and the text of an item: no group has two languages.
    """
    same: dict[tuple[str, str], list[tuple[int, Item]]] = {}
    for place, item in enumerate(items):
        language, text = said(item)
        words = thai.normalise(text) or " ".join(text.split())
        same.setdefault((language, words), []).append((place, item))
    # What is asked most often begins the groups.
    wordings = sorted(same, key=lambda each: (-len(same[each]), same[each][0][0]))
    found: list[list[tuple[int, Item]]] = []
    for language in dict.fromkeys(language for language, _ in wordings):
        texts = [words for spoken, words in wordings if spoken == language]
        found += (
            sorted(
                (each for number in numbers for each in same[language, texts[number]]),
                key=lambda each: each[0],
            )
            for numbers in _alike(texts)
        )
    found.sort(key=lambda group: (-len(group), group[0][0]))
    return [[item for _, item in group] for group in found]


def _alike(texts: Sequence[str]) -> list[list[int]]:
    """Numbers of normalised texts, by what each is most like."""
    vectors, order = _vectors(texts)
    groups: list[list[int]] = []
    led_by: dict[Term, list[int]] = defaultdict(list)
    """Term -> the groups whose first text has it among its rarest."""
    for number, vector in enumerate(vectors):
        rarest = _rarest(vector, order)
        near = {group for term in rarest for group in led_by.get(term, ())}
        likeness = {
            group: _likeness(vector, vectors[groups[group][0]]) for group in near
        }
        best = max(near, key=lambda group: (likeness[group], -group), default=None)
        if best is not None and likeness[best] >= ALIKE:
            groups[best].append(number)
            continue
        for term in rarest:
            led_by[term].append(len(groups))
        groups.append([number])
    return groups


def _vectors(texts: Sequence[str]) -> tuple[list[Vector], Mapping[Term, int]]:
    """What each text is made of, and the terms' order, the rarest first."""
    known = lexicon.load()
    counted = [(_words(text, known), _grams(text)) for text in texts]
    having = Counter(term for parts in counted for part in parts for term in part)
    rarity = {
        term: log(1 + (len(texts) + OTHERS) / count) for term, count in having.items()
    }
    # Sorted by name too, so that the order is the same in every process.
    by_rarity = sorted(having, key=lambda term: (having[term], str(term)))
    order = {term: place for place, term in enumerate(by_rarity)}
    return [_whole(parts, rarity) for parts in counted], order


def _words(text: str, known: Lexicon) -> dict[Term, float]:
    found: dict[Term, float] = defaultdict(float)
    for word in known.cut(text):
        weight = known.weight(word)
        meanings = known.senses.get(word, ()) if weight == 1 else ()
        for meaning in meanings:
            found[terms.sense(meaning)] += MEANT_SHARE / len(meanings)
        found[word] += 1 - MEANT_SHARE if meanings else weight
    for meaning in terms.phrases(text, known):
        found[meaning] += MEANT_SHARE
    return found


def _grams(text: str) -> dict[Term, float]:
    return dict.fromkeys(terms.grams(text).tolist(), 1.0)


def _whole(
    parts: tuple[Mapping[Term, float], Mapping[Term, float]],
    rarity: Mapping[Term, float],
) -> Vector:
    """Words one half, 3-grams the other; all of it where the other is missing."""
    weighed = [
        {term: weight * rarity[term] for term, weight in part.items()}
        for part in parts
        if part
    ]
    whole: dict[Term, float] = {}
    for part in weighed:
        length = sqrt(len(weighed) * sum(value * value for value in part.values()))
        whole.update({term: value / length for term, value in part.items()})
    return whole


def _rarest(vector: Vector, order: Mapping[Term, int]) -> list[Term]:
    """So many of its terms that the rest alone is not likeness enough."""
    left = 1.0
    found = []
    for term in sorted(vector, key=order.__getitem__):
        # A hair's breadth more, for sums of fractions are never exact.
        if left < ALIKE * ALIKE - 1e-9:
            break
        found.append(term)
        left -= vector[term] ** 2
    return found


def _likeness(one: Vector, other: Vector) -> float:
    few, many = sorted((one, other), key=len)
    return sum(value * many.get(term, 0.0) for term, value in few.items())
