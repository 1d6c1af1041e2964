"""One simulated day in a hall: citizens take numbers, officials call, visitors rate.

Every person is a process of simulated seconds after midnight; they meet only through the hall.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from itertools import count
from random import Random
from typing import Any, NamedTuple

import simpy
from simpy.events import Event as Moment

from hallctl.command_ids import new_command_id
from hallctl.core import commands, events
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import NORMAL, Plan
from hallctl.core.refusals import Refusal, Refused
from hallctl.simulate.counter_dossiers import PAPERS, CounterDossiers
from hallctl.simulate.doors import HallDoor
from hallctl.simulate.people import Citizen, seconds_of

SOMEBODY = Citizen(
    arrives_at=0.0,
    service="",
    group=NORMAL,
    language="",
    is_absent=False,
    returns=False,
    leaves_after=None,
    walks=15.0,
    served_for=240.0,
    result=5,
    attitude=5,
    rates=False,
)
"""Whoever is called but is not of the simulation: a person who took a number by hand."""

Life = Generator[Moment, Any, None]

OFFICIALS = (
    "Nguyễn Thị Lan", "Trần Văn Minh", "Lê Thu Hà", "Phạm Quốc Huy", "Hoàng Thị Mai",
    "Võ Thanh Tùng", "Đặng Ngọc Ánh", "Bùi Đức Thắng", "Đỗ Thị Hạnh", "Ngô Văn Phúc",
    "Dương Thùy Linh", "Huỳnh Tấn Đạt",
)  # fmt: skip
"""Made-up names for the officials of a simulated day."""

RECALLED_AFTER_S = 40.0
RETURNS_AFTER_S = 420.0
SOLVED_AFTER_S, COLLECTED_AFTER_S = 900.0, 300.0
OPENS_EARLY_S = 600.0
HOME_AFTER_S = 600.0
OVERTIME_S = 2400.0
"""Officials stay this long after the last shift for those still waiting."""


class Seat(NamedTuple):
    """An official at a counter, and what is served there."""

    counter: str
    official: str
    services: tuple[str, ...]


class Appointed(NamedTuple):
    """Somebody with an appointment, by its name, and when they come: seconds after midnight."""

    appointment: str
    citizen: Citizen
    comes_at: float


class Seen(NamedTuple):
    """What happened at one moment, for whoever watches."""

    at: float
    event: events.Event


class Crew(NamedTuple):
    """Which stations the simulated stand at."""

    kiosk: Actor
    counters: dict[str, Actor]
    pads: dict[str, Actor]
    hall: Actor = Actor("admin", Role.ADMIN)


class SimulatedDay:
    """Runs people and officials against one hall."""

    def __init__(
        self,
        plan: Plan,
        door: HallDoor,
        crew: Crew,
        random: Random,
        dossiers: CounterDossiers | None = None,
    ) -> None:
        """``dossiers``: what visitors hand in; nothing where it is left out."""
        opens, self._closes = seconds_of(plan.shifts[0])[0], seconds_of(plan.shifts[-1])[1]
        self.env = simpy.Environment(opens - OPENS_EARLY_S)
        self.seen: Callable[[Seen], None] = lambda _seen: None
        self._plan = plan
        self._door = door
        self._crew = crew
        self._random = random
        self._dossiers = dossiers
        self._citizens: dict[str, Citizen] = {}
        self._somebody_comes = self.env.event()

    def begin(
        self,
        people: Sequence[Citizen],
        seats: Sequence[Seat],
        appointed: Sequence[Appointed] = (),
    ) -> None:
        """Open the day and let everybody loose; ``env`` runs them."""
        self._ask(self._crew.hall, commands.OpenDay(command_id=new_command_id()))
        for seat in seats:
            self.env.process(self._official(seat))
        self.env.process(self._evening())
        for citizen in people:
            self.env.process(self._visit(citizen))
        for one in appointed:
            self.env.process(self._check_in(one))

    @property
    def ends_at(self) -> float:
        """When everybody has gone home, in seconds after midnight."""
        return self._closes + OVERTIME_S + HOME_AFTER_S

    def _visit(self, citizen: Citizen) -> Life:
        yield self.env.timeout(max(0.0, citizen.arrives_at - self.env.now))
        issue = commands.IssueTicket(
            command_id=new_command_id(),
            service=citizen.service,
            priority=citizen.group,
            language=citizen.language,
        )
        for event in self._ask(self._crew.kiosk, issue):
            if isinstance(event, events.TicketIssued):
                self._citizens[event.ticket] = citizen
                yield from self._wait(citizen, event.ticket)

    def _check_in(self, one: Appointed) -> Life:
        yield self.env.timeout(max(0.0, one.comes_at - self.env.now))
        wish = commands.CheckInAppointment(command_id=new_command_id(), appointment=one.appointment)
        for event in self._try(self._crew.kiosk, wish):
            if isinstance(event, events.TicketIssued):
                self._citizens[event.ticket] = one.citizen

    def _wait(self, citizen: Citizen, ticket: str) -> Life:
        if citizen.leaves_after is None:
            return
        yield self.env.timeout(citizen.leaves_after)
        cancel = commands.CancelTicket(command_id=new_command_id(), ticket=ticket)
        self._try(self._crew.kiosk, cancel)

    def _official(self, seat: Seat) -> Life:
        actor = self._crew.counters[seat.counter]
        for opens, closes in _shifts(self._plan):
            yield self.env.timeout(max(0.0, opens - self.env.now - self._random.uniform(0, 240)))
            self._try(actor, _open(seat))
            is_last = closes == self._closes
            yield from self._serve(seat, actor, closes + (OVERTIME_S if is_last else 0))
            close = commands.CloseCounter(command_id=new_command_id(), counter=seat.counter)
            self._try(actor, close)

    def _serve(self, seat: Seat, actor: Actor, until: float) -> Life:
        while self.env.now < until:
            call = commands.CallNext(command_id=new_command_id(), counter=seat.counter)
            called = self._try(actor, call)
            if not called:
                yield self._somebody_comes | self.env.timeout(until - self.env.now)
                yield self.env.timeout(self._random.uniform(1, 8))
                continue
            ticket = next(one.ticket for one in called if isinstance(one, events.TicketCalled))
            yield from self._attend(seat, actor, ticket)
            yield self.env.timeout(self._random.uniform(5, 25))

    def _attend(self, seat: Seat, actor: Actor, ticket: str) -> Life:
        citizen = self._citizens.get(ticket, SOMEBODY)
        if citizen.is_absent:
            yield from self._miss(seat, actor, ticket)
            return
        yield self.env.timeout(citizen.walks + citizen.served_for)
        self._receive(actor, citizen.service, ticket)
        finish = commands.FinishVisit(command_id=new_command_id(), counter=seat.counter)
        if self._try(actor, finish) and citizen.rates:
            self.env.process(self._rate(seat, citizen, ticket))

    def _receive(self, actor: Actor, service: str, ticket: str) -> None:
        procedure = self._dossiers.brought(service) if self._dossiers else None
        if procedure is None:
            return
        receive = commands.ReceiveDossier(
            command_id=new_command_id(),
            procedure=procedure.procedure,
            visit=ticket,
            papers=PAPERS,
        )
        facts = self._ask(actor, receive)
        dossier = next(one.dossier for one in facts if isinstance(one, events.DossierReceived))
        self._take_fees(actor, dossier)
        if CounterDossiers.is_same_day(procedure):
            self.env.process(self._solve(actor, dossier))
        else:
            self._ask(actor, commands.ForwardDossier(command_id=new_command_id(), dossier=dossier))

    def _take_fees(self, actor: Actor, dossier: str) -> None:
        """What the catalogue says exactly is paid at once, in cash."""
        if self._try(actor, commands.ChargeFee(command_id=new_command_id(), dossier=dossier)):
            pay = commands.PayFees(command_id=new_command_id(), dossier=dossier, method="cash")
            self._try(actor, pay)

    def _solve(self, actor: Actor, dossier: str) -> Life:
        yield self.env.timeout(SOLVED_AFTER_S)
        self._ask(actor, commands.FinishDossier(command_id=new_command_id(), dossier=dossier))
        yield self.env.timeout(COLLECTED_AFTER_S)
        self._ask(actor, commands.ReturnDossier(command_id=new_command_id(), dossier=dossier))

    def _miss(self, seat: Seat, actor: Actor, ticket: str) -> Life:
        yield self.env.timeout(RECALLED_AFTER_S)
        self._try(actor, commands.Recall(command_id=new_command_id(), counter=seat.counter))
        yield self.env.timeout(RECALLED_AFTER_S)
        no_show = commands.MarkNoShow(command_id=new_command_id(), counter=seat.counter)
        citizen = self._citizens[ticket]
        if self._try(actor, no_show) and citizen.returns:
            self._citizens[ticket] = citizen._replace(is_absent=False)
            self.env.process(self._return(actor, ticket))

    def _return(self, actor: Actor, ticket: str) -> Life:
        yield self.env.timeout(RETURNS_AFTER_S)
        self._try(actor, commands.Requeue(command_id=new_command_id(), ticket=ticket))

    def _rate(self, seat: Seat, citizen: Citizen, visit: str) -> Life:
        yield self.env.timeout(self._random.uniform(4, 20))
        rate = commands.RateVisit(
            command_id=new_command_id(),
            visit=visit,
            result=citizen.result,
            attitude=citizen.attitude,
        )
        self._ask(self._crew.pads[seat.counter], rate)

    def _evening(self) -> Life:
        yield self.env.timeout(self._closes + OVERTIME_S - self.env.now)
        self._ask(self._crew.hall, commands.CloseDay(command_id=new_command_id()))

    def _ask(self, actor: Actor, command: commands.Command) -> tuple[events.Event, ...]:
        facts = self._door.ask(actor, command)
        for event in facts:
            self.seen(Seen(self.env.now, event))
            if isinstance(event, events.TicketIssued | events.TicketRequeued):
                self._somebody_comes.succeed()
                self._somebody_comes = self.env.event()
        return facts

    def _try(self, actor: Actor, command: commands.Command) -> tuple[events.Event, ...]:
        """The facts, or none where life got in the way: an empty queue, closing time."""
        try:
            return self._ask(actor, command)
        except Refused as refused:
            if refused.refusal not in EXPECTED:
                raise
            return ()


EXPECTED = frozenset(
    {
        Refusal.NOBODY_WAITING,
        Refusal.TICKET_NOT_ALLOWED,
        Refusal.DAY_NOT_OPEN,
        Refusal.APPOINTMENT_RELEASED,
        Refusal.APPOINTMENT_NOT_ALLOWED,
        Refusal.NO_FEE,
        Refusal.FEE_NOT_EXACT,
    }
)


def seats_for(plan: Plan, count: int) -> list[Seat]:
    """``count`` officials at the first counters, who together serve every service."""
    counters = plan.counters[:count]
    served: list[list[str]] = [list(counter.services) for counter in counters]
    everything = {service for services in served for service in services}
    for index, service in enumerate(plan.services):
        if service.service not in everything:
            for seat in {index % len(served), (index + 1) % len(served)}:
                served[seat].append(service.service)
    return [
        Seat(counter.counter, official, tuple(services))
        for counter, services, official in zip(counters, served, official_names(), strict=False)
    ]


def official_names() -> Iterator[str]:
    """A name for each official: nobody sits at two counters."""
    for again in count(1):
        yield from (name if again == 1 else f"{name} {again}" for name in OFFICIALS)


def _open(seat: Seat) -> commands.OpenCounter:
    return commands.OpenCounter(
        command_id=new_command_id(),
        counter=seat.counter,
        official=seat.official,
        services=seat.services,
    )


def _shifts(plan: Plan) -> list[tuple[float, float]]:
    return [seconds_of(shift) for shift in plan.shifts]
