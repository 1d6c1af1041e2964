"""``hallctl standby``: keeps a copy of the hall's journal, fact by fact, with the same hashes."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import aiohttp
import msgspec

from hallctl.assemble import open_journal
from hallctl.backup.archive import read_archive
from hallctl.backup.restoring import unpack
from hallctl.hall_directory import JOURNAL, HallDirectory
from hallctl.journal.entry import JournalError
from hallctl.journal.sqlite_journal import SqliteJournal
from hallctl.standby.lines import Line

log = logging.getLogger(__name__)

AGAIN_S = 2.0
SILENCE_S = 15.0
LARGEST_LINE = 64 * 1024 * 1024
SEED = "run/seed.hall"

_line_decoder = msgspec.json.Decoder(Line)


class StrangeJournalError(Exception):
    """What comes does not go on where this copy ends: it belongs to another history."""


class Follower:
    """One standby and the hall it follows."""

    def __init__(self, home: HallDirectory, url: str, token: str) -> None:
        self._home = home
        self._url = url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token}"}

    async def follow(self) -> None:
        """Until cancelled. Raises :class:`StrangeJournalError` or :class:`JournalError`."""
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=10, sock_read=SILENCE_S)
        async with aiohttp.ClientSession(
            headers=self._headers, timeout=timeout, read_bufsize=LARGEST_LINE
        ) as hall:
            while True:
                try:
                    await self._follow(hall)
                except (aiohttp.ClientError, OSError, TimeoutError) as error:
                    log.warning("%s is out of reach: %s", self._url, error)
                await asyncio.sleep(AGAIN_S)

    async def _follow(self, hall: aiohttp.ClientSession) -> None:
        await self._sow(hall)
        with closing(open_journal(self._home)) as journal:
            log.warning("following %s from event %d on", self._url, journal.number)
            path = f"{self._url}/api/standby/journal?after={journal.number}"
            async with hall.get(path) as stream:
                stream.raise_for_status()
                async for lines in _whole_lines(stream):
                    await asyncio.to_thread(keep, journal, lines)

    async def _sow(self, hall: aiohttp.ClientSession) -> None:
        """Everything but a journal that is here already: settings, secrets, people, applicants."""
        async with hall.get(
            f"{self._url}/api/standby/seed", timeout=aiohttp.ClientTimeout(total=600)
        ) as answer:
            answer.raise_for_status()
            body = await answer.read()
        seed = self._home.path / SEED
        seed.parent.mkdir(parents=True, exist_ok=True)
        seed.write_bytes(body)
        has_journal = self._home.journal.exists()
        unpack(read_archive(seed)[1], self._home.path, JOURNAL if has_journal else "")
        seed.unlink()


def keep(journal: SqliteJournal, lines: list[Line]) -> None:
    """Append entries; what comes of them must be what the hall has."""
    before = journal.number
    for line in lines:
        if line.first != before + 1:
            raise StrangeJournalError(f"event {line.first} came after event {before}")
        before = line.last
    try:
        journal.append(journal.number, [line.entry() for line in lines])
    except ValueError as error:
        raise JournalError(str(error)) from error
    if journal.newest_hash.hex() != lines[-1].hash:
        raise StrangeJournalError(
            f"event {lines[-1].last} has another hash than the hall's: this copy is of another"
            " history; follow into an empty directory"
        )


async def _whole_lines(stream: aiohttp.ClientResponse) -> AsyncIterator[list[Line]]:
    """Whatever has come, as far as its lines are whole."""
    unread = b""
    async for piece in stream.content.iter_any():
        *whole, unread = (unread + piece).split(b"\n")
        lines = [_line_decoder.decode(one) for one in whole if one]
        if lines:
            yield lines


def pid_file(hall: Path) -> Path:
    """Who follows into that directory."""
    return hall / "run" / "standby.pid"
