"""Takes a typed reply apart into the words its question knows, the longest first."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from surveys import words
from surveys.definition import Kind, Question

LANGUAGES = ("th", "en", "my")
MAX_PLACE_WORD = 10  # "สิบ": number words that may say a choice's place


class Part(StrEnum):
    """What a known word does in a reply."""

    CHOICE = "choice"
    CONTROL = "control"
    DIGITS = "digits"
    NUMBER = "number"
    UNIT = "unit"
    PLACE = "place"
    FILLER = "filler"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Token:
    """One known word of a reply."""

    part: Part
    text: str  # in `words.plain` form
    index: int = 0  # of the choice, where it is one
    control: str = ""  # skip, dont_know, stop or back, where it is one


def take_apart(question: Question, reply: str, language: str) -> list[Token] | None:
    """The known words the whole reply is made of, or None if a letter is left over."""
    known = _lexicon(question, language)
    longest = max(map(len, known))
    text = words.plain(reply)
    tokens = []
    at = 0
    while at < len(text):
        token = _longest(text, at, known, longest)
        if token is None or token.part is Part.UNCLEAR:
            return None
        tokens.append(token)
        at += len(token.text)
    return tokens


def numbers(token: Token, *, several: bool) -> list[int]:
    """The numbers a token says; none where that cannot be told.

    With `several`, "1,3" and "1.3" are two choices; without, "1,000" is a thousand.
    """
    if token.part is not Part.DIGITS:
        return [words.NUMBERS[token.text]]
    if token.text.isdecimal():
        return [int(token.text)]
    if several and "-" not in token.text:  # "1-3" may be two choices or three
        return [int(digits) for digits in re.findall("[0-9]+", token.text)]
    if not several and re.fullmatch("[0-9]{1,3}(,[0-9]{3})+", token.text):
        return [int(token.text.replace(",", ""))]
    return []


def _longest(
    text: str, at: int, known: Mapping[str, Token], longest: int
) -> Token | None:
    """The longest known word that starts here; digits are never parted."""
    digits = re.match("[0-9]+(?:[ ,./+-][0-9]+)*", text[at:])
    shortest = len(digits[0]) if digits else 1
    for end in range(min(len(text), at + longest), at + shortest - 1, -1):
        parts_digits = text[end - 1].isdecimal() and text[end : end + 1].isdecimal()
        if text[at:end] in known and not parts_digits:
            return known[text[at:end]]
    return Token(Part.DIGITS, digits[0]) if digits else None


@lru_cache(maxsize=512)
def _lexicon(question: Question, language: str) -> dict[str, Token]:
    """Every word a reply to the question may be made of; later ones win."""
    if question.kind is Kind.OPEN:
        known = _tokens(Part.FILLER, words.POLITE)
    else:
        known = _tokens(Part.FILLER, words.FILLERS)
        known |= _number_words(question)
    for control, said in words.CONTROLS.items():
        known |= {word: Token(Part.CONTROL, word, control=control) for word in said}
    return known | _choice_words(question, language)


def _number_words(question: Question) -> dict[str, Token]:
    if question.kind is not Kind.NUMBER:
        places = {word for word, n in words.NUMBERS.items() if n <= MAX_PLACE_WORD}
        return _tokens(Part.PLACE, words.PLACES) | _tokens(Part.NUMBER, places)
    units = set()
    for language in LANGUAGES:
        unit = question.unit.has(language) if question.unit else None
        if unit:
            units |= {words.plain(unit), words.plain(unit).removesuffix("s")}
    return (
        _tokens(Part.FILLER, words.AROUND_COUNTS)
        | _tokens(Part.NUMBER, words.NUMBERS)
        | _tokens(Part.UNIT, units)
    )


def _choice_words(question: Question, language: str) -> dict[str, Token]:
    """The ways to say each choice; a word of two choices is this language's, if any."""
    places: dict[str, dict[str, int]] = {each: {} for each in LANGUAGES}
    for index, choice in enumerate(question.choices):
        for each in LANGUAGES:
            places[each].update(dict.fromkeys(choice.spoken(each), index))
    own = places.get(language, {})
    known = {}
    for word in {word for said in places.values() for word in said}:
        meant = {said[word] for said in places.values() if word in said}
        if word in own or len(meant) == 1:
            index = own[word] if word in own else meant.pop()
            known[word] = Token(Part.CHOICE, word, index=index)
        else:
            known[word] = Token(Part.UNCLEAR, word)
    return known


def _tokens(
    part: Part, said: Mapping[str, int] | set[str] | frozenset[str]
) -> dict[str, Token]:
    return {word: Token(part, word) for word in said}
