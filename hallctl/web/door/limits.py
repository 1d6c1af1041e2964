"""How much one address or one station may ask: a bucket that fills again, for a bounded number of them."""

from collections import OrderedDict
from typing import NamedTuple


class Rate(NamedTuple):
    """So many requests a second for ever, and so many at once after a rest."""

    a_second: float
    at_once: float


FOR_AN_ADDRESS = Rate(100, 1000)
"""A Wi-Fi of citizens' phones may stand behind one address."""
FOR_A_STATION = Rate(200, 2000)
MOST_KEPT = 10_000
"""Past these the longest unseen is forgotten: memory is bounded, and nobody honest is that many."""


class Limiter:
    """Keeps a bucket a key; time comes in as an argument, in seconds."""

    def __init__(self, rate: Rate, most: int = MOST_KEPT) -> None:
        self._rate = rate
        self._most = most
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._buckets)

    def wait_s(self, key: str, now: float) -> float:
        """0 when the request may come in; else how long until the next one may."""
        level, before = self._buckets.pop(key, (self._rate.at_once, now))
        passed = max(0.0, now - before)
        level = min(self._rate.at_once, level + passed * self._rate.a_second)
        is_admitted = level >= 1
        self._buckets[key] = (level - 1 if is_admitted else level, now)
        if len(self._buckets) > self._most:
            self._buckets.popitem(last=False)
        return 0.0 if is_admitted else (1 - level) / self._rate.a_second
