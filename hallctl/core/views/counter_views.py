"""What a counter's two faces show: the official's panel, and the sign above it."""

import msgspec

from hallctl.core.views.board_views import MessageShown
from hallctl.core.views.dossier_views import DossiersDue
from hallctl.core.views.floor_views import (
    Destination,
    FloorReason,
    OnBreak,
    OpenDesk,
    ParkedTicket,
    ProfileChoice,
    ProfileShown,
    UndoOffer,
)
from hallctl.core.views.office_views import OfficeGlance
from hallctl.core.views.queue_views import CurrentTicket, MissedTicket, ServiceChoice, WaitingTicket
from hallctl.core.views.view import View


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


class SignView(View, frozen=True, kw_only=True, tag="sign"):
    """The sign above one counter."""

    counter: str
    is_open: bool
    services: tuple[ServiceChoice, ...]
    current: CurrentTicket | None
    on_break: OnBreak | None = None
    beside: tuple[str, ...] = ("en",)
    """Languages beside the Vietnamese; several take turns."""
