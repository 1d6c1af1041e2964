"""What a decision may know besides the hall."""

from collections.abc import Iterable
from datetime import date

import msgspec

from hallctl.core.events import Event
from hallctl.core.permissions import Actor
from hallctl.core.plan import Plan

Facts = Iterable[Event]


class Circumstances(msgspec.Struct, frozen=True):
    """What a decision may know besides the hall: the plan, who asks, and when."""

    plan: Plan
    actor: Actor
    at: int
    """Milliseconds since 1970 (UTC)."""
    today: date
    """The hall's local date."""
    admitted_printers: frozenset[str] = frozenset()
    """Stations with a ticket printer that came in by code, beside those of the plan."""
