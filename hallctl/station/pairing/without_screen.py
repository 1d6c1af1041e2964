"""Brings a machine without a screen into a hall: its code goes to the log, and on paper if it prints."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop

from hallctl.station.link.addressing import HallAddress
from hallctl.station.pairing.coming_in import Standing, still_holds
from hallctl.station.pairing.membership import Membership, remember, remembered
from hallctl.station.pairing.newcomer import Newcomer
from hardware.printer.escpos_printer import ReceiptPrinter
from hardware.printer.printer_address import PrinterPlace
from hardware.printer.printing import PrintResult
from hardware.slips.receipt import Receipt, Rule, Text
from hardware.transport.opening import connector

Tell = Callable[[str, str], None]
"""Hears each new code and the fingerprint of the hall that gave it, empty without TLS; and, with an
empty code, why there is none.
"""


def come_in_quietly(hall: str, role: str, tell: Tell) -> Membership | None:
    """The membership, once somebody has let the station in; None when the wait was ended."""
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    found: list[Membership] = []
    told: list[tuple[str, str]] = []
    waiting, newcomer = QEventLoop(), Newcomer(hall, role)

    def on_told() -> None:
        news = (newcomer.code, newcomer.fingerprint) if newcomer.code else ("", newcomer.trouble)
        if any(news) and news != (told[-1] if told else None):
            told.append(news)
            tell(*news)

    newcomer.told.connect(on_told)
    newcomer.admitted.connect(found.append)
    newcomer.admitted.connect(waiting.quit)
    application.aboutToQuit.connect(waiting.quit)
    newcomer.start()
    waiting.exec()
    newcomer.stop()
    return found[0] if found else None


def address_of(file: Path, hall: str, role: str, tell: Tell) -> HallAddress | None:
    """Where this machine belongs: what it remembers if that still holds, or a new membership."""
    QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    known = remembered(file, hall)
    if known is not None and still_holds(known, with_screen=False) is not Standing.REVOKED:
        return known.address
    membership = come_in_quietly(hall or (known.hall if known else ""), role, tell)
    if membership is None:
        return None
    remember(file, membership)
    return membership.address


def print_code(place: PrinterPlace, code: str, hall: str) -> bool:
    """The code on paper, for whoever stands before a machine without a screen."""
    if place.address is None:
        return False
    printer = ReceiptPrinter(connector(place.address), place.profile)
    try:
        outcome = printer.print(code_slip(code, hall))
    finally:
        printer.close()
    return outcome.result is PrintResult.PRINTED


def code_slip(code: str, hall: str) -> Receipt:
    """What is printed: the code, and what to do with it."""
    return Receipt(
        blocks=(
            Text("Thiết bị mới xin vào trung tâm", "normal", "bold"),
            Text("A new device asks to come in"),
            Rule(),
            Text(f"{code[:3]} {code[3:]}", "number", "bold"),
            Rule(),
            Text(f"hallctl stations admit {code} --role devices --name devices-1"),
            Text(hall),
        )
    )
