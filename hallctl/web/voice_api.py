"""``GET /api/voice/DIGEST``: the hall's recorded voice, its manifest and its clips, by their hashes."""

import asyncio
from pathlib import Path

from aiohttp import web

from hallctl.settings.boards import VOICES
from hallctl.station.voice.pack import MANIFEST, VoicePackError, digest_of, read_manifest
from hallctl.web import answers
from hallctl.web.playlist_api import FOR_EVER


class VoiceShelf:
    """One hall's voice; looked at again every few seconds, so that a new recording needs no restart."""

    def __init__(self, directory: Path, voice: str) -> None:
        self._folder = directory / VOICES / voice if voice else None
        self._files: dict[str, Path] = {}
        self._digest = ""

    def digest(self) -> str:
        """By which boards know it; empty for none, or for one that is damaged."""
        return self._digest

    def path(self, digest: str) -> Path | None:
        """Where the bytes lie, or None where the voice has none of that hash."""
        return self._files.get(digest)

    def refresh(self) -> None:
        """Look at the manifest again."""
        self._digest, self._files = self._read()

    def _read(self) -> tuple[str, dict[str, Path]]:
        if self._folder is None:
            return "", {}
        try:
            content = (self._folder / MANIFEST).read_bytes()
            manifest = read_manifest(content, self._folder.name)
        except (OSError, VoicePackError):
            return "", {}
        digest = digest_of(content)
        clips = {one.digest: self._folder / one.file for one in manifest.clip}
        return digest, {digest: self._folder / MANIFEST, **clips}


class VoiceApi:
    """Gives bytes by their hash, to anybody who may see a board."""

    def __init__(self, shelf: VoiceShelf) -> None:
        self._shelf = shelf

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/api/voice/{digest}", self.get)

    async def get(self, request: web.Request) -> web.Response:
        """The bytes; 404 for what is no part of the voice."""
        path = self._shelf.path(request.match_info["digest"])
        try:
            content = await asyncio.to_thread(path.read_bytes) if path else None
        except OSError:
            content = None
        if content is None:
            return answers.not_found("voice")
        return web.Response(
            body=content,
            content_type="application/octet-stream",
            headers={"Cache-Control": FOR_EVER},
        )
