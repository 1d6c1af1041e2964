"""Backs the hall up once a day while it is served, and drops what the rule no longer keeps.

The copy is made by a process of its own, so that proving it slows nobody down.
"""

import asyncio
import contextlib
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from hallctl.backup.pruning import taken_at
from hallctl.settings import HallSettings

log = logging.getLogger(__name__)

LOOK_EVERY_S = 60.0
AFTER_A_FAILURE_S = 900.0


def backup_folder(settings: HallSettings) -> Path:
    """Where scheduled backups go."""
    return settings.directory / settings.backup.to


def is_due(settings: HallSettings, now: datetime) -> bool:
    """Whether the time of the day has come and today has no backup yet."""
    hour, minute = (int(part) for part in settings.backup.at.split(":"))
    if now.timetz().replace(tzinfo=None) < time(hour, minute):
        return False
    taken = (taken_at(file) for file in backup_folder(settings).glob("hall-*"))
    return not any(when and when.date() == now.date() for when in taken)


@asynccontextmanager
async def backing_up(settings: HallSettings) -> AsyncIterator[None]:
    """The schedule is kept while inside; a hall that names no folder has none."""
    if not settings.backup.to:
        yield
        return
    keeping = asyncio.create_task(_keep_schedule(settings))
    try:
        yield
    finally:
        keeping.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await keeping


async def _keep_schedule(settings: HallSettings) -> None:
    zone = ZoneInfo(settings.plan.timezone)
    while True:
        rest_s = LOOK_EVERY_S
        if is_due(settings, datetime.now(zone)) and not await _back_up(settings):
            rest_s = AFTER_A_FAILURE_S
        await asyncio.sleep(rest_s)


async def _back_up(settings: HallSettings) -> bool:
    command = [sys.executable, "-m", "hallctl", "backup", str(settings.directory), "--scheduled"]
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    try:
        _, said = await process.communicate()
    except asyncio.CancelledError:
        process.kill()
        raise
    if process.returncode:
        log.error("the hall could not be backed up: %s", said.decode(errors="replace").strip())
    return process.returncode == 0
