"""What a typed reply, or a pressed button, comes to."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from surveys.question import Kind, Question


class Meaning(StrEnum):
    """What a reply is."""

    ANSWER = "answer"
    DONT_KNOW = "dont_know"
    SKIP = "skip"
    STOP = "stop"
    BACK = "back"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True)
class Understood:
    """A reply's meaning; `value` only where it is an answer."""

    kind: Meaning
    value: str | int | float | tuple[str, ...] | None = None

    @property
    def is_answer(self) -> bool:
        return self.kind is Meaning.ANSWER


NOT_UNDERSTOOD = Understood(Meaning.NOT_UNDERSTOOD)
# What a piece of a reply means, to whoever asks about pieces.
Hear = Callable[[str], Understood]


def from_choice(question: Question, index: int) -> Understood:
    """What pressing the choice's button means; `index` counts from 0.

    For a question with several answers it is this one choice, as a tuple of one.
    """
    if not 0 <= index < len(question.choices):
        return NOT_UNDERSTOOD
    value = question.values[index]
    if question.kind is Kind.MULTIPLE:
        return Understood(Meaning.ANSWER, (str(value),))
    return Understood(Meaning.ANSWER, value)


def from_key(question: Question, key: str) -> Understood:
    """What pressing the button of the choice with this key means; it has to have it."""
    keys = [choice.key for choice in question.choices]
    return from_choice(question, keys.index(key))
