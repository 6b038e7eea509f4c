"""What is known of the population, from a YAML or CSV file, held against a survey."""

import csv
import io
import math
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, Field, field_validator

from surveys import located
from surveys.definition import Survey
from surveys.estimate import margins as estimate
from surveys.estimate.margins import Flaw, Margin, MarginError
from surveys.located import FROZEN, Loc, Problem, SurveyError
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


def examine(path: Path, survey: Survey) -> tuple[Population | None, list[Problem]]:
    """The file's margins and no problems, if the survey asks for them; else None and
    everything that is wrong, each with its line."""
    if path.suffix.lower() == ".csv":
        population, lines, problems = _read_csv(path)
    else:
        population, problems = located.examine(path, Population)
        lines = None
    if population is None:
        return None, problems
    problems += [
        Problem(
            str(path),
            _line(path, place) if lines is None else _row(lines, place),
            reason,
        )
        for reason, place in flaws(population, survey)
    ]
    problems.sort(key=lambda problem: problem.line)
    return (None if problems else population), problems


def flaws(population: Population, survey: Survey) -> list[tuple[str, tuple[str, ...]]]:
    """Everything in which the margins do not fit the survey, themselves or each other,
    each with its place."""
    found: list[tuple[str, tuple[str, ...]]] = []
    sound: list[Margin] = []
    for key, counts in population.margins.items():
        question = _question(survey, key)
        if isinstance(question, str):
            found.append((f"{key}: {question}", ("margins", key)))
        else:
            found += map(_told, _of_categories(key, counts, _choices(question)))
        odd = list(estimate.flaws(key, counts))
        found += map(_told, odd)
        if not odd and not isinstance(question, str):
            sound.append(Margin(key, dict(counts)))
    return found + list(map(_told, estimate.totals_apart(sound)))


def _of_categories(
    key: str, counts: Mapping[str, Number], choices: tuple[str, ...]
) -> Iterator[MarginError]:
    """Where the categories are not the choices of the question."""
    for each in counts:
        if each not in choices:
            yield MarginError(key, Flaw.NOT_IN_SAMPLE, each)
    if counts:
        for each in choices:
            if each not in counts:
                yield MarginError(key, Flaw.NOT_IN_POPULATION, each)


def _told(error: MarginError) -> tuple[str, tuple[str, ...]]:
    place = (error.margin, error.category) if error.category else (error.margin,)
    reason = f"{REASONS[error.flaw]} {error.told}".strip()
    return f"{', '.join(place)}: {reason}", ("margins", *place)


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


def _row(lines: Mapping[Loc, int], loc: Loc) -> int:
    """The row of a count; of one that is missing the first of its margin."""
    return lines.get(loc) or lines.get(loc[:2], 1)


def _line(path: Path, loc: Loc) -> int:
    return located.line_in(path, loc)


def _read_csv(
    path: Path,
) -> tuple[Population | None, dict[Loc, int], list[Problem]]:
    """The margins, the line of each, and what is wrong with the rows; source and date
    stand in every row, or in the first."""
    lines: dict[Loc, int] = {}
    margins: dict[str, dict[str, Number]] = {}
    said = {"source": "", "as_of": ""}
    problems: list[Problem] = []

    def wrong(line: int, reason: str) -> None:
        problems.append(Problem(str(path), line, reason))

    try:
        for line, row in _rows(path):
            for name, kept in said.items():
                if row[name] and kept and row[name] != kept:
                    wrong(line, f"{name}: another than above")
                said[name] = kept or row[name]
            key, choice = row["question"], row["choice"]
            count = _number(row["count"])
            lines.setdefault(("margins", key), line)
            lines["margins", key, choice] = line
            if choice in margins.get(key, {}):
                wrong(line, f"{key}, {choice}: is counted twice")
            elif count is None:
                wrong(line, f"{key}, {choice}: {REASONS[Flaw.NOT_A_NUMBER]}")
            # What is no number stands in for one, for the rest to be looked at.
            counts = margins.setdefault(key, {})
            counts.setdefault(choice, 0 if count is None else count)
    except SurveyError as error:
        return None, lines, [Problem(error.file, error.line, error.reason)]
    data = {**said, "margins": margins}
    population, told = located.examine_data(data, Population)
    if population is None:
        return None, lines, [*problems, *(Problem(str(path), 2, each) for each in told)]
    return population, lines, problems


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
    if not math.isfinite(found):
        return None
    return int(found) if found.is_integer() else found
