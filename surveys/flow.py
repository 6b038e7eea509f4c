"""Which question comes next, and what a resident's reply to it means."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from surveys import hearing, words
from surveys.definition import Kind, Question, Survey
from surveys.hearing import Part, Token

MAX_OPEN = 1000  # characters kept of a free text
MAX_CLOSED = 200  # no answer to a closed question is longer

# A choice's key; a scale's point; a number; free text; a day as YYYY-MM-DD; a place's
# key or "latitude,longitude"; the keys chosen of several, in the question's order.
Value = str | int | float | tuple[str, ...]


class State(StrEnum):
    """What became of a question. One never reached has no answer at all."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    DONT_KNOW = "dont_know"


class Meaning(StrEnum):
    """What a reply is."""

    ANSWER = "answer"
    DONT_KNOW = "dont_know"
    SKIP = "skip"
    STOP = "stop"
    BACK = "back"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True)
class Answer:
    """What is recorded for a question; `value` only where it was answered."""

    state: State
    value: Value | None = None

    def __post_init__(self) -> None:
        if (self.state == State.ANSWERED) != (self.value is not None):
            raise ValueError("an answer has a value exactly when it is answered")
        if isinstance(self.value, list):  # as it comes back from JSON
            object.__setattr__(self, "value", tuple(self.value))


@dataclass(frozen=True)
class Understood:
    """A reply's meaning; `value` only where it is an answer."""

    kind: Meaning
    value: Value | None = None


NOT_UNDERSTOOD = Understood(Meaning.NOT_UNDERSTOOD)

_EXAMPLE_OPEN = {
    "th": "พิมพ์สั้น ๆ ด้วยคำของคุณเอง",
    "en": "a few words of your own",
    "my": "ကိုယ့်စကားနဲ့ အတိုချုံး ရေးပါ",
}


def pending(survey: Survey, answers: Mapping[str, Answer]) -> Question | None:
    """The first question, by key, without an answer; None when the survey is done."""
    for question in survey.questions:
        if question.key not in answers:
            return question
    return None


def position(survey: Survey, question: Question) -> tuple[int, int]:
    """The question's place and how many there are, as in "ข้อ 3 จาก 10"."""
    keys = [each.key for each in survey.questions]
    return keys.index(question.key) + 1, len(keys)


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


def understand(question: Question, reply: str, language: str) -> Understood:
    """What a typed reply to the question means. Never raises and never guesses.

    The whole reply has to be made of known words, the longest first, so "ไม่พอใจ" can
    never be taken for "พอใจ". Words of all three languages count; `language` decides
    only where one word is a choice in two of them.
    """
    if question.kind is Kind.OPEN:
        return _understand_open(question, reply, language)
    if len(reply) > MAX_CLOSED:
        return NOT_UNDERSTOOD
    tokens = hearing.take_apart(question, reply, language)
    if tokens is None:
        return NOT_UNDERSTOOD
    if any(token.part is Part.CONTROL for token in tokens):
        return _control(question, tokens)
    if question.kind is Kind.NUMBER:
        return _count(question, tokens)
    return _choose(question, tokens)


def example(question: Question, language: str) -> str:
    """A short example of a good answer, for asking again; is itself understood."""
    match question.kind:
        case Kind.OPEN:
            return _EXAMPLE_OPEN.get(language, _EXAMPLE_OPEN["th"])
        case Kind.NUMBER:
            low, high = question.min or 0, question.max or 0
            unit = question.unit.say(language) if question.unit else ""
            return f"{min(high, max(low, 12))} {unit}".strip()
        case Kind.MULTIPLE:
            places = [
                str(place)
                for place, choice in enumerate(question.choices, start=1)
                if not choice.exclusive
            ]
            return ", ".join(places[:2])
        case _:
            # The middle, so that the example leans to neither side.
            middle = (len(question.choices) - 1) // 2
            return f"{middle + 1}. {question.choices[middle].label.say(language)}"


def _understand_open(question: Question, reply: str, language: str) -> Understood:
    """Free text, unless the whole of it is one control word, politely said or not."""
    text = words.clean(reply)[:MAX_OPEN].strip()
    tokens = None
    if len(text) <= MAX_CLOSED:
        tokens = hearing.take_apart(question, text, language)
    if tokens and any(token.part is Part.CONTROL for token in tokens):
        return _control(question, tokens)
    return Understood(Meaning.ANSWER, text) if text else NOT_UNDERSTOOD


