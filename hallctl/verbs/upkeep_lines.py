"""How every device is and which slips wait for paper, as lines for a terminal."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo


def upkeep_lines(view: dict[str, Any]) -> Iterator[str]:
    """One line a device and one a slip; a word where there is nothing to tell."""
    zone = ZoneInfo(view["timezone"])
    for station in view["stations"]:
        late = " (not heard from)" if station["is_late"] else ""
        for device in station["devices"]:
            yield f"{station['station']}{late} {_device(device, zone)}"
    for slip in view["slips"]:
        yield _slip(slip)
    if not view["stations"]:
        yield "no station has told of devices"


def _device(device: dict[str, Any], zone: ZoneInfo) -> str:
    reason = f" {device['reason']}" if device["reason"] else ""
    since = datetime.fromtimestamp(device["since"] / 1000, zone)
    counts = f"{device['errors']} errors, {device['breaks']} breaks"
    return f"{device['device']}: {device['state']}{reason} since {since:%H:%M}, {counts}"


def _slip(slip: dict[str, Any]) -> str:
    where = f"{slip['number']} waits at {slip['station']}"
    if slip["asked_of"]:
        where += f" until {slip['asked_of']} lets go"
    held = ", the printer holds it" if slip["is_held"] else ""
    return f"{where}: {slip['fault'] or 'not printed yet'}{held}"
