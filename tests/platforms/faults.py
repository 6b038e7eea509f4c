"""What can go wrong at a platform, queued per endpoint before it happens."""

import random
import threading
from dataclasses import dataclass
from enum import StrEnum

EVERY_ENDPOINT = "*"


class Kind(StrEnum):
    """Where a fault strikes: before or after the platform took the request."""

    DROP_BEFORE_ACCEPT = "drop_before_accept"
    ERROR_BEFORE_ACCEPT = "error_before_accept"
    TOO_MANY = "too_many"
    TIMEOUT_AFTER_ACCEPT = "timeout_after_accept"
    ERROR_AFTER_ACCEPT = "error_after_accept"
    SLOW = "slow"
    MALFORMED = "malformed"


BEFORE_ACCEPT = {Kind.DROP_BEFORE_ACCEPT, Kind.ERROR_BEFORE_ACCEPT, Kind.TOO_MANY}


@dataclass(frozen=True)
class Fault:
    """One way for a request to go wrong; made by the functions below."""

    kind: Kind
    status: int = 200
    delay_s: float = 0.0
    retry_after_s: int | None = None
    body: bytes = b""

    @property
    def accepts(self) -> bool:
        """Whether the platform takes the request (and its effects) all the same."""
        return self.kind not in BEFORE_ACCEPT

    @classmethod
    def timeout_after_accept(cls, hold_s: float = 60.0) -> "Fault":
        """Taken, then silence: the connection closes without an answer.

        It closes when the client gives up, at the latest after `hold_s`;
        `hold_s=0` closes it at once, as a connection lost on the way back.
        """
        return cls(Kind.TIMEOUT_AFTER_ACCEPT, delay_s=hold_s)

    @classmethod
    def drop_before_accept(cls) -> "Fault":
        """The connection closes and nothing was taken."""
        return cls(Kind.DROP_BEFORE_ACCEPT)

    @classmethod
    def error(cls, status: int = 500) -> "Fault":
        """A server error; nothing was taken."""
        return cls(Kind.ERROR_BEFORE_ACCEPT, status=status)

    @classmethod
    def error_after_accept(cls, status: int = 500) -> "Fault":
        """A server error although the request was taken."""
        return cls(Kind.ERROR_AFTER_ACCEPT, status=status)

    @classmethod
    def slow(cls, seconds: float) -> "Fault":
        """The right answer, `seconds` late."""
        return cls(Kind.SLOW, delay_s=seconds)

    @classmethod
    def too_many(cls, retry_after_s: int | None = 1) -> "Fault":
        """429; nothing was taken."""
        return cls(Kind.TOO_MANY, status=429, retry_after_s=retry_after_s)

    @classmethod
    def malformed(cls, body: bytes = b'{"cut off') -> "Fault":
        """Taken and answered 200 with a body nobody promised."""
        return cls(Kind.MALFORMED, body=body)


@dataclass
class _Planned:
    endpoint: str
    fault: Fault
    left: int | None  # None: for good
    skip: int
    chance: float


class FaultPlan:
    """The faults still to come, in the order they were added."""

    def __init__(self, seed: int = 0) -> None:
        self._lock = threading.Lock()
        self._planned: list[_Planned] = []
        self._random = random.Random(seed)

    def add(
        self,
        endpoint: str,
        fault: Fault,
        *,
        times: int | None = 1,
        skip: int = 0,
        chance: float = 1.0,
    ) -> None:
        """Plan `fault` for the next `times` requests to `endpoint` ("*": any).

        The first `skip` requests are spared; of the others each is struck with
        the seeded `chance`. `times=None` means until `clear`.
        """
        with self._lock:
            self._planned.append(_Planned(endpoint, fault, times, skip, chance))

    def take(self, endpoint: str) -> Fault | None:
        """The fault that strikes this request to `endpoint`, or None."""
        with self._lock:
            for planned in self._planned:
                if planned.endpoint not in (endpoint, EVERY_ENDPOINT):
                    continue
                if planned.skip:
                    planned.skip -= 1
                elif self._random.random() < planned.chance:
                    self._use(planned)
                    return planned.fault
        return None

    def clear(self) -> None:
        with self._lock:
            self._planned.clear()

    def _use(self, planned: _Planned) -> None:
        if planned.left is None:
            return
        planned.left -= 1
        if planned.left <= 0:
            self._planned.remove(planned)
