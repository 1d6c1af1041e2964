"""``/pictures/NAME``: the hall's own pictures, each under the hash of what it shows."""

import asyncio
from pathlib import Path

from aiohttp import web

from hallctl.settings.pictures import FOLDER
from hallctl.web.pages.page_files import FOR_A_YEAR, NOTHING, STRICT

TYPES = {"jpg": "image/jpeg", "png": "image/png"}


class HallPictures:
    """Hands out officials' photos and slips' pictures; their names never mean anything else."""

    def __init__(self, directory: Path) -> None:
        self._folder = directory / FOLDER

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get(r"/pictures/{name:[0-9a-f]{16}}.{kind:jpg|png}", self.get)

    async def get(self, request: web.Request) -> web.Response:
        """One picture; 404 where there is none."""
        name, kind = request.match_info["name"], request.match_info["kind"]
        try:
            found = await asyncio.to_thread((self._folder / f"{name}.{kind}").read_bytes)
        except OSError:
            return web.Response(status=404, text="not found", headers=STRICT | NOTHING)
        headers = STRICT | NOTHING | FOR_A_YEAR
        return web.Response(body=found, content_type=TYPES[kind], headers=headers)
