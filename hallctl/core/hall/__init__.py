"""The hall in memory: what the journal's facts, applied in order, add up to."""

from datetime import date

import msgspec

from hallctl.core.hall.appointment_book import AppointmentBook
from hallctl.core.hall.board_book import BoardBook
from hallctl.core.hall.complaint_shelf import ComplaintShelf
from hallctl.core.hall.counting import Tally
from hallctl.core.hall.desks import Desk, OpenCounter, Press, ProfilePress
from hallctl.core.hall.dossier_shelf import Shelf
from hallctl.core.hall.leases import Leases
from hallctl.core.hall.office_book import OfficeBook
from hallctl.core.hall.passed_over import PassedOver
from hallctl.core.hall.phone_book import PhoneBook
from hallctl.core.hall.queueing import Queues
from hallctl.core.hall.run_book import RunBook
from hallctl.core.hall.seals import Seals
from hallctl.core.hall.ticket import Ticket
from hallctl.core.hall.unprinted import Slip, Unprinted
from hallctl.core.plan import Words


class PastRating(msgspec.Struct, frozen=True, gc=False):
    """A rating that may still be struck."""

    business_day: date
    service: str
    counter: str
    official: str
    result: int
    attitude: int
    reasons: tuple[str, ...] = ()


class CallMade(msgspec.Struct, frozen=True, gc=False):
    """One announcement of the day."""

    call: int
    ticket: str
    counter: str
    called_at: int
    is_recall: bool
    is_withdrawn: bool = False
    """It was a mistake, taken back after it had been spoken."""


class Pause(msgspec.Struct, frozen=True):
    """Why a service gives no numbers, in both languages; until when, 0 for until it is said."""

    vi: str
    en: str
    until: int


class SentAway(msgspec.Struct):
    """What an end of the day sent away, as it stood: to come back if that was too soon."""

    tickets: dict[str, Ticket] = {}
    counters: dict[str, OpenCounter] = {}
    unprinted: dict[str, Unprinted] = {}
    issuing_ended: bool = False


class Hall(msgspec.Struct, eq=False):
    """Everything that is true of the hall now; changed by :func:`hallctl.core.applying.apply`."""

    journal_number: int = 0
    last_at: int = 0
    business_day: date | None = None
    is_open: bool = False
    opened_at: int = 0
    target_s: int = 0
    epoch: int = 0
    """How often the journal was restored or taken over."""
    appointments: AppointmentBook = msgspec.field(default_factory=AppointmentBook)
    """Appointments, complaints and dossiers outlive their day."""
    boards: BoardBook = msgspec.field(default_factory=BoardBook)
    """What is set on boards and speakers; an emergency outlives its day."""
    complaints: ComplaintShelf = msgspec.field(default_factory=ComplaintShelf)
    paused: dict[str, Pause] = {}
    """Services that give no numbers; pauses outlive their day."""
    carried: list[Ticket] = []
    """Tickets of the last day that are valid on the next."""
    dossiers: Shelf = msgspec.field(default_factory=Shelf)
    slips: dict[str, Slip] = {}
    """Those that are not on paper yet, in the order they were asked for."""
    runs: RunBook = msgspec.field(default_factory=RunBook)
    office: OfficeBook = msgspec.field(default_factory=OfficeBook)
    leases: Leases = msgspec.field(default_factory=Leases)
    """So do leases, for a while."""
    seals: Seals = msgspec.field(default_factory=Seals)
    ratings: dict[str, PastRating] = {}
    """By visit, those of the last weeks."""
    first_numbers: tuple[date, int] | None = None
    """The day of a restore, and where its numbers begin if the journal has lost its opening."""
    passed_over: PassedOver = msgspec.field(default_factory=PassedOver)
    """Numbers that stations have seen, in hours that the journal has lost."""
    issuing_ended: bool = False
    went_on: dict[str, str] = {}
    """Tickets of the day before, and those they go on as."""
    carried_up_to: dict[str, int] = {}
    """The highest serial of each letter that the day before left."""
    serials: dict[str, int] = {}
    numbers_from: int = 1
    """Lower serials may have been given in hours that the journal has lost."""
    tickets: dict[str, Ticket] = {}
    queues: Queues = msgspec.field(default_factory=Queues)
    counters: dict[str, OpenCounter] = {}
    desks: dict[str, Desk] = {}
    calls: list[CallMade] = []
    calls_made: int = 0
    tallies: dict[str, Tally] = {}
    unprinted: dict[str, Unprinted] = {}
    notice: Words | None = None
    """What the supervisor has put up on every board."""
    missed: dict[str, None] = {}
    """No-shows that may still be put back, in the order they were missed."""
    parked: dict[str, None] = {}
    """Tickets whose citizen does something else meanwhile, in the order they were parked."""
    work: dict[str, Desk] = {}
    """Each official's own day."""
    phones: PhoneBook = msgspec.field(default_factory=PhoneBook)
    """Who took a number by phone."""
    by_closing: SentAway = msgspec.field(default_factory=SentAway)
    """What the day's newest closing sent away."""
    by_ending: SentAway = msgspec.field(default_factory=SentAway)
    """What the end of the day's numbers sent away."""

    def __repr__(self) -> str:
        return f"<Hall at event {self.journal_number}>"

    def clear_day(self) -> None:
        """Forget yesterday; numbers start again."""
        nothing = Hall()
        for name in OF_THE_DAY:
            setattr(self, name, getattr(nothing, name))
        self.boards.clear_day()

    def tally(self, service: str) -> Tally:
        """The day's sums of a service."""
        tally = self.tallies.get(service)
        if tally is None:
            tally = self.tallies[service] = Tally()
        return tally

    def desk(self, counter: str) -> Desk:
        """The day's work of a counter."""
        desk = self.desks.get(counter)
        if desk is None:
            desk = self.desks[counter] = Desk()
        return desk

    def hands(self, counter: str, official: str) -> tuple[Desk, Desk]:
        """Whose figures a press changes: the counter's and the official's."""
        work = self.work.get(official)
        if work is None:
            work = self.work[official] = Desk()
        return self.desk(counter), work

    def ticket(self, name: str) -> Ticket | None:
        """A ticket of today; one of the day before is what it goes on as. Else None."""
        return self.tickets.get(name) or self.tickets.get(self.went_on.get(name, ""))

    def current(self, counter: str) -> Ticket | None:
        """The ticket at the counter, or None when it is free or closed."""
        desk = self.counters.get(counter)
        return self.tickets[desk.ticket] if desk and desk.ticket else None


OF_THE_DAY = (
    "issuing_ended",
    "went_on",
    "carried_up_to",
    "serials",
    "numbers_from",
    "tickets",
    "queues",
    "counters",
    "desks",
    "calls",
    "calls_made",
    "tallies",
    "unprinted",
    "notice",
    "missed",
    "parked",
    "work",
    "phones",
    "by_closing",
    "by_ending",
)
"""What a hall forgets with the day; the rest outlives it."""
