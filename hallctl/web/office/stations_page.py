"""``/keep-stations``: whoever keeps the stations lets new ones in, moves them, throws them out."""

import asyncio

import msgspec
from aiohttp import web

from hallctl.core.permissions import Sight
from hallctl.people.paired_stations import STATION_ROLES, PairedStation
from hallctl.people.pairing import Pairing, StationRefusedError
from hallctl.people.sessions import Person
from hallctl.web.api.pairing_api import PairingApi
from hallctl.web.door.forms_in import form_of
from hallctl.web.known.staff import Staff
from hallctl.web.site import Site

SEE_OTHER, REFUSED = 303, 409
DONE = frozenset({"admit", "change", "revoke"})


class StationsPage:
    """The stations of the hall, and the form for the code of a new one."""

    def __init__(self, site: Site, staff: Staff, pairing: Pairing, api: PairingApi) -> None:
        self._site = site
        self._staff = staff
        self._pairing = pairing
        self._api = api

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/keep-stations", self._staff.guard(Sight.STATIONS, self.get))
        router.add_post("/keep-stations", self._staff.guard(Sight.STATIONS, self.post))

    async def get(self, request: web.Request, person: Person) -> web.StreamResponse:
        """The page."""
        done = request.query.get("done", "")
        return self._page(request, person, {"done": done if done in DONE else ""})

    async def post(self, request: web.Request, person: Person) -> web.StreamResponse:
        """One act of the page's forms."""
        form = await form_of(request, person)
        act = form.get("act", "")
        try:
            await asyncio.to_thread(self._act, act, form, person.account)
        except StationRefusedError as refused:
            said: dict[str, object] = {"trouble": refused.code, "details": refused.details}
            return self._page(request, person, said | {"form": form}, REFUSED)
        self._api.stations_changed()
        raise web.HTTPSeeOther(f"/keep-stations?done={act if act in DONE else ''}")

    def _act(self, act: str, form: dict[str, str], by: str) -> None:
        at, name = self._staff.now(), form.get("name", "").strip()
        match act:
            case "admit":
                code = form.get("code", "").replace(" ", "")
                self._pairing.admit(code, _station(form, by, at))
            case "change":
                before = next((one for one in self._pairing.stations() if one.name == name), None)
                if before is None:
                    raise StationRefusedError("unknown_station", name=name)
                after = msgspec.structs.replace(
                    before,
                    name=form.get("new", name).strip() or name,
                    counter=form.get("counter", before.counter),
                )
                self._pairing.change(name, after, by, at)
            case "revoke":
                self._pairing.revoke(name, by, at)

    def _page(
        self, request: web.Request, person: Person, said: dict[str, object], status: int = 200
    ) -> web.Response:
        about = {
            "person": person,
            "stations": self._pairing.stations(),
            "asking": self._pairing.desk.waiting(self._staff.now()),
            "fingerprint": self._api.authority,
            "roles": STATION_ROLES,
            "counters": [one.counter for one in self._site.plan.counters],
            "done": "",
            "trouble": "",
            "details": {},
            "form": {},
        }
        return self._site.page(request, "office/keep_stations.html", about | said, status)


def _station(form: dict[str, str], by: str, at: int) -> PairedStation:
    role = form.get("role", "")
    is_at_counter = role in {"counter", "sign", "pad"}
    return PairedStation(
        name=form.get("name", "").strip(),
        role=role,
        counter=form.get("counter", "") if is_at_counter else "",
        printer=form.get("printer", "").strip() if role in {"kiosk", "counter"} else "",
        admitted_at=at,
        admitted_by=by,
    )
