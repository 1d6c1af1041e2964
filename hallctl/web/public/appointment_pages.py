"""``/appointments``: a time at which a service waits for you, in four steps and without a script."""

from collections.abc import Mapping
from datetime import date
from time import monotonic
from typing import NamedTuple
from uuid import UUID, uuid4

import msgspec
from aiohttp import web

from hallctl.applicants.applicant import PhoneToReach
from hallctl.appointments.visitor import Visitor, lacking
from hallctl.core.commands.command import At
from hallctl.core.plan import Service
from hallctl.web.desks.appointment_desk import DESK, AppointmentDesk, BookingWish, FreeSlot
from hallctl.web.door.forms_in import form_of
from hallctl.web.door.limits import Limiter, Rate
from hallctl.web.known.links import Links
from hallctl.web.site import Site

BOOKINGS = Rate(0.2, 30)
"""From one address, behind which the hall's whole Wi-Fi may stand."""
TOO_MANY = 429
REFUSED = "appointment_refused_"
"""What the hall has answered is answered: whatever is asked after that is another wish."""
ELSEWHERE = frozenset({"slot_full", "slot_over", "slot_not_offered", "service_shut"})
"""Refusals after which another time is to be chosen."""


class _Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What the form sends besides who comes."""

    id: UUID
    service: str
    at: At


class DayOffered(NamedTuple):
    """A day as the page shows it."""

    day: date
    slots: list[FreeSlot]
    why_off: str

    @property
    def free(self) -> int:
        """How many places it still has."""
        return sum(one.free for one in self.slots)


class Chosen(NamedTuple):
    """How far somebody has got."""

    service: Service | None = None
    day: date | None = None
    at: int = 0


class AppointmentPages:
    """Shows what is free and takes bookings."""

    def __init__(self, site: Site, desk: AppointmentDesk, links: Links) -> None:
        self._site = site
        self._desk = desk
        self._links = links
        self._bookings = Limiter(BOOKINGS)

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/appointments", self.choose)
        router.add_post("/appointments", self.book)

    async def choose(self, request: web.Request) -> web.Response:
        """Whatever is still to be chosen: a service, a day, a time, then who comes."""
        return await self._page(request, self._chosen(request.query), {})

    async def book(self, request: web.Request) -> web.StreamResponse:
        """Book and lead to the appointment's own page; what is wrong is said above the form."""
        form = await form_of(request)
        chosen = self._chosen(form)
        if self._bookings.wait_s(request.remote or "", monotonic()):
            return await self._page(request, chosen, form, "appointment_too_many")
        try:
            asked = msgspec.convert(form, _Asked, strict=False)
            visitor = visitor_of(form)
        except msgspec.ValidationError as error:
            return await self._page(request, chosen, form, wrong_with(str(error)))
        lack = lacking(visitor, self._desk.plan.appointments.contact)
        if lack is not None:
            return await self._page(request, chosen, form, f"appointment_no_{lack}")
        language = self._site.language(request)
        wanted = BookingWish(asked.id, asked.service, asked.at, visitor, language)
        done = await self._desk.book(wanted, DESK, "page")
        if done.refused in ELSEWHERE:
            again = Chosen(chosen.service, chosen.day)
            return await self._page(request, again, form, "appointment_refused_slot_full")
        if done.refused:
            return await self._page(request, chosen, form, why_not(done.refused))
        raise web.HTTPSeeOther(f"/a/{self._links.appointment_link(done.appointment)}?new=1")

    def _chosen(self, asked: Mapping[str, str]) -> Chosen:
        """As far as it makes sense."""
        services = {one.service: one for one in self._desk.services()}
        service = services.get(asked.get("service", ""))
        if service is None and len(services) == 1:
            (service,) = services.values()
        if service is None:
            return Chosen()
        try:
            day = date.fromisoformat(asked.get("day", ""))
            slots = self._desk.free_slots(service, day)
        except ValueError:
            return Chosen(service)
        at = asked.get("at", "")
        known = any(str(one.starts_at) == at for one in slots)
        return Chosen(service, day if slots else None, int(at) if known else 0)

    async def _page(
        self, request: web.Request, chosen: Chosen, form: Mapping[str, str], why: str = ""
    ) -> web.Response:
        if not self._desk.plan.appointments.offered:
            raise web.HTTPNotFound
        service, desk = chosen.service, self._desk
        said = {
            "chosen": chosen,
            "services": [(one, self._first_free(one)) for one in desk.services()],
            "days": days_offered(desk, service) if service else [],
            "slots": desk.free_slots(service, chosen.day) if service and chosen.day else [],
            "form": form,
            "wish": str(uuid4()) if why.startswith(REFUSED) else form.get("id") or str(uuid4()),
            "contact": desk.plan.appointments.contact,
            "late_minutes": round(desk.plan.appointments.late_minutes),
            "why": why,
        }
        status = TOO_MANY if why == "appointment_too_many" else 422 if why else 200
        return self._site.page(request, "public/book.html", said, status)

    def _first_free(self, service: Service) -> FreeSlot | None:
        slots = (one for day in self._desk.days() for one in self._desk.free_slots(service, day))
        return next((one for one in slots if one.free), None)


def days_offered(desk: AppointmentDesk, service: Service) -> list[DayOffered]:
    """Every day that may be booked, with what is free; and why the hall is closed on it."""
    calendar = desk.plan.dossiers.calendar
    return [
        DayOffered(day, desk.free_slots(service, day), calendar.why_off(day)) for day in desk.days()
    ]


class _Typed(msgspec.Struct, frozen=True, kw_only=True):
    """What a form is stricter about than a file from another system."""

    phone: PhoneToReach = ""


def visitor_of(form: Mapping[str, str]) -> Visitor:
    """Who comes, as the form tells. Raises msgspec.ValidationError."""
    told = {key: form.get(key, "").strip() for key in ("name", "phone", "email")}
    msgspec.convert(told, _Typed)
    return msgspec.convert(told, Visitor)


def wrong_with(error: str) -> str:
    """Which sentence tells what is wrong."""
    for field in ("name", "phone", "email"):
        if f"$.{field}" in error:
            return f"appointment_{field}_wrong"
    return "appointment_refused_other"


def why_not(refused: str, otherwise: str = "appointment_refused_other") -> str:
    """Which sentence tells why the hall refused."""
    told = {"booked_enough", "service_booked_before", "slot_full"}
    return f"appointment_refused_{refused}" if refused in told else otherwise
