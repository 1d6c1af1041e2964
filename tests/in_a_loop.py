"""A test that waits: its coroutine gets an event loop of its own, and pytest an ordinary function."""

import asyncio
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, ParamSpec

Wants = ParamSpec("Wants")


def in_a_loop(test: Callable[Wants, Coroutine[Any, Any, None]]) -> Callable[Wants, None]:
    """Run it to its end."""

    @wraps(test)
    def run(*args: Wants.args, **named: Wants.kwargs) -> None:
        asyncio.run(test(*args, **named))

    return run
