"""What a table of the pack is: keys and labels of its columns, and its rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from surveys.cells import Cell
from surveys.evidence import words
from surveys.question import Text

# A cell before it is spread: words in several languages fill a column for each.
Said = Cell | Text
LANGUAGES = ("th", "en")


@dataclass(frozen=True)
class Column:
    """A column; `key` is how a program finds it, `label` how a person reads it."""

    key: str
    label: Text


@dataclass(frozen=True)
class Table:
    """A part of the pack as rows. Cells are plain: numbers unrounded, no units."""

    key: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table(
    key: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Said]],
    *,
    spoken: Sequence[str] = (),
    languages: Sequence[str] = LANGUAGES,
) -> Table:
    """The table of a part. `spoken` columns hold words, and become one a language."""
    return Table(
        key=key,
        title=words.text(f"part.{key}"),
        columns=tuple(_columns(columns, spoken, languages)),
        rows=tuple(tuple(_spread(columns, row, spoken, languages)) for row in rows),
    )


def label(key: str) -> Text:
    """What a column or a fact of this key is called."""
    known = words.catalogue().words
    return known[f"col.{key}"] if f"col.{key}" in known else known[f"fact.{key}"]


def _columns(
    keys: Sequence[str], spoken: Sequence[str], languages: Sequence[str]
) -> Iterable[Column]:
    for key in keys:
        if key not in spoken:
            yield Column(key, label(key))
            continue
        for language in languages:
            of = words.text(f"language.{language}")
            yield Column(
                f"{key}_{language}",
                Text(
                    th=f"{label(key).say('th')} ({of.say('th')})",
                    en=f"{label(key).say('en')} ({of.say('en')})",
                ),
            )


def _spread(
    keys: Sequence[str],
    row: Sequence[Said],
    spoken: Sequence[str],
    languages: Sequence[str],
) -> Iterable[Cell]:
    for key, said in zip(keys, row, strict=True):
        if key not in spoken:
            assert not isinstance(said, Text)
            yield said
        elif isinstance(said, Text):
            yield from (said.has(language) for language in languages)
        else:
            # The same in every language: a name, a number.
            yield from (said for _ in languages)
