"""One small function a codec: any bytes go in, and what must hold is asserted.

No exception but the codec's own, no text without end, nothing kept beyond its bounds.
"""

from collections.abc import Callable
from contextlib import suppress

from hardware.lines import led_words, modbus_words
from hardware.lines.pad_format import MOST_BYTES, FormatError, known_formats, read_format
from hardware.lines.pad_frames import PadFrames
from hardware.printer.escpos_answers import AnswerLine
from hardware.printer.printer_address import read_printer
from hardware.scanners.card import CardError, parse_card
from hardware.scanners.hid_keys import MOST_SIGNS, KeyLine
from hardware.scanners.scanner_lines import ScanLines, read_scan
from hardware.simulator.parser import MOST_RASTER_BYTES, EscposParser
from hardware.simulator.receipt_printer import SimulatedPrinter
from hardware.slips.receipt import ReceiptError, decode_receipt, encode_receipt
from hardware.transport.address import AddressError, read_place


def pads(data: bytes) -> None:
    for form in known_formats().values():
        if form.framing == "frame":
            frames = PadFrames(form)
            for at, piece in enumerate(_pieces(data)):
                for press in frames.receive(piece, at * 0.1):
                    assert press.button in form.buttons.values()
                assert len(frames._begun) <= MOST_BYTES


def modbus(data: bytes) -> None:
    unit = data[0] if data else 1
    value = modbus_words.register_in(unit, data)
    assert value is None or 0 <= value <= 0xFFFF
    modbus_words.confirms(unit, modbus_words.switch(unit, 0, on=True))(data)


def pad_format(data: bytes) -> None:
    with suppress(FormatError):
        assert read_format(data.decode("utf-8", "replace")).buttons


def led_boards(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for words in led_words.LED_WORDS.values():
        assert len(words(5, text)) <= 16


def scanner_lines(data: bytes) -> None:
    lines = ScanLines()
    for at, piece in enumerate(_pieces(data)):
        for scan in lines.receive(piece, at * 0.05):
            assert scan.text
    lines.settle(1e9)
    read_scan(data)


def keys(data: bytes) -> None:
    line = KeyLine()
    for key, value in zip(data[::2], data[1::2], strict=False):
        text = line.press(key, value % 4)
        assert text is None or 0 < len(text) <= MOST_SIGNS


def printer_answers(data: bytes) -> None:
    class Told:
        def __init__(self) -> None:
            self.left = [*_pieces(data)]

        def write(self, data: bytes, _timeout_s: float) -> int:
            return len(data)

        def read(self, _timeout_s: float) -> bytes:
            return self.left.pop() if self.left else b""

        def close(self) -> None: ...

    line = AnswerLine(Told())
    line.ask_status(0.0)
    line.confirmation(0.0)
    line.forget()
    assert len(line._statuses) <= 64


def printer_parser(data: bytes) -> None:
    parser = EscposParser()
    for piece in _pieces(data):
        parser.feed(piece)
        while (command := parser.take()) is not None:
            assert command.raw
    assert len(parser) <= MOST_RASTER_BYTES + 64


def simulated_printer(data: bytes) -> None:
    printer = SimulatedPrinter()
    for piece in _pieces(data):
        printer.receive(piece, 0.0)
    assert len(printer.papers) <= len(data) + 1


def card(data: bytes) -> None:
    with suppress(CardError):
        parse_card(data.decode("utf-8", "replace"))


def addresses(data: bytes) -> None:
    written = data.decode("utf-8", "replace")
    for read in (read_place, read_printer):
        with suppress(AddressError):
            read(written)


def receipts(data: bytes) -> None:
    with suppress(ReceiptError):
        receipt = decode_receipt(data)
        assert decode_receipt(encode_receipt(receipt)) == receipt


TARGETS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one
    for one in (
        pads,
        modbus,
        pad_format,
        led_boards,
        scanner_lines,
        keys,
        printer_answers,
        printer_parser,
        simulated_printer,
        card,
        addresses,
        receipts,
    )
}


def _pieces(data: bytes) -> list[bytes]:
    """The bytes as they may arrive: cut where they say themselves."""
    if not data:
        return []
    size = 1 + data[0] % 37
    return [data[at : at + size] for at in range(0, len(data), size)]
