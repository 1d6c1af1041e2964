"""``python -m hallctl.playlist.film_trial FILE``: a stranger's film is decoded where nothing else can fall with it.

Prints width, height, frames and seconds; ends with 1 where it can't be shown.
"""

import subprocess
import sys
from pathlib import Path

from hallctl.machine.aside import let_others_go_first
from hallctl.station.film_files import BrokenFilmError, FilmSize

PATIENCE_S = 60


class UntriedFilmError(Exception):
    """The machine has no room for one program more just now: nothing is known of the film."""


def try_out(file: Path) -> FilmSize:
    """Of a film that can be shown where it begins and where it ends.

    Raises BrokenFilmError, UntriedFilmError.
    """
    with _begun(file) as trial:
        let_others_go_first(trial.pid)
        try:
            said, _ = trial.communicate(timeout=PATIENCE_S)
            width, height, frames, seconds = said.split()
        except subprocess.TimeoutExpired as error:
            trial.kill()
            raise BrokenFilmError("it takes too long to open") from error
        except ValueError as error:
            raise BrokenFilmError("it can't be shown whole") from error
    return FilmSize(int(width), int(height), int(frames), float(seconds))


def _begun(file: Path) -> "subprocess.Popen[str]":
    words = [sys.executable, "-m", "hallctl.playlist.film_trial", str(file)]
    try:
        return subprocess.Popen(  # noqa: S603 - our own program
            words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
    except OSError as error:  # no memory, or no process more
        raise UntriedFilmError(str(error)) from error


def main(file: Path) -> None:
    """Decode it here."""
    from hallctl.station.films import size_of  # noqa: PLC0415 - slow to load

    try:
        sys.stdout.write(" ".join(map(str, size_of(file))))
    except BrokenFilmError as broken:
        sys.exit(str(broken))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
