"""A checkpoint in the making, killed at a step: ``dying HALL STEP``."""

import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hallctl.checkpoint.making import make_checkpoint
from hallctl.hall_directory import HallDirectory

STEPS = ("begun", "half_written", "before_sync", "after_sync", "in_place")
A_PART = 2_000
"""Bytes of the file: it has more."""


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def stop_writing_soon() -> None:
    """The kernel kills whoever writes further."""
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (A_PART, A_PART))


def after(does: Callable[..., Any], then: Callable[[], None]) -> Callable[..., Any]:
    """The same, and then that."""

    def both(*given: Any, **more: Any) -> Any:
        done = does(*given, **more)
        then()
        return done

    return both


def main(hall: str, step: str) -> None:
    match step:
        case "begun":
            os.open = after(os.open, die)
        case "half_written":
            os.fdopen = after(os.fdopen, stop_writing_soon)
        case "before_sync":
            os.fsync = lambda _descriptor: die()
        case "after_sync":
            os.fsync = after(os.fsync, die)
        case "in_place":
            Path.replace = after(Path.replace, die)  # type: ignore[method-assign]
    make_checkpoint(HallDirectory(Path(hall)))


if __name__ == "__main__":
    main(*sys.argv[1:])
