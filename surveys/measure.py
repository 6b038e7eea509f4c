"""How an indicator comes about: from which answers, or from which records."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, Self

from pydantic import BaseModel, StrictInt, StrictStr, StringConstraints, model_validator

from surveys import located, rules
from surveys.definition import Survey
from surveys.located import FROZEN, Misplaced
from surveys.question import Kind, Name, Question
from surveys.rules import Checked

TOP2 = (4, 5)  # the two best points of a scale

MeasureKind = Literal["share", "top2", "mean", "mean_pct", "index", "service", "manual"]
# What is counted from the records of the service itself.
Service = Literal["cases_in_time", "questions_answered", "broadcast_reach"]
Scheme = Literal["boonchom", "equal_width"]

NUMERIC = (Kind.SCALE5, Kind.SCALE11, Kind.NUMBER)
# Fields that a kind must name, and those it may.
NEEDS: Mapping[str, tuple[str, ...]] = {
    "share": ("survey", "question", "values"),
    "top2": ("survey", "question", "values"),
    "mean": ("survey", "question"),
    "mean_pct": ("survey", "question"),
    "index": ("survey", "items"),
    "service": ("figure",),
    "manual": (),
}
MAY: Mapping[str, tuple[str, ...]] = {
    "share": ("where",),
    "top2": ("where",),
    "mean": ("where", "band_scheme"),
    "mean_pct": ("where",),
    "index": ("where", "band_scheme"),
    "service": (),
    "manual": (),
}
FIELDS = ("survey", "question", "values", "items", "where", "band_scheme", "figure")


class Measure(BaseModel):
    """Which answers to which question of a survey count, and as what.

    `share` counts answers among `values` (for several answers: any of them), `top2`
    the points 4 and 5 of a scale, `mean` averages a scale or a number, `mean_pct` tells
    that in percent of the highest point, `index` averages the points of several items
    for each person who answered them all. `service` is a figure of our own records,
    `manual` is entered by an officer with evidence. `where` is a rule on the other
    answers: who it does not hold for is outside the base. `band_scheme` names the words
    for a mean of a five-point scale; without it บุญชม's.
    """

    model_config = FROZEN

    survey: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")] | None = (
        None
    )
    question: Name | None = None
    kind: MeasureKind
    values: tuple[StrictStr | StrictInt, ...] = ()
    items: tuple[Name, ...] = ()
    where: Checked = None
    band_scheme: Scheme | None = None
    figure: Service | None = None

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        needed, allowed = NEEDS[self.kind], MAY[self.kind]
        for name in FIELDS:
            given = getattr(self, name)
            if name in needed and not given:
                least = "names at least 1" if isinstance(given, tuple) else "is missing"
                raise Misplaced(f"{least}: {self.kind} needs it", name)
            if given and name not in needed and name not in allowed:
                raise Misplaced(f"is not for {self.kind}", name)
        return self

    @model_validator(mode="after")
    def _counts_what_it_says(self) -> Self:
        if self.kind == "top2" and self.values != TOP2:
            raise Misplaced("top2 counts the points [4, 5]", "values")
        if len(set(self.values)) < len(self.values):
            raise Misplaced("names a value twice", "values")
        if self.kind == "index" and len(self.items) < 2:
            raise Misplaced("an index has at least 2 items", "items")
        located.unique(list(self.items), "items")
        return self

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions whose answers are the figure."""
        if self.kind == "index":
            return self.items
        return (self.question,) if self.question is not None else ()

    @property
    def looks_at(self) -> tuple[str, ...]:
        """Every question it needs the answers to, those of its rule too."""
        return tuple(dict.fromkeys((*self.questions, *rules.names(self.where))))

    @property
    def of_answers(self) -> bool:
        """Whether it comes from a survey."""
        return self.survey is not None


def highest(question: Question) -> float:
    """What 100 percent of a mean in percent is: the highest point or number."""
    match question.kind:
        case Kind.SCALE5:
            return 5.0
        case Kind.SCALE11:
            return 10.0
        case _:
            return float(question.max or 0)


def unfit(measure: Measure, surveys: Mapping[str, Survey]) -> Iterator[tuple[str, str]]:
    """The measure's field that does not fit the surveys, and why."""
    if measure.survey is None:
        return
    survey = surveys.get(measure.survey)
    if survey is None:
        yield "survey", f"there is no survey {measure.survey}"
        return
    keys = {question.key for question in survey.questions if question.is_asked}
    field = "items" if measure.kind == "index" else "question"
    for key in measure.questions:
        if key not in keys:
            yield field, f"{measure.survey} has no question {key}"
        else:
            yield from _wrong_kind(measure, survey.question(key), field)
    for key in rules.names(measure.where):
        if key not in keys:
            yield "where", f"{measure.survey} has no question {key}"


def _wrong_kind(
    measure: Measure, question: Question, field: str
) -> Iterator[tuple[str, str]]:
    said = f"and {question.key} is {question.kind}"
    match measure.kind:
        case "top2" | "index" if question.kind is not Kind.SCALE5:
            place = "kind" if measure.kind == "top2" else field
            yield place, f"{measure.kind} needs a scale, {said}"
        case "mean" | "mean_pct" if question.kind not in NUMERIC:
            yield field, f"{measure.kind} needs a scale or a number, {said}"
        case "mean_pct" if highest(question) <= 0:
            yield field, f"{question.key} has no highest value above 0"
    if measure.band_scheme is not None and question.kind is not Kind.SCALE5:
        yield "band_scheme", f"bands are for five-point scales, {said}"
    for value in measure.values:
        if value not in question.values:
            yield "values", f"{value!r} is no answer to {question.key}"
