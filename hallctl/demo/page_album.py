"""Pictures of the hall's pages by a Chromium of this machine, where there is one: no window, no library."""

import asyncio
import base64
import os
import shutil
import signal
import tempfile
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import aiohttp

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
WALL, PHONE = (1600, 1000), (390, 844)
PATIENCE_S, SETTLED_S = 30.0, 0.8
PORT_FILE = "DevToolsActivePort"


class Page(NamedTuple):
    """One picture: its name, the page's address, the window, and whether the page knows who looks."""

    name: str
    address: str
    size: tuple[int, int] = WALL
    is_signed_in: bool = True


def pages_of(yesterday: str) -> tuple[Page, ...]:
    """The pages that have something to show in a hall with a past."""
    return (
        Page("page-today", "/today?lang=vi", is_signed_in=False),
        Page("page-today-phone", "/today?lang=vi", PHONE, is_signed_in=False),
        Page("page-procedures", "/procedures?lang=vi", is_signed_in=False),
        Page("page-floor", "/floor?lang=vi"),
        Page("page-leaders", "/leaders?lang=vi"),
        Page("page-report", "/reports/visits?by=day&span=month&lang=vi"),
        Page("page-busy-hours", "/reports/busy-hours?span=quarter&by=wait&lang=vi"),
        Page("page-complaints", "/reports/complaints?span=quarter&lang=vi"),
        Page("page-indicators", "/reports/indicators?span=month&lang=vi"),
        Page("page-replay", f"/replay?day={yesterday}&at=9:40&lang=vi"),
    )


def browser() -> str:
    """Where it is, or empty."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), "")


def photograph(url: str, token: str, pages: tuple[Page, ...], folder: Path) -> None:
    """Take every picture. Raises OSError when the browser does not come up."""
    folder.mkdir(parents=True, exist_ok=True)
    asyncio.run(_photograph(url, token, pages, folder))


async def _photograph(url: str, token: str, pages: tuple[Page, ...], folder: Path) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = await asyncio.create_subprocess_exec(
            browser(),
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--no-first-run",
            "--remote-debugging-port=0",
            f"--user-data-dir={profile}",
            "about:blank",
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            port = await _port(Path(profile) / PORT_FILE)
            async with aiohttp.ClientSession() as session:
                async with session.put(f"http://127.0.0.1:{port}/json/new?about:blank") as answer:
                    tab = (await answer.json())["webSocketDebuggerUrl"]
                async with session.ws_connect(tab, max_msg_size=0) as socket:
                    for page in pages:
                        (folder / f"{page.name}.png").write_bytes(
                            await _Tab(socket).picture(url, token, page)
                        )
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

    async def picture(self, url: str, token: str, page: Page) -> bytes:
        """The page as somebody with such a window sees it, once it stands still."""
        width, height = page.size
        headers = {"Authorization": f"Bearer {token}"} if page.is_signed_in else {}
        await self._do("Page.enable")
        await self._do("Network.enable")
        await self._do("Network.setExtraHTTPHeaders", headers=headers)
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
        message = await self._socket.receive(timeout=PATIENCE_S)
        if message.type is not aiohttp.WSMsgType.TEXT:
            raise OSError("the browser has gone")
        return dict(message.json())
