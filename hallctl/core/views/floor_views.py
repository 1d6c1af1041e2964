"""What a counter's panel shows of a busy floor: the parked, reasons, destinations, breaks, undo."""

import msgspec

from hallctl.core.plan.floor_rules import Kind, Order
from hallctl.core.words import Words


class Shut(msgspec.Struct, frozen=True, kw_only=True):
    """Why a service gives no numbers now, and when it does again, where that is known."""

    why: str
    """paused, hours, last_ticket, quota_day, quota_hour or closing."""
    message: Words | None = None
    """What the hall wishes to say of a pause."""
    again_at: int | None = None


class ParkedTicket(msgspec.Struct, frozen=True, kw_only=True):
    """Someone who does something else meanwhile and will be back."""

    ticket: str
    number: str
    service: str
    reason: Words
    parked_at: int


class UndoOffer(msgspec.Struct, frozen=True, kw_only=True):
    """The counter's last press, while it may be taken back."""

    undone: str
    """The fact it had become."""
    number: str
    """Of which ticket; empty for what was about none."""
    until: int


class OnBreak(msgspec.Struct, frozen=True, kw_only=True):
    """Why the official is away, and since when."""

    reason: Words
    since: int


class FloorReason(msgspec.Struct, frozen=True, kw_only=True):
    """A reason that an official may give; ``kind`` is where it is offered."""

    reason: str
    kind: Kind
    name: Words


class ProfileShown(msgspec.Struct, frozen=True, kw_only=True):
    """By which profile a counter calls; both are empty where it has none of its own."""

    profile: str = ""
    name: Words | None = None
    """None for the counter's usual one that has no name."""


class ProfileChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A profile that may be chosen at the counter, and what would be served by it."""

    profile: str
    name: Words | None
    """None for the counter's usual one that has no name."""
    services: tuple[str, ...]
    order: Order
    is_usual: bool
    """The counter's own: it needs no choosing."""


class Destination(msgspec.Struct, frozen=True, kw_only=True):
    """A service a citizen may be sent on to."""

    service: str
    letter: str
    name: Words


class OpenDesk(msgspec.Struct, frozen=True, kw_only=True):
    """Another open counter, where a citizen may be sent."""

    counter: str
    official: str
    is_on_break: bool
