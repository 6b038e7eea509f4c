"""Danger in a message: which kind, and the card with the numbers to call.

Runs before everything else, in memory: no database, no catalogue, no model. It
leans to recall: a false alarm costs one card, a miss may cost more.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from content import dates, thai
from content.messages import nearest
from content.outbound import Card, Link, Outbound

HOTLINES = Path(__file__).parent / "hotlines.yaml"
FILE = Path(__file__).parent / "emergency.yaml"
CHECKED_FOR = timedelta(days=90)
LONGEST_READ = 2000  # characters: a cry for help is not longer
LEAST_FOR_TYPO = {"thai": 8, "english": 9}
"""From this many letters on a phrase is also found with one letter wrong."""
CUT = "|"

# Tone marks are often left out, and ใ typed for ไ. But ไหม้ (burns) without its mark
# is ไหม (a question word), so that one keeps it, as BURNS.
BURNS = "\x01"
_BURNS = re.compile("[ไใ]หม[\u0e49\u0e4a\u0e47]")
_ALIKE = {
    **str.maketrans("ใณศษญ", "ไนสสย"),
    **dict.fromkeys((0x0E47, 0x0E48, 0x0E49, 0x0E4A, 0x0E4B, 0x0E4C, 0x0E3A)),
}
_LATIN = re.compile("[a-z0-9]+")


class Kind(StrEnum):
    FIRE = "fire"
    CHEMICAL = "chemical"
    INJURY = "injury"
    CRIME = "crime"
    SELFHARM = "selfharm"


# These may be asked about as history; an injury or a wish to die is never only that.
MAY_BE_PAST = {Kind.FIRE, Kind.CHEMICAL, Kind.CRIME}


@dataclass(frozen=True, slots=True)
class Emergency:
    """What sounds like danger, by which phrase of our list."""

    kind: Kind
    phrase: str


@dataclass(frozen=True, slots=True)
class Hotline:
    """A number residents may call, where it was read, and when."""

    number: str
    what: Mapping[str, str]
    """What it is for, by language."""
    sources: tuple[str, ...]
    checked_on: date


@dataclass(frozen=True, slots=True)
class _Phrase:
    text: str
    parts: tuple[str, ...]
    """As heard; all must be there, in any order."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How one kind is heard and what is said."""

    numbers: tuple[str, ...]
    phrases: tuple[_Phrase, ...]
    by_half: Mapping[str, tuple[int, ...]]
    """Phrases by each half of their first part: where neither half is, the part is
    not, slip or no slip. Most of what is said holds none of some hundred."""
    everyday: tuple[str, ...]
    """As heard, the longest first: cut out before a phrase is looked for."""
    exactly: tuple[str, ...]
    not_exactly: tuple[str, ...]
    title: Mapping[str, str]
    text: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Plans:
    kinds: Mapping[Kind, _Plan]
    past: tuple[str, ...]
    now: tuple[str, ...]
    said: Mapping[str, Mapping[str, str]]


def match(text: str) -> Emergency | None:
    """The danger a text speaks of; None: nothing sounds like one.

    A text without a Thai letter is also read as typed on the wrong keyboard.
    """
    text = text[:LONGEST_READ]
    found = _match(thai.normalise(text))
    if found is None and text.isascii():
        found = _match(thai.normalise(thai.other_layout(text)))
    return found


def _match(normal: str) -> Emergency | None:
    typed, heard = thai.squeezed(normal), _heard(normal)
    plans = _plans()
    over = _any(plans.past, heard) and not _any(plans.now, heard)
    for kind, plan in plans.kinds.items():
        if over and kind in MAY_BE_PAST:
            continue
        phrase = _as_typed(plan, typed) or _as_heard(plan, heard)
        if phrase:
            return Emergency(kind, phrase)
    return None


def card(
    kind: Kind,
    language: str | None,
    known: Iterable[Hotline],
    municipality_phone: str = "",
) -> Outbound:
    """What to do, and whom to call; only numbers that have a source are shown."""
    plan, said = _plans().kinds[kind], _plans().said
    by_number = {hotline.number: hotline for hotline in known}
    shown = [by_number[number] for number in plan.numbers if number in by_number]
    call = _in(said["call"], language)
    links = [
        Link(
            f"{call} {hotline.number} {_in(hotline.what, language)}",
            f"tel:{hotline.number}",
        )
        for hotline in shown
    ]
    if municipality_phone:
        plain = re.sub(r"[^0-9+]", "", municipality_phone)
        label = f"{call} {municipality_phone} {_in(said['town'], language)}"
        links.append(Link(label, f"tel:{plain}"))
    footer = ""
    if shown:
        day = dates.say_date(min(h.checked_on for h in shown), language)
        footer = f"{_in(said['checked'], language)} {day}"
    title, body = _in(plan.title, language), _in(plan.text, language)
    return Outbound(card=Card(title, body, footer, tuple(links), urgent=True))


def load_hotlines(path: Path = HOTLINES) -> tuple[Hotline, ...]:
    """Every number of the file. Raises `ValueError`, which names file and line."""
    text = path.read_text(encoding="utf-8")
    tree = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(tree, yaml.MappingNode):
        raise ValueError(f"{path.name}:1: no hotlines")
    found = []
    nodes = tree.value[0][1].value
    for node, item in zip(nodes, yaml.safe_load(text)["hotlines"], strict=True):
        try:
            found.append(_hotline(item))
        except ValueError as error:
            line = node.start_mark.line + 1
            raise ValueError(f"{path.name}:{line}: {error}") from error
    return tuple(found)