def _control(question: Question, tokens: Sequence[Token]) -> Understood:
    said = [token for token in tokens if token.part is not Part.FILLER]
    meanings = {token.control for token in said}
    if len(meanings) > 1:  # two controls, or one and something that is none
        return NOT_UNDERSTOOD
    meaning = Meaning(meanings.pop())
    if meaning is Meaning.SKIP and not question.allow_skip:
        return NOT_UNDERSTOOD
    if meaning is Meaning.DONT_KNOW and not question.allow_dont_know:
        return NOT_UNDERSTOOD
    return Understood(meaning)


def _count(question: Question, tokens: Sequence[Token]) -> Understood:
    """One whole number within bounds, with or without its unit after it."""
    found: list[int] = []
    unit_owed = False
    for token in tokens:
        if token.part is Part.UNIT and found:
            unit_owed = False
        elif token.part is Part.UNIT and token.text not in words.NUMBERS:
            return NOT_UNDERSTOOD  # "ปี 50" is a date
        elif token.part in (Part.UNIT, Part.NUMBER, Part.DIGITS):
            # In Burmese "two" and "year" are one word: it is two if a year follows.
            unit_owed = token.part is Part.UNIT
            found += hearing.numbers(token, several=False) or [-1]
    if len(found) != 1 or unit_owed or not _within(question, found[0]):
        return NOT_UNDERSTOOD
    return Understood(Meaning.ANSWER, found[0])


def _within(question: Question, number: int) -> bool:
    low = 0 if question.min is None else question.min
    return low <= number and (question.max is None or number <= question.max)


def _choose(question: Question, tokens: Sequence[Token]) -> Understood:
    """The choice or choices named, by word or by place; both must say the same."""
    named = [token for token in tokens if token.part is Part.CHOICE]
    by_word = {token.index for token in named}
    places = _places(question, tokens)
    if places is None or (by_word and places and by_word != set(places)):
        return NOT_UNDERSTOOD
    if _turned_round(tokens):
        return NOT_UNDERSTOOD
    chosen = sorted(by_word or places)
    if question.kind is not Kind.MULTIPLE:
        return from_choice(question, chosen[0]) if len(chosen) == 1 else NOT_UNDERSTOOD
    exclusive = any(question.choices[index].exclusive for index in chosen)
    if not chosen or (exclusive and len(chosen) > 1):
        return NOT_UNDERSTOOD
    keys = tuple(question.choices[index].key for index in chosen)
    return Understood(Meaning.ANSWER, keys)


def _turned_round(tokens: Sequence[Token]) -> bool:
    """Whether a choice that is a bare "not" stands before another, or a number."""
    said = [token for token in tokens if token.part not in (Part.FILLER, Part.PLACE)]
    return any(token.text in words.NEGATIONS for token in said[:-1])


def _places(question: Question, tokens: Sequence[Token]) -> list[int] | None:
    """The choices meant by numbers, from 0; None where a number cannot be a place."""
    places: list[int] = []
    sure = any(token.part in (Part.PLACE, Part.CHOICE) for token in tokens)
    for token in tokens:
        if token.part in (Part.DIGITS, Part.NUMBER):
            found = hearing.numbers(token, several=question.kind is Kind.MULTIPLE)
            if not found:
                return None
            places += [number - 1 for number in found]
    repeated = len(set(places)) < len(places)  # "5 5 5" is laughter
    if repeated or not set(places) <= set(range(len(question.choices))):
        return None
    return None if not sure and _in_other_label(question, set(places)) else places


def _in_other_label(question: Question, places: set[int]) -> bool:
    """Whether a number typed alone stands in the label of some other choice.

    Where the second choice reads "3 ครั้ง", a bare "3" may mean it or the third.
    """
    for index, choice in enumerate(question.choices):
        for language in hearing.LANGUAGES:
            for said in choice.spoken(language):
                found = {int(digits) - 1 for digits in re.findall("[0-9]{1,9}", said)}
                if (found & places) - {index}:
                    return True
    return False
