"""How many browsers behind one network address write to us: one person can hold many.

Kept in memory alone, under a key that ends with the process: no address is stored, nor
anything that leads to one.
"""

import hashlib
import os
from collections import OrderedDict

HOUR_S = 3600.0
# Networks remembered at once, and browsers of one that are told apart.
MOST_NETWORKS, MOST_BROWSERS = 10_000, 500
# One address may be a whole factory's, or a phone company's: from here on responses are
# marked, and officers look.
MARKED_FROM = 10
# More within an hour do not begin a survey on the page.
MOST = 120


class Crowd:
    """Browsers of the last hour, by network."""

    def __init__(self) -> None:
        self._key = os.urandom(32)
        self._seen: OrderedDict[bytes, OrderedDict[bytes, float]] = OrderedDict()

    def count(self, network: str, browser: str, now_s: float) -> int:
        """How many browsers of the network have written within the hour, this one
        among them."""
        place = self._hash(network)
        browsers = self._seen.pop(place, None) or OrderedDict()
        self._seen[place] = browsers
        if len(self._seen) > MOST_NETWORKS:
            self._seen.popitem(last=False)
        mine = self._hash(browser)
        browsers.pop(mine, None)
        browsers[mine] = now_s
        while browsers:
            first, at = next(iter(browsers.items()))
            if at > now_s - HOUR_S and len(browsers) <= MOST_BROWSERS:
                break
            del browsers[first]
        return len(browsers)

    def _hash(self, text: str) -> bytes:
        return hashlib.blake2b(text.encode(), key=self._key, digest_size=16).digest()
