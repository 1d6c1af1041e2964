"""Draws what a counter's panel shows of a busy floor."""

from itertools import islice

from hallctl.core import views
from hallctl.core.applying.undoing import last_press, serves_as_left, stands_as_left
from hallctl.core.hall import Hall, OpenCounter, ProfilePress, Ticket
from hallctl.core.life import TicketState
from hallctl.core.plan import Plan
from hallctl.core.plan.floor_rules import FloorRules

PARKED_SHOWN = 12


def parked_tickets(hall: Hall, floor: FloorRules) -> tuple[views.ParkedTicket, ...]:
    """Whoever is away for something, the longest first; any counter may go on with them."""
    return tuple(
        views.ParkedTicket(
            ticket=ticket.ticket,
            number=ticket.number,
            service=ticket.service,
            reason=floor.reason_name(ticket.park_reason),
            parked_at=ticket.parked_at,
        )
        for ticket in (hall.tickets[name] for name in islice(hall.parked, PARKED_SHOWN))
    )


def undo_offer(
    hall: Hall, serving: OpenCounter | None, floor: FloorRules, at: int
) -> views.UndoOffer | None:
    """What the counter may take back now."""
    press = last_press(serving, at, floor.undo_s) if serving else None
    if serving is None or press is None:
        return None
    until = press.at + floor.undo_s * 1000
    if isinstance(press, ProfilePress):
        is_left = serves_as_left(serving, press)
        return views.UndoOffer(undone=press.fact, number="", until=until) if is_left else None
    is_away = serving.break_reason and press.before.state is TicketState.CALLED
    if is_away or not stands_as_left(hall, press):
        return None
    return views.UndoOffer(undone=press.fact, number=press.before.number, until=until)


def on_break(serving: OpenCounter | None, floor: FloorRules) -> views.OnBreak | None:
    """Why the official of an open counter is away, or None."""
    if serving is None or not serving.break_reason:
        return None
    return views.OnBreak(reason=floor.reason_name(serving.break_reason), since=serving.break_from)


def reason_choices(floor: FloorRules) -> tuple[views.FloorReason, ...]:
    """Every reason the hall offers its officials."""
    return tuple(
        views.FloorReason(reason=one.reason, kind=one.kind, name=one.name)
        for kind in ("break", "park", "outcome")
        for one in floor.reasons_for(kind)
    )


def destinations(plan: Plan) -> tuple[views.Destination, ...]:
    """Every service of the hall."""
    return tuple(
        views.Destination(service=one.service, letter=one.letter, name=one.name)
        for one in plan.services
    )


def open_desks(hall: Hall) -> tuple[views.OpenDesk, ...]:
    """Every open counter, as the others see it."""
    return tuple(
        views.OpenDesk(
            counter=one.counter, official=one.official, is_on_break=bool(one.break_reason)
        )
        for one in hall.counters.values()
    )


def reserves_at_rest(hall: Hall, floor: FloorRules) -> tuple[str, ...]:
    """The reserves who sit at no counter."""
    busy = {one.official for one in hall.counters.values()}
    return tuple(
        one.official for one in floor.officials if one.reserve and one.official not in busy
    )


def recall_from(ticket: Ticket, floor: FloorRules) -> int:
    """When the ticket may be called again (ms since 1970)."""
    return max(ticket.called_at, ticket.recalled_at) + floor.recall_every_s * 1000


def recalls_left(ticket: Ticket, floor: FloorRules) -> int | None:
    """How often the ticket may still be called again; None without a limit."""
    return max(0, floor.recall_limit - ticket.recalls) if floor.recall_limit else None
