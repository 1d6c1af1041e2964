"""How facts move a ticket: between states and services, in and out of its line, to a counter.

The tallies follow every move, so that the counts reconcile whatever happens.
"""

from hallctl.core.hall import CallMade, Hall, Ticket
from hallctl.core.hall.counting import Tally
from hallctl.core.hall.queueing import Place
from hallctl.core.life import TicketState

CALLS_KEPT = 200
"""More than any zone shows, so that each finds its own."""


def move(hall: Hall, ticket: Ticket, state: TicketState) -> Tally:
    """Change the state; gives the tally of the ticket's service."""
    tally = hall.tally(ticket.service)
    tally.move(ticket.state, state)
    ticket.state = state
    return tally


def move_to_service(hall: Hall, ticket: Ticket, service: str) -> None:
    """The ticket leaves one service's count and enters another's."""
    if service != ticket.service:
        hall.tally(ticket.service).leave(ticket.state)
        hall.tally(service).enter(ticket.state)
        ticket.service = service


def move_back(hall: Hall, ticket: Ticket, service: str) -> None:
    """As if it had never left that service."""
    if service != ticket.service:
        hall.tally(ticket.service).enter(ticket.state, -1)
        hall.tally(service).leave(ticket.state, -1)
        ticket.service = service


def stand_in_line(hall: Hall, ticket: Ticket, queued_at: int) -> None:
    """The ticket waits, its claim counted from then."""
    ticket.place = Place(queued_at, ticket.place.order, ticket.ticket)
    hall.queues.add(ticket.queue, ticket.lane, ticket.place)


def go_away_again(hall: Hall, ticket: Ticket) -> None:
    """The ticket is among the absent or the parked as before, whoever was longest away first."""
    if ticket.state is TicketState.MISSED:
        missed = {name: hall.tickets[name].missed_at for name in (*hall.missed, ticket.ticket)}
        hall.missed = dict.fromkeys(sorted(missed, key=missed.__getitem__))
    else:
        parked = {name: hall.tickets[name].parked_at for name in (*hall.parked, ticket.ticket)}
        hall.parked = dict.fromkeys(sorted(parked, key=parked.__getitem__))


def leave_line(hall: Hall, ticket: Ticket) -> None:
    """The ticket no longer waits."""
    hall.queues.remove(ticket.queue, ticket.lane, ticket.place)


def leave(hall: Hall, ticket: Ticket, state: TicketState) -> None:
    """Whoever waited, or was away for a while, is not here any more, and needs no paper."""
    if ticket.state is TicketState.WAITING:
        leave_line(hall, ticket)
    hall.parked.pop(ticket.ticket, None)
    move(hall, ticket, state)
    hall.unprinted.pop(ticket.ticket, None)


def free_counter_of(hall: Hall, ticket: Ticket, at: int) -> None:
    """Whoever stood at the counter is no longer there."""
    hall.counters[ticket.counter].ticket = ""
    hall.desk(ticket.counter).free_since = at


def announce(hall: Hall, call: CallMade) -> None:
    """Remember an announcement; boards show the newest of theirs."""
    hall.calls_made = call.call
    calls = hall.calls
    calls.append(call)
    if len(calls) > CALLS_KEPT:
        del calls[0]
