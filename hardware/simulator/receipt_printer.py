"""A simulated ESC/POS receipt printer: real bytes in, pictures of the cut papers out.

It answers, waits and forgets as a real one does, and has faults on request. Threads may share it:
one link brings bytes while someone opens the cover.
"""

import re
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from hardware.printer.escpos_status import Ask, PrinterStatus, encode_confirmation, encode_status
from hardware.simulator.commands import AskPaper, Command, Cut, Present
from hardware.simulator.parser import EscposParser
from hardware.simulator.print_head import PrintHead
from hardware.simulator.roll import PaperRoll, PrintedPaper

_REAL_TIME = re.compile(rb"\x10\x04([\x01-\x04])")


@dataclass(frozen=True, slots=True)
class SimulatedModel:
    """Sizes in dots and bytes; a full buffer takes no more until something is printed."""

    width_dots: int = 576
    side_margin: int = 32
    head_to_cutter: int = 88
    buffer_bytes: int = 1 << 20


MODEL_80 = SimulatedModel()
MODEL_58 = SimulatedModel(width_dots=384, side_margin=40)


def model_of(width_dots: int) -> SimulatedModel:
    """A printer whose lines have so many dots."""
    return SimulatedModel(width_dots, MODEL_58.side_margin if width_dots < 448 else 32)


def _nowhere(_answer: bytes) -> None:
    """Answers of a printer that hangs on no link."""


