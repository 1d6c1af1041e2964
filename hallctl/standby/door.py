"""What a running hall offers its standby: a seed, the journal as it grows, and the fence."""

import asyncio
import os
import tempfile
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from aiohttp import web
from sqlite_utils import Database

from hallctl.backup.taking import take_backup
from hallctl.controller import Controller
from hallctl.core.permissions import Role
from hallctl.core.refusals import Refusal, Refused
from hallctl.hall_directory import HallDirectory
from hallctl.journal.sqlite_journal import open_database
from hallctl.settings import HallSettings
from hallctl.standby.epochs import TELLS
from hallctl.standby.lines import lines_after
from hallctl.standby.stores import content_of, store_files
from hallctl.web.door import answers
from hallctl.web.door.fence import epoch_told
from hallctl.web.known.tokens import Tokens

LOOK_EVERY_S = 0.05
BREATH_S = 5.0
"""So often a quiet stream says that it lives."""
NOT_ALLOWED = 403
MOST_DIGITS = 19
PIECE = 1 << 20


class StandbyDoor:
    """For whoever has the admin's token."""

    def __init__(self, settings: HallSettings, controller: Controller, tokens: Tokens) -> None:
        self._settings = settings
        self._controller = controller
        self._tokens = tokens
        self._home = HallDirectory(settings.directory)

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/api/standby/seed", self.seed)
        router.add_get("/api/standby/journal", self.journal)
        router.add_get("/api/standby/stores", self.stores)
        router.add_get("/api/standby/store", self.store)

    async def seed(self, request: web.Request) -> web.StreamResponse:
        """A backup made now: everything a standby begins with."""
        if refusal := self._refusal(request):
            return refusal
        now = datetime.now(ZoneInfo(self._settings.plan.timezone))
        with tempfile.TemporaryDirectory(dir=self._settings.directory / "run") as drawer:
            taken = await asyncio.to_thread(
                take_backup, self._settings, Path(drawer), now, "", lambda _done: None
            )
            return await _sent(request, taken.file)

    async def stores(self, request: web.Request) -> web.StreamResponse:
        """Every file beside the journal, and how to tell that it has changed."""
        if refusal := self._refusal(request):
            return refusal
        found = await asyncio.to_thread(lambda: list(store_files(self._home.path)))
        return answers.json_response(msgspec.json.encode(found))

    async def store(self, request: web.Request) -> web.StreamResponse:
        """One of them as it stands now."""
        if refusal := self._refusal(request):
            return refusal
        content = await asyncio.to_thread(
            content_of, self._home.path, request.query.get("path", "")
        )
        if content is None:
            raise web.HTTPNotFound
        return web.Response(body=content)

    async def journal(self, request: web.Request) -> web.StreamResponse:
        """Every entry after ``after``, a line each, and every further one as it happens."""
        if refusal := self._refusal(request):
            return refusal
        said = epoch_told(request.headers.get(TELLS, ""))
        if said is not None and said > self._controller.hall.epoch:
            return answers.malformed(ValueError("this copy has taken over: it is the hall itself"))
        self._home.followed_by.write_text("a standby follows this hall\n")
        asked = request.query.get("after", "0")
        if not (asked.isascii() and asked.isdecimal() and len(asked) < MOST_DIGITS):
            return answers.malformed(ValueError("after is the number of an event"))
        after = int(asked)
        response = web.StreamResponse(headers={"Content-Type": "application/x-ndjson"})
        await response.prepare(request)
        journal = self._home.journal
        gone = suppress(ConnectionResetError)  # the standby will come back
        with closing(open_database(journal, read_only=True)) as database, gone:
            await self._stream(database, after, response)
        return response

    async def _stream(self, database: Database, number: int, response: web.StreamResponse) -> None:
        quiet_s = 0.0
        while not self._controller.failure:
            lines = list(lines_after(database, number)) if self._is_behind(number) else []
            if lines:
                number = lines[-1].last
                await response.write(b"".join(msgspec.json.encode(one) + b"\n" for one in lines))
                quiet_s = 0.0
            elif quiet_s >= BREATH_S:
                await response.write(b"\n")
                quiet_s = 0.0
            else:
                await asyncio.sleep(LOOK_EVERY_S)
                quiet_s += LOOK_EVERY_S

    def _is_behind(self, number: int) -> bool:
        return self._controller.is_settled and self._controller.hall.journal_number > number

    def _refusal(self, request: web.Request) -> web.Response | None:
        actor = self._tokens.actor(request)
        if actor is None:
            return answers.unknown_token()
        if actor.role is not Role.ADMIN:
            return answers.refused(Refused(Refusal.NOT_ALLOWED, role=actor.role), NOT_ALLOWED)
        return None


async def _sent(request: web.Request, file: Path) -> web.StreamResponse:
    """The file's content, piece by piece: years of a hall are more than anybody should wait for."""
    response = web.StreamResponse()
    with file.open("rb") as content:
        response.content_length = os.fstat(content.fileno()).st_size
        await response.prepare(request)
        while piece := await asyncio.to_thread(content.read, PIECE):
            await response.write(piece)
    return response
