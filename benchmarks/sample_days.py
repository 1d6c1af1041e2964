"""Many business days of facts, made from one day that the hall's own rules have decided."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import msgspec

from hallctl.command_ids import new_command_id
from hallctl.core import commands
from hallctl.core.applying import apply
from hallctl.core.circumstances import Circumstances
from hallctl.core.deciding import decide
from hallctl.core.hall import Hall
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refused
from hallctl.journal.entry import Fact

VISITS = 5_000
FIRST_DAY = date(2026, 1, 5)
OPENS_AT = 1_767_573_000_000
"""07:30 in the hall's zone on the first day."""
MS_A_DAY = 86_400_000
MOMENT = re.compile(r"(\d{13})")


def sample_days(plan: Plan, events: int, visits: int = VISITS) -> Iterator[Fact]:
    """At least that many facts, in whole days of that many visits each."""
    bodies = [MOMENT.split(body) for body in one_day(plan, visits)]
    number = 0
    for later in range(-(-events // len(bodies))):
        day = FIRST_DAY + timedelta(days=later)
        for pieces in bodies:
            number += 1
            yield Fact(number, day, _moved(pieces, later * MS_A_DAY, day.isoformat()))


def one_day(plan: Plan, visits: int) -> list[str]:
    """The JSON of one day's facts: all that happens in a busy hall, in usual proportions."""
    day = _Day(plan)
    day.open()
    for _ in range(visits):
        day.arrive()
        for counter in plan.counters:
            day.serve(counter.counter)
    day.send(commands.CloseDay(command_id=new_command_id()))
    return day.bodies


def _moved(pieces: list[str], by: int, day: str) -> str:
    moved = [str(int(piece) + by) if index % 2 else piece for index, piece in enumerate(pieces)]
    return "".join(moved).replace(FIRST_DAY.isoformat(), day)


class _Day:
    """The hall on its first day, and the facts so far."""

    def __init__(self, plan: Plan) -> None:
        self.bodies: list[str] = []
        self._hall = Hall()
        self._plan = plan
        self._random = Random(5)
        self._admin = Actor("admin", Role.ADMIN, prints=True)
        self._at = OPENS_AT
        self._groups = [None] * 12 + [group.group for group in plan.rules.groups]

    def open(self) -> None:
        self.send(commands.OpenDay(command_id=new_command_id()))
        services = tuple(service.service for service in self._plan.services)
        for counter in self._plan.counters:
            self.send(
                commands.OpenCounter(
                    command_id=new_command_id(),
                    counter=counter.counter,
                    official=f"official-{counter.counter}",
                    services=services,
                )
            )

    def arrive(self) -> None:
        """A citizen takes a number, which is printed; now and then one leaves again."""
        chance = self._random
        self._at += chance.randrange(2_000, 10_000)
        service = chance.choice(self._plan.services).service
        self.send(
            commands.IssueTicket(
                command_id=new_command_id(), service=service, priority=chance.choice(self._groups)
            )
        )
        ticket = next(reversed(self._hall.tickets))
        self.send(commands.ConfirmPrinted(command_id=new_command_id(), ticket=ticket))
        if chance.random() < 0.02:
            self.send(commands.CancelTicket(command_id=new_command_id(), ticket=ticket))

    def serve(self, counter: str) -> None:
        """A counter calls, waits, misses or finishes whoever is there."""
        chance = self._random.random()
        current = self._hall.current(counter)
        if current is None:
            if chance < 0.3:
                self.send(commands.CallNext(command_id=new_command_id(), counter=counter))
        elif chance < 0.01:
            self.send(commands.Recall(command_id=new_command_id(), counter=counter))
        elif chance < 0.02:
            self.send(commands.MarkNoShow(command_id=new_command_id(), counter=counter))
            if chance < 0.015:
                self.send(commands.Requeue(command_id=new_command_id(), ticket=current.ticket))
        elif chance < 0.25:
            self.send(commands.FinishVisit(command_id=new_command_id(), counter=counter))
            if chance < 0.2:
                self._rate(current.visit)

    def send(self, command: commands.Command) -> None:
        """Decide, apply, keep; a refusal is part of the day."""
        by = Circumstances(self._plan, self._admin, self._at, FIRST_DAY)
        try:
            facts = decide(self._hall, command, by)
        except Refused:
            return
        for event in facts:
            apply(self._hall, event)
            self.bodies.append(msgspec.json.encode(event).decode())

    def _rate(self, visit: str) -> None:
        result, attitude = (self._random.choice((5, 5, 4, 4, 3, 2, 1)) for _ in range(2))
        self.send(
            commands.RateVisit(
                command_id=new_command_id(), visit=visit, result=result, attitude=attitude
            )
        )
