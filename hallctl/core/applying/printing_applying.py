"""What facts about slips change in the hall."""

from collections.abc import Callable
from typing import Any

from hallctl.core import events
from hallctl.core.hall import Hall, Unprinted


def not_printed(job: Unprinted, event: events.TicketNotPrinted | events.SlipNotPrinted) -> None:
    """The job waits where it is."""
    job.fault, job.is_held, job.failed_at = event.fault, event.is_held, event.at


def redirected(job: Unprinted, event: events.PrintingRedirected | events.SlipRedirected) -> None:
    """The job has another place, once the one before has let go of it."""
    job.station, job.attempt = event.station, event.attempt
    job.asked_of = "" if event.confirmed_lost else event.from_station
    if event.confirmed_lost:
        job.fault, job.is_held = "", False


def released(job: Unprinted) -> None:
    """The job may be printed at its new place."""
    job.asked_of, job.fault, job.is_held = "", "", False


def _ticket_printed(hall: Hall, event: events.TicketPrinted) -> None:
    hall.unprinted.pop(event.ticket, None)


def _ticket_not_printed(hall: Hall, event: events.TicketNotPrinted) -> None:
    if (job := hall.unprinted.get(event.ticket)) is not None:
        not_printed(job, event)


def _printing_redirected(hall: Hall, event: events.PrintingRedirected) -> None:
    if (job := hall.unprinted.get(event.ticket)) is not None:
        redirected(job, event)


def _printing_released(hall: Hall, event: events.PrintingReleased) -> None:
    if (job := hall.unprinted.get(event.ticket)) is not None:
        released(job)


APPLY_TO_PRINTING: dict[type[events.Event], Callable[[Hall, Any], None]] = {
    events.TicketPrinted: _ticket_printed,
    events.TicketNotPrinted: _ticket_not_printed,
    events.PrintingRedirected: _printing_redirected,
    events.PrintingReleased: _printing_released,
}
