"""Wishes about appointments. Who comes never travels in a wish: only keyed hashes of a person."""

from typing import Annotated, Literal

import msgspec

from hallctl.core.commands.command import At, Command, Name, Reason

Code = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{6}$")]
"""What the citizen shows or types; drawn by chance, and unique among the open appointments."""
PersonMark = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}$")]
"""A keyed hash of a telephone number or an e-mail address, by which a person is known again."""
BookedBy = Literal["page", "desk", "import", "api"]
MOST_AT_ONCE = 2000


class Booking(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One place in one slot of a service; ``told`` says that somebody left an e-mail address."""

    service: Name
    starts_at: At
    code: Code
    marks: Annotated[tuple[PersonMark, ...], msgspec.Meta(max_length=3)] = ()
    language: Name | None = None
    told: bool = False


class Moving(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An appointment and its new time."""

    appointment: Name
    starts_at: At


class BookAppointment(Command, frozen=True, kw_only=True):
    """A citizen books a time at which a service waits for them."""

    service: Name
    starts_at: At
    code: Code
    marks: Annotated[tuple[PersonMark, ...], msgspec.Meta(max_length=3)] = ()
    language: Name | None = None
    told: bool = False
    channel: BookedBy = "page"


class AppointmentWish(Command, frozen=True, kw_only=True):
    """A wish about one appointment, by its name or its code."""

    appointment: Name


class MoveAppointment(AppointmentWish, frozen=True, kw_only=True):
    """The same visit at another time."""

    starts_at: At


class CancelAppointment(AppointmentWish, frozen=True, kw_only=True):
    """It will not take place; whoever is not the citizen says why."""

    reason: Reason | None = None


class CheckInAppointment(AppointmentWish, frozen=True, kw_only=True):
    """The citizen has come and gets a number."""

    language: Name | None = None


class ReleaseAppointment(AppointmentWish, frozen=True, kw_only=True):
    """Nobody came in time: its place is free again. The hall asks itself."""


class RemindAppointment(AppointmentWish, frozen=True, kw_only=True):
    """It is near: remind the citizen. The hall asks itself."""


class ImportAppointments(Command, frozen=True, kw_only=True):
    """What another system has booked, moved and cancelled: all of it happens, or nothing."""

    book: Annotated[tuple[Booking, ...], msgspec.Meta(max_length=MOST_AT_ONCE)] = ()
    move: Annotated[tuple[Moving, ...], msgspec.Meta(max_length=MOST_AT_ONCE)] = ()
    cancel: Annotated[tuple[Name, ...], msgspec.Meta(max_length=MOST_AT_ONCE)] = ()


AppointmentCommand = (
    BookAppointment
    | MoveAppointment
    | CancelAppointment
    | CheckInAppointment
    | ReleaseAppointment
    | RemindAppointment
    | ImportAppointments
)
