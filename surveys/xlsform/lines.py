"""Reads the cells of a row that several kinds of rows have: rules, words, yes or no."""

import json
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from surveys import rules
from surveys.located import Misplaced
from surveys.question import Kind, Language
from surveys.rules import THIS, Rule
from surveys.xlsform import acknowledged, bounds, expression, kinds, spelling
from surveys.xlsform.bounds import Limits
from surveys.xlsform.columns import PREFIX, Line
from surveys.xlsform.findings import Findings
from surveys.xlsform.spoken import Spoken

YES = ("yes", "true", "true()", "1")
NO = ("no", "false", "false()", "0", "")
PUT_IN = re.compile(r"\$\{[^}]*\}?|%\(\w+\)s")
"""In words: where XLSForm puts an answer."""
MARKED_UP = re.compile(r"</?[a-z]+[^>]*>|\*\*\S|__\S+__")
"""In words: HTML and Markdown, which forms for tablets may have."""


@dataclass
class Context:
    """What every row is read with."""

    findings: Findings
    spoken: Spoken
    keys: Mapping[str, str]
    """Of every question and calculation: how the workbook calls it, and its key."""
    metadata: Mapping[str, str]
    """Rows that a device fills by itself: name and type."""
    consents: Set[str]
    """The keys of those that are agreed to."""
    names: Mapping[str, str] = field(init=False)
    """How the workbook calls a key."""

    def __post_init__(self) -> None:
        self.names = {key: name for name, key in self.keys.items()}

    def wrong(self, line: Line, reason: str) -> None:
        self.findings.wrong(reason, line.table.title, line.row)

    def note(self, line: Line, reason: str) -> None:
        self.findings.note(reason, line.table.title, line.row)

    def named(self, key: str) -> str:
        return self.names.get(key, key)

    def spelled(self, line: Line, rule: Rule) -> str:
        """A rule of ours as the workbook says it in this line."""
        written = acknowledged.written(rule, self.agreed(line))
        return spelling.spell(written, self.named)

    def agreed(self, line: Line) -> Set[str]:
        """What a rule in this line may look at and is a consent."""
        own = kinds.read(line.cell("type")).kind is Kind.CONSENT
        return self.consents | {THIS} if own else self.consents


def rule(context: Context, line: Line, name: str) -> Rule:
    """The rule under a header; None for none, and for one that is told to be wrong."""
    said = line.raw(name)
    if not said:
        return None
    exact = _exact(context, line, name)
    if exact is not None:
        if context.spelled(line, exact["rule"]) == said:
            return exact["rule"]
        _tell_outdated(context, line, name)
    return _parsed(context, line, name, said)


def limits(context: Context, line: Line, *, number: bool, whole: bool) -> Limits:
    """The constraint: of a number its bounds too."""
    said = line.raw("constraint")
    message = bool(line.said("constraint_message"))
    if said and (exact := _exact(context, line, "constraint")) is not None:
        found = Limits(exact.get("min"), exact.get("max"), exact.get("rule"))
        written = bounds.write(found, message=message)
        if context.spelled(line, written) == said:
            return found
        _tell_outdated(context, line, "constraint")
    parsed = _parsed(context, line, "constraint", said) if said else None
    if number:
        return bounds.read(parsed, whole=whole, message=message)
    return Limits(rule=parsed)


def text(
    context: Context, line: Line, name: str, *, instead: str = "?"
) -> dict[Language, str] | None:
    """The words under a header in every language, or None.

    What is missing is told, and stands `instead` so that the rest is looked at.
    """
    said = context.spoken.text(line, name)
    if not said:
        return None
    column = name.removeprefix(PREFIX)
    for language in context.spoken.missing(said):
        context.wrong(line, f"{column} has no words in {language}")
    put_in = PUT_IN.search(" ".join(said.values()))
    if put_in:
        context.wrong(
            line,
            f"{column} puts {put_in[0]} into the text; it is the same for all here",
        )
    if MARKED_UP.search(" ".join(said.values())):
        context.note(
            line, f"{column} has marks for bold or colour; they stand as typed"
        )
    return {**dict.fromkeys(context.spoken.languages, instead), **said}


def yes(context: Context, line: Line, name: str, *, default: bool) -> bool:
    """Whether a cell says yes; `default` for an empty one."""
    said = line.cell(name)
    if not said:
        return default
    if said.casefold() in YES:
        return True
    if said.casefold() not in NO:
        context.wrong(
            line, f"{name}: {said!r} is neither yes nor no; a rule is not looked at"
        )
    return False


def _parsed(context: Context, line: Line, name: str, said: str) -> Rule:
    try:
        found = expression.parse(said)
    except expression.Unreadable as error:
        shown = said if len(said) <= 60 else f"{said[:60]}..."
        context.wrong(line, f"{name}: {error}, in: {' '.join(shown.split())}")
        return None
    for called in rules.names(found):
        if reason := _unknown(context, called):
            context.wrong(line, f"{name}: {reason}")
            return None
    return acknowledged.read(_with_keys(context, found), context.agreed(line))


def _unknown(context: Context, called: str) -> str:
    if called in context.keys or context.metadata.get(called) == "today":
        return ""
    if called in context.metadata:
        return f"${{{called}}} is noted by a device; in the chat there is none"
    return f"there is no question ${{{called}}}"


def _with_keys(context: Context, found: Rule) -> Rule:
    """With keys for what the workbook calls questions; today's date by its operator."""
    match found:
        case {"var": str(name)} if context.metadata.get(name) == "today":
            return {"today": []}
        case {"var": str(name)}:
            return {"var": context.keys.get(name, name)}
        case dict():
            return {key: _with_keys(context, value) for key, value in found.items()}
        case list():
            return [_with_keys(context, each) for each in found]
        case _:
            return found


def _exact(context: Context, line: Line, name: str) -> dict[str, Any] | None:
    """What our own column beside this one holds: the rule in its very form."""
    said = line.raw(PREFIX + name)
    if not said:
        return None
    try:
        found = json.loads(said)
        rules.check(found["rule"])
        return dict(found)
    except (ValueError, LookupError, TypeError, RecursionError, Misplaced):
        context.wrong(line, f"{PREFIX}{name}: is not as we wrote it; leave it empty")
        return None


def _tell_outdated(context: Context, line: Line, name: str) -> None:
    context.note(line, f"{PREFIX}{name} no longer fits {name}, which counts")
