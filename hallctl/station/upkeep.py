"""A station's devices while a screen is open: told to the hall, and tried again when plugged in."""

from collections.abc import Iterator
from contextlib import contextmanager

from hallctl.station.devices.plug_watch import PlugWatch
from hallctl.station.link.addressing import HallAddress
from hallctl.station.link.reporting import DeviceReporting
from hallctl.station.printing.station_printer import StationPrinter


@contextmanager
def looking_after(address: HallAddress, printer: StationPrinter) -> Iterator[None]:
    """Tell the hall how the printer is, and let it try again as soon as it may be back."""
    reporting, plugs = DeviceReporting(address, printer.health), PlugWatch()
    plugs.plugged.connect(printer.wake)
    reporting.start()
    plugs.start()
    try:
        yield
    finally:
        plugs.stop()
        reporting.stop()
