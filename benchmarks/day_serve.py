"""``python -m benchmarks.day_serve PACE… DIR``: a controller whose clock runs through days at that pace."""

import sys
from pathlib import Path

import uvloop

from benchmarks.day_clock import DayClock, read
from hallctl.running import Asked, serve
from hallctl.settings import read_hall


def main() -> None:
    """Serve until the process is ended."""
    *pace, directory = sys.argv[1:]
    settings = read_hall(Path(directory))
    uvloop.run(serve(settings, Asked("127.0.0.1", 0), DayClock(settings.plan, read(pace))))


if __name__ == "__main__":
    main()
