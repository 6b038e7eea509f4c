"""What the rules alone make of a reply: one clear answer in words they know."""

import re
from collections.abc import Sequence

from surveys import plain_text
from surveys.meaning import NOT_UNDERSTOOD, Meaning, Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import (
    asking,
    clauses,
    correcting,
    exactly,
    judging,
    steering,
    talking,
    wishing,
)
from surveys.replies.choices import (
    ranges,
)
from surveys.replies.counts import (
    counting,
)
from surveys.replies.either import circumstance
from surveys.replies.text import english as english_words
from surveys.replies.text import (
    hearing,
    listening,
    numbers,
    pauses,
    rewriting,
)
from surveys.replies.text.hearing import Part
from surveys.replies.text.listening import Said
from surveys.replies.text.pauses import Typed

MAX_CLOSED = 200  # no answer to a closed question is longer
CHOSEN = (Kind.SINGLE, Kind.MULTIPLE, Kind.SCALE5)
_NOT = "ไม่"


def by_rules(question: Question, reply: str, language: str) -> Understood:
    """What a typed reply means, where the rules are sure of it. Never guesses.

    First the whole reply has to be made of known words, the longest first. Where it
    is not, one clear answer is heard among other words, if none of them turns it
    round, asks, doubts, or speaks for somebody else. Words of all three languages
    count; `language` decides only where one word is a choice in two of them.
    """
    if question.kind is Kind.OPEN:
        return _understand_open(question, reply, language)
    found = _understand_closed(question, reply, language)
    return NOT_UNDERSTOOD if found.is_answer and asking.ends_asking(reply) else found


def _understand_closed(question: Question, reply: str, language: str) -> Understood:
    if len(reply) > MAX_CLOSED or rewriting.is_tens(question, reply):
        return NOT_UNDERSTOOD
    reply = rewriting.rewritten(question, reply)
    whole = exactly.meaning(question, reply, language)
    if whole is not None and whole != NOT_UNDERSTOOD:
        return whole
    typed = pauses.typed(reply)
    if talking.is_yes_or_no(question):
        said_so = _of_yes_or_no(question, typed, reply)
        if said_so is not None:
            return said_so
    control = wishing.control(typed.text.rstrip("?")) if whole is None else None
    control = control or wishing.of_the_asked(typed.text)
    said = None
    if control is not None:
        said = listening.parted(question, typed, language)
        if not _names_a_choice(said, len(typed.text)):
            return exactly.allowed(question, Meaning(control))
    found = _in_range(question, typed, language)
    found = found or _corrected(question, typed, language)
    if found or whole:
        return found or whole or NOT_UNDERSTOOD
    said = said or listening.parted(question, typed, language)
    found = _roughly(question, typed, language, said)
    if found != NOT_UNDERSTOOD:
        return found
    return _by_clause(question, typed, language, said)


def _of_yes_or_no(question: Question, typed: Typed, reply: str) -> Understood | None:
    """ "ไม่เคยมีใครชวน", and "ไม่รู้" where it is asked if a thing is known."""
    asked, text = naming.asked(question), wishing.bare(typed.text)
    no = 1 - judging.yes(question) if len(question.choices) == 2 else None
    if no is None:
        return None
    if (english := english_words.said(asked, reply)) is not None:
        return from_choice(question, no if english == "no" else 1 - no)
    if any(cut < len(text) for cut in typed.hard):
        return None
    if circumstance.knows_not(asked, text) or circumstance.says_never(asked, text):
        return from_choice(question, no)
    return None


def _names_a_choice(said: Sequence[Said], size: int) -> bool:
    """Whether most of what sounds like a wish is the question's own word."""
    return any(
        each.token.part in (Part.CHOICE, Part.UNCLEAR)
        and 2 * len(each.token.text) > size
        for each in said
    )


def _corrected(question: Question, typed: Typed, language: str) -> Understood | None:
    def meant(start: int, end: int) -> Understood:
        return _part_meant(question, typed.part(start, end), language)

    return correcting.corrected(typed, meant)


def _by_clause(
    question: Question, typed: Typed, language: str, said: list[Said]
) -> Understood:
    """What one clause answers, where the reply as a whole does not."""

    def meant(start: int, end: int) -> Understood:
        return _part_meant(question, typed.part(start, end), language)

    control = clauses.control(typed.text, said)
    if control is not None:
        return exactly.allowed(question, Meaning(control))
    return clauses.settled(question, said, meant) or NOT_UNDERSTOOD


def _part_meant(question: Question, part: Typed, language: str) -> Understood:
    whole = exactly.meaning(question, part.text, language)
    return whole or _roughly(question, part, language)


def _in_range(question: Question, typed: Typed, language: str) -> Understood | None:
    """A number with its unit, or one that is no place, where the choices are ranges."""
    digits = re.search("[0-9]+", typed.text)
    if (
        not (digits or numbers.THAI.search(typed.text))
        or question.kind is not Kind.SINGLE
        or ranges.place(question, 1e6) is None
        or ranges.of_other_unit(question, typed.text)
        or ranges.of_other_period(question, typed.text)
    ):
        return None
    if (index := ranges.some_over(question, typed.text)) is not None:
        return from_choice(question, index)
    counted = _roughly(ranges.counted(question), typed, language)
    if counted.kind is not Meaning.ANSWER or not isinstance(counted.value, int):
        return None
    is_place = (
        digits
        and not question.own_numbers
        and digits[0] == wishing.bare(typed.text)
        and counted.value <= len(question.choices)
    )
    index = None if is_place else ranges.place(question, counted.value)
    return None if index is None else from_choice(question, index)


def _understand_open(question: Question, reply: str, language: str) -> Understood:
    """Free text, unless the whole of it is one control word, politely said or not."""
    text = plain_text.kept(reply)
    tokens = None
    if len(text) <= MAX_CLOSED:
        tokens = hearing.take_apart(question, text, language)
    if tokens and any(token.part is Part.CONTROL for token in tokens):
        return exactly.control(question, tokens) or NOT_UNDERSTOOD
    return Understood(Meaning.ANSWER, text) if text else NOT_UNDERSTOOD


def _roughly(
    question: Question, typed: Typed, language: str, said: list[Said] | None = None
) -> Understood:
    """One clear answer among other words; then the same with misspellings forgiven.

    `said` is the reply already taken apart.
    """
    said = said or listening.parted(question, typed, language)
    found = _judged(question, typed, said)
    parts = {each.token.part for each in said}
    labels = naming.together(question)  # "ค่อนข้าง" is one of their own words
    final = {each.token.part for each in said if each.token.text not in labels}
    may_be_misspelt = Part.UNKNOWN in parts and not final & (
        steering.FINAL - {Part.UNCLEAR}
    )
    denies_twice = any(
        each.token.part is Part.UNCLEAR and each.token.text.count(_NOT) > 1
        for each in said
    )
    if found is None and may_be_misspelt and not denies_twice:
        typed, said = listening.forgiving(question, typed, language)
        found = _judged(question, typed, said)
    return found or NOT_UNDERSTOOD


def _judged(question: Question, typed: Typed, said: list[Said]) -> Understood | None:
    control = steering.control(said)
    if control is not None:
        return exactly.allowed(question, Meaning(control))
    if question.kind is Kind.NUMBER:
        number = counting.count(question, said)
        return None if number is None else Understood(Meaning.ANSWER, number)
    if question.kind not in CHOSEN:
        return None
    indexes = judging.choices(question, typed, said)
    found = exactly.chosen(question, indexes) if indexes else NOT_UNDERSTOOD
    return found if found.kind is Meaning.ANSWER else None
