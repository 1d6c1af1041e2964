"""``GET /api/playlist/DIGEST``, ``/api/voice/DIGEST``: bytes by their hash, to whoever may see a board."""

import asyncio
from pathlib import Path
from typing import Literal, Protocol

from aiohttp import web

from hallctl.web.door import answers

FOR_EVER = "public, max-age=31536000, immutable"


class Shelf(Protocol):
    """Knows where the bytes of a hash lie."""

    def path(self, digest: str) -> Path | None:
        """The file, or None where nothing has that hash."""


class HashedFiles:
    """Gives files by their hash: what has it never changes."""

    def __init__(self, kind: Literal["playlist", "voice"], shelf: Shelf) -> None:
        self._kind = kind
        self._shelf = shelf

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get(f"/api/{self._kind}/{{digest}}", self.get)

    async def get(self, request: web.Request) -> web.Response:
        """The file; 404 for what no board shows or speaks."""
        path = self._shelf.path(request.match_info["digest"])
        try:
            content = await asyncio.to_thread(path.read_bytes) if path else None
        except OSError:
            content = None
        if content is None:
            return answers.not_found(self._kind)
        return web.Response(
            body=content,
            content_type="application/octet-stream",
            headers={"Cache-Control": FOR_EVER},
        )
