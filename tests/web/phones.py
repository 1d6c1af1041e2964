"""A hall that gives numbers by phone, and phones that scan its code: each with cookies of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

import aiohttp

from tests.web.pages_read import as_read
from tests.web.working_hall import SERVICE, WorkingHall, resting_hall

BY_PHONE = "numbers = true\nnumbers_a_day = 2\nnear = 3\n"


class Answer(NamedTuple):
    """Where a phone has got to."""

    status: int
    path: str
    text: str


class CitizensPhone:
    """A browser without script: it keeps cookies and follows where it is sent."""

    def __init__(self, hall: WorkingHall) -> None:
        self._hall = hall
        self._session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))

    async def scan(self, address: str) -> Answer:
        """Point the camera at a code."""
        async with self._session.get(address) as answer:
            return Answer(answer.status, answer.url.path_qs, as_read(await answer.text()))

    async def take(
        self, at: Answer, service: str = SERVICE, group: str = "", lang: str = "vi"
    ) -> Answer:
        """Choose on the page that a good code led to."""
        written = at.path.partition("p=")[2].partition("&")[0]
        form = {"p": written, "services": service, "group": group, "lang": lang}
        async with self._session.post(
            f"{self._hall.url}/take", data=form, headers={"Origin": self._hall.url}
        ) as answer:
            return Answer(answer.status, answer.url.path_qs, as_read(await answer.text()))

    async def close(self) -> None:
        await self._session.close()


class PhoneHall(NamedTuple):
    """The hall, and whoever comes with a phone."""

    hall: WorkingHall
    phones: list[CitizensPhone]

    def phone(self) -> CitizensPhone:
        """Another phone."""
        self.phones.append(CitizensPhone(self.hall))
        return self.phones[-1]

    async def code(self) -> str:
        """The address that the board shows now."""
        view = await self.view("board", "board-1")
        return str(view["hall_code"]["address"])

    async def view(self, kind: str, station: str = "") -> dict[str, object]:
        """A view, as that station or as anybody gets it."""
        headers = {}
        if station:
            headers = {"Authorization": f"Bearer {self.hall.token(station)}"}
        async with self.hall.session.get(
            f"{self.hall.url}/api/views/{kind}", headers=headers
        ) as answer:
            view: dict[str, object] = await answer.json()
            return view


@asynccontextmanager
async def phone_hall(path: Path, phone: str = BY_PHONE) -> AsyncIterator[PhoneHall]:
    """An open commune hall with numbers by phone; ``phone``: its settings for them."""
    async with resting_hall(path) as hall:
        file = path / "hall.toml"
        file.write_text(file.read_text("utf-8").replace("numbers = true\n", phone, 1), "utf-8")
        async with hall.at_work():
            await hall.open()
            there = PhoneHall(hall, [])
            try:
                yield there
            finally:
                for one in there.phones:
                    await one.close()
