"""A clock that is set by the simulated day."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo


class SimulatedClock:
    """Stands still until it is set. One thread sets it, any thread reads it."""

    def __init__(self, business_day: date, timezone: str) -> None:
        self._zone = ZoneInfo(timezone)
        self._midnight = datetime.combine(business_day, time(), self._zone)
        self._ms = round(self._midnight.timestamp() * 1000)

    def set_seconds(self, seconds: float) -> None:
        """``seconds`` after the business day's local midnight."""
        self._ms = round((self._midnight.timestamp() + seconds) * 1000)

    def now(self) -> int:
        """Milliseconds since 1970 (UTC)."""
        return self._ms

    def today(self) -> date:
        """The hall's local date."""
        return datetime.fromtimestamp(self._ms / 1000, self._zone).date()
