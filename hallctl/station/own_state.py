"""What a station keeps on its machine, and how its own parts are, in the words of devices."""

import hashlib
from pathlib import Path

from hallctl.station.pairing.membership import membership_file
from hardware.device_health import DeviceHealth, DeviceState

__all__ = ["SPEAKER", "DeviceHealth", "part_health", "state_file"]
SPEAKER = "speaker"


def state_file(what: str, token: str) -> Path:
    """Where a program keeps that of the station with this token, in its user's state directory."""
    station = hashlib.sha256(token.encode()).hexdigest()[:12]
    return membership_file(what, station)


def part_health(kind: str, fault: str) -> DeviceHealth:
    """How a part of the station is; an empty fault is well."""
    state = DeviceState.TROUBLE if fault else DeviceState.OK
    return DeviceHealth(device=kind, kind=kind, state=state, reason=fault)
