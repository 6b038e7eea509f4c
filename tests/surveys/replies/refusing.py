"""Tables of replies that are asked again, and of near twins that are not."""

from collections.abc import Iterable, Mapping
from typing import Any

Asked = dict[str, Any]


def each(
    tables: Mapping[str, Iterable[tuple[Asked, str]]],
) -> list[tuple[str, Asked, str]]:
    """Each reply with its question, by what it could be taken for."""
    return [
        (module, question, reply)
        for module, table in tables.items()
        for question, reply in apart(table)
    ]


def apart(table: Iterable[tuple[Asked, str]]) -> list[tuple[Asked, str]]:
    """The replies to a question, which are written in one line."""
    return [
        (question, reply)
        for question, replies in table
        for reply in replies.split(" | ")
    ]
