"""What became of a slip that was to be printed, and how a printer is."""

from enum import StrEnum

import msgspec


class PrintResult(StrEnum):
    """What became of a slip."""

    PRINTED = "printed"
    """It is out and cut; the printer confirmed it."""
    NOT_PRINTED = "not_printed"
    """Nothing of it reached the printer: print it again, here or elsewhere."""
    HELD = "held"
    """The printer has it and will print it once someone helps: ask `settle`, don't print again."""
    UNKNOWN = "unknown"
    """Nobody can tell; `may_have_come_out` says how much may lie in the tray."""


class Trouble(StrEnum):
    """Why a printer does not print."""

    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    """It is there and prints nothing: paused, its buffer full, the cutter stuck or too hot."""
    NO_ANSWER = "no_answer"
    """The link stands and nobody answers."""
    GONE = "gone"
    """There is no link."""
    BUSY = "busy"
    """An earlier slip is still held."""


class Extent(StrEnum):
    """How much of a slip may have come out."""

    NOTHING = "nothing"
    PART = "part"
    WHOLE = "whole"


class PrintOutcome(msgspec.Struct, frozen=True):
    """What became of one slip; `reason` is None when it is printed."""

    result: PrintResult
    reason: Trouble | None = None
    may_have_come_out: Extent = Extent.NOTHING
    paper_near_end: bool = False
    """The roll is thin, as the printer said with its confirmation."""


class PrinterHealth(msgspec.Struct, frozen=True):
    """How a printer is; `trouble` is None when it can print.

    A printer without a back channel says nothing about paper and cover: those stay False.
    """

    trouble: Trouble | None = None
    cover_open: bool = False
    paper_near_end: bool = False
    paper_out: bool = False
    error: bool = False
