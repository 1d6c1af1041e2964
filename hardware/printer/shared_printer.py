"""A printer on the network that several stations print on, though it listens to one at a time.

Such a printer takes one connection, and whoever holds it keeps the others out. So each station
lets go after every slip, and waits a little while another one prints. Only a slip that the printer
holds, and may still print, keeps the connection.
"""

import time
from collections.abc import Callable

from hardware.printer.escpos_printer import ReceiptPrinter
from hardware.printer.printing import PrintOutcome, PrintResult, Trouble
from hardware.slips.receipt import Receipt

WAIT_S = 5.0
"""Longer than another's slip takes; then somebody is told that it does not answer."""
LOOK_S = 0.25
TAKEN = frozenset({Trouble.NO_ANSWER, Trouble.GONE})
"""What a printer looks like that listens to another."""


class SharedPrinter:
    """Used as a ReceiptPrinter is, by one thread at a time."""

    def __init__(
        self,
        printer: ReceiptPrinter,
        wait_s: float = WAIT_S,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._printer = printer
        self._wait_s = wait_s
        self._sleep = sleep

    def print(self, receipt: Receipt) -> PrintOutcome:
        """Print one slip, as soon as nobody else prints."""
        deadline = time.monotonic() + self._wait_s
        while True:
            outcome = self._let_go(self._printer.print(receipt))
            is_taken = outcome.result is PrintResult.NOT_PRINTED and outcome.reason in TAKEN
            if not is_taken or time.monotonic() >= deadline:
                return outcome
            self._sleep(LOOK_S)

    def settle(self) -> PrintOutcome:
        """Go on with the slip that is held."""
        return self._let_go(self._printer.settle())

    def close(self) -> None:
        """Let go of it, and of a held slip."""
        self._printer.close()

    def _let_go(self, outcome: PrintOutcome) -> PrintOutcome:
        if outcome.result is not PrintResult.HELD:
            self._printer.let_go()
        return outcome
