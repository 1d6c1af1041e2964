"""Wishes for a number that no answer has come to yet, and the view that may be quicker to tell.

A number's print job names the wish that it came of. A kiosk that sees it knows that its wish was
granted, whatever became of the answer, and gives no number of its own: one citizen, one paper.
"""

from collections.abc import Callable, Iterable, Iterator

from hallctl.core.commands import CheckInAppointment, IssueTicket
from hallctl.core.events import TicketIssued
from hallctl.core.views import GrantedWish, PrintJob
from hallctl.station.link.answering import Answer

Answered = Callable[[Answer], None]


class Unheard:
    """Each wish is answered once: by the hall, or by its print job, whichever comes first."""

    def __init__(self) -> None:
        self._waiting: dict[str, Answered] = {}

    def ask(self, wish: IssueTicket | CheckInAppointment, answered: Answered) -> None:
        """The wish is on its way."""
        self._waiting[str(wish.command_id)] = answered

    def take(self, wish: IssueTicket | CheckInAppointment) -> Answered | None:
        """Who is to hear the hall's own answer; None where a print job has told it already."""
        return self._waiting.pop(str(wish.command_id), None)

    def told_by(self, jobs: Iterable[PrintJob], at: int) -> Iterator[Callable[[], None]]:
        """What is to be said of the wishes that these jobs came of; none waits any more."""
        for job in jobs:
            granted = job.granted
            answered = self._waiting.pop(granted.command_id, None) if granted else None
            if granted is not None and answered is not None:
                yield _saying(answered, Answer(events=(_issued(job, granted, at),)))


def _saying(answered: Answered, answer: Answer) -> Callable[[], None]:
    return lambda: answered(answer)


def _issued(job: PrintJob, granted: GrantedWish, at: int) -> TicketIssued:
    """The fact as far as a kiosk needs it."""
    return TicketIssued(
        at=at,
        ticket=job.ticket,
        visit=job.ticket,
        number=job.number,
        serial=int(job.number[1:]),
        letter=job.number[:1],
        service=granted.service,
        group="",
        language="",
        station=job.station,
        ahead=granted.ahead,
        appointment_at=granted.appointment_at,
    )
