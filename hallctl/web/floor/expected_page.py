"""``/expected``: who comes by appointment, day by day; for whoever runs the floor."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID, uuid4

import msgspec
from aiohttp import web

from hallctl.applicants.applicant import Looker
from hallctl.appointments.visitor import Visitor
from hallctl.core import commands
from hallctl.core.appointment_life import AppointmentState
from hallctl.core.commands.command import At, Reason
from hallctl.core.deciding.appointment_decisions import late_at
from hallctl.core.hall.appointment_book import Appointment
from hallctl.core.permissions import Actor, Sight
from hallctl.core.plan import Service
from hallctl.people.record import Kind
from hallctl.people.sessions import Person
from hallctl.web.addresses import Addresses
from hallctl.web.desks.appointment_desk import AppointmentDesk, BookingWish, Done, FreeSlot
from hallctl.web.door.forms_in import day_in, form_of
from hallctl.web.known.staff import Staff
from hallctl.web.public.appointment_pages import visitor_of, wrong_with
from hallctl.web.site import WORDS, Site
from hallctl.web.site.refusal_words import in_words


class Line(NamedTuple):
    """One appointment in the list."""

    one: Appointment
    service: Service | None
    visitor: Visitor | None
    tone: str
    """bad: late or lost; good: here; plain."""
    is_late: bool


class _Booking(msgspec.Struct, frozen=True, kw_only=True):
    id: UUID
    slot: str
    """``SERVICE@STARTS_AT``."""


class _Act(msgspec.Struct, frozen=True, kw_only=True):
    id: UUID
    appointment: str
    reason: Reason | None = None


class ExpectedPage:
    """Shows the day, and does what is done at a desk about it."""

    def __init__(
        self, site: Site, desk: AppointmentDesk, addresses: Addresses, staff: Staff
    ) -> None:
        self._site = site
        self._desk = desk
        self._addresses = addresses
        self._staff = staff

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        guard = self._staff.guard
        router.add_get("/expected", guard(Sight.EXPECTED, self.look))
        router.add_post("/expected", guard(Sight.EXPECTED, self.act))

    async def look(self, request: web.Request, person: Person) -> web.Response:
        """The day asked for, or today."""
        return await self._page(request, person, "")

    async def act(self, request: web.Request, person: Person) -> web.StreamResponse:
        """Book for somebody, cancel with a reason, or check somebody in."""
        form = await form_of(request, person)
        by = Actor(person.account, person.role, official=person.name)
        words = WORDS[self._site.language(request)]
        try:
            done = await self._done(form, by)
        except msgspec.ValidationError as error:
            return await self._page(request, person, words[wrong_with(str(error))], form)
        except ValueError:
            return await self._page(request, person, words["appointment_refused_other"], form)
        if done.refused:
            body = {"refused": done.refused, "details": done.details}
            why = in_words(msgspec.json.encode(body), self._site.language(request))
            told = words["expected_refused"].format(why=why)
            return await self._page(request, person, told, form)
        one = await self._desk.find(done.appointment)
        day = one.on.isoformat() if one else ""
        made = f"&made={done.appointment}" if form.get("act") == "book" else ""
        raise web.HTTPSeeOther(f"/expected?day={day}{made}")

    async def _done(self, form: Mapping[str, str], by: Actor) -> Done:
        if form.get("act") == "book":
            asked = msgspec.convert(form, _Booking, strict=False)
            service, _, starts_at = asked.slot.partition("@")
            at = msgspec.convert(starts_at, At, strict=False)
            wanted = BookingWish(asked.id, service, at, visitor_of(form))
            return await self._desk.book(wanted, by, "desk")
        act = msgspec.convert({key: one for key, one in form.items() if one}, _Act, strict=False)
        if form.get("act") == "cancel":
            return await self._desk.cancel(act.id, act.appointment, act.reason or "", by)
        wish = commands.CheckInAppointment(command_id=act.id, appointment=act.appointment)
        return await self._desk.submit(wish, by)

    async def _page(
        self, request: web.Request, person: Person, why: str, form: Mapping[str, str] | None = None
    ) -> web.Response:
        days = self._desk.days()
        day = day_in(request.query.get("day", "")) or days[0]
        every = await self._desk.of_days(day, day)
        if every:
            about = f"appointments of {day}"
            await self._staff.note(request, Kind.LOOKED_AT, person.account, about)
        said = {
            "day": day,
            "days": days,
            "lines": await self._lines(every, person),
            "counts": Counter(one.state for one in every),
            "free": self._free(day),
            "made": await self._desk.find(request.query.get("made", "")),
            "form": form or {},
            "form_key": person.form_key,
            "wish": lambda: str(uuid4()),
            "why": why,
        }
        return self._site.page(request, "floor/expected.html", said, 422 if why else 200)

    async def _lines(self, every: list[Appointment], person: Person) -> list[Line]:
        plan, now = self._desk.plan, self._staff.now()
        known = await self._desk.those_of(every, Looker(person.name))
        lines = []
        for one in every:
            waits = one.state is AppointmentState.BOOKED
            is_late = waits and one.starts_at < now < late_at(one, plan.appointments)
            lines.append(
                Line(
                    one,
                    plan.service(one.service),
                    known.get(one.appointment),
                    TONES[one.state] if not is_late else "warn",
                    is_late,
                )
            )
        return lines

    def _free(self, day: date) -> list[tuple[Service, list[FreeSlot]]]:
        """What can still be booked on that day."""
        every = ((one, self._desk.free_slots(one, day)) for one in self._desk.services())
        return [(one, free) for one, slots in every if (free := [s for s in slots if s.free])]


TONES = {
    AppointmentState.BOOKED: "plain",
    AppointmentState.CHECKED_IN: "good",
    AppointmentState.RELEASED: "bad",
    AppointmentState.CANCELLED: "plain",
}
