"""The hall in memory: what the journal's facts, applied in order, add up to."""

from datetime import date

import msgspec

from hallctl.core.counting import Tally
from hallctl.core.dossier_shelf import Shelf
from hallctl.core.life import TicketState
from hallctl.core.queueing import Place, Queues
from hallctl.core.slip_commands import SlipKind


class Ticket(msgspec.Struct, gc=False):
    """The right to be called, and its visit; times in milliseconds, 0 for not yet."""

    ticket: str
    visit: str
    number: str
    service: str
    group: str
    language: str
    station: str
    ahead: int
    issued_at: int
    place: Place
    state: TicketState = TicketState.WAITING
    counter: str = ""
    official: str = ""
    calls: int = 0
    first_called_at: int = 0
    called_at: int = 0
    missed_at: int = 0
    finished_at: int = 0
    is_rated: bool = False
    owes_reasons: bool = False
    """Rated low, and nobody has said why."""


class OpenCounter(msgspec.Struct):
    """A counter where an official serves."""

    counter: str
    official: str
    services: tuple[str, ...]
    ticket: str = ""
    """The one ticket it asks for or serves, or empty."""


class Desk(msgspec.Struct):
    """What a counter has done today, whoever sat there."""

    called: int = 0
    finished: int = 0
    missed: int = 0
    served_for: int = 0
    last_finished: str = ""


class Unprinted(msgspec.Struct):
    """A slip that is to be printed: where, and what was in the way."""

    station: str
    fault: str = ""
    is_held: bool = False
    """The printer has it, and prints it once someone helps."""
    failed_at: int = 0
    attempt: int = 1
    asked_of: str = ""
    """The station before, which has yet to say that nothing of it came out; or empty."""


class CallMade(msgspec.Struct, frozen=True, gc=False):
    """One announcement of the day."""

    call: int
    ticket: str
    counter: str
    called_at: int
    is_recall: bool


class Slip(msgspec.Struct):
    """A slip of a dossier that waits for its paper at a station."""

    slip: str
    kind: SlipKind
    dossier: str
    station: str
    language: str
    fault: str = ""
    """Why the last try failed, or empty."""


class Hall:
    """Everything that is true of the hall now; changed by :func:`hallctl.core.applying.apply`."""

    __slots__ = (
        "business_day", "calls", "calls_made", "counters", "desks", "dossiers", "is_open",
        "journal_number", "last_at", "missed", "queues", "serials", "slips", "tallies", "target_s", "tickets",
        "unprinted",
    )  # fmt: skip

    def __init__(self) -> None:
        self.journal_number = 0
        self.last_at = 0
        self.business_day: date | None = None
        self.is_open = False
        self.target_s = 0
        self.dossiers = Shelf()
        """Dossiers outlive their day."""
        self.slips: dict[str, Slip] = {}
        """Those that are not on paper yet, in the order they were asked for."""
        self.clear_day()

    def clear_day(self) -> None:
        """Forget yesterday; numbers start again."""
        self.serials: dict[str, int] = {}
        self.tickets: dict[str, Ticket] = {}
        self.queues = Queues()
        self.counters: dict[str, OpenCounter] = {}
        self.desks: dict[str, Desk] = {}
        self.calls: list[CallMade] = []
        self.calls_made = 0
        self.tallies: dict[str, Tally] = {}
        self.unprinted: dict[str, Unprinted] = {}
        self.missed: dict[str, None] = {}
        """No-shows that may still be put back, in the order they were missed."""

    def tally(self, service: str) -> Tally:
        """The day's sums of a service."""
        tally = self.tallies.get(service)
        if tally is None:
            tally = self.tallies[service] = Tally()
        return tally

    def desk(self, counter: str) -> Desk:
        """The day's work of a counter."""
        desk = self.desks.get(counter)
        if desk is None:
            desk = self.desks[counter] = Desk()
        return desk

    def current(self, counter: str) -> Ticket | None:
        """The ticket at the counter, or None when it is free or closed."""
        desk = self.counters.get(counter)
        return self.tickets[desk.ticket] if desk and desk.ticket else None
