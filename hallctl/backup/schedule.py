"""Backs the hall up once a day while it is served, and drops what the rule no longer keeps."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, time
from zoneinfo import ZoneInfo

from hallctl.backup_runs import BackupRuns, backups_of
from hallctl.habits import kept
from hallctl.settings import HallSettings

LOOK_EVERY_S = 60.0
AFTER_A_FAILURE_S = 900.0


def is_due(settings: HallSettings, now: datetime) -> bool:
    """Whether the time of the day has come and today has no backup yet."""
    if not settings.backup.to:
        return False
    hour, minute = (int(part) for part in settings.backup.at.split(":"))
    if now.timetz().replace(tzinfo=None) < time(hour, minute):
        return False
    return not any(one.taken.date() == now.date() for one in backups_of(settings))


@asynccontextmanager
async def backing_up(settings: HallSettings, runs: BackupRuns) -> AsyncIterator[None]:
    """The schedule is kept while inside; as long as no folder is named, nothing falls due."""
    try:
        async with kept(_keep_schedule(settings, runs)):
            yield
    finally:
        await runs.end()


async def _keep_schedule(settings: HallSettings, runs: BackupRuns) -> None:
    zone = ZoneInfo(settings.plan.timezone)
    while True:
        rest_s = LOOK_EVERY_S
        # A folder on another machine may keep whoever looks into it waiting: the hall goes on.
        is_time = await asyncio.to_thread(is_due, settings, datetime.now(zone))
        if is_time and not await asyncio.shield(runs.begin()):
            rest_s = AFTER_A_FAILURE_S
        await asyncio.sleep(rest_s)
