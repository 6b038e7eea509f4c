"""What is known of the population, from a YAML or CSV file, held against a survey."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, Field, field_validator

from surveys import located
from surveys.definition import Survey
from surveys.estimate import margins as estimate
from surveys.estimate.margins import Flaw, Margin, MarginError
from surveys.located import FROZEN, Loc, SurveyError
from surveys.question import Kind, Name, Number, Question, Said

COLUMNS = ("question", "choice", "count", "source", "as_of")
# One answer of a list: what a margin can be laid over.
COUNTED = (Kind.SINGLE, Kind.PLACE, Kind.SCALE5, Kind.SCALE11)
MOST_BYTES = 1_000_000
REASONS = {
    Flaw.NEGATIVE: "is negative",
    Flaw.NOT_A_NUMBER: "is no number",
    Flaw.EMPTY: "has no counts",
    Flaw.ZERO_TOTAL: "counts nobody",
    Flaw.SHARES: "the shares do not add up to 1 but to",
    Flaw.TOTALS: "is of another number of people than the largest margin:",
    Flaw.NOT_IN_POPULATION: "is a choice of the question, and is not counted",
    Flaw.NOT_IN_SAMPLE: "is no choice of the question",
}


class Population(BaseModel):
    """How many people give each answer, by question and choice, and who says so.

    People or shares: a margin without a number above 1 is of shares, which add up
    to 1.
    """

    model_config = FROZEN

    source: Said
    as_of: date
    margins: Annotated[dict[Name, dict[str, Number]], Field(min_length=1)]

    @field_validator("as_of", mode="before")
    @classmethod
    def _a_day(cls, value: object) -> object:
        return date.fromisoformat(value) if isinstance(value, str) else value


def load(path: Path, survey: Survey) -> Population:
    """The file's margins, if the survey asks for them. Raises SurveyError with the
    line of the first thing that is wrong."""
    if path.suffix.lower() == ".csv":
        population, lines = _read_csv(path)
    else:
        population, lines = located.read(path, Population), None

    def fail(reason: str, *loc: str) -> SurveyError:
        found = lines.get(loc, 1) if lines is not None else _line(path, loc)
        return SurveyError(str(path), found, reason)

    found = flaw(population, survey)
    if found is not None:
        reason, place = found
        raise fail(reason, *place)
    return population


def flaw(population: Population, survey: Survey) -> tuple[str, tuple[str, ...]] | None:
    """The first thing in which the margins do not fit the survey or each other, and
    its place; None: they fit."""
    for key, counts in population.margins.items():
        question = _question(survey, key)
        if isinstance(question, str):
            return f"{key}: {question}", ("margins", key)
        unknown = [each for each in counts if each not in _choices(question)]
        if unknown:
            reason = REASONS[Flaw.NOT_IN_SAMPLE]
            return f"{key}, {unknown[0]}: {reason}", ("margins", key, unknown[0])
    try:
        check(population.margins, survey)
    except MarginError as error:
        place = (error.margin, error.category) if error.category else (error.margin,)
        told = f"{REASONS[error.flaw]} {error.told}".strip()
        return f"{', '.join(place)}: {told}", ("margins", *place)
    return None


def check(margins: Mapping[str, Mapping[str, Number]], survey: Survey) -> None:
    """Raises MarginError where the margins do not fit each other or the survey."""
    made = [Margin(key, dict(counts)) for key, counts in margins.items()]
    choices = [_choices(survey.question(margin.name)) for margin in made]
    rows = max(map(len, choices), default=0)
    # Every category once is enough for both to be held against each other.
    cells = {
        tuple(keys[min(row, len(keys) - 1)] for keys in choices): 0
        for row in range(rows)
    }
    estimate.check(cells, made)


def _question(survey: Survey, key: str) -> Question | str:
    """The question a margin is of; else why there can be none."""
    try:
        question = survey.question(key)
    except KeyError:
        return "the survey has no such question"
    if question.kind not in COUNTED or not question.choices:
        return "is not answered by one choice of a list"
    return question


def _choices(question: Question) -> tuple[str, ...]:
    return tuple(choice.key for choice in question.choices)


def _line(path: Path, loc: Loc) -> int:
    return located.line_in(path, loc)


def _read_csv(path: Path) -> tuple[Population, dict[Loc, int]]:
    """The margins and the line of each; source and date stand in every row, or in the
    first."""
    lines: dict[Loc, int] = {}
    margins: dict[str, dict[str, Number]] = {}
    source, as_of = "", ""
    for line, row in _rows(path):

        def fail(reason: str, line: int = line) -> SurveyError:
            return SurveyError(str(path), line, reason)

        for name, kept in (("source", source), ("as_of", as_of)):
            if row[name] and kept and row[name] != kept:
                raise fail(f"{name}: another than above")
        source, as_of = source or row["source"], as_of or row["as_of"]
        key, choice = row["question"], row["choice"]
        if choice in margins.get(key, {}):
            raise fail(f"{key}, {choice}: is counted twice")
        count = _number(row["count"])
        if count is None:
            raise fail(f"{key}, {choice}: {REASONS[Flaw.NOT_A_NUMBER]}")
        lines.setdefault(("margins", key), line)
        lines["margins", key, choice] = line
        margins.setdefault(key, {})[choice] = count
    data = {"source": source, "as_of": as_of, "margins": margins}
    population, problems = located.examine_data(data, Population)
    if population is None:
        raise SurveyError(str(path), 2, problems[0])
    return population, lines


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    content = path.read_bytes()
    if len(content) > MOST_BYTES:
        raise SurveyError(str(path), 1, "the file is too large")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SurveyError(str(path), 1, "not readable as UTF-8 text") from error
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [name.strip() for name in next(reader, [])]
        missing = [name for name in COLUMNS if name not in header]
        if missing:
            raise SurveyError(str(path), 1, f"there is no column {missing[0]}")
        for cells in reader:
            row = dict(zip(header, map(str.strip, cells), strict=False))
            if any(row.values()):
                yield reader.line_num, {name: row.get(name, "") for name in COLUMNS}
    except csv.Error as error:
        reason = f"not readable as CSV: {error}"
        raise SurveyError(str(path), reader.line_num, reason) from error


def _number(text: str) -> Number | None:
    try:
        found = float(text.replace(",", ""))
    except ValueError:
        return None
    return int(found) if found.is_integer() else found
