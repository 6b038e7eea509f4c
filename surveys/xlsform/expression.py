"""Reads an XLSForm expression, the part of XPath we evaluate, into a rule.

The functions are those of https://getodk.github.io/xforms-spec/#xpath-functions that
`rules` has an operator for; whatever else is refused by its name.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from surveys import rules
from surveys.located import Misplaced
from surveys.rules import THIS, Rule

MOST_CHARACTERS, MOST_NESTED = 4000, 40
# What pyxform reads as a rule too; a cell of TRUE comes to us as "TRUE".
CONSTANTS = {"yes": True, "true": True, "no": False, "false": False}

_OPERATORS = (
    {"or": "or"},
    {"and": "and"},
    {"=": "==", "!=": "!="},
    {"<": "<", "<=": "<=", ">": ">", ">=": ">="},
    {"+": "+", "-": "-"},
    {"*": "*", "div": "/", "mod": "%"},
)
"""Of XPath, from what binds least to what binds most."""
_CHAINED = ("and", "or", "+", "*")
"""Operators of which a run makes one rule with many arguments."""
_FUNCTIONS: Mapping[str, tuple[int, int, Callable[..., Rule]]] = {
    "not": (1, 1, lambda value: {"!": [value]}),
    "selected": (2, 2, lambda held, wanted: {"in": [wanted, held]}),
    "count-selected": (1, 1, lambda held: {"count": [held]}),
    "string-length": (1, 1, lambda text: {"length": [text]}),
    "today": (0, 0, lambda: {"today": []}),
    "if": (3, 3, lambda *parts: {"if": [*parts]}),
    "coalesce": (1, 50, lambda *values: {"coalesce": [*values]}),
    "int": (1, 1, lambda value: {"int": [value]}),
    "round": (1, 2, lambda *values: {"round": [*values]}),
    "true": (0, 0, lambda: True),
    "false": (0, 0, lambda: False),
}
_TOKEN = re.compile(
    r"""
      (?P<name>\$\{[^}]*\})
    | (?P<number>\d+(?:\.\d*)?|\.\d+)
    | (?P<text>'[^']*'|"[^"]*"|[‘’][^‘’']*[‘’']|[“”][^“”"]*[“”"])
    | (?P<word>[A-Za-z_][A-Za-z0-9_:-]*(?:\.[A-Za-z0-9_:-]+)*)
    | (?P<mark><=|>=|!=|==|\.\.|//|[-+*=<>(),./|\[\]@])
    """,
    re.VERBOSE,
)


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Unreadable(ValueError):
    """An expression outside what we evaluate; says why."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark; `sort` is name, number, text, word or mark, or end."""

    sort: str
    said: str


def parse(expression: str) -> Rule:
    """The rule the expression means. Raises Unreadable, naming what we do not know."""
    constant = CONSTANTS.get(expression.strip().casefold())
    if constant is not None:
        return constant
    reading = _Reading(_tokens(expression))
    rule = reading.chain(0)
    if reading.here.sort != "end":
        raise Unreadable(f"{reading.here.said!r} is not expected there")
    try:
        return rules.check(rule)
    except Misplaced as error:
        raise Unreadable(str(error)) from error


def _tokens(expression: str) -> list[Token]:
    if len(expression) > MOST_CHARACTERS:
        raise Unreadable(f"is longer than {MOST_CHARACTERS} characters")
    found: list[Token] = []
    at = 0
    text = expression.replace("\u00a0", " ")
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        match = _TOKEN.match(text, at)
        if match is None:
            raise Unreadable(_stray(text[at:]))
        found.append(Token(str(match.lastgroup), match[0]))
        at = match.end()
    return [*found, Token("end", "the end")]


def _stray(rest: str) -> str:
    if rest[0] in "'\"‘’“”":
        return f"the quote in {rest[:20]!r} is not closed"
    return f"{rest[0]!r} means nothing in an expression"


class _Reading:
    """The tokens, and how far they have been read."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens, self._at, self._depth = tokens, 0, 0

    @property
    def here(self) -> Token:
        return self._tokens[self._at]

    def chain(self, level: int) -> Rule:
        """What stands between operators that bind less than those of the level."""
        if level == len(_OPERATORS):
            return self._single()
        left, run = self.chain(level + 1), ""
        while self.here.sort in ("mark", "word"):
            operator = _OPERATORS[level].get(self.here.said)
            if operator is None:
                break
            self._at += 1
            right = self.chain(level + 1)
            if operator == run and operator in _CHAINED:
                left[operator].append(right)
            else:
                left, run = {operator: [left, right]}, operator
        return left

    def _single(self) -> Rule:
        token = self.here
        self._at += 1
        match token.sort, token.said:
            case "name", said:
                return {"var": _referred(said)}
            case "number", said:
                return float(said) if "." in said else int(said)
            case "text", said:
                return said[1:-1]
            case "mark", "-":
                return self._negative()
            case "mark", ".":
                return {"var": THIS}
            case "mark", "(":
                return self._nested(self._closed)
            case "word", said:
                return self._called(said)
            case "mark", "/" | "//" | "..":
                raise Unreadable("paths are not evaluated; name a question as ${name}")
            case "mark", "==":
                raise Unreadable("'==' is not expected there; equal is =")
            case _:
                raise Unreadable(f"{token.said!r} is not expected there")

    def _negative(self) -> Rule:
        if self.here.sort == "number":
            return -self._single()
        return {"-": [self._nested(self._single)]}

    def _closed(self) -> Rule:
        inside = self.chain(0)
        self._expect(")")
        return inside

    def _called(self, name: str) -> Rule:
        if self.here.said != "(":
            raise Unreadable(
                f"{name!r} is no function or operator; a text stands in quotes, "
                "a question as ${name}"
            )
        if name == "concat":
            return self._nested(self._joined)
        if name == "date":
            return self._nested(self._day)
        if name not in _FUNCTIONS:
            raise Unreadable(f"{name}() is not evaluated")
        least, most, make = _FUNCTIONS[name]
        given = self._nested(self._arguments)
        if not least <= len(given) <= most:
            raise Unreadable(f"{name}() takes {least} to {most}, not {len(given)}")
        return make(*given)

    def _joined(self) -> str:
        """Texts put together: how XPath writes one that holds both kinds of quotes."""
        given = self._arguments()
        if not all(isinstance(each, str) for each in given):
            raise Unreadable("concat() is not evaluated")
        return "".join(given)

    def _day(self) -> str:
        """A day as it is written; days are compared as texts."""
        given = self._arguments()
        if len(given) != 1 or not _DAY.fullmatch(str(given[0])):
            raise Unreadable("date() is evaluated of a day like '2026-01-31' only")
        return str(given[0])

    def _arguments(self) -> list[Rule]:
        self._expect("(")
        given: list[Any] = []
        while self.here.said != ")":
            if given:
                self._expect(",")
            given.append(self.chain(0))
        self._expect(")")
        return given

    def _expect(self, mark: str) -> None:
        if self.here.sort != "mark" or self.here.said != mark:
            raise Unreadable(f"{mark!r} is expected before {self.here.said!r}")
        self._at += 1

    def _nested(self, read: Callable[[], Rule]) -> Rule:
        self._depth += 1
        if self._depth > MOST_NESTED:
            raise Unreadable("is nested too deep")
        found = read()
        self._depth -= 1
        return found


def _referred(said: str) -> str:
    name = said[2:-1].strip()
    if "#" in name:
        raise Unreadable(f"{said} asks for an answer of another response")
    if not name:
        raise Unreadable("${} names no question")
    return name
