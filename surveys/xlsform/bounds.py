"""Turns the constraint of a number into its bounds and what is left, and back."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from surveys.rules import THIS, Rule

Number = int | float
SELF = {"var": THIS}
LEAST, MOST, FAR = 0, 1_000_000, 10**12
_TURNED = {"<=": ">=", ">=": "<=", "<": ">", ">": "<"}


@dataclass(frozen=True)
class Limits:
    """A number's bounds, None where it has none, and the rule beside them."""

    min: Number | None = None
    max: Number | None = None
    rule: Rule = None


def read(rule: Rule, *, whole: bool, message: bool) -> Limits:
    """The bounds in a constraint. With a message for it, it stays whole beside them."""
    low: Number | None = None
    high: Number | None = None
    rest: list[Rule] = []
    for part in parts(rule):
        side, bound, keeps = _bound(part, whole=whole)
        if side == ">=" and bound is not None:
            low = bound if low is None else max(low, bound)
        elif side == "<=" and bound is not None:
            high = bound if high is None else min(high, bound)
        if bound is None or keeps:
            rest.append(part)
    return Limits(low, high, rule if message else both(rest))


def filled(limits: Limits) -> Limits:
    """With our own bounds where there are none: so wide that the rule has room."""
    low, high = limits.min, limits.max
    said = [*_numbers(limits.rule), *(each for each in (low, high) if each is not None)]
    if low is None:
        least = min(said, default=LEAST)
        low = LEAST if least >= LEAST else -MOST if least > -MOST else -FAR
    if high is None:
        high = MOST if max(said, default=MOST) < MOST or not said else FAR
    return Limits(low, high, limits.rule)


def write(limits: Limits, *, message: bool) -> Rule:
    """The constraint that says the bounds and the rule."""
    bounds = [
        {operator: [SELF, bound]}
        for operator, bound in ((">=", limits.min), ("<=", limits.max))
        if bound is not None
    ]
    if message and bounds and limits.rule is not None:
        alone = read(limits.rule, whole=True, message=True)
        if (alone.min, alone.max) == (limits.min, limits.max):
            return limits.rule
    return both([*bounds, *parts(limits.rule)])


def parts(rule: Rule) -> Sequence[Rule]:
    """What has to hold together, one by one."""
    if isinstance(rule, dict) and isinstance(rule.get("and"), list):
        return [*rule["and"]]
    return [] if rule is None else [rule]


def both(rules: Iterable[Rule]) -> Rule:
    """One rule for all that are not None; None where there is none."""
    held = [rule for rule in rules if rule is not None]
    if len(held) > 1:
        return {"and": held}
    return held[0] if held else None


def _numbers(rule: Rule) -> Iterator[Number]:
    """The numbers a rule names."""
    if isinstance(rule, dict):
        rule = [*rule.values()]
    if isinstance(rule, list):
        for each in rule:
            yield from _numbers(each)
    elif isinstance(rule, (int, float)) and not isinstance(rule, bool):
        yield rule


def _bound(part: Rule, *, whole: bool) -> tuple[str, Number | None, bool]:
    """Which side is bounded and where, and whether the part still says more."""
    if not isinstance(part, dict):
        return "", None, False
    ((operator, given),) = part.items()
    if operator not in _TURNED or not isinstance(given, list):
        return "", None, False
    left, right = given
    if right == SELF:
        operator, left, right = _TURNED[operator], right, left
    if left != SELF or isinstance(right, bool) or not isinstance(right, (int, float)):
        return "", None, False
    if operator in (">=", "<="):
        return operator, right, False
    if not whole:
        return f"{operator}=", right, True
    above = operator == ">"
    step = math.floor(right) + 1 if above else math.ceil(right) - 1
    return f"{operator}=", step, False
