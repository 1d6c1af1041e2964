"""How much is looked at: what differs on every run, and everything for ``make thorough``."""

import os
from collections.abc import Sequence
from typing import TypeVar

THOROUGH = bool(os.environ.get("HALL_THOROUGH"))

One = TypeVar("One")


def every(usual: Sequence[One], *also: One) -> tuple[One, ...]:
    """The usual ones; the others as well where everything is to be looked at."""
    return (*usual, *also) if THOROUGH else tuple(usual)
