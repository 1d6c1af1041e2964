"""What every wish begins with, and the fields that wishes share."""

from typing import Annotated
from uuid import UUID

import msgspec

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
Mark = Annotated[int, msgspec.Meta(ge=1, le=5, description="1 is worst, 5 is best")]

Reason = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
"""Why, in words the citizen may read. It is kept for ever: no names and no numbers of people."""
PaperName = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Papers = Annotated[tuple[PaperName, ...], msgspec.Meta(max_length=60)]
LAST_MOMENT = 4_102_444_800_000
At = Annotated[int, msgspec.Meta(ge=0, lt=LAST_MOMENT)]
"""Milliseconds since 1970 (UTC), before the year 2100."""


class Command(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=str, forbid_unknown_fields=True
):
    """A wish with an identity: sent twice, it happens once."""

    command_id: UUID = msgspec.field(name="id")
