"""What whoever runs the hall sees: every counter, queue and station, and what needs a hand."""

from typing import Literal

import msgspec

from hallctl.core.plan import Words
from hallctl.core.views.board_views import ZoneLine
from hallctl.core.views.dossier_views import DossierCounts
from hallctl.core.views.floor_views import ProfileChoice, ProfileShown
from hallctl.core.views.printing_views import WaitingSlip
from hallctl.core.views.queue_views import Counts, MissedTicket, ServiceChoice, WaitingTicket
from hallctl.core.views.view import View

AlertKind = Literal[
    "long_wait", "unserved", "idle_counter", "long_service", "not_printed", "station_gone",
    "station_twice", "overdue_dossiers", "paper_low", "rule", "reports_unsent", "webhooks_unsent",
    "settings_mistake",
]  # fmt: skip


class Alert(msgspec.Struct, frozen=True, kw_only=True):
    """Something that needs a hand; what its kind does not speak of is empty or 0."""

    kind: AlertKind
    is_urgent: bool = False
    service: str = ""
    counter: str = ""
    station: str = ""
    number: str = ""
    fault: str = ""
    count: int = 0
    """How many wait, are overdue or unsent, or about how many slips are left."""
    since_at: int = 0
    """When it began, or 0 where it has no beginning."""
    rule: str = ""
    """The hall's own rule that calls for it."""
    value: float = 0.0
    """What the rule measures, as it is now."""
    words: Words | None = None
    """Of a mistake in the settings: where, what is wrong, what to do."""


class CounterLine(msgspec.Struct, frozen=True, kw_only=True):
    """A counter as it is now, with its day so far."""

    counter: str
    is_open: bool
    official: str
    services: tuple[str, ...]
    """While open, what it serves; else what it offers."""
    number: str
    """The ticket it asks for or serves, or empty."""
    ticket: str
    service: str
    has_priority: bool
    calls: int
    break_reason: str
    """Why its official is away, or empty."""
    since_at: int
    """When it called its ticket, became free, or its break began; 0 while it is closed."""
    called: int
    finished: int
    missed: int
    average_service_s: int | None
    profile: ProfileShown = ProfileShown()
    """By which it calls; while it is closed, its usual one."""
    profiles: tuple[ProfileChoice, ...] = ()
    """Those that may be chosen there, the usual one first."""


class StationLine(msgspec.Struct, frozen=True, kw_only=True):
    """A screen or device machine of the plan, and whether it listens."""

    station: str
    role: str
    counter: str
    printer: str
    is_listening: bool
    seen_at: int | None
    """When it came, or, if it listens no more, when it left; null if it never came since the
    controller started."""
    twice_since: int = 0
    """Since when two machines have listened in its name; 0 for not."""
    paper_low_since: int = 0
    """Since when its printer's roll has been ending; 0 while there is enough."""
    slips_left: int | None = None
    """About how many more slips the roll is good for, where that is known."""


class HallView(View, frozen=True, kw_only=True, tag="hall"):
    """The whole floor in one document."""

    counters: tuple[CounterLine, ...]
    services: tuple[ServiceChoice, ...]
    stations: tuple[StationLine, ...]
    slips: tuple[WaitingSlip, ...]
    """Every ticket that is not on paper."""
    alerts: tuple[Alert, ...]
    """The urgent first."""
    waiting: tuple[WaitingTicket, ...]
    """At most thirty of all services, in the order of their claims."""
    missed: tuple[MissedTicket, ...]
    counts: Counts
    dossiers: DossierCounts
    overdue: int
    """Dossiers whose due time has passed."""
    notice: Words | None
    """What the supervisor has put up on every board."""
    target_s: int
    issuing_ended: bool = False
    """The hall gives no more numbers today."""
    zones: tuple[ZoneLine, ...] = ()
    """The whole hall, then its zones: how each sounds."""
    messages: tuple[str, ...] = ()
    """Counters that have not read what they were told."""
    comes_back: int = 0
    """While the day is closed: how many stand where they stood if it is opened again today."""
