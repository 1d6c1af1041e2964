"""``hallctl take-over``: ends the following and begins an epoch of this machine's own."""

import asyncio
import contextlib
import os
import signal
import time

from hallctl.backup.restoring import Moment, Restored, begin_epoch
from hallctl.hall_directory import HallBusyError, HallDirectory
from hallctl.journal.entry import JournalError
from hallctl.standby.following import pid_file
from hallctl.standby.telling_the_old import tell

PATIENCE_S = 10.0


def take_over(home: HallDirectory, moment: Moment) -> Restored:
    """This journal is the hall's from now on. Raises HallBusyError or JournalError."""
    if not home.journal.exists() or not (home.copy_of.exists() or home.followed.exists()):
        raise JournalError(f"{home.path} has followed no hall: it is no standby's copy")
    _end_following(home)
    with home.held():
        made = begin_epoch(home, "taken_over", moment)
        home.copy_of.unlink(missing_ok=True)
    return made


def fence_off(home: HallDirectory, url: str, epoch: int) -> bool:
    """Tell the old controller, if it still runs; stations tell it too. True when it has heard."""
    return asyncio.run(tell(home, url, epoch)) == "fenced"


def _end_following(home: HallDirectory) -> None:
    """Whoever follows holds the directory; a number left from before a power cut is somebody else's."""
    until, is_asked = time.monotonic() + PATIENCE_S, False
    while time.monotonic() < until:
        try:
            with home.held():
                return
        except HallBusyError:
            if not is_asked:
                is_asked = True
                with contextlib.suppress(FileNotFoundError, ValueError, ProcessLookupError):
                    os.kill(int(pid_file(home.path).read_text()), signal.SIGTERM)
            time.sleep(0.05)
