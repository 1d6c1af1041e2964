"""``hallctl uninstall``: takes away what ``install`` has written; halls, backups and accounts stay."""

from collections.abc import Iterator
from pathlib import Path

from hallctl.upkeep.installing import UNITS
from hallctl.upkeep.machine_steps import FIRE_WALL, JOURNALD, RULES
from hallctl.upkeep.steps import TEMPLATES, Step, away, command

OURS = "Written by: hallctl install"


def undoing(root: Path) -> Iterator[Step]:
    """What is to be undone on this machine, in order; nothing where nothing was installed."""
    units = [one.name for one in TEMPLATES.glob("*.service") if is_ours(root / UNITS / one.name)]
    for name in sorted(units):
        yield command(f"{name} is stopped", "systemctl", "disable", "--now", name)
        yield away(UNITS / name)
    for path in (JOURNALD, RULES, FIRE_WALL):
        if is_ours(root / path):
            yield away(path)
    if units:
        yield command("systemd forgets them", "systemctl", "daemon-reload")
        # By a pattern: nothing that matches is no failure, and one that never failed is not known.
        failed = (f"{name}*" for name in sorted(units))
        yield command("and that any had failed", "systemctl", "reset-failed", *failed)
    if "hall-screen.service" in units:
        yield command("its keys again", "systemctl", "unmask", "ctrl-alt-del.target")


def is_ours(file: Path) -> bool:
    """Whether it was written by us: another's file of that name is not touched."""
    return file.exists() and OURS in file.read_text("utf-8", "replace")
