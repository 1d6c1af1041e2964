"""A day with appointments: book, move, cancel, check in, told in the hall's own words."""

from itertools import count
from typing import Any

import msgspec

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.hall import Ticket
from hallctl.core.hall.appointment_book import Appointment
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refusal
from hallctl.running.timetable import due_appointments
from tests.core.one_day import ANY_ID, EIGHT_O_CLOCK, KIOSK, MINUTE, PLAN, OneDay, wish

PAGE = Actor("appointments", Role.HALL)
SUPERVISOR = Actor("Hoa", Role.SUPERVISOR)
A_DAY = 1440


def plan_with(**rules: Any) -> Plan:
    """The small hall with other rules for appointments."""
    known = msgspec.structs.asdict(PLAN.appointments) | rules
    return msgspec.structs.replace(PLAN, appointments=type(PLAN.appointments)(**known))


def clock(time: str, days: int = 0) -> int:
    """``09:30`` on Monday, or so many days later, in ms."""
    hours, minutes = map(int, time.split(":"))
    return EIGHT_O_CLOCK + ((hours - 8) * 60 + minutes + days * A_DAY) * MINUTE


def mark(person: str) -> str:
    """A person's mark, as the desk would make one."""
    return person.encode().hex().rjust(32, "0")


class BookedDay(OneDay):
    """A hall's day on the core alone, and what is booked for it."""

    def __init__(self, plan: Plan = PLAN) -> None:
        super().__init__(plan)
        self._codes = count(100_001)

    def at_clock(self, time: str) -> None:
        self.at = clock(time, (self.at - clock("00:00")) // (A_DAY * MINUTE))

    def booking(self, time: str, service: str = "land", **more: Any) -> c.BookAppointment:
        """The wish for a place at that time of Monday, or of ``days`` later."""
        person, days = more.pop("person", ""), more.pop("days", 0)
        fields = {
            "code": f"{next(self._codes)}",
            "marks": (mark(person),) if person else (),
            "starts_at": clock(time, days),
            **more,
        }
        return c.BookAppointment(command_id=ANY_ID, service=service, **fields)

    def book(self, time: str, service: str = "land", **more: Any) -> Appointment:
        """Somebody books a place."""
        booked, *_owed = self.do(self.booking(time, service, **more), PAGE)
        assert isinstance(booked, events.AppointmentBooked)
        return self.hall.appointments.every[booked.appointment]

    def no_place(self, time: str, service: str = "land", **more: Any) -> Refusal | None:
        """Why no place can be booked there, or None where it was."""
        refused = self.refusal(self.booking(time, service, **more), PAGE)
        return refused.refusal if refused else None

    def fill(self, time: str, service: str = "land") -> list[Appointment]:
        """Book until nothing is left."""
        booked = []
        while (refused := self.refusal(asked := self.booking(time, service), PAGE)) is None:
            booked.append(self.hall.appointments.every[f"LH-{self.today:%y%m%d}-{asked.code}"])
        assert refused.refusal is Refusal.SLOT_FULL
        return booked

    def come(self, one: Appointment) -> Ticket:
        """Its citizen types the code at the kiosk."""
        checked, _issued = self.do(wish(c.CheckInAppointment, appointment=one.code), KIOSK)
        assert isinstance(checked, events.AppointmentCheckedIn)
        return self.hall.tickets[checked.ticket]

    def turned_away(self, typed: str) -> Refusal | None:
        """What the kiosk says to whoever types that."""
        refused = self.refusal(wish(c.CheckInAppointment, appointment=typed), KIOSK)
        return refused.refusal if refused else None

    def look_at_the_clock(self) -> None:
        """The hall does what is due about appointments."""
        for due in due_appointments(self.hall, self.plan, self.at):
            self.do(due, PAGE)
