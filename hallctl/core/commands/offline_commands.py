"""Wishes of a kiosk that must go on when the hall is out of reach."""

from datetime import date
from typing import Annotated

import msgspec

from hallctl.core.commands.command import At, Command, Name

Serial = Annotated[int, msgspec.Meta(ge=1, le=9_999_999)]
"""Leased ones begin high after an old backup was restored: twenty a minute since."""


class LeaseNumbers(Command, frozen=True, kw_only=True):
    """A kiosk asks for numbers of its own, for hours in which it can't ask."""


class HandInTicket(Command, frozen=True, kw_only=True):
    """A kiosk hands in a number that it gave from its lease while it was alone.

    ``issued_at`` is the hall's time as the kiosk knew it.
    """

    lease: Name
    business_day: date
    service: Name
    serial: Serial
    issued_at: At
    priority: Name | bool | None = None
    language: Name | None = None
    also: tuple[Name, ...] = ()
    """Services that the visit needs besides, in any order."""
