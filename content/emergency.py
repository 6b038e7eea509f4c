"""Danger in a message: which kind, and the card with the numbers to call.

Runs before everything else, in memory: no database, no catalogue, no model. It
leans to recall: a false alarm costs one card, a miss may cost more.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from content import dates, hearing, thai
from content.messages import nearest
from content.often import read_once
from content.outbound import Card, Link, Outbound

HOTLINES = Path(__file__).parent / "hotlines.yaml"
FILE = Path(__file__).parent / "emergency.yaml"
CHECKED_FOR = timedelta(days=90)
LONGEST_READ = 2000  # characters: a cry for help is not longer
_KEYS = re.compile("[!-~]{4,}")
# Vowels and tones stand only where Thai has them: hardly so in English read as Thai.
_THAI_WORDS = re.compile("(?:[เ-ไ]?[ก-ฮ][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[ะาำๅ]*ๆ*)+")
NEAR = 16  # letters that may stand between `a ~ b`: two or three short words


class Kind(StrEnum):
    FIRE = "fire"
    CHEMICAL = "chemical"
    INJURY = "injury"
    CRIME = "crime"
    SELFHARM = "selfharm"


# These may be asked about as history or as a matter of law; an injury or a wish to
# die is never only that.
MAY_BE_ELSEWHERE = {Kind.FIRE, Kind.CHEMICAL, Kind.CRIME}


@dataclass(frozen=True, slots=True)
class Emergency:
    """What sounds like danger, by which rule of our list."""

    kind: Kind
    rule: str


@dataclass(frozen=True, slots=True)
class Hotline:
    """A number residents may call, where it was read, and when."""

    number: str
    what: Mapping[str, str]
    """What it is for, by language."""
    sources: tuple[str, ...]
    checked_on: date


class Strength(IntEnum):
    """How surely a rule means danger, whatever else is said."""

    PERHAPS = 1
    """Not in a question, unless it is of now; nor where LIKELY does not hold."""
    LIKELY = 2
    """Not where it is said lightly, nor of what is elsewhere."""
    SURE = 3


@dataclass(frozen=True, slots=True)
class _Rule:
    """Cues that together mean danger."""

    text: str
    together: tuple[tuple[str, ...], ...]
    """All must be heard; those of one tuple soon after one another."""
    needed: frozenset[str]
    """All of those."""
    without: frozenset[str]
    strength: Strength


@dataclass(frozen=True, slots=True)
class _Plan:
    """How one kind is heard and what is said."""

    numbers: tuple[str, ...]
    title: Mapping[str, str]
    text: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Plans:
    kinds: Mapping[Kind, _Plan]
    rules: tuple[tuple[Kind, _Rule], ...]
    """In the order in which they win."""
    by_cue: Mapping[str, tuple[int, ...]]
    """Rules by that of their cues which has the fewest words: without it they need not
    be looked at."""
    spelled: Mapping[str, str]
    everyday: hearing.Index
    cues: hearing.Index
    said: Mapping[str, Mapping[str, str]]


@read_once
def match(text: str) -> Emergency | None:
    """The danger a text speaks of; None: nothing sounds like one.

    What is not Thai in it is also read as typed on the wrong keyboard.
    """
    text = text[:LONGEST_READ]
    cues = _cues(text)
    found = _danger(cues)
    if found is None and (meant := _on_wrong_keyboard(text)):
        # Beside what was typed: words that say it is no danger still count.
        found = _danger({**cues, **_cues(meant)})
    return found


def _cues(text: str) -> hearing.Spans:
    plans = _plans()
    heard = hearing.hear(thai.normalise(text), plans.spelled)
    return hearing.find(plans.cues, hearing.cut(plans.everyday, heard))


def _danger(cues: hearing.Spans) -> Emergency | None:
    plans = _plans()
    elsewhere = "elsewhere" in cues and "now" not in cues
    least = Strength.SURE if elsewhere or "lightly" in cues else Strength.PERHAPS
    if "asking" in cues and "now" not in cues:
        least = max(least, Strength.LIKELY)
    near = sorted({each for cue in cues for each in plans.by_cue.get(cue, ())})
    for kind, rule in map(plans.rules.__getitem__, near):
        if elsewhere and kind in MAY_BE_ELSEWHERE:
            continue
        if rule.strength >= least and _holds(rule, cues):
            return Emergency(kind, rule.text)
    return None


def _on_wrong_keyboard(text: str) -> str:
    other = thai.other_layout(" ".join(_KEYS.findall(text))).split(" ")
    return " ".join(filter(_THAI_WORDS.fullmatch, other))


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


def _holds(rule: _Rule, cues: hearing.Spans) -> bool:
    return (
        rule.needed <= cues.keys()
        and rule.without.isdisjoint(cues)
        and all(_in_a_row(names, cues) for names in rule.together if len(names) > 1)
    )


def _in_a_row(names: tuple[str, ...], cues: hearing.Spans) -> bool:
    ends = {end for _, end in cues[names[0]]}
    for name in names[1:]:
        ends = {
            end
            for start, end in cues[name]
            if not ends.isdisjoint(range(start - NEAR, end))
        }
    return bool(ends)


@cache
def _plans() -> _Plans:
    listed = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    spelled = {
        word: ours
        for ours, words in listed["spelled"].items()
        for word in hearing.listed(words)
    }
    cues = {name: hearing.listed(words) for name, words in listed["cues"].items()}
    everyday = {name: hearing.listed(each) for name, each in listed["everyday"].items()}
    rules = tuple(_rules(listed["kinds"], cues))
    return _Plans(
        {Kind(kind): _plan(plan) for kind, plan in listed["kinds"].items()},
        rules,
        _by_cue(rules, cues),
        spelled,
        hearing.index(everyday, spelled, slips=False),
        hearing.index(cues, spelled, slips=True),
        listed["said"],
    )


def _plan(listed: Mapping[str, Any]) -> _Plan:
    return _Plan(tuple(listed["numbers"]), listed["title"], listed["text"])


def _rules(
    kinds: Mapping[str, Any], cues: Iterable[str]
) -> Iterator[tuple[Kind, _Rule]]:
    for kind, plan in kinds.items():
        for strength in sorted(Strength, reverse=True):
            for text in plan[strength.name.lower()]:
                rule = _rule(text, strength)
                if unknown := (rule.needed | rule.without).difference(cues):
                    raise ValueError(f"{FILE.name}: {text}: no cue {unknown}")
                yield Kind(kind), rule


def _by_cue(
    rules: Iterable[tuple[Kind, _Rule]], cues: Mapping[str, tuple[str, ...]]
) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for number, (_, rule) in enumerate(rules):
        rarest = min(rule.needed, key=lambda cue: (len(cues[cue]), cue))
        found.setdefault(rarest, []).append(number)
    return {cue: tuple(numbers) for cue, numbers in found.items()}


def _rule(text: str, strength: Strength) -> _Rule:
    needed, *without = text.split(" - ")
    together = tuple(tuple(each.split(" ~ ")) for each in needed.split(" + "))
    needed_cues = frozenset(itertools.chain(*together))
    return _Rule(text, together, needed_cues, frozenset(without), strength)
