"""How much is looked at: what differs on every run, and everything for ``make thorough``."""

import os
from collections.abc import Sequence
from typing import TypeVar

THOROUGH = bool(os.environ.get("HALL_THOROUGH"))

One = TypeVar("One")


def times(usual: int, thorough: int, told_by: str = "") -> int:
    """How often chance is tried; the environment's word, where it has one, goes before both."""
    return int(os.environ.get(told_by) or (thorough if THOROUGH else usual))


def every(usual: Sequence[One], *also: One) -> tuple[One, ...]:
    """The usual ones; the others as well where everything is to be looked at."""
    return (*usual, *also) if THOROUGH else tuple(usual)
