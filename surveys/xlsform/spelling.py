"""Writes a rule as an XLSForm expression, so that `expression` reads the same back."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from surveys.rules import THIS, Rule

Named = Callable[[str], str]
"""How a question is called elsewhere."""

_BINARY = {
    "==": "=",
    "!=": "!=",
    "<": "<",
    "<=": "<=",
    ">": ">",
    ">=": ">=",
    "and": "and",
    "or": "or",
    "+": "+",
    "-": "-",
    "*": "*",
    "/": "div",
    "%": "mod",
}
_CALLS = {
    "!": "not",
    "count": "count-selected",
    "length": "string-length",
    "today": "today",
    "if": "if",
    "coalesce": "coalesce",
    "int": "int",
    "round": "round",
}


def spell(rule: Rule, named: Named = str) -> str:
    """The rule as an expression. It means the same, if not always in the same form."""
    if not isinstance(rule, dict):
        return literal(rule)
    ((operator, given),) = rule.items()
    arguments = given if isinstance(given, list) else [given]
    if operator == "var":
        return "." if arguments[0] == THIS else f"${{{named(arguments[0])}}}"
    if operator == "in":
        return _contained(arguments[0], arguments[1], named)
    if operator in _CALLS:
        said = ", ".join(spell(each, named) for each in arguments)
        return f"{_CALLS[operator]}({said})"
    parts = [_part(each, named) for each in arguments]
    if operator == "-" and len(parts) == 1:
        # In brackets, for a minus before a bare number belongs to the number.
        bare = isinstance(arguments[0], (int, float, str, bool))
        return f"-({parts[0]})" if bare else f"-{parts[0]}"
    if len(parts) == 1:
        # "and" and "or" of one thing: whether it is true, which it is not by itself.
        parts.append("true()" if operator == "and" else "false()")
    return f" {_BINARY[operator]} ".join(parts)


def renamed(rule: Rule, named: Named) -> Rule:
    """The same rule over other names; "." is no name."""
    match rule:
        case {"var": [str(name)]}:
            return {"var": [name if name == THIS else named(name)]}
        case {"var": str(name)}:
            return {"var": name if name == THIS else named(name)}
        case dict():
            return {key: renamed(value, named) for key, value in rule.items()}
        case list():
            return [renamed(each, named) for each in rule]
        case _:
            return rule


def literal(value: Any) -> str:
    """A plain value. XPath has no exponents, no null, and no escape for quotes."""
    match value:
        case None:
            return "''"
        case bool():
            return "true()" if value else "false()"
        case int():
            return str(value)
        case float():
            said = format(Decimal(repr(value)), "f")
            return said if "." in said else f"{said}.0"
        case _:
            return _quoted(str(value))


def _quoted(text: str) -> str:
    # pyxform turns typographic quotes into plain ones, also within a text.
    for quote, alike in (("'", "'‘’"), ('"', '"“”'), ("'", "'"), ('"', '"')):
        if not any(each in text for each in alike):
            return f"{quote}{text}{quote}"
    pieces = (f"'{piece}'" for piece in text.split("'"))
    return "concat(" + ', "\'", '.join(pieces) + ")"


def _contained(needle: Rule, hay: Rule, named: Named) -> str:
    if not isinstance(hay, list):
        if _has_space(needle):
            # selected() looks for one word of an answer; a choice of one may have more.
            return f"{_part(hay, named)} = {literal(needle)}"
        return f"selected({spell(hay, named)}, {spell(needle, named)})"
    # An answer that is not given is in no list, and yet equal to an empty text.
    wanted = [each for each in hay if each not in (None, "")]
    one = _part(needle, named)
    equal = " or ".join(f"{one} = {_part(each, named)}" for each in wanted)
    return equal or "false()"


def _part(rule: Rule, named: Named) -> str:
    said = spell(rule, named)
    if isinstance(rule, dict):
        ((operator, given),) = rule.items()
        listed = operator == "in" and isinstance(given, list)
        compared = listed and (isinstance(given[1], list) or _has_space(given[0]))
        if operator in _BINARY or compared:
            return f"({said})"
    return said


def _has_space(needle: Rule) -> bool:
    return isinstance(needle, str) and " " in needle
