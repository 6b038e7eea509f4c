"""The few words that rendering itself adds."""

from functools import cache

from content import messages


@cache
def _messages() -> messages.Messages:
    return messages.load()


def say(key: str, language: str | None) -> str:
    return _messages().say(key, language)
