"""What happens to a slip that is to be printed: confirmed, failed, sent elsewhere, let go.

Exactly one station may print a job at any time. A redirected job waits until the station before
says that nothing of it has come out; only a person who has looked may spare it that answer.
"""

from typing import TypedDict

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.guards import known_ticket
from hallctl.core.hall import Hall, Ticket, Unprinted
from hallctl.core.permissions import Actor, Role
from hallctl.core.refusals import Refusal, Refused

PRINTING_ROLES = frozenset({Role.KIOSK, Role.DEVICES})


def confirm_printed(hall: Hall, wish: commands.ConfirmPrinted, by: Circumstances) -> Facts:
    ticket, job = _waiting_job(hall, wish.ticket)
    _own_paper(by.actor, job)
    yield events.TicketPrinted(
        at=by.at, ticket=ticket.ticket, number=ticket.number, station=by.actor.name
    )


def report_not_printed(hall: Hall, wish: commands.ReportNotPrinted, by: Circumstances) -> Facts:
    ticket, job = _waiting_job(hall, wish.ticket)
    _own_paper(by.actor, job)
    yield events.TicketNotPrinted(
        at=by.at,
        ticket=ticket.ticket,
        number=ticket.number,
        station=by.actor.name,
        fault=wish.fault,
        is_held=wish.is_held,
    )


def redirect_printing(hall: Hall, wish: commands.RedirectPrinting, by: Circumstances) -> Facts:
    ticket, job = _waiting_job(hall, wish.ticket)
    place = new_place(job, wish, {*by.plan.printing_stations, *by.admitted_printers})
    yield events.PrintingRedirected(at=by.at, ticket=ticket.ticket, number=ticket.number, **place)


class NewPlace(TypedDict):
    """Where a job is to be printed from now on."""

    from_station: str
    station: str
    attempt: int
    confirmed_lost: bool


def new_place(
    job: Unprinted,
    wish: commands.RedirectPrinting | commands.RedirectSlip,
    stations: set[str],
) -> NewPlace:
    """The job's next place, if there is a printer and the job is not there already."""
    if wish.station not in stations:
        raise Refused(Refusal.NO_PRINTER_THERE, station=wish.station)
    if wish.station in {job.station, job.asked_of} and not wish.confirmed_lost:
        raise Refused(Refusal.PRINTS_THERE_ALREADY, station=wish.station)
    return NewPlace(
        from_station=job.holder,
        station=wish.station,
        attempt=job.attempt + (not job.asked_of),
        confirmed_lost=wish.confirmed_lost,
    )


def release_printing(hall: Hall, wish: commands.ReleasePrinting, by: Circumstances) -> Facts:
    ticket, job = _waiting_job(hall, wish.ticket)
    if not job.asked_of:
        raise Refused(Refusal.NOT_ASKED_BACK, ticket=wish.ticket)
    _own_paper(by.actor, job)
    yield events.PrintingReleased(
        at=by.at, ticket=ticket.ticket, number=ticket.number, station=job.asked_of
    )


def _waiting_job(hall: Hall, name: str) -> tuple[Ticket, Unprinted]:
    ticket = known_ticket(hall, name)
    if name not in hall.unprinted:
        raise Refused(Refusal.ALREADY_PRINTED, ticket=name)
    return ticket, hall.unprinted[name]


def _own_paper(actor: Actor, job: Unprinted) -> None:
    """A station speaks for its own printer only: the one that has the job, or is to let it go."""
    if actor.role in PRINTING_ROLES and job.holder != actor.name:
        raise Refused(Refusal.NOT_ALLOWED, role=actor.role, station=job.holder)
