"""Whether a reworded answer says nothing that its article does not say.

A language model may reword an approved article. Before a resident sees it, every
number, date, phone number, link and word of it is looked for in the article; one that
is not there, and the whole reply is dropped. Names need no list of their own: a word
may be the article's, or one of the few that join words (`joining.yaml`), and nothing
else. Thai names are made of everyday words, so that no dictionary could tell them.

What this cannot see is the article's own words put together wrongly. Therefore numbers
keep their neighbour and negations what they negate, and the article itself stands
below the rewording.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from content import lexicon, thai

LONGEST = 400
LEAST_OWN_WORDS = 4
"""Words of the article in a reply: "yes, you may" is an answer of the model's own."""
SHINGLE = 24
"""Letters in a row that betray a piece of the model's instructions."""
BUDDHIST_ERA = 543

_LINK = re.compile(
    r"\w[\w+.\-]*://\S+"
    r"|(?<!\w)(?:www\.|mailto:|tel:)\S+"
    r"|[\w.+\-]*@[\w.\-]+"
    r"|(?<![a-z0-9.\-])(?:[a-z0-9\-]+\.)+[a-z]{2,}(?![a-z])(?:[/?#][!-~]*)?",
    re.IGNORECASE,
)
_LINK_ENDS = ".,;:!?)'\"]"
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)*")
# Digits with nothing between them that is read aloud: phone numbers, ranges, times.
_RUN = re.compile(r"\d+(?:[^\w\n]*\d+)*")
_DIGITS = re.compile(r"\d+")
_PHONE_DIGITS = 7
_YEAR = re.compile(r"(?:19|20|2[456])\d\d")
_END = "\n"
_MARK = "\ue000"
"""Stands around a date among the words; no text we take has this character."""
_PUNCTUATION = frozenset("\n!\"#%&'()*+,-./:;<=>?@[]_|~“”‘’…–—·•฿ๆฯ°²³")


