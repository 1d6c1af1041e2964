"""``/api/dossiers/CODE/applicant`` and ``/api/applicants/search``: whose dossier, for counters only."""

import asyncio
from collections.abc import Callable

import msgspec
from aiohttp import web

from hallctl.applicants.applicant import Applicant, Identity, Looker
from hallctl.applicants.store import Applicants
from hallctl.controller import Controller
from hallctl.core.drawing.dossier_drawing import procedure_name
from hallctl.core.guards.dossier_guards import known_dossier
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan, Words
from hallctl.core.refusals import Refusal, Refused
from hallctl.web.api.command_api import UNREADABLE
from hallctl.web.door import answers
from hallctl.web.known.tokens import Tokens

LARGEST_APPLICANT = 8 * 1024
NOT_ALLOWED, NOT_FOUND = 403, 404


class KeptApplicant(msgspec.Struct, frozen=True):
    """Whose dossier it is."""

    applicant: Applicant


class Kept(msgspec.Struct, frozen=True):
    """Whether anything had to be changed."""

    changed: bool


class PersonWanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose dossiers are looked for; a number in an address would end up in logs."""

    identity: Identity


class PersonsDossier(msgspec.Struct, frozen=True, kw_only=True):
    """One dossier of the person looked for."""

    dossier: str
    procedure_name: Words
    state: str
    due_at: int


class PersonsDossiers(msgspec.Struct, frozen=True):
    """The person's dossiers whose applicant is kept, newest first."""

    dossiers: tuple[PersonsDossier, ...]


class ApplicantApi:
    """Reads and keeps applicants in threads of their own: the disk keeps no command waiting."""

    def __init__(
        self, applicants: Applicants, controller: Controller, plan: Plan, tokens: Tokens
    ) -> None:
        self._applicants = applicants
        self._controller = controller
        self._plan = plan
        self._tokens = tokens

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take in the addresses."""
        router.add_get("/api/dossiers/{dossier}/applicant", self.get)
        router.add_put("/api/dossiers/{dossier}/applicant", self.put)
        router.add_post("/api/applicants/search", self.search)

    async def get(self, request: web.Request) -> web.Response:
        """Whose dossier it is; the look is logged."""

        def look(code: str, by: Looker) -> web.Response:
            kept = self._applicants.of(code, by)
            if kept is None:
                return answers.not_found("applicant")
            return answers.json_response(msgspec.json.encode(KeptApplicant(kept)))

        return await self._of_dossier(request, look)

    async def put(self, request: web.Request) -> web.Response:
        """Keep whose dossier it is; the same again changes nothing."""
        body = await _small(request)

        def keep(code: str, by: Looker) -> web.Response:
            try:
                applicant = msgspec.json.decode(body, type=Applicant)
            except UNREADABLE as error:
                return answers.malformed(error)
            changed = self._applicants.keep(code, applicant, by)
            return answers.json_response(msgspec.json.encode(Kept(changed)))

        return await self._of_dossier(request, keep)

    async def search(self, request: web.Request) -> web.Response:
        """The dossiers of whoever has that identity number; the search is logged."""
        actor = self._tokens.actor(request)
        if actor is None or actor.role is not Role.COUNTER:
            return no_counter(actor)
        try:
            wanted = msgspec.json.decode(await _small(request), type=PersonWanted)
        except UNREADABLE as error:
            return answers.malformed(error)
        by = looker_of(self._controller, actor)
        codes = await asyncio.to_thread(self._applicants.dossiers_of, wanted.identity, by)
        await self._controller.settled()
        every = self._controller.hall.dossiers.every
        found = (every[code] for code in codes if code in every)
        lines = tuple(
            PersonsDossier(
                dossier=one.dossier,
                procedure_name=procedure_name(one, self._plan),
                state=one.state.value,
                due_at=one.due_at,
            )
            for one in found
        )
        return answers.json_response(msgspec.json.encode(PersonsDossiers(lines)))

    async def _of_dossier(
        self, request: web.Request, act: Callable[[str, Looker], web.Response]
    ) -> web.Response:
        """``act`` in a thread, with the dossier's code and who asks, if a counter does."""
        actor = self._tokens.actor(request)
        if actor is None or actor.role is not Role.COUNTER:
            return no_counter(actor)
        await self._controller.settled()
        try:
            dossier = known_dossier(self._controller.hall, request.match_info["dossier"])
        except Refused as refused:
            return answers.refused(refused, NOT_FOUND)
        return await asyncio.to_thread(act, dossier.dossier, looker_of(self._controller, actor))


async def _small(request: web.Request) -> bytes:
    """The body, where it is no larger than an applicant can be."""
    body = await request.read()
    if len(body) > LARGEST_APPLICANT:
        raise web.HTTPRequestEntityTooLarge(LARGEST_APPLICANT, len(body))
    return body


def looker_of(controller: Controller, actor: Actor) -> Looker:
    """Who looks at a person: whoever is signed in, or serves at the counter, else the station."""
    serving = controller.hall.counters.get(actor.counter)
    return Looker(actor.official or (serving.official if serving else actor.name), actor.name)


def no_counter(actor: Actor | None) -> web.Response:
    """401 for nobody we know, 403 for those who have no business with names."""
    if actor is None:
        return answers.unknown_token()
    return answers.refused(Refused(Refusal.NOT_ALLOWED, role=actor.role), NOT_ALLOWED)
