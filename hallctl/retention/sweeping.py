"""What is over is forgotten, kind by kind, and each time that something went the record says so.

A line names the kind, how many, and after how long; never what it was.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import NamedTuple

from hallctl.habits import again_and_again

MS_A_DAY = 86_400_000
LOOK_EVERY_S = 3600.0
SCHEDULE = "schedule"

Forget = Callable[[int], Awaitable[int]]
"""Forgets whatever ended before that moment (ms since 1970); gives how many that were."""
Note = Callable[[str, str], Awaitable[None]]
"""Writes one line into the record: by whom, and what."""


class Sweep(NamedTuple):
    """One kind of personal data, and how long after its end it stays."""

    kind: str
    keep_days: float
    forget: Forget


class Forgotten(NamedTuple):
    """What went of one kind."""

    kind: str
    number: int
    keep_days: float

    @property
    def told(self) -> str:
        """As the record has it."""
        return f"{self.kind}: {self.number}, {self.keep_days:g} days after the end"


class Sweeper:
    """Sweeps every kind, again and again or when told to."""

    def __init__(
        self, sweeps: Callable[[], Iterable[Sweep]], note: Note, now: Callable[[], int]
    ) -> None:
        """``sweeps`` are asked for each time: how long things stay may change under way."""
        self.sweeps = sweeps
        self._note = note
        self._now = now
        self._sweeping = asyncio.Lock()

    async def sweep(self, by: str) -> list[Forgotten]:
        """Forget what is due. One kind that fails holds up no other; its error is raised last."""
        gone, failures = [], []
        async with self._sweeping:
            for one in self.sweeps():
                before = self._now() - round(one.keep_days * MS_A_DAY)
                try:
                    count = await one.forget(before)
                except Exception as error:  # noqa: BLE001 - told below, after the others had their turn
                    failures.append(error)
                    continue
                if count:
                    gone.append(Forgotten(one.kind, count, one.keep_days))
                    await self._note(by, gone[-1].told)
        if failures:
            raise ExceptionGroup("not everything could be forgotten", failures)
        return gone

    async def keep_sweeping(self) -> None:
        """Never returns."""
        trouble = "personal data could not be forgotten"
        await again_and_again(LOOK_EVERY_S, partial(self.sweep, SCHEDULE), trouble)
