"""A survey's file, YAML or an XLSForm workbook: read, with what is wrong; written."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import yaml

from surveys import faults, located
from surveys.definition import Survey
from surveys.located import Problem, SurveyError
from surveys.xlsform import naming, reader, writer
from surveys.xlsform.workbook import Fault

YAML = (".yaml", ".yml")
WORKBOOK = ".xlsx"


class Told(Protocol):
    """What is said of a file, in one line: its place and the reason."""

    def __str__(self) -> str: ...


@dataclass(frozen=True)
class Found:
    """What a file holds; `survey` is None exactly where there are problems."""

    survey: Survey | None
    problems: Sequence[Told]
    notes: Sequence[Told] = field(default=())
    """What was left out of a workbook, or filled in."""


class NotWritten(Exception):
    """A survey that the file cannot hold, or a place where nothing can be written."""


def examine(path: Path) -> tuple[Survey | None, Sequence[Told]]:
    """The survey and no problems, or None and every problem found, in order."""
    found = read(path)
    return found.survey, found.problems


def read(path: Path, *, longer: str | None = None) -> Found:
    """The survey in a file, by its ending.

    `longer` is why it may have more than fifteen questions, where the file says none.
    """
    if not path.exists():
        return _refused(path, "there is no such file")
    ending = path.suffix.casefold()
    try:
        if ending in YAML:
            return _read_yaml(path, longer)
        if ending == WORKBOOK:
            reading = reader.read(path, longer=longer)
            return Found(reading.survey, reading.problems, reading.notes)
    except OSError as error:
        return _refused(path, f"cannot be read: {error.strerror}")
    if ending == ".xls":
        return _refused(path, "is an old workbook; save it as .xlsx")
    if ending == ".xlsm":
        return _refused(path, "may hold macros; save it as .xlsx")
    return _refused(path, "should be named .yaml or .xlsx, as what it is")


def write(survey: Survey, path: Path) -> None:
    """The survey as a file, by its ending; all of it or nothing. Raises NotWritten."""
    ending = path.suffix.casefold()
    if ending not in (*YAML, WORKBOOK):
        raise NotWritten(f"{path}: should be named .yaml or .xlsx, as what to write")
    try:
        # Beside it, for only within one folder is a file put in place in one step.
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".survey-") as folder:
            made = Path(folder) / path.name
            if ending == WORKBOOK:
                writer.write(survey, made)
            else:
                made.write_text(as_yaml(survey), encoding="utf-8", newline="\n")
            made.replace(path)
    except writer.Unwritable as error:
        raise NotWritten(f"{path}: {error}") from error
    except OSError as error:
        raise NotWritten(f"{path}: cannot be written: {error.strerror}") from error


def as_yaml(survey: Survey) -> str:
    """The survey as YAML; what has its usual value is left out."""
    data = survey.model_dump(mode="json", exclude_defaults=True)
    for index, question in enumerate(survey.questions):
        if naming.makes_its_choices(question):
            del data["questions"][index]["choices"]
    text = _dumped(data, readable=True)
    found, _ = located.examine_text(text, Survey, file="survey")
    # A line separator that is none of YAML's own is read back only if it is escaped.
    return text if found == survey else _dumped(data, readable=False)


def _dumped(data: dict[str, Any], *, readable: bool) -> str:
    return yaml.safe_dump(data, allow_unicode=readable, sort_keys=False, width=88)


def _read_yaml(path: Path, longer: str | None) -> Found:
    with path.open("rb") as file:
        if file.read(2) == b"PK":
            return _refused(path, "is a workbook; name it .xlsx")
    survey, problems = examine_yaml(path, longer=longer)
    return Found(survey, problems)


def examine_yaml(
    path: Path, *, longer: str | None = None
) -> tuple[Survey | None, list[Problem]]:
    """The survey in a YAML file and no problems, or None and every problem by line."""
    try:
        parsed = located.parsed(path)
    except SurveyError as error:
        return None, [Problem(error.file, error.line, error.reason)]
    return _examined(parsed, str(path), longer=longer)


def examine_text(
    text: str, *, most_rounds: int = faults.MOST_ROUNDS
) -> tuple[Survey | None, list[Problem]]:
    """As `examine_yaml`, of text that has not become a file."""
    file = "survey"
    try:
        parsed = located.parsed_text(text, file=file)
    except SurveyError as error:
        return None, [Problem(error.file, error.line, error.reason)]
    return _examined(parsed, file, most_rounds=most_rounds)


def _examined(
    parsed: tuple[yaml.Node, Any, list[Problem]],
    file: str,
    *,
    longer: str | None = None,
    most_rounds: int = faults.MOST_ROUNDS,
) -> tuple[Survey | None, list[Problem]]:
    node, data, repeated = parsed
    if longer and isinstance(data, dict) and not data.get("longer"):
        data = faults.with_reason(data, longer)
    survey, found = faults.every(data, most_rounds=most_rounds)
    problems = repeated + [
        Problem(file, located.line_of(node, loc), located.said(loc, reason, data))
        for loc, reason in found
    ]
    problems.sort(key=lambda problem: problem.line)
    return (None if problems else survey), problems


def _refused(path: Path, reason: str) -> Found:
    return Found(None, [Fault(str(path), reason)])
