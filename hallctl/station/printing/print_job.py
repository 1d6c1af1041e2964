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
    ticket = job.ticket
    return Job(
        _name(ticket, job),
        job.fault,
        job.document,
        lambda: ConfirmPrinted(command_id=new_command_id(), ticket=ticket),
        lambda fault, is_held: ReportNotPrinted(
            command_id=new_command_id(), ticket=ticket, fault=fault, is_held=is_held
        ),
        (lambda: ReleasePrinting(command_id=new_command_id(), ticket=ticket))
        if job.is_asked_back
        else None,
        job.is_held,
    )


def _slip(job: SlipJob) -> Job:
    slip = job.slip
    return Job(
        _name(slip, job),
        job.fault,
        job.document,
        lambda: ConfirmSlip(command_id=new_command_id(), slip=slip),
        lambda fault, is_held: ReportSlip(
            command_id=new_command_id(), slip=slip, fault=fault, is_held=is_held
        ),
        (lambda: ReleaseSlip(command_id=new_command_id(), slip=slip))
        if job.is_asked_back
        else None,
        job.is_held,
    )


def _name(name: str, job: PrintJob | SlipJob) -> str:
    """At another place, or tried anew after a loss, it is another slip of paper."""
    return name if job.attempt == 1 else f"{name}#{job.attempt}"
