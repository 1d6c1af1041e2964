"""``GET /api/tickets/…``: the address in a ticket's QR code, scanned at a counter or a kiosk."""

import msgspec
from aiohttp import web
from sqlite_utils import Database

from hallctl.controller import Controller
from hallctl.core.permissions import Role, Sight, may_see
from hallctl.core.refusals import Refusal, Refused
from hallctl.core.views import TicketView
from hallctl.web.door import answers
from hallctl.web.fan_out import Draw, ViewKey
from hallctl.web.known.links import Links
from hallctl.web.known.tokens import Tokens
from hallctl.web.ledger_reader import LedgerReader

NOT_FOUND = 404
DOSSIERS_OF_VISIT = "select dossier from dossiers where visit = ? order by rowid desc"


class ScannedTicket(msgspec.Struct, frozen=True):
    """Where a ticket of today stands, and for officials what its visit is about."""

    ticket: TicketView
    dossiers: tuple[str, ...] = ()
    """What it came for, else what was received in the visit, the newest first; none at a kiosk."""


class ScannedTickets:
    """Opens the visit behind a ticket for the hall's own scanners."""

    def __init__(
        self,
        controller: Controller,
        draw: Draw,
        ledger: LedgerReader,
        tokens: Tokens,
        links: Links,
    ) -> None:
        self._controller = controller
        self._draw = draw
        self._ledger = ledger
        self._tokens = tokens
        self._links = links

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/api/tickets/{scanned:.*}", self.get)

    async def get(self, request: web.Request) -> web.Response:
        """The ticket, or the refusal of what is none of today's."""
        actor = self._tokens.actor(request)
        if actor is None:
            return answers.unknown_token()
        at_counter = may_see(actor.role, Sight.DOSSIERS)
        if actor.role is not Role.KIOSK and not at_counter:
            return answers.not_allowed(actor.role)
        await self._controller.settled()
        scanned = request.match_info["scanned"].strip().partition("?")[0]
        name = self._links.ticket(scanned.rpartition("/")[2])
        view = self._draw(ViewKey("ticket", name)) if name else None
        if not isinstance(view, TicketView):
            return answers.refused(Refused(Refusal.UNKNOWN_TICKET, ticket=name or ""), NOT_FOUND)
        dossiers = await self._dossiers(view.ticket) if at_counter else ()
        return answers.json_response(msgspec.json.encode(ScannedTicket(view, dossiers)))

    async def _dossiers(self, name: str) -> tuple[str, ...]:
        ticket = self._controller.hall.tickets[name]
        if ticket.dossier:
            return (ticket.dossier,)

        def found(database: Database) -> tuple[str, ...]:
            return tuple(code for (code,) in database.execute(DOSSIERS_OF_VISIT, (ticket.visit,)))

        return await self._ledger.ask(found)
