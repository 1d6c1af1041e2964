"""Wishes about notices: what the outbox has to report, and calls that officials made."""

from typing import Annotated, Literal

import msgspec

from hallctl.core.commands.command import Command, Name

NoticeChannel = Literal["email", "sms"]
Fault = Annotated[str, msgspec.Meta(min_length=1, max_length=40, pattern=r"^[a-z0-9_ ]+$")]
"""What was in the way, as a code: never an address, never a server's own words."""
WhyCall = Literal["by_phone", "no_address", "no_channel", "gave_up"]
WhyDrop = Literal["no_consent", "no_applicant", "overtaken", "no_channel"]
"""An appointment's letter is dropped as ``gave_up`` too: there is nobody whom an official calls."""


class ConfirmNotice(Command, frozen=True, kw_only=True):
    """The mail server, or the gateway, has taken it."""

    notice: Name
    channel: NoticeChannel


class ReportNotice(Command, frozen=True, kw_only=True):
    """It could not be sent; it is tried again, unless that is ``hopeless``."""

    notice: Name
    channel: NoticeChannel
    fault: Fault
    hopeless: bool = False


class LeaveToCall(Command, frozen=True, kw_only=True):
    """Nothing can be sent: somebody has to call."""

    notice: Name
    why: WhyCall


class DropNotice(Command, frozen=True, kw_only=True):
    """Nobody is to be told, or there is nothing to tell any more."""

    notice: Name
    why: WhyDrop


class NoteCall(Command, frozen=True, kw_only=True):
    """An official has called; whoever was not reached stays on the list."""

    notice: Name
    reached: bool
    counter: Name | None = None
