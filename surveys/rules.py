"""Rules as data: a small part of JSONLogic, checked and evaluated by ourselves.

A rule is what JSON can hold: a plain value, or one operator with its arguments, as in
`{">=": [{"var": "age"}, 18]}` (https://jsonlogic.com/operations.html). `{"var": "."}`
is the answer being given. Ours beside theirs: `count` (of the options chosen),
`length` (of a text), `today` (as YYYY-MM-DD), `int`, `round`, `coalesce`.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Any

from pydantic import AfterValidator

from surveys.located import Misplaced

Rule = Any
"""JSON as `check` lets it pass."""
THIS = "."
MAX_DEPTH, MAX_PARTS = 20, 200
MOST_DIGITS = 30  # of a number before its point
# Operator -> fewest and most arguments.
ARGUMENTS: Mapping[str, tuple[int, int]] = {
    "var": (1, 1),
    "==": (2, 2),
    "!=": (2, 2),
    "<": (2, 2),
    "<=": (2, 2),
    ">": (2, 2),
    ">=": (2, 2),
    "and": (1, 50),
    "or": (1, 50),
    "!": (1, 1),
    "in": (2, 2),
    "if": (3, 3),
    "+": (2, 50),
    "-": (1, 2),
    "*": (2, 50),
    "/": (2, 2),
    "%": (2, 2),
    "count": (1, 1),
    "length": (1, 1),
    "today": (0, 0),
    "int": (1, 1),
    "round": (1, 2),
    "coalesce": (1, 50),
}


def check(rule: Rule) -> Rule:
    """The rule as it came. Raises Misplaced for what `evaluate` does not know."""
    for parts, (depth, part) in enumerate(_walk(rule, 0), start=1):
        if depth > MAX_DEPTH or parts > MAX_PARTS:
            raise Misplaced("is too long or nested too deep for a rule")
        if isinstance(part, dict):
            _check_operator(part)
        elif not isinstance(part, (str, int, float, bool)) and part is not None:
            raise Misplaced(f"a rule cannot hold {type(part).__name__}")
        elif isinstance(part, float) and not math.isfinite(part):
            raise Misplaced("a rule cannot hold a number that is not finite")
    return rule


Checked = Annotated[Any, AfterValidator(check)]
"""A field that holds a rule."""


def names(rule: Rule) -> tuple[str, ...]:
    """The questions and calculations a rule looks at, each once, in its order."""
    found: dict[str, None] = {}
    for _, part in _walk(rule, 0):
        if isinstance(part, dict) and "var" in part:
            found[_arguments(part["var"])[0]] = None
    found.pop(THIS, None)
    return tuple(found)


def parts(rule: Rule) -> Iterator[Rule]:
    """Every part of a rule: each operator with its arguments, each plain value."""
    return (part for _, part in _walk(rule, 0))


def holds(
    rule: Rule,
    answers: Mapping[str, Any],
    *,
    this: Any = None,
    today: date | None = None,
) -> bool:
    """Whether the rule is true of these answers. See `evaluate`."""
    return _true(evaluate(rule, answers, this=this, today=today))


def evaluate(
    rule: Rule,
    answers: Mapping[str, Any],
    *,
    this: Any = None,
    today: date | None = None,
) -> Any:
    """The rule's value. Never raises for a checked rule.

    A question skipped, not known, not asked or not reached is None, which equals
    only "" and None, and is neither less nor more than anything. What cannot be
    computed (a text times two, a division by nought) is None too.
    """
    if not isinstance(rule, dict):
        return rule
    ((operator, given),) = rule.items()
    arguments = _arguments(given)

    def value(argument: Rule) -> Any:
        return evaluate(argument, answers, this=this, today=today)

    match operator:
        case "var":
            return this if arguments[0] == THIS else answers.get(arguments[0])
        case "today":
            return today.isoformat() if today else None
        case "and":
            return all(_true(value(each)) for each in arguments)
        case "or":
            return any(_true(value(each)) for each in arguments)
        case "if":
            return value(arguments[1] if _true(value(arguments[0])) else arguments[2])
        case "coalesce":
            found = (value(each) for each in arguments)
            return next((each for each in found if each not in (None, "")), None)
        case "in":
            return _is_in(value(arguments[0]), arguments[1], value)
        case _:
            return _FUNCTIONS[operator](*map(value, arguments))


def _check_operator(part: dict[Any, Any]) -> None:
    if len(part) != 1:
        raise Misplaced("a rule has one operator at a time")
    ((operator, given),) = part.items()
    if operator not in ARGUMENTS:
        known = ", ".join(ARGUMENTS)
        raise Misplaced(f"{operator!r} is no operator here; there are {known}")
    arguments = _arguments(given)
    least, most = ARGUMENTS[operator]
    if not least <= len(arguments) <= most:
        raise Misplaced(f"{operator!r} takes {least} to {most}, not {len(arguments)}")
    if operator == "var" and not (isinstance(arguments[0], str) and arguments[0]):
        raise Misplaced('"var" names a question, or "." for the answer being given')


def _walk(part: Rule, depth: int) -> Iterator[tuple[int, Rule]]:
    if isinstance(part, list):
        # A list stands among the arguments of "in" only, and is made of plain values.
        for each in part:
            yield from _walk(each, depth)
        return
    yield depth, part
    if isinstance(part, dict) and depth <= MAX_DEPTH:
        for given in part.values():
            for each in _arguments(given):
                yield from _walk(each, depth + 1)


def _arguments(given: Rule) -> Sequence[Rule]:
    return given if isinstance(given, list) else [given]


def _true(value: Any) -> bool:
    return value not in (None, "", 0, False, ())


def _number(value: Any) -> Decimal | None:
    if isinstance(value, bool):
        return Decimal(int(value))
    if isinstance(value, (int, float, Decimal, str)):
        try:
            number = Decimal(str(value).strip())
        except ArithmeticError:
            return None
        # "1e999999" is a number too, and writing it out would take all there is.
        return (
            number if number.is_finite() and number.adjusted() <= MOST_DIGITS else None
        )
    return None


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    return "" if value is None else str(value)


def equal(left: Any, right: Any) -> bool:
    """Whether two plain values are the same: as numbers if both are, else as text."""
    one, other = _number(left), _number(right)
    if one is not None and other is not None:
        return one == other
    return _text(left) == _text(right)


def is_number(value: Any) -> bool:
    """Whether a plain value is compared as a number; a text like "12" is."""
    return _number(value) is not None


def _ordered(holds: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def compare(left: Any, right: Any) -> bool:
        if left in (None, "") or right in (None, ""):
            return False
        one, other = _number(left), _number(right)
        if one is not None and other is not None:
            return holds(one, other)
        # Dates, which are written so that they sort as text.
        return holds(_text(left), _text(right))

    return compare


def _is_in(needle: Any, hay: Rule, value: Callable[[Rule], Any]) -> bool:
    held = [value(each) for each in hay] if isinstance(hay, list) else value(hay)
    items = held if isinstance(held, (list, tuple)) else [held]
    return needle is not None and any(equal(needle, each) for each in items)


def _reckon(
    reckon: Callable[[Decimal, Decimal], Decimal],
) -> Callable[..., int | float | None]:
    def fold(*values: Any) -> int | float | None:
        numbers = [_number(each) for each in values]
        if any(each is None for each in numbers):
            return None
        total = numbers[0]
        assert total is not None
        try:
            for each in numbers[1:]:
                assert each is not None
                total = reckon(total, each)
        except ArithmeticError:
            return None
        return _plain(total)

    return fold


def _plain(number: Decimal | None) -> int | float | None:
    if number is None or not number.is_finite():
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _minus(*values: Any) -> int | float | None:
    return _reckon(lambda a, b: a - b)(*(values if len(values) > 1 else (0, *values)))


def _round(value: Any, digits: Any = 0) -> int | float | None:
    number, places = _number(value), _number(digits)
    if number is None or places is None or not -9 <= places <= 9:
        return None
    try:
        step = Decimal(1).scaleb(-int(places))
        return _plain(number.quantize(step, rounding=ROUND_HALF_UP))
    except ArithmeticError:
        return None


def _int(value: Any) -> int | None:
    number = _number(value)
    return None if number is None else int(number)


def _count(value: Any) -> int:
    if isinstance(value, tuple):
        return len(value)
    return 0 if value in (None, "") else 1


_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "==": equal,
    "!=": lambda left, right: not equal(left, right),
    "<": _ordered(lambda left, right: left < right),
    "<=": _ordered(lambda left, right: left <= right),
    ">": _ordered(lambda left, right: left > right),
    ">=": _ordered(lambda left, right: left >= right),
    "!": lambda value: not _true(value),
    "+": _reckon(lambda left, right: left + right),
    "-": _minus,
    "*": _reckon(lambda left, right: left * right),
    "/": _reckon(lambda left, right: left / right),
    "%": _reckon(lambda left, right: left % right),
    "count": _count,
    "length": lambda value: len(_text(value)),
    "int": _int,
    "round": _round,
}
