"""Which wording of a question was asked: each change of its words makes a new one."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from surveys.definition import Survey
from surveys.question import Question

# What whoever answers reads and can answer. Which answers lead to the question, and
# what else may be typed for a choice, does not change what is asked.
_ASKED = {
    "kind", "text", "hint", "unit", "low", "high", "min", "max", "decimals",
}  # fmt: skip


@dataclass(frozen=True)
class QuestionVersion:
    """One wording of a question: the first that was ever asked is 1."""

    version: int
    sha256: str


def fingerprint(question: Question) -> str:
    """SHA-256 of the question's words, choices, kind and scale, in hexadecimal."""
    asked = question.model_dump(mode="json", include=_ASKED, exclude_defaults=True)
    asked["choices"] = [
        choice.model_dump(mode="json", exclude={"also"}, exclude_defaults=True)
        for choice in question.choices
    ]
    text = json.dumps(asked, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def of(survey: Survey, history: Iterable[Survey]) -> dict[str, QuestionVersion]:
    """The version of each question of the survey.

    `history` is every stored version of the survey, in any order; those after this
    one do not count. A wording that comes back has the number it had before.
    """
    seen: dict[str, list[str]] = {}
    earlier = {each.version: each for each in history if each.version < survey.version}
    for each in (*(earlier[number] for number in sorted(earlier)), survey):
        for question in each.questions:
            wordings = seen.setdefault(question.key, [])
            found = fingerprint(question)
            if found not in wordings:
                wordings.append(found)
    versions = {}
    for question in survey.questions:
        found = fingerprint(question)
        place = seen[question.key].index(found) + 1
        versions[question.key] = QuestionVersion(place, found)
    return versions


def spoken(version: QuestionVersion, survey: Survey, language: str) -> str:
    """The version as asked in this language: a translation that no speaker has passed
    is a version of its own, such as `2my`."""
    number = str(version.version)
    return number if survey.is_reviewed(language) else f"{number}{language}"
