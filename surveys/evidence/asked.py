"""The questionnaire as an assessor reads it: every word, choice and rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from surveys.definition import Survey
from surveys.evidence import conditions, words
from surveys.question import Kind, Question, Text


@dataclass(frozen=True)
class Line:
    """One text of a question; `code` is a choice's key."""

    part: str
    code: str | None
    text: Text
    note: Text | None = None


@dataclass(frozen=True)
class Ruled:
    """A rule in words, and as it is evaluated. `question` None: of the whole survey."""

    question: str | None
    said: Text
    rule: Any = None


def numbered(survey: Survey) -> Iterator[tuple[int | None, Question]]:
    """Questions in their order with their numbers; a note has none."""
    number = 0
    for question in survey.questions:
        number += question.is_asked
        yield (number if question.is_asked else None), question


def lines(question: Question) -> Iterator[Line]:
    """Every text of a question in the order in which it is read."""
    yield Line("text", None, question.text)
    for part in ("hint", "unit", "low", "high"):
        text = getattr(question, part)
        if text is not None:
            yield Line(part, None, text)
    if question.kind is not Kind.SCALE11:  # its points say nothing but their number
        for choice in question.choices:
            note = words.text("asked.exclusive") if choice.exclusive else None
            yield Line("choice", choice.key, choice.label, note)
    if question.constraint_message is not None:
        yield Line("constraint_message", None, question.constraint_message)


def traits(survey: Survey, question: Question) -> list[Text]:
    """How a question is answered, and whether it has to be."""
    found = [words.text(f"kind.{question.kind}")]
    if question.kind is Kind.NOTE:
        return found
    if question.kind is Kind.NUMBER:
        found.append(words.text("asked.bounds", min=question.min, max=question.max))
    found.append(
        words.text("asked.required" if question.required else "asked.optional")
    )
    if survey.key_question == question.key:
        found.append(words.text("asked.key_question"))
    if question.allow_skip:
        found.append(words.text("asked.may_skip"))
    if question.allow_dont_know:
        found.append(words.text("asked.may_not_know"))
    return found


def rules_of(survey: Survey, question: Question) -> Iterator[Ruled]:
    """When a question is asked, and which answers it takes."""
    group = next((each for each in survey.groups if each.key == question.group), None)
    for key, rule in (
        ("rule.ask_if", question.ask_if),
        ("rule.group_if", group.ask_if if group else None),
        ("rule.constraint", question.constraint),
    ):
        if rule is not None:
            said = conditions.in_words(rule, survey, question)
            yield Ruled(question.key, words.both(key, rule=said), rule)


def rules_of_whole(survey: Survey) -> Iterator[Ruled]:
    """What holds for more than one question: order, quotas, calculated values."""
    for group in survey.groups:
        if group.shuffle:
            yield Ruled(None, words.text("rule.shuffle", key=group.key))
    for each in survey.calculations:
        said = words.both(
            "rule.calculation",
            key=Text(th=each.key, en=each.key),
            rule=conditions.in_words(each.value, survey),
        )
        yield Ruled(None, said, each.value)
    for quota in survey.quotas:
        question = survey.question(quota.question)
        labels = {choice.key: choice.label for choice in question.choices}
        plain = Text(th=str(quota.value), en=str(quota.value))
        yield Ruled(
            None,
            words.both(
                "rule.quota",
                at_most=Text(th=str(quota.at_most)),
                key=Text(th=quota.question),
                value=labels.get(str(quota.value), plain),
            ),
        )
    if survey.longer is not None:
        yield Ruled(None, words.text("rule.longer", reason=survey.longer))


def everything(survey: Survey) -> Iterator[Ruled]:
    """Every rule of the questionnaire: question by question, then of the whole."""
    for question in survey.questions:
        yield from rules_of(survey, question)
    yield from rules_of_whole(survey)


def unreviewed(survey: Survey) -> list[str]:
    """The languages no speaker has passed; their answers are reported apart."""
    return [each for each in survey.languages if not survey.is_reviewed(each)]
