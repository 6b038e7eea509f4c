"""What the bot and the pages say: gettext catalogues, one folder a language.

A message is named by a key (`survey.thanks`); its translation is a Jinja2
template over the values given. The catalogues are read from `.po` files.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from io import StringIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po
from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, meta

LANGUAGES = ("th", "en", "my")
DEFAULT = "th"
LOCALES = Path(__file__).parent / "locales"


@dataclass(eq=False)
class MessageError(Exception):
    """A catalogue that cannot be used: where, and why."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


def nearest(language: str | None, spoken: Iterable[str]) -> str:
    """Of the languages a thing is said in: the one asked for, else English, else Thai,
    else the first. Raises ValueError where it is said in none."""
    known = list(spoken)
    for each in (language or DEFAULT, "en", DEFAULT, *known):
        if each in known:
            return each
    raise ValueError("said in no language")


@dataclass(frozen=True)
class Messages:
    """Every message in every language."""

    texts: Mapping[str, Mapping[str, str]]
    """Language -> key -> template."""

    @cached_property
    def _environment(self) -> Environment:
        # Chat texts are not HTML; pages escape what they are given.
        return Environment(undefined=StrictUndefined, autoescape=False)

    @cached_property
    def _templates(self) -> dict[tuple[str, str], Any]:
        return {}

    def say(self, key: str, language: str | None, /, **values: Any) -> str:
        """The message in that language, or else in English, or else in Thai."""
        if values:
            return self._said(key, language, **values)
        # Without values it is the same each time.
        place = (key, language)
        said = self._plain.get(place)
        if said is None:
            said = self._plain[place] = self._said(key, language)
        return said

    @cached_property
    def _plain(self) -> dict[tuple[str, str | None], str]:
        return {}

    def _said(self, key: str, language: str | None, /, **values: Any) -> str:
        known = [each for each in self.texts if key in self.texts[each]]
        if not known:
            raise KeyError(key)
        template = self._template(nearest(language, known), key)
        return str(template.render(**values))

    def has(self, key: str, language: str) -> bool:
        return key in self.texts.get(language, {})

    def values(self, key: str, language: str) -> frozenset[str]:
        """The names a message's template asks for."""
        parsed = self._environment.parse(self.texts[language][key])
        return frozenset(meta.find_undeclared_variables(parsed))

    def _template(self, language: str, key: str) -> Any:
        place = (language, key)
        if place not in self._templates:
            text = self.texts[language][key]
            self._templates[place] = self._environment.from_string(text)
        return self._templates[place]


@cache
def load(directory: Path = LOCALES) -> Messages:
    """Every catalogue, read once. Raises `MessageError` on the first that is broken."""
    found, problems = read_all(directory)
    if problems:
        raise problems[0]
    return found


def read_all(directory: Path = LOCALES) -> tuple[Messages, tuple[MessageError, ...]]:
    """What the catalogues that can be used say, and what is wrong with the others."""
    problems: list[MessageError] = []
    texts: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        said = texts.setdefault(language, {})
        for file in sorted((directory / language).glob("*.po")):
            try:
                for key, text, line in _read(file):
                    if key in said:
                        raise MessageError(_name(file), line, f"{key} is said twice")
                    said[key] = text
            except MessageError as error:
                problems.append(error)
    return Messages(texts), tuple(problems)


def _read(file: Path) -> Iterable[tuple[str, str, int]]:
    name = _name(file)
    environment = Environment(autoescape=False)
    for message in _catalogue(file, name):
        if not message.id:
            continue
        line, text = message.lineno or 0, str(message.string)
        if not text:
            raise MessageError(name, line, f"{message.id} has no translation")
        try:
            environment.parse(text)
            if "|" in text:  # whether there is such a filter is not asked by parsing
                environment.compile(text)
        except TemplateSyntaxError as error:
            raise MessageError(name, line, f"{message.id}: {error.message}") from error
        yield str(message.id), text, line


def _catalogue(file: Path, name: str) -> Catalog:
    found = file.read_bytes()
    try:
        return read_po(StringIO(found.decode("utf-8")), abort_invalid=True)
    except UnicodeDecodeError as error:
        line = found.count(b"\n", 0, error.start) + 1
        raise MessageError(name, line, "not UTF-8") from error
    except PoFileError as error:
        raise MessageError(name, error.lineno + 1, str(error)) from error
    except ValueError as error:  # such as a plural form that is not numbered
        raise MessageError(name, 1, str(error)) from error


def _name(file: Path) -> str:
    return f"{file.parent.name}/{file.name}"
