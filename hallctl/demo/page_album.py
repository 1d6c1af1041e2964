"""Pictures of the hall's pages by a Chromium of this machine, where there is one: no window, no library."""

import asyncio
import base64
import os
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import aiohttp

from hallctl.core.permissions import Role
from hallctl.web.known.staff import SESSION

BROWSERS = (
    "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome"
)  # fmt: skip
"""The first has no windows at all, and needs a third of the time."""
WALL, TALL, PHONE, UPRIGHT = (1600, 1000), (1600, 1700), (390, 844), (500, 886)
PATIENCE_S, SETTLED_S = 120.0, 0.8
PORT_FILE = "DevToolsActivePort"
LANGUAGE = "vi"
DATES_AS_THE_PAGE = "--enable-blink-features=LangAttributeAwareFormControlUI"
"""A browser of that language shows dates in forms so; one of another language is told to."""


class Page(NamedTuple):
    """One picture: its name, the page's address, whose page it is, and the window."""

    name: str
    address: str
    who: Role | None = None
    """Nobody in particular, or somebody who has signed in."""
    size: tuple[int, int] = WALL


PUBLIC = (
    Page("page-start", "/"),
    Page("page-today", "/today"),
    Page("page-today-phone", "/today", None, PHONE),
    Page("page-procedures", "/procedures"),
    Page("page-appointments", "/appointments", None, PHONE),
    Page("page-complaint", "/complaint", None, PHONE),
)
OF_THE_HALL = (
    Page("page-floor", "/floor", Role.SUPERVISOR),
    Page("page-expected", "/expected", Role.SUPERVISOR),
    Page("page-leaders", "/leaders", Role.HEAD, TALL),
    Page("page-departments", "/reports/indicators?by=department&span=month", Role.HEAD, TALL),
    Page("page-report", "/reports/visits?by=day&span=month", Role.HEAD),
    Page("page-busy-hours", "/reports/busy-hours?span=quarter&by=wait", Role.HEAD),
    Page("page-officials", "/reports/officials?span=month", Role.HEAD, TALL),
    Page("page-dossiers", "/reports/dossiers?by=department&span=month", Role.HEAD),
    Page("page-fees", "/reports/fees?by=department&span=month", Role.HEAD),
    Page("page-deliveries", "/reports/deliveries?by=department&span=quarter", Role.HEAD),
    Page("page-complaints", "/reports/complaints?span=quarter", Role.HEAD),
    Page("page-appointment-report", "/reports/appointments?span=month", Role.HEAD),
    Page("page-indicators", "/reports/indicators?span=month", Role.HEAD),
    Page("page-opened", "/reports/visits/behind?by=hall&figure=issued&row=201", Role.HEAD),
    Page("page-ratings", "/ratings", Role.INSPECTOR),
    Page("page-inbox", "/inbox", Role.INSPECTOR),
    Page("page-rules", "/rules", Role.SUPERVISOR),
    Page("page-setup", "/setup", Role.SUPERVISOR),
    Page("page-people", "/setup/people", Role.SUPERVISOR),
    Page("setup-ticket", "/setup/papers/ticket", Role.SUPERVISOR),
    Page("page-accounts", "/people", Role.ADMINISTRATOR),
    Page("page-record", "/record", Role.ADMINISTRATOR),
)


def pages_of(yesterday: str, ticket: str) -> tuple[Page, ...]:
    """The pages that have something to show in a hall with a past; ``ticket`` is the link of one that waits."""
    phone = Page("phone", f"/t/{ticket}", None, UPRIGHT)
    replay = Page("page-replay", f"/replay?day={yesterday}&at=9:40", Role.SUPERVISOR)
    return (*PUBLIC, *OF_THE_HALL, phone, replay)


def browser() -> str:
    """Where it is, or empty."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), "")


def photograph(
    url: str, cookies: Mapping[Role, str], pages: tuple[Page, ...], folder: Path
) -> None:
    """Take every picture, each as whoever sees that page. Raises OSError without a browser."""
    folder.mkdir(parents=True, exist_ok=True)
    asyncio.run(_photograph(url, cookies, pages, folder))


async def _photograph(
    url: str, cookies: Mapping[Role, str], pages: tuple[Page, ...], folder: Path
) -> None:
    async with (
        _browsing() as port,
        aiohttp.ClientSession() as session,
        session.ws_connect(await _blank_tab(session, port), max_msg_size=0) as socket,
    ):
        for page in pages:
            cookie = cookies[page.who] if page.who else ""
            picture = await _Tab(socket).picture(url, page, cookie)
            (folder / f"{page.name}.png").write_bytes(picture)


async def _blank_tab(session: aiohttp.ClientSession, port: str) -> str:
    """The address by which a new tab is told what to do."""
    async with session.put(f"http://127.0.0.1:{port}/json/new?about:blank") as answer:
        tab: str = (await answer.json())["webSocketDebuggerUrl"]
    return tab


@asynccontextmanager
async def _browsing() -> AsyncIterator[str]:
    """A browser with a profile of its own, for as long as it is needed; gives the port that rules it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = await asyncio.create_subprocess_exec(
            browser(),
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--no-first-run",
            DATES_AS_THE_PAGE,
            "--remote-debugging-port=0",
            f"--user-data-dir={profile}",
            "about:blank",
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            yield await _port(Path(profile) / PORT_FILE)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            await process.wait()


async def _port(file: Path) -> str:
    loop = asyncio.get_running_loop()
    until = loop.time() + PATIENCE_S
    while loop.time() < until:
        if port := await asyncio.to_thread(_first_line, file):
            return port
        await asyncio.sleep(0.05)
    raise OSError("the browser did not come up")


def _first_line(file: Path) -> str:
    return next(iter(file.read_text().splitlines()), "") if file.exists() else ""


class _Tab:
    """Speaks the browser's own language on one tab."""

    _numbers = count(1)

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket

    async def picture(self, url: str, page: Page, cookie: str) -> bytes:
        """The page as somebody with such a window sees it, once it stands still."""
        width, height = page.size
        await self._do("Page.enable")
        await self._do("Network.enable")
        await self._do("Network.clearBrowserCookies")
        for name, value in (("lang", LANGUAGE), (SESSION, cookie)):
            if value:
                await self._do("Network.setCookie", name=name, value=value, url=url)
        await self._do(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        await self._do("Page.navigate", url=url + page.address)
        await self._until("Page.loadEventFired")
        await asyncio.sleep(SETTLED_S)
        shot = await self._do("Page.captureScreenshot", format="png")
        return base64.b64decode(shot["data"])

    async def _do(self, method: str, **params: object) -> dict[str, Any]:
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": params})
        while True:
            told = await self._told()
            if told.get("id") == number:
                if "error" in told:
                    raise OSError(f"{method}: {told['error']}")
                return dict(told["result"])

    async def _until(self, event: str) -> None:
        while (await self._told()).get("method") != event:
            pass

    async def _told(self) -> dict[str, Any]:
        try:
            message = await self._socket.receive(timeout=PATIENCE_S)
        except TimeoutError as error:
            raise OSError(f"the browser said nothing for {PATIENCE_S:.0f} s") from error
        if message.type is not aiohttp.WSMsgType.TEXT:
            raise OSError("the browser has gone")
        return dict(message.json())
