"""The controller on a thread of its own, served on loopback as it would be on the LAN."""

import asyncio
import gc
import threading
from concurrent.futures import Future

import uvloop

from hallctl.controller import Clock
from hallctl.hall_directory import HallDirectory
from hallctl.running import running
from hallctl.settings import HallSettings

LOOPBACK = "127.0.0.1"


class ControllerThread:
    """Starts at once; ``url`` is where it accepts commands. Raises what running the hall raises.

    Port 0 takes a free one. While it runs, garbage is not collected by itself: this thread would
    take down screens' objects, which Qt allows only the thread that made them.
    """

    def __init__(self, settings: HallSettings, clock: Clock, port: int = 0) -> None:
        self._settings = settings
        self._clock = clock
        self._port = port
        self._started: Future[asyncio.Event] = Future()
        self._failure: BaseException | None = None
        self._collects = gc.isenabled()
        gc.disable()
        self._thread = threading.Thread(target=self._run, name="controller", daemon=True)
        self._thread.start()
        self._stop = self._started.result()
        self.url = HallDirectory(settings.directory).address.read_text().strip()

    def stop(self) -> None:
        """End in good order; everything answered is on disk. Raises what ended it before."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join()
        if self._collects:
            gc.enable()
        if self._failure is not None:
            raise self._failure

    def _run(self) -> None:
        try:
            uvloop.run(self._serve())
        except BaseException as error:  # noqa: BLE001 - handed to the thread that waits for it
            if self._started.done():
                self._failure = error
            else:
                self._started.set_exception(error)

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        stop = asyncio.Event()
        async with running(self._settings, LOOPBACK, self._port, self._clock):
            self._started.set_result(stop)
            await stop.wait()
