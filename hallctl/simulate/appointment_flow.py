"""Appointments of simulated days: booked days before, mostly kept, some cancelled, some come too late or never.

It has a chance of its own, so that the days themselves stay what their seed says.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from hallctl.appointments.visitor import Visitor
from hallctl.command_ids import new_command_id
from hallctl.core import commands, events
from hallctl.core.appointment_life import AppointmentState
from hallctl.core.dossier_time import wall_clock
from hallctl.core.guards.appointment_slots import slots_of
from hallctl.core.hall import Hall
from hallctl.core.hall.appointment_book import Appointment
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refused
from hallctl.simulate.day import Appointed
from hallctl.simulate.dossier_flow import Act, Ask
from hallctl.simulate.month_order import MonthOrder
from hallctl.simulate.people import citizen_at, seconds_of
from hallctl.simulate.said import Heard, somebody

SHARE = 0.14
"""Of an ordinary day's people, so many book for a day to come."""
CANCELLED_SHARE, TOO_LATE_SHARE, ABSENT_SHARE = 0.06, 0.05, 0.08
BY_DESK_SHARE = 0.15
CODES = 1_000_000
THE_HALL, THE_DESK = Actor("hall", Role.HALL), Actor("supervisor", Role.SUPERVISOR)
REASONS = ("Công dân báo bận", "Hồ sơ chưa chuẩn bị xong")


class Comings(NamedTuple):
    """Of one day: who comes when, and what the hall and citizens do about the others."""

    appointed: list[Appointed]
    acts: list[tuple[float, Act]]


class AppointmentFlow:
    """Books for days to come, and knows who comes."""

    def __init__(self, plan: Plan, ask: Ask, order: MonthOrder, heard: Heard | None = None) -> None:
        """``heard`` keeps who comes; without it nobody knows."""
        self._plan = plan
        self._heard = heard
        self._ask = ask
        self._a_day = round(order.people * SHARE) if plan.appointments.offered else 0
        self._random = Random(f"appointments {order.seed}")  # noqa: S311 - a game, not a secret

    def of(self, day: date, hall: Hall) -> Comings:
        """What the day brings: bookings for days to come, and those for whom it has come."""
        comings = Comings([], list(self._bookings(day)))
        for one in hall.appointments.of_day(day):
            if one.state is AppointmentState.BOOKED:
                self._comes(one, comings)
        return comings

    def _bookings(self, day: date) -> Iterator[tuple[float, Act]]:
        """Spread over the day; on the evening before nobody is in a hurry."""
        first, last = (seconds_of(shift) for shift in (self._plan.shifts[0], self._plan.shifts[-1]))
        for _ in range(self._a_day):
            ahead = self._random.choices((1, 2, 3, 4), (4, 3, 2, 1))[0]
            at = self._random.uniform(first[0], last[1])
            yield at, self._booking(self._ahead(day, ahead))

    def _booking(self, day: date) -> Act:
        service, random = self._random.choice(self._plan.services), self._random
        slots = slots_of(self._plan, service, day)
        if not slots:
            return lambda: None
        is_at_desk = random.random() < BY_DESK_SHARE
        wish = commands.BookAppointment(
            command_id=new_command_id(),
            service=service.service,
            starts_at=random.choice(slots).starts_at,
            code=f"{random.randrange(CODES):06}",
            channel="desk" if is_at_desk else "page",
        )
        who = somebody(random)
        return lambda: self._book(wish, who, THE_DESK if is_at_desk else THE_HALL)

    def _book(self, wish: commands.BookAppointment, who: Visitor, actor: Actor) -> None:
        for event in self._do(wish, actor):
            if self._heard and isinstance(event, events.AppointmentBooked):
                self._heard.visitor(wish.command_id, event, who)

    def _comes(self, one: Appointment, comings: Comings) -> None:
        begins = seconds_at(self._plan, one.starts_at)
        if self._random.random() < CANCELLED_SHARE:
            cancel = commands.CancelAppointment(
                command_id=new_command_id(),
                appointment=one.appointment,
                reason=self._random.choice(REASONS),
            )
            comings.acts.append((begins - 3600, self._act(cancel, THE_DESK)))
            return
        release = commands.ReleaseAppointment(
            command_id=new_command_id(), appointment=one.appointment
        )
        late = self._plan.appointments.late_minutes * 60
        comings.acts.append((begins + late + 1, self._act(release, THE_HALL)))
        comes = whoever_comes(self._plan, one.appointment, one.service, begins, self._random)
        comings.appointed.extend([comes] if comes else [])

    def _ahead(self, day: date, working_days: int) -> date:
        calendar = self._plan.dossiers.calendar
        for _ in range(working_days):
            day = calendar.next_working(day + timedelta(days=1))
        return day

    def _act(self, wish: commands.Command, actor: Actor) -> Act:
        def act() -> None:
            self._do(wish, actor)

        return act

    def _do(self, wish: commands.Command, actor: Actor) -> tuple[events.Event, ...]:
        try:
            return self._ask(actor, wish)
        except Refused:
            return ()  # the slot is full, too far ahead, or its citizen has come: as in any real hall


def whoever_comes(
    plan: Plan, appointment: str, service: str, begins: float, random: Random
) -> Appointed | None:
    """Whoever has that appointment, with their time: mostly before it, sometimes too late, or None."""
    chance, late = random.random(), plan.appointments.late_minutes * 60
    if chance < ABSENT_SHARE:
        return None
    comes_at = begins + random.uniform(-0.7 * plan.appointments.early_minutes * 60, 0.7 * late)
    if chance < ABSENT_SHARE + TOO_LATE_SHARE:
        comes_at = begins + late + random.uniform(60, 900)
    citizen = citizen_at(plan, comes_at, random)._replace(
        service=service, is_absent=False, leaves_after=None
    )
    return Appointed(appointment, citizen, comes_at)


def seconds_at(plan: Plan, at: int) -> float:
    """A moment in ms as seconds after the hall's midnight."""
    local = wall_clock(at, plan.timezone)
    return float(local.hour * 3600 + local.minute * 60)
