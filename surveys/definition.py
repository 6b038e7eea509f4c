"""What a survey is: its questions and their words in three languages, from a file."""

import hashlib
import json
import math
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    Field,
    StrictBool,
    StrictInt,
    StringConstraints,
    model_validator,
)

from surveys import located, words
from surveys.located import FROZEN, Misplaced, SurveyError

__all__ = [
    "Choice",
    "Kind",
    "Level",
    "Question",
    "Status",
    "Survey",
    "SurveyError",
    "Text",
    "canonical_json",
    "load",
    "load_all",
    "parse",
    "sha256",
]

DIRECTORY = Path(__file__).parent / "definitions"
MAX_QUESTIONS = 15  # a chat survey longer than this is not finished
WORD_MS = 300
QUESTION_MS = 4000
# Thai and Burmese put no spaces between words. Characters to a word, vowel and
# tone marks included: our rule of thumb, good enough for minutes.
THAI_WORD, BURMESE_WORD = 4.5, 7.0

Language = Literal["th", "en", "my"]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
# No NUL: PostgreSQL keeps none.
Said = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\x00]*$"),
]
# The points of a scale are keyed by their number.
ChoiceKey = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_]*|[1-5])$")]


class Kind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    SCALE5 = "scale5"
    NUMBER = "number"
    OPEN = "open"


class Level(StrEnum):
    """How far people are let in, of IAP2's five; a survey alone goes no higher."""

    INFORM = "inform"
    CONSULT = "consult"


class Status(StrEnum):
    """Whether the municipality has taken the survey as its own."""

    DRAFT = "draft"
    APPROVED = "approved"


class Text(BaseModel):
    """The same words in Thai, English and Burmese; at least one of them."""

    model_config = FROZEN

    th: Said | None = None
    en: Said | None = None
    my: Said | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not any((self.th, self.en, self.my)):
            raise Misplaced("is empty in every language")
        return self

    def say(self, language: str) -> str:
        """The words in this language; where there are none, in English, else Thai."""
        return self.has(language) or self.en or self.th or self.my or ""

    def has(self, language: str) -> str | None:
        """The words in this very language, or None."""
        return {"th": self.th, "en": self.en, "my": self.my}.get(language)


class Reviewed(BaseModel):
    """In which languages a speaker has read and passed the words."""

    model_config = FROZEN

    th: StrictBool = False
    en: StrictBool = False
    my: StrictBool = False


class Choice(BaseModel):
    """One answer that can be chosen."""

    model_config = FROZEN

    key: ChoiceKey
    label: Text
    also: tuple[Said, ...] = ()  # what else people type for it, in any language
    exclusive: StrictBool = False  # cannot stand beside another ("none of these")

    def spoken(self, language: str) -> Iterator[str]:
        """Every way to type this choice in the language, in `plain` form."""
        label = self.label.has(language)
        for said in (*([label] if label else []), *self.also):
            yield words.plain(said)


class Question(BaseModel):
    """One thing asked. A number has bounds; a scale five points from low to high."""

    model_config = FROZEN

    key: Key
    kind: Kind
    text: Text
    hint: Text | None = None
    unit: Text | None = None  # what a number counts; may be typed after it
    choices: tuple[Choice, ...] = ()
    min: Annotated[StrictInt, Field(ge=0)] | None = None
    max: Annotated[StrictInt, Field(ge=0)] | None = None
    required: StrictBool = True  # counts towards a complete response
    allow_skip: StrictBool = True
    allow_dont_know: StrictBool = True

    @property
    def values(self) -> tuple[str | int, ...]:
        """What a choice is recorded as: its key; for a scale the point, 1 to 5."""
        if self.kind is Kind.SCALE5:
            return tuple(int(choice.key) for choice in self.choices)
        return tuple(choice.key for choice in self.choices)

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        _check_choices(self)
        _check_words(self)
        if self.kind is Kind.NUMBER:
            if self.min is None or self.max is None or self.min > self.max:
                raise Misplaced("a number needs min and max, the smaller first")
        else:
            for name in ("min", "max", "unit"):
                if getattr(self, name) is not None:
                    raise Misplaced("is for numbers only", name)
        return self


class Survey(BaseModel):
    """A survey in one version; a wording that changes makes a new version."""

    model_config = FROZEN

    key: Key
    version: Annotated[StrictInt, Field(ge=1, le=1_000_000)]
    title: Text
    intro: Text
    thanks: Text
    purpose: Text
    level: Level
    status: Status
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    reviewed: Reviewed
    questions: Annotated[
        tuple[Question, ...], Field(min_length=1, max_length=MAX_QUESTIONS)
    ]

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        located.unique([question.key for question in self.questions], "questions")
        if len(set(self.languages)) < len(self.languages):
            raise Misplaced("names a language twice", "languages")
        for language in ("th", "en", "my"):
            if self.is_reviewed(language) and language not in self.languages:
                raise Misplaced("is not among the languages", "reviewed", language)
        for loc, text in _texts(self):
            for language in self.languages:
                if text.has(language) is None:
                    raise Misplaced(f"has no words in {language}", *loc)
        for index, question in enumerate(self.questions[:-1]):
            if question.kind is Kind.OPEN:
                raise Misplaced("an open question comes last", "questions", index)
        return self

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
        ms = read * WORD_MS + len(self.questions) * QUESTION_MS
        return math.ceil(ms / 60_000)


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


def _check_choices(question: Question) -> None:
    keys = [choice.key for choice in question.choices]
    located.unique(keys, "choices")
    match question.kind:
        case Kind.SCALE5:
            if keys != ["1", "2", "3", "4", "5"]:
                raise Misplaced('a scale has five points keyed "1" to "5"', "choices")
        case Kind.SINGLE | Kind.MULTIPLE:
            if not 2 <= len(keys) <= 6:
                raise Misplaced(f"{len(keys)} choices; 2 to 6 are allowed", "choices")
            for index, key in enumerate(keys):
                if key.isdecimal():
                    raise Misplaced("starts with a letter", "choices", index, "key")
        case _:
            if keys:
                raise Misplaced("are for single, multiple and scale5", "choices")
    for index, choice in enumerate(question.choices):
        if choice.exclusive and question.kind is not Kind.MULTIPLE:
            raise Misplaced("is for multiple only", "choices", index, "exclusive")


def _check_words(question: Question) -> None:
    """Typed words must lead to one choice, so no two choices may read the same."""
    for language in ("th", "en", "my"):
        taken: dict[str, int] = {}
        for index, choice in enumerate(question.choices):
            loc = ("choices", index)
            for said in choice.spoken(language):
                if not said or said in words.POLITE:
                    raise Misplaced("a label without a word in it", *loc)
                if taken.setdefault(said, index) != index:
                    raise Misplaced("reads the same as another choice", *loc)
                # A typed number already means the choice in that place.
                place = int(said) if said.isdecimal() else words.NUMBERS.get(said)
                if place in range(1, len(question.choices) + 1) and place != index + 1:
                    raise Misplaced("is the number of another choice", *loc)


def _texts(survey: Survey) -> Iterator[tuple[located.Loc, Text]]:
    """Every text of the survey and where it stands."""
    for name in ("title", "intro", "thanks", "purpose"):
        yield (name,), getattr(survey, name)
    for index, question in enumerate(survey.questions):
        here: located.Loc = ("questions", index)
        for name in ("text", "hint", "unit"):
            text = getattr(question, name)
            if text is not None:
                yield (*here, name), text
        for place, choice in enumerate(question.choices):
            yield (*here, "choices", place, "label"), choice.label
