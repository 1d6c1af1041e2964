"""What screens and pages show of the day: queues, calls, counters and counts."""

from datetime import date

import msgspec

from hallctl.core.plan import Words
from hallctl.core.plan.board_rules import SCENES, Scene
from hallctl.core.views.board_views import MessageShown, PlaylistEntry, Sounding
from hallctl.core.views.dossier_views import DepartmentCounts, DossierCounts, DossiersDue
from hallctl.core.views.floor_views import (
    Destination,
    FloorReason,
    OnBreak,
    OpenDesk,
    ParkedTicket,
    ProfileChoice,
    ProfileShown,
    Shut,
    UndoOffer,
)
from hallctl.core.views.office_views import OfficeGlance
from hallctl.core.views.phone_views import HallCodeShown
from hallctl.core.views.printing_views import PrintJob
from hallctl.core.views.slip_views import SlipJob
from hallctl.core.views.view import View


class ServiceChoice(msgspec.Struct, frozen=True, kw_only=True):
    """One service as the kiosk and the board offer it."""

    service: str
    letter: str
    name: Words
    icon: str
    waiting: int
    counters_open: int
    expected_wait_s: int | None
    """What a citizen who takes a number now may expect; None while no counter serves it."""
    longest_wait_s: int
    shut: Shut | None = None
    """Why it gives no numbers now; None when it does."""


class GroupChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A priority group a citizen may declare."""

    group: str
    name: Words
    from_age: int = 0
    """From that age on a citizen card's year of birth is enough; 0: it says nothing."""


class KioskView(View, frozen=True, kw_only=True, tag="kiosk"):
    """The citizen's choices; print jobs only for the station that asks in its own name."""

    languages: tuple[str, ...]
    services: tuple[ServiceChoice, ...]
    groups: tuple[GroupChoice, ...]
    print_jobs: tuple[PrintJob, ...]
    target_s: int
    printer: str = ""
    """Where the asking station prints: ``tcp://host:port``, ``serial:/dev/…``, ``simulate``."""
    slips: tuple[SlipJob, ...] = ()
    """What is no ticket and is to be printed at the station that asks in its own name."""
    opens_at: int | None = None
    """When the hall next opens by its timetable, while it is closed; None if it has none."""
    leases: tuple[str, ...] = ()
    """Numbers the asking station may give when it is alone, today or later."""
    lease_wanted: bool = False
    """Whether it should ask for more of them now."""
    hall_code: HallCodeShown | None = None
    """For phones to take a number by; only for the station that asks in its own name."""
    appointments: bool = False
    """Whether the hall gives appointments, which are checked in here."""
    complaint_page: str = ""
    """The address of the form to complain on, for phones; only for that station too."""


class WaitingTicket(msgspec.Struct, frozen=True, kw_only=True):
    """Someone in the queue, in the order the counter would call."""

    ticket: str
    number: str
    service: str
    has_priority: bool
    """Whether, never why."""
    queued_at: int
    waited_s: int
    is_in_front: bool = False
    """It was put before everybody."""
    is_held: bool = False
    """Only this counter may call it."""
    appointment_at: int = 0
    """For when it was booked; 0 for a number taken without."""


class CurrentTicket(msgspec.Struct, frozen=True, kw_only=True):
    """The ticket a counter is asking for or serving."""

    ticket: str
    visit: str
    number: str
    service: str
    service_name: Words
    language: str
    has_priority: bool
    issued_at: int
    called_at: int
    calls: int
    then: tuple[Words, ...] = ()
    """The services that the visit still needs after this one."""
    notes: tuple[str, ...] = ()
    """What officials wrote down for whoever serves the visit next."""
    recall_from: int = 0
    """When it may be called again."""
    recalls_left: int | None = None
    """How often it may be; None without a limit."""
    dossier: str = ""
    """What the visit is about, where a receipt was scanned for its number."""
    appointment_at: int = 0
    """For when it was booked; 0 for a number taken without."""


