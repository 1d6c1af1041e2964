"""``/people``: the administrator adds accounts, gives out one-time codes, locks and removes."""

import asyncio

from aiohttp import web

from hallctl.core.permissions import PEOPLE, Role, Sight
from hallctl.people.accounts import Account, AccountError
from hallctl.people.registry import SecretRefusedError
from hallctl.people.sessions import Person
from hallctl.web.door.forms_in import form_of
from hallctl.web.known.staff import Staff
from hallctl.web.site import Site

SEE_OTHER, REFUSED = 303, 409
DONE = frozenset({"lock", "unlock", "remove", "pin", "badge"})


class PeoplePage:
    """Accounts and their roles; a code is shown once, in the answer to whoever asked for it."""

    def __init__(self, site: Site, staff: Staff) -> None:
        self._site = site
        self._staff = staff

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/people", self._staff.guard(Sight.PEOPLE, self.get))
        router.add_post("/people", self._staff.guard(Sight.PEOPLE, self.post))

    async def get(self, request: web.Request, person: Person) -> web.StreamResponse:
        """The page."""
        done = request.query.get("done", "")
        return self._page(request, person, {"done": done if done in DONE else ""})

    async def post(self, request: web.Request, person: Person) -> web.StreamResponse:
        """One act of the page's forms."""
        form = await form_of(request, person)
        act, account = form.get("act", ""), form.get("account", "").strip().casefold()
        if account == person.account and act in {"lock", "remove"}:
            said: dict[str, object] = {"trouble": "own_account", "form": form}
            return self._page(request, person, said, REFUSED)
        try:
            code = await asyncio.to_thread(self._act, act, form, account, person.account)
        except (AccountError, SecretRefusedError) as refused:
            return self._page(request, person, {"trouble": refused.rule, "form": form}, REFUSED)
        if code:
            return self._page(request, person, {"code": code, "code_of": account})
        raise web.HTTPSeeOther(f"/people?done={act if act in DONE else ''}")

    def _act(self, act: str, form: dict[str, str], account: str, by: str) -> str:
        registry, at = self._staff.people.registry, self._staff.now()
        match act:
            case "add":
                return registry.add(self._new(form, account), by, at)
            case "code":
                return registry.renew_code(account, by, at)
            case "lock":
                registry.lock(account, by, at)
            case "unlock":
                registry.unlock(account, by, at)
            case "remove":
                registry.remove(account, by, at)
            case "pin":
                registry.choose_pin(account, form.get("pin", ""), by, at)
            case "badge":
                registry.give_badge(account, form.get("badge", ""), by, at)
        return ""

    def _new(self, form: dict[str, str], account: str) -> Account:
        role, department = form.get("role", ""), form.get("department", "")
        known = {one.department for one in self._site.plan.departments}
        if role not in PEOPLE or (department and department not in known):
            raise AccountError("role_unknown", "no such role or department")
        return Account(
            account=account, name=form.get("person", ""), role=Role(role), department=department
        )

    def _page(
        self, request: web.Request, person: Person, said: dict[str, object], status: int = 200
    ) -> web.Response:
        about = {
            "person": person,
            "accounts": self._staff.people.registry.everybody(),
            "roles": PEOPLE,
            "departments": self._site.plan.departments,
            "done": "",
            "trouble": "",
            "code": "",
            "code_of": "",
            "form": {},
        }
        return self._site.page(request, "office/people.html", about | said, status)
