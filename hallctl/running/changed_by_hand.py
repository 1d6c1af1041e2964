"""What is changed by hand while the hall runs is taken up within seconds: its settings, its catalogue."""

import asyncio
import logging
from functools import partial

from hallctl.catalogue.problems import CatalogueError
from hallctl.catalogue.shelf import Shelf
from hallctl.catalogue.watching import signs_of
from hallctl.controller import HallStoppedError
from hallctl.live_settings import LiveSettings
from hallctl.problems import Problem, ProblemsError
from hallctl.settings import FILE_NAME, read_hall

LOOK_EVERY_S = 3.0
BY_HAND = "hall.toml"

log = logging.getLogger(__name__)


class _OvertakenError(Exception):
    """The files are others by now."""


async def keep_taking_up(live: LiveSettings) -> None:
    """Look at the files again and again; what can't be used is left alone. Ends with the hall."""
    known: object = await asyncio.to_thread(_signs, live)
    while True:
        await asyncio.sleep(LOOK_EVERY_S)
        try:
            now = await asyncio.to_thread(_signs, live)
            if now == known:
                continue
            known = now
            found = await asyncio.to_thread(read_hall, live.running.directory)
            _tell(live, await live.take_up(found, BY_HAND, partial(_still_at, now, live)))
        except HallStoppedError:
            return
        except _OvertakenError:
            known = None
        except (CatalogueError, ProblemsError) as error:
            _tell(live, tuple(error.problems))
        except OSError as error:
            log.warning("the settings were not taken up: %s", error)


def _still_at(now: object, live: LiveSettings) -> None:
    """A set-up page may have written meanwhile: what was read before is not put in its place."""
    if _signs(live) != now:
        raise _OvertakenError


def _signs(live: LiveSettings) -> object:
    """By which it is seen that a file has changed."""
    directory = live.running.directory
    written = (directory / FILE_NAME).stat()
    return signs_of(Shelf(directory)), written.st_mtime_ns, written.st_size, written.st_ino


def _tell(live: LiveSettings, problems: tuple[Problem, ...]) -> None:
    if problems:
        live.mistake = problems[0]
        log.warning("the settings were not taken up: %s", problems[0])
