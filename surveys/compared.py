"""What a rule compares with the answer to a question that is answered by choosing: only
a choice of it makes sense there, for with anything else the rule never holds."""

from collections.abc import Iterator, Mapping
from typing import Any

from surveys import rules
from surveys.question import CHOSEN, Kind, Question
from surveys.rules import Rule

EQUALS = ("==", "!=")


def strangers(
    rule: Rule, questions: Mapping[str, Question]
) -> Iterator[tuple[Question, Any]]:
    """Each question and value in a rule where the value is no choice of the question.

    `questions` are those a name leads to, `rules.THIS` among them where the rule looks
    at the answer being given. An empty text asks whether there is an answer at all.
    """
    for part in rules.parts(rule):
        if not isinstance(part, dict):
            continue
        ((operator, given),) = part.items()
        if operator in EQUALS:
            pairs = [given, given[::-1]]
        elif operator == "in":
            needle, hay = given
            listed = hay if isinstance(hay, list) else [hay]
            pairs = [[needle, each] for each in listed]
            pairs += [[each, needle] for each in listed]
        else:
            continue
        for name, value in pairs:
            question = questions.get(named(name))
            if question is not None and _is_strange(question, value):
                yield question, value


def named(part: Rule) -> str:
    """The name that a part is; an empty one where it is none."""
    if not isinstance(part, dict) or "var" not in part:
        return ""
    name = part["var"]
    return str(name[0] if isinstance(name, list) else name)


def _is_strange(question: Question, value: Any) -> bool:
    if question.kind not in (*CHOSEN, Kind.CONSENT) or not question.choices:
        return False
    if value is None or value == "" or not isinstance(value, str | int | float):
        return False
    # Several answers are compared as one text with spaces between them.
    several = question.kind is Kind.MULTIPLE and isinstance(value, str)
    named = str(value).split() if several else [value]
    keys = [choice.key for choice in question.choices]
    return not all(any(rules.equal(each, key) for key in keys) for each in named)
