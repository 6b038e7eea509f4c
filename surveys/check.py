"""Finds what is wrong in the survey and framework files, before a resident does."""

from collections.abc import Callable
from pathlib import Path

from surveys import catalogue, definition, located, survey_file
from surveys.catalogue import Framework
from surveys.definition import Survey
from surveys.evidence.words import Catalogue
from surveys.located import Model, Problem

__all__ = ["Problem", "check_all"]


def check_all(directory: Path = Path(__file__).parent) -> list[Problem]:
    """Every problem in `definitions/`, `indicators/` and the words of evidence packs.

    Measures are checked against the surveys that could be read.
    """
    surveys, problems = _read(directory / "definitions", survey_file.examine_yaml)
    frameworks, more = _read(directory / "indicators", _framework)
    problems += more + _repeated(surveys, frameworks)
    words = directory / "evidence" / "words.yaml"
    problems += located.examine(words, Catalogue)[1] if words.is_file() else []
    for path, framework in frameworks:
        for mismatch in catalogue.check([framework], [each for _, each in surveys]):
            line = located.line_in(path, mismatch.loc)
            problems.append(Problem(str(path), line, mismatch.reason))
    return sorted(problems, key=lambda problem: (problem.file, problem.line))


def _framework(path: Path) -> tuple[Framework | None, list[Problem]]:
    return located.examine(path, Framework)


def _read(
    directory: Path, examine: Callable[[Path], tuple[Model | None, list[Problem]]]
) -> tuple[list[tuple[Path, Model]], list[Problem]]:
    read: list[tuple[Path, Model]] = []
    problems: list[Problem] = []
    paths = sorted(directory.glob("*.yaml"))
    if not paths:
        problems.append(Problem(str(directory), 1, "there is no .yaml file here"))
    for path in paths:
        value, found = examine(path)
        problems += found
        if value is not None:
            read.append((path, value))
    return read, problems


def _repeated(
    surveys: list[tuple[Path, Survey]], frameworks: list[tuple[Path, Framework]]
) -> list[Problem]:
    """Files that define what another file already does."""
    problems: list[Problem] = []
    seen: set[tuple[str, int]] = set()
    for path, survey in surveys:
        name = (survey.key, survey.version)
        if name in seen:
            line = located.line_in(path, ("version",))
            problems.append(Problem(str(path), line, definition.again(survey)))
        seen.add(name)
    editions: set[tuple[str, str]] = set()
    for path, framework in frameworks:
        edition = (framework.key, framework.edition)
        if edition in editions:
            line = located.line_in(path, ("edition",))
            problems.append(Problem(str(path), line, catalogue.again(framework)))
        editions.add(edition)
    return problems
