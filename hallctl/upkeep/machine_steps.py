"""What every machine of a hall needs of its system: the time, a log with an end, open devices, a fire wall."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from string import Template

from hallctl.upkeep.steps import SYSTEM, Step, command, file, wish

TIME_KEEPERS = ("chronyd", "ntpd", "/lib/systemd/systemd-timesyncd")
JOURNALD = Path("etc/systemd/journald.conf.d/hall.conf")
RULES = Path("etc/udev/rules.d/60-hall-devices.rules")
FIRE_WALL = Path("etc/nftables.conf")


def time_kept() -> Iterator[Step]:
    """The network sets the clock; whoever keeps it already goes on."""
    if not any(shutil.which(one) or Path(one).exists() for one in TIME_KEEPERS):
        yield command("who keeps the time", "apt-get", "install", "-y", "systemd-timesyncd")
        # Whoever was asked for the time lately still answers that nobody keeps it.
        yield wish("which is known from now on", "systemctl", "try-restart", "systemd-timedated")
    yield wish("the network sets the clock", "timedatectl", "set-ntp", "true")


def log_kept() -> Iterator[Step]:
    """The log survives a restart and never fills the disk."""
    yield file("a log that has an end", JOURNALD, (SYSTEM / "journald.conf").read_text("utf-8"))
    yield command("which holds from now on", "systemctl", "restart", "systemd-journald")


def devices_open() -> Iterator[Step]:
    """Printers, lines and scanners are the hall's to open."""
    yield file("devices it may open", RULES, (SYSTEM / RULES.name).read_text("utf-8"))
    yield wish("which holds from now on", "udevadm", "control", "--reload")
    yield wish("for those that are plugged in too", "udevadm", "trigger")


def fire_wall(role: str, ports: tuple[int, ...]) -> Iterator[Step]:
    """Nobody comes in but by these ports, by SSH, and to ask who is there."""
    opened = ", ".join(str(one) for one in ports)
    lines = f"        # The hall.\n        tcp dport {{ {opened} }} accept\n" if ports else ""
    body = Template((SYSTEM / "nftables.conf").read_text("utf-8"))
    yield command("a fire wall", "apt-get", "install", "-y", "nftables")
    yield file("what it lets in", FIRE_WALL, body.substitute(role=role, ports=lines))
    yield command("it is in order", "nft", "--check", "--file", f"/{FIRE_WALL}")
    yield command("it stands at every start", "systemctl", "enable", "nftables")
    yield command("and now", "systemctl", "restart", "nftables")
