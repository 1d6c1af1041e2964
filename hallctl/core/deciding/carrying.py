"""Numbers of the day before that could not be called in time: the same numbers, first in line."""

from collections.abc import Container, Iterable
from datetime import date

from hallctl.core import events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.hall import Hall, Ticket
from hallctl.core.life import TicketState
from hallctl.core.numbering import number_of, ticket_of
from hallctl.core.plan import Plan

SENT_AWAY = frozenset({TicketState.WAITING, TicketState.PARKED})
"""Whom the end of the day sends away unserved."""


def sent_home(hall: Hall, plan: Plan) -> list[Ticket]:
    """Whose number is valid on the next day if this one ends now, as the settings say."""
    if plan.floor.at_closing != "tomorrow":
        return []
    return [one for one in hall.tickets.values() if one.state in SENT_AWAY]


def carried_over(hall: Hall, by: Circumstances, left: Iterable[Ticket] = ()) -> Facts:
    """The tickets that the new day begins with, those included that the day before has just ``left``.

    A number leased for the new day is given anew.
    """
    taken: set[str] = set()
    waiting = [one for one in (*hall.carried, *left) if by.plan.service(one.service)]
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
