"""The settings that a hall last ran by: with a mistake in its file in the morning, it opens all the same.

A mistake made by hand while the hall runs is not taken up; at the next start there would be
nothing to go by, and nobody would get a number until somebody who knows the file is there.
"""

import asyncio
import logging
from pathlib import Path

import msgspec

from hallctl.hall_directory import HallDirectory
from hallctl.machine.whole_files import OWNER_ONLY, put_whole
from hallctl.settings import HallSettings, SettingsError, read_hall

log = logging.getLogger(__name__)


async def keep(settings: HallSettings) -> None:
    """The hall runs by them: the next start may, if it must."""
    if not settings.written:
        return
    file = HallDirectory(settings.directory).last_settings
    try:
        await asyncio.to_thread(_put_if_new, file, settings.written)
    except OSError as error:
        log.warning("the settings were not kept for a start in need: %s", error)


def _put_if_new(file: Path, written: bytes) -> None:
    """A start that changes nothing writes nothing."""
    if not file.exists() or file.read_bytes() != written:
        put_whole(file, written, OWNER_ONLY)


def settings_to_begin(directory: Path) -> HallSettings:
    """What ``hall.toml`` says; with a mistake in it, what the hall last ran by, and the mistake.

    Raises SettingsError with every mistake in ``hall.toml`` where neither can be used.
    """
    try:
        return read_hall(directory)
    except SettingsError as error:
        last = _last_of(directory)
        if last is None:
            raise
        log.error(  # noqa: TRY400 - the mistake is the technician's: no trace of ours explains it
            "%s can't be used, so the hall goes by the settings it last ran by: %s",
            directory / "hall.toml",
            error.problems[0],
        )
        return msgspec.structs.replace(last, mistake=error.problems[0])


def _last_of(directory: Path) -> HallSettings | None:
    try:
        return read_hall(directory, HallDirectory(directory).last_settings.read_bytes())
    except (FileNotFoundError, SettingsError):
        return None
