"""Devices of this machine, tried by hand: a printer's test page, a scanner's codes, a pad's keys."""

import time
from collections.abc import Iterator

from hallctl.core.equipment import Device
from hardware.lines.line_devices import LAMP, LAMP_ON
from hardware.printer.escpos_printer import ReceiptPrinter
from hardware.printer.printer_address import PrinterPlace
from hardware.printer.printing import PrinterHealth, PrintResult
from hardware.printer.trial_page import encode_extras, trial_page
from hardware.scanners.scanner_address import scanner_at
from hardware.simulator.receipt_printer import SimulatedPrinter, model_of
from hardware.transport.link import Connect, TransportGone, write_all
from hardware.transport.memory import MemoryTransport
from hardware.transport.opening import connector

_WRITE_S = 5.0


def printer_health(place: PrinterPlace) -> PrinterHealth:
    """How the printer is; nothing is printed."""
    printer = ReceiptPrinter(_connect(place), place.profile)
    try:
        return printer.health()
    finally:
        printer.close()


def print_trial_page(place: PrinterPlace) -> str:
    """Print the test page and its ruler; empty, or why not."""
    connect = _connect(place)
    printer = ReceiptPrinter(connect, place.profile)
    outcome = printer.print(trial_page(place.profile))
    printer.close()
    if outcome.result is not PrintResult.PRINTED and place.profile.has_status:
        return str(outcome.reason or outcome.result)
    extras = encode_extras(place.profile)
    try:
        transport = connect()
        taken = write_all(transport, extras, _WRITE_S)
        transport.read(_WRITE_S)
        transport.close()
    except TransportGone as error:
        return str(error)
    return "" if taken == len(extras) else "offline"


def scans(address: str, seconds: float) -> Iterator[str]:
    """What is scanned within so many seconds. Raises AddressError."""
    scanner = scanner_at(address)
    deadline = time.monotonic() + seconds
    try:
        while (left := deadline - time.monotonic()) > 0:
            if scan := scanner.next_scan(left):
                yield scan.text
    finally:
        scanner.close()


def trial_texts(device: Device) -> tuple[str, ...]:
    """What a board shows while it is tried, one a second."""
    if device.kind == LAMP:
        return LAMP_ON, "", LAMP_ON, ""
    return "A123", "A456", "A789", ""


def _connect(place: PrinterPlace) -> Connect:
    if place.address is not None:
        return connector(place.address)
    simulated = SimulatedPrinter(model_of(place.profile.width_dots))
    return lambda: MemoryTransport(simulated)
