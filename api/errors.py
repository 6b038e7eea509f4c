"""Errors that are a person's to mend, rendered in their language."""

from collections.abc import Sequence
from typing import Any

Loc = tuple[str | int, ...]


class DomainError(Exception):
    """What a person asked for cannot be done; `key` names the message that says why.

    `status` is the HTTP status it becomes; `values` fill the message.
    """

    def __init__(self, status: int, key: str, /, **values: Any) -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.values = values


class FaultyInput(DomainError):
    """What was sent has faults; each of `faults` is a place in it and what is wrong."""

    def __init__(
        self, key: str, faults: Sequence[tuple[Loc, str]], /, **values: Any
    ) -> None:
        super().__init__(422, key, **values)
        self.faults = tuple(faults)


def not_found(noun: str) -> DomainError:
    return DomainError(404, "error.not_found", noun=noun)
