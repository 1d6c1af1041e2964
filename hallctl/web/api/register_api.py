"""``GET /api/registers/07.pdf``: the register of a field and a period, for whoever may see names."""

from aiohttp import web
from sqlite_utils import Database

from hallctl.applicants.applicant import Applicant, Looker
from hallctl.applicants.store import Applicants
from hallctl.controller import Controller
from hallctl.core.dossier_time import wall_clock
from hallctl.core.permissions import Sight, may_see
from hallctl.core.plan import Plan
from hallctl.forms.drawing import draw_form
from hallctl.papers.registers import Book, Whose, nobody, register
from hallctl.web.api.applicant_api import looker_of
from hallctl.web.door import answers
from hallctl.web.ledger_door import (
    LedgerDoor,
    Unanswered,
    answering,
    day_asked,
    pdf_response,
)

FORM = "07"


class RegisterApi:
    """Draws the register; each name on it is a look, and logged."""

    def __init__(
        self, door: LedgerDoor, controller: Controller, plan: Plan, applicants: Applicants
    ) -> None:
        self._door = door
        self._controller = controller
        self._plan = plan
        self._applicants = applicants

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/api/registers/07.pdf", answering(self.get))

    async def get(self, request: web.Request) -> web.Response:
        """The register from ``from`` to ``to`` (else today), of ``field`` or of all."""
        actor = self._door.official(request)
        today = wall_clock(self._controller.now(), self._plan.timezone).date()
        first, last = day_asked(request, "from", today), day_asked(request, "to", today)
        book = Book(first, last, request.query.get("field", ""))
        with_names = request.query.get("names", "1") != "0"
        if with_names and not may_see(actor.role, Sight.APPLICANTS):
            raise Unanswered(answers.not_found("names; ask with names=0"))
        whose = self._whose(looker_of(self._controller, actor)) if with_names else nobody

        def drawn(database: Database) -> bytes:
            return draw_form(register(database, self._plan, book, whose))

        return pdf_response(await self._door.ask(drawn), f"07-{first}-{last}")

    def _whose(self, by: Looker) -> Whose:
        def whose(dossier: str) -> Applicant | None:
            return self._applicants.printed(dossier, by, FORM)

        return whose
