"""One change of the hall's settings at a time: checked, taken, and taken up by the running hall."""

import asyncio
from collections.abc import Callable

from hallctl.live_settings import LiveSettings
from hallctl.people.sessions import Person
from hallctl.settings import HallSettings, SettingsError
from hallctl.settings.changing.editing import HallFile, Signed, Wanted
from hallctl.settings.problems import Problem


class HallSetup:
    """Whose settings are changed, by which clock, and how the controller begins again with them."""

    def __init__(
        self, live: LiveSettings, now: Callable[[], int], renew: Callable[[], None]
    ) -> None:
        self.directory = live.running.directory
        self.file = HallFile(self.directory)
        self.now = now
        self.renew = renew
        self.running = live.running
        self._live = live
        self._turn = asyncio.Lock()

    async def take(self, want: Callable[[], Wanted], person: Person) -> tuple[Problem, ...]:
        """Write what ``want`` gives, off the loop; the hall goes by it at once. Gives every problem.

        Raises HallStoppedError, and whatever ``want`` does but SettingsError.
        """
        async with self._turn:
            try:
                wanted = await asyncio.to_thread(want)
                found = await asyncio.to_thread(self.file.checked, wanted)
                if problems := await asyncio.to_thread(wanted.trial, found):
                    return problems
            except SettingsError as error:
                return tuple(error.problems)
            by = Signed(person.account, self.now())
            return await self._live.take_up(found, by.who, lambda: self.file.write(wanted, by))

    def still_to_come(self, found: HallSettings) -> dict[str, str]:
        """What of the file the hall only does once it has begun again, and why."""
        return self._live.still_to_come(found)
