"""Wishes about what the hall offers: pause a service, go on with it, give no more numbers today."""

from typing import Annotated

import msgspec

from hallctl.core.commands.command import At, Command, Name

Message = Annotated[str, msgspec.Meta(min_length=1, max_length=32)]
"""Shown to citizens, and kept for ever: no names."""


class PauseService(Command, frozen=True, kw_only=True):
    """The service gives no numbers for a while; kiosks show why and when again."""

    service: Name
    message: Message
    message_en: Message | None = None
    until: At | None = None


class OfferService(Command, frozen=True, kw_only=True):
    """A paused service gives numbers again."""

    service: Name


class EndIssuing(Command, frozen=True, kw_only=True):
    """No more numbers today; what becomes of those who wait is the hall's setting."""


OfferCommand = PauseService | OfferService | EndIssuing
