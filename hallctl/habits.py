"""What a hall does again and again beside its commands, for as long as it is at work."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any


@asynccontextmanager
async def kept(*habits: Coroutine[Any, Any, Any]) -> AsyncIterator[None]:
    """All of them go on while inside; at the end they are cancelled, and waited for."""
    tasks = [asyncio.create_task(habit) for habit in habits]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
