"""Indicator frameworks: dimension, aspect, indicator, and how one is computed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, Field, StrictInt, StrictStr, model_validator

from surveys import located
from surveys.definition import Key, Kind, Said, Survey, Text
from surveys.located import FROZEN, Misplaced, SurveyError

__all__ = [
    "Aspect",
    "Dimension",
    "Framework",
    "Indicator",
    "Level",
    "Measure",
    "Mismatch",
    "Source",
    "Status",
    "SurveyError",
    "check",
    "load",
    "load_all",
]

DIRECTORY = Path(__file__).parent / "indicators"
TOP2 = (4, 5)  # the two best points of a scale


class Status(StrEnum):
    """Whose wording it is: the owner's own, our draft, or not in our hands."""

    OFFICIAL = "official"
    DRAFT = "draft"
    NOT_SOURCED = "not_sourced"


class Source(BaseModel):
    """Where a thing was read: `as_of` is its date, `retrieved` that of our reading."""

    model_config = FROZEN

    url: Annotated[str, Field(pattern=r"^https?://\S+$")]
    as_of: date | None = None
    retrieved: date
    confidence: Literal["high", "medium", "low"]
    note: Said | None = None


class Measure(BaseModel):
    """Which answers to which question of a survey count.

    `share` counts answers among `values` (for several answers: any of them), `top2`
    the points 4 and 5 of a scale.
    """

    model_config = FROZEN

    survey: Key
    question: Key
    kind: Literal["share", "top2"]
    values: Annotated[tuple[StrictStr | StrictInt, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _counts_what_it_says(self) -> Self:
        if self.kind == "top2" and self.values != TOP2:
            raise Misplaced("top2 counts the points [4, 5]", "values")
        if len(set(self.values)) < len(self.values):
            raise Misplaced("names a value twice", "values")
        return self


class Indicator(BaseModel):
    """One figure of a framework. Without a measure it is entered with evidence."""

    model_config = FROZEN

    code: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$")]
    name: Text
    definition: Text
    unit: Literal["percent"]  # of the base, 0 to 100
    direction: Literal["up", "down"]  # which way is better
    base: Text  # who is counted, and who is not
    threshold: Annotated[float, Field(ge=0, le=100)] | None  # percent, 0 to 100
    status: Literal[Status.OFFICIAL, Status.DRAFT]
    owner: Text
    source: tuple[Source, ...] = ()
    measure: Measure | None = None

    @model_validator(mode="after")
    def _says_where_it_is_from(self) -> Self:
        if self.status is Status.OFFICIAL and not self.source:
            raise Misplaced("an official indicator names its source", "status")
        return self


class Aspect(BaseModel):
    """A group of indicators within a dimension."""

    model_config = FROZEN

    key: Key
    name: Text
    indicators: tuple[Indicator, ...]


class Dimension(BaseModel):
    """One of a framework's fields; aspects not sourced are left empty, not made up."""

    model_config = FROZEN

    key: Key
    name: Text
    source: tuple[Source, ...] = ()
    aspects_status: Status
    aspects: tuple[Aspect, ...]

    @model_validator(mode="after")
    def _is_empty_only_if_not_sourced(self) -> Self:
        if (self.aspects_status is Status.NOT_SOURCED) == bool(self.aspects):
            raise Misplaced("aspects are empty exactly when not_sourced", "aspects")
        located.unique([aspect.key for aspect in self.aspects], "aspects")
        return self


class Level(BaseModel):
    """A grade an area can reach, 1 the first."""

    model_config = FROZEN

    number: Annotated[StrictInt, Field(ge=1)]
    name: Text
    source: Annotated[tuple[Source, ...], Field(min_length=1)]
    note: Said | None = None


class Claimed(BaseModel):
    """How many parts the owner says the framework has, whether or not we hold them."""

    model_config = FROZEN

    dimensions: StrictInt
    aspects: StrictInt
    indicators: StrictInt
    source: Annotated[tuple[Source, ...], Field(min_length=1)]


class Framework(BaseModel):
    """A set of indicators in one edition."""

    model_config = FROZEN

    key: Key
    edition: Said
    title: Text
    status: Status
    owner: Text
    note: Text | None = None
    source: tuple[Source, ...]
    claimed: Claimed | None = None
    levels: tuple[Level, ...] = ()
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _names_nothing_twice(self) -> Self:
        located.unique([each.key for each in self.dimensions], "dimensions")
        seen: set[str] = set()
        for loc, indicator in _indicators(self):
            if indicator.code in seen:
                raise Misplaced(f"{indicator.code} is used twice", *loc, "code")
            seen.add(indicator.code)
        if self.status is Status.OFFICIAL and not self.source:
            raise Misplaced("an official framework names its source", "source")
        return self

    def indicators(self) -> tuple[Indicator, ...]:
        """Every indicator, in the order of the file."""
        return tuple(indicator for _, indicator in _indicators(self))


@dataclass(frozen=True)
class Mismatch:
    """A measure that does not fit the surveys; `loc` leads to it in the framework."""

    framework: str
    loc: located.Loc
    reason: str


def load(path: Path) -> Framework:
    """The framework in the file. Raises SurveyError with the line that is wrong."""
    return located.read(path, Framework)


def load_all(directory: Path = DIRECTORY) -> tuple[Framework, ...]:
    """Every framework in the directory by key. Raises SurveyError."""
    found: dict[str, Framework] = {}
    for path in sorted(directory.glob("*.yaml")):
        framework = load(path)
        if framework.key in found:
            line = located.line_in(path, ("key",))
            raise SurveyError(str(path), line, again(framework))
        found[framework.key] = framework
    return tuple(found[key] for key in sorted(found))


def again(framework: Framework) -> str:
    """What to say of a framework whose key is already taken by another file."""
    return f"{framework.key} is in another file too"


def check(frameworks: Iterable[Framework], surveys: Iterable[Survey]) -> list[Mismatch]:
    """Every measure that does not fit the last version of the survey it names."""
    latest: dict[str, Survey] = {}
    for survey in surveys:
        known = latest.get(survey.key)
        if known is None or known.version < survey.version:
            latest[survey.key] = survey
    return [
        Mismatch(framework.key, (*loc, "measure", name), reason)
        for framework in frameworks
        for loc, indicator in _indicators(framework)
        if indicator.measure
        for name, reason in _unfit(indicator.measure, latest)
    ]


def _unfit(measure: Measure, surveys: dict[str, Survey]) -> Iterator[tuple[str, str]]:
    """The measure's field that is wrong, and why."""
    survey = surveys.get(measure.survey)
    if survey is None:
        yield "survey", f"there is no survey {measure.survey}"
        return
    try:
        question = survey.question(measure.question)
    except KeyError:
        yield "question", f"{measure.survey} has no question {measure.question}"
        return
    if measure.kind == "top2" and question.kind is not Kind.SCALE5:
        yield "kind", f"top2 needs a scale, and {question.key} is {question.kind}"
    for value in measure.values:
        if value not in question.values:
            yield "values", f"{value!r} is no answer to {question.key}"


def _indicators(framework: Framework) -> Iterator[tuple[located.Loc, Indicator]]:
    """Every indicator and where it stands."""
    for d, dimension in enumerate(framework.dimensions):
        for a, aspect in enumerate(dimension.aspects):
            for i, indicator in enumerate(aspect.indicators):
                loc = ("dimensions", d, "aspects", a, "indicators", i)
                yield loc, indicator
