"""Prints what a link's view has to print, where the hall's settings, or the command line, say."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from hallctl.core.views import DevicesView, KioskView, SlipsView
from hallctl.station.link.answering import Link
from hallctl.station.printing import SlipPrinting
from hallctl.station.printing.paper_left import Roll
from hallctl.station.printing.print_worker import Feed, SlipPrinter
from hardware.device_health import DeviceHealth, DeviceState
from hardware.printer.escpos_document import slip_length_mm
from hardware.printer.escpos_printer import ReceiptPrinter
from hardware.printer.printer_address import PrinterPlace, read_printer
from hardware.printer.printing import Trouble
from hardware.printer.shared_printer import SharedPrinter
from hardware.simulator.album import keep_in
from hardware.simulator.receipt_printer import SimulatedPrinter, model_of
from hardware.transport.address import Address, AddressError, TcpAddress
from hardware.transport.link import Connect
from hardware.transport.memory import MemoryTransport
from hardware.transport.opening import connector

__all__ = ["AddressError", "StationPrinter"]


PAPER_LOW = "paper_low"


class StationPrinter(QObject):
    """Opens the printer at ``address``, or else the one the hall names for this station.

    ``journal_path`` is a file of this station alone. Raises AddressError for an ``address`` that
    is none.
    """

    def __init__(self, link: Link, journal_path: Path, address: str = "") -> None:
        super().__init__()
        self._link = link
        self._journal_path = journal_path
        self._address = ""
        self._printing: SlipPrinting | None = None
        if address:
            self._open(address)
        else:
            link.view_changed.connect(self._on_view)

    def stop(self) -> None:
        """Finish the slip under way and let go of the printer."""
        if self._printing is not None:
            self._printing.stop()
            self._printing = None

    def health(self) -> list[DeviceHealth]:
        """How the printer is, as far as printing has told; nothing where there is none."""
        if self._printing is None:
            return []
        printing, trouble = self._printing, self._printing.last_trouble()
        state = DeviceState.TROUBLE if trouble else DeviceState.OK
        state = DeviceState.GONE if trouble == Trouble.GONE else state
        reason = trouble or (PAPER_LOW if printing.is_paper_low else "")
        return [
            DeviceHealth(
                "printer", "printer", state, reason, printing.failures, left=printing.slips_left
            )
        ]

    def wake(self) -> None:
        """Something was plugged in: a printer in trouble is tried at once."""
        if self._printing is not None:
            self._printing.wake()

    def _on_view(self, view: object) -> None:
        if isinstance(view, DevicesView | KioskView | SlipsView) and view.printer not in {
            "",
            self._address,
        }:
            self._open(view.printer)

    def _open(self, address: str) -> None:
        place = read_printer(address)
        printer = _as_used(place.address, ReceiptPrinter(self._connect(place), place.profile))
        self.stop()
        self._address = address
        feed = Feed(Roll(place.roll_m, place.low_m), partial(slip_length_mm, profile=place.profile))
        self._printing = SlipPrinting(self._link, printer, self._journal_path, feed=feed)
        self._printing.start()

    def _connect(self, place: PrinterPlace) -> Connect:
        """A simulated printer leaves pictures beside the print journal instead of paper."""
        if place.address is not None:
            return connector(place.address)
        papers = self._journal_path.parent / "papers"
        printer = SimulatedPrinter(model_of(place.profile.width_dots), keep_in(papers))
        return lambda: MemoryTransport(printer)


def _as_used(address: Address | None, printer: ReceiptPrinter) -> SlipPrinter:
    """One on the network may be another station's too."""
    return SharedPrinter(printer) if isinstance(address, TcpAddress) else printer
