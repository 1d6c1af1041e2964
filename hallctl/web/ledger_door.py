"""Questions to the ledger for officials: who may ask, and what the answer is where there is none."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import TypeVar

from aiohttp import web
from sqlite_utils import Database

from hallctl.core.permissions import Actor, Sight
from hallctl.core.refusals import Refusal, Refused
from hallctl.core.scopes import may_look
from hallctl.forms.errors import FormError
from hallctl.web.door import answers
from hallctl.web.known.tokens import Tokens
from hallctl.web.ledger_reader import LedgerReader

NOT_ALLOWED = 403
LANGUAGES = ("vi", "en")
T = TypeVar("T")
Handler = Callable[[web.Request], Awaitable[web.Response]]


class Unanswered(Exception):  # noqa: N818 - an answer, not an error
    """There is nothing to tell; carries the response that says why."""

    def __init__(self, response: web.Response) -> None:
        super().__init__(response.status)
        self.response = response


class LedgerDoor:
    """Lets officials ask, and nobody else."""

    def __init__(self, ledger: LedgerReader, tokens: Tokens) -> None:
        self._ledger = ledger
        self._tokens = tokens

    def official(self, request: web.Request) -> Actor:
        """Whoever asks and may see dossiers. Raises :class:`Unanswered`."""
        actor = self._tokens.actor(request)
        if actor is None:
            raise Unanswered(answers.unknown_token())
        if not may_look(actor, Sight.DOSSIERS):
            refused = Refused(Refusal.NOT_ALLOWED, role=actor.role)
            raise Unanswered(answers.refused(refused, NOT_ALLOWED))
        return actor

    async def ask(self, question: Callable[[Database], T]) -> T:
        """The answer as the disk has it. What can't be drawn is malformed."""
        try:
            return await self._ledger.ask(question)
        except FormError as error:
            raise Unanswered(answers.malformed(error)) from error


def answering(handler: Handler) -> Handler:
    """The handler, with :class:`Unanswered` turned into its response."""

    async def answer(request: web.Request) -> web.Response:
        try:
            return await handler(request)
        except Unanswered as nothing:
            return nothing.response

    return answer


def day_asked(request: web.Request, name: str, otherwise: date) -> date:
    """The day in the query. Raises :class:`Unanswered` for what is none."""
    try:
        return date.fromisoformat(request.query.get(name, otherwise.isoformat()))
    except ValueError as error:
        wrong = ValueError(f"{name} is a day such as 2026-11-23 - at `$.{name}`")
        raise Unanswered(answers.malformed(wrong)) from error


def language_asked(request: web.Request) -> str:
    """Vietnamese, unless the query says otherwise. Raises :class:`Unanswered`."""
    language = request.query.get("lang", "vi")
    if language not in LANGUAGES:
        raise Unanswered(answers.malformed(ValueError("lang is vi or en - at `$.lang`")))
    return language


def pdf_response(pdf: bytes, name: str) -> web.Response:
    """A paper to look at and to print, never cached."""
    return web.Response(
        body=pdf,
        content_type="application/pdf",
        headers={
            "Cache-Control": "no-store",
            "Content-Disposition": f'inline; filename="{name}.pdf"',
            "X-Content-Type-Options": "nosniff",
        },
    )
