"""Which phones took which numbers today, and how many each code gave; forgotten with the day."""

import msgspec

from hallctl.core.events.queue_events import TicketIssued


class PhoneBook(msgspec.Struct):
    """Phones by the keyed hash of what their browser keeps for a day."""

    tickets: dict[str, tuple[str, ...]] = {}
    """Every number a phone got, the oldest first."""
    by_code: dict[int, int] = {}
    """How many numbers each code has given."""

    def note(self, event: TicketIssued) -> None:
        """A phone holds a number."""
        self.tickets[event.device] = (*self.tickets_of(event.device), event.ticket)
        if event.code:
            self.by_code[event.code] = self.by_code.get(event.code, 0) + 1

    def tickets_of(self, device: str) -> tuple[str, ...]:
        """The numbers of one phone."""
        return self.tickets.get(device, ())
