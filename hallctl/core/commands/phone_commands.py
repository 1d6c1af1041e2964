"""The wish of somebody who scanned the hall's code with a phone."""

from typing import Annotated

import msgspec

from hallctl.core.commands.command import Command, Name

Device = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
"""A keyed hash by which one phone is told from another for a day; nobody can be found by it."""


class TakeNumber(Command, frozen=True, kw_only=True):
    """Give this phone a number; the hall asks this of itself once it has seen a good code.

    ``code`` counts the hall's codes, so that one gives no more numbers than it may.
    """

    service: Name
    device: Device
    code: Annotated[int, msgspec.Meta(ge=1, lt=2**53)]
    priority: Name | bool | None = None
    language: Name | None = None
    also: Annotated[tuple[Name, ...], msgspec.Meta(max_length=4)] = ()
    """Other services of the same visit, as with ``IssueTicket``."""
