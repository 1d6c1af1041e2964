"""How long those in line have waited: the one meaning that lists, alerts, boards and panels share."""

from collections.abc import Iterable

from hallctl.core.hall import Hall, Ticket


def waited_s(ticket: Ticket, at: int) -> int:
    """Seconds that the ticket has stood in its line at that moment (ms)."""
    return max(0, at - ticket.stands_since) // 1000


def longest_wait_s(hall: Hall, queues: Iterable[str], at: int) -> int:
    """The longest of everybody in these queues; 0 where nobody waits."""
    found = at
    for _, line in hall.queues.lines(queues):
        for place in line:
            # Nobody behind has waited longer: a wait is never older than its claim.
            if place.queued_at >= found:
                break
            found = min(found, hall.tickets[place.ticket].stands_since)
    return (at - found) // 1000
