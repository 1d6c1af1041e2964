"""``/login`` and ``/logout``: name and password in, a session out."""

import asyncio
from typing import NamedTuple
from urllib.parse import urlencode

from aiohttp import web

from hallctl.people import record, sessions
from hallctl.people.record import Kind, Line
from hallctl.people.signing_in import Attempt, NotAdmittedError, Why
from hallctl.web.door.forms_in import form_of
from hallctl.web.known.staff import (
    Staff,
    address_of,
    device_of,
    forget,
    onward_of,
    remember,
    session_of,
)
from hallctl.web.pages import Pages, Sheet
from hallctl.web.pages.lexicon import other_language
from hallctl.web.pages.reader_language import keep_language, language_of
from hallctl.web.signing_in.people_words import WORDS
from hallctl.web.signing_in.places import first_place

SEE_OTHER, UNAUTHORIZED = 303, 401
STATUS = {Why.WAIT: 429, Why.BUSY: 503}


class Said(NamedTuple):
    """What the page says besides the form itself."""

    account: str = ""
    why: str = ""
    wait_s: int = 0
    status: int = 200


class SignInPage:
    """Lets people in by name and password."""

    def __init__(self, staff: Staff, pages: Pages) -> None:
        self._staff = staff
        self._pages = pages

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses of signing in and out."""
        router.add_get("/login", self.get)
        router.add_post("/login", self.post)
        router.add_post("/logout", self.leave)

    async def get(self, request: web.Request) -> web.StreamResponse:
        """The form; whoever is signed in goes on."""
        person = self._staff.person(request)
        if person is not None:
            raise web.HTTPSeeOther(onward_of(request, first_place(person.role)))
        return self._page(request, Said())

    async def post(self, request: web.Request) -> web.StreamResponse:
        """Try to sign in."""
        form = await form_of(request)
        account = form.get("account", "").strip().casefold()
        attempt = Attempt(
            account, form.get("password", ""), address_of(request), device_of(request)
        )
        try:
            admitted = await self._staff.hashed(
                self._staff.people.signing_in.by_password, attempt, self._staff.now()
            )
        except NotAdmittedError as no:
            status = STATUS.get(no.why, UNAUTHORIZED)
            return self._page(request, Said(account, no.why, no.wait_s, status))
        first = first_place(admitted.account.role)
        onward = web.Response(status=SEE_OTHER, headers={"Location": onward_of(request, first)})
        remember(request, onward, admitted.token, admitted.device)
        return onward

    async def leave(self, request: web.Request) -> web.StreamResponse:
        """Sign out."""
        person = self._staff.person(request)
        if person is not None:
            await form_of(request, person)
            token = session_of(request)
            line = Line(self._staff.now(), Kind.SIGNED_OUT, person.account, address_of(request))
            await asyncio.to_thread(self._end, token, line)
        gone = web.Response(status=SEE_OTHER, headers={"Location": "/login"})
        forget(request, gone)
        return gone

    def _end(self, token: str, line: Line) -> None:
        with self._staff.people.store.writing() as database:
            sessions.end(database, token)
            record.note(database, line)

    def _page(self, request: web.Request, said: Said) -> web.Response:
        language = language_of(request)
        sheet = Sheet("sign_in.html", WORDS, language, said.status, has_form=True)
        here = {"next": request.query.get("next", ""), "lang": language}
        there = here | {"lang": other_language(language)}
        about: dict[str, object] = {"said": said, "hall": self._pages.hall}
        links = {"action": f"?{urlencode(here)}", "switch": f"?{urlencode(there)}"}
        response = self._pages.page(request, sheet, about | links)
        keep_language(request, response, language)
        if said.wait_s:
            response.headers["Retry-After"] = str(said.wait_s)
        return response
