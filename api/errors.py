"""Errors that are a person's to mend, rendered in their language."""

from typing import Any


class DomainError(Exception):
    """What a person asked for cannot be done; `key` names the message that says why.

    `status` is the HTTP status it becomes; `values` fill the message.
    """

    def __init__(self, status: int, key: str, /, **values: Any) -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.values = values


def not_found(noun: str) -> DomainError:
    return DomainError(404, "error.not_found", noun=noun)
