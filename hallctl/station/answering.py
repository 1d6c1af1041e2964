"""The hall's answer to a command, as a screen sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hallctl.core.events import AnyEvent


@dataclass(frozen=True, slots=True)
class Answer:
    """Granted with its events, refused with a code, or no answer within the patience given.

    ``refused`` is one of ``hallctl.core.refusals.Refusal``, or ``unknown_token`` (the hall does
    not know this station) or ``malformed`` (``details`` then name the field).
    """

    events: tuple[AnyEvent, ...] = ()
    refused: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)
    unreachable: bool = False

    @property
    def granted(self) -> bool:
        """The hall did what was asked."""
        return not self.refused and not self.unreachable
