"""What kind of demo is asked for."""

from pathlib import Path
from typing import NamedTuple


class DemoOrder(NamedTuple):
    """``speed`` is in hall seconds a second and only matters in windows."""

    people: int
    speed: float
    seed: int
    out: Path
