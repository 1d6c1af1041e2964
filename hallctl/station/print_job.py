"""What a station has to print, whatever it is: tickets of a kiosk's view, slips of a counter's."""

from collections.abc import Callable
from dataclasses import dataclass

from hallctl.core.commands import (
    Command,
    ConfirmPrinted,
    ConfirmSlip,
    ReleasePrinting,
    ReportNotPrinted,
    ReportSlip,
)
from hallctl.core.paper import Document
from hallctl.core.views import DevicesView, KioskView, PrintJob, SlipJob, SlipsView
from hallctl.station.addressing import new_command_id


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
        case KioskView():
            tickets = (_ticket(job) for job in view.print_jobs)
            return (*tickets, *(_slip(job) for job in view.slips))
        case DevicesView():
            return tuple(_ticket(job) for job in view.print_jobs)
        case SlipsView():
            return tuple(_slip(job) for job in view.jobs)
    return None


def _ticket(job: PrintJob) -> Job:
    """At another place, or tried anew after a loss, a ticket has another slip."""
    ticket = job.ticket
    return Job(
        ticket if job.attempt == 1 else f"{ticket}#{job.attempt}",
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
    name = job.slip
    return Job(
        name,
        job.fault,
        job.document,
        lambda: ConfirmSlip(command_id=new_command_id(), slip=name),
        lambda fault, _held: ReportSlip(command_id=new_command_id(), slip=name, fault=fault),
    )
