"""Print jobs as a station sees them: what it is to print, and what it is to let go of."""

from collections.abc import Callable

from hallctl.core import views
from hallctl.core.hall import Hall, Unprinted
from hallctl.core.plan import Plan
from hallctl.core.ticket_paper import ticket_paper


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
        )
        for name, job in hall.unprinted.items()
        if _holder(job) == station
    )


def waiting_slips(hall: Hall) -> tuple[views.WaitingSlip, ...]:
    """Every slip of the hall that is not on paper, for whoever can help."""
    return tuple(
        views.WaitingSlip(
            ticket=name,
            number=hall.tickets[name].number,
            station=job.station,
            fault=job.fault,
            is_held=job.is_held,
            asked_of=job.asked_of,
            issued_at=hall.tickets[name].issued_at,
            failed_at=job.failed_at or None,
        )
        for name, job in hall.unprinted.items()
    )


def _holder(job: Unprinted) -> str:
    """Who alone may print it now, or may have."""
    return job.asked_of or job.station
