"""``/api/fees`` and ``/api/dossiers/CODE/fees``: a day's money, and what is due for a dossier."""

from datetime import date

import msgspec
from aiohttp import web
from sqlite_utils import Database

from hallctl.controller import Controller
from hallctl.core.dossier_time import wall_clock
from hallctl.core.paper import Document
from hallctl.core.plan import Plan
from hallctl.core.slips.fee_paper import fee_paper
from hallctl.forms.hall_lists import draw_lists
from hallctl.ledger.office.fee_reading import (
    FEES_BY,
    FeeLineOfDay,
    FeeRecord,
    Payment,
    day_by,
    day_total,
    fees_of,
    payments_of,
)
from hallctl.papers.fee_papers import day_lists, fee_slip
from hallctl.web.door import answers
from hallctl.web.ledger_door import (
    LedgerDoor,
    answering,
    day_asked,
    language_asked,
    pdf_response,
)


class DaysFees(msgspec.Struct, frozen=True):
    """A day's money: by each key, in all, and every payment."""

    day: date
    by: dict[str, tuple[FeeLineOfDay, ...]]
    total: FeeLineOfDay
    payments: tuple[Payment, ...]


class DossierFees(msgspec.Struct, frozen=True):
    """The fees of one dossier."""

    fees: tuple[FeeRecord, ...]


class FeeApi:
    """Answers officials; no screen of the hall shows anybody's money."""

    def __init__(self, door: LedgerDoor, controller: Controller, plan: Plan) -> None:
        self._door = door
        self._controller = controller
        self._plan = plan

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/api/fees", answering(self.of_day))
        router.add_get("/api/fees.pdf", answering(self.list))
        router.add_get("/api/dossiers/{dossier}/fees", answering(self.of_dossier))
        router.add_get("/api/dossiers/{dossier}/fees/slip", answering(self.slip))

    async def of_day(self, request: web.Request) -> web.Response:
        """The money of ``day``, else of today."""
        day = self._day(request)

        def found(database: Database) -> DaysFees:
            by: dict[str, tuple[FeeLineOfDay, ...]] = {
                key: tuple(day_by(database, day, key)) for key in FEES_BY
            }
            return DaysFees(day, by, day_total(database, day), tuple(payments_of(database, day)))

        return answers.json_response(msgspec.json.encode(await self._door.ask(found)))

    async def list(self, request: web.Request) -> web.Response:
        """The same as PDF, to be signed."""
        day, language = self._day(request), language_asked(request)

        def drawn(database: Database) -> bytes:
            return draw_lists(day_lists(database, self._plan, day, language))

        return pdf_response(await self._door.ask(drawn), f"fees-{day}")

    async def of_dossier(self, request: web.Request) -> web.Response:
        """What was charged for a dossier."""
        self._door.official(request)
        code = _code(request)
        fees = await self._door.ask(lambda database: fees_of(database, code))
        return answers.json_response(msgspec.json.encode(DossierFees(tuple(fees))))

    async def slip(self, request: web.Request) -> web.Response:
        """What is due, for a slip printer, with a code that pays it."""
        self._door.official(request)
        code, language = _code(request), language_asked(request)

        def drawn(database: Database) -> Document:
            return fee_paper(fee_slip(self._plan, code, fees_of(database, code)), language)

        return answers.json_response(msgspec.json.encode(await self._door.ask(drawn)))

    def _day(self, request: web.Request) -> date:
        self._door.official(request)
        today = wall_clock(self._controller.now(), self._plan.timezone).date()
        return day_asked(request, "day", today)


def _code(request: web.Request) -> str:
    return request.match_info["dossier"].strip().upper()
