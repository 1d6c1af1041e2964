"""After a take-over: the old hall is told of the new epoch as soon as it can be reached, once and for all."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal

import aiohttp

from hallctl.core.hall import Hall
from hallctl.habits import kept
from hallctl.hall_directory import HallDirectory
from hallctl.standby.following import trusting
from hallctl.web.door.fence import HEADER

log = logging.getLogger(__name__)

AGAIN_S = 5.0
PATIENCE = aiohttp.ClientTimeout(total=3)

Heard = Literal["silence", "ourselves", "fenced"]


@asynccontextmanager
async def telling_the_old(home: HallDirectory, hall: Hall) -> AsyncIterator[None]:
    """Tell it while inside; a hall that never followed another has nobody to tell."""
    if not home.followed.exists():
        yield
        return
    async with kept(_keep_telling(home, hall.epoch)):
        yield


async def _keep_telling(home: HallDirectory, epoch: int) -> None:
    url = home.followed.read_text("utf-8").strip()
    while True:
        match await tell(home, url, epoch):
            case "fenced":
                log.warning("%s has heard that the hall goes on here, and has stopped", url)
                home.followed.unlink(missing_ok=True)
                return
            case "ourselves":  # this machine has taken its address
                return
        await asyncio.sleep(AGAIN_S)


async def tell(home: HallDirectory, url: str, epoch: int) -> Heard:
    """What became of it: nobody was there, it was this hall itself, or the old one has heard."""
    authority = home.path / "secrets" / "authority.pem"
    pem = authority.read_text("utf-8") if authority.exists() else ""
    headers = {
        "Authorization": f"Bearer {home.token(home.admin_token)}",
        HEADER: str(epoch),
    }
    connector = aiohttp.TCPConnector(ssl=trusting(pem))
    try:
        async with (
            aiohttp.ClientSession(headers=headers, timeout=PATIENCE, connector=connector) as old,
            old.get(f"{url}/api/health") as answer,
        ):
            if answer.status == 503:
                return "fenced"
            said = await answer.json()
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError):
        return "silence"
    return "ourselves" if said.get("epoch") == epoch else "silence"
