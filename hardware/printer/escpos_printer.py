"""Prints receipts on an ESC/POS printer and says what became of each one.

A slip ends with a question that the printer answers only after everything before it is on paper
(`GS r 1`); it holds that answer back while paper is out. So no answer is never taken for success,
and a slip that the printer has is never sent again unless the caller decides so, knowing.
"""

import time
from dataclasses import dataclass

from hardware.printer.escpos_answers import AnswerLine
from hardware.printer.escpos_document import encode_slip, end_of_broken_slip, give_out
from hardware.printer.escpos_status import (
    CONFIRM,
    PrinterStatus,
    confirmed_near_end,
    confirmed_without_paper,
)
from hardware.printer.printer_profile import GENERIC_80, PrinterProfile
from hardware.printer.printing import Extent, PrinterHealth, PrintOutcome, PrintResult, Trouble
from hardware.slips.receipt import Receipt
from hardware.transport.link import Connect, Transport, TransportGone, write_all


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a driver waits, in seconds.

    `answer_s`: for one status byte. `stall_s`: for a printer that takes no bytes. `confirm_s`: for
    the confirmation of a slip while nothing is wrong. `look_s`: between two looks at the status.
    `quiet_s`: without an answer, after which no old one is on its way.
    """

    answer_s: float = 1.0
    stall_s: float = 5.0
    confirm_s: float = 20.0
    look_s: float = 0.5
    quiet_s: float = 0.3


@dataclass(slots=True)
class _Slip:
    """A slip on its way, and how many of its bytes were handed over."""

    content: bytes
    sent: int = 0
    trouble: Trouble = Trouble.OFFLINE

    @property
    def is_cut_short(self) -> bool:
        return 0 < self.sent < len(self.content)

    @property
    def extent(self) -> Extent:
        if self.is_cut_short:
            return Extent.PART
        return Extent.WHOLE if self.sent else Extent.NOTHING


class ReceiptPrinter:
    """One printer, used by one thread at a time.

    Opens its transport when needed and again after it is gone; no call raises for a device.
    """

    def __init__(
        self,
        connect: Connect,
        profile: PrinterProfile = GENERIC_80,
        patience: Patience | None = None,
    ) -> None:
        self._connect = connect
        self._profile = profile
        self._patience = patience or Patience()
        self._transport: Transport | None = None
        self._answers: AnswerLine | None = None
        self._slip: _Slip | None = None
        self._clean = False  # whether the printer is known to stand between two commands
        self._rescued = False  # whether this link was already tried to be brought to answer
        self._torn = False  # whether part of a slip may hang in the printer

    def print(self, receipt: Receipt) -> PrintOutcome:
        """Print one slip, cut it and wait for the printer's word that it is out."""
        if self._slip is not None:
            return PrintOutcome(PrintResult.NOT_PRINTED, Trouble.BUSY)
        trouble = self.health().trouble or self._synchronise()
        if trouble:
            return PrintOutcome(PrintResult.NOT_PRINTED, trouble)
        self._slip = _Slip(encode_slip(receipt, self._profile))
        return self.settle()

    def settle(self) -> PrintOutcome:
        """Go on with the slip that is held; `held` again, and soon, while the trouble lasts.

        A printer that says nothing keeps its slip too: with paper out and its buffer full it hears
        no question. Without a held slip the answer is `not_printed`.
        """
        if self._slip is None:
            return PrintOutcome(PrintResult.NOT_PRINTED)
        try:
            return self._finish(self._slip, *self._open())
        except TransportGone:
            self._drop()
            return self._lost(Trouble.GONE)

    def abandon(self) -> PrintOutcome:
        """Stop waiting for a held slip; the printer may still print it when someone helps."""
        trouble = self._slip.trouble if self._slip else Trouble.OFFLINE
        self._drop()
        return self._lost(trouble)

    def health(self) -> PrinterHealth:
        """Ask the printer how it is; never in the middle of an image, which the bytes would spoil."""
        if self._slip is not None and self._slip.is_cut_short:
            return PrinterHealth(Trouble.OFFLINE)
        try:
            _, answers = self._open()
            if not self._profile.has_status:
                return PrinterHealth()
            status = self._ask_status(answers)
        except TransportGone:
            self._drop()
            return PrinterHealth(Trouble.GONE)
        return _health(status)

    def let_go(self) -> None:
        """Close the transport, for others to use the printer; a held slip keeps it."""
        if self._slip is None:
            self._drop()

    def close(self) -> None:
        """Let go of the transport; a held slip is given up as by `abandon`."""
        self.abandon()

    def _open(self) -> tuple[Transport, AnswerLine]:
        if self._transport is None or self._answers is None:
            if self._slip is not None:
                raise TransportGone("a slip does not go on over another link")
            self._transport = self._connect()
            self._answers = AnswerLine(self._transport)
            self._rescued = False
        return self._transport, self._answers

    def _drop(self) -> None:
        if self._transport is not None:
            self._transport.close()
        self._transport = self._answers = None
        self._clean = False

    def _ask_status(self, answers: AnswerLine) -> PrinterStatus | None:
        """Status, after a second try past an image whose rest never came."""
        if self._slip is not None:
            return answers.ask_status(self._patience.answer_s)
        answers.forget()
        status = answers.ask_status(self._patience.answer_s)
        if status is None and not self._clean and not self._rescued:
            self._rescued = True
            self._end_broken_slip()
            status = answers.ask_status(self._patience.answer_s)
        return status

    def _synchronise(self) -> Trouble | None:
        """Bring a printer of unknown past between two commands, with every old answer heard.

        A late confirmation of an earlier slip would else be taken for the next one's.
        """
        if self._clean:
            return None
        try:
            _, answers = self._open()
            if not self._end_broken_slip():
                return Trouble.OFFLINE
            if self._profile.has_status and not answers.last_confirmation(
                self._patience.confirm_s, self._patience.quiet_s
            ):
                return Trouble.NO_ANSWER
        except TransportGone:
            self._drop()
            return Trouble.GONE
        self._clean, self._torn = True, False
        return None

    def _end_broken_slip(self) -> bool:
        """Complete what may be incomplete, cut off what may hang; False when no bytes are taken."""
        transport, _ = self._open()
        end = end_of_broken_slip(self._profile)
        if self._torn:
            end += give_out(self._profile)
        if self._profile.has_status:
            end += CONFIRM
        return write_all(transport, end, self._patience.stall_s) == len(end)

    def _finish(self, slip: _Slip, transport: Transport, answers: AnswerLine) -> PrintOutcome:
        while slip.sent < len(slip.content):
            taken = transport.write(slip.content[slip.sent :], self._patience.stall_s)
            if not taken:
                return (
                    self._held(slip, Trouble.OFFLINE) if slip.sent else self._lost(Trouble.OFFLINE)
                )
            slip.sent += taken
        if not self._profile.has_status:
            return self._lost(Trouble.NO_ANSWER, clean=True)
        return self._await_confirmation(slip, answers)

    def _await_confirmation(self, slip: _Slip, answers: AnswerLine) -> PrintOutcome:
        deadline = time.monotonic() + self._patience.confirm_s
        while True:
            confirmation = answers.confirmation(self._patience.look_s)
            if confirmation is not None:
                return self._confirmed(confirmation)
            trouble = _health(answers.ask_status(self._patience.answer_s)).trouble
            is_late = time.monotonic() >= deadline
            if trouble is Trouble.NO_ANSWER and not is_late:
                continue
            if trouble is not None:
                return self._held(slip, trouble)
            if is_late and not answers.has_confirmation:
                self._drop()  # it is well and has forgotten the slip: it was switched off and on
                return self._lost(Trouble.NO_ANSWER)

    def _confirmed(self, confirmation: int) -> PrintOutcome:
        if confirmed_without_paper(confirmation):
            return self._lost(Trouble.PAPER_OUT, clean=True)
        self._slip, self._clean, self._torn = None, True, False
        return PrintOutcome(
            PrintResult.PRINTED,
            may_have_come_out=Extent.WHOLE,
            paper_near_end=confirmed_near_end(confirmation),
        )

    def _held(self, slip: _Slip, trouble: Trouble) -> PrintOutcome:
        slip.trouble = trouble
        return PrintOutcome(PrintResult.HELD, trouble, slip.extent)

    def _lost(self, trouble: Trouble, *, clean: bool = False) -> PrintOutcome:
        """The slip is out of our hands; nothing of it on paper means that it may be sent again."""
        slip, self._slip = self._slip, None
        self._clean = clean
        extent = slip.extent if slip else Extent.NOTHING
        if extent is Extent.NOTHING:
            return PrintOutcome(PrintResult.NOT_PRINTED, trouble)
        self._torn = extent is Extent.PART
        return PrintOutcome(PrintResult.UNKNOWN, trouble, extent)


def _health(status: PrinterStatus | None) -> PrinterHealth:
    if status is None:
        return PrinterHealth(Trouble.NO_ANSWER)
    trouble = None
    if status.paper_out:
        trouble = Trouble.PAPER_OUT
    elif status.cover_open:
        trouble = Trouble.COVER_OPEN
    elif status.error or not status.online:
        trouble = Trouble.OFFLINE
    return PrinterHealth(
        trouble, status.cover_open, status.paper_near_end, status.paper_out, status.error
    )
