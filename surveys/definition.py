"""What a survey is: its questions and their words in three languages, from a file."""

import hashlib
import json
import math
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    Field,
    StrictBool,
    StrictInt,
    StrictStr,
    StringConstraints,
    ValidationInfo,
    model_validator,
)

from surveys import located, structure
from surveys.located import FROZEN, Misplaced, SurveyError
from surveys.question import Choice, Kind, Language, Name, Question, Said, Text
from surveys.rules import Checked

__all__ = [
    "Calculation",
    "Choice",
    "Group",
    "Kind",
    "Level",
    "Question",
    "Quota",
    "Status",
    "Survey",
    "SurveyError",
    "Text",
    "canonical_json",
    "first",
    "load",
    "load_all",
    "parse",
    "sha256",
]

DIRECTORY = Path(__file__).parent / "definitions"
FIRST = "participation"  # what a new town asks; the others officers open
MAX_QUESTIONS = 15  # a chat survey longer than this is not finished
MOST_QUESTIONS = 200
MOST_VERSION = 2**31 - 1  # what a database holds; forms write dates, as 2026112801
WORD_MS = 300
QUESTION_MS = 4000
# Thai and Burmese put no spaces between words. Characters to a word, vowel and
# tone marks included: our rule of thumb, good enough for minutes.
THAI_WORD, BURMESE_WORD = 4.5, 7.0

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class Level(StrEnum):
    """How far people are let in, of IAP2's five; a survey alone goes no higher."""

    INFORM = "inform"
    CONSULT = "consult"


class Status(StrEnum):
    """Whether the municipality has taken the survey as its own."""

    DRAFT = "draft"
    APPROVED = "approved"


class Reviewed(BaseModel):
    """In which languages a speaker has read and passed the words."""

    model_config = FROZEN

    th: StrictBool = False
    en: StrictBool = False
    my: StrictBool = False


class Group(BaseModel):
    """Questions that belong together; those of a shuffled one come in any order.

    Which questions, they say themselves; they stand one after the other.
    """

    model_config = FROZEN

    key: Name
    title: Text | None = None
    ask_if: Checked = None  # none of them is asked where it does not hold
    shuffle: StrictBool = False  # a new order for each response, kept with it


class Quota(BaseModel):
    """How many complete responses with one answer are wanted, and no more."""

    model_config = FROZEN

    question: Name
    value: StrictStr | StrictInt
    at_most: Annotated[StrictInt, Field(ge=1, le=1_000_000)]


class Calculation(BaseModel):
    """A value worked out from answers, for rules to look at."""

    model_config = FROZEN

    key: Name
    value: Checked


# Given with the data of a version that is stored: it was checked when it was taken.
STORED: Mapping[str, bool] = {"stored": True}


class Survey(BaseModel):
    """A survey in one version; a wording that changes makes a new version."""

    model_config = FROZEN

    key: Key
    version: Annotated[StrictInt, Field(ge=1, le=MOST_VERSION)]
    title: Text
    intro: Text
    thanks: Text
    purpose: Text
    level: Level
    status: Status
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    reviewed: Reviewed
    questions: Annotated[
        tuple[Question, ...], Field(min_length=1, max_length=MOST_QUESTIONS)
    ]
    longer: Said | None = None
    """Why it has more than fifteen questions, as an officer decided; it is logged."""
    key_question: Name | None = None
    """Without an answer to it a response is never a partial one (AAPOR's P)."""
    groups: tuple[Group, ...] = ()
    quotas: tuple[Quota, ...] = ()
    calculations: tuple[Calculation, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self, info: ValidationInfo) -> Self:
        located.unique([question.key for question in self.questions], "questions")
        self._has_a_length()
        structure.check(self)
        if info.context is not STORED:
            structure.check_answerable(self)
            structure.check_compared(self)
        if len(set(self.languages)) < len(self.languages):
            raise Misplaced("names a language twice", "languages")
        for language in ("th", "en", "my"):
            if self.is_reviewed(language) and language not in self.languages:
                raise Misplaced("is not among the languages", "reviewed", language)
        for loc, text in _texts(self):
            for language in self.languages:
                if text.has(language) is None:
                    raise Misplaced(f"has no words in {language}", *loc)
        return self

    def _has_a_length(self) -> None:
        asked = sum(question.is_asked for question in self.questions)
        if not asked:
            raise Misplaced("asks nothing", "questions")
        if asked > MAX_QUESTIONS and self.longer is None:
            raise Misplaced(
                f"{asked} questions; more than {MAX_QUESTIONS} need a reason in longer",
                "questions",
            )

    def question(self, key: str) -> Question:
        """The question of this key. Raises KeyError."""
        for question in self.questions:
            if question.key == key:
                return question
        raise KeyError(key)

    def is_reviewed(self, language: str) -> bool:
        """Whether a speaker has passed the words in this language."""
        return {"th": self.reviewed.th, "en": self.reviewed.en}.get(
            language, language == "my" and self.reviewed.my
        )

    def estimated_minutes(self, language: str) -> int:
        """Whole minutes to answer, rounded up: 0.3 s a word read, 4 s a question."""
        read = sum(
            count_words(text.say(language))
            for loc, text in _texts(self)
            if loc[0] == "questions"
        )
        ms = (
            read * WORD_MS
            + sum(question.is_asked for question in self.questions) * QUESTION_MS
        )
        return math.ceil(ms / 60_000)


