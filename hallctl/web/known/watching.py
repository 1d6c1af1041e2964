"""Watching the people's store: who was locked out or revoked leaves at once, whoever wrote it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable

from aiohttp import web

from hallctl.people.store import PeopleStore

log = logging.getLogger(__name__)

LOOK_S = 0.5
"""The command line writes into the same file; so soon the controller has noticed."""


def watching(
    store: PeopleStore, turn_out: Callable[[], None]
) -> Callable[[web.Application], AsyncIterator[None]]:
    """Calls ``turn_out`` after every change, as long as the application serves."""

    async def watch(_app: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(_look(store, turn_out))
        yield
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    return watch


async def _look(store: PeopleStore, turn_out: Callable[[], None]) -> None:
    while True:
        await asyncio.sleep(LOOK_S)
        try:
            if store.has_changed():
                turn_out()
        except Exception:
            log.exception("who may listen could not be looked up")
