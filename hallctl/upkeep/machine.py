"""Looks at a machine: its disk, clock, fonts, sound, database engine and address."""

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # pysqlite3 where it is installed

from hallctl.journal.sqlite_journal import SOUND_SQLITE
from hallctl.upkeep.findings import Finding, fine, look, wrong

GIB = 1 << 30
FEW_GIB, FULL_GIB = 5, 1
PYTHON = (3, 11)
FONTS = ("fontpkg-be-vietnam-pro", "fontpkg-inter")


def look_at_machine(folder: Path) -> Iterator[Finding]:
    """Everything that a hall's software needs of any machine."""
    yield look_at_disk(folder)
    yield look_at_clock()
    yield look_at_python()
    yield look_at_sqlite()
    yield look_at_fonts()
    yield look_at_sound()
    yield look_at_address()


def look_at_disk(folder: Path) -> Finding:
    """Room for a year of journals and a few backups."""
    usage = shutil.disk_usage(folder)
    found = f"{usage.free / GIB:.1f} GiB free of {usage.total / GIB:.0f} on the disk of {folder}"
    if usage.free < FULL_GIB * GIB:
        return wrong("disk", found, "free some room now: the hall stops when the disk is full")
    if usage.free < FEW_GIB * GIB:
        return look("disk", found, "move old backups elsewhere")
    return fine("disk", found)


def look_at_clock() -> Finding:
    """Deadlines, waits and certificates go by this clock."""
    try:
        said = _said("timedatectl", "show", "--property=NTPSynchronized", "--value")
    except OSError:
        return look(
            "clock",
            "nobody can say whether it is set by the network",
            "install systemd-timesyncd or chrony",
        )
    if said == "yes":
        return fine("clock", "set by the network")
    return wrong("clock", "it is not set by the network", "timedatectl set-ntp true")


def look_at_python() -> Finding:
    """The release this software is made for."""
    found = f"Python {sys.version.split()[0]}"
    if sys.version_info < PYTHON:
        return wrong("python", found, "install Python 3.11 or newer")
    return fine("python", found)


def look_at_sqlite() -> Finding:
    """Older engines can spoil a journal."""
    found = f"SQLite {sqlite3.sqlite_version}"
    if sqlite3.sqlite_version_info < SOUND_SQLITE:
        return wrong("sqlite", found, "pip install pysqlite3==0.6.1")
    return fine("sqlite", found)


def look_at_fonts() -> Finding:
    """Vietnamese letters need these; a missing font falls back to one without them."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - rarely asked

    try:
        found = ", ".join(f"{name} {version(name)}" for name in FONTS)
    except PackageNotFoundError as missing:
        return wrong("fonts", f"{missing.name} is not installed", f"pip install {missing.name}")
    return fine("fonts", found)


def look_at_sound() -> Finding:
    """Only a board speaks; other machines do well without."""
    voice = shutil.which("espeak-ng")
    cards = Path("/proc/asound/cards")
    has_card = cards.exists() and "no soundcards" not in cards.read_text()
    if voice and has_card:
        return fine("sound", f"a sound card, and {voice}")
    missing = "espeak-ng is not installed" if not voice else "there is no sound card"
    return look(
        "sound", missing, "on a machine with a board: apt install espeak-ng; plug in speakers"
    )


def look_at_address() -> Finding:
    """The address that other machines reach this one by."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing: asks the routing table only
            own = probe.getsockname()[0]
        except OSError:
            return wrong("network", "this machine has no way to any other", "plug in the cable")
    return fine("network", f"this machine is {own}")


def _said(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=5, check=False)  # noqa: S603 - our own words
    return done.stdout.strip()
