"""Rules about devices without a screen: their machine, their line, their bytes, their counter."""

from collections.abc import Iterable
from pathlib import Path

from hallctl.core.equipment import Device, DeviceKind
from hallctl.settings.problems import Findings, choose_from, joined, quoted
from hallctl.settings.tables.document import Document
from hardware.transport.address import AddressError, UsbAddress, read_place

_UNITS = range(248)


PADS = "pads"
"""The folder of the hall directory with its own declarations of pads' bytes."""


def own_pad_formats(directory: Path, findings: Findings) -> tuple[str, ...]:
    """The declarations in ``pads/``, each found in order, under a name of its own."""
    from hardware.lines.pad_format import (  # noqa: PLC0415 - only halls with pads need it
        known_formats,
        read_format,
    )

    declared, names = [], set(known_formats())
    for path in sorted((directory / PADS).glob("*.toml")):
        where = f"{PADS}/{path.name}"
        try:
            text = path.read_text("utf-8")
            name = read_format(text).name
        except (OSError, ValueError) as error:
            findings.add(where, " ".join(str(error).split()), "see docs/devices.md")
            continue
        if name in names:
            findings.add(where, f"there is a format {quoted(name)} already", "give it another name")
        names.add(name)
        declared.append(text)
    return tuple(declared)


def check_devices(document: Document, own: tuple[str, ...], findings: Findings) -> None:
    """Each device hangs on a machine for devices, speaks known bytes, and stands at a counter.

    ``own`` are the hall's own declarations of pads' bytes.
    """
    from hardware.lines.formats_known import formats_of  # noqa: PLC0415 - brings Modbus

    machines = [one.name for one in document.station if one.role == "devices"]
    counters = [one.counter for one in document.counter]
    taken: dict[tuple[str, str, DeviceKind, int, int], str] = {}
    for device in document.device:
        path = joined("device", device.device)
        if findings.is_misshapen(joined(path, "kind")):
            continue
        _check_one_of("station", device.station, machines, path, findings)
        _check_one_of("counter", device.counter, counters, path, findings)
        _check_one_of("format", device.format, formats_of(device.kind, own), path, findings)
        _check_port(device, path, findings)
        place = (device.station, device.port, device.kind, device.unit, device.coil)
        first = taken.setdefault(place, device.device)
        if first != device.device:
            findings.add(
                joined(path, "unit"),
                f"{device.unit} on that line is {quoted(first)} already",
                "give each its own number",
            )


def _check_one_of(
    what: str, used: str, known: Iterable[str], path: str, findings: Findings
) -> None:
    every = list(known)
    if used not in every:
        kind = 'station of the role "devices"' if what == "station" else what
        findings.add(
            joined(path, what), f"there is no {kind} {quoted(used)}", choose_from(used, every)
        )


def _check_port(device: Device, path: str, findings: Findings) -> None:
    where, write = joined(path, "port"), 'write "serial:/dev/ttyUSB0?baud=9600" or "tcp://…"'
    try:
        place = read_place(device.port)
    except AddressError as error:
        findings.add(where, str(error), write)
        return
    if isinstance(place.address, UsbAddress):
        findings.add(where, "is no line", write)
    if unknown := sorted(place.wishes.keys() - {"echo"}):
        findings.add(where, f"a line knows no {quoted(unknown[0])}", "take it out")
    if device.unit not in _UNITS:
        findings.add(joined(path, "unit"), f"{device.unit} is no number on a line", "use 0 to 247")
