"""A small real server that speaks the hall's words on loopback, and can lose, freeze and stop."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import msgspec
from aiohttp import WSMsgType, web

from hallctl.core.commands import AnyCommand
from hallctl.core.views import View
from hallctl.station.link.addressing import HallAddress

TOKEN = "a-station-token"
Answerer = Callable[[AnyCommand], tuple[int, dict[str, Any]]]


class FakeHall:
    """Runs its own event loop in a thread; every public method may be called from the test's.

    ``posts`` has every try that arrived, ``happened`` each command id once, as a hall would.
    """

    def __init__(self) -> None:
        self.posts: list[AnyCommand] = []
        self.epochs: list[str] = []
        self.happened: dict[str, tuple[int, dict[str, Any]]] = {}
        self.answer: Answerer = lambda _: (200, {"events": []})
        self.found: tuple[int, dict[str, Any]] = (404, {})
        self.answers_to_lose = 0
        self.is_frozen = False
        self.connections = 0
        self.asked: list[dict[str, str]] = []
        self.view: View | None = None
        self._sockets: set[web.WebSocketResponse] = set()
        self._runner: web.AppRunner | None = None
        self._port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    @property
    def address(self) -> HallAddress:
        return HallAddress(f"http://127.0.0.1:{self._port}", TOKEN)

    def start(self) -> None:
        self._run(self._start())

    def stop(self) -> None:
        """The controller goes away; ``start`` brings it back at the same address."""
        self._run(self._stop())

    def close(self) -> None:
        self.stop()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def show(self, view: View) -> None:
        """Push a view to every station, now and when they connect."""
        self.view = view
        self._run(self._push(msgspec.json.encode(view).decode()))

    def say(self, text: str) -> None:
        """Push any text."""
        self._run(self._push(text))

    def _run(self, work: Any) -> None:
        future: Future[None] = asyncio.run_coroutine_threadsafe(work, self._loop)
        future.result(10)

    async def _start(self) -> None:
        app = web.Application()
        app.router.add_post("/api/commands", self._on_command)
        app.router.add_get("/api/live", self._on_live)
        app.router.add_get("/api/procedures", self._on_look_up)
        app.router.add_get("/api/procedures/{code}", self._on_look_up)
        self._runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port, reuse_address=True)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def _stop(self) -> None:
        for socket in list(self._sockets):
            transport = socket._req.transport if socket._req else None
            if transport is not None:
                transport.abort()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        others = asyncio.all_tasks() - {asyncio.current_task()}
        if others:
            await asyncio.wait(others, timeout=1)
        await asyncio.sleep(0.02)  # aborted transports let go of their sockets in a later turn

    async def _push(self, text: str) -> None:
        for socket in list(self._sockets):
            await socket.send_str(text)

    async def _on_command(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return web.json_response({"refused": "unknown_token"}, status=401)
        command = msgspec.json.decode(await request.read(), type=AnyCommand)
        self.posts.append(command)
        self.epochs.append(request.headers.get("Hall-Epoch", ""))
        command_id = str(command.command_id)
        if command_id not in self.happened:
            status, body = self.answer(command)
            if status == 503:
                return web.json_response(body, status=status)
            self.happened[command_id] = status, body
        if self.answers_to_lose:
            self.answers_to_lose -= 1
            assert request.transport is not None
            request.transport.abort()
        status, body = self.happened[command_id]
        return web.json_response(body, status=status)

    async def _on_look_up(self, request: web.Request) -> web.Response:
        self.asked.append({"path": request.path, **request.query})
        status, body = self.found
        return web.json_response(body, status=status)

    async def _on_live(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return web.json_response({"refused": "unknown_token"}, status=401)
        self.connections += 1
        self.asked.append(dict(request.query))
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        self._sockets.add(socket)
        if self.view is not None:
            await socket.send_str(msgspec.json.encode(self.view).decode())
        try:
            async for message in socket:
                if message.type is WSMsgType.PING and not self.is_frozen:
                    await socket.pong(message.data)
        finally:
            self._sockets.discard(socket)
        return socket
