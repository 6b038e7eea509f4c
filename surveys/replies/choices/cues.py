"""Where a reply names options of a question, or speaks of what they are about."""

from collections.abc import Iterator
from dataclasses import dataclass

from surveys.question import Question
from surveys.replies import naming
from surveys.replies.choices import aliases, subjects
from surveys.replies.weighing.heard import Heard, Word

SHORT = 4  # letters of a cue that says little by itself


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that speaks for options; a label is what an option is called."""

    text: str
    start: int
    end: int
    clause: int
    options: frozenset[int]
    is_label: bool


def cues(question: Question, heard: Heard) -> list[Cue]:
    """What names an option or speaks of it; of what overlaps the longer."""
    found = sorted(
        _all_cues(question, heard), key=lambda cue: (cue.start - cue.end, cue.start)
    )
    taken: list[Cue] = []
    for cue in found:
        over = [o for o in taken if o.start < cue.end and cue.start < o.end]
        if not over or any(
            (o.start, o.end) == (cue.start, cue.end) and o.options == cue.options
            for o in over
        ):
            taken += [cue] if not over else []
    return sorted(taken, key=lambda cue: cue.start)


def _all_cues(question: Question, heard: Heard) -> Iterator[Cue]:
    by_concept: dict[int, set[int]] = {}
    for index, places in subjects.tied(question).items():
        for place in places:
            by_concept.setdefault(place, set()).add(index)
    asked = naming.asked(question)
    for index in range(len(question.choices)):
        for name in aliases.names(question, index):
            yield from _named(heard, name, index)
    for word in heard.phrases:
        index = word.roles.get("label", word.roles.get("name"))
        if index is not None and 0 <= index < len(question.choices):
            yield of(word, {index}, is_label=True)
            continue
        options = {
            index
            for place in word.roles.get("tells", ())
            for index in by_concept.get(place, ())
        }
        if options and word.text not in asked:
            yield of(word, _narrowed(question, word.text, options), is_label=False)


def _named(heard: Heard, name: str, index: int) -> Iterator[Cue]:
    """Where an option's other name stands as words of the reply."""
    starts = {word.start: word for word in heard.words}
    ends = {word.end for word in heard.words}
    at = heard.text.find(name)
    if at in starts and at + len(name) in ends and len(name) >= SHORT:
        clause = starts[at].clause
        yield Cue(name, at, at + len(name), clause, frozenset({index}), is_label=True)


def of(word: Word, options: set[int], *, is_label: bool) -> Cue:
    """The cue that a word or phrase is."""
    return Cue(
        word.text, word.start, word.end, word.clause, frozenset(options), is_label
    )


def _narrowed(question: Question, text: str, options: set[int]) -> set[int]:
    """The one of several options whose very name is in the words: "เตาถ่าน"."""
    if len(options) == 1:
        return options
    named = {
        index
        for index in options
        if any(
            name in text
            for name in (
                naming.spoken(question, index)[0],
                *aliases.names(question, index),
            )
        )
    }
    return named if len(named) == 1 else options
