"""``/complaint``: complain or propose; ``/c/LINK``: what has become of it, for whoever filed it."""

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID, uuid4

import msgspec
from aiohttp import web

from hallctl.applicants.applicant import Email, PhoneToReach
from hallctl.complaints.words import Complainant, Short, Text
from hallctl.core import commands
from hallctl.core.commands.complaint_commands import About
from hallctl.core.complaint_life import ComplaintState
from hallctl.core.hall.complaint_shelf import Complaint
from hallctl.web.desks.complaint_desk import ComplaintDesk
from hallctl.web.door.forms_in import form_of
from hallctl.web.door.public_door import PLAIN
from hallctl.web.known.links import Links
from hallctl.web.site import Site

ABOUT: tuple[About, ...] = ("result", "conduct", "other")
ANSWERS_SHOWN = 20
WITHOUT_HASH = "0" * 64
"""Stands in a wish until its words are kept."""


class _Written(msgspec.Struct, frozen=True, kw_only=True):
    """What the form sends, checked."""

    id: UUID
    about: About
    words: Text
    name: Short = ""
    phone: PhoneToReach = ""
    email: Email = ""
    counter: str = ""
    department: str = ""


class _Answer(NamedTuple):
    """A published answer, as everybody may read it."""

    complaint: Complaint
    words: str


class ComplaintPages:
    """Takes complaints and shows each to whoever holds its link."""

    def __init__(self, site: Site, desk: ComplaintDesk, links: Links) -> None:
        self._site = site
        self._desk = desk
        self._links = links

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/complaint", self.form)
        router.add_post("/complaint", self.file)
        router.add_get("/c/{link:.*}", self.follow)
        router.add_post("/c/{link:.*}", self.add)

    async def form(self, request: web.Request) -> web.Response:
        """An empty form; behind a ticket's link it is about that visit."""
        return await self._form(request, {"ticket": request.query.get("t", "")})

    async def file(self, request: web.Request) -> web.StreamResponse:
        """File it and lead to its own page; what is wrong is said above what was written."""
        form = await form_of(request)
        try:
            typed = {name: value.strip() for name, value in form.items()}
            written = msgspec.convert(typed, _Written, strict=False)
        except msgspec.ValidationError as error:
            return await self._form(request, form, why=_wrong_with(str(error)))
        wish = commands.FileComplaint(
            command_id=written.id,
            about=written.about,
            digest=WITHOUT_HASH,
            department=written.department or None,
            counter=written.counter or None,
            visit=self._links.ticket(form.get("ticket", "")),
        )
        complainant = _who(written, request)
        filed = await self._desk.file(wish, written.words, complainant)
        if filed.refused == "unknown_visit":  # a ticket of another day: it is filed without it
            wish = msgspec.structs.replace(wish, command_id=uuid4(), visit=None)
            filed = await self._desk.file(wish, written.words, complainant)
        if filed.refused:
            return await self._form(request, form, why="complaint_not_taken")
        raise web.HTTPSeeOther(f"/c/{self._links.complaint_link(filed.complaint)}?new=1")

    async def follow(self, request: web.Request) -> web.Response:
        """What has become of it."""
        return await self._follow(request, await self._found(request))

    async def add(self, request: web.Request) -> web.StreamResponse:
        """The citizen tells more."""
        complaint, form = await self._found(request), await form_of(request)
        try:
            words = msgspec.convert(form.get("words", ""), Text)
            wish = UUID(form.get("id", ""))
        except ValueError:
            return await self._follow(request, complaint, form, "complaint_words_wrong")
        added = await self._desk.add(wish, complaint.complaint, words.strip())
        if added.refused:
            return await self._follow(request, complaint, form, "complaint_not_taken")
        raise web.HTTPSeeOther(request.path)

    async def _found(self, request: web.Request) -> Complaint:
        code = self._links.complaint(request.match_info["link"])
        complaint = await self._desk.find(code) if code else None
        if complaint is None:
            raise web.HTTPNotFound
        return complaint

    async def _form(
        self, request: web.Request, form: Mapping[str, str], why: str = ""
    ) -> web.Response:
        published = [
            one for one in await self._desk.every() if one.state is ComplaintState.PUBLISHED
        ]
        answers = [
            _Answer(one, (await self._desk.spoken(one)).answer) for one in published[:ANSWERS_SHOWN]
        ]
        said = {
            "form": {"about": "", **form},
            "wish": form.get("id") or str(uuid4()),
            "abouts": ABOUT,
            "counters": self._site.plan.counters,
            "departments": self._site.plan.departments,
            "answers": answers,
            "why": why,
            "may_leave_contact": PLAIN not in request,
        }
        return self._site.page(request, "public/complain.html", said, 422 if why else 200)

    async def _follow(
        self,
        request: web.Request,
        complaint: Complaint,
        form: Mapping[str, str] | None = None,
        why: str = "",
    ) -> web.Response:
        said = {
            "typed": (form or {}).get("words", ""),
            "one": complaint,
            "spoken": await self._desk.spoken(complaint),
            "department": next(
                (
                    one.name
                    for one in self._site.plan.departments
                    if one.department == complaint.department
                ),
                None,
            ),
            "is_new": "new" in request.query,
            "wish": str(uuid4()),
            "why": why,
        }
        return self._site.page(request, "public/complaint.html", said, 422 if why else 200)


def _who(written: _Written, request: web.Request) -> Complainant:
    """Nobody, where what was written came over plain HTTP: such a form does not ask."""
    if PLAIN in request:
        return Complainant()
    return Complainant(name=written.name, phone=written.phone, email=written.email)


def _wrong_with(error: str) -> str:
    """Which sentence tells what is wrong."""
    for field in ("about", "words", "phone", "email"):
        if f"$.{field}" in error or f"`{field}`" in error:
            return f"complaint_{field}_wrong"
    return "complaint_not_taken"
