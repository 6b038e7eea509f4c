"""What a typed reply to a question means. Never raises and never guesses."""

import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from surveys import (
    circumstance,
    clauses,
    counting,
    hearing,
    judging,
    listening,
    naming,
    numbers,
    ranges,
    retelling,
    steering,
    talking,
    weighing,
    wishing,
    wording,
    words,
    yesno,
)
from surveys import english as english_words
from surveys.hearing import Part, Token
from surveys.listening import Typed
from surveys.meaning import NOT_UNDERSTOOD, Meaning, Understood, from_choice
from surveys.question import Kind, Question

MAX_OPEN = 1000  # characters kept of a free text
MAX_CLOSED = 200  # no answer to a closed question is longer


_CHOSEN = (Kind.SINGLE, Kind.MULTIPLE, Kind.SCALE5)
_CORRECTIONS = sorted(words.listed(words.LISTS["corrections"]), key=len, reverse=True)
_CORRECTION = re.compile("|".join(map(re.escape, _CORRECTIONS)))
_TAKEN_BACK = tuple(words.listed(words.LISTS["taken_back"]))
_INSTEAD = re.compile(
    "|".join(
        sorted(map(re.escape, words.listed(words.LISTS["instead"])), key=len)[::-1]
    )
)
_NOT = "ไม่"
_NOT_THIS, _BUT = "ไม่ใช่", "ต่างหาก"  # "ไม่ใช่ฝุ่น กลิ่นต่างหาก"
_BETTER = re.compile(
    "(?:" + "|".join(map(re.escape, words.listed(words.LISTS["better"]))) + ")"
    "(?:" + "|".join(sorted(map(re.escape, words.POLITE), key=len)[::-1]) + ")*$"
)


def understand(
    question: Question, reply: str, language: str, *, weigh: bool = True
) -> Understood:
    """What a typed reply to a question means. Never raises.

    Where no rule is sure, what speaks for each meaning is weighed, unless it must not
    be: `weigh` is False of a consent.
    """
    if question.kind is not Kind.OPEN:
        reply = wording.by_weekday(reply)
    found = by_rules(question, reply, language)
    rules = partial(by_rules, question, language=language)
    hear = partial(_heard, question, language=language)
    if weigh and retelling.is_none(question, reply, hear):
        return NOT_UNDERSTOOD if found.is_answer else found
    is_sure = found.is_answer and not retelling.takes_back(reply)
    if is_sure or not weigh or len(reply) > MAX_CLOSED:
        return found
    if found != NOT_UNDERSTOOD and not found.is_answer:
        return retelling.no_wish(question, reply, found) or found
    retold = retelling.meant(question, reply, rules, hear)
    return retold or (found if found.is_answer else _weighed(question, reply, language))


def _heard(question: Question, piece: str, language: str) -> Understood:
    """What a piece of a reply means, or the reply told in other words."""
    found = by_rules(question, piece, language)
    return found if found.is_answer else _weighed(question, piece, language)


def _weighed(question: Question, reply: str, language: str) -> Understood:
    if not may_weigh(question, reply, language):
        return NOT_UNDERSTOOD
    found = weighing.weighed(question, reply)
    if found.is_answer:
        return NOT_UNDERSTOOD if _ends_asking(reply) else found
    return _allowed(question, found.kind)


def may_weigh(question: Question, reply: str, language: str) -> bool:
    """Whether a reply that no rule is sure of may be weighed.

    Not where every word of it is one the rules know: they saw that it is no answer.
    """
    is_one = question.kind in (Kind.SINGLE, Kind.SCALE5, Kind.NUMBER)
    if not is_one or len(reply) > MAX_CLOSED or _is_tens(question, reply):
        return False
    return not hearing.is_all_known(question, reply, language)


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
    return NOT_UNDERSTOOD if found.is_answer and _ends_asking(reply) else found


def _ends_asking(reply: str) -> bool:
    """ "ไม่เคยไป อะไร": whether its last word stands apart and asks."""
    said = reply.split()
    last = words.plain(said[-1]) if len(said) > 1 else ""
    return last in _ASKS or wishing.bare(last) in _ASKS


