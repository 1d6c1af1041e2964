"""A wish about figures that the hall can't count: they come from elsewhere, with their source."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from hallctl.core.commands.command import Command

GivenIndicator = Literal["1", "3.6", "4.2", "5.1", "5.3"]
"""Those of the national set that other systems know better, or alone."""
Dossiers = Annotated[int, msgspec.Meta(ge=0, le=1_000_000_000)]
Source = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class GiveFigure(Command, frozen=True, kw_only=True):
    """Of so many, so many fulfil the indicator, says the source. Given anew, it replaces; 0 of 0 takes it back."""

    indicator: GivenIndicator
    first: date
    last: date
    fulfilled: Dossiers
    of: Dossiers
    source: Source