class MissedTicket(msgspec.Struct, frozen=True, kw_only=True):
    """A no-show that may still be put back."""

    ticket: str
    number: str
    missed_at: int
    until: int | None = None
    """When the hall puts it back or ends it by itself; None if it does neither."""


class OwnFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The day so far of the official at the counter; of the counter itself while it is closed."""

    called: int
    finished: int
    missed: int
    average_service_s: int | None
    parked: int = 0
    transferred: int = 0
    breaks: int = 0
    break_s: int = 0


class CounterView(View, frozen=True, kw_only=True, tag="counter"):
    """The official's panel of one counter."""

    counter: str
    counters: tuple[str, ...]
    is_open: bool
    official: str
    services: tuple[ServiceChoice, ...]
    """While open, what the counter serves; else what it offers."""
    current: CurrentTicket | None
    waiting: tuple[WaitingTicket, ...]
    """At most twenty, next first."""
    waiting_total: int
    missed: tuple[MissedTicket, ...]
    """At most ten, newest first."""
    figures: OwnFigures
    target_s: int
    dossiers_due: DossiersDue = DossiersDue()
    oldest_wait_s: int = 0
    """How long whoever has waited longest for these services has."""
    parked: tuple[ParkedTicket, ...] = ()
    """At most twelve, the longest first; any counter may resume them."""
    undo: UndoOffer | None = None
    on_break: OnBreak | None = None
    reasons: tuple[FloorReason, ...] = ()
    destinations: tuple[Destination, ...] = ()
    desks: tuple[OpenDesk, ...] = ()
    """The other open counters."""
    reserves: tuple[str, ...] = ()
    """Reserves who sit nowhere: one touch and they take this counter over."""
    sign_in: bool = False
    """Only whoever has signed in there may open the counter."""
    message: MessageShown | None = None
    """What the supervisor wants the official to read."""
    office: OfficeGlance = OfficeGlance()
    profile: ProfileShown = ProfileShown()
    """By which the counter calls; while it is closed, its usual one."""
    profiles: tuple[ProfileChoice, ...] = ()
    """Those that may be chosen, the usual one first."""


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """One announcement; ``call`` counts up through the day, so that each is spoken once."""

    call: int
    ticket: str
    number: str
    counter: str
    service: str
    service_name: Words
    language: str
    called_at: int
    is_recall: bool
    is_current: bool
    """The counter still asks for or serves this ticket."""
    is_withdrawn: bool = False
    """It was called by mistake: whoever holds the number waits to be called again."""
    zone_name: Words | None = None
    """Where the counter is, if that is not the board's own zone."""
    direction: Words | None = None
    """The way there."""


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """The day in figures. For the hall, issued = waiting + at_counters + parked + finished
    + missed + cancelled + lapsed; a service adds ``moved_in`` and takes off ``moved_out``.
    """

    issued: int = 0
    waiting: int = 0
    at_counters: int = 0
    parked: int = 0
    finished: int = 0
    missed: int = 0
    cancelled: int = 0
    lapsed: int = 0
    moved_in: int = 0
    """Came from another service of the same visit, or by a transfer."""
    moved_out: int = 0
    """Went on to another service."""
    called: int = 0
    """Tickets called at least once."""
    within_target: int = 0
    """Of those, first called within the target wait."""
    average_wait_s: int | None = None
    longest_wait_s: int | None = None
    rated: int = 0
    satisfied: int = 0
    """Of the rated, both answers among the two best."""


class ServiceCounts(msgspec.Struct, frozen=True, kw_only=True):
    """One service's day in figures."""

    service: str
    counts: Counts


