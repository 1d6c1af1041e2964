"""Dossiers of simulated days: handed in at visits, online and by post, solved by departments.

Every department has its own pace, so that some are late more often than others. What is planned
for a day that is never played stays undone: dossiers in process, as in any real hall.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from hallctl.command_ids import new_command_id
from hallctl.core import commands, events
from hallctl.core.catalogue import Channel, Procedure
from hallctl.core.dossier_time import wall_clock
from hallctl.core.permissions import Actor
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refused

AT_VISITS_SHARE = 0.45
SUPPLEMENT_SHARE = 0.05
REFUSED_SHARE, WITHDRAWN_SHARE = 0.01, 0.01
NOT_COLLECTED_SHARE = 0.12
EARLY_SHARE = 0.8
LATE_SHARES = (0.002, 0.004, 0.006, 0.01, 0.015, 0.02, 0.05, 0.09)
"""How often departments are late; each has one of these."""
REASONS = (
    "Thiếu bản sao giấy chứng nhận quyền sử dụng đất",
    "Chưa có xác nhận của Ủy ban nhân dân cấp xã",
    "Tờ khai chưa ký",
)
POPULAR = 40
"""Most dossiers are for a few procedures of each service."""

Act = Callable[[], None]
Ask = Callable[[Actor, commands.Command], tuple[events.Event, ...]]


class DossierFlow:
    """Plans what becomes of each dossier, and does it when its day is played."""

    def __init__(self, plan: Plan, ask: Ask, official: Actor, random: Random) -> None:
        self._plan = plan
        self._ask = ask
        self._official = official
        self._random = random
        self._planned: dict[date, list[tuple[float, Act]]] = defaultdict(list)
        self._late = {one.department: random.choice(LATE_SHARES) for one in plan.departments}
        self._offered = self._popular()

    def after_visit(self, day: date, finished: events.VisitFinished, service: str) -> None:
        """Whoever was served may have handed in a dossier."""
        if self._random.random() < AT_VISITS_SHARE:
            self._receive(day, service, "counter", finished)

    def from_afar(self, day: date, count: int) -> Iterator[tuple[float, Act]]:
        """Dossiers that came online and by post, each with its second of the day."""
        services = list(self._offered)
        for _ in range(count if services else 0):
            channel: Channel = "online" if self._random.random() < 0.85 else "post"
            service = self._random.choice(services)
            at = self._random.choice(
                (self._random.uniform(27_500, 41_000), self._random.uniform(49_000, 60_500))
            )
            yield at, self._receiving(day, service, channel)

    def of(self, day: date) -> list[tuple[float, Act]]:
        """What departments do on that day, in order."""
        return sorted(self._planned.pop(day, []), key=lambda one: one[0])

    def _receiving(self, day: date, service: str, channel: Channel) -> Act:
        return lambda: self._receive(day, service, channel, None)

    def _receive(
        self, day: date, service: str, channel: Channel, visit: events.VisitFinished | None
    ) -> None:
        procedures = self._offered.get(service)
        if not procedures:
            return
        procedure = procedures[min(int(self._random.expovariate(0.25)), len(procedures) - 1)]
        wish = commands.ReceiveDossier(
            command_id=new_command_id(),
            procedure=procedure.procedure,
            channel=channel,
            visit=visit.visit if visit else None,
            counter=visit.counter if visit else None,
        )
        for event in self._ask(self._official, wish):
            if isinstance(event, events.DossierReceived):
                self._plan_life(day, event)

    def _plan_life(self, day: date, received: events.DossierReceived) -> None:
        name, random = received.dossier, self._random
        due = wall_clock(received.due_at, self._plan.timezone)
        self._later(day, self._clock(17), self._wish(commands.ForwardDossier, name))
        begun = self._working(day + timedelta(days=1)) if due.date() > day else day
        self._later(begun, self._morning(), self._wish(commands.ProcessDossier, name))
        if random.random() < REFUSED_SHARE + WITHDRAWN_SHARE:
            self._leave(name, self._working(begun + timedelta(days=1)))
            return
        if random.random() < SUPPLEMENT_SHARE and due.date() > begun:
            begun = self._supplement(name, self._working(begun + timedelta(days=1)))
        ended = self._ends(begun, due, received.department)
        self._later(ended.date(), _seconds(ended), self._wish(commands.FinishDossier, name))
        if random.random() > NOT_COLLECTED_SHARE:
            collected = self._working(ended.date() + timedelta(days=random.choice((0, 1, 1, 2, 4))))
            later = max(_seconds(ended) + 600, self._clock(14)) if collected == ended.date() else 0
            self._later(
                collected, later or self._morning(), self._wish(commands.ReturnDossier, name)
            )

    def _ends(self, begun: date, due: datetime, department: str) -> datetime:
        """When the result is ready: mostly early, sometimes just in time, now and then late."""
        chance = self._random.random()
        if chance < self._late.get(department, 0.01):
            day = self._working(max(begun, due.date()) + timedelta(days=self._random.randint(1, 4)))
        elif chance < EARLY_SHARE and due.date() > begun:
            left = (due.date() - begun).days
            day = self._working(
                begun + timedelta(days=round(left * self._random.uniform(0.3, 0.85)))
            )
        else:
            day = due.date()
        seconds = min(self._clock(15) + self._random.uniform(0, 4000), 60_900)
        return datetime.combine(day, datetime.min.time()) + timedelta(seconds=seconds)

    def _supplement(self, name: str, day: date) -> date:
        reason = self._random.choice(REASONS)
        self._later(
            day, self._morning(), self._wish(commands.RequestSupplement, name, reason=reason)
        )
        back = self._working(day + timedelta(days=self._random.randint(1, 5)))
        self._later(back, self._clock(13.8), self._wish(commands.ResumeDossier, name))
        return back

    def _leave(self, name: str, day: date) -> None:
        if self._random.random() < 0.5:
            act = self._wish(commands.WithdrawDossier, name)
        else:
            act = self._wish(commands.RefuseDossier, name, reason="Không thuộc thẩm quyền")
        self._later(day, self._morning(), act)

    def _wish(self, kind: type[commands.DossierCommand], dossier: str, **fields: Any) -> Act:
        def act() -> None:
            try:
                self._ask(
                    self._official, kind(command_id=new_command_id(), dossier=dossier, **fields)
                )
            except Refused:
                return  # its state has moved on: what was planned no longer fits

        return act

    def _later(self, day: date, seconds: float, act: Act) -> None:
        self._planned[day].append((seconds, act))

    def _working(self, day: date) -> date:
        return self._plan.dossiers.calendar.next_working(day)

    def _morning(self) -> float:
        return self._random.uniform(28_000, 40_000)

    def _clock(self, hour: float) -> float:
        return hour * 3600 + self._random.uniform(-900, 900)

    def _popular(self) -> dict[str, list[Procedure]]:
        """For each service some of its procedures, the most wanted first."""
        offered: dict[str, list[Procedure]] = defaultdict(list)
        today = date.max
        for procedure in self._plan.dossiers.catalogue_on(today).procedures.values():
            if procedure.is_handled(today) and procedure.term("counter"):
                offered[procedure.service].append(procedure)
        return {
            service: self._random.sample(some, min(POPULAR, len(some)))
            for service, some in offered.items()
            if service
        }


def _seconds(moment: datetime) -> float:
    return moment.hour * 3600 + moment.minute * 60 + moment.second
