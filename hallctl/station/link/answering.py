"""The hall's answer to a command, and what a screen may ask of its link."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from hallctl.core.commands import Command
from hallctl.core.events import AnyEvent

OK = 200


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
    journal_number: int = 0
    """Of the newest event; a view with a lower number is from before."""

    @property
    def granted(self) -> bool:
        """The hall did what was asked."""
        return not self.refused and not self.unreachable


@dataclass(frozen=True, slots=True)
class Said:
    """What the hall said to a request; a status of 0 is no answer at all."""

    status: int
    body: bytes = b""

    @property
    def is_good(self) -> bool:
        """It did or gave what was asked."""
        return self.status == OK


class Link(Protocol):
    """What a view model needs of its link; ``hallctl.station.link.HallLink`` is the real one."""

    view_changed: Any
    """A Qt signal with the decoded view struct."""
    state_changed: Any
    """A Qt signal with "connecting", "online" or "offline"."""

    @property
    def state(self) -> str:
        """The last state told."""

    @property
    def view(self) -> Any:
        """The newest view struct, or None before the first."""

    @property
    def gives_alone(self) -> frozenset[str]:
        """Services whose numbers it gives itself while the hall is out of reach."""

    def send(self, command: Command, answered: Callable[[Answer], None]) -> None:
        """Ask the hall; ``answered`` is called once."""

    def look_up(
        self, path: str, query: dict[str, str], found: Callable[[bytes | None], None]
    ) -> None:
        """Read what the hall has under ``path``; ``found`` hears its body, or None, once."""

    def request(self, method: str, path: str, body: bytes, heard: Callable[[Said], None]) -> None:
        """Ask in the station's own name; ``heard`` hears status and body, once."""