def numbers() -> frozenset[str]:
    """Every number that a card of ours names."""
    return frozenset(n for plan in _plans().kinds.values() for n in plan.numbers)


def stale(known: Iterable[Hotline], today: date) -> tuple[str, ...]:
    """The numbers that were checked more than 90 days ago."""
    return tuple(h.number for h in known if today - h.checked_on > CHECKED_FOR)


def _hotline(item: Mapping[str, Any]) -> Hotline:
    number = item.get("number")
    if not isinstance(number, str) or not number.isdigit():
        raise ValueError(f"{number!r} is not a quoted number")
    what = {each: item.get(f"what_{each}") for each in ("th", "en", "my")}
    if not what["th"] or not what["en"]:
        raise ValueError(f"{number} does not say what it is for")
    if not item.get("sources"):
        raise ValueError(f"{number} has no source")
    if not isinstance(item.get("checked_on"), date):
        raise ValueError(f"{number} does not say when it was checked")
    named = {each: words for each, words in what.items() if words}
    return Hotline(number, named, tuple(item["sources"]), item["checked_on"])


def _in(words: Mapping[str, str], language: str | None) -> str:
    return words[nearest(language, words)]


def _as_typed(plan: _Plan, typed: str) -> str | None:
    left = _without(plan.not_exactly, typed)
    return next((phrase for phrase in plan.exactly if phrase in left), None)


def _as_heard(plan: _Plan, heard: str) -> str | None:
    left = _without(plan.everyday, heard)
    near = {
        number
        for half, numbers in plan.by_half.items()
        if half in left
        for number in numbers
    }
    for number in sorted(near):
        phrase = plan.phrases[number]
        if all(_says(part, left) for part in phrase.parts):
            return phrase.text
    return None


def _without(everyday: Iterable[str], text: str) -> str:
    for words in everyday:
        text = text.replace(words, f" {CUT} ")
    return text


def _any(phrases: Iterable[str], heard: str) -> bool:
    return any(phrase in heard for phrase in phrases)


def _heard(normal: str) -> str:
    """The text as it sounds: Thai unspaced and without tones, then English words.

    English words stand between spaces, so that they are found whole.
    """
    sounds = _BURNS.sub(f"ไหม{BURNS}", thai.squeezed(normal)).translate(_ALIKE)
    latin = " ".join(_LATIN.findall(re.sub("['’]", "", normal)))
    return f"{sounds} {CUT} {latin} "


def _part(words: str) -> str:
    """One phrase of our list, as it is heard."""
    sounds, _, latin = _heard(thai.normalise(words)).partition(f" {CUT}")
    return latin if latin.strip() else sounds


def _says(part: str, heard: str) -> bool:
    if part in heard:
        return True
    letters = len(part.replace(" ", ""))
    least = LEAST_FOR_TYPO["english" if part.startswith(" ") else "thai"]
    return letters >= least and BURNS not in part and _nearly_in(part, heard)


def _nearly_in(part: str, text: str) -> bool:
    """Whether the text holds the part with one letter wrong.

    One of its halves is then there unharmed: only its neighbourhood is compared.
    """
    for half, offset in zip(_halves(part), (0, len(part) // 2), strict=True):
        at = text.find(half)
        while at >= 0:
            for shift in (-1, 0, 1) if offset else (0,):
                start = max(0, at - offset + shift)
                for length in (len(part) - 1, len(part), len(part) + 1):
                    if _one_slip(part, text[start : start + length]):
                        return True
            at = text.find(half, at + 1)
    return False


def _halves(part: str) -> tuple[str, str]:
    middle = len(part) // 2
    return part[:middle], part[middle:]


def _one_slip(a: str, b: str) -> bool:
    """Whether one letter was added, left out, mistaken, or two were swapped."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    left, right = a[start : len(a) - end], b[start : len(b) - end]
    swapped = len(left) == 2 and left == right[::-1]
    return swapped or (len(left) <= 1 and len(right) <= 1)


@cache
def _plans() -> _Plans:
    listed = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return _Plans(
        {Kind(kind): _plan(plan) for kind, plan in listed["kinds"].items()},
        _all_parts(listed["past"]),
        _all_parts(listed["now"]),
        listed["said"],
    )


def _plan(listed: Mapping[str, Any]) -> _Plan:
    phrases = tuple(
        _Phrase(words, tuple(map(_part, words.split(" + "))))
        for each in listed["phrases"].values()
        for words in each
    )
    typed = {
        key: tuple(
            thai.squeezed(thai.normalise(words)) for words in listed.get(key, ())
        )
        for key in ("exactly", "not_exactly")
    }
    return _Plan(
        tuple(listed["numbers"]),
        phrases,
        _by_half(phrases),
        tuple(sorted(_all_parts(listed["not"]), key=len, reverse=True)),
        typed["exactly"],
        typed["not_exactly"],
        listed["title"],
        listed["text"],
    )


def _by_half(phrases: tuple[_Phrase, ...]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for number, phrase in enumerate(phrases):
        for half in _halves(phrase.parts[0]):
            found.setdefault(half, []).append(number)
    return {half: tuple(numbers) for half, numbers in found.items()}


def _all_parts(languages: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    return tuple(_part(words) for listed in languages.values() for words in listed)
