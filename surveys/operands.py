"""What kinds of things a rule compares, or reckons with: a number is never a word.

A rule that sets one against the other never holds, whatever is answered, or always
does; a question that hangs on it would be asked of nobody, and no one would see why.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from graphlib import TopologicalSorter
from typing import Any

from surveys import compared, rules
from surveys.question import CHOSEN, Kind, Question
from surveys.rules import Rule


class Sort(StrEnum):
    """What a value is, by how it is compared."""

    NUMBER = "a number"
    DATE = "a date"
    TEXT = "a text"


Sorts = frozenset[Sort] | None
"""What a value may be; None for anything. Empty where there never is one."""
ORDER = ("<", "<=", ">", ">=")
RECKONED = ("+", "-", "*", "/", "%", "int", "round")
COUNTED = (*RECKONED, "count", "length")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Known:
    """What a rule may look at: questions by name, `rules.THIS` among them where the
    rule looks at the answer being given, and what calculations come to."""

    questions: Mapping[str, Question]
    calculations: Mapping[str, Sorts]


def worked(
    questions: Mapping[str, Question], calculations: Mapping[str, Rule]
) -> dict[str, Sorts]:
    """What each calculation may come to; none of them goes round in a circle."""
    found: dict[str, Sorts] = {}
    rests = {
        key: [name for name in rules.names(rule) if name in calculations]
        for key, rule in calculations.items()
    }
    for key in TopologicalSorter(rests).static_order():
        rule = calculations[key]
        found[key] = None if rule is None else sorts(rule, Known(questions, found))
    return found


def mismatches(rule: Rule, known: Known) -> Iterator[str]:
    """Why parts of the rule make no sense, each in a few words."""
    for part in rules.parts(rule):
        if not isinstance(part, dict) or not _looks(part):
            continue
        ((operator, given),) = part.items()
        if operator in (*compared.EQUALS, *ORDER):
            left, right = given
            yield from _compared(operator, left, right, known)
        elif operator == "in":
            needle, hay = given
            for each in hay if isinstance(hay, list) else [hay]:
                yield from _compared("==", needle, each, known)
        elif operator in RECKONED:
            for each in given if isinstance(given, list) else [given]:
                found = sorts(each, known)
                if found and Sort.NUMBER not in found:
                    yield f"{_said(each, known)}, which nothing is reckoned with"


def sorts(rule: Rule, known: Known) -> Sorts:
    """What the rule's value may be."""
    if not isinstance(rule, dict):
        return _plain(rule)
    ((operator, given),) = rule.items()
    arguments = given if isinstance(given, list) else [given]
    if operator in COUNTED:
        return frozenset({Sort.NUMBER})
    match operator:
        case "today":
            return frozenset({Sort.DATE})
        case "var":
            name = str(arguments[0])
            if name in known.questions:
                return _answered(known.questions[name])
            return known.calculations.get(name)
        case "if":
            return _either(arguments[1:], known)
        case "coalesce":
            return _either(arguments, known)
        case _:
            return None  # true or false


def _compared(operator: str, left: Rule, right: Rule, known: Known) -> Iterator[str]:
    if operator in ORDER:
        for each in (left, right):
            question = _question(each, known)
            if question is not None and _answered(question) == frozenset({Sort.TEXT}):
                yield f"the choices of {question.key} are not ordered"
                return
    elif _is_a_choice(left, right, known) or _is_a_choice(right, left, known):
        return  # `compared` tells of one there is not
    one, other = sorts(left, known), sorts(right, known)
    if one and other and not one & other:
        yield f"{_said(left, known)} and {_said(right, known)}: they are not compared"


def _plain(value: Any) -> Sorts:
    if isinstance(value, bool):
        return None
    if value is None or value == "":
        return frozenset()  # asks whether there is an answer at all
    if isinstance(value, str) and _DAY.match(value):
        return frozenset({Sort.DATE})
    return frozenset({Sort.NUMBER if rules.is_number(value) else Sort.TEXT})


def _answered(question: Question) -> Sorts:
    match question.kind:
        case Kind.NUMBER | Kind.SCALE5 | Kind.SCALE11:
            return frozenset({Sort.NUMBER})
        case Kind.DATE:
            return frozenset({Sort.DATE})
        case Kind.SINGLE | Kind.MULTIPLE | Kind.CONSENT:
            found = [_plain(choice.key) or frozenset() for choice in question.choices]
            return frozenset[Sort]().union(*found)
        case _:
            return None  # in people's own words, which may be a number or a date


def _either(given: list[Rule], known: Known) -> Sorts:
    found = [sorts(each, known) for each in given]
    if any(each is None for each in found):
        return None
    return frozenset[Sort]().union(*(each for each in found if each is not None))


def _question(rule: Rule, known: Known) -> Question | None:
    return known.questions.get(compared.named(rule))


def _is_a_choice(one: Rule, other: Rule, known: Known) -> bool:
    question = _question(one, known)
    chosen = question is not None and question.kind in (*CHOSEN, Kind.CONSENT)
    return chosen and not isinstance(other, dict)


def _looks(part: Rule) -> bool:
    """Whether it looks at anything that is answered."""
    return any(compared.named(each) for each in rules.parts(part))


def _said(rule: Rule, known: Known) -> str:
    """The part by its name, and what it is."""
    found = sorts(rule, known) or frozenset()
    what = " or ".join(sorted(found))
    question = _question(rule, known)
    if question is not None:
        chosen = question.kind in (Kind.SINGLE, Kind.MULTIPLE, Kind.CONSENT)
        return f"{question.key} is {'a choice' if chosen else what}"
    if not isinstance(rule, dict):
        return f"{rule!r} is {what}"
    if name := compared.named(rule):
        return f"{name} is {what}"
    return f"today is {what}" if "today" in rule else f"what is worked out is {what}"