class BoardView(View, frozen=True, kw_only=True, tag="board"):
    """The wall board: calls newest first, waiting per service, the day's counts."""

    calls: tuple[Call, ...]
    """The newest twenty, newest first, and every other whose counter still asks for it; a recall takes
    its ticket's place anew."""
    services: tuple[ServiceChoice, ...]
    counts: Counts
    by_service: tuple[ServiceCounts, ...]
    counters_open: int
    notices: tuple[Words, ...]
    target_s: int
    dossiers: DossierCounts = DossierCounts()
    departments: tuple[DepartmentCounts, ...] = ()
    """Every department's dossiers today; none where the hall receives no dossiers."""
    hall_code: HallCodeShown | None = None
    """For phones to take a number by; only for a board that asks in its own name."""
    sealed_day: date | None = None
    """The newest day whose figures are sealed, and so signed for everybody to check."""
    sealed_link: str = ""
    """The page of that day."""
    zone: str = ""
    """The asking board's part of the hall; empty for all of it."""
    zone_name: Words | None = None
    shows: tuple[Scene, ...] = SCENES
    sounding: Sounding = Sounding()
    playlist: tuple[PlaylistEntry, ...] = ()
    """What is due now, in order."""
    newest_call: int = 0
    """The number of the whole hall's newest announcement, in whatever zone."""
    beside: tuple[str, ...] = ("en",)
    """Languages beside the Vietnamese; several take turns."""


class SignView(View, frozen=True, kw_only=True, tag="sign"):
    """The sign above one counter."""

    counter: str
    is_open: bool
    services: tuple[ServiceChoice, ...]
    current: CurrentTicket | None
    on_break: OnBreak | None = None
    beside: tuple[str, ...] = ("en",)
    """Languages beside the Vietnamese; several take turns."""


class ReasonChoice(msgspec.Struct, frozen=True, kw_only=True):
    """What a visitor who gave low marks may name."""

    reason: str
    name: Words


class PadView(View, frozen=True, kw_only=True, tag="pad"):
    """The rating pad of one counter: the visit it may ask about, or None."""

    counter: str
    is_open: bool
    visit: str | None
    number: str | None
    language: str
    finished_at: int | None
    rate_until: int | None
    reasons: tuple[ReasonChoice, ...] = ()
    """What may be named when a mark is low; empty where the hall does not ask why."""
    low_up_to: int = 2
    """The highest mark that counts as low."""
    rated_today: int = 0
    """How many visits to the hall were rated today; 0 where pads don't show it, and of few."""
    satisfied_today: int = 0
    languages: tuple[str, ...] = ("vi", "en")
    """What the hall speaks, its first language first."""


class TicketView(View, frozen=True, kw_only=True, tag="ticket"):
    """A ticket's own status page, as its holder sees it."""

    ticket: str
    visit: str
    number: str
    service_name: Words
    state: str
    """waiting, called, parked, finished, missed, ended, cancelled or lapsed."""
    ahead: int
    expected_wait_s: int | None
    counter: str
    issued_at: int
    called_at: int | None
    calls: int
    """How often it has been called or recalled."""
    language: str
    rate_until: int | None = None
    """Until when the visit may be rated here; None while there is nothing to rate."""
    owes_reasons: bool = False
    """Rated low, and the hall would like to know why."""
    reasons: tuple[ReasonChoice, ...] = ()
    then: tuple[Words, ...] = ()
    """The services that the visit still needs after this one."""
    near: int = 2
    """With so many ahead, or fewer, it is time to come near."""
    came_from: Words | None = None
    """The service it was sent on from; None where it still waits for its first."""
    to_counter: str = ""
    """The one counter that may call it, or empty for any."""
    park_reason: Words | None = None
    """What its holder does meanwhile; None unless it is parked."""
    parked_at: int | None = None
    call_withdrawn: bool = False
    """It was called by mistake, and waits again where it stood."""
    is_carried: bool = False
    """It goes on for a number of the day before."""
    is_carried_over: bool = False
    """It was not called in time, and is valid the next day."""
    valid_at: int | None = None
    """When that day begins; None where the hall has no timetable."""
    appointment_at: int = 0
    """For when it was booked; 0 for a number taken without."""
    comment_until: int | None = None
    """Until when a rated visit may be commented on; None where it may not be (yet)."""
