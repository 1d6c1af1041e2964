"""``POST /api/comments``: what a visitor writes beside the marks, from the ticket's own page."""

import asyncio

import msgspec
from aiohttp import web

from hallctl.complaints.comments import Comment, Comments, Text
from hallctl.controller import Controller
from hallctl.core.drawing.ticket_drawing import comment_until
from hallctl.core.hall import PastRating, Ticket
from hallctl.core.permissions import Role
from hallctl.core.plan import Plan
from hallctl.web.door import answers
from hallctl.web.known.tokens import Tokens

CONFLICT = 409


class _Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: Text


class CommentApi:
    """Takes comments of rated visits: one each, while the visit may be rated."""

    def __init__(
        self, controller: Controller, plan: Plan, comments: Comments, tokens: Tokens
    ) -> None:
        self._controller = controller
        self._plan = plan
        self.kept = comments
        self._tokens = tokens

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_post("/api/comments", self.post)

    async def post(self, request: web.Request) -> web.Response:
        """Keep it; asked twice it is kept once."""
        actor = self._tokens.actor(request)
        if actor is None:
            return answers.unknown_token()
        if actor.role is not Role.CITIZEN:
            return answers.not_allowed(actor.role)
        try:
            written = msgspec.json.decode(await request.read(), type=_Written)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            return answers.malformed(error)
        await self._controller.settled()
        ticket = self._controller.hall.tickets.get(actor.ticket)
        rating = self._controller.hall.ratings.get(actor.ticket)
        if ticket is None or rating is None or not self._may_write(ticket):
            return _refused("comment_not_taken")
        comment = _comment(ticket, rating, written.words.strip(), self._controller.now())
        if not await asyncio.to_thread(self.kept.keep, comment):
            return _refused("already_commented")
        return answers.json_response(b'{"kept":true}')

    def _may_write(self, ticket: Ticket) -> bool:
        return comment_until(self._plan, ticket, self._controller.now()) is not None


def _comment(ticket: Ticket, rating: PastRating, words: str, at: int) -> Comment:
    return Comment(
        visit=ticket.visit,
        number=ticket.number,
        counter=rating.counter,
        official=rating.official,
        result=rating.result,
        attitude=rating.attitude,
        words=words,
        written_at=at,
    )


def _refused(code: str) -> web.Response:
    body = msgspec.json.encode({"refused": code, "details": {}})
    return answers.json_response(body, CONFLICT)
