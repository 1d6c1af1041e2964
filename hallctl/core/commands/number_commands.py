"""What the hall learns of numbers that its journal has lost."""

from datetime import date
from typing import Annotated

import msgspec

from hallctl.core.commands.command import Command, Name
from hallctl.core.commands.offline_commands import Serial

Series = Annotated[str, msgspec.Meta(min_length=1, max_length=35)]
"""What counts by itself: a service's letter, the agency of dossiers' codes, complaints' ``PA``."""
Highest = Annotated[dict[Series, Serial], msgspec.Meta(max_length=100)]


class PassOverNumbers(Command, frozen=True, kw_only=True):
    """A station has seen numbers of that day as high as these: lower ones are not given again.

    The hall asks itself, on the station's word.
    """

    told_by: Name
    business_day: date
    up_to: Highest
