"""The indicator frameworks: those this program ships, and those the town has added.

An edition never changes: what an officer enters is a new file in the data folder.
"""

import json
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from sqlalchemy import select
from sqlmodel import Session

from api import settings
from api.errors import DomainError, not_found
from api.store.models import SurveyVersion
from surveys import catalogue, definition
from surveys.catalogue import Framework, Indicator
from surveys.definition import Survey
from surveys.located import SurveyError

FOLDER = "indicators"
Stamps = tuple[tuple[str, int, int], ...]


def folder() -> Path:
    """Where the town's own editions are."""
    return settings.data_dir() / FOLDER


def every() -> tuple[Framework, ...]:
    """Every edition there is, by key, the newest last. Raises SurveyError."""
    own = folder()
    return _read(own, tuple(_stamps(own)))


def newest() -> tuple[Framework, ...]:
    """Of each framework its newest edition."""
    return catalogue.newest(every())


def listed() -> list[tuple[Framework, Indicator]]:
    """Every indicator once, in the words of the newest edition that has it."""
    return catalogue.editions(every())


def named(code: str, framework: str | None = None) -> tuple[Framework, Indicator]:
    """The indicator of this code. Raises DomainError."""
    for each, indicator in listed():
        if indicator.code == code and framework in (None, each.key):
            return each, indicator
    raise not_found("indicator")


def edition(key: str, number: str | None = None) -> Framework:
    """This edition of a framework, or its newest. Raises DomainError."""
    for framework in reversed(every()):
        if framework.key == key and number in (None, framework.edition):
            return framework
    raise not_found("framework")


def as_then(key: str, number: str, code: str) -> tuple[Framework, Indicator]:
    """An indicator in the edition a value was worked out by. Raises DomainError."""
    framework = edition(key, number)
    for indicator in framework.indicators():
        if indicator.code == code:
            return framework, indicator
    raise not_found("indicator")


def measured(survey: Survey) -> list[tuple[Framework, Indicator]]:
    """The indicators that a survey's answers feed.

    Each as the newest edition measures it by this survey: a wave of an older survey
    goes on being counted by the edition that was made for it.
    """
    found: dict[tuple[str, str], tuple[Framework, Indicator]] = {}
    for framework in every():
        for indicator in framework.indicators():
            of = indicator.measure
            if of is not None and of.survey == survey.key:
                found[framework.key, indicator.code] = framework, indicator
    return list(found.values())


def of_service() -> list[tuple[Framework, Indicator]]:
    """The indicators that are counted from the records of the service."""
    return [pair for pair in listed() if pair[1].kind == "service"]


def surveys(session: Session) -> list[Survey]:
    """Every survey a measure may speak of: those shipped, and those stored."""
    stored = session.scalars(select(SurveyVersion))
    return [
        *definition.load_all(),
        *(definition.stored(json.dumps(each.definition)) for each in stored),
    ]


def add(framework: Framework, text: str) -> Path:
    """Keep a new edition, as a file; an edition that is there is never replaced."""
    for each in every():
        if (each.key, each.edition) == (framework.key, framework.edition):
            raise DomainError(
                409, "error.edition_exists", key=each.key, edition=each.edition
            )
    theirs = {i.code: each.key for each, i in listed() if each.key != framework.key}
    for indicator in framework.indicators():
        if indicator.code in theirs:
            other = theirs[indicator.code]
            raise DomainError(
                409, "error.code_taken", code=indicator.code, framework=other
            )
    own = settings.data_folder(settings.load()) / FOLDER
    own.mkdir(mode=0o700, exist_ok=True)
    path = own / f"{framework.key}-{framework.edition}.yaml"
    # Written aside and moved: whoever reads meanwhile finds it whole or not at all.
    aside = path.with_suffix(f".{os.getpid()}.part")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)
    return path


def faults() -> Iterator[SurveyError]:
    """The first thing that is wrong in each of the town's own files, or with them all.

    The program does not start with one: without its edition a value has no meaning.
    """
    found = 0
    for path in sorted(folder().glob("*.yaml")):
        try:
            catalogue.load(path)
        except SurveyError as error:
            found += 1
            yield error
    if found:
        return
    try:
        every()
    except SurveyError as error:
        yield error


def _stamps(own: Path) -> Iterator[tuple[str, int, int]]:
    for path in sorted(own.glob("*.yaml")):
        at = path.stat()
        yield path.name, at.st_mtime_ns, at.st_size


@lru_cache(maxsize=4)
def _read(own: Path, stamps: Stamps) -> tuple[Framework, ...]:
    return catalogue.load_all(catalogue.DIRECTORY, own)
