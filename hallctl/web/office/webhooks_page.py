"""``/webhooks``: which systems are told, how far they have got, every post; tested and replayed by hand."""

import asyncio

from aiohttp import web

from hallctl.core.permissions import Sight
from hallctl.people.sessions import Person
from hallctl.web.door.forms_in import BadFormError, form_of
from hallctl.web.known.staff import Staff
from hallctl.web.site import Site
from hallctl.webhooks.sending import Webhooks

SHOWN = 200
UNPROCESSABLE = 422


class WebhooksPage:
    """The log of posts, and two buttons a webhook."""

    def __init__(self, site: Site, staff: Staff, webhooks: Webhooks) -> None:
        self._site = site
        self._staff = staff
        self._webhooks = webhooks

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/webhooks", self._staff.guard(Sight.STATIONS, self.get))
        router.add_post("/webhooks", self._staff.guard(Sight.STATIONS, self.post))

    async def get(self, request: web.Request, person: Person) -> web.StreamResponse:
        """The page."""
        return await self._page(request, person, "")

    async def post(self, request: web.Request, person: Person) -> web.StreamResponse:
        """Test a webhook, or owe it facts once more."""
        form = await form_of(request, person)
        name = form.get("name", "")
        if name not in self._webhooks.hooks:
            raise BadFormError
        if form.get("act") == "test":
            answered = await self._webhooks.test(name)
            return await self._page(request, person, f"{name}: {answered.answer}")
        try:
            first, last = int(form.get("first", "")), int(form.get("last", ""))
        except ValueError as error:
            raise BadFormError from error
        count = await self._webhooks.replay(name, first, last)
        return await self._page(request, person, f"{name}: {count}")

    async def _page(self, request: web.Request, person: Person, told: str) -> web.StreamResponse:
        posts = await asyncio.to_thread(self._webhooks.posts.newest, SHOWN)
        owed = {
            name: await asyncio.to_thread(self._webhooks.posts.owed, name)
            for name in self._webhooks.hooks
        }
        said = {
            "hooks": list(self._webhooks.hooks.values()),
            "posts": posts,
            "owed": owed,
            "answer": told,
            "form_key": person.form_key,
        }
        return self._site.page(request, "office/webhooks.html", said)
