"""``GET /api/dossiers/…``: what a counter scanned or typed, opened or kindly refused."""

import msgspec
from aiohttp import web

from hallctl.controller import Controller
from hallctl.core.deciding.dossier_collecting import collecting_service, ticket_of_dossier
from hallctl.core.dossier_desk import DossierDesk, dossier_desk
from hallctl.core.dossier_lookup import completed, looked_up
from hallctl.core.dossier_time import wall_clock
from hallctl.core.permissions import Role, Sight
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refusal, Refused
from hallctl.core.scopes import may_look
from hallctl.core.views import DossierView
from hallctl.web.addresses import Addresses
from hallctl.web.door import answers
from hallctl.web.fan_out import Draw, ViewKey
from hallctl.web.known.tokens import Tokens

NOT_ALLOWED, NOT_FOUND = 403, 404


class FoundDossier(msgspec.Struct, frozen=True):
    """A dossier, the address in its receipt's QR code, and what an official may do with it."""

    dossier: DossierView
    link: str
    desk: DossierDesk


class DossierAtKiosk(msgspec.Struct, frozen=True):
    """A dossier as a citizen sees it in the hall, and where to take a number for its result."""

    dossier: DossierView
    collect: str
    """A service, or empty: not ready yet, or not to be collected here."""
    has_number: str
    """The number that somebody in the hall holds for it already, or empty."""


class DossierApi:
    """Opens dossiers for officials by the receipt's barcode, its QR code or a typed code."""

    def __init__(
        self, controller: Controller, plan: Plan, draw: Draw, tokens: Tokens, addresses: Addresses
    ) -> None:
        self._controller = controller
        self._plan = plan
        self._draw = draw
        self._tokens = tokens
        self._addresses = addresses

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take every address below ``/api/dossiers`` that nobody else has: whatever was scanned."""
        router.add_get("/api/dossiers/{scanned:(?s:.*)}", self.get)

    async def get(self, request: web.Request) -> web.Response:
        """The dossier and its link, or which part of the code to look at again."""
        actor = self._tokens.actor(request)
        if actor is None:
            return answers.unknown_token()
        at_kiosk = actor.role is Role.KIOSK
        if not at_kiosk and not may_look(actor, Sight.DOSSIERS):
            return answers.refused(Refused(Refusal.NOT_ALLOWED, role=actor.role), NOT_ALLOWED)
        await self._controller.settled()
        try:
            scanned = request.match_info["scanned"]
            found = self._at_kiosk(scanned) if at_kiosk else self._found(scanned)
        except Refused as refused:
            return answers.refused(refused, NOT_FOUND)
        return answers.json_response(msgspec.json.encode(found))

    def _at_kiosk(self, scanned: str) -> DossierAtKiosk:
        hall, plan = self._controller.hall, self._plan
        typed = completed(self._code(scanned), plan.dossiers.agency)
        dossier = looked_up(hall, plan, typed)
        ticket = ticket_of_dossier(hall, dossier.dossier)
        return DossierAtKiosk(
            self._view(dossier.dossier),
            collecting_service(dossier, plan),
            ticket.number if ticket else "",
        )

    def _view(self, dossier: str) -> DossierView:
        view = self._draw(ViewKey("dossier", dossier))
        if not isinstance(view, DossierView):
            raise Refused(Refusal.UNKNOWN_DOSSIER, dossier=dossier)
        return view

    def _found(self, scanned: str) -> FoundDossier:
        hall = self._controller.hall
        dossier = looked_up(hall, self._plan, self._code(scanned)).dossier
        view = self._view(dossier)
        link = self._addresses.link_to_dossier(dossier)
        today = wall_clock(self._controller.now(), self._plan.timezone).date()
        day = max(today, hall.dossiers.day or today)
        return FoundDossier(
            view, link, dossier_desk(hall, hall.dossiers.every[dossier], self._plan, day)
        )

    def _code(self, scanned: str) -> str:
        """The code itself, whether its barcode was scanned or the address in the QR code."""
        before, _, last = scanned.strip().partition("?")[0].rpartition("/")
        code = self._addresses.links.dossier(last)
        if code is None and before:
            wrong = "this hall has not made that address"
            raise Refused(Refusal.DOSSIER_CODE_DAMAGED, dossier=scanned, part="link", wrong=wrong)
        return code or last
