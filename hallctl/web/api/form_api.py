"""``GET /api/dossiers/CODE/forms/01.pdf``: a dossier's official forms, with its applicant, for counters."""

import asyncio
import re
from pathlib import Path
from typing import NamedTuple

from aiohttp import web

from hallctl.applicants.store import Applicants
from hallctl.controller import Controller
from hallctl.core.guards.dossier_guards import known_dossier
from hallctl.core.permissions import Role
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refused
from hallctl.forms.drawing import draw_form, sizes_of
from hallctl.forms.errors import FormError
from hallctl.forms.filling import filled
from hallctl.journal.sqlite_journal import open_database
from hallctl.ledger.dossiers.dossier_lookup import DossierRecord, dossier_of
from hallctl.web.addresses import Addresses
from hallctl.web.api.applicant_api import NOT_FOUND, looker_of, no_counter
from hallctl.web.door import answers
from hallctl.web.known.tokens import Tokens
from hallctl.web.tickets.dossier_facts import Sources, facts_of

FORM = re.compile(r"0[1-6]")
PAPERS = ("a4", "a5")


class FormSources(NamedTuple):
    """What forms are filled from."""

    controller: Controller
    plan: Plan
    applicants: Applicants
    ledger: Path
    addresses: Addresses


class FormApi:
    """Draws forms in threads of their own; each print is a look at the applicant, and logged."""

    def __init__(self, sources: FormSources, tokens: Tokens) -> None:
        self._sources = sources
        self._tokens = tokens

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take in the address."""
        router.add_get("/api/dossiers/{dossier}/forms/{form}.pdf", self.get)

    async def get(self, request: web.Request) -> web.Response:
        """The form as PDF on the paper asked for; A4 where it is on no smaller."""
        actor = self._tokens.actor(request)
        if actor is None or actor.role is not Role.COUNTER:
            return no_counter(actor)
        number, paper = request.match_info["form"], request.query.get("paper", "a4")
        if paper not in PAPERS:
            return answers.malformed(ValueError("paper is a4 or a5 - at `$.paper`"))
        if not FORM.fullmatch(number):
            return answers.not_found("form")
        await self._sources.controller.settled()
        hall = self._sources.controller.hall
        try:
            dossier = known_dossier(hall, request.match_info["dossier"])
        except Refused as refused:
            return answers.refused(refused, NOT_FOUND)
        by = looker_of(self._sources.controller, actor)
        zone = hall.dossiers.timezone(dossier)
        link = self._sources.addresses.link_to_dossier(dossier.dossier)

        def draw() -> bytes | None:
            record = self._record(dossier.dossier)
            applicant = self._sources.applicants.printed(dossier.dossier, by, number)
            sources = Sources(self._sources.plan, dossier, record, zone, link)
            form = filled(number, facts_of(sources, applicant))
            if form is None:
                return None
            return draw_form(form, "a5" if paper in sizes_of(form) and paper == "a5" else "a4")

        try:
            pdf = await asyncio.to_thread(draw)
        except FormError as error:
            return answers.not_found(f"form: {error}")
        return answers.not_found("form") if pdf is None else _pdf(pdf, dossier.dossier, number)

    def _record(self, code: str) -> DossierRecord:
        database = open_database(self._sources.ledger, read_only=True)
        try:
            record = dossier_of(database, code)
        finally:
            database.close()
        if record is None:  # the ledger is written with the fact itself
            raise LookupError(code)
        return record


def _pdf(body: bytes, dossier: str, number: str) -> web.Response:
    return web.Response(
        body=body,
        content_type="application/pdf",
        headers={
            "Cache-Control": "no-store",
            "Content-Disposition": f'inline; filename="{dossier}-{number}.pdf"',
        },
    )
