"""The front matter of an article: what it must say, and where it goes wrong."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

# libyaml's safe loader where there is one: hundreds of files are read at a start.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Topic = Literal[
    "programme", "dimensions", "om-noi", "water", "air", "waste", "complaints",
    "safety", "factories", "workers", "survey",
]  # fmt: skip


@dataclass(eq=False)
class ArticleError(Exception):
    """An article that cannot be used: where, and why."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


class Source(BaseModel):
    """Who said so, and where."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    name: str = Field(min_length=1)
    url: str | None = Field(pattern=r"^https?://\S+$")
    """None: it is our own word, about ourselves."""


class FrontMatter(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    title: str = Field(min_length=1, max_length=120)
    topic: Topic
    asked_as: list[str] = Field(min_length=1, max_length=20)
    not_told: list[str] = Field(default_factory=list)
    """Questions near this subject that no article answers."""
    facts: list[str]
    sources: list[Source] = Field(min_length=1)
    as_of: str | date | None
    as_of_note: str | None
    unreviewed: bool = False
    """A translation that no speaker has read yet."""
    volatile: bool
    ask: str | None
    review_by: date
    owner: str = Field(min_length=1)


def read(text: str, file: str) -> FrontMatter:
    """What stands between the `---` lines. Raises `ArticleError`."""
    try:
        tree = yaml.compose(text, Loader=_LOADER)
        values = yaml.load(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 2 if mark else 1
        raise ArticleError(file, line, error.problem or "not YAML") from error
    except yaml.reader.ReaderError as error:
        # libyaml counts bytes, PyYAML letters.
        letter = yaml.reader.Reader.NON_PRINTABLE.search(text)
        line = text.count("\n", 0, letter.start()) + 2 if letter else 1
        raise ArticleError(file, line, "not readable as text") from error
    except (ValueError, LookupError, AttributeError, TypeError) as error:
        # Such as the 31st of February, or a tag on a text that is no such thing.
        raise ArticleError(file, 1, f"not YAML: {error}") from error
    if not isinstance(tree, yaml.MappingNode):
        raise ArticleError(file, 1, "the front matter is not a list of keys")
    for line, key in _repeated(tree):
        raise ArticleError(file, line + 2, f"{key} is said twice")
    try:
        front = FrontMatter.model_validate(values)
        odd = list(_odd(front))
    except ValidationError as error:
        # What is there and wrong comes before what is missing: it may be the cause.
        found = error.errors()
        there = [each for each in found if each["type"] != "missing"]
        odd = [(each["loc"], each["msg"]) for each in there or found]
    if odd:
        line, reason = min((_line(tree, place) + 2, _at(place, r)) for place, r in odd)
        raise ArticleError(file, line, reason)
    return front


def _odd(front: FrontMatter) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What a type cannot say: where, and why."""
    if isinstance(front.as_of, str) and not _is_partial_date(front.as_of):
        yield ("as_of",), "not a year, a month or a day such as 2021-11-16"
    if front.as_of is None and not front.as_of_note:
        yield ("as_of_note",), "needed where as_of is null"
    if front.volatile and not front.ask:
        yield ("ask",), "needed where volatile is true"
    seen = {front.title}
    for number, line in enumerate(front.asked_as):
        if line in seen:
            yield ("asked_as", number), f"{line!r} is there already"
        seen.add(line)


def _is_partial_date(text: str) -> bool:
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return False
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _at(place: Sequence[str | int], message: str) -> str:
    where = ".".join(str(part) for part in place if part not in ("str", "date"))
    return f"{where}: {message}"


def _line(node: yaml.Node, place: Sequence[str | int]) -> int:
    """The line of what stands at `place`, or of what should hold it; from 0."""
    line = node.start_mark.line
    for part in place:
        if isinstance(node, yaml.MappingNode):
            found = [(key, value) for key, value in node.value if key.value == part]
            if not found:
                break
            key, node = found[0]
            line = key.start_mark.line
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part]
            line = node.start_mark.line
    return int(line)


def _repeated(node: yaml.Node) -> Iterator[tuple[int, str]]:
    """Keys said twice in one mapping: YAML would silently take the last."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield key.start_mark.line, key.value
            seen.add(key.value)
            yield from _repeated(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _repeated(value)
