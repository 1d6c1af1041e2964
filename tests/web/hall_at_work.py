"""A real controller on a real port, in a thread of its own, for tests that speak over sockets."""

import asyncio
import threading
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import uvloop

from hallctl.assemble import Assembly
from hallctl.controller import Clock
from hallctl.hall_directory import HallDirectory
from hallctl.running import running
from hallctl.settings import read_hall
from tests.fresh_halls import fresh_hall
from tests.hall_clients import PATIENCE_S, Listener, Reply, Wire, wish


class HallAtWork:
    """A commune hall that accepts commands until it is closed."""

    def __init__(self, path: Path, clock: Clock | None = None) -> None:
        if not (path / "hall.toml").exists():
            fresh_hall(path)
        self.directory = HallDirectory(path)
        self._clock = clock
        self._opened: list[Wire | Listener] = []
        self._loop = uvloop.new_event_loop()
        self._ready, self._done = threading.Event(), asyncio.Event()
        # A test that breaks off before it closes its hall is not to keep the whole run waiting.
        work, day = self._loop.run_until_complete, self._run()
        self._thread = threading.Thread(target=work, args=(day,), daemon=True)
        self._thread.start()
        assert self._ready.wait(PATIENCE_S)
        self.port = int(self.directory.address.read_text().rpartition(":")[2])

    async def _run(self) -> None:
        try:
            async with running(
                read_hall(self.directory.path), "127.0.0.1", 0, self._clock
            ) as self.assembly:
                self._ready.set()
                await self._done.wait()
        finally:
            self._ready.set()

    assembly: Assembly

    def token(self, station: str = "") -> str:
        """The station's token, or the admin's."""
        file = self.directory.station_token(station) if station else self.directory.admin_token
        return file.read_text().strip()

    def wire(self, station: str = "") -> Wire:
        """A connection that speaks in the name of that station, or of the admin."""
        return self.wire_with(self.token(station))

    def wire_with(self, token: str) -> Wire:
        """A connection with any token, or none."""
        wire = Wire(self.port, token)
        self._opened.append(wire)
        return wire

    def listen(self, query: str, token: str = "", receive_buffer: int = 0) -> Listener:
        """A station that listens."""
        listener = Listener(self.port, query, token, receive_buffer)
        self._opened.append(listener)
        return listener

    def listen_with(self, query: str, line: str) -> Listener:
        """A browser that listens; ``line`` is its cookie's header line."""
        listener = Listener(self.port, query, line=line)
        self._opened.append(listener)
        return listener

    def open(self, *counters: str) -> Wire:
        """Open the day and these counters; gives the admin's wire."""
        admin = self.wire()
        granted(admin.ask(wish("OpenDay")))
        for counter in counters:
            granted(admin.ask(wish("OpenCounter", counter=counter, official=f"official-{counter}")))
        return admin

    def wait_for(self, work: Coroutine[Any, Any, Any]) -> Any:
        """What that work gives, done where the hall lives."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(20)

    def close(self) -> None:
        """Everyone leaves, then the hall stops."""
        for one in self._opened:
            one.close()
        self._loop.call_soon_threadsafe(self._done.set)
        self._thread.join(PATIENCE_S)
        self._loop.close()


def granted(reply: Reply) -> dict[str, object]:
    """The first event of a granted command."""
    assert reply.status == 200, reply
    return reply.json["events"][0]
