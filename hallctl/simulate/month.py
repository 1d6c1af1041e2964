"""Days on end in a hall: people come more on Mondays than on Fridays, and officials have their pace.

Written into a hall's own journal by its own rules, so that reports and pages have a past to show.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from hallctl.complaints.comments import Comment, CommentState
from hallctl.core import commands, events
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan
from hallctl.simulate.appointment_flow import AppointmentFlow
from hallctl.simulate.day import Crew, Life, Seat, Seen, SimulatedDay, seats_for
from hallctl.simulate.dossier_flow import Act, DossierFlow
from hallctl.simulate.journal_door import JournalDoor
from hallctl.simulate.month_order import MonthOrder
from hallctl.simulate.office_flow import OfficeFlow
from hallctl.simulate.people import Citizen, people_of_a_day
from hallctl.simulate.said import Heard, comment_on
from hallctl.simulate.simulated_clock import SimulatedClock

BY_WEEKDAY = {1: 1.25, 2: 1.05, 3: 0.95, 4: 0.9, 5: 0.95, 6: 0.5, 7: 0.5}
"""How many come, of an ordinary day's."""
PEOPLE_AN_OFFICIAL = 27
FROM_AFAR_SHARE = 0.2
LET_OUT_SHARE = 0.5
"""Of the comments: somebody has let the public read them."""
DESK = Actor("Bộ phận tiếp nhận trực tuyến", Role.ADMIN)

Progress = Callable[[date, int], None]
"""Told after each day: which, and the journal's newest number."""


def live_a_month(
    plan: Plan, door: JournalDoor, order: MonthOrder, told: Progress, heard: Heard | None = None
) -> None:
    """Play working days up to the last one; ``heard`` keeps what people say. Raises JournalError."""
    random = Random(order.seed)  # noqa: S311 - a game, not a secret
    office = OfficeFlow(plan, door.ask, DESK, order.seed, heard.words if heard else None)
    flow = DossierFlow(plan, office.beside, DESK, random)
    booked = AppointmentFlow(plan, door.ask, order, heard)
    desks = _Desks(flow, office, booked, heard, Random(f"words {order.seed}"))  # noqa: S311
    popularity = _popularity(plan, random)
    for day in _working_days(plan, order):
        count = round(order.people * BY_WEEKDAY[day.isoweekday()] * random.uniform(0.85, 1.15))
        people = [
            _of_interest(one, plan, popularity, random)
            for one in people_of_a_day(plan, count, random)
        ]
        seats = seats_for(plan, min(len(plan.counters), max(3, -(-count // PEOPLE_AN_OFFICIAL))))
        until = order.until_s if day == order.last else None
        _Day(plan, door, desks, day).play(people, seats, random, until)
        told(day, door.keep())


class _Desks(NamedTuple):
    """Where dossiers are received and solved, what follows from them, and who comes by appointment."""

    flow: DossierFlow
    office: OfficeFlow
    booked: AppointmentFlow
    heard: Heard | None
    chance: Random
    """Of what is said; the days have their own."""


class _Day:
    """One of the days, with what departments do beside it."""

    def __init__(self, plan: Plan, door: JournalDoor, desks: _Desks, day: date) -> None:
        self._plan = plan
        self._door = door
        self._flow, self._office = desks.flow, desks.office
        self._desks = desks
        self._day = day

    def play(
        self, people: Sequence[Citizen], seats: Sequence[Seat], random: Random, until: float | None
    ) -> None:
        clock = self._door.clock = SimulatedClock(self._day, self._plan.timezone)
        crew = Crew(
            kiosk=Actor("kiosk-1", Role.KIOSK),
            counters={one.counter: _at(one.counter, Role.COUNTER) for one in seats},
            pads={one.counter: _at(one.counter, Role.PAD) for one in seats},
        )
        self._played = played = SimulatedDay(self._plan, self, crew, random)
        played.seen = self._on_seen
        self._clock = clock
        clock.set_seconds(played.env.now)
        paced = [
            one._replace(served_for=one.served_for * random.uniform(0.9, 1.2)) for one in people
        ]
        comings = self._desks.booked.of(self._day, self._door.hall)
        played.begin(paced, seats, comings.appointed)
        afar = self._flow.from_afar(self._day, round(len(people) * FROM_AFAR_SHARE))
        behind = self._office.of(self._day, self._door.hall)
        for seconds, act in [*self._flow.of(self._day), *behind, *afar, *comings.acts]:
            played.env.process(self._desk(seconds, act))
        played.env.run(until or played.ends_at)

    def ask(self, actor: Actor, command: commands.Command) -> tuple[events.Event, ...]:
        """At the day's own time."""
        self._clock.set_seconds(self._played.env.now)
        return self._door.ask(actor, command)

    def _on_seen(self, seen: Seen) -> None:
        match seen.event:
            case events.VisitFinished() as finished:
                service = self._door.hall.tickets[finished.ticket].service
                self._flow.after_visit(self._day, finished, service)
                # What the flow has planned for this very day is done while it lasts.
                for seconds, act in self._flow.of(self._day):
                    self._played.env.process(self._desk(seconds, act))
            case events.VisitRated() as rated if self._desks.heard:
                self._comment(rated, self._desks.heard)

    def _comment(self, rated: events.VisitRated, heard: Heard) -> None:
        words = comment_on(rated.result, rated.attitude, self._desks.chance)
        if words:
            heard.comment(
                Comment(
                    visit=rated.visit,
                    number=rated.number,
                    counter=rated.counter,
                    official=rated.official,
                    result=rated.result,
                    attitude=rated.attitude,
                    words=words,
                    written_at=rated.at,
                    state=CommentState.PUBLIC
                    if self._desks.chance.random() < LET_OUT_SHARE
                    else CommentState.NEW,
                )
            )

    def _desk(self, seconds: float, act: Act) -> Life:
        yield self._played.env.timeout(max(0.0, seconds - self._played.env.now))
        self._clock.set_seconds(self._played.env.now)
        act()


def _at(counter: str, role: Role) -> Actor:
    return Actor(f"{role.value}-{counter}", role, counter)


def _working_days(plan: Plan, order: MonthOrder) -> list[date]:
    """The last ``days`` working days up to the last one."""
    found, day = list[date](), order.last
    while len(found) < order.days:
        if plan.dossiers.calendar.is_working(day):
            found.append(day)
        day -= timedelta(days=1)
    return found[::-1]


def _popularity(plan: Plan, random: Random) -> dict[str, float]:
    """Some services are asked for ten times as often as others."""
    return {one.service: random.lognormvariate(0, 0.8) for one in plan.services}


def _of_interest(
    citizen: Citizen, plan: Plan, popularity: dict[str, float], random: Random
) -> Citizen:
    (wanted,) = random.choices(plan.services, [popularity[one.service] for one in plan.services])
    usual = plan.service(citizen.service)
    pace = wanted.typical_minutes / usual.typical_minutes if usual else 1.0
    return citizen._replace(service=wanted.service, served_for=citizen.served_for * pace)
