"""Of which days figures are, and how far they go."""

from datetime import date
from typing import NamedTuple


class Period(NamedTuple):
    """Days, both included; it ends with the end of its last day."""

    first: date
    last: date


class Now(NamedTuple):
    """How far the ledger's figures go: the hall's local date, and milliseconds since 1970."""

    day: date
    at: int
