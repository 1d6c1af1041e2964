"""Halls whose settings name devices on lines, for tests that put simulated ones there."""

from pathlib import Path

from tests.hall_clients import new_hall

MACHINE = """
[[station]]
name = "devices-1"
role = "devices"
printer = "{printer}"
"""
DEVICE = """
[[device]]
device = "{device}"
kind = "{kind}"
station = "devices-1"
counter = "1"
port = "{port}"
format = "{format}"
unit = {unit}
"""
AT_COUNTER_1 = (
    ("pad-1", "pad", "stx-etx", 5),
    ("keypad-1", "keypad", "four-byte-sum", 3),
    ("sign-led-1", "led_sign", "edi", 1),
    ("lamp-1", "lamp", "lamp", 9),
)


def hall_with_devices(path: Path, port: str, printer: str = "") -> Path:
    """A commune hall with one of everything on the line at ``port``."""
    directory = new_hall(path, "commune")
    machine = (
        MACHINE.format(printer=printer)
        if printer
        else MACHINE.replace('printer = "{printer}"\n', "")
    )
    devices = "".join(
        DEVICE.format(device=device, kind=kind, port=port, format=form, unit=unit)
        for device, kind, form, unit in AT_COUNTER_1
    )
    toml = directory / "hall.toml"
    toml.write_text(toml.read_text("utf-8") + machine + (devices if port else ""), "utf-8")
    return directory
