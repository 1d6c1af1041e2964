"""``/guide`` of a machine without a hall: its code, its questions one page each, and then the hall."""

import asyncio
from collections.abc import Callable, Mapping
from typing import NamedTuple

from aiohttp import web

from hallctl.core.plan import Words
from hallctl.reports.saying import Saying
from hallctl.settings.problems import Problem
from hallctl.web.door.forms_in import BadFormError, fields_of
from hallctl.web.first_run.door import GuideDoor
from hallctl.web.first_run.steps import (
    STEPS,
    Draft,
    Form,
    Offer,
    answered,
    first_draft,
    of_step,
    one,
)
from hallctl.web.known.staff import SESSION
from hallctl.web.pages import Pages, Sheet
from hallctl.web.pages.reader_language import REMEMBERED, keep_language, language_of
from hallctl.web.site import WORDS

ACCOUNT = "account"
ALL_STEPS = (*STEPS, ACCOUNT)
PAPER_STEPS = ("kiosk", "ticket")
"""What is left once the hall is there."""
UNPROCESSABLE = 422


class FirstAdministrator(NamedTuple):
    """Who is to run the hall's set-up, as typed."""

    account: str
    name: str
    password: str


class CannotBeginError(Exception):
    """The hall could not be made: the account's ``rule`` is broken, or the settings' problems."""

    def __init__(self, rule: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(rule)
        self.rule = rule
        self.problems = problems


class Making(NamedTuple):
    """How a hall is made of answers; slow where the disk is, so not for the event loop."""

    offers: Mapping[str, Offer]
    problems: Callable[[Draft], tuple[Problem, ...]]
    make: Callable[[Draft, FirstAdministrator, str], str]
    """Gives the cookie of the administrator's session; raises :class:`CannotBeginError`."""
    done: Callable[[], None]


class GuidePages:
    """Asks, checks each answer against the whole hall, and makes it."""

    def __init__(self, pages: Pages, door: GuideDoor, making: Making) -> None:
        self._pages = pages
        self._door = door
        self._making = making
        self._draft = first_draft(making.offers, next(iter(making.offers)))

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/", self.start)
        router.add_get("/guide", self.start)
        router.add_post("/guide", self.enter)
        router.add_get("/guide/{step}", self.get)
        router.add_post("/guide/{step}", self.post)

    async def start(self, request: web.Request) -> web.StreamResponse:
        """The code's page; with the right code in the address it opens by itself."""
        shown = request.query.get("code", "")
        if shown and self._door.try_code(shown):
            return self._let_in()
        if self._door.is_open_to(request):
            raise web.HTTPSeeOther(f"/guide/{STEPS[0]}")
        return self._page(request, "first_run/code.html", {"wrong": bool(shown)})

    async def enter(self, request: web.Request) -> web.StreamResponse:
        """The code, typed."""
        form = await fields_of(request, None)
        if self._door.try_code(one(form, "code")):
            return self._let_in()
        return self._page(request, "first_run/code.html", {"wrong": True}, UNPROCESSABLE)

    async def get(self, request: web.Request) -> web.StreamResponse:
        """One step's questions, with what was answered or is proposed."""
        return self._step(request, self._known(request))

    async def post(self, request: web.Request) -> web.StreamResponse:
        """One step's answers: on to the next, or back with what is wrong."""
        step = self._known(request)
        form = await fields_of(request, self._door.form_key)
        if step == ACCOUNT:
            return await self._make(request, form)
        try:
            self._draft = answered(self._draft, step, form, self._making.offers)
        except KeyError as error:
            raise BadFormError from error
        found = of_step(step, await asyncio.to_thread(self._making.problems, self._draft))
        if found:
            return self._step(request, step, {"problems": found}, UNPROCESSABLE)
        raise web.HTTPSeeOther(f"/guide/{ALL_STEPS[ALL_STEPS.index(step) + 1]}")

    async def _make(self, request: web.Request, form: Form) -> web.StreamResponse:
        first = FirstAdministrator(
            one(form, "account").casefold(), one(form, "person"), (form.get("password") or [""])[-1]
        )
        said: dict[str, object] = {"account": first.account, "person": first.name}
        if first.password != (form.get("again") or [""])[-1]:
            return self._step(request, ACCOUNT, said | {"rule": "password_unlike"}, UNPROCESSABLE)
        try:
            token = await asyncio.to_thread(
                self._making.make, self._draft, first, request.remote or ""
            )
        except CannotBeginError as error:
            said |= {"rule": error.rule, "problems": error.problems}
            return self._step(request, ACCOUNT, said, UNPROCESSABLE)
        response = self._page(request, "first_run/made.html", {"step": ACCOUNT})
        response.set_cookie(SESSION, token, path="/", httponly=True, samesite="Strict")
        self._making.done()
        return response

    def _let_in(self) -> web.StreamResponse:
        response = web.Response(status=303, headers={"Location": f"/guide/{STEPS[0]}"})
        self._door.let_in(response)
        return response

    def _known(self, request: web.Request) -> str:
        if not self._door.is_open_to(request):
            raise web.HTTPSeeOther("/guide")
        step = request.match_info["step"]
        if step not in ALL_STEPS:
            raise web.HTTPNotFound
        return step

    def _step(
        self,
        request: web.Request,
        step: str,
        said: Mapping[str, object] | None = None,
        status: int = 200,
    ) -> web.Response:
        offers = self._making.offers
        about: dict[str, object] = {
            "step": step,
            "before": ALL_STEPS[ALL_STEPS.index(step) - 1] if step != STEPS[0] else "",
            "draft": self._draft,
            "begun": self._draft.begun,
            "offers": offers,
            "offer": offers[self._draft.kind],
            "form_key": self._door.form_key,
            "problems": (),
            "rule": "",
            "account": "",
            "person": "",
        }
        return self._page(request, f"first_run/{step}.html", about | dict(said or {}), status)

    def _page(
        self, request: web.Request, template: str, said: Mapping[str, object], status: int = 200
    ) -> web.Response:
        language = language_of(request)
        frame: dict[str, object] = {
            "hall": Words(WORDS["vi"]["guide_hall"], WORDS["en"]["guide_hall"]),
            "authority": Words("hallctl", "hallctl"),
            "ways": (),
            "actor": None,
            "is_first_run": True,
            "steps": (*ALL_STEPS, *PAPER_STEPS),
            "say": Saying(language, "Asia/Ho_Chi_Minh"),
            "switch": f"{REMEMBERED}={'vi' if language == 'en' else 'en'}",
        }
        sheet = Sheet(template, WORDS, language, status, has_form=True)
        response = self._pages.page(request, sheet, frame | dict(said))
        keep_language(request, response, language)
        return response
