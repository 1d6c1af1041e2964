"""The settings that a hall runs by: they change under way, whole, between two commits.

A change is checked by the file's own rules first, then held against the hall as it stands: what
would take a service from those who wait for it, or a counter from whoever sits there, is refused in
words. Only then is it written, and everybody who goes by the settings is told.
"""

import asyncio
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from hallctl import last_settings
from hallctl.command_ids import new_command_id
from hallctl.controller import Controller
from hallctl.core.commands import ChangeServices, Command
from hallctl.core.guards.plan_guards import in_the_way
from hallctl.core.hall import Hall
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan
from hallctl.settings import HallSettings
from hallctl.settings.changing.standing import problem_of, stands_there
from hallctl.settings.changing.taking_up import still_to_come, take_up
from hallctl.settings.problems import Problem


class PlacedStation(NamedTuple):
    """A station that came in by a code, and the counter where it stands."""

    name: str
    counter: str


class LiveSettings:
    """What the controller goes by now; ``running`` is the one object that every part holds."""

    def __init__(self, running: HallSettings, controller: Controller) -> None:
        self.running = running
        self.mistake: Problem | None = running.mistake
        """Why the file, as it stands, is not what the hall goes by; None when it is."""
        self.followers: list[Callable[[], None]] = []
        """Told of every change, while nothing is decided."""
        self.placed: Callable[[], Collection[PlacedStation]] = tuple
        self._controller = controller

    async def take_up(
        self, found: HallSettings, by: str, write: Callable[[], None] = lambda: None
    ) -> tuple[Problem, ...]:
        """Go by ``found`` from now on, after ``write`` has put it on disk; or why not.

        ``by`` is whose change it is: what follows from it on the floor is done in their name.
        Raises HallStoppedError.
        """
        async with self._controller.standing_still() as hall:
            if problems := tuple(self._problems(hall, found.plan)):
                return problems
            await asyncio.to_thread(write)
            wishes = tuple(served_anew(hall, self.running.plan, found.plan))
            take_up(self.running, found)
            for follow in self.followers:
                follow()
        self.mistake = None
        await last_settings.keep(found)
        for wish in wishes:  # a refusal is as good: somebody was faster
            await self._controller.submit(wish, Actor(by, Role.ADMIN))
        return ()

    def still_to_come(self, found: HallSettings) -> dict[str, str]:
        """What of the file the hall only does once it has begun again, and why."""
        return still_to_come(self.running, found)

    def _problems(self, hall: Hall, plan: Plan) -> Iterator[Problem]:
        yield from map(problem_of, in_the_way(hall, self.running.plan, plan))
        for station in self.placed():
            if self.running.plan.counter(station.counter) and not plan.counter(station.counter):
                yield stands_there(station.counter, station.name)


def served_anew(hall: Hall, before: Plan, after: Plan) -> Iterator[Command]:
    """Open counters that serve what the plan says go on doing so when it says something else."""
    for desk in hall.counters.values():
        was, now = before.counter(desk.counter), after.counter(desk.counter)
        if was is None or now is None or not now.services:
            continue
        if set(desk.services) == set(was.services) != set(now.services):
            yield ChangeServices(
                command_id=new_command_id(), counter=desk.counter, services=now.services
            )
