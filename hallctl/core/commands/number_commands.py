"""What the hall learns of numbers that its journal has lost."""

from datetime import date
from typing import Annotated

import msgspec

from hallctl.core.commands.command import Command, Name

Series = Annotated[str, msgspec.Meta(min_length=1, max_length=35)]
"""What counts by itself: a service's letter, the agency of dossiers' codes, complaints' ``PA``."""
Serial = Annotated[int, msgspec.Meta(ge=1, le=99_999)]
Highest = Annotated[dict[Series, Serial], msgspec.Meta(max_length=100)]


class PassOverNumbers(Command, frozen=True, kw_only=True):
    """A station has seen numbers of that day as high as these: lower ones are not given again.

    The hall asks itself, on the station's word.
    """

    told_by: Name
    business_day: date
    up_to: Highest
