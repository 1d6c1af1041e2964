"""Booking and what follows: who comes into their store, the fact through the one writer."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID, uuid5

from hallctl.applicants.applicant import Looker
from hallctl.appointments.store import ATTEMPTS, Visitors
from hallctl.appointments.visitor import Visitor
from hallctl.controller import Controller, Reply
from hallctl.core import commands
from hallctl.core.commands.appointment_commands import BookedBy
from hallctl.core.guards.appointment_guards import bookable_until, is_paused_at, last_day
from hallctl.core.guards.appointment_slots import slots_of
from hallctl.core.hall.appointment_book import Appointment
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan, Service
from hallctl.settings.tables.telling import Mail
from hallctl.web.desks.appointment_import import AppointmentImport

log = logging.getLogger(__name__)

LOOK_EVERY_S = 3600.0
DESK = Actor("appointments", Role.HALL)
"""The hall itself, which books what citizens ask for on its pages."""
SCHEDULE = Looker("schedule")


class BookingWish(NamedTuple):
    """What somebody asks for; ``wish`` makes it happen once however often it is sent."""

    wish: UUID
    service: str
    starts_at: int
    visitor: Visitor
    language: str | None = None
    reference: str = ""


class Done(NamedTuple):
    """The appointment's name, or why not."""

    appointment: str = ""
    refused: str = ""
    details: Mapping[str, object] = {}


class FreeSlot(NamedTuple):
    """A slot that can be booked now, and how many places it still has."""

    starts_at: int
    ends_at: int
    free: int


class Book(NamedTuple):
    """Who writes the hall's book, and what day it is there."""

    controller: Controller
    today: Callable[[], date]


class AppointmentDesk:
    """Everything pages and the API do with appointments. Methods raise HallStoppedError."""

    def __init__(
        self, book: Book, plan: Plan, visitors: Visitors, mail: Callable[[], Mail]
    ) -> None:
        self._controller, self._today = book
        self.plan = plan
        self.visitors = visitors
        self._mail = mail

    @property
    def has_mail(self) -> bool:
        """Whether letters leave the hall."""
        return bool(self._mail().host)

    def importing(self) -> AppointmentImport:
        """What takes files of other systems."""
        return AppointmentImport(self._controller, self.plan, self.visitors)

    async def settle(self) -> None:
        """After a start: whoever the journal has is kept."""
        known = list(self._controller.hall.appointments.every.values())
        await asyncio.to_thread(self.visitors.settle, known)

    async def forget_before(self, before: int) -> int:
        """Forget whose appointments were before that moment; gives how many."""
        why = f"{self.plan.appointments.keep_days} days after the appointment"
        return await asyncio.to_thread(self.visitors.forget_before, before, why, SCHEDULE)

    async def find(self, typed: str) -> Appointment | None:
        """The appointment of that name or code, as the disk has it."""
        await self._controller.settled()
        return self._controller.hall.appointments.find(typed)

    async def of_days(self, first: date, last: date) -> list[Appointment]:
        """Everything for these days, by time."""
        await self._controller.settled()
        book = self._controller.hall.appointments
        days = (first + timedelta(ahead) for ahead in range((last - first).days + 1))
        return [one for day in days for one in book.of_day(day)]

    def services(self) -> list[Service]:
        """What can be booked here."""
        rules = self.plan.appointments
        return [one for one in self.plan.services if rules.offers(one.service)]

    def days(self) -> list[date]:
        """Today, and the days ahead that can be booked."""
        today = self._today()
        ahead = (last_day(today, self.plan.appointments) - today).days
        return [today + timedelta(days) for days in range(ahead + 1)]

    def free_slots(self, service: Service, day: date) -> list[FreeSlot]:
        """The slots of that day that can be booked now, full ones too."""
        hall, rules, now = self._controller.hall, self.plan.appointments, self._controller.now()
        if day not in self.days():
            return []
        return [
            FreeSlot(
                slot.starts_at,
                slot.ends_at,
                max(0, slot.places - hall.appointments.taken(service.service, slot.starts_at)),
            )
            for slot in slots_of(self.plan, service, day)
            if now < bookable_until(slot.ends_at, rules)
            and not is_paused_at(hall, self.plan, service.service, slot.starts_at)
        ]

    async def book(self, wanted: BookingWish, by: Actor, channel: BookedBy) -> Done:
        """Book it; who comes is kept before the fact, and forgotten where the hall refuses."""
        visitors = self.visitors
        await asyncio.to_thread(
            visitors.keep, wanted.wish, wanted.visitor, wanted.starts_at, wanted.reference
        )
        done = await self._booked(wanted, by, channel)
        if done.refused:
            await asyncio.to_thread(visitors.drop, wanted.wish)
        else:
            looker = Looker(by.official or by.name)
            await asyncio.to_thread(visitors.booked, wanted.wish, done.appointment, looker)
        return done

    async def _booked(self, wanted: BookingWish, by: Actor, channel: BookedBy) -> Done:
        """The hall's answer; a code that another appointment has already is drawn anew."""
        done = Done()
        for attempt in range(ATTEMPTS):
            wish = commands.BookAppointment(
                command_id=wanted.wish if not attempt else uuid5(wanted.wish, str(attempt)),
                service=wanted.service,
                starts_at=wanted.starts_at,
                code=self.visitors.code(wanted.wish, attempt),
                marks=self.visitors.marks(wanted.visitor),
                language=wanted.language,
                told=bool(wanted.visitor.email) and self.has_mail,
                channel=channel,
            )
            done = await self.submit(wish, by)
            if done.refused != "code_taken":
                break
        return done

    async def move(self, wish: UUID, appointment: str, starts_at: int, by: Actor) -> Done:
        """The same visit at another time."""
        command = commands.MoveAppointment(
            command_id=wish, appointment=appointment, starts_at=starts_at
        )
        done = await self.submit(command, by)
        if not done.refused:
            await asyncio.to_thread(self.visitors.moved, done.appointment, starts_at)
        return done

    async def cancel(self, wish: UUID, appointment: str, reason: str, by: Actor) -> Done:
        """It will not take place."""
        command = commands.CancelAppointment(
            command_id=wish, appointment=appointment, reason=reason or None
        )
        return await self.submit(command, by)

    async def submit(self, wish: commands.Command, by: Actor) -> Done:
        """Ask the hall, and read its answer."""
        return _told((await self._controller.submit(wish, by)).read())

    async def those_of(
        self, every: Iterable[Appointment], by: Looker, act: str = "looked"
    ) -> dict[str, Visitor]:
        """Whose they are; every look is logged."""
        names = [one.appointment for one in every]
        return await asyncio.to_thread(self.visitors.those_of, names, by, act)


def _told(reply: Reply) -> Done:
    """What the hall said to a wish about one appointment."""
    if reply.refused:
        return Done(refused=reply.refused, details=reply.details)
    return Done(str(reply.events[0].get("appointment", "")))
