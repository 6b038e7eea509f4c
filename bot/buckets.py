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
    """So much within a minute (or `within_s`) and sender, all at once if need be."""

    def __init__(self, amount: int, *, within_s: float = 60.0) -> None:
        self._size = float(amount)
        self._per_s = amount / within_s
        self._held: OrderedDict[str, _Bucket] = OrderedDict()

    def take(self, sender: str, now_s: float, amount: float = 1.0) -> float:
        """0 when the sender may go on with so much; else how many seconds until they
        may."""
        bucket = self._held.pop(sender, None) or _Bucket(self._size, now_s)
        passed = max(0.0, now_s - bucket.at_s)
        bucket.tokens = min(self._size, bucket.tokens + passed * self._per_s)
        bucket.at_s = now_s
        self._held[sender] = bucket
        if len(self._held) > MOST_SENDERS:
            self._held.popitem(last=False)
        if bucket.tokens >= amount:
            bucket.tokens -= amount
            return 0.0
        return (amount - bucket.tokens) / self._per_s

    def give_back(self, sender: str, amount: float) -> None:
        """What was taken was not used."""
        bucket = self._held.get(sender)
        if bucket is not None:
            bucket.tokens = min(self._size, bucket.tokens + amount)
