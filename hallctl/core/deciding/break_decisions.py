"""Who sits at a counter: breaks, and one official taking over from another."""

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.guards import (
    at_no_other_counter,
    calling_counter,
    known_reason,
    may_sit_at,
    serving_counter,
)
from hallctl.core.guards.signed_in import who_serves
from hallctl.core.hall import Hall
from hallctl.core.refusals import Refusal, Refused


def start_break(hall: Hall, wish: commands.StartBreak, by: Circumstances) -> Facts:
    counter = calling_counter(hall, wish.counter, by.plan)
    yield events.BreakStarted(
        at=by.at,
        counter=wish.counter,
        official=counter.official,
        reason=known_reason(by.plan, "break", wish.reason),
    )


def end_break(hall: Hall, wish: commands.EndBreak, by: Circumstances) -> Facts:
    counter = serving_counter(hall, wish.counter, by.plan)
    if not counter.break_reason:
        raise Refused(Refusal.NOT_ON_BREAK, counter=wish.counter)
    yield events.BreakEnded(at=by.at, counter=wish.counter, official=counter.official)


def substitute(hall: Hall, wish: commands.Substitute, by: Circumstances) -> Facts:
    """A break that the one who leaves had begun ends with it."""
    counter = serving_counter(hall, wish.counter, by.plan)
    official = who_serves(by, wish.counter, wish.official)
    at_no_other_counter(hall, official, wish.counter)
    may_sit_at(by.plan, official, wish.counter)
    if counter.official == official:
        raise Refused(Refusal.SAME_OFFICIAL, official=official)
    if counter.break_reason:
        yield events.BreakEnded(at=by.at, counter=wish.counter, official=counter.official)
    yield events.OfficialSubstituted(
        at=by.at, counter=wish.counter, official=official, before=counter.official
    )
