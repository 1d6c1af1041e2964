"""A real phone's browser: Chromium without a window, driven over its own debugging socket."""

import asyncio
import base64
import itertools
import os
import signal
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import aiohttp

from hallctl.demo.page_album import browser as chromium

PATIENCE_S = 20.0
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--mute-audio",
    "--remote-debugging-port=0",
)


@contextmanager
def browser(profile: Path) -> Iterator[str]:
    """Chromium at work with a new profile; gives the address of its debugging server."""
    profile.mkdir()
    process = subprocess.Popen(
        [chromium(), *FLAGS, f"--user-data-dir={profile}", "about:blank"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Debian begins it by a script, which passes no signal on
    )
    try:
        assert process.stderr is not None
        for line in process.stderr:
            if "DevTools listening on ws://" in line:
                yield "http://" + line.partition("ws://")[2].partition("/")[0]
                break
        else:
            raise AssertionError("Chromium has ended")
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.communicate(timeout=PATIENCE_S)


class Phone:
    """One tab that pretends to be a phone."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._ids = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.complaints: list[str] = []
        """What the console and the network have complained of."""
        self.asked: list[str] = []
        """Every address the page has fetched."""

    async def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """One command of the debugging protocol; its result."""
        number = next(self._ids)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        return await asyncio.wait_for(answer, PATIENCE_S)

    async def listen(self) -> None:
        """Take what the browser says until the tab closes."""
        async for message in self._socket:
            said = message.json()
            waiting = self._answers.pop(said.get("id", 0), None)
            if waiting is not None and "error" in said:
                waiting.set_exception(AssertionError(said["error"]))
            elif waiting is not None:
                waiting.set_result(said["result"])
            else:
                self._note(said.get("method", ""), said.get("params", {}))

    async def size(self, width: int, height: int) -> None:
        await self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=2,
            mobile=True,
        )

    async def prefers(self, **choices: str) -> None:
        """What its owner has set: ``reduced_motion="reduce"``."""
        features = [
            {"name": f"prefers-{name.replace('_', '-')}", "value": value}
            for name, value in choices.items()
        ]
        await self.ask("Emulation.setEmulatedMedia", features=features)

    async def open(self, url: str) -> None:
        """Go to a page and wait until it and its type are there."""
        await self.ask("Page.navigate", url=url)
        await self.until(f"location.href === {url!r} && document.readyState === 'complete'")
        await self.read("document.fonts.ready.then(() => true)")

    async def read(self, script: str) -> Any:
        """What an expression in the page comes to; promises are waited for."""
        answer = await self.ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    async def until(self, script: str, within_s: float = PATIENCE_S) -> None:
        """Wait until an expression in the page is true."""
        async with asyncio.timeout(within_s):
            while not await self._holds(script):  # noqa: ASYNC110 - the page cannot call us
                await asyncio.sleep(0.02)

    async def text(self, slot: str) -> str:
        """The words in a slot of the page."""
        words = await self.read(f"document.querySelector('[data-slot={slot}]').textContent")
        return str(words)

    async def tap(self, selector: str) -> None:
        """Touch the middle of an element."""
        x, y = await self.read(
            f"(() => {{ const one = document.querySelector({selector!r});"
            " one.scrollIntoView({block: 'center'}); const box = one.getBoundingClientRect();"
            " return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        await self.ask(
            "Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}]
        )
        await self.ask("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    async def picture(self) -> bytes:
        """What is on the glass, as PNG."""
        shot = await self.ask("Page.captureScreenshot", format="png")
        return base64.b64decode(shot["data"])

    async def _holds(self, script: str) -> bool:
        try:
            return bool(await self.read(script))
        except AssertionError:
            return False  # between two pages there is nothing to look at

    def _note(self, method: str, said: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            self.asked.append(said["request"]["url"])
        elif method == "Network.webSocketCreated":
            self.asked.append(said["url"])
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(str(said["exceptionDetails"]))
        elif method == "Log.entryAdded":
            self.complaints.append(said["entry"]["text"])
        elif method == "Runtime.consoleAPICalled":
            self.complaints.append(str(said["args"]))


@asynccontextmanager
async def phone(debugger: str, width: int = 390, height: int = 844) -> AsyncIterator[Phone]:
    """A new tab, gone afterwards."""
    async with aiohttp.ClientSession() as session:
        async with session.put(f"{debugger}/json/new?about:blank") as answer:
            tab = await answer.json()
        async with session.ws_connect(tab["webSocketDebuggerUrl"], max_msg_size=0) as socket:
            held = Phone(socket)
            listening = asyncio.create_task(held.listen())
            for domain in ("Page", "Runtime", "Network", "Log"):
                await held.ask(f"{domain}.enable")
            await held.ask("Emulation.setTouchEmulationEnabled", enabled=True)
            await held.size(width, height)
            try:
                yield held
            finally:
                listening.cancel()
                await asyncio.gather(listening, return_exceptions=True)
        async with session.get(f"{debugger}/json/close/{tab['id']}"):
            pass
