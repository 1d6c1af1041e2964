"""``/inbox``: complaints with their clocks, for the inspector; looking at one is written down."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID, uuid4

import msgspec
from aiohttp import web

from hallctl.complaints.words import Text
from hallctl.core import commands
from hallctl.core.commands.command import Reason
from hallctl.core.commands.complaint_commands import Finding
from hallctl.core.complaint_life import COMPLAINT_LIFE, ComplaintStep
from hallctl.core.hall.complaint_shelf import Complaint
from hallctl.core.permissions import Actor, Sight, may_send
from hallctl.people.record import Kind
from hallctl.people.sessions import Person
from hallctl.web.desks.complaint_desk import ComplaintDesk, Filed
from hallctl.web.door.forms_in import form_of
from hallctl.web.known.staff import Staff
from hallctl.web.office.complaint_cameras import ComplaintCameras
from hallctl.web.public.complaint_pages import WITHOUT_HASH
from hallctl.web.site import Site

STEPS: dict[str, tuple[ComplaintStep, type[commands.ComplaintCommand]]] = {
    "forward": (ComplaintStep.FORWARD, commands.ForwardComplaint),
    "refuse": (ComplaintStep.REFUSE, commands.RefuseComplaint),
    "ask": (ComplaintStep.ASK_MORE, commands.AskComplainant),
    "answer": (ComplaintStep.ANSWER, commands.AnswerComplaint),
    "publish": (ComplaintStep.PUBLISH, commands.PublishAnswer),
}
"""Which forms the page has, for which step and command."""
FINDINGS: tuple[Finding, ...] = ("right", "partly", "wrong")


class _Act(msgspec.Struct, frozen=True, kw_only=True, tag_field="step"):
    """What a form of the page sends."""

    id: UUID


class _Forward(_Act, frozen=True, kw_only=True, tag="forward"):
    department: str = ""


class _Refuse(_Act, frozen=True, kw_only=True, tag="refuse"):
    reason: Reason


class _Ask(_Act, frozen=True, kw_only=True, tag="ask"):
    question: Reason


class _Answer(_Act, frozen=True, kw_only=True, tag="answer"):
    finding: Finding
    words: Text


class _Publish(_Act, frozen=True, kw_only=True, tag="publish"):
    pass


_ANY_ACT = _Forward | _Refuse | _Ask | _Answer | _Publish


class Line(NamedTuple):
    """One complaint in the list, and how its clock stands."""

    one: Complaint
    tone: str
    """bad: late; warn: due today; plain."""


class InboxPages:
    """Shows the inbox; what is done in it goes through the one writer like everything else."""

    def __init__(
        self,
        site: Site,
        desk: ComplaintDesk,
        staff: Staff,
        today: Callable[[], date],
        cameras: ComplaintCameras,
    ) -> None:
        self._site = site
        self._cameras = cameras
        self._today = today
        self._desk = desk
        self._staff = staff

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        guard = self._staff.guard
        router.add_get("/inbox", guard(Sight.INBOX, self.all))
        router.add_get("/inbox/{complaint}", guard(Sight.INBOX, self.one))
        router.add_post("/inbox/{complaint}", guard(Sight.INBOX, self.act))

    async def all(self, request: web.Request, _person: Person) -> web.Response:
        """Open ones, the most urgent first; then those that are over, newest first."""
        waiting = await self._desk.open()
        over = [one for one in await self._desk.every() if not COMPLAINT_LIFE[one.state]]
        today = self._today()
        said = {
            "waiting": [Line(one, tone_of(one, today)) for one in waiting],
            "over": over[:100],
            "places": self._site.plan.departments,
        }
        return self._site.page(request, "office/inbox.html", said)

    async def one(self, request: web.Request, person: Person) -> web.Response:
        """One complaint, its words and who wrote it."""
        return await self._one(request, person)

    async def act(self, request: web.Request, person: Person) -> web.StreamResponse:
        """What the inspector does about it."""
        form = await form_of(request, person)
        complaint = await self._found(request)
        if form.get("step") == "still":
            if not await self._cameras.take(request, person, form.get("camera", "")):
                return await self._one(request, person, why="inbox_camera_failed")
            raise web.HTTPSeeOther(request.path)
        by = Actor(person.account, person.role, official=person.name)
        try:
            done = await self._done(form, complaint, by)
        except ValueError:
            return await self._one(request, person, "inbox_form_wrong", form)
        if done.refused:
            return await self._one(request, person, "inbox_refused", form)
        raise web.HTTPSeeOther(request.path)

    async def _done(self, form: Mapping[str, str], complaint: Complaint, by: Actor) -> Filed:
        act = msgspec.convert(form, _ANY_ACT, strict=False)
        wish, code, desk = act.id, complaint.complaint, self._desk
        match act:
            case _Forward(department=department):
                to = department or None
                return await desk.act(
                    commands.ForwardComplaint(command_id=wish, complaint=code, department=to), by
                )
            case _Refuse(reason=reason):
                return await desk.act(
                    commands.RefuseComplaint(command_id=wish, complaint=code, reason=reason), by
                )
            case _Ask(question=question):
                return await desk.act(
                    commands.AskComplainant(command_id=wish, complaint=code, question=question), by
                )
            case _Answer(finding=finding, words=words):
                answer = commands.AnswerComplaint(
                    command_id=wish, complaint=code, finding=finding, digest=WITHOUT_HASH
                )
                return await desk.answer(answer, words.strip(), by)
            case _:
                return await desk.act(commands.PublishAnswer(command_id=wish, complaint=code), by)

    async def _found(self, request: web.Request) -> Complaint:
        complaint = await self._desk.find(request.match_info["complaint"].upper())
        if complaint is None:
            raise web.HTTPNotFound
        return complaint

    async def _one(
        self,
        request: web.Request,
        person: Person,
        why: str = "",
        typed: Mapping[str, str] | None = None,
    ) -> web.Response:
        complaint = await self._found(request)
        await self._staff.note(request, Kind.LOOKED_AT, person.account, complaint.complaint)
        may = [
            name
            for name, (step, command) in STEPS.items()
            if step in COMPLAINT_LIFE[complaint.state] and may_send(person.role, command)
        ]
        today = self._today()
        said = {
            "one": complaint,
            "tone": tone_of(complaint, today),
            "spoken": await self._desk.spoken(complaint),
            "complainant": self._desk.words.complainant(complaint.digest),
            "departments": self._site.plan.departments,
            "findings": FINDINGS,
            "footage": await self._cameras.of(complaint),
            "steps": may,
            "form_key": person.form_key,
            "wish": str(uuid4()),
            "why": why,
            "typed": typed or {},
        }
        return self._site.page(request, "office/complaint.html", said, 422 if why else 200)


def tone_of(complaint: Complaint, today: date) -> str:
    """How urgent it is: bad where it is late, warn where it is due today."""
    due = complaint.due_by
    if due is None or due > today:
        return "plain"
    return "bad" if due < today else "warn"
