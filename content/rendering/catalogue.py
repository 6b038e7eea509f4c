"""The few words that rendering itself adds."""

from content import messages


def say(key: str, language: str | None) -> str:
    return messages.load().say(key, language)
