"""Prints the tickets of a kiosk's link where the hall's settings, or the command line, say."""

from pathlib import Path

from PySide6.QtCore import QObject

from hallctl.core.views import KioskView
from hallctl.station.answering import Link
from hallctl.station.printing import TicketPrinting
from hardware.escpos_printer import ReceiptPrinter
from hardware.simulator.album import keep_in
from hardware.simulator.receipt_printer import SimulatedPrinter
from hardware.transport.address import AddressError, connector
from hardware.transport.link import Connect
from hardware.transport.memory import MemoryTransport

__all__ = ["AddressError", "TicketPrinter"]

SIMULATE = "simulate"
"""The address of a printer that leaves pictures beside the print journal instead of paper."""


class TicketPrinter(QObject):
    """Opens the printer at ``address``, or else the one the hall names for this station.

    ``journal_path`` is a file of this station alone. Raises AddressError for an ``address`` that
    is none.
    """

    def __init__(self, link: Link, journal_path: Path, address: str = "") -> None:
        super().__init__()
        self._link = link
        self._journal_path = journal_path
        self._address = ""
        self._printing: TicketPrinting | None = None
        if address:
            self._open(address)
        else:
            link.view_changed.connect(self._on_view)

    def stop(self) -> None:
        """Finish the slip under way and let go of the printer."""
        if self._printing is not None:
            self._printing.stop()
            self._printing = None

    def _on_view(self, view: object) -> None:
        if isinstance(view, KioskView) and view.printer not in {"", self._address}:
            self._open(view.printer)

    def _open(self, address: str) -> None:
        connect = self._connect(address)
        self.stop()
        self._address = address
        self._printing = TicketPrinting(self._link, ReceiptPrinter(connect), self._journal_path)
        self._printing.start()

    def _connect(self, address: str) -> Connect:
        if address != SIMULATE:
            return connector(address)
        papers = self._journal_path.parent / "papers"
        printer = SimulatedPrinter(on_paper=keep_in(papers))
        return lambda: MemoryTransport(printer)
