"""What a station has to print, whatever it is: tickets of a kiosk's view, slips of a counter's."""

from collections.abc import Callable
from dataclasses import dataclass

from hallctl.core.commands import (
    Command,
    ConfirmPrinted,
    ConfirmSlip,
    ReleasePrinting,
    ReleaseSlip,
    ReportNotPrinted,
    ReportSlip,
)
from hallctl.core.paper import Document
from hallctl.core.views import DevicesView, KioskView, PrintJob, SlipJob, SlipsView
from hallctl.station.link.addressing import new_command_id

Wish = Callable[..., Command]
Wishes = tuple[Wish, Wish, Wish]
"""It is out, it is not, it may be printed elsewhere."""
TICKET_WISHES: Wishes = (ConfirmPrinted, ReportNotPrinted, ReleasePrinting)
SLIP_WISHES: Wishes = (ConfirmSlip, ReportSlip, ReleaseSlip)


@dataclass(frozen=True, slots=True)
class Job:
    """One slip of paper: its name for ever, and what is asked of the hall when it is out or not.

    ``released`` is what is asked where it is wanted elsewhere and nothing of it came out.
    """

    name: str
    fault: str
    """What the hall has heard of the last try, or empty."""
    document: Document
    confirmed: Callable[[], Command]
    not_printed: Callable[[str, bool], Command]
    """Of a fault, and whether the printer has the slip."""
    released: Callable[[], Command] | None = None
    is_held: bool = False
    """What the hall has heard of that."""


def jobs_of(view: object) -> tuple[Job, ...] | None:
    """What the view has to print, in its order; None where such a view prints nothing at all."""
    match view:
        case KioskView() | DevicesView():
            tickets = (_ticket(job) for job in view.print_jobs)
            return (*tickets, *(_slip(job) for job in view.slips))
        case SlipsView():
            return tuple(_slip(job) for job in view.jobs)
    return None


def _ticket(job: PrintJob) -> Job:
    return _job(job, job.ticket, TICKET_WISHES, ticket=job.ticket)


def _slip(job: SlipJob) -> Job:
    return _job(job, job.slip, SLIP_WISHES, slip=job.slip)


def _job(job: PrintJob | SlipJob, name: str, wishes: Wishes, **of: str) -> Job:
    confirm, report, release = wishes
    return Job(
        # At another place, or tried anew after a loss, it is another slip of paper.
        name if job.attempt == 1 else f"{name}#{job.attempt}",
        job.fault,
        job.document,
        lambda: confirm(command_id=new_command_id(), **of),
        lambda fault, is_held: report(
            command_id=new_command_id(), fault=fault, is_held=is_held, **of
        ),
        (lambda: release(command_id=new_command_id(), **of)) if job.is_asked_back else None,
        job.is_held,
    )
