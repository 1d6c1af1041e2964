"""How the simulated reach a hall: by asking, as whatever station they stand at."""

from typing import Protocol

from hallctl.core.applying import apply
from hallctl.core.circumstances import Circumstances
from hallctl.core.commands import Command
from hallctl.core.deciding import decide
from hallctl.core.events import Event
from hallctl.core.hall import Hall
from hallctl.core.permissions import Actor
from hallctl.core.plan import Plan
from hallctl.simulate.simulated_clock import SimulatedClock


class HallDoor(Protocol):
    """Any way into a hall."""

    def ask(self, actor: Actor, command: Command) -> tuple[Event, ...]:
        """The facts that granted the command. Raises Refused."""


class HallInMemory:
    """The hall's rules alone: no disk, no network."""

    def __init__(self, plan: Plan, clock: SimulatedClock) -> None:
        self.hall = Hall()
        self.events: list[Event] = []
        self._plan = plan
        self._clock = clock

    def ask(self, actor: Actor, command: Command) -> tuple[Event, ...]:
        """Decide and apply at the clock's time."""
        now = max(self._clock.now(), self.hall.last_at)
        circumstances = Circumstances(self._plan, actor, now, self._clock.today())
        events = decide(self.hall, command, circumstances)
        for event in events:
            apply(self.hall, event)
        self.events.extend(events)
        return events
