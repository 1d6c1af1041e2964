"""Every dossier of the hall in memory: where it stands, when it is due, and today's sums.

The shelf outlives the day. It keeps what decisions and screens need; the rest is in the ledger.
"""

from bisect import bisect_left, insort
from datetime import date

import msgspec

from hallctl.core.calendar import Calendar
from hallctl.core.deadlines import Reckoner, Term
from hallctl.core.dossier_life import IN_PROCESS, DossierState
from hallctl.core.hall.dossier import Dossier, DueDate
from hallctl.core.hall.packed_dossiers import Dossiers

RECENT_KEPT = 8
_AWAITING = DossierState.AWAITING_SUPPLEMENT
PROMISED = Term(0, "calendar_day")
"""Stands for the term of a dossier that has none but a promised day: it shifts by days."""


class AdoptedCalendar(msgspec.Struct, frozen=True):
    """A calendar that some dossiers were received under, and the zone of its clock."""

    timezone: str
    hours: Calendar


class DossierTally(msgspec.Struct):
    """One day's dossiers in sums: what happened that day, whenever they were received."""

    received: int = 0
    early: int = 0
    on_time: int = 0
    late: int = 0
    returned: int = 0
    refused: int = 0
    withdrawn: int = 0
    stopped: int = 0


class Standing(msgspec.Struct):
    """How many dossiers of one department are with the hall."""

    in_process: int = 0
    awaiting: int = 0

    @property
    def all(self) -> int:
        """Received, and not ended."""
        return self.in_process + self.awaiting


class Shelf(msgspec.Struct):
    """The hall's dossiers; changed by :mod:`hallctl.core.applying.dossier_applying` alone."""

    every: Dossiers = msgspec.field(default_factory=Dossiers)
    calendars: dict[str, AdoptedCalendar] = {}
    day: date | None = None
    """The newest day anything happened on."""
    serials: dict[str, int] = {}
    """The last serial of that day, by agency."""
    today: DossierTally = msgspec.field(default_factory=DossierTally)
    today_of: dict[str, DossierTally] = {}
    """The same by department."""
    standing: dict[str, Standing] = {}
    """What is with the hall, by the department it was received under."""
    by_state: dict[DossierState, int] = msgspec.field(
        default_factory=lambda: dict.fromkeys(DossierState, 0)
    )
    due: dict[str, list[tuple[int, str]]] = {}
    """By service, the dossiers whose clock runs: due time and code, soonest first."""
    recent: dict[str, list[str]] = {}
    """By service, the procedures received last, the newest first."""
    usual_papers: dict[str, tuple[str, ...]] = {}
    """By procedure, the papers of its last dossier that had any."""
    uncollected: dict[str, dict[str, None]] = {}
    """By service, the finished dossiers that nobody has collected, in the order they were."""

    def turn_to(self, day: date) -> None:
        """Begin a new day: serials and sums start again."""
        if day != self.day:
            self.day = day
            self.serials = {}
            self.today = DossierTally()
            self.today_of = {}

    def count(self, dossier: Dossier, column: str, change: int = 1) -> None:
        """One more today of what ``column`` of the tallies counts, or one less."""
        of_department = self.today_of.get(dossier.counted_for)
        if of_department is None:
            of_department = self.today_of[dossier.counted_for] = DossierTally()
        for tally in (self.today, of_department):
            setattr(tally, column, getattr(tally, column) + change)

    def add(self, dossier: Dossier) -> None:
        """Put a new dossier on the shelf."""
        self.every[dossier.dossier] = dossier
        self.by_state[dossier.state] += 1
        self.standing.setdefault(dossier.counted_for, Standing()).in_process += 1
        self._watch(dossier)
        if dossier.papers:
            self.usual_papers[dossier.procedure] = dossier.papers
        recent = self.recent.setdefault(dossier.service, [])
        if dossier.procedure in recent:
            recent.remove(dossier.procedure)
        recent.insert(0, dossier.procedure)
        del recent[RECENT_KEPT:]

    def move(self, dossier: Dossier, state: DossierState, at: int) -> None:
        """A dossier went from one state to another."""
        self.by_state[dossier.state] -= 1
        self.by_state[state] += 1
        is_watched, is_running = dossier.state in IN_PROCESS, state in IN_PROCESS
        standing = self.standing[dossier.counted_for]
        standing.in_process += is_running - is_watched
        standing.awaiting += (state is _AWAITING) - (dossier.state is _AWAITING)
        if is_watched and not is_running:
            self._forget(dossier)
        if DossierState.FINISHED in (dossier.state, state):
            self._await_collection(dossier, state)
        dossier.state = state
        dossier.state_since = at
        if is_running and not is_watched:
            self._watch(dossier)

    def reappoint(self, dossier: Dossier, due_at: int, due_day: date) -> None:
        """A dossier whose clock runs is due at another time."""
        self._forget(dossier)
        dossier.due_at, dossier.due_day, dossier.last_day = due_at, due_day, due_day
        self._watch(dossier)

    def put_back(self, dossier: Dossier, state: DossierState, since: int, due: DueDate) -> None:
        """A dossier stands where it stood before its last step, which was wrong."""
        if dossier.state in IN_PROCESS:
            self._forget(dossier)
        dossier.due_at, dossier.due_day, dossier.last_day = due.due_at, due.due_day, due.last_day
        if dossier.state in IN_PROCESS:
            self._watch(dossier)
        self.move(dossier, state, since)

    def reckoner(self, dossier: Dossier) -> Reckoner:
        """What reckons with that dossier's own rules, of the day it was received."""
        hours = self.calendars[dossier.calendar].hours
        return Reckoner(dossier.term or PROMISED, dossier.rules, hours)

    def timezone(self, dossier: Dossier) -> str:
        """The zone whose clock the dossier is reckoned by."""
        return self.calendars[dossier.calendar].timezone

    def _await_collection(self, dossier: Dossier, state: DossierState) -> None:
        waiting = self.uncollected.setdefault(dossier.service, {})
        if state is DossierState.FINISHED:
            waiting[dossier.dossier] = None
        else:
            waiting.pop(dossier.dossier, None)

    def _watch(self, dossier: Dossier) -> None:
        insort(self.due.setdefault(dossier.service, []), (dossier.due_at, dossier.dossier))

    def _forget(self, dossier: Dossier) -> None:
        line = self.due[dossier.service]
        del line[bisect_left(line, (dossier.due_at, dossier.dossier))]
