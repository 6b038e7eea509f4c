"""Keeps one sender from flooding: a bucket of tokens each, refilled by the minute."""

from collections import OrderedDict
from dataclasses import dataclass

# Senders remembered at once. The one heard from longest ago is forgotten first: by
# then its bucket has long been full again.
MOST_SENDERS = 50_000


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at_s: float


class Buckets:
    """`per_minute` messages a minute and sender, all of them at once if need be."""

    def __init__(self, per_minute: int) -> None:
        self._size = float(per_minute)
        self._per_s = per_minute / 60
        self._held: OrderedDict[str, _Bucket] = OrderedDict()

    def take(self, sender: str, now_s: float) -> float:
        """0 when the sender may go on; else how many seconds until they may."""
        bucket = self._held.pop(sender, None) or _Bucket(self._size, now_s)
        passed = max(0.0, now_s - bucket.at_s)
        bucket.tokens = min(self._size, bucket.tokens + passed * self._per_s)
        bucket.at_s = now_s
        self._held[sender] = bucket
        if len(self._held) > MOST_SENDERS:
            self._held.popitem(last=False)
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            return 0.0
        return (1 - bucket.tokens) / self._per_s
