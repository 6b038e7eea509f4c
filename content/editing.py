"""One line more in an article's front matter; every other byte stays as it is."""

import math
import unicodedata
from collections.abc import Iterable
from typing import Literal

import yaml

from content import personal, thai
from content.articles import Article

Key = Literal["asked_as", "not_told"]
MOST_ASKED_AS = 20
LONGEST = 300  # characters: longer ones are stories, not ways of asking


class LineRefused(ValueError):
    """Why a line cannot be added; `reason` is a word, `value` fills its message."""

    def __init__(self, reason: str, value: str | int) -> None:
        super().__init__(f"{reason}: {value}")
        self.reason = reason
        self.value = value


def line_of(text: str) -> str:
    """A question as one line. Raises `LineRefused` where it cannot be one."""
    shown = "".join(c for c in text if c.isspace() or unicodedata.category(c) != "Cc")
    line = " ".join(shown.split())
    if not thai.normalise(line) or len(line) > LONGEST:
        raise LineRefused("line_length", LONGEST)
    if personal.mask(line) != line or personal.MASK in line:
        raise LineRefused("line_personal", personal.MASK)
    return line


def check_new(line: str, article: Article, others: Iterable[Article]) -> None:
    """Raises `LineRefused` where an article has the line already.

    `others` are the articles of its language: asked for in two, it finds neither.
    """
    words = thai.normalise(line)
    for each in (article, *others):
        if each.language != article.language:
            continue
        if words in thai.normalise_all([each.title, *each.asked_as, *each.not_told]):
            raise LineRefused("line_there", each.slug)


def add(text: str, article: Article, key: Key, line: str) -> str:
    """The file `text`, which reads as `article`, with the line last under `key`."""
    if key == "asked_as" and len(article.asked_as) >= MOST_ASKED_AS:
        raise LineRefused("lines_many", MOST_ASKED_AS)
    start = text.index("\n") + 1
    front = text[start : text.index("\n---", start) + 1]
    # Not libyaml, whose marks count bytes.
    tree = yaml.compose(front, Loader=yaml.SafeLoader)
    assert isinstance(tree, yaml.MappingNode)
    values = {name.value: value for name, value in tree.value}
    at, added = (
        _into(front, values[key], line)
        if key in values
        else _beside(front, values["asked_as"], key, line)
    )
    at += start
    if "\r\n" in text:
        added = added.replace("\n", "\r\n")
    return text[:at] + added + text[at:]


def _into(front: str, lines: yaml.Node, line: str) -> tuple[int, str]:
    """Where to put it into a list, and what."""
    if not isinstance(lines, yaml.SequenceNode) or lines.flow_style:
        # Between the brackets: after the last one, or alone.
        at = lines.end_mark.index - 1
        before = front[lines.start_mark.index + 1 : at]
        if not before.strip():
            return at, _quoted(line, flow=True)
        comma = "" if before.rstrip().endswith(",") else ","
        end = lines.start_mark.index + 1 + len(before.rstrip())
        return end, f"{comma} {_quoted(line, flow=True)}"
    indent = " " * lines.start_mark.column
    return _line_after(front, lines), f"{indent}- {_quoted(line)}\n"


def _beside(front: str, asked_as: yaml.Node, key: Key, line: str) -> tuple[int, str]:
    """Where to put a list of its own, and what: below the ways of asking."""
    return _line_after(front, asked_as), f"{key}:\n  - {_quoted(line)}\n"


def _line_after(front: str, node: yaml.Node) -> int:
    """Where the first line after the node begins."""
    last = node
    while isinstance(last, yaml.SequenceNode) and last.value and not last.flow_style:
        last = last.value[-1]
    at = last.end_mark.index
    if last.end_mark.column == 0:
        return at  # A block of text has ended on the line before.
    return front.index("\n", at) + 1


def _quoted(line: str, *, flow: bool = False) -> str:
    """As YAML, in quotes where it would be read as something else."""
    dumped = yaml.safe_dump(
        [line], allow_unicode=True, width=math.inf, default_flow_style=flow
    )
    return dumped.strip()[1:-1] if flow else dumped.strip()[2:]
