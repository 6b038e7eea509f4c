"""Attempts that do not count, kept until the database that was away can be told."""

import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from uuid import UUID


class Unforgiven:
    """Events of which one attempt is to be taken off; of many threads one does it."""

    def __init__(self) -> None:
        self._ids: frozenset[UUID] = frozenset()
        self._lock = threading.Lock()

    def add(self, ids: Collection[UUID]) -> None:
        with self._lock:
            self._ids = self._ids.union(ids)

    @contextmanager
    def taken(self) -> Iterator[frozenset[UUID]]:
        """All of them, to tell the database now; kept again where that fails."""
        with self._lock:
            taken, self._ids = self._ids, frozenset()
        try:
            yield taken
        except BaseException:
            self.add(taken)
            raise
