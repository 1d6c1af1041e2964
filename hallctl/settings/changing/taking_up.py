"""What a running hall takes up from its settings at once, and what only when it begins again.

The settings that every part of the controller holds are one object, and so is the plan in them; here,
and nowhere else, a part of it gives way to what the file says now. That happens between two
commits, never within one: see :mod:`hallctl.live_settings`.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec.structs import fields, force_setattr

from hallctl.settings.tables.hall import HallSettings

WHEN_IT_BEGINS: Mapping[str, str] = {
    "server": "listens",
    "timezone": "clock",
}
"""Parts that wait until the controller begins again, and why: where it listens, what hours it counts by."""


def take_up(running: HallSettings, found: HallSettings) -> None:
    """Put what may change under way into the running settings."""
    _put(running.plan, found.plan, (*WHEN_IT_BEGINS,))
    _put(running, found, ("plan", "directory", *WHEN_IT_BEGINS))


def still_to_come(running: HallSettings, found: HallSettings) -> dict[str, str]:
    """The parts that differ and wait until the controller begins again, each with its reason."""
    return {
        name: why
        for name, why in WHEN_IT_BEGINS.items()
        if _named(running, name) != _named(found, name)
    }


def _put(running: msgspec.Struct, found: msgspec.Struct, but: tuple[str, ...]) -> None:
    for one in fields(running):
        if one.name not in but:
            force_setattr(running, one.name, getattr(found, one.name))


def _named(settings: HallSettings, name: str) -> Any:
    return getattr(settings, name) if hasattr(settings, name) else getattr(settings.plan, name)
