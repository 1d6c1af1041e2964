"""A ticket in the hall: the right to be called, and its visit."""

import msgspec

from hallctl.core.hall.queueing import Place, held_queue
from hallctl.core.life import TicketState


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
    lane: str = ""
    """The line it waits in: its group's, or the one in front of everybody."""
    held_for: str = ""
    """The one counter that may call it, or empty for any."""
    then: tuple[str, ...] = ()
    """Services that the visit still needs after this one."""
    dossier: str = ""
    """What the visit is about, where its receipt was scanned."""
    added_at: dict[str, int] = msgspec.field(default_factory=dict)
    """When a service was added at a counter; the others are waited for since the issue."""
    leg: int = 1
    parked_at: int = 0
    park_reason: str = ""
    recalled_at: int = 0
    recalls: int = 0
    """Since it was last called."""
    returns: int = 0
    """How often the hall put it back after a no-show."""
    notes: tuple[str, ...] = ()
    device: str = ""
    """The phone that took it, or empty."""
    carried_from: str = ""
    """The ticket of the day before that it goes on for."""
    came_from: str = ""
    """The service it was sent on from, or empty."""
    appointment: str = ""
    """What brought it here, where that was booked before."""
    appointment_at: int = 0

    @property
    def waits_since(self) -> int:
        """From when its wait for the first call counts: whoever came before their appointed time waits from that."""
        return max(self.issued_at, self.appointment_at)

    @property
    def stands_since(self) -> int:
        """Since when it waits in the line it is in; a claim may be older than the ticket, a wait not."""
        return max(self.issued_at, self.place.queued_at)

    @property
    def queue(self) -> str:
        """The queue it waits in."""
        return held_queue(self.service, self.held_for)