def _understand_closed(question: Question, reply: str, language: str) -> Understood:
    if len(reply) > MAX_CLOSED or _is_tens(question, reply):
        return NOT_UNDERSTOOD
    if question.kind is Kind.NUMBER and question.max is not None:
        reply = re.sub(rf"([0-9๐-๙]) *เต็ม *{question.max:g}(?![0-9])", r"\1", reply)
    if question.kind is Kind.SCALE5:
        reply = _OUT_OF_FIVE.sub(r"\1", reply)
        reply = wording.in_full(question, reply)
    if question.kind is not Kind.NUMBER and not _HAS_FIVES.search(
        naming.together(question)
    ):
        reply = _SHORT_LAUGH.sub(r"\1 555", reply)
    exactly = _exactly(question, reply, language)
    if exactly is not None and exactly != NOT_UNDERSTOOD:
        return exactly
    typed = listening.typed(reply)
    if talking.is_yes_or_no(question):
        said_so = _of_yes_or_no(question, typed, reply)
        if said_so is not None:
            return said_so
    control = wishing.control(typed.text.rstrip("?")) if exactly is None else None
    control = control or wishing.of_the_asked(typed.text)
    if control is not None and not _names_a_choice(question, typed, language):
        return _allowed(question, Meaning(control))
    found = _in_range(question, typed, language)
    found = found or _corrected(question, typed, language)
    if found or exactly:
        return found or exactly or NOT_UNDERSTOOD
    found = _roughly(question, typed, language)
    return found if found != NOT_UNDERSTOOD else _by_clause(question, typed, language)


_ASKS = words.listed(words.LISTS["ask"]) - yesno.NO


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


def _names_a_choice(question: Question, typed: Typed, language: str) -> bool:
    """Whether most of what sounds like a wish is the question's own word."""
    size = len(typed.text)
    return any(
        each.token.part in (Part.CHOICE, Part.UNCLEAR)
        and 2 * len(each.token.text) > size
        for each in listening.parted(question, typed, language)
    )


def _by_clause(question: Question, typed: Typed, language: str) -> Understood:
    """What one clause answers, where the reply as a whole does not."""

    def meant(start: int, end: int) -> Understood:
        return _part_meant(question, typed.part(start, end), language)

    said = listening.parted(question, typed, language)
    control = clauses.control(typed.text, said)
    if control is not None:
        return _allowed(question, Meaning(control))
    return clauses.settled(question, said, meant) or NOT_UNDERSTOOD


def _part_meant(question: Question, part: Typed, language: str) -> Understood:
    exactly = _exactly(question, part.text, language)
    return exactly or _roughly(question, part, language)


def _in_range(question: Question, typed: Typed, language: str) -> Understood | None:
    """A number with its unit, or one that is no place, where the choices are ranges."""
    digits = re.search("[0-9]+", typed.text)
    if (
        not (digits or numbers.THAI.search(typed.text))
        or question.kind is not Kind.SINGLE
        or ranges.place(question, 1e6) is None
    ):
        return None
    if (index := ranges.some_over(question, typed.text)) is not None:
        return from_choice(question, index)
    counted = _roughly(ranges.counted(question), typed, language)
    if counted.kind is not Meaning.ANSWER or not isinstance(counted.value, int):
        return None
    is_place = (
        digits
        and digits[0] == wishing.bare(typed.text)
        and counted.value <= len(question.choices)
    )
    index = None if is_place else ranges.place(question, counted.value)
    return None if index is None else from_choice(question, index)


_HAS_FIVES = re.compile("[0-9]")
_SHORT_LAUGH = re.compile(r"([\u0e01-\u0e4e])\s*55\+*\s*$")  # "เคย55"


_OUT_OF_FIVE = re.compile(r"^\s*([1-3๑-๓]) */ *[5๕](?!\d)")  # "4/5" may be 4 or 5


def _is_tens(question: Question, reply: str) -> bool:
    """ "สิบ ๆ ปี" is no ten years; elsewhere a word said twice says what it says once."""
    return question.kind is Kind.NUMBER and bool(_TENS.search(reply))


_TENS = re.compile("(?:[0-9๐-๙]|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน) *ๆ")


