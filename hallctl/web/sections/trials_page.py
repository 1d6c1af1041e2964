"""What a form of the set-up can't prove by itself: a letter, a message, a slip, a still, a backup, tried now."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from typing import NamedTuple

from aiohttp import web

from hallctl.backup_runs import BackupRuns, Kept, backups_of
from hallctl.command_ids import new_command_id
from hallctl.controller import Controller
from hallctl.core.commands import PrintTrial
from hallctl.core.drawing.hall_drawing import Equipment
from hallctl.core.equipment import Camera
from hallctl.core.permissions import Actor
from hallctl.core.views import StationUpkeep
from hallctl.hall_directory import HallDirectory
from hallctl.notices.errors import NotSentError
from hallctl.notices.gateway import Poster, ShortMessage
from hallctl.notices.mailing import Mailer, message_id
from hallctl.people.record import Kind
from hallctl.people.sessions import Person
from hallctl.settings import HallSettings
from hallctl.settings.office_rules.notices import is_address
from hallctl.web.door.forms_in import form_of
from hallctl.web.pages.page_files import UNKEPT
from hallctl.web.sections.section_pages import Beside, SectionPages
from hallctl.web.setup.setup_desk import SetupDesk, Told
from hallctl.web.site.refusal_words import in_words

SHOWN = 8
TRIAL = "trial"
A_MEGABYTE = 1_000_000
Shoot = Callable[[Camera], bytes]


class Means(NamedTuple):
    """What is tried: the settings the hall goes by, its writer, its backups, its stations and cameras."""

    settings: HallSettings
    controller: Controller
    backups: BackupRuns
    shoot: Shoot
    equipment: Callable[[], list[Equipment]]
    upkeep: Callable[[], tuple[StationUpkeep, ...]]


class Backup(NamedTuple):
    """A backup as the page lists it."""

    taken: datetime
    name: str
    size: str


class TrialsPage:
    """Takes the small forms beside those of the set-up."""

    def __init__(self, desk: SetupDesk, sections: SectionPages, means: Means) -> None:
        self._desk = desk
        self._sections = sections
        self._means = means
        self._home = HallDirectory(desk.directory)

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        guard = self._desk.guard
        router.add_post("/setup/telling/letter", guard(self.letter))
        router.add_post("/setup/telling/message", guard(self.message))
        router.add_post("/setup/machines/slip", guard(self.slip))
        router.add_post("/setup/backup/now", guard(self.back_up))
        router.add_get("/setup/machines/{camera}.jpg", guard(self.still))

    async def letter(self, request: web.Request, person: Person) -> web.StreamResponse:
        """A letter to whoever asks for it, by the mail server as it is set up now."""
        to = (await form_of(request, person)).get("to", "").strip()
        mail = self._means.settings.mail
        if not mail.host or not is_address(to):
            return await self._sorry(request, "telling", "no_server" if is_address(to) else "no_to")
        at = self._means.controller.now()
        mailer = Mailer(mail, await asyncio.to_thread(self._home.mail_password))
        try:
            await mailer.post(self._trial_letter(mail.sender, to, at))
        except NotSentError as error:
            return await self._sorry(request, "telling", "letter_not_sent", error.fault)
        raise web.HTTPSeeOther("/setup/telling?done=letter")

    async def message(self, request: web.Request, person: Person) -> web.StreamResponse:
        """A short message by the gateway, signed as every one is."""
        to = (await form_of(request, person)).get("to", "").strip()
        settings, at = self._means.settings, self._means.controller.now()
        if not settings.gateway.url or not to:
            return await self._sorry(request, "telling", "no_gateway" if to else "no_phone")
        poster = Poster(settings.gateway, await asyncio.to_thread(self._home.gateway_key))
        said = self._words(request)["trial_message_text"].format(hall=settings.plan.hall.vi)
        wanted = ShortMessage(
            notice=f"{TRIAL}-{at:x}", to=to, text=said, dossier="", kind=TRIAL, link=""
        )
        try:
            await poster.post(wanted, at)
        except NotSentError as error:
            return await self._sorry(request, "telling", "message_not_sent", error.fault)
        raise web.HTTPSeeOther("/setup/telling?done=message")

    async def slip(self, request: web.Request, person: Person) -> web.StreamResponse:
        """A trial ticket on a station's paper."""
        station = (await form_of(request, person)).get("station", "")
        language = self._desk.site.language(request)
        wish = PrintTrial(command_id=new_command_id(), station=station, language=language)
        actor = Actor(person.account, person.role, official=person.name)
        answer = await self._means.controller.submit(wish, actor)
        if answer.is_refusal:
            words = in_words(answer.body, language)
            return await self._sorry(request, "machines", "refused", words)
        raise web.HTTPSeeOther("/setup/machines?done=slip")

    async def back_up(self, request: web.Request, person: Person) -> web.StreamResponse:
        """A backup by the rule, at once; the page tells how it went."""
        await form_of(request, person)
        if not self._means.settings.backup.to:
            return await self._sorry(request, "backup", "no_folder")
        self._means.backups.begin()
        raise web.HTTPSeeOther("/setup/backup?done=begun")

    async def still(self, request: web.Request, person: Person) -> web.StreamResponse:
        """What a camera sees now; kept nowhere, and the record says who looked."""
        name = request.match_info["camera"]
        known = (one for one in self._means.settings.plan.cameras if one.camera == name)
        camera = next(known, None)
        if camera is None:
            raise web.HTTPNotFound
        try:
            picture = await asyncio.to_thread(self._means.shoot, camera)
        except ConnectionError:
            return await self._sorry(request, "machines", "camera_gone", name)
        await self._desk.note(request, Kind.LOOKED_AT, person.account, f"{name}: now")
        return web.Response(body=picture, content_type="image/jpeg", headers=UNKEPT)

    async def _sorry(
        self, request: web.Request, section: str, trouble: str, detail: str = ""
    ) -> web.Response:
        return await self._sections.show(request, Told(trouble=trouble, detail=detail), section)

    def _words(self, request: web.Request) -> Mapping[str, str]:
        return self._desk.site.words(request)

    def _trial_letter(self, sender: str, to: str, at: int) -> EmailMessage:
        hall = self._means.settings.plan.hall
        letter = EmailMessage()
        letter["From"], letter["To"] = sender, to
        letter["Subject"] = f"{hall.vi}: thư thử / trial letter"
        letter["Date"] = format_datetime(datetime.fromtimestamp(at // 1000, UTC))
        letter["Message-ID"] = message_id(f"{TRIAL}-{at:x}", sender)
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(
            f"{hall.vi}\n\nThư này báo rằng máy chủ thư đã được thiết lập đúng.\n\n"
            f"{hall.en or hall.vi}\n\nThis letter says that the mail server is set up correctly."
        )
        return letter


def beside_of(means: Means) -> dict[str, Beside]:
    """What stands beside the forms of the set-up."""

    async def nothing() -> Mapping[str, object]:
        return {}

    async def backup() -> Mapping[str, object]:
        found = await asyncio.to_thread(backups_of, means.settings)
        return {
            "backups": [_backup(one) for one in found[:SHOWN]],
            "backing_up": means.backups.is_running,
            "backup_failed": means.backups.failed,
        }

    async def stations() -> Mapping[str, object]:
        told = {one.station: one for one in means.upkeep()}
        return {
            "printing": [one for one in means.equipment() if one.printer],
            "upkeep": told,
            "standing": means.equipment(),
        }

    return {"letter": nothing, "message": nothing, "backup": backup, "stations": stations}


def _backup(one: Kept) -> Backup:
    return Backup(one.taken, one.file.name, f"{one.bytes / A_MEGABYTE:.1f} MB")
