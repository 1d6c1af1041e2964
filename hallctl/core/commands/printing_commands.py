"""Wishes about slips that are to be printed."""

from hallctl.core.commands.command import Command, Name


class ConfirmPrinted(Command, frozen=True, kw_only=True):
    """The station has the ticket on paper."""

    ticket: Name


class ReportNotPrinted(Command, frozen=True, kw_only=True):
    """The station could not print the ticket; the job stays until it is printed.

    ``is_held`` says that the printer has the slip and will print it once someone helps.
    """

    ticket: Name
    fault: Name
    is_held: bool = False


class RedirectPrinting(Command, frozen=True, kw_only=True):
    """Print a waiting job at another station.

    ``confirmed_lost``: a person has looked, and the slip does not come out where it was.
    """

    ticket: Name
    station: Name
    confirmed_lost: bool = False


class ReleasePrinting(Command, frozen=True, kw_only=True):
    """The station that was asked to let go of the job has printed nothing of it."""

    ticket: Name
