"""A consent is answered with "yes" here, and with OK in a form's `acknowledge`.

That is what ODK stores for it: https://getodk.github.io/xforms-spec/#trigger-control
"""

from collections.abc import Collection
from typing import Any

from surveys import compared
from surveys.compared import EQUALS
from surveys.question import AGREES
from surveys.rules import Rule

THEIRS, OURS = "OK", AGREES.key


def read(rule: Rule, consents: Collection[str]) -> Rule:
    """The rule of a workbook, with our word for what is agreed to.

    There an acknowledge holds OK or nothing; here whoever does not agree says so.
    """
    if isinstance(rule, list):
        return [read(each, consents) for each in rule]
    if not isinstance(rule, dict):
        return rule
    ((operator, given),) = rule.items()
    if (
        operator in EQUALS
        and any(_is(each, consents) for each in given)
        and "" in given
    ):
        (other,) = (each for each in EQUALS if each != operator)
        return {other: [OURS if each == "" else each for each in given]}
    return _put({operator: read(given, consents)}, consents, THEIRS, OURS)


def written(rule: Rule, consents: Collection[str]) -> Rule:
    """A rule of ours, with the word that a workbook has for it."""
    return _put(rule, consents, OURS, THEIRS)


def _put(rule: Rule, consents: Collection[str], old: str, new: str) -> Rule:
    """With the new word where a consent among these is compared with the old one."""
    if isinstance(rule, list):
        return [_put(each, consents, old, new) for each in rule]
    if not isinstance(rule, dict):
        return rule
    ((operator, given),) = rule.items()
    if operator in (*EQUALS, "in") and any(_is(each, consents) for each in given):
        given = [_word(each, old, new) for each in given]
    return {operator: _put(given, consents, old, new)}


def _is(part: Rule, consents: Collection[str]) -> bool:
    return compared.named(part) in consents


def _word(part: Rule, old: str, new: str) -> Any:
    if isinstance(part, list):
        return [_word(each, old, new) for each in part]
    return new if part == old else part
