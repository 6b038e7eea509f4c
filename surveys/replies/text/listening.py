"""Parts a whole reply into words, spellings and slips forgiven, the unknown kept."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from surveys import number_words
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.text import hearing, numbers, slips, words
from surveys.replies.text.hearing import Lexicon, Part, Token, lexicon
from surveys.replies.text.pauses import LAUGH, Typed

_DIGITS = re.compile("[0-9]+(?:[ ,./+-][0-9]+)*")
KNOWN, SLIP = 10, 25  # what a word costs
ECHO, AGAIN, UNKNOWN = 3, 15, 30  # a letter, of the question's, typed twice, or odd
_AUNT = "น้า"
_AND_WHY = re.compile("เพิ่ง|พึ่ง|เพราะ|ไม่มี|ไม่น่า")  # after a number
_SO_SAID = frozenset(("yes", "yeah", "yep", "yup", "nope", "nah"))  # then a reason
PAUSE = 11  # more than one word
MIN_ECHO, MIN_SLIP = 3, 5
SURE = 3  # letters at a word's start or end that are as they should be
_MAY_SLIP_NOT = re.compile("[0-9]")
MAX_WORD = 40


@dataclass(frozen=True)
class Said:
    """A word of a reply and what comes after it."""

    token: Token
    start: int
    end: int
    ends: bool = False  # a phrase: a mark, a new line, a polite word; in Thai a space


_GENERAL = (  # later ones win
    ("neutral", Part.NEUTRAL),
    ("strong", Part.STRONG),
    ("praise", Part.PRAISE),
    ("complain", Part.COMPLAINT),
    ("fillers", Part.FILLER),
    ("wishes", Part.WISH),
    ("polite", Part.POLITE),
    ("others", Part.OTHERS),
    ("because", Part.BECAUSE),
    ("hedges", Part.HEDGE),
    ("bounds", Part.BOUND),
    ("contrast", Part.CONTRAST),
    ("negations", Part.NEGATION),
    ("laughter", Part.LAUGHTER),
    ("sarcasm", Part.SARCASM),
    ("ask", Part.ASK),
)
# What makes a reply no answer. Of two words that sound alike the blocking one counts.
BLOCKING = frozenset(
    (Part.ASK, Part.CONTRAST, Part.HEDGE, Part.SARCASM, Part.UNCLEAR, Part.NEGATION)
)


@lru_cache(maxsize=2)
def _general(*, counting: bool) -> Lexicon:
    known: dict[str, Token] = {}
    for name, part in _GENERAL:
        known |= hearing.tokens(part, words.listed(words.LISTS[name]))
    known |= hearing.tokens(Part.PLACE, words.PLACES)
    english = {w for w in number_words.NUMBERS if not re.match("[ก-๛]", w)}
    known |= hearing.tokens(Part.NUMBER, english)
    known |= hearing.controls()
    if counting:  # "ครั้งเดียว" is then a number and its unit
        known = {w: t for w, t in known.items() if w not in _TIMES} | _counting()
    known |= {"?": Token(Part.ASK, "?"), LAUGH: Token(Part.LAUGHTER, LAUGH)}
    return lexicon(known)


_TIMES = frozenset(
    word
    for word in words.PLAIN
    if "ครั้ง" in word or word.startswith(("หนเ", "รอบ")) or word in ("once", "twice")
)


def _counting() -> dict[str, Token]:
    half = words.listed("ครึ่ง half and_a_half anda_half ခွဲ")
    multipliers = frozenset(numbers.MULTIPLIERS) - frozenset(numbers.THAI_POWERS)
    return (
        hearing.tokens(Part.AROUND, words.AROUND_COUNTS)
        | {w: Token(Part.UNIT, w, index=group) for w, group in words.UNITS.items()}
        | hearing.tokens(Part.HALF, half)
        | hearing.tokens(Part.POINT, words.listed("จุด point ဒသမ"))
        | hearing.tokens(Part.NUMBER, multipliers)
        | {"เดียว": Token(Part.NUMBER, "เดียว")}
        | {word: Token(Part.NUMBER, word) for word in numbers.SAID}
    )


@dataclass(frozen=True)
class _Sounds:
    """Words as they sound, and of the long ones which begin alike."""

    lexicon: Lexicon
    long: Mapping[str, tuple[tuple[str, Token], ...]]


@lru_cache(maxsize=64)
def _folded(question: Question, language: str) -> _Sounds:
    """The question's own words as they sound; two choices that sound alike, unclear.

    A choice that sounds like a mere particle ("ดี", "ดิ") is heard as it is spelt only.
    """
    own = _sounds(hearing.own(question, language).known)
    kept = {w: t for w, t in own.lexicon.known.items() if w not in _PARTICLES}
    return _Sounds(lexicon(kept), own.long)


_PARTICLES = {words.fold(w) for w in words.FILLERS if len(words.fold(w)) < MIN_SLIP}


@lru_cache(maxsize=2)
def _general_folded(*, counting: bool) -> _Sounds:
    known = dict(_general(counting=counting).known)
    known |= {word: Token(Part.UNCLEAR, word) for word in number_words.THAI_ONES}
    return _sounds(known)


def _sounds(known: Mapping[str, Token]) -> _Sounds:
    folded: dict[str, Token] = {}
    for word, token in sorted(known.items()):
        if token.part is Part.NUMBER or len(word) < 2:
            continue
        form = words.fold(word)
        held = folded.get(form)
        if held is None or held.part not in BLOCKING:
            folded[form] = _louder(held, token)
    long: dict[str, list[tuple[str, Token]]] = {}
    for word, token in folded.items():
        is_meant = token.part in (Part.CHOICE, Part.CONTROL)
        if is_meant and len(word) >= MIN_SLIP and not _MAY_SLIP_NOT.search(word):
            long.setdefault("^" + word[:SURE], []).append((word, token))
            long.setdefault(word[-SURE:] + "$", []).append((word, token))
    return _Sounds(lexicon(folded), {k: tuple(v) for k, v in long.items()})


def _louder(held: Token | None, token: Token) -> Token:
    both = held is not None and {held.part, token.part} == {Part.CHOICE}
    if both and held is not None and held.index != token.index:
        return Token(Part.UNCLEAR, token.text)
    return token


def parted(question: Question, reply: Typed, language: str) -> list[Said]:
    """The words of the reply, as few and as well known as can be."""
    general = _general(counting=question.kind is Kind.NUMBER)
    lexicons = (hearing.own(question, language), general)
    echoes = _Echoes(naming.asked(question), _labels(question))
    return _with_ends(reply, _cheapest(reply, lexicons, echoes))


def forgiving(
    question: Question, reply: Typed, language: str
) -> tuple[Typed, list[Said]]:
    """The reply by its sound, one letter more, less or other forgiven in long words."""
    own = _folded(question, language)
    general = _general_folded(counting=question.kind is Kind.NUMBER)
    reply = _mapped(_respelt(reply), words.fold)
    slipped = _slips(reply.text, (own, general))
    labels = tuple((words.fold(said), i) for said, i in _labels(question))
    echoes = _Echoes(words.fold(naming.asked(question)), labels)
    lexicons = (own.lexicon, general.lexicon)
    return reply, _with_ends(reply, _cheapest(reply, lexicons, echoes, slipped))


@dataclass(frozen=True)
class _Echoes:
    """What may be said back a piece of: the question, and the labels of its choices."""

    asked: str
    labels: tuple[tuple[str, int], ...]

    def longest(self, reply: "Typed", at: int) -> tuple[int, Token] | None:
        text = reply.text
        start = text[at : at + MIN_ECHO]
        if start not in self.asked and not any(
            start in said for said, _ in self.labels
        ):
            return None
        for end in range(min(len(text), at + MAX_WORD), at + MIN_ECHO - 1, -1):
            piece = text[at:end]
            if not reply.may_cut[end]:
                continue
            if piece in self.asked and "ไม่" not in piece:
                return end, Token(Part.ECHO, piece)
            if end - at > MIN_ECHO and self.labels:
                held = {index for label, index in self.labels if piece in label}
                is_name = len(held) == 1 and piece not in naming.COMMON
                if is_name:
                    return end, Token(Part.CHOICE, piece, index=held.pop())
        return None


@lru_cache(maxsize=64)
def _labels(question: Question) -> tuple[tuple[str, int], ...]:
    """The labels a part of which may stand for the whole, and their places."""
    if question.kind not in (Kind.SINGLE, Kind.MULTIPLE):
        return ()
    if {"yes", "no"} <= {choice.key for choice in question.choices}:
        return ()
    return tuple(
        (label, index)
        for index in range(len(question.choices))
        for label in naming.spoken(question, index)
        if not any(label.startswith(no) for no in words.NEGATIONS)
    )


_RESPELT = dict(pair.split("=") for pair in words.LISTS["respelt"].split())
_MISSPELT = re.compile("|".join(map(re.escape, sorted(_RESPELT, key=len)[::-1])))


def _respelt(reply: Typed) -> Typed:
    """With the commonest misspellings put right, where they can be a word's part."""

    def right(text: str) -> str:
        return _MISSPELT.sub(lambda wrong: _RESPELT[wrong[0]], text)

    return _mapped(reply, right)


