"""What is asked of a simulated month."""

from datetime import date
from typing import NamedTuple


class MonthOrder(NamedTuple):
    """Which days, and how busy they are."""

    last: date
    days: int = 22
    people: int = 240
    """On an ordinary day."""
    seed: int = 2026
    until_s: float | None = None
    """Seconds after midnight at which the last day stands still, or None to play it to its end."""
