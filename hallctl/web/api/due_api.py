"""``GET /api/procedures/CODE/due``: when a dossier received so would be due, step by step."""

from datetime import date

import msgspec
from aiohttp import web

from hallctl.command_ids import new_command_id
from hallctl.controller import Clock, Controller
from hallctl.core.circumstances import Circumstances
from hallctl.core.commands import ReceiveDossier
from hallctl.core.deadline_words import explained
from hallctl.core.deciding.dossier_reception import foreseen_due
from hallctl.core.dossier_time import moment
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan, Words
from hallctl.core.refusals import Refused
from hallctl.web.door import answers

ANYBODY = Actor("anybody", Role.COUNTER)
REFUSED = 409
_ASKED = frozenset({"channel", "presented_at", "complete_at", "due_at"})


class DueStep(msgspec.Struct, frozen=True):
    """One step of the reckoning, in words."""

    kind: str
    words: Words


class ForeseenDue(msgspec.Struct, frozen=True):
    """When it would be due, and how that comes about."""

    due_at: int
    steps: tuple[DueStep, ...]
    papers: tuple[str, ...] = ()
    """What the catalogue lists, else those of the last dossier of this procedure."""


class DueApi:
    """Reckons as reception would, and receives nothing."""

    def __init__(self, controller: Controller, plan: Plan, clock: Clock) -> None:
        self._controller = controller
        self._plan = plan
        self._clock = clock

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take in the address."""
        router.add_get("/api/procedures/{procedure}/due", self.get)

    async def get(self, request: web.Request) -> web.Response:
        """The due time with its steps, or the refusal that reception would give."""
        asked = {name: value for name, value in request.query.items() if name in _ASKED}
        wanted = {"id": str(new_command_id()), "procedure": request.match_info["procedure"]}
        try:
            wish = msgspec.convert(
                wanted | asked | {"type": "ReceiveDossier"}, ReceiveDossier, strict=False
            )
        except msgspec.ValidationError as error:
            return answers.malformed(error)
        await self._controller.settled()
        by = Circumstances(self._plan, ANYBODY, self._controller.now(), self._clock.today())
        try:
            due = foreseen_due(self._controller.hall, wish, by)
        except Refused as refused:
            return answers.refused(refused, REFUSED)
        steps = tuple(
            DueStep(step.kind.value, Words(explained(step, "vi"), explained(step, "en")))
            for step in due.steps
        )
        papers = self._papers(wish.procedure, by.today)
        foreseen = ForeseenDue(moment(due.due_at, self._plan.timezone), steps, papers)
        return answers.json_response(msgspec.json.encode(foreseen))

    def _papers(self, procedure: str, today: date) -> tuple[str, ...]:
        """What a checklist of papers begins with."""
        known = self._plan.dossiers.procedure_on(procedure, today)
        listed = known.papers if known else ()
        return listed or self._controller.hall.dossiers.usual_papers.get(procedure, ())
