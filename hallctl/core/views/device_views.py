"""What machines without a screen are told, and what is shown of everybody's devices."""

import msgspec

from hallctl.core.equipment import Device
from hallctl.core.views.printing_views import PrintJob, WaitingSlip
from hallctl.core.views.slip_views import SlipJob
from hallctl.core.views.view import View


class CounterLight(msgspec.Struct, frozen=True, kw_only=True):
    """What a counter's sign, lamp and pad need to know of it."""

    counter: str
    is_open: bool
    number: str
    """The ticket at the counter, or empty."""
    calls: int
    """How often that was called."""
    called_at: int | None
    visit: str | None
    """What may be rated now."""
    rate_until: int | None


class DevicesView(View, frozen=True, kw_only=True, tag="devices"):
    """All that a machine without a screen has to show, ask and print."""

    station: str
    devices: tuple[Device, ...]
    formats: tuple[str, ...]
    """The hall's own declarations of pads' bytes."""
    counters: tuple[CounterLight, ...]
    printer: str
    print_jobs: tuple[PrintJob, ...]
    slips: tuple[SlipJob, ...] = ()
    """What is no ticket."""


class DeviceUpkeep(msgspec.Struct, frozen=True, kw_only=True):
    """One device as its station last told: ``since`` is when its state began."""

    device: str
    kind: str
    state: str
    reason: str
    errors: int
    breaks: int
    since: int
    left: int | None = None
    """About how many more slips a printer's roll is good for, where that is known."""


class StationUpkeep(msgspec.Struct, frozen=True, kw_only=True):
    """A station's devices; ``is_late`` where it should have told again long since."""

    station: str
    reported_at: int
    is_late: bool
    devices: tuple[DeviceUpkeep, ...]


class UpkeepView(View, frozen=True, kw_only=True, tag="upkeep"):
    """What may need a hand: every device that stations tell of, and every slip not on paper."""

    stations: tuple[StationUpkeep, ...]
    slips: tuple[WaitingSlip, ...]
