"""Whether a counter may take its last press back, and what that would restore."""

from hallctl.core import commands, events
from hallctl.core.applying.undoing import last_press, serves_as_left, stands_as_left
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deciding.holding import let_go
from hallctl.core.deciding.phone_decisions import ticket_in_hand
from hallctl.core.guards import serving_counter
from hallctl.core.hall import Hall, OpenCounter, ProfilePress, Ticket
from hallctl.core.life import TicketState
from hallctl.core.refusals import Refusal, Refused


def undo_last(hall: Hall, wish: commands.UndoLast, by: Circumstances) -> Facts:
    counter = serving_counter(hall, wish.counter, by.plan)
    press = last_press(counter, by.at, by.plan.floor.undo_s)
    if press is None:
        raise Refused(Refusal.NOTHING_TO_UNDO, counter=wish.counter)
    if isinstance(press, ProfilePress):
        yield _chosen_before(counter, press, by)
        return
    before = press.before
    if not stands_as_left(hall, press) or _has_another(hall, before):
        raise Refused(Refusal.TICKET_HAS_MOVED_ON, number=before.number)
    if before.state is TicketState.CALLED:
        _must_be_there(hall, counter)
    yield events.PressUndone(
        at=by.at,
        ticket=before.ticket,
        number=before.number,
        counter=wish.counter,
        undone=press.fact,
        state=before.state.value,
        service=before.service,
        queued_at=before.place.queued_at,
        called_at=before.called_at,
    )
    if before.state is TicketState.WAITING:
        yield from let_go(hall, before, by.at)


def _has_another(hall: Hall, ticket: Ticket) -> bool:
    """Whether its phone has taken another number since: it would have two."""
    held = ticket_in_hand(hall, ticket.device) if ticket.device else None
    return held is not None and held.ticket != ticket.ticket


def _must_be_there(hall: Hall, counter: OpenCounter) -> None:
    """Whoever stands at the counter again needs it free, and its official there."""
    if counter.ticket:
        other = hall.tickets[counter.ticket].number
        raise Refused(Refusal.COUNTER_BUSY, counter=counter.counter, number=other)
    if counter.break_reason:
        raise Refused(Refusal.COUNTER_ON_BREAK, counter=counter.counter, official=counter.official)


def _chosen_before(
    counter: OpenCounter, press: ProfilePress, by: Circumstances
) -> events.ProfileChosen:
    if not serves_as_left(counter, press):
        raise Refused(Refusal.NOTHING_TO_UNDO, counter=counter.counter)
    profile, services = press.before
    return events.ProfileChosen(
        at=by.at, counter=counter.counter, profile=profile, services=services, is_undo=True
    )
