"""Taking an end of the day back: the hall stands as it stood before.

After a closing, counters open with their officials and whoever they served, everybody waits where
they waited, and numbers that kiosks handed in meanwhile, as too late, are in their places too.
After the end of the day's numbers, those it sent away wait as before. Past closing time a closed
day that goes on does so for those who are here: it gives no numbers, unless somebody asks for that
too; and whoever was told that their number is valid on the next day has gone home with it.
"""

from collections.abc import Iterable, Iterator

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.hall import Hall, OpenCounter, Ticket
from hallctl.core.life import TicketState
from hallctl.core.offering import closing_at
from hallctl.core.permissions import may_send
from hallctl.core.plan import Plan


def may_go_on_issuing(hall: Hall, by: Circumstances) -> bool:
    """Whether the numbers of the open day have ended, for somebody who may end them."""
    return hall.issuing_ended and may_send(by.actor.role, commands.EndIssuing)


def issuing_goes_on(hall: Hall, by: Circumstances) -> Facts:
    """Numbers are given again, and whoever was sent away with them is back."""
    yield events.IssuingResumed(at=by.at)
    kept = _gone_home(hall, by.plan, by.at)
    for before in hall.by_ending.tickets.values():
        now = hall.tickets[before.ticket]
        is_sent_away = now.state is TicketState.LAPSED and now.ticket not in kept
        if is_sent_away and _is_offered(before, by.plan):
            yield _revived(before, by)


def closing_taken_back(hall: Hall, by: Circumstances) -> Facts:
    """What comes back with the day that goes on."""
    if hall.by_closing.issuing_ended or _is_after_hours(by.plan, by.at):
        yield events.IssuingEnded(at=by.at)
    counters = [one for one in hall.by_closing.counters.values() if _may_open(one, by)]
    for counter in counters:
        yield from _opened(counter, by)
    open_again = {one.counter for one in counters}
    for before in coming_back(hall, by.plan, by.at):
        if before.state is TicketState.CALLED and before.counter in open_again:
            yield _served_again(before, hall.tickets[before.ticket], by)
        else:
            yield _revived(before, by)


def coming_back(hall: Hall, plan: Plan, at: int) -> Iterator[Ticket]:
    """As they stood, all who stand there again once the closed day goes on."""
    kept = _gone_home(hall, plan, at)
    for before in hall.by_closing.tickets.values():
        is_rated_since = hall.tickets[before.ticket].is_rated and not before.is_rated
        was_served = is_rated_since and not before.then
        if not was_served and before.ticket not in kept and _is_offered(before, plan):
            yield before


def _is_after_hours(plan: Plan, at: int) -> bool:
    """Whether it is past closing time in a hall that gives no numbers then."""
    closes_at = closing_at(plan, at)
    return plan.floor.at_closing != "open" and closes_at is not None and at >= closes_at


def _gone_home(hall: Hall, plan: Plan, at: int) -> set[str]:
    """Who was told that their number is valid on the next day, and has left: it was closing time."""
    return {one.ticket for one in hall.carried} if _is_after_hours(plan, at) else set()


def _is_offered(ticket: Ticket, plan: Plan) -> bool:
    """Whether the settings still have its service: else nobody would ever call it."""
    return plan.service(ticket.service) is not None


def _may_open(counter: OpenCounter, by: Circumstances) -> bool:
    """Whether the settings still have it, for that official."""
    is_planned = by.plan.counter(counter.counter) is not None
    return is_planned and by.plan.floor.may_sit_at(counter.official, counter.counter)


def _opened(counter: OpenCounter, by: Circumstances) -> Iterable[events.Event]:
    yield events.CounterOpened(
        at=by.at,
        counter=counter.counter,
        official=counter.official,
        services=tuple(one for one in counter.services if by.plan.service(one)),
        profile=counter.profile,
    )
    if counter.break_reason:
        yield events.BreakStarted(
            at=by.at,
            counter=counter.counter,
            official=counter.official,
            reason=counter.break_reason,
        )


def _served_again(before: Ticket, finished: Ticket, by: Circumstances) -> events.TicketRevived:
    """At its counter, which has served it as long as it had."""
    return events.TicketRevived(
        at=by.at,
        ticket=before.ticket,
        number=before.number,
        state=TicketState.CALLED.value,
        queued_at=before.place.queued_at,
        counter=before.counter,
        called_at=by.at - (finished.finished_at - before.called_at),
        then=_still_to_come(before, by.plan),
    )


def _revived(before: Ticket, by: Circumstances) -> events.TicketRevived:
    """Away or in its old place; there too where its counter stays closed."""
    is_away = before.state is TicketState.PARKED
    return events.TicketRevived(
        at=by.at,
        ticket=before.ticket,
        number=before.number,
        state=(TicketState.PARKED if is_away else TicketState.WAITING).value,
        queued_at=before.place.queued_at,
        then=_still_to_come(before, by.plan),
    )


def _still_to_come(before: Ticket, plan: Plan) -> tuple[str, ...]:
    return tuple(one for one in before.then if plan.service(one))
