"""Wishes of a busy floor: choose whom to call, park, transfer, add a service, note, undo, break."""

from typing import Annotated, Literal

import msgspec

from hallctl.core.commands.command import Command, Name

Note = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
"""Kept for ever with the visit: about the matter, never about the person."""
TransferTo = Literal["front", "waited", "end"]
"""Before everybody, with the waiting so far counted, or behind everybody."""


class CallTicket(Command, frozen=True, kw_only=True):
    """A free counter calls a ticket of its choice: waiting, or missed before.

    One that waits for another counter only is left to that, unless ``held_for`` names it: whoever
    asks knows, and calls all the same.
    """

    counter: Name
    ticket: Name
    held_for: Name | None = None


class CallNumber(Command, frozen=True, kw_only=True):
    """The same, by the number on the paper: ``A017``, or typed ``a17``."""

    counter: Name
    number: Name
    held_for: Name | None = None


class Park(Command, frozen=True, kw_only=True):
    """The citizen has something to do meanwhile; the counter is free again."""

    counter: Name
    reason: Name


class Resume(Command, frozen=True, kw_only=True):
    """A parked citizen is back at a free counter."""

    counter: Name
    ticket: Name


class Transfer(Command, frozen=True, kw_only=True):
    """Send the counter's citizen to another service, or to a counter that alone may call."""

    counter: Name
    service: Name | None = None
    to_counter: Name | None = None
    place: TransferTo = "waited"


class AddService(Command, frozen=True, kw_only=True):
    """The counter's citizen needs one more service in the same visit, with the same number."""

    counter: Name
    service: Name


class NoteVisit(Command, frozen=True, kw_only=True):
    """Something that whoever serves the visit next should know."""

    counter: Name
    note: Note


class UndoLast(Command, frozen=True, kw_only=True):
    """Take the counter's last press back, within a few seconds."""

    counter: Name


class ReturnNoShow(Command, frozen=True, kw_only=True):
    """The time of a no-show is over: back into the queue. Asked by the hall itself."""

    ticket: Name


class EndNoShow(Command, frozen=True, kw_only=True):
    """The time of a no-show is over: the number ends. Asked by the hall itself."""

    ticket: Name


class StartBreak(Command, frozen=True, kw_only=True):
    """The official of a free counter is away for a while."""

    counter: Name
    reason: Name


class EndBreak(Command, frozen=True, kw_only=True):
    """The official is back."""

    counter: Name


class Substitute(Command, frozen=True, kw_only=True):
    """Another official takes over the open counter, and whoever stands there."""

    counter: Name
    official: Name


class ChooseProfile(Command, frozen=True, kw_only=True):
    """From its next call on the open counter calls by that profile; without one, as usual."""

    counter: Name
    profile: Name | None = None


FloorCommand = (
    CallTicket
    | CallNumber
    | Park
    | Resume
    | Transfer
    | AddService
    | NoteVisit
    | UndoLast
    | StartBreak
    | EndBreak
    | Substitute
    | ChooseProfile
)
"""What an official does at a counter."""
