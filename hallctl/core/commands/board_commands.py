"""Wishes about boards and speakers: an emergency over everything, quiet, a word to a counter."""

from typing import Annotated, Literal

import msgspec

from hallctl.core.commands.command import At, Command, Name

Alarm = Annotated[str, msgspec.Meta(min_length=1, max_length=160)]
"""What everybody must know at a glance."""
Message = Annotated[str, msgspec.Meta(min_length=1, max_length=160)]
"""Kept for ever: no citizens' names."""
Sound = Literal["speak", "chime", "visual", "planned"]


class ShowEmergency(Command, frozen=True, kw_only=True):
    """Show it over everything on every screen, and speak it, until it is cleared."""

    vi: Alarm
    en: Alarm | None = None
    others: Annotated[dict[Name, Alarm], msgspec.Meta(max_length=16)] = msgspec.field(
        default_factory=dict
    )
    """The same in languages that the hall has added, by their codes."""


class ClearEmergency(Command, frozen=True, kw_only=True):
    """The danger is over; screens go on where they were."""


class SetSound(Command, frozen=True, kw_only=True):
    """Speak, chime only, or be silent, in one zone or everywhere; ``planned`` is as the hours say."""

    sound: Sound
    zone: Name | None = None
    until: At | None = None


class TellCounter(Command, frozen=True, kw_only=True):
    """A line for the official at an open counter, shown until it is read."""

    counter: Name
    text: Message


class ReadMessage(Command, frozen=True, kw_only=True):
    """The counter's message has been read."""

    counter: Name


BoardCommand = ShowEmergency | ClearEmergency | SetSound | TellCounter
"""What is granted to whoever runs the hall."""
