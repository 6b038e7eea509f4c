"""Leaving a helper alone that fails again and again."""

from datetime import datetime, timedelta

FAILURES = 3
FIRST_REST = timedelta(seconds=30)
LONGEST_REST = timedelta(minutes=10)


class Breaker:
    """After three failures in a row nobody asks for a while; each one after that
    makes the rest twice as long, and a success ends it."""

    def __init__(self) -> None:
        self._failures = 0
        self._until: datetime | None = None

    def rests(self, now: datetime) -> bool:
        return self._until is not None and now < self._until

    def succeeded(self) -> None:
        self._failures, self._until = 0, None

    def failed(self, now: datetime, wait_s: float | None = None) -> None:
        """`wait_s`: for how long it asked to be left alone; obeyed at once."""
        self._failures += 1
        rest = timedelta(0)
        if self._failures >= FAILURES:
            doubled = min(self._failures - FAILURES, 10)
            rest = min(FIRST_REST * 2**doubled, LONGEST_REST)
        if wait_s is not None:
            rest = max(rest, min(timedelta(seconds=wait_s), LONGEST_REST))
        if rest:
            self._until = now + rest
