"""Pieces of an option's label that name it: none that another label or the question has."""

# ruff: noqa: E501  some lines are patterns

import re
from collections.abc import Iterable
from functools import lru_cache

from surveys import politeness
from surveys.question import Question
from surveys.replies import naming
from surveys.replies.choices import aliases
from surveys.replies.text import words
from surveys.replies.text.words import form

MIN_PIECE = 5  # letters of a label's piece that names it anywhere
MIN_SHORT = 3  # letters of one that names it alone or in a frame of its own
POLITE = form(f"(?:{politeness.ENDS}|นะ|เลย|ก่อน|แหละ|ละ|พี่|ๆ)+$")


@lru_cache(maxsize=256)
def of(question: Question, shortest: int) -> list[tuple[int, str]]:
    """Pieces of labels that no other label and no question has; "ไม่..." has none."""
    labels, asked = naming.labels(question), naming.asked(question)
    found: list[tuple[int, str]] = []
    for index, label in enumerate(labels):
        others = " ".join(x for i, x in enumerate(labels) if i != index)
        parts = {label, *aliases.names(question, index)}
        parts |= set(_parts(label, shortest))
        if label.startswith("ไม่"):
            parts = {label}
        for part in parts:
            is_whole = part == label and len(part) >= MIN_SHORT
            is_own = (is_whole or len(part) >= shortest) and part not in others
            if (
                is_own
                and part not in asked
                and part not in naming.COMMON
                and not part.isdecimal()
            ):
                found.append((index, part))
    return found


def _parts(label: str, shortest: int) -> Iterable[str]:
    """What may be a word or more at the head or the end of a label, or inside a long one."""
    for size in range(shortest, len(label)):
        head, tail = label[:size], label[-size:]
        if ends_word(label, size) and head[-1] not in "เแโใไ":
            yield head
        if stands(label, len(label) - size, size) and re.match("[ก-ฮเแโใไa-z]", tail):
            yield tail
    for start in range(1, len(label) - MIN_PIECE):
        for end in range(start + MIN_PIECE, len(label)):
            if (
                stands(label, start, end - start)
                and re.match("[ก-ฮเแโใไ]", label[start])
                and label[end - 1] not in "เแโใไ"
            ):
                yield label[start:end]


def stands(text: str, at: int, size: int) -> bool:
    return not (at and text[at - 1] in "เแโใไ") and ends_word(text, at + size)


def ends_word(text: str, end: int) -> bool:
    return not re.match("[ะาํ\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]", text[end : end + 1])


@lru_cache(maxsize=256)
def sounds(question: Question) -> list[tuple[int, str]]:
    """The options' names as they sound, of four letters and more."""
    found = []
    for index, label in enumerate(naming.labels(question)):
        for name in {label, *aliases.names(question, index)}:
            sound = words.fold(name)
            if len(name) >= MIN_PIECE and len(sound) > MIN_SHORT:
                found.append((index, sound))
    return found


def inside(question: Question, piece: str) -> set[int]:
    """ "งานค่ะ" of "จ้างงานคนในพื้นที่": a word that one label alone has, and no more is said."""
    bare = POLITE.sub("", words.without_polite(piece) or piece)
    if len(bare) < MIN_SHORT or bare in naming.asked(question) or bare in naming.COMMON:
        return set()
    return {
        i
        for i, label in enumerate(naming.labels(question))
        if not label.startswith("ไม่")
        and any(
            stands(label, at.start(), len(bare))
            for at in re.finditer(re.escape(bare), label)
        )
    }


def with_asked(question: Question, piece: str) -> set[int]:
    """ "ลอกคลอง" of "ขุดลอก": a word of one label, and then what is asked about."""
    bare = POLITE.sub("", words.without_polite(piece) or piece)
    asked = naming.asked(question)
    return {
        index
        for index, part in of(question, MIN_SHORT)
        if bare.startswith(part)
        and len(bare) - len(part) >= MIN_SHORT
        and bare[len(part) :] in asked
        and ends_word(bare, len(part))
    }


def heads(question: Question, piece: str) -> set[int]:
    """ "ไฟ" of "ไฟถนน": a short word that is all of a clause, and heads one label alone."""
    bare = POLITE.sub("", words.without_polite(piece) or piece)
    labels = naming.labels(question)
    if not bare or len(bare) < MIN_HEAD or bare in naming.asked(question):
        return set()
    held = {
        i
        for i in range(len(labels))
        if any(bare in name for name in naming.spoken(question, i))
    }
    if bare in labels:  # by its whole name the rules have left it open
        return set()
    is_head = all(
        labels[i].startswith(bare)
        and ends_word(labels[i], len(bare))
        and len(labels[i]) <= MOST_OF * len(bare)
        for i in held
    )
    return held if is_head and bare not in naming.COMMON else set()


MIN_HEAD = 2
MOST_OF = 5  # times as long may a label be as the word that stands for it
