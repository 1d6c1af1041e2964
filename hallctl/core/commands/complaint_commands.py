"""Wishes about complaints. Their words never travel in a wish: only a hash that proves them."""

from typing import Annotated, Literal

import msgspec

from hallctl.core.commands.command import Command, Name, Reason

About = Literal["result", "conduct", "other"]
"""About a result, about how somebody was treated, or about anything else in the hall."""
ComplaintChannel = Literal["phone", "kiosk", "desk"]
Finding = Literal["right", "partly", "wrong"]
"""Whether the complaint was found to be right."""
Digest = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 over a salt and the words, which lie apart from the journal."""


class FileComplaint(Command, frozen=True, kw_only=True):
    """A citizen complains, or makes a proposal; the hall itself files it."""

    about: About
    digest: Digest
    channel: ComplaintChannel = "phone"
    department: Name | None = None
    counter: Name | None = None
    visit: Name | None = None


class ComplaintCommand(Command, frozen=True, kw_only=True):
    """A wish about one complaint, by its code."""

    complaint: Name


class ForwardComplaint(ComplaintCommand, frozen=True, kw_only=True):
    """Hand it to a department; without one, the hall deals with it itself."""

    department: Name | None = None


class RefuseComplaint(ComplaintCommand, frozen=True, kw_only=True):
    """It can't be taken up; the citizen reads why."""

    reason: Reason


class AskComplainant(ComplaintCommand, frozen=True, kw_only=True):
    """Ask the citizen for what is missing; the clock stands still until then."""

    question: Reason


class AddToComplaint(ComplaintCommand, frozen=True, kw_only=True):
    """The citizen has told more; the hall itself files it."""

    digest: Digest


class AnswerComplaint(ComplaintCommand, frozen=True, kw_only=True):
    """It has been looked into, and this was found."""

    finding: Finding
    digest: Digest


class PublishAnswer(ComplaintCommand, frozen=True, kw_only=True):
    """The answer may be read by everybody, without a word of who complained."""


AnyComplaintCommand = (
    FileComplaint
    | ForwardComplaint
    | RefuseComplaint
    | AskComplainant
    | AddToComplaint
    | AnswerComplaint
    | PublishAnswer
)