def _mapped(reply: Typed, change: Callable[[str], str]) -> Typed:
    """The reply with the text between its pauses changed."""
    cuts = sorted({0, *reply.soft, *reply.hard, len(reply.text)})
    text, soft, hard = "", set(), set()
    for start, end in pairwise(cuts):
        text += change(reply.text[start:end])
        if end in reply.soft:
            soft.add(len(text))
        if end in reply.hard:
            hard.add(len(text))
    return Typed(text, frozenset(soft), frozenset(hard))


def _cheapest(
    reply: Typed,
    lexicons: Iterable[Lexicon],
    echoes: _Echoes,
    slipped: Mapping[int, list[tuple[int, Token]]] | None = None,
) -> list[tuple[int, int, Token]]:
    text = reply.text
    cuts = reply.may_cut
    best: list[tuple[int, int, Token | None]] = [(0, 0, None)]
    best += [(10**9, 0, None)] * len(text)
    for at in range(len(text)):
        cost = best[at][0]
        if cuts[at]:
            for end, price, token in _words_at(reply, at, lexicons, echoes):
                if cuts[end] and cost + price < best[end][0]:
                    best[end] = (cost + price, at, token)
            for end, token in (slipped or {}).get(at, ()):
                if cuts[end] and cost + SLIP < best[end][0]:
                    best[end] = (cost + SLIP, at, token)
        again = at > 0 and text[at] == text[at - 1] and not text[at].isdecimal()
        price = AGAIN if again and cuts[at] else UNKNOWN
        if cost + price < best[at + 1][0]:
            letter = Token(Part.UNKNOWN, text[at], index=int(price == AGAIN))
            best[at + 1] = (cost + price, at, letter)
    return _traced(best)


