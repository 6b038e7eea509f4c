"""Rate limits as token buckets, on the stand-in's clock."""

from datetime import datetime


class TokenBucket:
    """`per_second` tokens flow in, up to `burst`; each request takes one."""

    def __init__(self, per_second: float, burst: float | None = None) -> None:
        self.per_second = per_second
        self.burst = max(1.0, per_second if burst is None else burst)
        self._tokens = self.burst
        self._at: datetime | None = None

    def fill(self, now: datetime) -> float:
        """How many tokens there are `now`."""
        if self._at is not None:
            elapsed_s = max(0.0, (now - self._at).total_seconds())
            self._tokens = min(self.burst, self._tokens + elapsed_s * self.per_second)
        self._at = now
        return self._tokens

    def take(self) -> None:
        self._tokens -= 1

    def wait_s(self, now: datetime) -> float:
        """Seconds until a token is there; 0 when there is one `now`."""
        # Elapsed times come in floats: a token all but a hair is a token.
        missing = 1 - self.fill(now)
        return 0.0 if missing < 1e-6 else missing / self.per_second
