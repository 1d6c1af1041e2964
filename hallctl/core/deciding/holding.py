"""Whoever waits for one counter only, and what becomes of them where that counter has closed."""

from hallctl.core import events
from hallctl.core.circumstances import Facts
from hallctl.core.hall import Hall, Ticket


def is_held_elsewhere(hall: Hall, ticket: Ticket, counter: str) -> bool:
    """Whether another counter, which is open, is to call it."""
    return ticket.held_for not in {"", counter} and ticket.held_for in hall.counters


def let_go(hall: Hall, ticket: Ticket, at: int) -> Facts:
    """It goes back into line, and the counter it is held for closed meanwhile: any may call it."""
    if ticket.held_for and ticket.held_for not in hall.counters:
        yield events.TicketReleased(at=at, ticket=ticket.ticket, number=ticket.number)
