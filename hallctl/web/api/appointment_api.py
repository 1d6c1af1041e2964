"""``/api/appointments``: what is free, who is expected, booking, and files in and out."""

from datetime import date
from uuid import UUID

import msgspec
from aiohttp import web

from hallctl.applicants.applicant import Email, Looker, Name, Phone
from hallctl.appointments.calendar_file import Written, file_of_many
from hallctl.appointments.rows_in import rows_of_calendar, rows_of_csv
from hallctl.appointments.sheets_out import sheet_of
from hallctl.appointments.visitor import Visitor
from hallctl.core import commands
from hallctl.core.commands.command import At
from hallctl.core.permissions import Actor, Sight, may_see, may_send
from hallctl.web.addresses import Addresses
from hallctl.web.desks.appointment_desk import AppointmentDesk, BookingWish
from hallctl.web.desks.appointment_import import AppointmentImport
from hallctl.web.door import answers
from hallctl.web.known.tokens import Tokens
from hallctl.web.ledger_door import Unanswered, answering, day_asked

LONGEST_DAYS = 92
REFUSED, BAD = 409, 422


class SlotFree(msgspec.Struct, frozen=True):
    """A slot that can be booked now, and how many places it still has."""

    starts_at: int
    ends_at: int
    free: int


class FreeSlots(msgspec.Struct, frozen=True):
    """A service's day, for everybody."""

    service: str
    day: date
    slots: tuple[SlotFree, ...]


class AppointmentRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One appointment, and who comes; times in milliseconds since 1970."""

    appointment: str
    code: str
    service: str
    starts_at: int
    ends_at: int
    state: str
    channel: str
    language: str
    ticket: str
    reason: str
    reference: str
    link: str
    name: str
    phone: str
    email: str


class AppointmentList(msgspec.Struct, frozen=True):
    """Those of some days; every line is a look at a visitor, and logged."""

    appointments: tuple[AppointmentRecord, ...]


class ToBook(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A booking with who comes; ``id`` makes it happen once. ``told`` in the hall's own way."""

    id: UUID
    service: Name
    starts_at: At
    name: Name
    phone: Phone = ""
    email: Email = ""
    language: str | None = None


class BookedNow(msgspec.Struct, frozen=True):
    """What was booked, with the code and the citizen's own page."""

    appointment: str
    code: str
    link: str


