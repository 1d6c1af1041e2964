"""What facts about leased numbers mean for the ledger's tables."""

from collections.abc import Callable
from typing import Any

from hallctl.core import events
from hallctl.journal.inserting import Execute
from hallctl.ledger.visits.visit_summing import sum_day


def _numbers_leased(_execute: Execute, _event: events.NumbersLeased, _day: str) -> None:
    """Numbers that nobody holds yet."""


def _ticket_handed_in_late(execute: Execute, event: events.TicketHandedInLate, _day: str) -> None:
    """It counts on its own day, unless that number was given anew after a backup was restored."""
    day = event.business_day.isoformat()
    written = execute(
        "insert or ignore into tickets (ticket, visit, business_day, number, service,"
        " priority_group, language, channel, state, issued_at, queued_at, calls)"
        " values (?, ?, ?, ?, ?, ?, ?, 'offline', 'lapsed', ?, ?, 0)",
        (
            event.ticket,
            event.ticket,
            day,
            event.number,
            event.service,
            event.group,
            event.language,
            event.issued_at,
            event.issued_at,
        ),
    )
    if written.rowcount:
        execute(
            "insert into daily_counts (business_day, service, issued, lapsed) values (?, ?, 1, 1)"
            " on conflict (business_day, service) do update"
            " set issued = issued + 1, lapsed = lapsed + 1",
            (day, event.service),
        )
        if execute("select closed_at from days where business_day = ?", (day,)).fetchone()[0]:
            sum_day(execute, day)


PROJECT_OFFLINE: dict[type[events.Event], Callable[[Execute, Any, str], None]] = {
    events.NumbersLeased: _numbers_leased,
    events.TicketHandedInLate: _ticket_handed_in_late,
}
