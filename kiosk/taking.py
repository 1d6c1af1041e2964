"""Taking a number: one wish at a time, from the tap to the number in the citizen's hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from hallctl.core.commands import CheckInAppointment, IssueTicket
from hallctl.core.events import TicketIssued
from hallctl.core.paper import QrCode
from hallctl.core.views import KioskView, PrintJob, ServiceChoice
from hallctl.station.dossiers import NotOpened
from hallctl.station.link.addressing import new_command_id
from hallctl.station.link.answering import Answer, Link

Priority = str | bool | None


@dataclass(frozen=True, slots=True)
class TakenNumber:
    """A number the hall has just given: how many come before it, and what its queue was at the tap."""

    ticket: str
    number: str
    choice: ServiceChoice
    ahead: int | None
    """None from a kiosk that is alone: nobody can know."""
    has_priority: bool
    appointment_at: int = 0
    """For when it was booked (ms since 1970); 0 for a number taken without."""

    @property
    def expected_wait_s(self) -> int | None:
        """The wait of those who waited at the tap, in the share that comes before this number."""
        expected_s, waiting = self.choice.expected_wait_s, self.choice.waiting
        if expected_s is None or waiting == 0 or self.ahead is None:
            return expected_s
        return expected_s * (2 * min(self.ahead, waiting) + 1) // (2 * waiting + 1)


class Taking:
    """Sends the wish; ``done`` hears of the number, or of the refusal's code, or of silence.

    The codes are the hall's, or "unreachable".
    """

    def __init__(self, link: Link, done: Callable[[TakenNumber | str], None]) -> None:
        self._link = link
        self._done = done
        self.under_way = ""
        """The service a number is being asked for, or empty."""

    def ask(
        self,
        choice: ServiceChoice,
        priority: Priority,
        language: str,
        others: Sequence[ServiceChoice] = (),
    ) -> bool:
        """Ask for a number, for ``others`` too; False while an earlier wish has no answer yet."""
        wish = IssueTicket(
            command_id=new_command_id(),
            service=choice.service,
            priority=priority,
            language=language,
            also=tuple(one.service for one in others),
        )
        return self._send(wish, (choice, *others))

    def collect(
        self, choice: ServiceChoice, priority: Priority, language: str, dossier: str
    ) -> bool:
        """Ask for a number to collect that dossier's result."""
        wish = IssueTicket(
            command_id=new_command_id(),
            service=choice.service,
            priority=priority,
            language=language,
            dossier=dossier,
        )
        return self._send(wish, (choice,))

    def check_in(
        self,
        appointment: str,
        language: str,
        choices: Sequence[ServiceChoice],
        refused: Callable[[NotOpened], None],
    ) -> bool:
        """Ask for the number that an appointment gives; ``refused`` hears why there is none."""
        if self.under_way:
            return False
        self.under_way = appointment
        wish = CheckInAppointment(
            command_id=new_command_id(), appointment=appointment, language=language
        )
        self._link.send(wish, partial(self._on_checked_in, choices, refused))
        return True

    def _on_checked_in(
        self,
        choices: Sequence[ServiceChoice],
        refused: Callable[[NotOpened], None],
        answer: Answer,
    ) -> None:
        offered = {one.service: one for one in choices}
        if answer.granted:
            self._on_answer(offered, False, answer)
            return
        self.under_way = ""
        refused(NotOpened("unreachable" if answer.unreachable else answer.refused, answer.details))

    def _send(self, wish: IssueTicket, choices: Sequence[ServiceChoice]) -> bool:
        if self.under_way:
            return False
        self.under_way = wish.service
        offered = {one.service: one for one in choices}
        self._link.send(wish, partial(self._on_answer, offered, wish.priority is not None))
        return True

    def _on_answer(
        self, offered: dict[str, ServiceChoice], has_priority: bool, answer: Answer
    ) -> None:
        self.under_way = ""
        issued = next((event for event in answer.events if isinstance(event, TicketIssued)), None)
        if issued is not None:
            ahead = None if issued.lease else issued.ahead
            choice = offered.get(issued.service) or next(iter(offered.values()))
            at = issued.appointment_at
            taken = TakenNumber(issued.ticket, issued.number, choice, ahead, has_priority, at)
            self._done(taken)
        else:
            self._done("unreachable" if answer.unreachable else answer.refused)


class Paper:
    """Whether a number is on paper: its print job comes with a view, and goes when printed."""

    def __init__(self, ticket: str) -> None:
        self._ticket = ticket
        self._job: PrintJob | None = None
        self._printer_has_fault = False

    def look(self, view: KioskView) -> None:
        """Take the newest view's word on it."""
        self._job = next((job for job in view.print_jobs if job.ticket == self._ticket), None)
        self._printer_has_fault = any(job.fault for job in view.print_jobs)

    @property
    def in_trouble(self) -> bool:
        """The printer could not print it, or one before it: the number must be remembered."""
        return self._job is not None and self._printer_has_fault

    @property
    def status_link(self) -> str:
        """The address its QR code would carry, or empty."""
        blocks = self._job.document.blocks if self._job else ()
        return next((block.text for block in blocks if isinstance(block, QrCode)), "")
