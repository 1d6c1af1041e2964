"""Looks at the devices of a running hall, as their own stations tell of them."""

from collections.abc import Iterator
from typing import Any

from hallctl.hall_directory import HallDirectory
from hallctl.running_hall import HallUnreachableError, ask_view
from hallctl.upkeep.findings import Finding, fine, look, wrong

CURES = {
    "paper_out": "put a new roll in: what waits is printed by itself",
    "cover_open": "close its cover",
    "offline": "let it cool down, free its cutter, switch it off and on",
    "no_answer": "switch it off and on, and look at its cable",
    "gone": "plug in its cable, switch it on",
    "silent": "look at its cable and its power",
    "paper_low": "have a new roll at hand",
    "busy": "it prints first what it still holds: look at its paper and its cover",
    "no_sound": "see the loudspeaker, its cable and the machine's volume",
    "no_voice": "only the chime is heard: apt install espeak-ng, or hallctl voice make",
    "station_disk": "make room on that machine's disk: it can't write what it must keep",
    "unreadable_document": "bring that station up to this release: it doesn't know this kind of slip",
}
SLIPS = (
    "hallctl status --devices names them; one of unknown outcome is looked for in the tray first"
)
LOOK_AT_IT = "go and look: docs/devices.md tells what each trouble means"


def look_at_devices(home: HallDirectory) -> Iterator[Finding]:
    """Every station that is not heard from, every device in trouble, and every slip that waits."""
    try:
        view = ask_view(home, "upkeep")
    except HallUnreachableError:
        return
    devices = [(one["station"], device) for one in view["stations"] for device in one["devices"]]
    for one in view["stations"]:
        if one["is_late"]:
            cure = "switch it on, and look at its cable"
            yield wrong(one["station"], "has not been heard from", cure)
    troubled = [_of(station, device) for station, device in devices if is_troubled(device)]
    yield from troubled
    if devices and not troubled:
        yield fine("devices", f"{len(devices)}, all well")
    if view["slips"]:
        yield look("slips", f"{len(view['slips'])} wait for paper", SLIPS)


def cure_of(trouble: str) -> str:
    """What somebody who stands before it can do."""
    return CURES.get(trouble, LOOK_AT_IT)


def is_troubled(device: dict[str, Any]) -> bool:
    """Whether somebody should go and look."""
    return device["state"] != "ok" or bool(device["reason"])


def _of(station: str, device: dict[str, Any]) -> Finding:
    what, reason = f"{device['device']} of {station}", device["reason"]
    found = " ".join(dict.fromkeys(one for one in (device["state"], reason) if one))
    cure = cure_of(reason if reason in CURES else device["state"])
    return look(what, found, cure) if device["state"] == "ok" else wrong(what, found, cure)
