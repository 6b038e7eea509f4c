"""Which lanes this process works, and which come next: nobody waits behind a flood."""

import threading
from collections.abc import Iterable, Mapping
from datetime import datetime

# Lanes taken up in one look.
AT_ONCE = 64
# Lanes remembered to have a survey's question open: some megabytes at the most.
MOST_SURVEYED = 50_000


class Lanes:
    """The lanes that are worked in this process. Used by several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._busy: set[str] = set()
        # Busy ones in which something was found waiting.
        self._passed_over: set[str] = set()
        # Those that made room for others with something left to do, and when.
        self._made_room: dict[str, datetime] = {}
        self._surveyed: set[str] = set()

    @property
    def look_for(self) -> int:
        """How many waiting lanes are enough to choose the next from."""
        return AT_ONCE + len(self._made_room)

    def take_up(self, found: Mapping[str, datetime]) -> list[str]:
        """The next to work, of lanes found waiting and since when: in the order in
        which they came, where one that made room came anew when it did."""
        with self._lock:
            self._passed_over.update(self._busy.intersection(found))
            again = {k: v for k, v in self._made_room.items() if k in found}
            fresh = sorted(
                (lane for lane in found if lane not in self._busy),
                key=lambda lane: (again.get(lane, found[lane]), lane in again),
            )[:AT_ONCE]
            self._busy.update(fresh)
            self._made_room = {k: v for k, v in again.items() if k not in self._busy}
        return fresh

    def let_go(self, lanes: Iterable[str]) -> bool:
        """They are worked no more; whether something may have arrived in them since
        they were looked at."""
        with self._lock:
            self._busy.difference_update(lanes)
            passed_over = self._passed_over.intersection(lanes)
            self._passed_over -= passed_over
        return bool(passed_over)

    def make_room(self, lane: str, now: datetime) -> None:
        """It has had its turn for now, and comes behind those that wait."""
        with self._lock:
            self._made_room[lane] = now

    def has_survey(self, lane: str) -> bool:
        """Whether a question of a survey is open in it, as far as we know: what is
        typed next is then taken for an answer before it is searched as a question.
        Not so after a transaction that failed, or another process's turn: then it is
        searched later, or in vain."""
        return lane in self._surveyed

    def note_survey(self, lane: str, is_open: bool) -> None:
        if is_open and len(self._surveyed) < MOST_SURVEYED:
            self._surveyed.add(lane)
        else:
            self._surveyed.discard(lane)
