"""What an ESC/POS stream asks of a printer, one struct a command; `raw` are its bytes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A command that changes nothing on this printer's paper."""

    raw: bytes


@dataclass(frozen=True, slots=True)
class Initialize(Command):
    """ESC @: back to the settings after power-on."""


@dataclass(frozen=True, slots=True)
class Raster(Command):
    """GS v 0: rows of dots, 1 is black; `zoom` is 1 or 2 across and down."""

    width_bytes: int
    dots: bytes
    zoom_across: int
    zoom_down: int


@dataclass(frozen=True, slots=True)
class Words(Command):
    """Characters for the line that is being set."""

    letters: bytes


@dataclass(frozen=True, slots=True)
class Feed(Command):
    """ESC J, ESC d, LF: print the line and move on by `dots` or by `lines`."""

    dots: int = 0
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Cut(Command):
    """GS V: cut, after feeding to the cutter and `dots` more when `to_cutter`."""

    to_cutter: bool
    dots: int = 0


@dataclass(frozen=True, slots=True)
class Present(Command):
    """GS e: what a presenter does with the slip; 2 takes it back, 3 and 32 hold it out, 5 ejects."""

    way: int


@dataclass(frozen=True, slots=True)
class Align(Command):
    """ESC a: 0 left, 1 centre, 2 right."""

    place: int


@dataclass(frozen=True, slots=True)
class Symbol(Command):
    """GS ( k, function `function` of the QR code."""

    function: int
    body: bytes


@dataclass(frozen=True, slots=True)
class AskPaper(Command):
    """GS r: answered in its turn in the stream."""

    subject: int
