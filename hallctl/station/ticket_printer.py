"""Opens this station's receipt printer and prints the tickets of a kiosk's link on it."""

from pathlib import Path

from hallctl.station.answering import Link
from hallctl.station.printing import TicketPrinting
from hardware.escpos_printer import ReceiptPrinter
from hardware.transport.address import AddressError, connector

__all__ = ["AddressError", "open_ticket_printing"]


def open_ticket_printing(link: Link, address: str, journal_path: Path) -> TicketPrinting:
    """Print on the printer at ``address`` (``tcp://host:9100``, ``serial:/dev/NAME``).

    ``journal_path`` is a file of this station alone. Raises AddressError; start it with ``start``.
    """
    return TicketPrinting(link, ReceiptPrinter(connector(address)), journal_path)
