"""``/api-tokens``: the administrator makes tokens for programs, sees when each was used, revokes them."""

import asyncio

from aiohttp import web

from hallctl.api_tokens.store import ApiTokens, TokenRefusedError
from hallctl.core.permissions import Sight
from hallctl.core.scopes import Scope
from hallctl.people.record import Kind
from hallctl.people.sessions import Person
from hallctl.web.door.forms_in import BadFormError, fields_of
from hallctl.web.known.staff import Staff
from hallctl.web.site import Site

REFUSED = 409


class TokensPage:
    """A token is shown once, in the answer to whoever asked for it; every act is in the record."""

    def __init__(self, site: Site, staff: Staff, tokens: ApiTokens) -> None:
        self._site = site
        self._staff = staff
        self._tokens = tokens

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/api-tokens", self._staff.guard(Sight.PEOPLE, self.get))
        router.add_post("/api-tokens", self._staff.guard(Sight.PEOPLE, self.post))

    async def get(self, request: web.Request, person: Person) -> web.StreamResponse:
        """The page."""
        return await self._page(request, person, {})

    async def post(self, request: web.Request, person: Person) -> web.StreamResponse:
        """Make one, or revoke one."""
        form = await fields_of(request, person.form_key)
        act, at = form.get("act", [""])[-1], self._staff.now()
        try:
            if act == "revoke":
                number = int(form.get("token", [""])[-1])
                await asyncio.to_thread(self._tokens.revoke, number, person.account, at)
                about = f"token {number}"
                await self._staff.note(request, Kind.TOKEN_REVOKED, person.account, about)
                raise web.HTTPSeeOther("/api-tokens")
            name, days = form.get("name", [""])[-1], int(form.get("days", [""])[-1])
        except ValueError as error:
            raise BadFormError from error
        scopes = form.get("scopes", [])
        try:
            made = await asyncio.to_thread(
                self._tokens.make, name, scopes, days, (person.account, at)
            )
        except TokenRefusedError as refused:
            return await self._page(request, person, {"trouble": refused.why}, REFUSED)
        about = f"{name}: {' '.join(sorted(scopes))}"
        await self._staff.note(request, Kind.TOKEN_MADE, person.account, about)
        return await self._page(request, person, {"made": made, "made_for": name})

    async def _page(
        self, request: web.Request, person: Person, said: dict[str, object], status: int = 200
    ) -> web.StreamResponse:
        about = {
            "tokens": await asyncio.to_thread(self._tokens.every),
            "scopes": list(Scope),
            "now": self._staff.now(),
            "made": "",
            "made_for": "",
            "trouble": "",
            "form_key": person.form_key,
        }
        return self._site.page(request, "office/tokens.html", about | said, status)
