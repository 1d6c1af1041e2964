"""What a hall does again and again beside its commands, for as long as it is at work."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

log = logging.getLogger(__name__)

Habit = Coroutine[Any, Any, Any]


@asynccontextmanager
async def kept(*habits: Habit) -> AsyncIterator[None]:
    """All of them go on while inside; at the end they are cancelled, and waited for."""
    tasks = [asyncio.create_task(habit) for habit in habits]
    for task in tasks:
        task.add_done_callback(_say_why)
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def again_and_again(
    every_s: float,
    act: Callable[[], Awaitable[object]],
    trouble: str,
    *,
    until: tuple[type[Exception], ...] = (),
) -> None:
    """Act at once, and again so many seconds after each time.

    Whatever goes wrong is logged as ``trouble`` and stops nothing; an error of ``until`` ends it.
    """
    while True:
        try:
            await act()
        except until:
            return
        except Exception:
            log.exception(trouble)
        await asyncio.sleep(every_s)


def _say_why(ended: asyncio.Task[Any]) -> None:
    """A habit that died is missed by nobody at once: the log has it."""
    if not ended.cancelled() and (error := ended.exception()) is not None:
        log.error("what the hall does again and again has ended", exc_info=error)
