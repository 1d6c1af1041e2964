"""Keeps a standby's files beside the journal as the hall's are: whatever has changed is fetched anew."""

import asyncio
import logging
from pathlib import Path

import aiohttp
import msgspec

from hallctl.backup.archive import BackupError
from hallctl.machine.whole_files import EVERYBODY, OWNER_ONLY, put_whole
from hallctl.standby.stores import StoreFile

log = logging.getLogger(__name__)

LOOK_EVERY_S = 2.0
PUBLIC = (".pem", ".toml", ".csv", ".json")

_decoder = msgspec.json.Decoder(list[StoreFile])


class Stores:
    """The copies of one standby; stamps are the hall's and mean nothing elsewhere."""

    def __init__(self, home: Path, url: str) -> None:
        self._home = home
        self._url = url
        self._have: dict[str, str] = {}

    async def keep_fetching(self, hall: aiohttp.ClientSession) -> None:
        """Look again and again; ends with the connection's own error."""
        while True:
            await self.fetch(hall)
            await asyncio.sleep(LOOK_EVERY_S)

    async def fetch(self, hall: aiohttp.ClientSession) -> None:
        """Bring in what has changed, and let go of what is gone."""
        async with hall.get(f"{self._url}/api/standby/stores") as answer:
            answer.raise_for_status()
            there = {one.path: one.stamp for one in _decoder.decode(await answer.read())}
        for path, stamp in there.items():
            if self._have.get(path) != stamp and await self._bring(hall, path):
                self._have[path] = stamp
        for path in self._have.keys() - there.keys():
            _inside(self._home, path).unlink(missing_ok=True)
            del self._have[path]

    async def _bring(self, hall: aiohttp.ClientSession, path: str) -> bool:
        async with hall.get(f"{self._url}/api/standby/store", params={"path": path}) as answer:
            if answer.status == 404:  # gone between the list and now
                return False
            answer.raise_for_status()
            body = await answer.read()
        await asyncio.to_thread(_keep, _inside(self._home, path), body)
        return True


def _inside(home: Path, path: str) -> Path:
    """Raises :class:`BackupError` for a path that leads out of the hall directory."""
    file = home / path
    if not file.resolve().is_relative_to(home.resolve()):
        raise BackupError(f"{path} leads out of the hall")
    return file


def _keep(file: Path, body: bytes) -> None:
    """Whole or not at all, and its owner's alone where it is not for everybody."""
    for beside in ("-wal", "-shm", "-journal"):  # of the copy that is replaced
        file.with_name(f"{file.name}{beside}").unlink(missing_ok=True)
    put_whole(file, body, EVERYBODY if file.suffix in PUBLIC else OWNER_ONLY)
