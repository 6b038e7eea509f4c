"""Answers that somebody writes down for somebody else: from paper, or face to face."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from surveys import plain_text, route
from surveys.definition import Survey
from surveys.flow import Answer, State, Value
from surveys.question import LANGUAGES, Kind, Question, Text

# What stands in a cell, or is ticked, where there is no answer but a reply.
SKIPPED, DONT_KNOW = "-", "?"
COORDINATES = re.compile(r"(-?\d{1,2}(?:\.\d+)?), ?(-?\d{1,3}(?:\.\d+)?)")
SEVERAL = re.compile(r"[,;\n]")
# Neither can be written on a form.
NOT_ENTERED = (Kind.NOTE, Kind.PHOTO)


@dataclass(frozen=True)
class Fault:
    """Why an answer is not taken: the key of a text, and what fills it."""

    key: str
    said: str = ""
    message: Text | None = None
    """What the question itself says of an answer its constraint does not let pass."""


def questions(survey: Survey) -> list[Question]:
    """The questions that can be entered, in the survey's order."""
    return [each for each in survey.questions if each.kind not in NOT_ENTERED]


def read(question: Question, written: str | Sequence[str]) -> Answer | Fault | None:
    """What is written as the answer to a question; None: nothing is.

    Choices are named by key or label; several by commas, or as a list. Never guesses.
    """
    parts = [written] if isinstance(written, str) else list(written)
    parts = [part for part in map(str.strip, parts) if part]
    if not parts:
        return None
    text = parts[0] if len(parts) == 1 else ""
    if text == SKIPPED:
        return Answer(State.SKIPPED) if question.allow_skip else Fault("entry.no_skip")
    if text == DONT_KNOW:
        allowed = question.allow_dont_know
        return Answer(State.DONT_KNOW) if allowed else Fault("entry.no_dont_know")
    if question.kind is Kind.MULTIPLE:
        return _several(question, parts)
    value = _value(question, ", ".join(parts))
    if isinstance(value, Fault):
        return value
    return Answer(State.ANSWERED, value)


def faults(
    survey: Survey, answers: Mapping[str, Answer], *, today: date
) -> dict[str, Fault]:
    """What is wrong, by question: an answer that is missing, that breaks a constraint,
    that the other answers do not lead to, or that is no consent where one is needed."""
    found: dict[str, Fault] = {}
    led = set[str]()
    for question in route.asked(survey, answers, today=today):
        led.add(question.key)
        given = answers.get(question.key)
        if given is None:
            if question.required and question.kind not in NOT_ENTERED:
                found[question.key] = Fault("entry.missing")
        elif _is_not_agreed(question, given):
            found[question.key] = Fault("entry.not_agreed")
        elif given.value is not None:
            message = route.refusal(survey, question, given.value, answers, today=today)
            if message is not None:
                found[question.key] = Fault("entry.refused", message=message)
    return found | {key: Fault("entry.astray") for key in answers if key not in led}


def _is_not_agreed(question: Question, given: Answer) -> bool:
    """Whether a consent without which there is no survey was not given: of such a form
    nothing is kept, nor in the chat."""
    needed = question.kind is Kind.CONSENT and question.required
    return needed and given.value != "yes"


def _value(question: Question, text: str) -> Value | Fault:
    match question.kind:
        case Kind.NUMBER:
            return _number(question, text)
        case Kind.OPEN:
            return plain_text.kept(text) or Fault("entry.unknown", text)
        case Kind.DATE:
            return _day(text)
        case Kind.PLACE if spot := COORDINATES.fullmatch(text):
            # No finer than in the chat: a quarter, and nobody's house.
            return ",".join(f"{float(each):.3f}" for each in spot.groups())
        case Kind.PLACE if not question.choices:
            return plain_text.kept(text) or Fault("entry.unknown", text)
        case _:
            place = _place(question, text)
            if place is None:
                return Fault("entry.unknown", text)
            return question.values[place]


def _several(question: Question, parts: Sequence[str]) -> Answer | Fault:
    named = parts
    if len(parts) == 1 and _place(question, parts[0]) is None:
        named = [each for each in SEVERAL.split(parts[0]) if each.strip()]
    places: set[int] = set()
    for each in named:
        place = _place(question, each.strip())
        if place is None:
            return Fault("entry.unknown", each.strip())
        places.add(place)
    if len(places) > 1 and any(question.choices[each].exclusive for each in places):
        return Fault("entry.exclusive")
    keys = tuple(question.choices[each].key for each in sorted(places))
    return Answer(State.ANSWERED, keys)


def _place(question: Question, text: str) -> int | None:
    """Where the choice of this key, or of this label in any language, stands."""
    for place, choice in enumerate(question.choices):
        if text == choice.key:
            return place
    said = plain_text.plain(text)
    for place, choice in enumerate(question.choices):
        labels = (choice.label.has(language) for language in LANGUAGES)
        if said in [plain_text.plain(label) for label in labels if label]:
            return place
    return None


def _number(question: Question, text: str) -> Value | Fault:
    try:
        found = float(text.replace(",", ""))
    except ValueError:
        return Fault("entry.no_number", text)
    low, high = question.min, question.max
    if not math.isfinite(found) or low is None or high is None:
        return Fault("entry.no_number", text)
    if not low <= found <= high:
        return Fault("entry.out_of_range", f"{low} - {high}")
    if round(found, question.decimals) != found:
        return Fault("entry.no_number", text)
    return int(found) if found.is_integer() else found


def _day(text: str) -> Value | Fault:
    """A day as YYYY-MM-DD, of the Common Era or of the Buddhist one."""
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00:00)?", text)
    if found is None:
        return Fault("entry.no_day", text)
    year, month, day = map(int, found.groups())
    try:
        # 543 years apart; nobody alive has seen the year 2400 of one in the other.
        return date(year - 543 if year >= 2400 else year, month, day).isoformat()
    except ValueError:
        return Fault("entry.no_day", text)
