"""Reads YAML into a frozen value, and says on which line it is wrong."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

FROZEN = ConfigDict(frozen=True, extra="forbid")

Loc = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Problem:
    """What is wrong in a file; `line` counts from 1."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


class SurveyError(Exception):
    """A survey or framework file that cannot be used."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        self.file, self.line, self.reason = file, line, reason
        super().__init__(f"{file}:{line}: {reason}")


class Misplaced(ValueError):
    """A rule broken inside the value being checked; `loc` leads from it to the spot."""

    def __init__(self, reason: str, *loc: str | int) -> None:
        super().__init__(reason)
        self.loc: Loc = loc


class PlainLoader(yaml.SafeLoader):
    """YAML in which only true and false are booleans, and dates stay text.

    YAML 1.1 reads `key: yes` and `key: no` as booleans, which are the very
    keys an author gives to the choices of a question.
    """


PlainLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
PlainLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf")
)


def read(path: Path, model: type[Model]) -> Model:
    """The file as a value. Raises SurveyError for the first line that is wrong."""
    value, problems = examine(path, model)
    if value is None:
        first = problems[0]
        raise SurveyError(first.file, first.line, first.reason)
    return value


def examine(
    path: Path, model: type[Model], *, loader: type[yaml.SafeLoader] = PlainLoader
) -> tuple[Model | None, list[Problem]]:
    """The value and no problems, or None and every problem found, by line."""
    try:
        return examine_text(_text(path), model, file=str(path), loader=loader)
    except SurveyError as error:
        return None, [Problem(error.file, error.line, error.reason)]


def examine_text(
    text: str,
    model: type[Model],
    *,
    file: str,
    loader: type[yaml.SafeLoader] = PlainLoader,
) -> tuple[Model | None, list[Problem]]:
    """As `examine`, of text that has not become a file; `file` is what to call it."""
    try:
        node, data = _parse(text, file, loader)
        return model.model_validate(data), []
    except SurveyError as error:
        return None, [Problem(error.file, error.line, error.reason)]
    except ValidationError as error:
        problems = [
            Problem(file, line_of(node, _loc(detail)), _reason(detail))
            for detail in _own(error.errors())
        ]
        return None, sorted(problems, key=lambda problem: problem.line)


def examine_data(data: object, model: type[Model]) -> tuple[Model | None, list[str]]:
    """As `examine`, of data without lines: each problem is told with its place."""
    value, faults = examine_places(data, model)
    return value, [
        ": ".join((".".join(map(str, loc)), what)).removeprefix(": ")
        for loc, what in faults
    ]


def examine_places(
    data: object, model: type[Model]
) -> tuple[Model | None, list[tuple[Loc, str]]]:
    """As `examine_data`, with the place of each problem apart from what it is."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, [(_loc(each), _what(each)) for each in _own(error.errors())]


def examine_all(
    data: object,
    model: type[Model],
    mend: Callable[[Any, Loc, str], bool],
    *,
    most_rounds: int,
) -> tuple[Model | None, list[tuple[Loc, str]]]:
    """As `examine_places`, with what is found once other faults are out of the way.

    `mend` takes a fault out of a copy and tells whether it could; what is left is
    looked at again, so many times at most. With faults the value is what the mended
    copy comes to.
    """
    value, faults = examine_places(data, model)
    if value is not None:
        return value, []
    found: dict[tuple[Loc, str], None] = {}
    left = deepcopy(data)
    for _ in range(most_rounds):
        new = [fault for fault in faults if fault not in found]
        found.update(dict.fromkeys(new))
        mended = [mend(left, loc, reason) for loc, reason in new]
        if not any(mended):
            break
        value, faults = examine_places(left, model)
        if value is not None:
            break
    return value, [*found]


def parsed(path: Path) -> tuple[yaml.Node, Any, list[Problem]]:
    """The file's node tree, which knows the lines, its data, and each key that is
    written twice, of which the data has the last. Raises SurveyError."""
    return parsed_text(_text(path), file=str(path))


def parsed_text(text: str, *, file: str) -> tuple[yaml.Node, Any, list[Problem]]:
    """As `parsed`, of text that has not become a file; `file` is what to call it."""
    return _parsed(text, file, PlainLoader)


def line_in(path: Path, loc: Loc) -> int:
    """The line of the file, already known to be readable, that `loc` leads to."""
    return line_of(parsed(path)[0], loc)


def line_of(node: yaml.Node, loc: Loc) -> int:
    """The line `loc` leads to; where it leads nowhere, that of its last true step."""
    line = node.start_mark.line + 1
    for step in loc:
        found = _child(node, step)
        if found is None:
            break
        line, node = found
    return line


def said(loc: Loc, what: str, data: Any = None) -> str:
    """One readable sentence. A place in a list is told by the key of what stands there
    in the data, as in `questions[age].text`; else it is left out: the line says it."""
    names = ""
    for step in loc:
        data = _inside(data, step)
        if isinstance(step, str):
            names += f".{step}" if names else step
        elif isinstance(data, dict) and isinstance(data.get("key"), str):
            names += f"[{data['key']}]"
    return f"{names}: {what}" if names else what


