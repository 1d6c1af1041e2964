"""The way into a hall that nobody serves: the same rules, written into its own journal."""

from hashlib import blake2b

import msgspec

from hallctl.core.applying import apply
from hallctl.core.circumstances import Circumstances
from hallctl.core.commands import Command
from hallctl.core.deciding import decide
from hallctl.core.events import DayOpened, Event
from hallctl.core.hall import Hall
from hallctl.core.permissions import Actor
from hallctl.core.plan import Plan
from hallctl.journal.entry import Entry, Fact, Journal
from hallctl.simulate.simulated_clock import SimulatedClock


class JournalDoor:
    """Decides and applies at the clock's time; :meth:`keep` makes it durable, a day at a time."""

    def __init__(self, plan: Plan, journal: Journal, hall: Hall) -> None:
        self.hall = hall
        self.clock: SimulatedClock
        self._plan = plan
        self._journal = journal
        self._kept = hall.journal_number
        self._entries: list[Entry] = []

    def ask(self, actor: Actor, command: Command) -> tuple[Event, ...]:
        """The facts that granted the command. Raises Refused."""
        now = max(self.clock.now(), self.hall.last_at)
        circumstances = Circumstances(self._plan, actor, now, self.clock.today())
        events = decide(self.hall, command, circumstances)
        digest = blake2b(msgspec.json.encode(command), digest_size=8).digest()
        self._entries.append(
            Entry(
                command_id=str(command.command_id),
                digest=digest,
                actor=actor.name,
                facts=tuple(self._applied(event) for event in events),
            )
        )
        return events

    def keep(self) -> int:
        """Write what has happened since; gives the newest number. Raises JournalError."""
        self._kept = self._journal.append(self._kept, self._entries)
        self._entries = []
        return self._kept

    def _applied(self, event: Event) -> Fact:
        apply(self.hall, event)
        business_day = event.business_day if isinstance(event, DayOpened) else None
        day = business_day or self.hall.business_day or self.clock.today()
        return Fact(self.hall.journal_number, day, msgspec.json.encode(event).decode())
