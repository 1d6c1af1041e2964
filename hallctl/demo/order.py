"""What kind of demo is asked for."""

from pathlib import Path
from typing import NamedTuple


class DemoOrder(NamedTuple):
    """``speed`` is in hall seconds a second and only matters in windows.

    ``days`` have passed in the hall before, so that its reports and pages have something to show.
    """

    people: int
    speed: float
    seed: int
    out: Path
    days: int = 0
