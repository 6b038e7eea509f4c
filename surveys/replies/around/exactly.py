"""What a reply means, every word of which is known: choices, numbers, and wishes."""

from collections.abc import Sequence
from itertools import pairwise

from surveys import number_words
from surveys.meaning import NOT_UNDERSTOOD, Meaning, Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies.around import judging, talking
from surveys.replies.choices import told_counts
from surveys.replies.counts import counting
from surveys.replies.text import hearing, pauses, words
from surveys.replies.text.hearing import Part, Token

_NAY = words.listed("เปล่า ป่าว nope nah")


def meaning(question: Question, reply: str, language: str) -> Understood | None:
    """The meaning of a reply all of whose words are known; None where they are not."""
    tokens = hearing.take_apart(question, reply, language)
    if tokens is None or pauses.laughs(reply):
        return None
    tokens = judging.without_reasons(question, tokens)
    if any(token.part is Part.CONTROL for token in tokens):
        return control(question, tokens)
    if question.kind is Kind.NUMBER:
        return _count(question, tokens)
    return _choose(question, tokens)


def control(question: Question, tokens: Sequence[Token]) -> Understood | None:
    """The one wish that these words are; None: they are none, or several."""
    said = [token for token in tokens if token.part is not Part.FILLER]
    meanings = {token.control for token in said}
    if len(meanings) > 1 and "" not in meanings:  # "ไม่รู้ ข้ามไปเลย"
        meanings.discard(Meaning.DONT_KNOW)
    if len(meanings) > 1:  # two controls, or one and something that is none
        return None
    return allowed(question, Meaning(meanings.pop()))


def allowed(question: Question, meaning: Meaning) -> Understood:
    """The wish, where the question can be left out, or not known."""
    if meaning is Meaning.SKIP and not question.allow_skip:
        return NOT_UNDERSTOOD
    if meaning is Meaning.DONT_KNOW and not question.allow_dont_know:
        return NOT_UNDERSTOOD
    return Understood(meaning)


def _count(question: Question, tokens: Sequence[Token]) -> Understood | None:
    """One whole number within bounds, with or without its unit after it."""
    found: list[int] = []
    unit_owed = False
    for token in tokens:
        if not counting.same_period(question, token.text):
            return None
        if token.part is Part.UNIT and found:
            unit_owed = False
        elif token.part is Part.UNIT and token.text not in number_words.NUMBERS:
            return None  # "ปี 50" is a date
        elif token.part in (Part.UNIT, Part.NUMBER, Part.DIGITS):
            # In Burmese "two" and "year" are one word: it is two if a year follows.
            unit_owed = token.part is Part.UNIT
            found += hearing.numbers(token, several=False) or [-1]
    if len(found) != 1 or unit_owed or not counting.within(question, found[0]):
        return None
    return Understood(Meaning.ANSWER, found[0])


def _choose(question: Question, tokens: Sequence[Token]) -> Understood:
    """The choice or choices named, by word or by place; both must say the same."""
    named = [token for token in tokens if token.part is Part.CHOICE]
    if talking.is_yes_or_no(question):  # "ไม่เคยไปบ่อยๆ": how often is then no answer
        named = [each for each in named if not talking.is_how_often(each)] or named
        is_named = bool(named)
        tokens = [
            token
            for token in tokens
            if not (is_named and token.part is Part.DIGITS and len(token.text) > 2)
        ]
    by_word = {token.index for token in named}
    places = _places(question, tokens)
    if places is None or (by_word and places and by_word != set(places)):
        return NOT_UNDERSTOOD
    if _turned_round(tokens):
        return NOT_UNDERSTOOD
    if judging.nods(question, tokens):
        return from_choice(question, judging.yes(question))
    return chosen(question, by_word or set(places))


def chosen(question: Question, indexes: set[int]) -> Understood:
    """The answer that choices are, where the question takes so many."""
    places = sorted(indexes)
    if question.kind is not Kind.MULTIPLE:
        return from_choice(question, places[0]) if len(places) == 1 else NOT_UNDERSTOOD
    exclusive = any(question.choices[index].exclusive for index in places)
    if not places or (exclusive and len(places) > 1):
        return NOT_UNDERSTOOD
    keys = tuple(question.choices[index].key for index in places)
    return Understood(Meaning.ANSWER, keys)


def _turned_round(tokens: Sequence[Token]) -> bool:
    """Whether a choice that is a bare "not" stands before another, or a number."""
    said = [token for token in tokens if token.part not in (Part.FILLER, Part.PLACE)]
    if len({token.index for token in said}) == 1 and said[0].text in _NAY:
        said = said[1:]  # "เปล่า ไม่เคย"
    denies_doing = any(  # "บ่ตอบ" is no "no"
        one.text in judging.BARE_NO and two.text in judging.DOING
        for one, two in pairwise(tokens)
    )
    return denies_doing or any(token.text in words.NEGATIONS for token in said[:-1])


def _places(question: Question, tokens: Sequence[Token]) -> list[int] | None:
    """The choices meant by numbers, from 0; None where a number cannot be a place."""
    places: list[int] = []
    if question.own_numbers and judging.is_by_place(tokens):
        return None
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
    doubtful = not sure and told_counts.in_other_label(question, set(places))
    return None if doubtful else places
