"""The hall's clock: the machine's own, told in the hall's time zone."""

import time
from datetime import date, datetime
from zoneinfo import ZoneInfo


class SystemClock:
    """What the machine says."""

    def __init__(self, timezone: str) -> None:
        self._zone = ZoneInfo(timezone)

    def now(self) -> int:
        """Milliseconds since 1970 (UTC)."""
        return time.time_ns() // 1_000_000

    def today(self) -> date:
        """The hall's local date."""
        return datetime.now(self._zone).date()
