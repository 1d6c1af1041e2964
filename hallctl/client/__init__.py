"""A hall asked by a program: typed by the very structs that travel, at once or in an event loop."""

from hallctl.client.answers import (
    Granted,
    HallError,
    MalformedError,
    NotLetInError,
    RefusedError,
    UnreachableError,
)
from hallctl.client.hall import Hall
from hallctl.client.loop import AsyncHall

__all__ = [
    "AsyncHall", "Granted", "Hall", "HallError", "MalformedError", "NotLetInError", "RefusedError",
    "UnreachableError",
]  # fmt: skip
