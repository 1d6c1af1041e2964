"""A kiosk's link that goes on when the hall is out of reach.

It passes everything through to the hall. While it can't, it gives numbers from the kiosk's leases,
puts their slips among the print jobs of the view, and shows what the kiosk honestly knows. When
the hall is back, it hands them in.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hallctl.core.commands import (
    CheckInAppointment,
    Command,
    ConfirmPrinted,
    IssueTicket,
    LeaseNumbers,
    ReportNotPrinted,
)
from hallctl.core.events import TicketIssued
from hallctl.core.numbering import ticket_of
from hallctl.core.views import KioskView, LeaseDocument, PrintJob
from hallctl.station.link import HallLink
from hallctl.station.link.addressing import new_command_id
from hallctl.station.link.answering import Answer, Said
from hallctl.station.link.requesting import Found
from hallctl.station.offline.alone import alone_view
from hallctl.station.offline.giving import Free, Giving
from hallctl.station.offline.hall_time import HallTime, Heard
from hallctl.station.offline.handing_in import HandingIn
from hallctl.station.offline.journal import GivenTicket, OfflineJournal
from hallctl.station.offline.unheard import Unheard

log = logging.getLogger(__name__)

PATIENCE_S = 5.0
"""A kiosk that can go on alone waits no longer for an answer."""
LOOK_AGAIN_S = 10.0
KEEP_EVERY_MS = 30_000
VIEW, HEARD, OPENED = "view", "heard", "opened"

_view_decoder = msgspec.json.Decoder(KioskView)
_heard_decoder = msgspec.json.Decoder(Heard)
_lease_decoder = msgspec.json.Decoder(LeaseDocument)


class KioskLink(QObject):
    """``hall`` is the real link; ``journal`` this kiosk's own; both are stopped with it."""

    view_changed = Signal(object)
    state_changed = Signal(str)

    def __init__(
        self, hall: HallLink, journal: OfflineJournal, hall_time: HallTime | None = None
    ) -> None:
        super().__init__()
        self._hall = hall
        self._journal = journal
        self._time = hall_time or HallTime()
        self._giving = Giving(journal)
        self._handing_in = HandingIn(journal, hall.send, self._on_come_in)
        self._held_back: dict[str, tuple[Command, Callable[[Answer], None]]] = {}
        """Words about slips of tickets that the hall does not know yet."""
        self._unheard = Unheard()
        self._ghosts = journal.ghosts()
        """Tickets of the hall that nobody holds: their slips never come out."""
        self._said: KioskView | None = None
        """What the hall said last."""
        self._view: KioskView | None = None
        self._kept_at = 0
        self._kept_about: tuple[date | None, tuple[str, ...]] | None = None
        self._fetching: set[str] = set()
        self._is_leasing = False
        self._is_first_of_connection = True
        self._look_again = QTimer(self, interval=int(LOOK_AGAIN_S * 1000))
        self._look_again.timeout.connect(self._tell_view)
        hall.patience_s = min(hall.patience_s, PATIENCE_S)
        hall.view_changed.connect(self._on_view)
        hall.state_changed.connect(self._on_state)
        self._remember()

    @property
    def state(self) -> str:
        """ "connecting", "online" or "offline"."""
        return self._hall.state

    @property
    def view(self) -> KioskView | None:
        """The newest view, the hall's or, while alone, the kiosk's own."""
        return self._view

    @property
    def gives_alone(self) -> frozenset[str]:
        """Services of which it can give a number now, without the hall."""
        now = self._time.now()
        if self.state != "offline" or now is None or not self._is_open_alone():
            return frozenset()
        return self._giving.services(now)

    def start(self) -> None:
        """Connect, and stay connected until ``stop``."""
        self._look_again.start()
        self._hall.start()

    def stop(self) -> None:
        """Close the connection and let go of the disk."""
        self._look_again.stop()
        self._hall.stop()
        self._said = None
        self._journal.close()

    def send(self, command: Command, answered: Callable[[Answer], None]) -> None:
        """Ask the hall, or answer for it; ``answered`` is called exactly once, later."""
        match command:
            case IssueTicket() if self.state == "offline":
                answer = self._give(command, was_asked=False) or Answer(unreachable=True)
                QTimer.singleShot(0, lambda: answered(answer))
            case IssueTicket() | CheckInAppointment():
                self._unheard.ask(command, answered)
                self._hall.send(command, lambda answer: self._on_issued(command, answer))
            case ConfirmPrinted(ticket=ticket) | ReportNotPrinted(ticket=ticket) if (
                self._is_waiting(ticket)
            ):
                self._held_back[ticket] = command, answered
            case _:
                self._hall.send(command, answered)

    def look_up(self, path: str, query: dict[str, str], found: Found) -> None:
        """Read what the hall has under ``path``."""
        self._hall.look_up(path, query, found)

    def request(self, method: str, path: str, body: bytes, heard: Callable[[Said], None]) -> None:
        """Ask in the station's own name."""
        self._hall.request(method, path, body, heard)

    def _remember(self) -> None:
        """What was kept before the plug was pulled."""
        if heard := self._journal.kept(HEARD):
            self._time.remember(_heard_decoder.decode(heard))
        if body := self._journal.kept(VIEW):
            said = self._said = msgspec.structs.replace(_view_decoder.decode(body), print_jobs=())
            if said.business_day is not None:
                self._hall.seen.see_numbers(said.business_day, said.given)
            self._tell_view()

    def _on_issued(self, command: IssueTicket | CheckInAppointment, answer: Answer) -> None:
        """The hall's answer; or, where none came, a number of the kiosk's own."""
        if (answered := self._unheard.take(command)) is None:
            return
        own = None
        if answer.unreachable and isinstance(command, IssueTicket):
            own = self._give(command, was_asked=True)
        answered(own or answer)

    def _give(self, command: IssueTicket, *, was_asked: bool) -> Answer | None:
        now = self._time.now()
        free = self._giving.free(command.service, now) if now is not None else None
        if now is None or free is None or not self._is_open_alone():
            return None
        try:
            wish = self._giving.give(free, command, now, was_asked=was_asked)
        except sqlite3.Error:
            log.exception("the kiosk's own disk does not keep numbers: none is given")
            return None
        self._tell_view()
        return Answer(events=(_issued(free, command, wish.issued_at),))

    @Slot(object)
    def _on_view(self, view: object) -> None:
        if not isinstance(view, KioskView):
            return
        self._said = view
        heard = self._time.hear(view.shown_at)
        try:
            self._keep(view, heard)
        except sqlite3.Error:
            log.exception("the kiosk's own disk fails: it could not go on alone")
        told = [*self._unheard.told_by(view.print_jobs, view.shown_at)]
        self._tell_view()
        for say in told:
            say()
        self._fetch(view)
        if view.business_day is not None:
            self._handing_in.begin()
        if view.lease_wanted and not self._is_leasing and not self._journal.waiting():
            self._is_leasing = True
            wish = LeaseNumbers(command_id=new_command_id())
            self._hall.send(wish, self._on_leased)

    def _keep(self, view: KioskView, heard: Heard) -> None:
        """On disk once in a while; sooner when the day or the leases change."""
        if self._is_first_of_connection:
            self._is_first_of_connection = False
            if view.business_day is not None:
                self._journal.doubt(view.business_day)
                self._journal.forget_before(view.business_day)
        about = (view.business_day, view.leases)
        is_new = about != self._kept_about
        if is_new:
            self._journal.keep_only(view.leases)
            self._giving.refresh()
            if view.business_day is not None:
                self._journal.keep(OPENED, view.business_day.isoformat().encode())
        if is_new or heard.own - self._kept_at >= KEEP_EVERY_MS:
            self._kept_at, self._kept_about = heard.own, about
            self._journal.keep(VIEW, msgspec.json.encode(view))
            self._journal.keep(HEARD, msgspec.json.encode(heard))

    def _fetch(self, view: KioskView) -> None:
        known = {one.lease for one in self._giving.leases} | self._fetching
        for lease in view.leases:
            if lease not in known:
                self._fetching.add(lease)
                self._hall.request(
                    "GET", f"/api/leases/{lease}", b"", partial(self._on_found, lease)
                )

    def _on_found(self, lease: str, said: Said) -> None:
        self._fetching.discard(lease)
        if not said.is_good:
            return
        try:
            self._journal.keep_lease(_lease_decoder.decode(said.body))
            self._giving.refresh()
        except (msgspec.DecodeError, sqlite3.Error):
            log.exception("the lease %s could not be kept: it is asked for again", lease)

    def _on_leased(self, _answer: Answer) -> None:
        self._is_leasing = False

    def _on_come_in(self) -> None:
        """A number given alone is in: what was held back about it may follow."""
        self._tell_view()
        for ticket in [one for one in self._held_back if not self._is_waiting(one)]:
            self._hall.send(*self._held_back.pop(ticket))

    @Slot(str)
    def _on_state(self, state: str) -> None:
        self._is_first_of_connection = True
        self._tell_view()
        self.state_changed.emit(state)

    @Slot()
    def _tell_view(self) -> None:
        """The hall's view, or what is left of it while it is out of reach; with our own slips."""
        said = self._said
        if said is None:
            return
        waiting = self._journal.waiting()
        jobs = [self._giving.print_job(one, said.timezone) for one in waiting]
        own = {job.ticket: job for job in jobs if job is not None}
        own |= {job.ticket: job for job in self._jobs_of_the_hall(said, waiting)}
        view = msgspec.structs.replace(said, print_jobs=tuple(own.values()))
        now = self._time.now()
        if self.state == "offline":
            open_alone = self._is_open_alone()
            lease = self._giving.lease_at(now) if now is not None and open_alone else None
            view = alone_view(view, lease, now, self._giving)
        self._view = view
        self.view_changed.emit(view)

    def _jobs_of_the_hall(self, said: KioskView, waiting: list[GivenTicket]) -> Iterator[PrintJob]:
        """Without ghosts: those that are known, and those of wishes that an own number stands in
        for. A job that names no wish may be such a one's until the hall has said what it granted."""
        self._ghosts.update(one.ghost for one in waiting if one.ghost)
        stood_in_for = {str(one.asked.command_id) for one in waiting if one.asked}
        for job in said.print_jobs:
            wish = job.granted.command_id if job.granted else ""
            is_doubtful = bool(stood_in_for) and (not wish or wish in stood_in_for)
            if job.ticket not in self._ghosts and not is_doubtful:
                yield job

    def _is_open_alone(self) -> bool:
        """Whether the day's lease may be used: not once the hall has said that the day is over."""
        now, said = self._time.now(), self._said
        lease = self._giving.lease_at(now) if now is not None else None
        if said is None or lease is None:
            return False
        was_opened = self._journal.kept(OPENED) == lease.business_day.isoformat().encode()
        return said.business_day is not None or not was_opened

    def _is_waiting(self, ticket: str) -> bool:
        return any(
            ticket_of(one.wish.business_day, one.number) == ticket
            for one in self._journal.waiting()
        )


def _issued(free: Free, command: IssueTicket, issued_at: int) -> TicketIssued:
    """The fact as the hall will write it down, but for who is ahead."""
    ticket = ticket_of(free.lease.business_day, free.number)
    return TicketIssued(
        at=issued_at,
        ticket=ticket,
        visit=ticket,
        number=free.number,
        serial=free.serial,
        letter=free.numbers.letter,
        service=command.service,
        group="",
        language=command.language or "",
        station=free.lease.station,
        ahead=0,
        issued_at=issued_at,
        lease=free.lease.lease,
        leased=free.serial,
    )
