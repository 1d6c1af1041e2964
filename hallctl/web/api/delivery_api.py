"""``/api/deliveries``: results to hand over, with carriers, and the sheet of a batch."""

import msgspec
from aiohttp import web
from sqlite_utils import Database

from hallctl.applicants.store import Applicants
from hallctl.controller import Controller
from hallctl.core.dossier_time import wall_clock
from hallctl.core.permissions import Sight, may_see
from hallctl.core.plan import Plan
from hallctl.forms.hall_lists import draw_lists
from hallctl.ledger.office.delivery_ledger import (
    DeliveryRecord,
    deliveries_of,
    deliveries_on,
    deliveries_under_way,
    results_to_hand_over,
)
from hallctl.papers.hand_over_sheets import contacts_of, hand_over_sheet
from hallctl.web.api.applicant_api import looker_of
from hallctl.web.door import answers
from hallctl.web.ledger_door import (
    LedgerDoor,
    Unanswered,
    answering,
    language_asked,
    pdf_response,
)


class Deliveries(msgspec.Struct, frozen=True):
    """Dossiers whose result is ready to go, and what is with a carrier now; no addresses."""

    ready: tuple[str, ...]
    under_way: tuple[DeliveryRecord, ...]
    today: tuple[DeliveryRecord, ...] = ()
    """What left today, by batches, and how it ended."""
    carriers: tuple[str, ...] = ()
    """Those of the hall; empty where any may be named."""
    fee: int = 0
    """What asking for it costs, in đồng; 0: nothing, or what the official charges."""


class Batch(msgspec.Struct, frozen=True):
    """What left together."""

    deliveries: tuple[DeliveryRecord, ...]


class DeliveryApi:
    """Answers officials; addresses only to those who may see applicants."""

    def __init__(
        self, door: LedgerDoor, controller: Controller, plan: Plan, applicants: Applicants
    ) -> None:
        self._door = door
        self._controller = controller
        self._plan = plan
        self._applicants = applicants

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/api/deliveries", answering(self.now))
        router.add_get("/api/deliveries/{batch}", answering(self.batch))
        router.add_get("/api/deliveries/{batch}/sheet.pdf", answering(self.sheet))

    async def now(self, request: web.Request) -> web.Response:
        """What is ready, and what is under way."""
        self._door.official(request)
        rules = self._plan.deliveries
        today = wall_clock(self._controller.now(), self._plan.timezone).date()

        def found(database: Database) -> Deliveries:
            return Deliveries(
                ready=tuple(results_to_hand_over(database)),
                under_way=tuple(deliveries_under_way(database)),
                today=tuple(deliveries_on(database, today.isoformat())),
                carriers=rules.carriers,
                fee=rules.fee,
            )

        return answers.json_response(msgspec.json.encode(await self._door.ask(found)))

    async def batch(self, request: web.Request) -> web.Response:
        """The rows of a batch, and how each ended."""
        self._door.official(request)
        rows = await self._door.ask(lambda database: _rows(database, request))
        return answers.json_response(msgspec.json.encode(Batch(tuple(rows))))

    async def sheet(self, request: web.Request) -> web.Response:
        """The sheet that the carrier signs; every address on it is a look, and logged."""
        actor, language = self._door.official(request), language_asked(request)
        if not may_see(actor.role, Sight.APPLICANTS):
            raise Unanswered(answers.not_found("addresses"))
        by = looker_of(self._controller, actor)

        def drawn(database: Database) -> bytes:
            rows = _rows(database, request)
            contacts = contacts_of(rows, self._applicants, by)
            sheet = hand_over_sheet(self._plan, rows, contacts, language)
            return draw_lists([sheet], landscape=True)

        return pdf_response(await self._door.ask(drawn), f"batch-{request.match_info['batch']}")


def _rows(database: Database, request: web.Request) -> list[DeliveryRecord]:
    rows = deliveries_of(database, request.match_info["batch"])
    if not rows:
        raise Unanswered(answers.not_found("batch"))
    return rows