def _traced(
    best: list[tuple[int, int, Token | None]],
) -> list[tuple[int, int, Token]]:
    found = []
    end = len(best) - 1
    while end:
        _, start, token = best[end]
        if token is not None:
            found.append((start, end, token))
        end = start
    return found[::-1]


def _words_at(
    reply: Typed, at: int, lexicons: Iterable[Lexicon], echoes: _Echoes
) -> Iterator[tuple[int, int, Token]]:
    """The words that may start here: where they end, what they cost, what they are."""
    text = reply.text
    digits = _DIGITS.match(text, at)
    if digits:
        yield digits.end(), KNOWN, Token(Part.DIGITS, digits[0])
    amount = numbers.thai_amount(text, at)
    if amount:
        value = -1 if amount[0] is None else amount[0]
        end = amount[1]
        yield end, KNOWN, Token(Part.NUMBER, text[at:end], index=value)
    for each in lexicons:
        for length in hearing.lengths_at(each.lengths, text, at):
            token = each.known.get(text[at : at + length])
            if token is not None and at + length <= len(text):
                yield (
                    at + length,
                    KNOWN + _over_a_pause(reply, at, length, token),
                    token,
                )
    echo = echoes.longest(reply, at)
    if echo:
        end, token = echo
        yield end, KNOWN + ECHO * (end - at), token


