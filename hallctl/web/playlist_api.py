"""``GET /api/playlist/DIGEST``: a picture or clip of the playlist, to anybody who may see a board."""

import asyncio

from aiohttp import web

from hallctl.playlist.shelf import PlaylistShelf
from hallctl.web import answers

FOR_EVER = "public, max-age=31536000, immutable"


class PlaylistApi:
    """Gives bytes by their hash: what has it never changes."""

    def __init__(self, shelf: PlaylistShelf) -> None:
        self._shelf = shelf

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/api/playlist/{digest}", self.get)

    async def get(self, request: web.Request) -> web.Response:
        """The file; 404 for what no board shows."""
        path = self._shelf.path(request.match_info["digest"])
        try:
            content = await asyncio.to_thread(path.read_bytes) if path else None
        except OSError:
            content = None
        if content is None:
            return answers.not_found("playlist")
        return web.Response(
            body=content,
            content_type="application/octet-stream",
            headers={"Cache-Control": FOR_EVER},
        )
