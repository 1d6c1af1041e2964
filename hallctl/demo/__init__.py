"""A whole hall on one desk: controller, screens, printer and people in one process."""

import signal

from hallctl.demo.compressed import run_compressed
from hallctl.demo.hall_on_disk import DemoError
from hallctl.demo.live import run_live
from hallctl.demo.order import DemoOrder
from hallctl.demo.summary import Summary
from hallctl.station.stage import has_display

__all__ = [
    "CITIZENS",
    "CITIZENS_IN_WINDOWS",
    "DemoError",
    "DemoOrder",
    "Summary",
    "has_display",
    "run_demo",
]


CITIZENS, CITIZENS_IN_WINDOWS = 60, 240
"""On a day played at once; and where somebody watches, and sees one come every ten seconds."""


def run_demo(order: DemoOrder, *, in_windows: bool) -> Summary | None:
    """In windows, or a compressed day with its summary."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt swallows what Python raises for Ctrl-C
    if in_windows:
        run_live(order)
        return None
    return run_compressed(order)
