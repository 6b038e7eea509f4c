"""Indicator frameworks: dimension, aspect, indicator; one edition of one a file."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, Field, StrictInt, model_validator

from surveys import located
from surveys import measure as measures
from surveys.definition import Key, Survey, Text
from surveys.located import FROZEN, Misplaced, SurveyError
from surveys.measure import TOP2, Measure, MeasureKind
from surveys.question import Said

__all__ = [
    "TOP2",
    "Aspect",
    "Claimed",
    "Dimension",
    "Framework",
    "Indicator",
    "Level",
    "Measure",
    "Mismatch",
    "Source",
    "Status",
    "SurveyError",
    "Threshold",
    "Unit",
    "check",
    "editions",
    "load",
    "load_all",
    "newest",
]

DIRECTORY = Path(__file__).parent / "indicators"
Unit = Literal["percent", "points", "days", "count", "people"]
# What a measure can be told in. Only a share of people may be held against a target
# such as "80 % are satisfied": a mean in percent of the highest point is no share.
UNITS: dict[str, tuple[Unit, ...]] = {
    "share": ("percent",),
    "top2": ("percent",),
    "mean": ("points", "days", "count", "people"),
    "mean_pct": ("percent",),
    "index": ("points",),
    "service": ("percent", "days", "count", "people"),
    "manual": ("percent", "points", "days", "count", "people"),
}


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


class Threshold(BaseModel):
    """The value aimed at, in the indicator's unit, and how it is held against.

    `interval`: reached where the whole interval is on its good side, and not known
    where it lies within; `value`: by the figure alone, for counts of everything there
    was. Without a source it is our own.
    """

    model_config = FROZEN

    value: Annotated[float, Field(ge=0)]
    rule: Literal["interval", "value"]
    source: tuple[Source, ...] = ()


class Indicator(BaseModel):
    """One figure of a framework. Without a measure it is entered with evidence."""

    model_config = FROZEN

    code: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$")]
    name: Text
    definition: Text
    formula: Text | None = None
    unit: Unit  # percent: of the base, 0 to 100
    direction: Literal["up", "down"]  # which way is better
    base: Text  # who is counted, and who is not
    threshold: Threshold | None
    status: Literal[Status.OFFICIAL, Status.DRAFT]
    owner: Text
    source: tuple[Source, ...] = ()
    measure: Measure | None = None

    @property
    def kind(self) -> MeasureKind:
        """How its value comes about; what has no measure is entered by an officer."""
        return self.measure.kind if self.measure is not None else "manual"

    @model_validator(mode="after")
    def _says_where_it_is_from(self) -> Self:
        if self.status is Status.OFFICIAL and not self.source:
            raise Misplaced("an official indicator names its source", "status")
        return self

    @model_validator(mode="after")
    def _is_told_in_its_unit(self) -> Self:
        fitting = UNITS[self.kind]
        if self.unit not in fitting:
            allowed = " or ".join(fitting)
            raise Misplaced(f"{self.kind} is told in {allowed}", "unit")
        if self.threshold is not None:
            self._can_reach(self.threshold)
        return self

    def _can_reach(self, threshold: Threshold) -> None:
        if self.unit == "percent" and threshold.value > 100:
            raise Misplaced("should be less than or equal to 100", "threshold", "value")
        if self.kind == "mean_pct":
            raise Misplaced(
                "a mean in percent is no share of people: use top2", "threshold"
            )
        if threshold.rule == "interval" and self.kind in ("service", "manual"):
            raise Misplaced("there is no interval; use value", "threshold", "rule")


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
    edition: Annotated[Said, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$")]
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
        numbers = [each.number for each in self.levels]
        for index, number in enumerate(numbers):
            if number in numbers[:index]:
                raise Misplaced(f"{number} is used twice", "levels", index, "number")
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


def load_all(*directories: Path) -> tuple[Framework, ...]:
    """Every edition in the directories, by key, the newest last. Raises SurveyError.

    Without a directory those that this program ships.
    """
    found: dict[tuple[str, str], Framework] = {}
    for path in _paths(directories or (DIRECTORY,)):
        framework = load(path)
        name = (framework.key, framework.edition)
        if name in found:
            line = located.line_in(path, ("edition",))
            raise SurveyError(str(path), line, again(framework))
        found[name] = framework
    return tuple(sorted(found.values(), key=_age))


def newest(frameworks: Iterable[Framework]) -> tuple[Framework, ...]:
    """Of each framework its newest edition."""
    return tuple({each.key: each for each in sorted(frameworks, key=_age)}.values())


def editions(
    frameworks: Iterable[Framework],
) -> list[tuple[Framework, Indicator]]:
    """Every indicator once, as the newest edition that has it words it.

    An edition never changes: what it no longer has keeps the words it was measured by.
    """
    known: dict[tuple[str, str], tuple[Framework, Indicator]] = {}
    for framework in sorted(frameworks, key=_age, reverse=True):
        for indicator in framework.indicators():
            known.setdefault((framework.key, indicator.code), (framework, indicator))
    places = {key: place for place, key in enumerate(sorted(k for k, _ in known))}
    return sorted(known.values(), key=lambda pair: places[pair[0].key])


def again(framework: Framework) -> str:
    """What to say of an edition that another file holds already."""
    return f"{framework.key} edition {framework.edition} is in another file too"


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
        for name, reason in measures.unfit(indicator.measure, latest)
    ]


def _paths(directories: Sequence[Path]) -> Iterator[Path]:
    for directory in directories:
        yield from sorted(directory.glob("*.yaml"))


def _age(framework: Framework) -> tuple[str, list[tuple[int, int, str]]]:
    """Sorts editions by their numbers, "10" after "2", and by letters else."""
    parts = re.findall(r"[0-9]+|[^0-9]+", framework.edition)
    numbers = [
        (1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts
    ]
    return framework.key, numbers


def _indicators(framework: Framework) -> Iterator[tuple[located.Loc, Indicator]]:
    """Every indicator and where it stands."""
    for d, dimension in enumerate(framework.dimensions):
        for a, aspect in enumerate(dimension.aspects):
            for i, indicator in enumerate(aspect.indicators):
                loc = ("dimensions", d, "aspects", a, "indicators", i)
                yield loc, indicator
