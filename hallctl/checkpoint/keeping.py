"""When the running hall has a checkpoint made: each day when it has closed, and after a long start."""

import asyncio
import logging
from pathlib import Path

from hallctl.core.hall import Hall
from hallctl.machine.aside import run_aside

LOOK_EVERY_S = 20.0
AFTER_A_FAILURE_S = 900.0
FEW, MANY = 1_000, 20_000
"""Facts that a start would have to replay: it takes a tenth of a second for many."""

log = logging.getLogger(__name__)


class Checkpoints:
    """Those of one running hall."""

    def __init__(self, directory: Path, hall: Hall, told_up_to: int) -> None:
        self._directory = directory
        self._hall = hall
        self._told_up_to = told_up_to

    async def keep_making(self) -> None:
        """Look again and again; never returns."""
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            if is_due(self._hall, self._told_up_to) and not await self._make():
                await asyncio.sleep(AFTER_A_FAILURE_S)

    async def _make(self) -> bool:
        number = self._hall.journal_number
        if problem := await run_aside("checkpoint", str(self._directory)):
            log.error("there is no new checkpoint: %s", problem)
            return False
        self._told_up_to = number
        return True


def is_due(hall: Hall, told_up_to: int) -> bool:
    """Whether enough has happened since; while the hall is open it takes much more."""
    return hall.journal_number - told_up_to >= (MANY if hall.is_open else FEW)
