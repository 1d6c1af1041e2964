"""What the kiosk shows: services and priority groups to choose from, and what it has to print."""

import msgspec

from hallctl.core.plan import Words
from hallctl.core.views.phone_views import HallCodeShown
from hallctl.core.views.printing_views import PrintJob
from hallctl.core.views.queue_views import ServiceChoice
from hallctl.core.views.slip_views import SlipJob
from hallctl.core.views.view import View


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
