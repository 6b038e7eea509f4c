"""What one question is: how it is answered, its words, its choices, its rules."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    StrictBool,
    StrictInt,
    StringConstraints,
    model_validator,
)

from surveys import located, number_words, plain_text, politeness
from surveys.located import FROZEN, Misplaced
from surveys.rules import Checked

MOST_CHOICES = 60
MOST_KEY = 80  # characters
CHOICE_KEY = f"should be up to {MOST_KEY} letters, digits and marks in one line"
NEEDS_BOUNDS = "a number needs min and max, the smaller first"
SCALE11_POINTS = tuple(str(point) for point in range(11))

Language = Literal["th", "en", "my"]
LANGUAGES: tuple[Language, ...] = ("th", "en", "my")
# Of questions, choices and groups. Capitals, dots and dashes are for forms that come
# from elsewhere, and have to be found again in what goes back there.
Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_.-]{0,79}$")]


def is_choice_key(said: str) -> bool:
    """Whether a choice may be recorded under this name, as XLSForm has it too.

    Words with single spaces in any script; something in them is a letter or a digit,
    for "-" and "?" stand for no answer where answers are entered.
    """
    return (
        0 < len(said) <= MOST_KEY
        and said.isprintable()
        and said == " ".join(said.split())
        and any(map(str.isalnum, said))
        and "${" not in said
    )


def _check_key(said: str) -> str:
    if not is_choice_key(said):
        raise ValueError(CHOICE_KEY)
    return said


ChoiceKey = Annotated[str, AfterValidator(_check_key)]
# No NUL: PostgreSQL keeps none.
Said = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\x00]*$"),
]


def _check_number(said: object) -> object:
    # True is 1 to Python. Of numbers YAML has .nan and .inf too, which bound nothing.
    if isinstance(said, bool) or not isinstance(said, int | float):
        raise ValueError(f"should be a number, not {said!r}")
    if isinstance(said, float) and not math.isfinite(said):
        raise ValueError(f"should be a finite number, not {said}")
    return said


Number = Annotated[int | float, BeforeValidator(_check_number)]


class Kind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    SCALE5 = "scale5"
    SCALE11 = "scale11"  # 0 to 10; only its ends have words
    NUMBER = "number"
    OPEN = "open"  # free text
    DATE = "date"
    PLACE = "place"  # one of a list of places, or a shared location
    PHOTO = "photo"
    CONSENT = "consent"  # yes or no; a no to a required one ends the survey
    NOTE = "note"  # is told, not asked


CHOSEN = (Kind.SINGLE, Kind.MULTIPLE, Kind.SCALE5, Kind.SCALE11, Kind.PLACE)


class Kept(BaseModel):
    """What much is remembered by: its hash is worked out once, not at every look.

    In a slot, which no copy takes along and which is not pickled: a copy may differ,
    and another process hashes text otherwise.
    """

    model_config = FROZEN

    __slots__ = ("_hash",)

    def __hash__(self) -> int:
        try:
            known: int = object.__getattribute__(self, "_hash")
        except AttributeError:
            known = hash((type(self), *(value for _, value in self)))
            object.__setattr__(self, "_hash", known)
        return known


class Text(Kept):
    """The same words in Thai, English and Burmese; at least one of them."""

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


class Choice(Kept):
    """One answer that can be chosen."""

    key: ChoiceKey
    label: Text
    also: tuple[Said, ...] = ()  # what else people type for it, in any language
    exclusive: StrictBool = False  # cannot stand beside another ("none of these")

    def spoken(self, language: str) -> Iterator[str]:
        """Every way to type this choice in the language, in `plain` form."""
        label = self.label.has(language)
        for said in (*([label] if label else []), *self.also):
            yield plain_text.plain(said)


AGREES = Choice(
    key="yes",
    label=Text(th="ยินยอม", en="I agree", my="သဘောတူပါတယ်"),
    also=("ยินยอมค่ะ", "ตกลง", "ใช่", "agree", "yes", "ok", "okay", "โอเค"),
)
DISAGREES = Choice(
    key="no",
    label=Text(th="ไม่ยินยอม", en="I do not agree", my="သဘောမတူပါ"),
    also=("ไม่ตกลง", "ไม่", "ไม่ใช่", "disagree", "no", "don't agree"),
)


class Question(Kept):
    """One thing asked. A number has bounds; a scale its points from low to high.

    The choices of a 0-10 scale and of a consent are made here; the rest names its own.
    """

    key: Name
    kind: Kind
    text: Text
    hint: Text | None = None
    unit: Text | None = None  # what a number counts; may be typed after it
    choices: tuple[Choice, ...] = ()
    low: Text | None = None  # what 0 of a 0-10 scale means
    high: Text | None = None  # what 10 means
    min: Number | None = None
    max: Number | None = None
    decimals: Annotated[StrictInt, Field(ge=0, le=6)] = 0  # of a number, at most
    group: Name | None = None
    ask_if: Checked = None  # asked only where the rule holds; None: always
    constraint: Checked = None  # an answer it does not hold for is asked again
    constraint_message: Text | None = None
    identifying: StrictBool = False  # with others like it may tell who somebody is
    required: StrictBool = True  # counts towards a complete response
    allow_skip: StrictBool = True
    allow_dont_know: StrictBool = True

    @property
    def values(self) -> tuple[str | int, ...]:
        """What a choice is recorded as: its key; for a scale the point."""
        if self.kind in (Kind.SCALE5, Kind.SCALE11):
            return tuple(int(choice.key) for choice in self.choices)
        return tuple(choice.key for choice in self.choices)

    @property
    def own_numbers(self) -> bool:
        """Whether a typed number is a choice's own words, and not its place.

        So where all, or all but one ("none"), are numbers, and one is the number of
        another's place: "0", "1", "2 or more".
        """
        return self.kind is Kind.SINGLE and _has_own_numbers(self.choices)

    @property
    def is_asked(self) -> bool:
        """Whether it is a question at all, and not only told."""
        return self.kind is not Kind.NOTE

    @model_validator(mode="before")
    @classmethod
    def _makes_its_choices(cls, data: Any) -> Any:
        if not isinstance(data, dict) or data.get("choices"):
            return data
        match data.get("kind"):
            case Kind.SCALE11:
                points = [
                    Choice(key=each, label=Text(th=each, en=each, my=each))
                    for each in SCALE11_POINTS
                ]
                return {**data, "choices": points}
            case Kind.CONSENT:
                return {**data, "choices": [AGREES, DISAGREES]}
            case _:
                return data

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        _check_choices(self)
        _check_fields(self)
        _check_words(self)
        return self


def _check_fields(question: Question) -> None:
    number = question.kind is Kind.NUMBER
    if number and (
        question.min is None or question.max is None or question.min > question.max
    ):
        raise Misplaced(NEEDS_BOUNDS)
    for name in ("min", "max", "unit", "decimals"):
        if not number and getattr(question, name):
            raise Misplaced("is for numbers only", name)
    for name in ("low", "high"):
        has, wants = getattr(question, name), question.kind is Kind.SCALE11
        if wants and has is None:
            raise Misplaced("a 0-10 scale says what its ends mean", name)
        if has is not None and not wants:
            raise Misplaced("is for 0-10 scales only", name)
    if question.constraint_message is not None and question.constraint is None:
        raise Misplaced("there is no constraint to say it for", "constraint_message")
    if question.kind is Kind.NOTE and question.constraint is not None:
        raise Misplaced("a note is not answered", "constraint")


def _check_choices(question: Question) -> None:
    keys = [choice.key for choice in question.choices]
    located.unique(keys, "choices")
    match question.kind:
        case Kind.SCALE5:
            if keys != ["1", "2", "3", "4", "5"]:
                raise Misplaced('a scale has five points keyed "1" to "5"', "choices")
        case Kind.SCALE11:
            if tuple(keys) != SCALE11_POINTS:
                raise Misplaced("are made by themselves, from 0 to 10", "choices")
        case Kind.CONSENT:
            if keys != ["yes", "no"]:
                raise Misplaced("a consent is answered yes or no", "choices")
        case Kind.SINGLE | Kind.MULTIPLE | Kind.PLACE:
            _check_count(question, len(keys))
            if question.kind is Kind.MULTIPLE:
                _check_apart(keys)
        case _:
            if keys:
                raise Misplaced("are for single, multiple, place and scale5", "choices")
    for index, choice in enumerate(question.choices):
        if choice.exclusive and question.kind is not Kind.MULTIPLE:
            raise Misplaced("is for multiple only", "choices", index, "exclusive")


def _check_apart(keys: Iterable[str]) -> None:
    """Several answers may stand in one cell, here and elsewhere."""
    for index, key in enumerate(keys):
        if re.search(r"[\s,;]", key):
            raise Misplaced(
                "has a space, a comma or a semicolon in it, which set several answers "
                "apart",
                *("choices", index, "key"),
            )


def _check_count(question: Question, count: int) -> None:
    # Of places there may be none: then a location is shared, or the place is named.
    fewest = 0 if question.kind is Kind.PLACE else 2
    if not fewest <= count <= MOST_CHOICES:
        raise Misplaced(
            f"{count} choices; {fewest} to {MOST_CHOICES} are allowed", "choices"
        )


def _check_words(question: Question) -> None:
    """Typed words must lead to one choice, so no two choices may read the same."""
    if question.kind is Kind.SCALE11:
        return
    count, by_place = len(question.choices), not question.own_numbers
    for language in LANGUAGES:
        taken: dict[str, int] = {}
        for index, choice in enumerate(question.choices):
            loc = ("choices", index)
            for said in choice.spoken(language):
                if not said or said in politeness.WORDS:
                    raise Misplaced("a label without a word in it", *loc)
                if taken.setdefault(said, index) != index:
                    raise Misplaced("reads the same as another choice", *loc)
                # A typed number already means the choice in that place.
                if by_place and _misplaces(said, index, count):
                    raise Misplaced("is the number of another choice", *loc)


@lru_cache(maxsize=256)
def _has_own_numbers(choices: tuple[Choice, ...]) -> bool:
    return any(
        _are_numbers([choice.label.has(language) for choice in choices])
        for language in LANGUAGES
    )


def _are_numbers(labels: Sequence[str | None]) -> bool:
    said = [plain_text.plain(label or "") for label in labels]
    counted = [
        each
        for each in said
        if re.search("[0-9]", each) or each in number_words.NUMBERS
    ]
    return len(counted) >= max(2, len(said) - 1) and any(
        _misplaces(each, index, len(said)) for index, each in enumerate(said)
    )


def _misplaces(said: str, index: int, count: int) -> bool:
    """Whether a plain text is the number of another place than its own."""
    place = int(said) if said.isdecimal() else number_words.NUMBERS.get(said)
    return place in range(1, count + 1) and place != index + 1
