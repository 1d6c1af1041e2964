"""Watching the people's store: who was locked out or revoked leaves at once, whoever wrote it."""

from collections.abc import AsyncIterator, Callable

from aiohttp import web

from hallctl.habits import again_and_again, kept
from hallctl.people.store import PeopleStore

LOOK_S = 0.5
"""The command line writes into the same file; so soon the controller has noticed."""


def watching(
    store: PeopleStore, turn_out: Callable[[], None]
) -> Callable[[web.Application], AsyncIterator[None]]:
    """Calls ``turn_out`` after every change, as long as the application serves."""

    async def look() -> None:
        if store.has_changed():
            turn_out()

    async def watch(_app: web.Application) -> AsyncIterator[None]:
        trouble = "who may listen could not be looked up"
        async with kept(again_and_again(LOOK_S, look, trouble)):
            yield

    return watch
