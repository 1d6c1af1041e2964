"""A commune hall at work on loopback, with a clock the test turns, for pages and their sockets."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import aiohttp

from hallctl.assemble import Assembly
from hallctl.hall_directory import HallDirectory
from hallctl.running import running
from hallctl.settings import read_hall
from tests.fresh_halls import fresh_hall

NINE_O_CLOCK = 1_795_140_000_000
"""Friday 20 November 2026, 09:00 in Hà Nội."""
IN_HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
SERVICE = "civil-status"
FIVE_DAYS = "1.000419"
"""A procedure of five working days."""


class TurnedClock:
    """Stands still until it is turned; milliseconds."""

    def __init__(self) -> None:
        self.at = NINE_O_CLOCK

    def now(self) -> int:
        return self.at

    def today(self) -> date:
        return datetime.fromtimestamp(self.at / 1000, IN_HANOI).date()

    def pass_minutes(self, minutes: float) -> None:
        self.at += round(minutes * 60_000)


class WorkingHall:
    """The hall as its phones and its officials reach it."""

    def __init__(self, directory: HallDirectory, session: aiohttp.ClientSession) -> None:
        self.clock = TurnedClock()
        self.session = session
        self.url = ""
        self.port = 0
        self.assembly: Assembly | None = None
        self._directory = directory

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator["WorkingHall"]:
        """Serve while inside; a second time it serves the same day on the same port."""
        settings = read_hall(self._directory.path)
        async with running(settings, "127.0.0.1", self.port, self.clock) as assembly:
            self.assembly = assembly
            self.url = self._directory.address.read_text().strip()
            self.port = int(self.url.rpartition(":")[2])
            yield self

    async def send(self, kind: str, **fields: object) -> list[dict[str, Any]]:
        """A command by the admin, granted; gives its events."""
        token = self._directory.admin_token.read_text().strip()
        async with self.session.post(
            f"{self.url}/api/commands",
            json={"id": str(uuid4()), "type": kind, **fields},
            headers={"Authorization": f"Bearer {token}"},
        ) as answer:
            body = await answer.json()
            assert answer.status == 200, body
            events: list[dict[str, Any]] = body["events"]
            return events

    async def take_number(self, language: str = "vi", **fields: object) -> str:
        """The name of a new ticket."""
        (issued,) = await self.send("IssueTicket", service=SERVICE, language=language, **fields)
        name: str = issued["ticket"]
        return name

    async def open(self) -> None:
        """The day is open, and counter 1 serves."""
        await self.send("OpenDay")
        await self.send("OpenCounter", counter="1", official="hoa", services=[SERVICE])

    def token(self, station: str) -> str:
        """What that station shows of itself."""
        return self._directory.station_token(station).read_text().strip()

    def page(self, ticket: str) -> str:
        """The address in the ticket's QR code."""
        assert self.assembly is not None
        return self.assembly.house.addresses.link_to(ticket)

    async def receive_dossier(self, **fields: object) -> str:
        """The code of a new dossier."""
        *_, received = await self.send("ReceiveDossier", procedure=FIVE_DAYS, **fields)
        code: str = received["dossier"]
        return code

    def dossier_page(self, dossier: str) -> str:
        """The address in the QR code of the dossier's receipt."""
        assert self.assembly is not None
        return self.assembly.house.addresses.link_to_dossier(dossier)


@asynccontextmanager
async def resting_hall(path: Path) -> AsyncIterator[WorkingHall]:
    """A commune hall that does not serve yet."""
    fresh_hall(path)
    async with aiohttp.ClientSession() as session:
        yield WorkingHall(HallDirectory(path), session)


@asynccontextmanager
async def working_hall(path: Path) -> AsyncIterator[WorkingHall]:
    """A commune hall that serves, its day still closed."""
    async with resting_hall(path) as hall, hall.at_work():
        yield hall