def _over_a_pause(reply: Typed, at: int, length: int, token: Token) -> int:
    """What an ordinary word costs more where a space stands in it ("อยู่ แต่")."""
    if token.part is not Part.NEUTRAL or token.text.isascii():
        return 0
    pauses = reply.soft | reply.hard
    return PAUSE if any(cut in pauses for cut in range(at + 1, at + length)) else 0


def _slips(text: str, known: Iterable[_Sounds]) -> dict[int, list[tuple[int, Token]]]:
    """Where a choice's or a control's long word stands with one letter amiss."""
    found: dict[int, list[tuple[int, Token]]] = {}
    for at in range(len(text) - SURE + 1):
        piece = text[at : at + SURE]
        for each in known:
            for word, token in each.long.get("^" + piece, ()):
                for size in (len(word), len(word) - 1, len(word) + 1):
                    if at + size <= len(text) and slips.one_slip(
                        text[at : at + size], word
                    ):
                        found.setdefault(at, []).append((at + size, token))
            for word, token in each.long.get(piece + "$", ()):
                end = at + SURE
                for start in (
                    end - len(word),
                    end - len(word) + 1,
                    end - len(word) - 1,
                ):
                    if start >= 0 and slips.one_slip(text[start:end], word):
                        found.setdefault(start, []).append((end, token))
    return {at: _sure(ends) for at, ends in found.items()}


def _sure(ends: list[tuple[int, Token]]) -> list[tuple[int, Token]]:
    """Where two meanings are one letter away, neither is meant for sure."""
    by_end: dict[int, set[tuple[Part, int, str]]] = {}
    for end, token in ends:
        by_end.setdefault(end, set()).add((token.part, token.index, token.control))
    return [each for each in ends if len(by_end[each[0]]) == 1]


def _with_ends(reply: Typed, found: list[tuple[int, int, Token]]) -> list[Said]:
    """The words with the letters nobody knows run together, and where phrases end."""
    run: list[Said] = []
    for start, end, token in found:
        last = run[-1] if run else None
        is_again = token.part is Part.UNKNOWN and token.index == 1
        if is_again and last is not None and last.token.part is not Part.UNKNOWN:
            run[-1] = Said(last.token, last.start, end, _is_end(reply, last.token, end))
            continue
        joins = last is not None and last.token.part is Part.UNKNOWN and not last.ends
        if joins and token.part is Part.UNKNOWN and last is not None:
            start = run.pop().start
            token = Token(Part.UNKNOWN, reply.text[start:end])
        closes = end == len(reply.text) or end in reply.soft or end in reply.hard
        if token.text == _AUNT and closes and last is not None and not last.ends:
            token = Token(Part.POLITE, token.text)  # "พอใจน้า"
        run.append(Said(token, start, end, _is_end(reply, token, end)))
    return run


def _is_end(reply: Typed, token: Token, end: int) -> bool:
    text = reply.text
    if end in reply.hard or end == len(text):
        return True
    if token.part in (Part.POLITE, Part.BECAUSE, Part.LAUGHTER):
        return True
    if token.part is Part.CHOICE and token.text in _SO_SAID and end in reply.soft:
        return True
    before, after = text[end - 1], text[end]
    is_why = before.isdecimal() and _AND_WHY.match(text, end)
    if (before.isdecimal() or after.isdecimal()) and not is_why:  # "4 โมง"
        return False
    return end in reply.soft and ("ก" <= before <= "๛" or "ก" <= after <= "๛")
