"""``/first-ticket``: the first set-up's last two steps: a kiosk is let in, and prints."""

import asyncio
from urllib.parse import urlencode

from aiohttp import web

from hallctl.command_ids import new_command_id
from hallctl.controller import Controller
from hallctl.core.commands import Command, OpenDay, PrintTrial
from hallctl.core.deciding.trial_slips import TRIAL
from hallctl.core.permissions import Actor, Sight
from hallctl.people.paired_stations import PairedStation
from hallctl.people.pairing import Pairing, StationRefusedError
from hallctl.people.sessions import Person
from hallctl.web.addresses import Addresses
from hallctl.web.api.pairing_api import PairingApi
from hallctl.web.door.forms_in import form_of
from hallctl.web.known.staff import Staff
from hallctl.web.site import Site
from hallctl.web.site.refusal_words import in_words
from hardware.printer.printer_address import read_printer
from hardware.transport.address import AddressError

KIOSK = "kiosk"
PRINTERS = ("simulate", "usb:any", "other")
STEPS = ("hall", "hours", "services", "people", "account", "kiosk", "ticket")
REFUSED = 409


class FirstTicketPage:
    """Lets kiosks in by their codes and has them print a trial."""

    def __init__(
        self,
        site: Site,
        staff: Staff,
        pairing: tuple[Pairing, PairingApi],
        hall: tuple[Controller, Addresses],
    ) -> None:
        self._site = site
        self._staff = staff
        self._pairing, self._api = pairing
        self._controller, self._addresses = hall

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/first-ticket", self._staff.guard(Sight.STATIONS, self.get))
        router.add_post("/first-ticket", self._staff.guard(Sight.STATIONS, self.post))

    async def get(self, request: web.Request, person: Person) -> web.StreamResponse:
        """How far it is."""
        return self._page(request, person, {})

    async def post(self, request: web.Request, person: Person) -> web.StreamResponse:
        """Let a kiosk in, have one print, or open the day."""
        form = await form_of(request, person)
        if form.get("act") == "admit":
            return await self._admit(request, person, form)
        actor = Actor(person.account, person.role, official=person.name)
        wish = _command(form, self._site.language(request))
        answer = await self._controller.submit(wish, actor)
        if answer.is_refusal:
            words = in_words(answer.body, self._site.language(request))
            return self._page(request, person, {"refused": words}, REFUSED)
        happened = answer.read().events[0]
        slip = happened.get("slip") or request.query.get("slip", "")
        raise web.HTTPSeeOther(f"/first-ticket?{urlencode({'slip': slip})}#ticket")

    async def _admit(
        self, request: web.Request, person: Person, form: dict[str, str]
    ) -> web.StreamResponse:
        station = PairedStation(
            name=form.get("name", "").strip(),
            role=KIOSK,
            printer=_printer(form),
            admitted_at=self._staff.now(),
            admitted_by=person.account,
        )
        try:
            read_printer(station.printer)
            code = form.get("code", "").replace(" ", "")
            await asyncio.to_thread(self._pairing.admit, code, station)
        except (AddressError, StationRefusedError) as error:
            why = error.code if isinstance(error, StationRefusedError) else "bad_printer"
            return self._page(request, person, {"trouble": why, "form": form}, REFUSED)
        self._api.stations_changed()
        raise web.HTTPSeeOther("/first-ticket#ticket")

    def _page(
        self, request: web.Request, person: Person, said: dict[str, object], status: int = 200
    ) -> web.Response:
        kiosks = self._kiosks()
        slips = self._controller.hall.slips
        asked = request.query.get("slip", "")
        waiting = slips.get(asked)
        about: dict[str, object] = {
            "person": person,
            "steps": STEPS,
            "step": "ticket" if kiosks else "kiosk",
            "kiosks": kiosks,
            "asking": self._pairing.desk.waiting(self._staff.now()),
            "fingerprint": self._api.authority,
            "address": self._addresses.station_url,
            "printers": PRINTERS,
            "name": _free_name({one for one, _printer in kiosks}),
            "asked": asked if asked.startswith(f"{TRIAL}-") else "",
            "waiting": waiting,
            "is_open": self._controller.hall.is_open,
            "trouble": "",
            "refused": "",
            "form": {},
        }
        return self._site.page(request, "office/first_ticket.html", about | said, status)

    def _kiosks(self) -> list[tuple[str, str]]:
        """Every kiosk that prints, with where it prints."""
        came_in = [(one.name, one.printer) for one in self._pairing.stations() if one.role == KIOSK]
        fixed = [(one, "") for one in self._site.plan.printing_stations]
        return [*fixed, *came_in]


def _command(form: dict[str, str], language: str) -> Command:
    if form.get("act") == "open_day":
        return OpenDay(command_id=new_command_id())
    station = form.get("station", "")
    return PrintTrial(command_id=new_command_id(), station=station, language=language)


def _printer(form: dict[str, str]) -> str:
    chosen = form.get("printer", "")
    return form.get("address", "").strip() if chosen == "other" else chosen


def _free_name(taken: set[str]) -> str:
    return next(name for n in range(1, len(taken) + 2) if (name := f"kiosk-{n}") not in taken)