def stored(text: str) -> Survey:
    """The survey in the JSON text of a version that was taken once: what has come to be
    refused since is let pass in it."""
    return Survey.model_validate_json(text, context=STORED)


def load(path: Path) -> Survey:
    """The survey in the file. Raises SurveyError with the line that is wrong."""
    return located.read(path, Survey)


def parse(text: str) -> Survey:
    """The survey in a YAML text. Raises SurveyError with the line that is wrong."""
    survey, problems = located.examine_text(text, Survey, file="survey")
    if survey is None:
        raise SurveyError("survey", problems[0].line, problems[0].reason)
    return survey


def load_all(directory: Path = DIRECTORY) -> tuple[Survey, ...]:
    """Every survey in the directory by key and version. Raises SurveyError."""
    found: dict[tuple[str, int], Survey] = {}
    for path in sorted(directory.glob("*.yaml")):
        survey = load(path)
        name = (survey.key, survey.version)
        if name in found:
            line = located.line_in(path, ("version",))
            raise SurveyError(str(path), line, again(survey))
        found[name] = survey
    return tuple(found[name] for name in sorted(found))


def first() -> Survey:
    """The newest version of the survey that a new town opens with."""
    return [each for each in load_all() if each.key == FIRST][-1]


def again(survey: Survey) -> str:
    """What to say of a survey whose version is already defined in another file."""
    return f"{survey.key} version {survey.version} is in another file too"


def canonical_json(survey: Survey) -> str:
    """The one JSON text of a survey: keys sorted, no spaces, defaults left out.

    Leaving defaults out keeps the text, and its hash, when a later release gives
    questions a new optional field. `Survey.model_validate_json` reads it back.
    """
    data = survey.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(survey: Survey) -> str:
    """The survey's fingerprint: SHA-256 of its canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical_json(survey).encode()).hexdigest()


def count_words(text: str) -> int:
    """About how many words there are to read, in scripts with and without spaces."""
    thai = len(re.findall(r"[\u0e00-\u0e7f]", text))
    burmese = len(re.findall(r"[\u1000-\u109f]", text))
    spaced = len(re.findall(r"[^\W\u0e00-\u0e7f\u1000-\u109f]+", text))
    return math.ceil(thai / THAI_WORD + burmese / BURMESE_WORD) + spaced


def _texts(survey: Survey) -> Iterator[tuple[located.Loc, Text]]:
    """Every text of the survey and where it stands."""
    for name in ("title", "intro", "thanks", "purpose"):
        yield (name,), getattr(survey, name)
    for index, group in enumerate(survey.groups):
        if group.title is not None:
            yield ("groups", index, "title"), group.title
    for index, question in enumerate(survey.questions):
        here: located.Loc = ("questions", index)
        for name in ("text", "hint", "unit", "low", "high", "constraint_message"):
            text = getattr(question, name)
            if text is not None:
                yield (*here, name), text
        for place, choice in enumerate(question.choices):
            yield (*here, "choices", place, "label"), choice.label
