"""``hallctl take-over``: ends the following and begins an epoch of this machine's own."""

import contextlib
import os
import signal
import time
from urllib.error import URLError
from urllib.request import ProxyHandler, Request, build_opener

from hallctl.backup.restoring import Moment, Restored, begin_epoch
from hallctl.hall_directory import HallBusyError, HallDirectory
from hallctl.standby.following import pid_file
from hallctl.web.fence import HEADER

PATIENCE_S = 10.0


def take_over(home: HallDirectory, moment: Moment) -> Restored:
    """This journal is the hall's from now on. Raises HallBusyError or JournalError."""
    _end_following(home)
    with home.held():
        return begin_epoch(home, "taken_over", moment)


def fence_off(url: str, token: str, epoch: int) -> bool:
    """Tell the old controller, if it still runs; stations tell it too. True when it has heard."""
    headers = {"Authorization": f"Bearer {token}", HEADER: str(epoch)}
    request = Request(f"{url.rstrip('/')}/api/health", headers=headers)  # noqa: S310 - what the operator gave
    try:
        build_opener(ProxyHandler({})).open(request, timeout=3).close()
    except URLError as error:
        return getattr(error, "code", 0) == 503
    return False


def _end_following(home: HallDirectory) -> None:
    file = pid_file(home.path)
    with contextlib.suppress(FileNotFoundError, ValueError, ProcessLookupError):
        os.kill(int(file.read_text()), signal.SIGTERM)
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        try:
            with home.held():
                return
        except HallBusyError:
            time.sleep(0.05)
