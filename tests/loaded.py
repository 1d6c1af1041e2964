"""A process that has loaded the hall, and becomes another at a word: ``python -m tests.loaded FD``.

Loading takes a controller longer than all the rest of its start, and is the same every time. Each
line on the socket names a module and its words; a fork runs it, as ``python -m`` would, but looks
again at once where a real one would rest for seconds.
"""

import gc
import json
import os
import runpy
import socket
import sys
import tempfile
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import get_args

from hallctl.catalogue.guide import Guides
from hallctl.catalogue.shelf import Shelf
from hallctl.cli import VERBS, command_line
from hallctl.samples import Sample, write_sample
from hallctl.settings import read_hall
from hallctl.web.pages import Pages
from hallctl.web.site import WAYS

MOST_BYTES = 1 << 20
A_MOMENT_S = 0.2
RESTS = {
    "hallctl.notices.outbox": "LOOK_EVERY_S",
    "hallctl.standby.fetching_stores": "LOOK_EVERY_S",
    "hallctl.standby.following": "AGAIN_S",
    "hallctl.standby.telling_the_old": "AGAIN_S",
    "hallctl.standby.waiting": "LOOK_S",
    "hallctl.station.printing": "LOOK_AGAIN_S",
    "hallctl.running.changed_by_hand": "LOOK_EVERY_S",
    "hallctl.webhooks.sending": "LOOK_EVERY_S",
}
"""How long they rest before they look again: nobody watches, so no test need wait for it."""
MODULES = (
    "hallctl.backup.restoring",
    "hallctl.verbs.first_run",
    "hallctl.running",
    "hallctl.standby.following",
    "hallctl.standby.taking_over",
    "hallctl.station.devices.devices_running",
    "hallctl.verifying",
    "uvloop",
)
STREAMS = 3


def bear(door: socket.socket) -> dict[str, object]:
    """Answer words with process ids until a fork is to run; gives what it was told. Ends with the door."""
    while True:
        said, streams, _, _ = socket.recv_fds(door, MOST_BYTES, STREAMS)
        if not said:
            sys.exit()
        between = os.fork()
        if not between:
            if child := os.fork():
                door.send(str(child).encode())
                os._exit(0)
            return _become(json.loads(said), streams)
        os.waitpid(between, 0)
        door.send(b"whoever asked is its parent now")
        for one in streams:
            os.close(one)


def _become(told: dict[str, object], streams: list[int]) -> dict[str, object]:
    for place, one in enumerate(streams):
        os.dup2(one, place)
        os.close(one)
    os.environ.clear()
    os.environ.update(told["environment"])  # type: ignore[arg-type]
    return told


def make_ready() -> None:
    """What every controller makes of its catalogue and its templates soon after it has begun."""
    Pages(lambda _key: None).make_ready(way.icon for way in WAYS)
    with tempfile.TemporaryDirectory() as room:
        for sample in get_args(Sample):
            hall = Path(room, sample)
            write_sample(hall, sample)
            Guides(Shelf(hall), read_hall(hall).plan).make_ready(date.max)


def main() -> None:
    """Load, and wait for words."""
    command_line(VERBS)
    for one in MODULES:
        import_module(one)
    for one, rest in RESTS.items():
        setattr(import_module(one), rest, A_MOMENT_S)
    make_ready()
    gc.collect()
    gc.freeze()
    with socket.socket(fileno=int(sys.argv[1])) as door:
        told = bear(door)
    module, words = str(told["module"]), told["words"]
    sys.argv = [module, *words]  # type: ignore[misc]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
