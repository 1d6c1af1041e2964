"""What a closing that is taken back means for the ledger's tables: as if it had not been.

The journal keeps both facts, the ledger what came of them.
"""

from collections.abc import Callable
from typing import Any

from hallctl.core import events
from hallctl.journal.inserting import Execute
from hallctl.ledger.floor.counting_down import count_once_less, take_off_finished
from hallctl.ledger.floor.floor_projecting import begin_call, park_again


def _closing_begun(_execute: Execute, _event: events.ClosingBegun, _day: str) -> None:
    """What follows tells what becomes of everybody."""


def _ticket_revived(execute: Execute, event: events.TicketRevived, day: str) -> None:
    (state,) = execute("select state from tickets where ticket = ?", (event.ticket,)).fetchone()
    if state == "finished":
        take_off_finished(execute, event.ticket)
    else:
        count_once_less(execute, event.ticket, "lapsed")
    is_called = event.state == "called"
    execute(
        "update tickets set state = ?, queued_at = ?, called_at = iif(?, ?, called_at),"
        " finished_at = null, official = null, counter = ? where ticket = ?",
        (
            event.state,
            event.queued_at,
            is_called,
            event.called_at,
            event.counter or None,
            event.ticket,
        ),
    )
    if is_called:
        begin_call(execute, event, day, event.called_at)
    elif event.state == "parked":
        park_again(execute, event.ticket)


def _issuing_resumed(_execute: Execute, _event: events.IssuingResumed, _day: str) -> None:
    """Numbers that are given again count as they come."""


PROJECT_REOPENINGS: dict[type[events.Event], Callable[[Execute, Any, str], None]] = {
    events.ClosingBegun: _closing_begun,
    events.IssuingResumed: _issuing_resumed,
    events.TicketRevived: _ticket_revived,
}
"""A few statements a fact."""
