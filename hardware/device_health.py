"""How a device is, whatever it is."""

from enum import StrEnum

import msgspec


class DeviceState(StrEnum):
    """How a device is."""

    OK = "ok"
    GONE = "gone"
    """Its port or link is not there."""
    SILENT = "silent"
    """Its port stands, and it doesn't answer."""
    TROUBLE = "trouble"
    """It is there and can't work; `reason` says why."""


class DeviceHealth(msgspec.Struct, frozen=True):
    """How one device is: `errors` are frames that were not right, `breaks` how often it went away.

    `reason` is a word of the device's own kind, such as `paper_out`. A device that is well may give
    one too: `paper_low` says that its roll ends soon.
    """

    device: str
    kind: str
    state: DeviceState
    reason: str = ""
    errors: int = 0
    breaks: int = 0
    left: int | None = None
    """About how many more slips a printer's roll is good for, where that is known."""
