"""A year of dossiers, lived through by the hall's own rules and written into its journal.

Every act is a command that is decided, applied and kept as any other; only the clock is set by
hand, and many acts share a commit. The same figures and seed give the same journal.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from random import Random
from uuid import UUID

from hallctl.controller import applied, digest_of
from hallctl.core import commands
from hallctl.core.calendar import ONE_DAY
from hallctl.core.circumstances import Circumstances
from hallctl.core.deciding import decide
from hallctl.core.events import DossierReceived
from hallctl.core.hall import Hall
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan
from hallctl.journal.entry import Entry
from hallctl.journal.sqlite_journal import SqliteJournal
from hallctl.simulate.day import official_names
from hallctl.simulate.year_acts import Act, Life, Officials
from hallctl.simulate.year_cards import cards
from hallctl.simulate.year_fates import seal_fates
from hallctl.simulate.year_office import Office
from hallctl.simulate.year_plan import YearPlan

TOGETHER = 4_000
"""So many commands share a commit."""
HALL = Actor("hall", Role.ADMIN)
EARLY, OVERTIME = timedelta(minutes=15), timedelta(minutes=30)

Progress = Callable[[date, int], None]
"""Told at each month's end how many facts there are."""


class DossierYear:
    """One year in one hall; its journal has to be empty."""

    def __init__(self, plan: Plan, year: YearPlan, journal: SqliteJournal) -> None:
        self.hall = Hall()
        self._plan = plan
        self._year = year
        self._office = Office(plan.dossiers.calendar, plan.timezone, Random(year.seed))  # noqa: S311 - a simulation, no secret
        self._pen = _Pen(self.hall, plan, journal)
        self._lives: list[tuple[datetime, int, Act, Life]] = []
        self._order = count()

    def live(self, progress: Progress) -> None:
        """Live through it; what would happen after its last day does not."""
        dealt = cards(self._plan.dossiers, self._year, self._office)
        seal_fates(dealt, self._year, self._office)
        officials = Officials(self.hall, self._plan, self._year, self._office)
        for life in (self._days(), *(officials.life(card) for card in dealt)):
            self._go_on(life, next(life, None))
        month = self._year.first.month
        while self._lives and self._lives[0][0].date() <= self._year.last:
            at, _, act, life = heappop(self._lives)
            if at.month != month:
                progress(at.date() - ONE_DAY, self.hall.journal_number)
                month = at.month
            self._go_on(life, self._answer(life, self._pen.write(act, self._office.at(at))))
        self._pen.flush()
        progress(self._year.last, self.hall.journal_number)

    def _go_on(self, life: Life, act: Act | None) -> None:
        if act is not None:
            heappush(self._lives, (act.at, next(self._order), act, life))

    def _answer(self, life: Life, code: str) -> Act | None:
        try:
            return life.send(code)
        except StopIteration:
            return None

    def _days(self) -> Life:
        """The hall's own days: opened, every counter manned, and closed."""
        day, calendar = self._year.first, self._office.calendar
        names = official_names()
        seats = {one.counter: next(names) for one in self._plan.counters}
        while day <= self._year.last:
            if calendar.is_working(day):
                opens = datetime.combine(day, calendar.opens(day)) - EARLY
                closes = datetime.combine(day, calendar.closes(day)) + OVERTIME
                yield Act(opens, HALL, commands.OpenDay, {})
                for counter, official in seats.items():
                    fields: dict[str, object] = {"counter": counter, "official": official}
                    yield Act(opens, HALL, commands.OpenCounter, fields)
                yield Act(closes, HALL, commands.CloseDay, {})
            day += ONE_DAY


class _Pen:
    """Writes acts into the journal, many in one commit."""

    def __init__(self, hall: Hall, plan: Plan, journal: SqliteJournal) -> None:
        self._hall = hall
        self._plan = plan
        self._journal = journal
        self._entries: list[Entry] = []
        self._written = count(1)

    def write(self, act: Act, at: int) -> str:
        """Decide it and apply it; gives the code of the dossier it received, if it did."""
        today = act.at.date()
        command = act.kind(command_id=_command_id(at, next(self._written)), **act.fields)
        happened = decide(self._hall, command, Circumstances(self._plan, act.actor, at, today))
        facts = tuple(applied(self._hall, event, today) for event in happened)
        self._entries.append(
            Entry(
                command_id=str(command.command_id),
                digest=digest_of(command),
                actor=act.actor.name,
                facts=facts,
            )
        )
        if len(self._entries) >= TOGETHER:
            self.flush()
        last = happened[-1]
        return last.dossier if isinstance(last, DossierReceived) else ""

    def flush(self) -> None:
        """Make durable what is not yet."""
        if self._entries:
            self._journal.append(self._journal.number, self._entries)
            self._entries = []


def _command_id(at: int, number: int) -> UUID:
    """Of version 7 as others, with its place in the year instead of chance."""
    return UUID(int=at << 80 | 0x7 << 76 | 0b10 << 62 | number)