def _inside(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (LookupError, TypeError):
        return None


def unique(keys: list[str], field: str) -> None:
    """Raises Misplaced where a key of the field's list is used a second time."""
    for index, key in enumerate(keys):
        if key in keys[:index]:
            raise Misplaced(f"{key} is used twice", field, index, "key")


def _child(node: yaml.Node, step: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        # Of a key that is written twice the last counts.
        for key, value in reversed(node.value):
            if key.value == str(step):
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        item = node.value[step]
        return item.start_mark.line + 1, item
    return None


def _text(path: Path) -> str:
    found = path.read_bytes()
    try:
        return found.decode("utf-8")
    except UnicodeDecodeError as error:
        line = found.count(b"\n", 0, error.start) + 1
        raise SurveyError(
            str(path), line, f"not readable as UTF-8 text: {error.reason}"
        ) from error


def _parse(text: str, file: str, kind: type[yaml.SafeLoader]) -> tuple[yaml.Node, Any]:
    """As `_parsed`, where a key that is written twice is an error, too."""
    node, data, repeated = _parsed(text, file, kind)
    if repeated:
        raise SurveyError(file, repeated[0].line, repeated[0].reason)
    return node, data


def _parsed(
    text: str, file: str, kind: type[yaml.SafeLoader]
) -> tuple[yaml.Node, Any, list[Problem]]:
    """The node tree, the data made from it, and each key written twice."""
    node = None
    try:
        loader = kind(text)
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            raise SurveyError(file, 1, "the file should hold fields and their values")
        repeated = [
            Problem(file, line, f"{key} is written twice")
            for line, key in _repeated(node, set())
        ]
        return node, loader.construct_document(node), repeated
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise SurveyError(file, line, f"not YAML: {error.problem}") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise SurveyError(
            file, line, f"not readable as text: {error.reason}"
        ) from error
    except RecursionError as error:
        raise SurveyError(file, 1, "nested too deep") from error
    except (ValueError, LookupError, AttributeError, TypeError) as error:
        # What PyYAML lets through: a tag on a text that is no such thing
        # (`!!bool maybe`), the 31st of February, a number of thousands of digits.
        line = next(_impossible(node, kind, set()), 1)
        raise SurveyError(file, line, f"not YAML: {_told(error)}") from error


def _told(error: Exception) -> str:
    return str(error) if isinstance(error, ValueError) else type(error).__name__


def _impossible(
    node: yaml.Node | None, kind: type[yaml.SafeLoader], seen: set[int]
) -> Iterator[int]:
    """The lines of values that cannot be made of their text."""
    if isinstance(node, yaml.CollectionNode) and id(node) not in seen:
        seen.add(id(node))
        for item in node.value:
            for part in item if isinstance(item, tuple) else (item,):
                yield from _impossible(part, kind, seen)
    elif isinstance(node, yaml.ScalarNode):
        try:
            kind("").construct_document(node)
        except (ValueError, LookupError, AttributeError, TypeError):
            yield node.start_mark.line + 1


def _repeated(node: yaml.Node, seen: set[int]) -> Iterator[tuple[int, str]]:
    """Keys written twice in one mapping; YAML would silently keep the last."""
    if id(node) in seen or not isinstance(node, yaml.CollectionNode):
        return
    seen.add(id(node))
    keys: set[str] = set()
    for item in node.value:
        if isinstance(item, tuple):
            key, item = item
            if key.value in keys if isinstance(key.value, str) else False:
                yield key.start_mark.line + 1, key.value
            elif isinstance(key.value, str):
                keys.add(key.value)
        yield from _repeated(item, seen)


def _own(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """The errors less the lists called short only because their items are wrong."""
    return [
        detail
        for detail in details
        if detail["type"] != "too_short"
        or not any(_within(detail["loc"], other["loc"]) for other in details)
    ]


def _within(outer: Loc, inner: Loc) -> bool:
    return len(inner) > len(outer) and inner[: len(outer)] == outer


def _loc(detail: ErrorDetails) -> Loc:
    inner = detail.get("ctx", {}).get("error")
    return detail["loc"] + (inner.loc if isinstance(inner, Misplaced) else ())


def _reason(detail: ErrorDetails) -> str:
    return said(_loc(detail), _what(detail))


def _what(detail: ErrorDetails) -> str:
    match detail["type"]:
        case "missing":
            return "is missing"
        case "extra_forbidden":
            return "is not a field here"
        case "tuple_type":
            return "should be a list"
        case "string_type":
            return f"should be text; put {detail['input']!r} in quotes"
        case "enum" | "literal_error":
            # Of a member of an enumeration only what is written for it.
            expected = re.sub(r"<[\w.]+: ('[^']*')>", r"\1", detail["ctx"]["expected"])
            return f"should be {expected}, not {detail['input']!r}"
        case "value_error":
            return str(detail["ctx"]["error"])
        case _:
            return detail["msg"][:1].lower() + detail["msg"][1:]
