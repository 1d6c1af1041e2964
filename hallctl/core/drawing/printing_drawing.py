"""Print jobs as a station sees them: what it is to print, and what it is to let go of."""

from collections.abc import Callable

from hallctl.core import views
from hallctl.core.hall import Hall, Slip, Ticket, Unprinted
from hallctl.core.plan import Plan
from hallctl.core.slips.ticket_paper import ticket_paper


def print_jobs(
    hall: Hall, plan: Plan, station: str, link_to: Callable[[str], str]
) -> tuple[views.PrintJob, ...]:
    """The station's jobs, oldest first; none for a station without a name."""
    if not station:
        return ()
    return tuple(
        views.PrintJob(
            ticket=name,
            number=hall.tickets[name].number,
            station=station,
            fault=job.fault,
            document=ticket_paper(hall.tickets[name], plan, link_to(name)),
            is_held=job.is_held,
            attempt=job.attempt - bool(job.asked_of),
            is_asked_back=bool(job.asked_of),
            granted=_granted(hall.tickets[name], job),
        )
        for name, job in hall.unprinted.items()
        if job.holder == station
    )


def _granted(ticket: Ticket, job: Unprinted) -> views.GrantedWish | None:
    if not job.command_id:
        return None
    return views.GrantedWish(
        command_id=job.command_id,
        service=ticket.service,
        ahead=ticket.ahead,
        appointment_at=ticket.appointment_at,
    )


def waiting_slips(hall: Hall) -> tuple[views.WaitingSlip, ...]:
    """Everything of the hall that is not on paper, for whoever can help: tickets first."""
    tickets = ((hall.tickets[name], job) for name, job in hall.unprinted.items())
    return (
        *(_waits(job, one.issued_at, ticket=one.ticket, number=one.number) for one, job in tickets),
        *(
            _waits(slip, slip.ordered_at, slip=slip.slip, kind=slip.kind, number=_about(slip))
            for slip in hall.slips.values()
        ),
    )


def _waits(job: Unprinted, since: int, **about: str) -> views.WaitingSlip:
    return views.WaitingSlip(
        **{"ticket": "", **about},
        station=job.station,
        fault=job.fault,
        is_held=job.is_held,
        asked_of=job.asked_of,
        issued_at=since,
        failed_at=job.failed_at or None,
    )


def _about(slip: Slip) -> str:
    """What people know it by."""
    return slip.dossier or slip.procedure or slip.run