class SimulatedPrinter:
    """The printer; `papers` are the pieces cut so far, and `on_paper` hears of each new one.

    `presented` is the one its presenter holds out.
    """

    def __init__(
        self,
        model: SimulatedModel = MODEL_80,
        on_paper: Callable[[PrintedPaper], None] | None = None,
    ) -> None:
        self.papers: list[PrintedPaper] = []
        self.presented: PrintedPaper | None = None
        self._on_paper = on_paper
        self._model = model
        self._roll = PaperRoll(model.width_dots, model.side_margin, model.head_to_cutter)
        self._head = PrintHead(self._roll.row_bytes)
        self._parser = EscposParser()
        self._rows: deque[bytes] = deque()
        self._then_cut = False
        self._raw = bytearray()
        self._tail = b""
        self._near_end = self._cover_open = self._offline = self._error = False
        self._silent = False
        self._bytes_to_cut_off: int | None = None
        self._send: Callable[[bytes], None] = _nowhere
        self._cut_off: Callable[[], None] = lambda: None
        self._changed = threading.Condition(threading.RLock())

    # A link's side.

    def attach(self, send: Callable[[bytes], None], cut_off: Callable[[], None]) -> None:
        """Plug in a link, in place of the one before; see Peer in `transport.memory`."""
        with self._changed:
            self._send, self._cut_off = send, cut_off

    def receive(self, data: bytes, timeout_s: float) -> int:
        """Bytes arrive; how many fitted the buffer, 0 when none until the timeout."""
        with self._changed:
            self._changed.wait_for(lambda: self._room() > 0, timeout_s)
            taken = data[: self._room()]
            if self._bytes_to_cut_off is not None:
                taken = taken[: self._bytes_to_cut_off]
                self._bytes_to_cut_off -= len(taken)
            self._answer_at_once(taken)
            self._parser.feed(taken)
            self._work()
            if self._bytes_to_cut_off == 0:
                self._bytes_to_cut_off = None
                self._cut_off()
            return len(taken)

    def _room(self) -> int:
        """A printer that prints takes everything; one that can't takes what its buffer holds."""
        if not self._is_stopped:
            return 1 << 30
        return max(0, self._model.buffer_bytes - len(self._parser))

    def _answer_at_once(self, data: bytes) -> None:
        """Real-time questions are found wherever they stand, inside images too."""
        window = self._tail + data
        for match in _REAL_TIME.finditer(window):
            self._answer(encode_status(Ask(match[1][0]), self.status))
        self._tail = window[-2:]

    def _answer(self, byte: int) -> None:
        if not self._silent:
            self._send(bytes((byte,)))

    # What a person does to the printer, or what befalls it.

    @property
    def status(self) -> PrinterStatus:
        """What it would answer if asked now."""
        return PrinterStatus(
            online=not self._is_stopped,
            cover_open=self._cover_open,
            paper_near_end=self._near_end or self._roll.is_out,
            paper_out=self._roll.is_out,
            error=self._error,
        )

    def run_out_of_paper(self, after_rows: int = 0) -> None:
        """The roll ends after so many more rows."""
        with self._changed:
            self._roll.rows_left = after_rows

    def refill(self) -> None:
        """A new roll; what was held back is printed."""
        with self._changed:
            self._roll.rows_left = None
            self._near_end = False
            self._go_on()

    def near_end(self) -> None:
        """The roll becomes thin; it still prints."""
        with self._changed:
            self._near_end = True

    def open_cover(self) -> None:
        """Printing stops."""
        with self._changed:
            self._cover_open = True

    def close_cover(self) -> None:
        """Printing goes on."""
        with self._changed:
            self._cover_open = False
            self._go_on()

    def go_offline(self) -> None:
        """It answers, and prints nothing."""
        with self._changed:
            self._offline = True

    def jam(self) -> None:
        """The cutter is stuck: an error, until `recover`."""
        with self._changed:
            self._error = True

    def go_silent(self) -> None:
        """It prints, and answers nothing any more."""
        with self._changed:
            self._silent = True

    def recover(self) -> None:
        """Online, talking and without error; paper and cover stay as they are."""
        with self._changed:
            self._offline = self._silent = self._error = False
            self._go_on()

    def switch_off_and_on(self) -> None:
        """It forgets all it has not printed; the link stands."""
        with self._changed:
            self._parser = EscposParser()
            self._head = PrintHead(self._roll.row_bytes)
            self._rows.clear()
            self._raw.clear()
            self._then_cut = False
            self._changed.notify_all()

    def cut_off_after(self, byte_count: int) -> None:
        """The link breaks once so many more bytes have come; the next link works."""
        with self._changed:
            self._bytes_to_cut_off = max(1, byte_count)

    def wait_for_papers(self, count: int, timeout_s: float) -> bool:
        """Wait until so many papers have been cut; False when the time is over before."""
        with self._changed:
            return self._changed.wait_for(lambda: len(self.papers) >= count, timeout_s)

    def tear_off(self) -> bool:
        """Feed the uncut paper out and tear it off by hand; False when nothing is on it."""
        with self._changed:
            if not self._roll.has_print:
                return False
            for _ in range(self._roll.feed_to_cutter):
                self._roll.burn(b"")
            self._cut()
            return True

    # The work.

    @property
    def _is_stopped(self) -> bool:
        return self._cover_open or self._offline or self._error or self._roll.is_out

    def _go_on(self) -> None:
        self._work()
        self._changed.notify_all()

    def _work(self) -> None:
        """Carry out what has come in, as far as paper and faults allow."""
        while not self._is_stopped:
            if self._rows:
                self._roll.burn(self._rows.popleft())
            elif self._then_cut or self._roll.is_overlong:
                self._then_cut = False
                self._cut()
            elif command := self._parser.take():
                self._begin(command)
            else:
                break
        self._changed.notify_all()

    def _begin(self, command: Command) -> None:
        self._raw += command.raw
        match command:
            case Cut():
                feed = self._roll.feed_to_cutter + command.dots if command.to_cutter else 0
                self._rows.extend([b""] * feed)
                self._then_cut = True
            case Present(way=way):
                self.presented = self.papers[-1] if self.papers and way in {3, 32} else None
            case AskPaper(subject=1 | 49):
                self._answer(encode_confirmation(self.status))
            case _:
                self._rows.extend(self._head.rows(command))

    def _cut(self) -> None:
        paper = PrintedPaper(len(self.papers) + 1, self._roll.cut(), bytes(self._raw))
        self._raw.clear()
        self.papers.append(paper)
        if self._on_paper is not None:
            self._on_paper(paper)
