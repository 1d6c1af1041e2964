"""``/setup/voices``: recorded voices, phrase by phrase: heard, uploaded, filled up, chosen."""

import asyncio
import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from aiohttp import web

from hallctl.people.sessions import Person
from hallctl.settings.changing.editing import Wanted
from hallctl.settings.hall_rules.boards import VOICES
from hallctl.station.voice.clip import NotAClip
from hallctl.station.voice.espeak import EspeakVoice
from hallctl.station.voice.keeping import (
    VoiceLine,
    begin_voice,
    is_damaged,
    lines_of,
    missing_spoken,
    put_in,
    take_out,
    voices_in,
)
from hallctl.station.voice.pack import VoicePackError, is_inside
from hallctl.station.voice.recording import clip_of_recording
from hallctl.station.voice.vocabulary import Said, phrases_of
from hallctl.station.voice.voices import VoiceFault
from hallctl.web.door import files_in
from hallctl.web.door.forms_in import BadFormError, form_of
from hallctl.web.pages.page_files import UNKEPT
from hallctl.web.setup.setup_desk import NOTHING, SetupDesk, Told

LARGEST = 8 * 1024 * 1024
MOST_RECORDINGS = 300
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_NAME = 40


class Shown(NamedTuple):
    """One voice: its lines, how many of them nobody has said, and which clips are damaged."""

    name: str
    lines: list[VoiceLine]
    missing: int
    damaged: frozenset[str]


class VoicesPage:
    """Keeps the folders below ``voices/``; boards fetch what has changed within seconds."""

    def __init__(self, desk: SetupDesk) -> None:
        self._desk = desk
        self._folder = desk.directory / VOICES
        self._turn = asyncio.Lock()

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        guard = self._desk.guard
        router.add_get("/setup/voices", guard(self.get))
        router.add_post("/setup/voices", guard(self.post))
        router.add_post("/setup/voices/recordings", guard(self.upload))
        router.add_get("/setup/voices/{voice}/{language}/{file}", guard(self.hear))

    async def get(self, request: web.Request, _person: Person) -> web.StreamResponse:
        """The voices, and every phrase of one."""
        return await self._page(request)

    async def post(self, request: web.Request, person: Person) -> web.StreamResponse:
        """One act of the page's forms."""
        form = await form_of(request, person)
        act, voice = form.get("act", ""), form.get("voice", "").strip()
        if act == "silence" or (act == "use" and voice in await self._voices()):
            name = "" if act == "silence" else voice
            told = await self._use(name, person)
            return await self._page(request, told)
        try:
            async with self._turn:
                await asyncio.to_thread(self._act, act, voice, form.get("line", ""))
        except FileExistsError:
            return await self._page(request, Told(trouble="there_already", detail=voice))
        except (VoiceFault, VoicePackError, OSError) as error:
            return await self._page(request, Told(trouble="not_made", detail=str(error)))
        raise web.HTTPSeeOther(f"/setup/voices?voice={quote(voice)}&done={act}")

    async def upload(self, request: web.Request, person: Person) -> web.StreamResponse:
        """Recordings, for one phrase or named as the script says; all of them, or none."""
        try:
            sent = await files_in.files_of(request, person.form_key, (LARGEST, MOST_RECORDINGS))
        except files_in.FileTooLargeError:
            return await self._page(request, Told(trouble="too_large"))
        voice, line = sent.fields.get("voice", ""), sent.fields.get("line", "")
        if not sent.files:
            return await self._page(request, Told(trouble="no_file"))
        try:
            async with self._turn:
                await asyncio.to_thread(self._record, voice, line, sent.files)
        except UnknownPhraseError as error:
            return await self._page(request, Told(trouble="unknown_phrase", detail=str(error)))
        except NotAClip as error:
            return await self._page(request, Told(trouble="no_recording", detail=str(error)))
        except (VoicePackError, OSError) as error:
            return await self._page(request, Told(trouble="not_made", detail=str(error)))
        raise web.HTTPSeeOther(f"/setup/voices?voice={quote(voice)}&done=recorded#{quote(line)}")

    async def hear(self, request: web.Request, _person: Person) -> web.StreamResponse:
        """A clip, as boards play it."""
        parts = request.match_info
        voice, file = parts["voice"], f"{parts['language']}/{parts['file']}"
        if not NAME.fullmatch(voice) or not is_inside(file) or not file.endswith(".wav"):
            raise web.HTTPNotFound
        path = self._folder / voice / file
        try:
            content = await asyncio.to_thread(path.read_bytes)
        except OSError as error:
            raise web.HTTPNotFound from error
        return web.Response(body=content, content_type="audio/wav", headers=UNKEPT)

    async def _use(self, voice: str, person: Person) -> Told:
        def want() -> Wanted:
            text = self._desk.file.with_table("announcements", {"voice": voice or None})
            return Wanted(text, f"announcements: voice {voice or '–'}")

        return await self._desk.take(want, person, f"/setup/voices?voice={quote(voice)}&done=use")

    def _act(self, act: str, voice: str, line: str) -> None:
        folder = self._known(voice) if act != "begin" else self._folder / _good(voice)
        match act:
            case "begin":
                begin_voice(folder)
            case "fill":
                lines = lines_of(folder, self._phrases())
                put_in(folder, list(missing_spoken(lines, EspeakVoice())), "made")
            case "take_out":
                take_out(folder, line, self._phrases())
            case _:
                raise BadFormError

    def _record(self, voice: str, line: str, files: list[tuple[str, bytes]]) -> None:
        folder = self._known(voice)
        lines = {one.name: one for one in lines_of(folder, self._phrases())}
        clips = []
        for name, content in files:
            wanted = line or Path(name.replace("\\", "/")).stem
            if wanted not in lines:
                raise UnknownPhraseError(name)
            try:
                clips.append((lines[wanted], clip_of_recording(content)))
            except NotAClip as error:
                raise NotAClip(f"{name}: {error}") from error
        put_in(folder, clips, "recorded")

    def _known(self, voice: str) -> Path:
        if voice not in voices_in(self._folder):
            raise BadFormError
        return self._folder / voice

    def _phrases(self) -> list[Said]:
        return phrases_of(self._desk.site.plan)

    async def _voices(self) -> list[str]:
        return await asyncio.to_thread(voices_in, self._folder)

    async def _page(self, request: web.Request, told: Told = NOTHING) -> web.Response:
        voices, used = await self._voices(), self._desk.site.plan.announcing.voice
        asked = request.query.get("voice", "") or used
        name = asked if asked in voices else next(iter(voices), "")
        said: dict[str, object] = {"voices": voices, "used": used, "shown": None}
        if name:
            try:
                said["shown"] = await asyncio.to_thread(self._shown, name)
            except VoicePackError as error:
                told = told if told.trouble else Told(trouble="not_made", detail=str(error))
        return await self._desk.page(request, "voices", said, told)

    def _shown(self, name: str) -> Shown:
        folder = self._folder / name
        lines = lines_of(folder, self._phrases())
        damaged = frozenset(one.name for one in lines if one.clip and is_damaged(folder, one.clip))
        return Shown(name, lines, sum(one.clip is None for one in lines), damaged)


class UnknownPhraseError(Exception):
    """A recording whose name is that of no phrase."""


def _good(voice: str) -> str:
    if not NAME.fullmatch(voice) or len(voice) > LONGEST_NAME:
        raise BadFormError
    return voice
