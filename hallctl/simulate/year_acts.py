"""What officials do with the dossiers of a simulated year, act by act, each at its own minute."""

from collections.abc import Generator, Mapping
from datetime import datetime, time
from typing import NamedTuple

from hallctl.core import commands
from hallctl.core.calendar import ONE_DAY
from hallctl.core.dossier_time import wall_clock
from hallctl.core.hall import Hall
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan
from hallctl.simulate.year_cards import Card, Fate
from hallctl.simulate.year_office import Office
from hallctl.simulate.year_plan import YearPlan

MISSING = "Thành phần hồ sơ chưa đầy đủ"
NOT_ELIGIBLE = "Chưa đủ điều kiện theo quy định"
NO_LONGER = "Không còn căn cứ để giải quyết"
COLLECTED = 0.985
"""The others leave their results with the hall."""
ONLINE = Actor("online-reception", Role.COUNTER)


class Act(NamedTuple):
    """One wish, who has it, and the hall's wall clock when it is sent; ``fields`` but the id."""

    at: datetime
    actor: Actor
    kind: type[commands.Command]
    fields: Mapping[str, object]


Life = Generator[Act, str, None]
"""The acts of one dossier; the answer to the first one is its code."""


class Officials:
    """Who works in the hall and in the departments behind it."""

    def __init__(self, hall: Hall, plan: Plan, year: YearPlan, office: Office) -> None:
        self._hall = hall
        self._plan = plan
        self._year = year
        self._office = office

    def life(self, card: Card) -> Life:
        """From reception to return, or as far as the year goes."""
        office, desk = self._office, self._desk(card)
        asked = {
            "procedure": card.procedure.procedure,
            "channel": card.channel,
            "return_by": card.return_by,
        }
        code = yield Act(card.comes, desk, commands.ReceiveDossier, asked)
        at, solver = office.later(card.comes, office.random.randrange(3, 20)), desk
        if card.comes.date() < card.due.date():
            solver = Actor(card.procedure.department or "department", Role.COUNTER)
            at = self._soon(card, card.comes, 150)
            yield self._act(at, desk, commands.ForwardDossier, code)
            at = self._soon(card, at, 240)
            yield self._act(at, solver, commands.ProcessDossier, code)
        if card.is_supplemented or card.fate is Fate.AWAITING:
            at = self._soon(card, at, 180)
            yield self._act(at, solver, commands.RequestSupplement, code, reason=MISSING)
            if card.fate is Fate.AWAITING:
                return
            at = office.between(at, at.date() + ONE_DAY, office.working_days_on(at.date(), 6))
            yield self._act(at, desk, commands.ResumeDossier, code)
        yield from self._end(card, code, at, (desk, solver))

    def _end(self, card: Card, code: str, at: datetime, by: tuple[Actor, Actor]) -> Life:
        """However it ends; an open one is left as it is."""
        office = self._office
        due = self._due(code)
        match card.fate:
            case Fate.REFUSED | Fate.WITHDRAWN | Fate.STOPPED:
                at = office.between(at, at.date(), due.date())
                yield self._ending(card.fate, at, by, code)
            case Fate.EARLY:
                last = min(due.date() - ONE_DAY, self._year.last)
                yield from self._finish(code, office.between(at, at.date(), last), by)
            case Fate.ON_TIME:
                when = office.between(at, due.date(), due.date())
                yield from self._finish(code, min(when, due), by)
            case Fate.LATE:
                days = office.random.choice((1, 1, 1, 2, 2, 3, 5))
                late = office.working_days_on(due.date(), days)
                yield from self._finish(code, office.within(late), by)

    def _finish(self, code: str, at: datetime, by: tuple[Actor, Actor]) -> Life:
        office, (desk, solver) = self._office, by
        yield self._act(at, solver, commands.FinishDossier, code)
        if office.random.random() < COLLECTED:
            later = office.working_days_on(at.date(), office.random.choice((0, 0, 1, 1, 2, 4, 9)))
            at = office.between(office.later(at, 10), later, later)
            yield self._act(at, desk, commands.ReturnDossier, code)

    def _ending(self, fate: Fate, at: datetime, by: tuple[Actor, Actor], code: str) -> Act:
        desk, solver = by
        if fate is Fate.WITHDRAWN:
            return self._act(at, desk, commands.WithdrawDossier, code)
        if fate is Fate.REFUSED:
            return self._act(at, solver, commands.RefuseDossier, code, reason=NOT_ELIGIBLE)
        return self._act(at, solver, commands.StopDossier, code, reason=NO_LONGER)

    def _act(
        self, at: datetime, actor: Actor, kind: type[commands.Command], code: str, **more: str
    ) -> Act:
        return Act(at, actor, kind, {"dossier": code, **more})

    def _soon(self, card: Card, at: datetime, minutes: int) -> datetime:
        """Within so many working minutes, and on the day before it is due at the latest."""
        soon = self._office.later(at, self._office.random.randrange(5, minutes))
        before = datetime.combine(card.due.date(), time())
        return soon if soon < before else at

    def _desk(self, card: Card) -> Actor:
        if card.channel == "online":
            return ONLINE
        serving = [one for one in self._plan.counters if card.procedure.service in one.services]
        counter = self._office.random.choice(serving or list(self._plan.counters)).counter
        return Actor(f"counter-{counter}", Role.COUNTER, counter)

    def _due(self, code: str) -> datetime:
        """When it is due by now, by the hall's clock."""
        return wall_clock(self._hall.dossiers.every[code].due_at, self._plan.timezone)
