"""Finds names that questions, groups and lists can have side by side in a workbook."""

from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass

from surveys.definition import Survey
from surveys.question import Choice, Kind, Question

RESERVED = ("meta",)  # pyxform keeps it for itself

Lists = Mapping[tuple[Choice, ...], str]
"""What the workbook calls each list of choices; the same choices are one list."""


@dataclass(frozen=True)
class Names:
    """What the workbook calls each question, calculation and group, by key."""

    questions: Mapping[str, str]
    groups: Mapping[str, str]
    consents: Set[str]
    """The keys of the questions that are agreed to."""


def names(survey: Survey) -> Names:
    """Names that pyxform takes. A group there has no name that a question has."""
    keys = [question.key for question in survey.questions]
    keys += [each.key for each in survey.calculations]
    questions = {key: _free(key, keys) if key in RESERVED else key for key in keys}
    groups: dict[str, str] = {}
    for group in survey.groups:
        taken = {*questions.values(), *groups.values(), *RESERVED}
        groups[group.key] = _free(group.key, taken)
    consents = {each.key for each in survey.questions if each.kind is Kind.CONSENT}
    return Names(questions, groups, consents)


def lists(survey: Survey) -> Lists:
    """Each list by the first question that uses it; a dot would make it a file's."""
    named: dict[tuple[Choice, ...], str] = {}
    for question in survey.questions:
        known = question.choices in named or not question.choices
        if not known and not makes_its_choices(question):
            name = question.key.replace(".", "_")
            named[question.choices] = _free(name, named.values())
    return named


def makes_its_choices(question: Question) -> bool:
    """Whether its choices are those that any question of its kind gets by itself."""
    if question.kind not in (Kind.SCALE11, Kind.CONSENT):
        return False
    bare = question.model_dump(exclude={"choices"})
    return Question.model_validate(bare).choices == question.choices


def _free(name: str, taken: Collection[str]) -> str:
    while name in taken:
        name += "_"
    return name
