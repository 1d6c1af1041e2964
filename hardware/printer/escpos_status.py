"""What an ESC/POS printer says about itself: single bytes and their meaning, without I/O.

Two kinds of answer share one stream. `DLE EOT n` is answered at once, whatever the printer is
doing (fixed bits 0xx1xx10). `GS r 1` is answered in its turn in the stream (fixed bits 0xx0xxxx),
so its answer tells that all that came before it is done. Epson ESC/POS reference: DLE EOT, GS r.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

CONFIRM = b"\x1dr\x01"
"""GS r 1: answered when everything before it has been carried out."""
SILENCE = b"\x1da\x00"
"""GS a 0: no status unasked, which would mix with the answers."""


class Ask(IntEnum):
    """The n of `DLE EOT n`."""

    PRINTER = 1
    OFFLINE = 2
    ERROR = 3
    PAPER = 4


class AnswerKind(StrEnum):
    """Which question a byte can be the answer to."""

    STATUS = "status"
    CONFIRMATION = "confirmation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """What the four status bytes say together."""

    online: bool
    cover_open: bool
    paper_near_end: bool
    paper_out: bool
    error: bool


def status_question(ask: Ask) -> bytes:
    """The three bytes of `DLE EOT n`."""
    return bytes((0x10, 0x04, ask))


def kind_of_answer(byte: int) -> AnswerKind:
    """Tell status, confirmation and anything else (flow control, automatic status) apart."""
    if byte & 0b1001_0011 == 0b0001_0010:
        return AnswerKind.STATUS
    if byte & 0b1001_0000 == 0:
        return AnswerKind.CONFIRMATION
    return AnswerKind.OTHER


def decode_status(printer: int, offline: int, error: int, paper: int) -> PrinterStatus:
    """Read the answers to `DLE EOT 1` … `4`; any byte is taken for what its bits say."""
    return PrinterStatus(
        online=not printer & 0x08,
        cover_open=bool(offline & 0x04),
        paper_near_end=bool(paper & 0x0C),
        # Some models tell the end of paper in one of the two answers only.
        paper_out=bool(paper & 0x60) or bool(offline & 0x20),
        error=bool(offline & 0x40) or bool(error & 0x6C),
    )


def confirmed_without_paper(confirmation: int) -> bool:
    """Whether a printer answered `GS r 1` although its paper is out, instead of waiting."""
    return bool(confirmation & 0x0C)


def confirmed_near_end(confirmation: int) -> bool:
    """Whether the answer to `GS r 1` says that the roll ends soon."""
    return bool(confirmation & 0x03)


def encode_status(ask: Ask, status: PrinterStatus) -> int:
    """The byte a printer in this state answers to `DLE EOT n`."""
    answer = 0x12
    match ask:
        case Ask.PRINTER:
            answer |= 0 if status.online else 0x08
        case Ask.OFFLINE:
            answer |= 0x04 if status.cover_open else 0
            answer |= 0x20 if status.paper_out else 0
            answer |= 0x40 if status.error else 0
        case Ask.ERROR:
            answer |= 0x08 if status.error else 0
        case Ask.PAPER:
            answer |= 0x0C if status.paper_near_end else 0
            answer |= 0x60 if status.paper_out else 0
    return answer


def encode_confirmation(status: PrinterStatus) -> int:
    """The byte a printer in this state answers to `GS r 1`."""
    return (0x03 if status.paper_near_end else 0) | (0x0C if status.paper_out else 0)
