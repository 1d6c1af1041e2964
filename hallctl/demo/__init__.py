"""A whole hall on one desk: controller, screens, printer and people in one process."""

import sys

from hallctl.demo.compressed import run_compressed
from hallctl.demo.hall_on_disk import DemoError
from hallctl.demo.live import run_live
from hallctl.demo.order import DemoOrder
from hallctl.demo.summary import Summary
from hallctl.station.stage import has_display

__all__ = ["DemoError", "DemoOrder", "Summary", "run_demo"]


def run_demo(order: DemoOrder, *, headless: bool) -> Summary | None:
    """In windows where there is a display, else a compressed day with its summary."""
    if not headless and has_display():
        run_live(order)
        return None
    print(f"A day of {order.people} people; pictures in {order.out}", file=sys.stderr)  # noqa: T201 - the demo talks
    return run_compressed(order)
