"""``/ratings``: signs of self-rating with their evidence, and comments to be let out or kept back."""

import asyncio
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from aiohttp import web

from hallctl.complaints.comments import Comment, Comments, CommentState
from hallctl.core.commands import StrikeRating
from hallctl.core.permissions import Sight, may_see, may_send
from hallctl.core.self_rating import RatedVisit, Sign, signs_of
from hallctl.ledger.period import Period
from hallctl.ledger.visits.rating_ledger import ratings_of
from hallctl.people.record import Kind
from hallctl.people.sessions import Person
from hallctl.web.door.forms_in import form_of
from hallctl.web.known.staff import Staff
from hallctl.web.ledger_reader import LedgerReader
from hallctl.web.site import Site

LOOKED_BACK = timedelta(days=30)
MOST_SIGNS = 60


class SignLine(NamedTuple):
    """A sign, and how long after its visit each rating came."""

    sign: Sign
    visits: tuple[tuple[RatedVisit, float, float], ...]
    """With seconds at the counter, and from the end to the rating."""


class RatingPages:
    """Shows both to whoever may see ratings."""

    def __init__(
        self,
        site: Site,
        ledger: LedgerReader,
        comments: Comments,
        staff: Staff,
        today: Callable[[], date],
    ) -> None:
        self._site = site
        self._ledger = ledger
        self._comments = comments
        self._staff = staff
        self._today = today

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/ratings", self._staff.guard(Sight.RATINGS, self.get))
        router.add_post("/ratings/comments", self._staff.guard(Sight.RATINGS, self.decide))

    async def get(self, request: web.Request, person: Person) -> web.Response:
        """The page."""
        period = Period(self._today() - LOOKED_BACK, self._today())
        ratings = await self._ledger.ask(lambda ledger: ratings_of(ledger, period))
        signs = signs_of(ratings, self._site.plan.signs)
        signs.sort(key=lambda one: one.day, reverse=True)
        said = {
            "period": period,
            "rated": len(ratings),
            "signs": [_line(one) for one in signs[:MOST_SIGNS]],
            "more": max(0, len(signs) - MOST_SIGNS),
            "comments": await asyncio.to_thread(self._comments.every),
            "may_strike": may_send(person.role, StrikeRating),
            "may_set": may_see(person.role, Sight.STATIONS),
            "person": person,
        }
        return self._site.page(request, "office/ratings.html", said)

    async def decide(self, request: web.Request, person: Person) -> web.StreamResponse:
        """Let the public read a comment, or keep it back."""
        form = await form_of(request, person)
        try:
            state = CommentState(form.get("state", ""))
        except ValueError as error:
            raise web.HTTPBadRequest from error
        visit = form.get("visit", "")
        await self._staff.note(request, Kind.LOOKED_AT, person.account, f"comment {visit}: {state}")
        if not await asyncio.to_thread(self._comments.decide, visit, state):
            raise web.HTTPNotFound
        raise web.HTTPSeeOther("/ratings#comments")


def published(comments: Comments, most: int = 5) -> list[Comment]:
    """What the public reads."""
    return comments.public(most)


def _line(sign: Sign) -> SignLine:
    return SignLine(
        sign,
        tuple(
            (
                one,
                (one.finished_at - one.called_at) / 1000,
                (one.rated_at - one.finished_at) / 1000,
            )
            for one in sign.visits
        ),
    )