def _understand_open(question: Question, reply: str, language: str) -> Understood:
    """Free text, unless the whole of it is one control word, politely said or not."""
    text = words.clean(reply)[:MAX_OPEN].strip()
    tokens = None
    if len(text) <= MAX_CLOSED:
        tokens = hearing.take_apart(question, text, language)
    if tokens and any(token.part is Part.CONTROL for token in tokens):
        return _control(question, tokens) or NOT_UNDERSTOOD
    return Understood(Meaning.ANSWER, text) if text else NOT_UNDERSTOOD


def _exactly(question: Question, reply: str, language: str) -> Understood | None:
    """The meaning of a reply all of whose words are known; None where they are not."""
    tokens = hearing.take_apart(question, reply, language)
    if tokens is None or listening.laughs(reply):
        return None
    tokens = judging.without_reasons(question, tokens)
    if any(token.part is Part.CONTROL for token in tokens):
        return _control(question, tokens)
    if question.kind is Kind.NUMBER:
        return _count(question, tokens)
    return _choose(question, tokens)


def _control(question: Question, tokens: Sequence[Token]) -> Understood | None:
    said = [token for token in tokens if token.part is not Part.FILLER]
    meanings = {token.control for token in said}
    if len(meanings) > 1 and "" not in meanings:  # "ไม่รู้ ข้ามไปเลย"
        meanings.discard(Meaning.DONT_KNOW)
    if len(meanings) > 1:  # two controls, or one and something that is none
        return None
    return _allowed(question, Meaning(meanings.pop()))


def _allowed(question: Question, meaning: Meaning) -> Understood:
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
        elif token.part is Part.UNIT and token.text not in words.NUMBERS:
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


_NAY = words.listed("เปล่า ป่าว nope nah")


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
    doubtful = not sure and judging.in_other_label(question, set(places))
    return None if doubtful else places


def _corrected(question: Question, typed: Typed, language: str) -> Understood | None:
    """A slip taken back: "4 เอ้ย 5", "ไม่ใช่ 3 เอา 4", "สามดีกว่า"."""

    def meant(start: int, end: int) -> Understood:
        return _part_meant(question, typed.part(start, end), language)

    text = typed.text
    end = len(text)
    for slip in _CORRECTION.finditer(text):
        if slip.start() > 0 and slip.end() < end:
            better = _BETTER.search(text, slip.end())
            last = better.start() if better and better.start() > slip.end() else end
            before, after = meant(0, slip.start()), meant(slip.end(), last)
            if (
                before.kind is Meaning.ANSWER
                and after.kind is not Meaning.NOT_UNDERSTOOD
            ):
                return after
    back = next((no for no in _TAKEN_BACK if text.startswith(no)), None)
    for instead in _INSTEAD.finditer(text) if back else ():
        before = meant(len(back or ""), instead.start())
        after = meant(instead.end(), end)
        are_answers = before.kind is after.kind is Meaning.ANSWER
        if are_answers and before != after:
            return after
    if text.startswith(_NOT_THIS):
        for cut in sorted(typed.soft | typed.hard):
            before = meant(len(_NOT_THIS), cut)
            after = meant(cut, end - len(_BUT) * text.endswith(_BUT))
            are_answers = before.kind is after.kind is Meaning.ANSWER
            if are_answers and before != after:
                return after
    better = _BETTER.search(text)
    if better and better.start():
        found = meant(0, better.start())
        return None if found == NOT_UNDERSTOOD else found
    return None


def _roughly(question: Question, typed: Typed, language: str) -> Understood:
    """One clear answer among other words; then the same with misspellings forgiven."""
    said = listening.parted(question, typed, language)
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


def _judged(
    question: Question, typed: Typed, said: list[listening.Said]
) -> Understood | None:
    control = steering.control(said)
    if control is not None:
        return _allowed(question, Meaning(control))
    if question.kind is Kind.NUMBER:
        number = counting.count(question, said)
        return None if number is None else Understood(Meaning.ANSWER, number)
    if question.kind not in _CHOSEN:
        return None
    indexes = judging.choices(question, typed, said)
    found = chosen(question, indexes) if indexes else NOT_UNDERSTOOD
    return found if found.kind is Meaning.ANSWER else None
