"""Taking an end of the day back: the hall stands as it stood before.

After a closing, counters open with their officials and whoever they served, everybody waits where
they waited, and numbers that kiosks handed in meanwhile, as too late, are in their places too.
After the end of the day's numbers, those it sent away wait as before; but whoever was told at
closing time that their number is valid on the next day has gone home with it.
"""

from collections.abc import Iterable, Iterator

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.hall import Hall, OpenCounter, Ticket
from hallctl.core.life import TicketState
from hallctl.core.offering import closing_at
from hallctl.core.permissions import may_send


def may_go_on_issuing(hall: Hall, by: Circumstances) -> bool:
    """Whether the numbers of the open day have ended, for somebody who may end them."""
    return hall.issuing_ended and may_send(by.actor.role, commands.EndIssuing)


def issuing_goes_on(hall: Hall, by: Circumstances) -> Facts:
    """Numbers are given again, and whoever was sent away with them is back."""
    yield events.IssuingResumed(at=by.at)
    closes_at = closing_at(by.plan, by.at)
    kept = {one.ticket for one in hall.carried} if closes_at and by.at >= closes_at else set()
    for before in hall.by_ending.tickets.values():
        now = hall.tickets[before.ticket]
        if now.state is TicketState.LAPSED and now.ticket not in kept:
            yield _revived(before, by.at)


def closing_taken_back(hall: Hall, by: Circumstances) -> Facts:
    """What comes back with the day that goes on."""
    if hall.by_closing.issuing_ended:
        yield events.IssuingEnded(at=by.at)
    counters = [one for one in hall.by_closing.counters.values() if _may_open(one, by)]
    for counter in counters:
        yield from _opened(counter, by)
    open_again = {one.counter for one in counters}
    for before in coming_back(hall):
        if before.state is TicketState.CALLED and before.counter in open_again:
            yield _served_again(before, hall.tickets[before.ticket], by.at)
        else:
            yield _revived(before, by.at)


def coming_back(hall: Hall) -> Iterator[Ticket]:
    """As they stood, all who stand there again once the closed day goes on."""
    for before in hall.by_closing.tickets.values():
        is_rated_since = hall.tickets[before.ticket].is_rated and not before.is_rated
        if before.then or not is_rated_since:  # else it was served, and needed nothing more
            yield before


def _may_open(counter: OpenCounter, by: Circumstances) -> bool:
    """Whether the settings still have it, for that official."""
    is_planned = by.plan.counter(counter.counter) is not None
    return is_planned and by.plan.floor.may_sit_at(counter.official, counter.counter)


def _opened(counter: OpenCounter, by: Circumstances) -> Iterable[events.Event]:
    yield events.CounterOpened(
        at=by.at,
        counter=counter.counter,
        official=counter.official,
        services=counter.services,
        profile=counter.profile,
    )
    if counter.break_reason:
        yield events.BreakStarted(
            at=by.at,
            counter=counter.counter,
            official=counter.official,
            reason=counter.break_reason,
        )


def _served_again(before: Ticket, finished: Ticket, at: int) -> events.TicketRevived:
    """At its counter, which has served it as long as it had."""
    return events.TicketRevived(
        at=at,
        ticket=before.ticket,
        number=before.number,
        state=TicketState.CALLED.value,
        queued_at=before.place.queued_at,
        counter=before.counter,
        called_at=at - (finished.finished_at - before.called_at),
    )


def _revived(before: Ticket, at: int) -> events.TicketRevived:
    """Away or in its old place; there too where its counter stays closed."""
    is_away = before.state is TicketState.PARKED
    return events.TicketRevived(
        at=at,
        ticket=before.ticket,
        number=before.number,
        state=(TicketState.PARKED if is_away else TicketState.WAITING).value,
        queued_at=before.place.queued_at,
    )