class AppointmentApi:
    """Answers programs and the command line."""

    def __init__(
        self,
        desk: AppointmentDesk,
        importing: AppointmentImport,
        addresses: Addresses,
        tokens: Tokens,
    ) -> None:
        self._desk = desk
        self._importing = importing
        self._addresses = addresses
        self._tokens = tokens

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/api/appointments", answering(self.all))
        router.add_post("/api/appointments", answering(self.book))
        router.add_get("/api/appointments/slots", answering(self.slots))
        router.add_get("/api/appointments.csv", answering(self.sheet))
        router.add_get("/api/appointments.ics", answering(self.calendar))
        router.add_post("/api/appointments/import", answering(self.take))

    async def slots(self, request: web.Request) -> web.Response:
        """What can be booked on that day; for everybody."""
        service = self._desk.plan.service(request.query.get("service", ""))
        if service is None or service not in self._desk.services():
            raise Unanswered(answers.not_found("service"))
        day = day_asked(request, "day", self._desk.days()[0])
        free = tuple(SlotFree(*slot) for slot in self._desk.free_slots(service, day))
        found = FreeSlots(service.service, day, free)
        return answers.json_response(msgspec.json.encode(found))

    async def all(self, request: web.Request) -> web.Response:
        """Those of the days asked for."""
        found = AppointmentList(tuple(_record(one) for one in await self._written(request)))
        return answers.json_response(msgspec.json.encode(found))

    async def sheet(self, request: web.Request) -> web.Response:
        """The same as CSV, in the form that is read in again."""
        text = sheet_of(self._desk.plan, await self._written(request))
        return _file(text.encode("utf-8-sig"), "text/csv", "appointments.csv")

    async def calendar(self, request: web.Request) -> web.Response:
        """The same as iCalendar."""
        body = file_of_many(self._desk.plan, await self._written(request))
        return _file(body, "text/calendar", "appointments.ics")

    async def book(self, request: web.Request) -> web.Response:
        """Book for somebody."""
        actor = self._actor(request, commands.BookAppointment)
        try:
            asked = msgspec.json.decode(await request.read(), type=ToBook)
        except msgspec.ValidationError as error:
            return answers.malformed(error)
        except msgspec.DecodeError as error:
            return answers.malformed(error)
        visitor = Visitor(name=asked.name, phone=asked.phone, email=asked.email)
        wanted = BookingWish(asked.id, asked.service, asked.starts_at, visitor, asked.language)
        done = await self._desk.book(wanted, actor, "api")
        if done.refused:
            body = {"refused": done.refused, "details": done.details}
            return answers.json_response(msgspec.json.encode(body), REFUSED)
        one = await self._desk.find(done.appointment)
        link = self._addresses.link_to_appointment(done.appointment)
        booked = BookedNow(done.appointment, one.code if one else "", link)
        return answers.json_response(msgspec.json.encode(booked))

    async def take(self, request: web.Request) -> web.Response:
        """A file of another system's, or what it would change."""
        actor = self._actor(request, commands.ImportAppointments)
        body, plan = await request.read(), self._desk.plan
        if request.content_type == "text/calendar":
            sheet = rows_of_calendar(body, plan)
        elif request.content_type == "text/csv":
            try:
                sheet = rows_of_csv(body.decode("utf-8-sig"), plan)
            except UnicodeDecodeError as error:
                return answers.malformed(error)
        else:
            return answers.malformed(ValueError("send text/csv or text/calendar"))
        is_trial = request.query.get("dry_run", "0") not in {"0", ""}
        done = await self._importing.import_file(sheet, actor, is_trial=is_trial)
        return answers.json_response(msgspec.json.encode(done), BAD if done.bad else 200)

    async def _written(self, request: web.Request) -> list[Written]:
        """Those of the days asked for, with who comes; logged."""
        actor = self._tokens.actor(request)
        if actor is None:
            raise Unanswered(answers.unknown_token())
        if not may_see(actor.role, Sight.EXPECTED):
            raise Unanswered(answers.not_allowed(actor.role))
        desk = self._desk
        every = await desk.of_days(*self._days_asked(request))
        known = await desk.those_of(every, Looker(actor.official or actor.name), "exported")
        references = {one.appointment: one.reference for one in desk.visitors.kept()}
        return [
            Written(
                one,
                self._addresses.link_to_appointment(one.appointment),
                references.get(one.appointment, ""),
                known.get(one.appointment),
            )
            for one in every
        ]

    def _days_asked(self, request: web.Request) -> tuple[date, date]:
        """From which to which day; else all that can be booked."""
        days = self._desk.days()
        if "day" in request.query:
            day = day_asked(request, "day", days[0])
            return day, day
        first, last = day_asked(request, "from", days[0]), day_asked(request, "to", days[-1])
        if not 0 <= (last - first).days < LONGEST_DAYS:
            wrong = ValueError(f"ask for at most {LONGEST_DAYS} days, in order - at `$.to`")
            raise Unanswered(answers.malformed(wrong))
        return first, last

    def _actor(self, request: web.Request, command: type[commands.Command]) -> Actor:
        actor = self._tokens.actor(request)
        if actor is None:
            raise Unanswered(answers.unknown_token())
        if not may_send(actor.role, command):
            raise Unanswered(answers.not_allowed(actor.role))
        return actor


def _record(written: Written) -> AppointmentRecord:
    one, visitor = written.one, written.visitor
    return AppointmentRecord(
        appointment=one.appointment,
        code=one.code,
        service=one.service,
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        state=one.state.value,
        channel=one.channel,
        language=one.language,
        ticket=one.ticket,
        reason=one.reason,
        reference=written.reference,
        link=written.link,
        name=visitor.name if visitor else "",
        phone=visitor.phone if visitor else "",
        email=visitor.email if visitor else "",
    )


def _file(body: bytes, media_type: str, name: str) -> web.Response:
    return web.Response(
        body=body,
        content_type=media_type,
        charset="utf-8",
        headers={
            "Cache-Control": "no-store",
            "Content-Disposition": f'attachment; filename="{name}"',
        },
    )
