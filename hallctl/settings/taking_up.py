"""What a running hall takes up from its settings at once, and what only when it begins again.

The plan that every part of the controller holds is one object; here, and nowhere else, a part of it
gives way to what the file says now. That happens between two commands, never within one.
"""

from msgspec.structs import fields, force_setattr

from hallctl.core.plan import Plan
from hallctl.settings.hall import HallSettings

AT_ONCE = (
    "papers", "dossiers", "notices", "floor", "rules", "alerts", "runs", "fees", "deliveries",
    "telling", "weekdays", "shifts", "service_hours", "place", "offline",
)  # fmt: skip
"""The parts of a plan that nothing else has been made of."""


def take_up(running: Plan, found: Plan) -> None:
    """Put what may change under way into the running plan."""
    for name in AT_ONCE:
        force_setattr(running, name, getattr(found, name))


def still_to_come(running: HallSettings, found: HallSettings) -> tuple[str, ...]:
    """The parts that differ and wait until the controller begins again."""
    plan = tuple(
        one.name
        for one in fields(Plan)
        if one.name not in AT_ONCE
        and getattr(running.plan, one.name) != getattr(found.plan, one.name)
    )
    around = tuple(
        one.name
        for one in fields(HallSettings)
        if one.name not in {"plan", "directory"}
        and getattr(running, one.name) != getattr(found, one.name)
    )
    return (*plan, *around)
