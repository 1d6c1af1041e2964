"""``hallctl standby``: keeps a copy of the hall's journal, fact by fact, with the same hashes."""

import asyncio
import logging
import shutil
import ssl
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import aiohttp
import msgspec

from hallctl.backup.archive import BackupError, read_archive
from hallctl.backup.restoring import unpack
from hallctl.hall_directory import JOURNAL, HallDirectory
from hallctl.journal.entry import JournalError
from hallctl.journal.sqlite_journal import SqliteJournal
from hallctl.ledger.opening import open_journal
from hallctl.standby.epochs import TELLS, epoch_of
from hallctl.standby.fetching_stores import Stores
from hallctl.standby.lines import Line

log = logging.getLogger(__name__)

AGAIN_S = 2.0
SILENCE_S = 15.0
LARGEST_LINE = 64 * 1024 * 1024
SEED, DRAFT = "run/seed.hall", "run/tmp-seed"
TAKEN_OVER = 422
NOT_LET_IN = (401, 403)
FOR_A_SEED = aiohttp.ClientTimeout(sock_connect=10, sock_read=600)
"""The hall makes it first, which takes its time; then it comes without a pause."""

_line_decoder = msgspec.json.Decoder(Line)


class StrangeJournalError(Exception):
    """What comes does not go on where this copy ends: it belongs to another history."""


class Follower:
    """One standby and the hall it follows."""

    def __init__(self, home: HallDirectory, url: str, token: str, authority: str = "") -> None:
        """``authority`` is the hall's own certificate in PEM, for an https address."""
        self._home = home
        self._url = url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token}"}
        self._authority = authority
        self._stores = Stores(home.path, self._url)
        self._told = ""
        """Why the hall could not be followed last time, so that it is said once."""

    async def follow(self) -> None:
        """Until cancelled. Raises :class:`StrangeJournalError` or :class:`JournalError`."""
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=10, sock_read=SILENCE_S)
        async with aiohttp.ClientSession(
            headers=self._headers,
            timeout=timeout,
            read_bufsize=LARGEST_LINE,
            connector=aiohttp.TCPConnector(ssl=trusting(self._authority)),
        ) as hall:
            while True:
                try:
                    await self._follow(hall)
                except (aiohttp.ClientError, BackupError, OSError, TimeoutError) as error:
                    self._tell(error)
                await asyncio.sleep(AGAIN_S)

    def _tell(self, error: Exception) -> None:
        why = f"{self._url} is out of reach: {error}"
        if isinstance(error, aiohttp.ClientResponseError) and error.status in NOT_LET_IN:
            why = f"{self._url} doesn't take this token: copy its run/admin.token again"
        if why != self._told:
            log.warning("%s", why)
        self._told = why

    async def _follow(self, hall: aiohttp.ClientSession) -> None:
        await self._sow(hall)
        with closing(open_journal(self._home)) as journal:
            following = asyncio.create_task(self._keep_journal(hall, journal))
            fetching = asyncio.create_task(self._stores.keep_fetching(hall))
            try:
                await asyncio.wait((following, fetching), return_when=asyncio.FIRST_COMPLETED)
            finally:
                for task in (following, fetching):
                    task.cancel()
                ends = await asyncio.gather(following, fetching, return_exceptions=True)
            for end in ends:
                if isinstance(end, Exception):
                    raise end

    async def _keep_journal(self, hall: aiohttp.ClientSession, journal: SqliteJournal) -> None:
        self._told = ""
        log.warning("following %s from event %d on", self._url, journal.number)
        path = f"{self._url}/api/standby/journal?after={journal.number}"
        headers = {TELLS: str(epoch_of(self._home.journal))}
        async with hall.get(path, headers=headers) as stream:
            if stream.status == TAKEN_OVER:
                raise StrangeJournalError(
                    "this copy has taken over and is of another history now; serve it, or follow"
                    " into an empty directory"
                )
            stream.raise_for_status()
            async for lines in _whole_lines(stream):
                await asyncio.to_thread(keep, journal, lines)

    async def _sow(self, hall: aiohttp.ClientSession) -> None:
        """Everything to begin with; later only what changes."""
        self._home.followed.parent.mkdir(parents=True, exist_ok=True)
        self._home.followed.write_text(f"{self._url}\n")
        if self._home.journal.exists():
            return
        self._home.copy_of.write_text(f"{self._url}\n")
        seed = self._home.path / SEED
        await self._fetch(hall, seed)
        self._move_in(seed)
        seed.unlink()

    async def _fetch(self, hall: aiohttp.ClientSession, seed: Path) -> None:
        async with hall.get(f"{self._url}/api/standby/seed", timeout=FOR_A_SEED) as answer:
            answer.raise_for_status()
            with seed.open("wb") as copy:
                async for piece in answer.content.iter_any():
                    copy.write(piece)

    def _move_in(self, seed: Path) -> None:
        """The journal last: once it is here, everything is."""
        draft = self._home.path / DRAFT
        shutil.rmtree(draft, ignore_errors=True)
        unpack(read_archive(seed)[1], draft)
        for file in sorted(draft.rglob("*"), key=lambda file: file.name == JOURNAL):
            if file.is_file():
                target = self._home.path / file.relative_to(draft)
                target.parent.mkdir(parents=True, exist_ok=True)
                file.replace(target)
        shutil.rmtree(draft)


def trusting(authority: str) -> ssl.SSLContext | bool:
    """Whom to believe: the hall's own authority and nobody else; without one, as usual."""
    return ssl.create_default_context(cadata=authority) if authority else True


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
