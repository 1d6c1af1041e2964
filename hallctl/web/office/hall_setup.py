"""One change of the hall's settings at a time: checked, taken, and taken up by the running hall."""

import asyncio
from collections.abc import Callable

from hallctl.settings import HallSettings, SettingsError, read_hall
from hallctl.settings.editing import HallFile
from hallctl.settings.problems import Problem
from hallctl.settings.taking_up import still_to_come, take_up


class HallSetup:
    """Whose settings are changed, by which clock, and how the controller begins again with them."""

    def __init__(
        self, running: HallSettings, now: Callable[[], int], renew: Callable[[], None]
    ) -> None:
        self.directory = running.directory
        self.file = HallFile(running.directory)
        self.now = now
        self.renew = renew
        self._running = running
        self._turn = asyncio.Lock()

    async def change(self, act: Callable[[], None]) -> tuple[Problem, ...]:
        """Do it off the loop; what was taken is taken up at once. Gives every problem."""
        async with self._turn:
            try:
                await asyncio.to_thread(act)
                found = await asyncio.to_thread(read_hall, self.directory)
            except SettingsError as error:
                return tuple(error.problems)
            take_up(self._running.plan, found.plan)
            return ()

    def still_to_come(self, found: HallSettings) -> tuple[str, ...]:
        """What of the file the hall only does once it has begun again."""
        return still_to_come(self._running, found)
