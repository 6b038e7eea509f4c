"""What the options of a question are about: the concepts their labels name."""

import re
from collections.abc import Sequence
from functools import lru_cache

from surveys.question import Question
from surveys.replies import naming
from surveys.replies.lists.concepts import CONCEPTS
from surveys.replies.lists.concepts.asking import ASKED
from surveys.replies.text import words

MIN_HEAD = 3  # letters of a head that may stand within a label
OF_LABEL = 0.5  # of a label's letters that evidence in it has to be
NEAR = 0.6  # of the best topic's share that another has to have


@lru_cache(maxsize=256)
def tied(question: Question) -> dict[int, tuple[int, ...]]:
    """By option the places of the concepts its label names.

    Only of the topics that most labels name, or all but one of them, and that the
    question may be about.
    """
    labels = [naming.spoken(question, i) for i in range(len(question.choices))]
    heads = [_headed(said) for said in labels]
    shares: dict[str, dict[int, float]] = {}
    for index, found in enumerate(heads):
        for place, size in found.items():
            of_topic = shares.setdefault(CONCEPTS[place].topic, {})
            share = min(1.0, size / max(1, len(labels[index][0])))
            of_topic[index] = max(of_topic.get(index, 0.0), share)
    held = {t: each for t, each in shares.items() if _may_be_about(question, t)}
    most = max((len(each) for each in held.values()), default=0)
    many = {t: each for t, each in held.items() if len(each) >= max(1, most - 1)}
    best = max((sum(each.values()) for each in many.values()), default=0.0)
    asked = {t for t, each in many.items() if sum(each.values()) >= NEAR * best}
    tied_to = {
        index: {place for place in found if CONCEPTS[place].topic in asked}
        for index, found in enumerate(heads)
    }
    taken = {place for places in tied_to.values() for place in places}
    for index, places in tied_to.items():
        if not places:
            places |= _told_by(labels[index][0], asked, taken)
    return {index: tuple(sorted(places)) for index, places in tied_to.items()}


def _told_by(label: str, topics: set[str], taken: set[int]) -> set[int]:
    """The concepts whose evidence most of a label without a head is."""
    sizes: dict[int, int] = {}
    for topic in topics:
        for place in _of_topic()[topic]:
            said = (each for each in _evidence(place) if each in label)
            size = max(map(len, said), default=0)
            if place not in taken and size >= max(MIN_HEAD, OF_LABEL * len(label)):
                sizes[place] = size
    most = max(sizes.values(), default=0)
    found = {place for place, size in sizes.items() if size == most}
    return found if len(found) == 1 else set()


@lru_cache(maxsize=1)
def _of_topic() -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, concept in enumerate(CONCEPTS):
        found.setdefault(concept.topic, []).append(place)
    return found


@lru_cache(maxsize=512)
def _evidence(place: int) -> frozenset[str]:
    return words.listed(CONCEPTS[place].evidence)


def _may_be_about(question: Question, topic: str) -> bool:
    return topic not in _asked() or bool(_asked()[topic].search(naming.asked(question)))


@lru_cache(maxsize=1)
def _asked() -> dict[str, re.Pattern[str]]:
    return {topic: words.form(said) for topic, said in ASKED.items()}


@lru_cache(maxsize=1)
def _heads() -> tuple[tuple[str, int], ...]:
    return tuple(
        sorted(
            (
                (head, place)
                for place, concept in enumerate(CONCEPTS)
                if not concept.topic.startswith("yesno")
                for head in words.listed(concept.heads)
            ),
            key=lambda each: (-len(each[0]), each[0]),
        )
    )


def _headed(labels: Sequence[str]) -> dict[int, int]:
    """Concepts whose heads stand in a label, and how long the head is.

    Of heads in one place the longest counts.
    """
    found: dict[int, int] = {}
    for label in labels:
        covered: list[tuple[int, int, str]] = []
        for head, place in _heads():
            at = label.find(head)
            if at < 0 or (len(head) < MIN_HEAD and head != label):
                continue
            end = at + len(head)
            inside = any(
                a <= at and end <= b and text != head for a, b, text in covered
            )
            if not inside:
                covered.append((at, end, head))
                found[place] = max(found.get(place, 0), len(head))
    return found
