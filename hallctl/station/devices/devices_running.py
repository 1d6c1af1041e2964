"""Runs the devices of a machine without a screen until it is told to stop."""

import signal
import sys
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from hallctl.station.devices.device_machine import DeviceMachine
from hallctl.station.devices.plug_watch import PlugWatch
from hallctl.station.link import HallLink
from hallctl.station.link.addressing import HallAddress
from hallctl.station.link.reporting import DeviceReporting
from hallctl.station.printing.printed_numbers import printed_numbers
from hallctl.station.printing.station_printer import StationPrinter

_SIGNALS_S = 0.2


def run_devices(address: HallAddress, print_journal: Path) -> int:
    """Follow the hall; 0 when asked to stop."""
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    link = HallLink(address, "devices")
    if printed := printed_numbers(print_journal):
        link.seen.see_numbers(*printed)
    machine = DeviceMachine(link)
    printer = StationPrinter(link, print_journal)
    reporting = DeviceReporting(address, lambda: [*machine.health(), *printer.health()])
    plugs = PlugWatch()
    plugs.plugged.connect(machine.wake)
    plugs.plugged.connect(printer.wake)
    for wish in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wish, lambda *_: application.quit())
    awake = QTimer(interval=int(_SIGNALS_S * 1000))  # Python hears signals between Qt's events
    awake.timeout.connect(lambda: None)
    with ExitStack() as closing:
        for part in (link, printer, machine, reporting, plugs):
            closing.callback(part.stop)
        machine.start()
        awake.start()
        link.start()
        plugs.start()
        reporting.start()
        return int(application.exec())
