"""A whole hall on one desk: controller, screens, printer and people in one process."""

import signal

from hallctl.demo.compressed import run_compressed
from hallctl.demo.hall_on_disk import DemoError
from hallctl.demo.live import run_live
from hallctl.demo.order import DemoOrder
from hallctl.demo.summary import Summary
from hallctl.station.stage import has_display

__all__ = ["DemoError", "DemoOrder", "Summary", "run_demo"]


def run_demo(order: DemoOrder, *, headless: bool) -> Summary | None:
    """In windows where there is a display, else a compressed day with its summary."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt swallows what Python raises for Ctrl-C
    if not headless and has_display():
        run_live(order)
        return None
    return run_compressed(order)
