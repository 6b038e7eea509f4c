"""A share known from elsewhere, beside the survey's own: what the gap between them says
of who chose to answer.

The question is not about who people are (their age, their sex: those are margins) but
about something they did, of which an official figure is known. The gap is the survey's
share less the known one, in percentage points; no interval of the survey covers it.
"""

from datetime import date
from typing import Annotated

from pydantic import (
    BaseModel,
    Field,
    StrictInt,
    StrictStr,
    ValidationError,
    field_validator,
)

from surveys import measure
from surveys.definition import Survey
from surveys.located import FROZEN
from surveys.measure import Measure
from surveys.question import Name, Number, Said


class Benchmark(BaseModel):
    """What is known of one question: so many percent gave one of `values`."""

    model_config = FROZEN

    question: Name
    values: Annotated[tuple[StrictStr | StrictInt, ...], Field(min_length=1)]
    percent: Annotated[Number, Field(ge=0, le=100)]
    source: Said
    """Who found it out, among whom."""
    as_of: date

    @field_validator("as_of", mode="before")
    @classmethod
    def _a_day(cls, value: object) -> object:
        return date.fromisoformat(value) if isinstance(value, str) else value

    def measure(self, survey: Survey) -> Measure:
        """How the survey's own share is counted: of those who answered."""
        return Measure(
            kind="share", survey=survey.key, question=self.question, values=self.values
        )


def flaws(benchmark: Benchmark, survey: Survey) -> list[str]:
    """Everything in which it does not fit the survey."""
    try:
        told = measure.unfit(benchmark.measure(survey), {survey.key: survey})
    except ValidationError:
        return [f"{benchmark.question}: names a value twice"]
    return [reason for _, reason in told]


def read_values(said: list[str], survey: Survey, key: str) -> tuple[str | int, ...]:
    """Values as they are typed, as the question keeps them: a scale's are numbers."""
    try:
        known = {str(value): value for value in survey.question(key).values}
    except KeyError:
        known = {}
    return tuple(known.get(each, each) for each in said)
