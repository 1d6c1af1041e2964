"""``/account`` and ``/password``: who is signed in, where they may go, a new password."""

from functools import partial

from aiohttp import web

from hallctl.core.permissions import Actor
from hallctl.people.registry import SecretRefusedError
from hallctl.people.sessions import Person
from hallctl.people.signing_in import Attempt, NotAdmittedError, Why
from hallctl.web.door.forms_in import form_of
from hallctl.web.known.staff import Staff, address_of, device_of, onward_of, remember
from hallctl.web.pages import Pages, Sheet
from hallctl.web.pages.reader_language import keep_language, language_of
from hallctl.web.signing_in.people_words import WORDS
from hallctl.web.site import WORDS as SITE_WORDS
from hallctl.web.site import ways_of

SEE_OTHER, FORBIDDEN, UNPROCESSABLE = 303, 403, 422


class AccountPage:
    """What everybody who is signed in may see and change of their own account."""

    def __init__(self, staff: Staff, pages: Pages) -> None:
        self._staff = staff
        self._pages = pages
        staff.turn_away = self.turn_away

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses of one's own account."""
        router.add_get("/account", self.get)
        router.add_get("/password", self.get_password)
        router.add_post("/password", self.post_password)

    async def get(self, request: web.Request) -> web.StreamResponse:
        """Who is signed in, and the pages of their role."""
        person = self._staff.signed_in(request)
        own = [way for way in ways_of(Actor(person.account, person.role)) if way.sight]
        about = {
            "places": own,
            "named": SITE_WORDS[language_of(request)],
            "is_changed": "changed" in request.query,
        }
        return self._page(request, person, "account.html", about)

    async def get_password(self, request: web.Request) -> web.StreamResponse:
        """The form for a new password."""
        return self._password_page(request, self._staff.signed_in(request), "", 200)

    async def post_password(self, request: web.Request) -> web.StreamResponse:
        """A new password: every other session ends, this browser gets a new one."""
        person = self._staff.signed_in(request)
        form = await form_of(request, person)
        new = form.get("new", "")
        if new != form.get("again", ""):
            return self._password_page(request, person, "password_unlike", UNPROCESSABLE)
        place, device = address_of(request), device_of(request)
        old = Attempt(person.account, form.get("old", ""), place, device)
        try:
            change = partial(self._change, person, new)
            token = await self._staff.hashed(change, old, self._staff.now())
        except NotAdmittedError as no:
            why = no.why.value if no.why in {Why.WAIT, Why.BUSY} else "password_wrong"
            return self._password_page(request, person, why, UNPROCESSABLE)
        except SecretRefusedError as refused:
            return self._password_page(request, person, refused.rule, UNPROCESSABLE)
        first = onward_of(request, "/account?changed")
        onward = web.Response(status=SEE_OTHER, headers={"Location": first})
        remember(request, onward, token, "")
        return onward

    def turn_away(self, request: web.Request, person: Person) -> web.StreamResponse:
        """The page for somebody who may not see what they opened."""
        return self._page(request, person, "not_yours.html", {}, FORBIDDEN)

    def _change(self, person: Person, new: str, old: Attempt, at: int) -> str:
        people = self._staff.people
        if not person.must_change:  # whoever must has just proved it, and may do nothing else
            people.signing_in.by_password(old, at)  # a wrong one counts towards the lock-out
        people.registry.choose_password(old.account, new, at)
        return people.signing_in.by_password(old._replace(secret=new), at).token

    def _password_page(
        self, request: web.Request, person: Person, why: str, status: int
    ) -> web.Response:
        about: dict[str, object] = {"why": why, "onward": onward_of(request, "")}
        return self._page(request, person, "password.html", about, status)

    def _page(
        self,
        request: web.Request,
        person: Person,
        template: str,
        about: dict[str, object],
        status: int = 200,
    ) -> web.Response:
        language = language_of(request)
        sheet = Sheet(template, WORDS, language, status, has_form=True)
        response = self._pages.page(
            request, sheet, about | {"person": person, "hall": self._pages.hall}
        )
        keep_language(request, response, language)
        return response