class Kind(StrEnum):
    """What a reply says that its article does not."""

    EMPTY = "empty"  # too little of the article
    LONG = "long"
    LETTERS = "letters"  # invisible, or of a script that is not the article's
    LINK = "link"
    PHONE = "phone"
    DATE = "date"
    NUMBER = "number"
    WORD = "word"  # a name, or anything else
    TURNED = "turned"  # says no where the article says yes, or the reverse
    PROMISE = "promise"
    RULES = "rules"  # repeats what the model was told


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not in the article. `what` is never to be logged."""

    kind: Kind
    what: str


@dataclass(frozen=True, slots=True)
class _Date:
    year: int | None
    month: int
    day: int | None

    def within(self, other: "_Date") -> bool:
        """Whether everything it says is said by the other one."""
        mine = (self.year, self.month, self.day)
        theirs = (other.year, other.month, other.day)
        return all(m in (None, t) for m, t in zip(mine, theirs, strict=True))


@dataclass(frozen=True, slots=True)
class _Read:
    """A text as it is compared."""

    letters: frozenset[str]
    links: frozenset[str]
    runs: tuple[tuple[str, ...], ...]
    dates: tuple[_Date, ...]
    words: tuple[str, ...]
    """Without those that join; numbers as numbers, the end of a line as one too."""
    squeezed: str


def unfounded(reply: str, article: str, *, rules: str = "") -> tuple[Finding, ...]:
    """What the reply says that the article, as residents see it, does not.

    Empty: the reply may be shown. `rules`: what the model was told, never to be said.
    """
    said, told = _read(reply), _read(article)
    found = [*_shape(reply, said, told), *_links(said, told), *_dates(said, told)]
    found += [*_runs(said, told), *_words(said, told), *_numbers(said, told)]
    found += [*_turned(said, told), *_promised(said, told)]
    found += _repeated(said, told, thai.squeezed(thai.normalise(rules)))
    return tuple(found)


def _shape(reply: str, said: _Read, told: _Read) -> Iterator[Finding]:
    if len(reply) > LONGEST:
        yield Finding(Kind.LONG, str(len(reply)))
    own = [word for word in said.words if word in told.words and word != _END]
    if len(own) < LEAST_OWN_WORDS:
        yield Finding(Kind.EMPTY, reply)
    for letter in sorted(said.letters - told.letters):
        if not _is_plain(letter):
            yield Finding(Kind.LETTERS, letter)


def _is_plain(letter: str) -> bool:
    """Latin without accents, Thai, and their marks: all else may look like these."""
    is_latin = letter.isascii() and letter.isalnum()
    is_thai = "\u0e01" <= letter <= "\u0e59" and letter != "\u0e3f"
    return is_latin or is_thai or letter == " " or letter in _PUNCTUATION


def _links(said: _Read, told: _Read) -> Iterator[Finding]:
    for link in sorted(said.links - told.links):
        yield Finding(Kind.LINK, link)


def _dates(said: _Read, told: _Read) -> Iterator[Finding]:
    for date in said.dates:
        if not any(date.within(other) for other in told.dates):
            yield Finding(Kind.DATE, str(date))


def _runs(said: _Read, told: _Read) -> Iterator[Finding]:
    """Digits in a row stand in the article in that row, however they are spaced."""
    joined = {"".join(run) for run in told.runs}
    for run in said.runs:
        whole, size = "".join(run), len(run)
        if size == 1 and whole in told.words:
            continue  # written as a word there
        is_part = any(
            other[at : at + size] == run
            for other in told.runs
            for at in range(len(other) - size + 1)
        )
        if whole not in joined and not is_part:
            is_phone = len(whole) >= _PHONE_DIGITS
            yield Finding(Kind.PHONE if is_phone else Kind.NUMBER, whole)


def _words(said: _Read, told: _Read) -> Iterator[Finding]:
    known = set(told.words)
    for word in dict.fromkeys(said.words):
        if word not in known and word != _END:
            yield Finding(Kind.NUMBER if _is_number(word) else Kind.WORD, word)


def _numbers(said: _Read, told: _Read) -> Iterator[Finding]:
    """A number goes on counting what it counts in the article: 5 ปี is not 5 บาท."""
    after = set(_pairs(told.words))
    for before, word, then in _triples(said.words):
        if not _is_number(word):
            continue
        kept = (word, then) in after
        if then == _END:
            kept = kept or (before != _END and (before, word) in after)
        if not kept:
            yield Finding(Kind.NUMBER, f"{before} {word} {then}")


def _turned(said: _Read, told: _Read) -> Iterator[Finding]:
    turning = _lists().turning
    after = set(_pairs(told.words))
    always = {then for word, then in after if word in turning and then != _END}
    always -= {then for word, then in after if word not in turning}
    for before, word, then in _triples(said.words):
        if word in turning and (word, then) not in after:
            yield Finding(Kind.TURNED, f"{word} {then}")
        if word in always and before not in turning:
            yield Finding(Kind.TURNED, word)


def _promised(said: _Read, told: _Read) -> Iterator[Finding]:
    for promise in _lists().promises:
        if promise in said.squeezed and promise not in told.squeezed:
            yield Finding(Kind.PROMISE, promise)


def _repeated(said: _Read, told: _Read, rules: str) -> Iterator[Finding]:
    text = said.squeezed
    for at in range(len(text) - SHINGLE + 1):
        piece = text[at : at + SHINGLE]
        if piece in rules and piece not in told.squeezed:
            yield Finding(Kind.RULES, piece)
            return


def _read(text: str) -> _Read:
    raw = unicodedata.normalize("NFC", text)
    links = frozenset(
        match.group().rstrip(_LINK_ENDS).casefold() for match in _LINK.finditer(raw)
    )
    # A link is compared as a whole: its parts are no words and no numbers.
    lines = [thai.normalise(line) for line in _LINK.sub(" ", raw).split("\n")]
    dates: list[_Date] = []
    dated = [_dated(thai.number_words(line), dates) for line in lines]
    words: list[str] = [_END]
    for line in dated:
        words += _cut(line)
        if words[-1] != _END:
            words.append(_END)
    runs = _RUN.findall("\n".join(dated))
    return _Read(
        letters=frozenset(raw),
        links=links,
        runs=tuple(tuple(map(_plain_number, _DIGITS.findall(run))) for run in runs),
        dates=tuple(dates),
        words=tuple(words),
        squeezed=thai.squeezed("\n".join(lines)),
    )


def _cut(line: str) -> Iterator[str]:
    """The words that say something, numbers as numbers."""
    lists = _lists()
    for part in re.split(rf"({_MARK}[^{_MARK}]*{_MARK})", line):
        if part.startswith(_MARK):
            yield part.strip(_MARK)
            continue
        for piece in re.split(rf"({_NUMBER.pattern})", part):
            if _NUMBER.fullmatch(piece):
                yield _plain_number(piece)
                continue
            for word in lexicon.load().cut(piece):
                if word in lists.numbers:
                    yield lists.numbers[word]
                elif word not in lists.joining:
                    yield word


def _plain_number(text: str) -> str:
    """Without commas; a year of either era as the same."""
    digits = text.replace(",", "")
    if not _YEAR.fullmatch(digits):
        return digits
    year = int(digits)
    return str(year - BUDDHIST_ERA if year >= 2400 else year)


def _is_number(word: str) -> bool:
    return word[:1].isdigit()


def _dated(line: str, dates: list[_Date]) -> str:
    """The line with each date as one word. What the dates are is added to `dates`."""

    def found(match: re.Match[str]) -> str:
        date = _date(match)
        if date is None:
            return match.group()
        dates.append(date)
        return f" {_MARK}date{_MARK} "

    for pattern in _lists().dates:
        line = pattern.sub(found, line)
    return line


def _date(match: re.Match[str]) -> _Date | None:
    part = match.groupdict()
    name = part.get("name")
    month = _lists().months[name] if name else int(part["month"])
    day = part.get("day")
    year = part.get("year")
    if not 1 <= month <= 12 or (day is not None and not 1 <= int(day) <= 31):
        return None
    return _Date(_year(year), month, None if day is None else int(day))


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(_plain_number(text))


def _pairs(words: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    return pairwise(words)


def _triples(words: tuple[str, ...]) -> Iterable[tuple[str, str, str]]:
    return zip(words, words[1:], words[2:], strict=False)


@dataclass(frozen=True, slots=True)
class _Lists:
    joining: frozenset[str]
    turning: frozenset[str]
    promises: tuple[str, ...]
    numbers: Mapping[str, str]
    months: Mapping[str, int]
    dates: tuple[re.Pattern[str], ...]


@cache
def _lists() -> _Lists:
    text = (Path(__file__).parent / "joining.yaml").read_text(encoding="utf-8")
    lists: Mapping[str, Any] = yaml.safe_load(text)
    months = {
        thai.normalise(name): number
        for number, names in enumerate(lists["months"], 1)
        for name in names
    }
    return _Lists(
        joining=_split(lists["joining"]),
        turning=_split(lists["turning"]),
        promises=tuple(
            thai.squeezed(thai.normalise(promise))
            for promises in lists["promises"].values()
            for promise in promises
        ),
        numbers={
            thai.normalise(word): str(value)
            for words in lists["numbers"].values()
            for word, value in words.items()
        },
        months=months,
        dates=_date_patterns(months),
    )


def _split(languages: Mapping[str, str]) -> frozenset[str]:
    return frozenset(
        thai.normalise(word) for words in languages.values() for word in words.split()
    )


def _date_patterns(months: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    named = "|".join(map(re.escape, sorted(months, key=len, reverse=True)))
    # "may" is a month only beside a number.
    name = rf"(?<![a-z])(?P<name>{named})(?![a-z])\.?"
    era = r"(?:พ\.?ศ\.?|ค\.?ศ\.?|พุทธศักราช|คริสต์ศักราช|b\.?e\.?|a\.?d\.?)?"
    day = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    year = rf"\s*,?\s*{era}\s*(?P<year>\d{{4}})(?!\d)"
    return tuple(
        re.compile(pattern)
        for pattern in (
            r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)",
            rf"{day}\s*[/.\-]\s*(?P<month>\d{{1,2}})\s*[/.\-]\s*(?P<year>\d{{4}})(?!\d)",
            rf"{day}\s*(?:เดือน|of)?\s*{name}(?:{year})?",
            rf"{name}\s*{day}(?!\d)(?:{year})?",
            rf"(?:เดือน\s*)?{name}{year}",
        )
    )
