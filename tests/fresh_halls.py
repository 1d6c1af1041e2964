"""Commune halls nobody has used yet, their empty stores copied: making tables takes longer than serving."""

import asyncio
import atexit
import shutil
import tempfile
import threading
from functools import cache
from pathlib import Path

from hallctl.running import running
from hallctl.samples import write_sample
from hallctl.settings import read_hall

PERSONAL = ("run", "secrets", "signing")
"""What no two halls share."""


def fresh_hall(path: Path) -> Path:
    """A hall in that directory, as it is after its first start; its keys and tokens are its own."""
    shutil.copytree(_started_once(), path)
    return path


@cache
def _started_once() -> Path:
    room = Path(tempfile.mkdtemp(prefix="fresh-hall-"))
    atexit.register(shutil.rmtree, room, ignore_errors=True)
    hall = room / "hall"
    write_sample(hall, "commune")
    # In a thread of its own: a browser's event loop may be running in this one.
    start = threading.Thread(target=lambda: asyncio.run(_start_and_stop(hall)))
    start.start()
    start.join()
    for made_anew in PERSONAL:
        shutil.rmtree(hall / made_anew, ignore_errors=True)  # a short life may not have made it
    return hall


async def _start_and_stop(hall: Path) -> None:
    async with running(read_hall(hall), "127.0.0.1", 0):
        pass
