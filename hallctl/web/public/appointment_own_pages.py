"""``/a/LINK``: an appointment, its code and calendar file; moved and cancelled by whoever holds it.

No name is on it: whoever finds the link learns when somebody comes, and not who.
"""

from uuid import UUID, uuid4

from aiohttp import web

from hallctl.appointments.calendar_file import Written, file_for_citizen
from hallctl.appointments.code_picture import picture_of
from hallctl.core.appointment_life import APPOINTMENT_LIFE, AppointmentStep
from hallctl.core.hall.appointment_book import Appointment
from hallctl.web.addresses import Addresses
from hallctl.web.desks.appointment_desk import DESK, AppointmentDesk, Done
from hallctl.web.door.forms_in import BadFormError, day_in, form_of
from hallctl.web.known.staff import Handler
from hallctl.web.public.appointment_pages import ELSEWHERE, days_offered, why_not
from hallctl.web.site import WORDS, Site

NEVER_KEPT = {"Cache-Control": "no-store"}


class OwnAppointmentPages:
    """Shows an appointment to whoever holds its link."""

    def __init__(self, site: Site, desk: AppointmentDesk, addresses: Addresses) -> None:
        self._site = site
        self._desk = desk
        self._addresses = addresses

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/a/{link}", self._kindly(self.look))
        router.add_get("/a/{link}/code.png", self.picture)
        router.add_get("/a/{link}/lich-hen.ics", self.calendar)
        router.add_get("/a/{link}/move", self._kindly(self.choose))
        router.add_post("/a/{link}/move", self._kindly(self.move))
        router.add_get("/a/{link}/cancel", self._kindly(self.ask))
        router.add_post("/a/{link}/cancel", self._kindly(self.cancel))

    async def look(self, request: web.Request) -> web.Response:
        """When, for what, the code, and how to change it."""
        return self._page(request, await self._found(request), "public/appointment.html")

    async def picture(self, request: web.Request) -> web.Response:
        """The square code that the kiosk reads."""
        one = await self._found(request)
        picture = picture_of(self._addresses.link_to_appointment(one.appointment))
        return web.Response(body=picture, content_type="image/png", headers=NEVER_KEPT)

    async def calendar(self, request: web.Request) -> web.Response:
        """For the citizen's own calendar."""
        one = await self._found(request)
        link = self._addresses.link_to_appointment(one.appointment)
        return web.Response(
            body=file_for_citizen(self._desk.plan, Written(one, link)),
            content_type="text/calendar",
            charset="utf-8",
            headers=NEVER_KEPT | {"Content-Disposition": 'attachment; filename="lich-hen.ics"'},
        )

    async def choose(self, request: web.Request) -> web.Response:
        """Another day and time."""
        return self._move_page(request, await self._found(request))

    async def move(self, request: web.Request) -> web.StreamResponse:
        """Take the time that was chosen."""
        one, form = await self._found(request), await form_of(request)
        try:
            wish, starts_at = UUID(form["id"]), int(form["at"])
        except (KeyError, ValueError) as error:
            raise BadFormError from error
        done = await self._desk.move(wish, one.appointment, starts_at, DESK)
        if done.refused in ELSEWHERE:
            return self._move_page(request, one, "appointment_refused_slot_full")
        return self._after(request, one, done, "moved")

    async def ask(self, request: web.Request) -> web.Response:
        """Really? Nobody is asked about what is over already."""
        one = await self._found(request)
        if AppointmentStep.CANCEL not in APPOINTMENT_LIFE[one.state]:
            raise web.HTTPSeeOther(f"/a/{request.match_info['link']}")
        return self._page(request, one, "public/appointment_cancel.html")

    async def cancel(self, request: web.Request) -> web.StreamResponse:
        """It will not take place."""
        one, form = await self._found(request), await form_of(request)
        try:
            wish = UUID(form["id"])
        except (KeyError, ValueError) as error:
            raise BadFormError from error
        done = await self._desk.cancel(wish, one.appointment, "", DESK)
        return self._after(request, one, done, "cancelled")

    def _after(
        self, request: web.Request, one: Appointment, done: Done, news: str
    ) -> web.StreamResponse:
        if done.refused:
            why = why_not(done.refused, "appointment_refused_change")
            return self._page(request, one, "public/appointment.html", why)
        raise web.HTTPSeeOther(f"/a/{request.match_info['link']}?{news}=1")

    def _kindly(self, handler: Handler) -> Handler:
        """The handler, with a kind word where there is no such appointment any more."""

        async def kindly(request: web.Request) -> web.StreamResponse:
            try:
                return await handler(request)
            except web.HTTPNotFound:
                why = WORDS[self._site.language(request)]["appointment_gone"]
                return self._site.page(request, "public/missing.html", {"why": why}, 404)

        return kindly

    async def _found(self, request: web.Request) -> Appointment:
        name = self._addresses.links.appointment(request.match_info["link"])
        one = await self._desk.find(name) if name else None
        if one is None:
            raise web.HTTPNotFound
        return one

    def _page(
        self, request: web.Request, one: Appointment, template: str, why: str = ""
    ) -> web.Response:
        plan = self._desk.plan
        news = next((key for key in ("new", "moved", "cancelled") if key in request.query), "")
        said = {
            "one": one,
            "service": plan.service(one.service),
            "code": f"{one.code[:3]} {one.code[3:]}",
            "may_change": AppointmentStep.MOVE in APPOINTMENT_LIFE[one.state],
            "mailed": one.told,
            "link": request.match_info["link"],
            "ticket": self._addresses.links.link(one.ticket) if one.ticket else "",
            "rules": plan.appointments,
            "news": news,
            "wish": str(uuid4()),
            "why": why,
        }
        return self._site.page(request, template, said, 422 if why else 200)

    def _move_page(self, request: web.Request, one: Appointment, why: str = "") -> web.Response:
        service = self._desk.plan.service(one.service)
        if service is None or AppointmentStep.MOVE not in APPOINTMENT_LIFE[one.state]:
            raise web.HTTPSeeOther(f"/a/{request.match_info['link']}")
        days = days_offered(self._desk, service)
        day = day_in(request.query.get("day", ""))
        said = {
            "one": one,
            "service": service,
            "days": days,
            "day": day,
            "slots": next((each.slots for each in days if each.day == day), []),
            "link": request.match_info["link"],
            "wish": str(uuid4()),
            "why": why,
        }
        return self._site.page(request, "public/appointment_move.html", said, 422 if why else 200)
