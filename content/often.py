"""What is as short as "4" or "ไม่เคย" is said by many, and is read once."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Read = TypeVar("Read")

# In characters. What is longer, as a phone number is, is not kept in memory.
SHORT = 8
MOST_KNOWN = 4096


def read_once(read: Callable[[str], Read]) -> Callable[[str], Read]:
    """For a function of the text alone, without effects: what it makes of a short text
    is kept for whoever says the same."""
    known = lru_cache(maxsize=MOST_KNOWN)(read)

    @wraps(read)
    def reading(text: str) -> Read:
        return known(text) if len(text) <= SHORT else read(text)

    return reading
