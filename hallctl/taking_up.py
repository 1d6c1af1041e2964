"""A catalogue that comes in while the hall runs is taken up within seconds, whoever brought it."""

import asyncio
import logging

from hallctl.catalogue.problems import CatalogueError
from hallctl.catalogue.shelf import Shelf
from hallctl.catalogue.watching import signs_of
from hallctl.problems import ProblemsError
from hallctl.settings import HallSettings, read_hall
from hallctl.settings.taking_up import take_up

LOOK_EVERY_S = 3.0

log = logging.getLogger(__name__)


async def keep_taking_up(settings: HallSettings, every_s: float = LOOK_EVERY_S) -> None:
    """Look at the shelf again and again; never returns. One that can't be used is left alone."""
    shelf = Shelf(settings.directory)
    known = await asyncio.to_thread(signs_of, shelf)
    while True:
        await asyncio.sleep(every_s)
        try:
            now = await asyncio.to_thread(signs_of, shelf)
            if now == known:
                continue
            known = now
            found = await asyncio.to_thread(read_hall, settings.directory)
        except (CatalogueError, ProblemsError, OSError) as error:
            log.warning("the catalogue was not taken up: %s", str(error).splitlines()[0])
            continue
        take_up(settings.plan, found.plan)
