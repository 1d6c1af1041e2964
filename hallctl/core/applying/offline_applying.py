"""What facts about leased numbers do to the hall."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from hallctl.core import events
from hallctl.core.hall import Hall, Ticket
from hallctl.core.hall.leases import Lease
from hallctl.core.hall.queueing import Place
from hallctl.core.life import TicketState


def _numbers_leased(hall: Hall, event: events.NumbersLeased) -> None:
    hall.leases.add(
        Lease(
            lease=event.lease,
            station=event.station,
            business_day=event.business_day,
            leased_at=event.at,
            opens_at=event.opens_at,
            until=event.until,
            ranges=event.ranges,
        )
    )


def _ticket_handed_in_late(hall: Hall, event: events.TicketHandedInLate) -> None:
    hall.leases.hand_in(event.lease, event.business_day, event.letter, event.serial)
    if event.business_day != hall.business_day or event.ticket in hall.tickets:
        return
    ticket = hall.tickets[event.ticket] = Ticket(
        ticket=event.ticket,
        visit=event.ticket,
        number=event.number,
        service=event.service,
        group=event.group,
        language=event.language,
        station="",
        ahead=0,
        issued_at=event.issued_at,
        place=Place(event.issued_at, len(hall.tickets), event.ticket),
        state=TicketState.LAPSED,
        lane=event.group,
        then=event.then,
    )
    hall.by_closing.tickets[event.ticket] = replace(ticket, state=TicketState.WAITING)
    tally = hall.tally(event.service)
    tally.issue(event.issued_at)
    tally.move(TicketState.WAITING, TicketState.LAPSED)


APPLY_OFFLINE: dict[type[events.Event], Callable[[Hall, Any], None]] = {
    events.NumbersLeased: _numbers_leased,
    events.TicketHandedInLate: _ticket_handed_in_late,
}
