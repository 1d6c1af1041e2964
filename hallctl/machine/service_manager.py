"""Tells systemd that the hall is ready, and again and again that it is well (sd_notify(3))."""

import asyncio
import contextlib
import os
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from hallctl.habits import kept

READY, WELL, STOPPING = "READY=1", "WATCHDOG=1", "STOPPING=1"


def tell(words: str) -> None:
    """Say it where somebody listens; else nothing happens."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    if address.startswith("@"):
        address = "\0" + address[1:]
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line, contextlib.suppress(OSError):
        line.connect(address)
        line.sendall(words.encode())


def told_every_s() -> float:
    """Twice in the time after which systemd takes us for dead; 0 where it doesn't watch."""
    return int(os.environ.get("WATCHDOG_USEC", "0")) / 2_000_000


@asynccontextmanager
async def watched(is_well: Callable[[], bool]) -> AsyncIterator[None]:
    """Ready on entering, stopping on leaving; well as long as the loop turns and ``is_well``."""
    tell(READY)
    every_s = told_every_s()
    async with kept(*([_keep_telling(every_s, is_well)] if every_s else [])):
        try:
            yield
        finally:
            tell(STOPPING)


async def _keep_telling(every_s: float, is_well: Callable[[], bool]) -> None:
    while True:
        if is_well():
            tell(WELL)
        await asyncio.sleep(every_s)
