"""A reply as it is weighed: its words and what they may do, and where clauses end."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.text import mentions, numbers, pauses
from surveys.replies.text.hearing import lengths_at
from surveys.replies.text.pauses import Typed
from surveys.replies.weighing import vocabulary
from surveys.replies.weighing.vocabulary import Roles, Words

UNKNOWN = 22  # what a letter of no word costs
NUMBER = 12
SPACED = 5.0  # letters to a space: fewer, and the spaces part words, not clauses
MIN_SPACES = 3
SHORT = 4  # letters of a phrase that counts only as a whole word

_SHORT_LAUGH = re.compile(r"([\u0e01-\u0e4e]) *(?:55|๕๕)\+*\s*$")  # "เคย55"
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of a reply; an unknown one has no roles."""

    text: str
    start: int
    end: int
    clause: int
    roles: Roles
    place: int  # among the words; of a phrase, that of its first word


@dataclass(frozen=True)
class Heard:
    """A reply, taken apart; `phrases` are what names a choice, a thing or a wish."""

    text: str
    spaced: str
    words: tuple[Word, ...]
    phrases: tuple[Word, ...]
    clauses: int
    unknown: float  # share of letters in no word and no phrase


@dataclass(frozen=True, eq=False)
class Hearing:
    """A reply to be weighed: taken apart when first asked for, and only once."""

    question: Question
    reply: str

    @cached_property
    def heard(self) -> Heard:
        return hear(self.question, self.reply)


def hear(question: Question, reply: str) -> Heard:
    """The reply taken apart into as few and as well known words as can be."""
    if question.kind is not Kind.NUMBER:
        reply = _SHORT_LAUGH.sub(r"\1 555", reply)
    typed = pauses.typed(vocabulary.respelt(reply))
    heard = _with_clauses(typed, _cheapest(typed.text, typed.may_cut))
    phrases = _phrases(typed.text, typed.may_cut, heard, _own(question))
    covered = bytearray(len(typed.text))
    for each in (*(word for word in heard if word.roles), *phrases):
        covered[each.start : each.end] = b"\1" * (each.end - each.start)
    return Heard(
        typed.text,
        mentions.spaced(typed),
        tuple(heard),
        tuple(phrases),
        heard[-1].clause + 1 if heard else 1,
        1 - sum(covered) / max(1, len(covered)),
    )


def _with_clauses(typed: Typed, found: list[tuple[int, int, Roles]]) -> list[Word]:
    cuts = _clause_cuts(typed)
    heard: list[Word] = []
    clause, closed = 0, False
    for start, end, roles in found:
        opens = "because" in roles or "but" in roles
        at_cut = (
            bool(heard)
            and "polite" not in roles  # it goes with what it is said after
            and bisect_right(cuts, start) != bisect_right(cuts, heard[-1].start)
        )
        if heard and (closed or opens or at_cut):
            clause += 1
        text = typed.text[start:end]
        heard.append(Word(text, start, end, clause, roles, len(heard)))
        is_cut = end in typed.soft or end in typed.hard
        closed = "polite" in roles and (is_cut or (len(text) > 2 and len(heard) > 1))
    return heard


def _clause_cuts(typed: Typed) -> list[int]:
    """Where clauses end: at marks, and in Thai at spaces, if few words stand apart."""
    soft = [
        cut
        for cut in sorted(typed.soft)
        if 0 < cut < len(typed.text)
        and ("ก" <= typed.text[cut - 1] <= "๛" or "ก" <= typed.text[cut] <= "๛")
        and not typed.text[cut - 1].isdecimal()
        and not typed.text[cut].isdecimal()
    ]
    if len(soft) >= MIN_SPACES and len(typed.text) / (len(soft) + 1) < SPACED:
        soft = []
    return sorted({*soft, *typed.hard})


@lru_cache(maxsize=256)
def _own(question: Question) -> Words:
    """What names a choice: its label, what follows from it, and what is none's."""
    known: dict[str, dict[str, object]] = {}
    for word, index in naming.derived(question).items():
        if len(word) > 1:
            role = {"name": index} if index >= 0 else {"vague": True}
            known.setdefault(word, {}).update(role)
    for index in range(len(question.choices)):
        for label in naming.spoken(question, index):
            known.setdefault(label, {})["label"] = index
    return vocabulary.gathered(known)


def _cheapest(text: str, may_cut: Sequence[bool]) -> list[tuple[int, int, Roles]]:
    size = len(text)
    best: list[tuple[int, int, Roles]] = [(0, 0, vocabulary.NONE)]
    best += [(10**9, 0, vocabulary.NONE)] * size
    for at in range(size):
        cost = best[at][0]
        if may_cut[at]:
            for end, price, roles in _starting(text, at):
                if may_cut[end] and cost + price < best[end][0]:
                    best[end] = (cost + price, at, roles)
        if cost + UNKNOWN < best[at + 1][0]:
            best[at + 1] = (cost + UNKNOWN, at, vocabulary.NONE)
    return _joined(best)


def _joined(best: list[tuple[int, int, Roles]]) -> list[tuple[int, int, Roles]]:
    """The words in order, letters of no word run together."""
    found: list[tuple[int, int, Roles]] = []
    end = len(best) - 1
    while end:
        _, start, roles = best[end]
        if not roles and found and not found[-1][2] and found[-1][0] == end:
            found[-1] = (start, found[-1][1], roles)
        else:
            found.append((start, end, roles))
        end = start
    return found[::-1]


def _starting(text: str, at: int) -> Iterator[tuple[int, int, Roles]]:
    """The words that may start here: where they end, what they cost, their roles."""
    digits = _NUMBER.match(text, at)
    if digits:
        yield digits.end(), NUMBER, {"number": digits[0]}
    amount = numbers.thai_amount(text, at)
    if amount:
        yield amount[1], NUMBER, {"number": amount[0]}
    words, prices = vocabulary.general(), vocabulary.prices()
    for length in lengths_at(words.lengths, text, at):
        word = text[at : at + length]
        roles = words.known.get(word)
        if roles is not None and at + length <= len(text):
            yield at + length, prices[word], roles


def _phrases(
    text: str, may_cut: Sequence[bool], heard: list[Word], own: Words
) -> list[Word]:
    """What names a choice, tells of a thing or wishes, the longest in each place."""
    inside = bytearray(len(text) + 1)  # within a known word, not at its ends
    owner = [0] * (len(text) + 1)
    for word in heard:
        owner[word.start : word.end] = [word.place] * (word.end - word.start)
        if word.roles:
            size = word.end - word.start - 1
            inside[word.start + 1 : word.end] = b"\1" * size
    found: list[Word] = []
    for known, short in ((own, 0), (vocabulary.telling(), SHORT)):
        end = 0
        for at in range(len(text)):
            if at < end or not may_cut[at] or inside[at]:
                continue
            for length in lengths_at(known.lengths, text, at):
                stop = at + length
                if stop > len(text) or not may_cut[stop]:
                    continue
                roles = known.known.get(text[at:stop])
                if roles is None or (inside[stop] and length < 2 * SHORT):
                    continue
                if length < short and not _whole(heard, owner[at], at, stop):
                    continue
                place = owner[at]
                found.append(
                    Word(
                        text[at:stop],
                        at,
                        stop,
                        heard[place].clause,
                        roles,
                        place,
                    )
                )
                end = stop
                break
    return found


def _whole(heard: list[Word], place: int, start: int, end: int) -> bool:
    return heard[place].start == start and heard[place].end == end
