"""Numbers of the day before that could not be called in time: the same numbers, first in line."""

from collections.abc import Container
from datetime import date

from hallctl.core import events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.hall import Hall
from hallctl.core.numbering import number_of, ticket_of


def carried_over(hall: Hall, by: Circumstances) -> Facts:
    """The tickets that the new day begins with. A number leased for that day is given anew."""
    taken: set[str] = set()
    waiting = [one for one in hall.carried if by.plan.service(one.service)]
    for ahead, old in enumerate(waiting):
        letter = old.number[0]
        serial = _free_serial(hall, by.today, old.number, taken)
        number = number_of(letter, serial)
        taken.add(number)
        ticket = ticket_of(by.today, number)
        yield events.TicketIssued(
            at=by.at,
            ticket=ticket,
            visit=ticket,
            number=number,
            serial=serial,
            letter=letter,
            service=old.service,
            group=old.group,
            language=old.language,
            station="",
            ahead=ahead,
            then=old.then,
            is_carried=True,
            dossier=old.dossier,
            carried_from=old.ticket,
            device=old.device,
        )


def _free_serial(hall: Hall, today: date, number: str, taken: Container[str]) -> int:
    """The number's own serial; past the day's leases and what is taken where that isn't free."""
    letter, serial = number[0], int(number[1:])
    if hall.leases.past(today, letter, serial) != serial:
        serial = hall.leases.end(today, letter) + 1
    while number_of(letter, serial) in taken:
        serial += 1
    return serial
