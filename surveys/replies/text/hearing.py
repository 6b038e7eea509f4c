"""Takes a typed reply apart into the words its question knows, the longest first."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from surveys import number_words, plain_text, politeness
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.text import words

LANGUAGES = naming.LANGUAGES
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
    # What `listening` also knows, to tell what stands round an answer:
    POLITE = "polite"
    AROUND = "around"
    NEGATION = "negation"
    ASK = "ask"
    CONTRAST = "contrast"
    HEDGE = "hedge"
    BOUND = "bound"
    OTHERS = "others"
    BECAUSE = "because"
    STRONG = "strong"
    SARCASM = "sarcasm"
    PRAISE = "praise"
    COMPLAINT = "complaint"
    LAUGHTER = "laughter"
    NEUTRAL = "neutral"
    WISH = "wish"
    HALF = "half"
    POINT = "point"
    ECHO = "echo"  # words of the question
    VERB = "verb"
    UNKNOWN = "unknown"


NUMERIC = frozenset((Part.DIGITS, Part.NUMBER))


@dataclass(frozen=True, slots=True)
class Token:
    """One known word of a reply."""

    part: Part
    text: str  # in `plain_text.plain` form
    index: int = 0  # of the choice, where it is one
    control: str = ""  # skip, dont_know, stop or back, where it is one


@dataclass(frozen=True)
class Lexicon:
    """Known words, and the lengths there are (see `lengths_of`)."""

    known: Mapping[str, Token]
    lengths: Mapping[str, tuple[int, ...]]


def lexicon(known: Mapping[str, Token]) -> Lexicon:
    return Lexicon(known, lengths_of(known))


def lengths_of(known: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """By two first letters the lengths there are among words, longest first.

    A word of one letter is under itself, and wherever it may be the beginning.
    """
    lengths: dict[str, set[int]] = {}
    for first, length in {(word[:2], len(word)) for word in known if word}:
        lengths.setdefault(first, set()).add(length)
    for first, found in lengths.items():
        if first[:1] in lengths:
            found.add(1)
    return {
        first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()
    }


def lengths_at(
    lengths: Mapping[str, tuple[int, ...]], text: str, at: int
) -> tuple[int, ...]:
    """How long a known word that starts here may be, the longest first."""
    return lengths.get(text[at : at + 2]) or lengths.get(text[at], ())


def take_apart(question: Question, reply: str, language: str) -> list[Token] | None:
    """The known words the whole reply is made of, or None if a letter is left over."""
    found = _known(question, reply, language)
    if found is None or any(token.part is Part.UNCLEAR for token in found):
        return None
    return found


def is_all_known(question: Question, reply: str, language: str) -> bool:
    """Whether the whole reply is made of known words, clear ones or not."""
    return _known(question, reply, language) is not None


def _known(question: Question, reply: str, language: str) -> list[Token] | None:
    lexicons = (own(question, language), _unit(question), _common(question.kind))
    text = plain_text.plain(reply)
    found = []
    at = 0
    while at < len(text):
        token = _longest(text, at, lexicons)
        if token is None:
            return None
        found.append(token)
        at += len(token.text)
    return found


def numbers(token: Token, *, several: bool) -> list[int]:
    """The numbers a token says; none where that cannot be told.

    With `several`, "1,3" and "1.3" are two choices; without, "1,000" is a thousand.
    """
    if token.part is not Part.DIGITS:
        return [number_words.NUMBERS[token.text]]
    if token.text.isdecimal():
        return [int(token.text)]
    if several and "-" not in token.text:  # "1-3" may be two choices or three
        return [int(digits) for digits in re.findall("[0-9]+", token.text)]
    if not several and re.fullmatch("[0-9]{1,3}(,[0-9]{3})+", token.text):
        return [int(token.text.replace(",", ""))]
    return []


def _longest(text: str, at: int, lexicons: Iterable[Lexicon]) -> Token | None:
    """The longest known word that starts here; digits are never parted."""
    digits = re.match("[0-9]+(?:[ ,./+-][0-9]+)*", text[at:])
    shortest = len(digits[0]) if digits else 1
    best: Token | None = None
    for each in lexicons:
        for length in lengths_at(each.lengths, text, at):
            if length < shortest or (best and length <= len(best.text)):
                break
            end = at + length
            if end > len(text):
                continue
            parts_digits = (
                text[end - 1 : end].isdecimal() and text[end:][:1].isdecimal()
            )
            if not parts_digits and (token := each.known.get(text[at:end])):
                best = token
                break
    return best or (Token(Part.DIGITS, digits[0]) if digits else None)


@lru_cache(maxsize=64)
def own(question: Question, language: str) -> Lexicon:
    """The ways to say each choice: as it is labelled, or as follows from the labels."""
    labelled = naming.labelled(question, language)
    named = {**naming.derived(question), **labelled}
    return lexicon({word: _choice(word, i) for word, i in named.items() if word})


@lru_cache(maxsize=16384)  # most are ways to say a place, the same for any question
def _choice(word: str, index: int) -> Token:
    """The token of a choice's word; `naming.UNCLEAR` is the word of none or of two."""
    if index == naming.UNCLEAR:
        return Token(Part.UNCLEAR, word)
    return Token(Part.CHOICE, word, index=index)


@lru_cache
def controls() -> dict[str, Token]:
    return {
        word: Token(Part.CONTROL, word, control=control)
        for control, said in words.CONTROLS.items()
        for word in said
    }


@lru_cache
def _common(kind: Kind) -> Lexicon:
    """What a reply to any question of the kind may be made of; later ones win."""
    if kind is Kind.OPEN:
        return lexicon(tokens(Part.FILLER, politeness.WORDS) | controls())
    known = tokens(Part.FILLER, words.FILLERS)
    if kind is Kind.NUMBER:
        known |= tokens(Part.FILLER, words.AROUND_COUNTS)
        known |= tokens(Part.NUMBER, number_words.NUMBERS)
    else:
        places = {
            word for word, n in number_words.NUMBERS.items() if n <= MAX_PLACE_WORD
        }
        known |= tokens(Part.PLACE, words.PLACES) | tokens(Part.NUMBER, places)
    return lexicon(known | tokens(Part.UNCLEAR, words.TURNING) | controls())


@lru_cache(maxsize=64)
def _unit(question: Question) -> Lexicon:
    """What a number counts, typed after it."""
    units = set()
    for language in LANGUAGES:
        unit = question.unit.has(language) if question.unit else None
        if unit and question.kind is Kind.NUMBER:
            units |= {
                plain_text.plain(unit),
                plain_text.plain(unit).removesuffix("s"),
            } - {""}
    return lexicon(tokens(Part.UNIT, units))


def tokens(
    part: Part, said: Mapping[str, int] | set[str] | frozenset[str]
) -> dict[str, Token]:
    return {word: Token(part, word) for word in sorted(said)}
