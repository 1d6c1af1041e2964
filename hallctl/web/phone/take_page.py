"""``/n/CODE``: scanned off a board or a kiosk; ``/take``: what for, whether with priority, a number."""

from pathlib import Path
from typing import NamedTuple

import msgspec
from aiohttp import web

from hallctl.core.commands import TakeNumber
from hallctl.core.plan import Plan
from hallctl.core.plan.phone_rules import PhoneRules
from hallctl.core.views import KioskView, ServiceChoice
from hallctl.web.door.forms_in import form_of
from hallctl.web.door.limits import Limiter, Rate
from hallctl.web.fan_out import Look, ViewKey
from hallctl.web.known.devices import Device, Devices
from hallctl.web.known.links import Links
from hallctl.web.pages import Pages, Sheet
from hallctl.web.pages.lexicon import Lexicon, wait_in_words
from hallctl.web.pages.reader_language import language_of
from hallctl.web.phone.desk import PhoneDesk
from hallctl.web.phone.hall_code import HallCode
from hallctl.web.phone.passes import Pass, Passes

WORDS: Lexicon = msgspec.json.decode(
    (Path(__file__).parents[1] / "static" / "take_words.json").read_bytes(), type=Lexicon
)
NEW_PHONES = Rate(0.5, 30)
"""From one address: a phone that forgets its cookie is new again, but not for ever."""
MOST_SERVICES = 5
GONE, CONFLICT, LATER = 410, 409, 429


class Offer(NamedTuple):
    """A service as the page offers it; ``why`` names the words for why it can't be chosen."""

    choice: ServiceChoice
    name: str
    wait: str
    why: str
    is_chosen: bool


class PhoneGate(NamedTuple):
    """Codes, passes and phones: who may choose a number at all."""

    codes: HallCode
    passes: Passes
    devices: Devices
    links: Links

    @classmethod
    def keyed(cls, secret: bytes, plan: Plan, links: Links) -> "PhoneGate":
        """Everything that hangs on the hall's secret."""

        def rules() -> PhoneRules:
            return plan.phone

        return cls(HallCode(secret, rules), Passes(secret, rules), Devices(secret), links)


class TakePage:
    """Gives numbers to phones that have scanned the hall's code."""

    def __init__(
        self, plan: Plan, look: Look, pages: Pages, desk: PhoneDesk, gate: PhoneGate
    ) -> None:
        self._plan = plan
        self._look = look
        self._pages = pages
        self._desk = desk
        self._gate = gate
        self._new_phones = Limiter(NEW_PHONES)

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/n/{code:.*}", self.scan)
        router.add_get("/take", self.choose)
        router.add_post("/take", self.take)

    async def scan(self, request: web.Request) -> web.StreamResponse:
        """A good code leads on: to the number this phone holds already, or to choosing one."""
        at, device = self._desk.now(), self._gate.devices.of(request)
        if not self._plan.phone.numbers:
            return self._sorry(request, "phones_off", CONFLICT)
        stretch = self._gate.codes.stretch_of(request.match_info["code"], at)
        if stretch is None:
            return self._sorry(request, "old_code", GONE)
        if held := await self._desk.held_by(device.hashed):
            return self._to_ticket(request, held, device)
        if device.is_new and self._is_crowded(request, at):
            return self._sorry(request, "too_many", LATER)
        written = self._gate.passes.write(stretch, device.hashed, at)
        onward = web.HTTPSeeOther(f"{_up(request)}take?p={written}&lang={language_of(request)}")
        return self._with_cookie(request, onward, device)

    async def choose(self, request: web.Request) -> web.StreamResponse:
        """What for; then, where the hall has priority groups, whether with priority."""
        if self._pass(request, request.query.get("p", "")) is None:
            return self._sorry(request, "old_code", GONE)
        view = await self._look(ViewKey("kiosk"))
        if not isinstance(view, KioskView):
            raise web.HTTPNotFound
        language = language_of(request)
        offers = self._offers(view, language, request.query.getall("s", []))
        chosen = [one for one in offers if one.is_chosen][:MOST_SERVICES]
        is_priority_asked = bool(chosen) and "back" not in request.query
        said = {
            "hall": self._pages.hall,
            "written": request.query.get("p", ""),
            "offers": offers,
            "chosen": chosen,
            "groups": view.groups,
            "is_open": view.business_day is not None,
            "why": "choose_one" if "s" not in request.query and "next" in request.query else "",
            "switch": _switched(request),
        }
        template = "take_priority.html" if is_priority_asked else "take.html"
        sheet = Sheet(template, WORDS, language, has_form=True)
        return self._pages.page(request, sheet, said)

    async def take(self, request: web.Request) -> web.StreamResponse:
        """The number; asked twice it is the same one."""
        form = await form_of(request)
        held = self._pass(request, form.get("p", ""))
        if held is None:
            return self._sorry(request, "old_code", GONE)
        try:
            wish = self._wish(form, held, self._gate.devices.known(request))
        except (msgspec.ValidationError, ValueError):
            return self._sorry(request, "refused", CONFLICT)
        taken = await self._desk.take(wish)
        if taken.refused:
            why = taken.refused if f"{taken.refused}_headline" in WORDS["vi"] else "refused"
            return self._sorry(request, why, CONFLICT)
        return self._to_ticket(request, taken.ticket, self._gate.devices.of(request))

    def _wish(self, form: dict[str, str], held: Pass, device: str) -> TakeNumber:
        first, *also = [one for one in form.get("services", "").split(",") if one]
        fields = {
            "id": held.wish,
            "service": first,
            "also": also,
            "device": device,
            "code": held.stretch,
            "priority": form.get("group") or None,
            "language": self._spoken(form.get("lang", "")),
        }
        return msgspec.convert(fields, TakeNumber)

    def _spoken(self, language: str) -> str | None:
        return language if language in self._plan.rules.languages else None

    def _pass(self, request: web.Request, written: str) -> Pass | None:
        device = self._gate.devices.known(request)
        return self._gate.passes.read(written, device, self._desk.now()) if device else None

    def _is_crowded(self, request: web.Request, at: int) -> bool:
        return self._new_phones.wait_s(request.remote or "", at / 1000) > 0

    def _offers(self, view: KioskView, language: str, asked: list[str]) -> list[Offer]:
        allowed = self._plan.phone.services
        return [
            Offer(
                one,
                one.name.spoken_in(language),
                wait_in_words(one.expected_wait_s, WORDS[language]),
                one.shut.why if one.shut else "",
                one.service in asked and one.shut is None,
            )
            for one in view.services
            if not allowed or one.service in allowed
        ]

    def _to_ticket(self, request: web.Request, ticket: str, device: Device) -> web.StreamResponse:
        onward = web.HTTPSeeOther(f"{_up(request)}t/{self._gate.links.link(ticket)}")
        return self._with_cookie(request, onward, device)

    def _with_cookie(
        self, request: web.Request, response: web.HTTPSeeOther, device: Device
    ) -> web.StreamResponse:
        self._gate.devices.remember(request, response, device)
        raise response

    def _sorry(self, request: web.Request, why: str, status: int) -> web.Response:
        said = {"hall": self._pages.hall, "why": why, "switch": _switched(request)}
        sheet = Sheet("gone.html", WORDS, language_of(request), status)
        return self._pages.page(request, sheet, said)


def _switched(request: web.Request) -> str:
    other = "vi" if language_of(request) == "en" else "en"
    return f"?{request.rel_url.update_query(lang=other).query_string}"


def _up(request: web.Request) -> str:
    return "../" * (request.path.count("/") - 1)
