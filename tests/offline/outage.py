"""A controller that can be killed, and one kiosk with screen and printer that can be too."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize

from hallctl.samples import write_sample
from hallctl.station.link import HallLink
from hallctl.station.link.addressing import HallAddress
from hallctl.station.offline.hall_time import HallTime
from hallctl.station.offline.journal import OfflineJournal
from hallctl.station.offline.kiosk_link import KioskLink
from hallctl.station.printing import SlipPrinting
from hallctl.station.screen import Screen
from hallctl.station.stage import turn_until
from hardware.printer.escpos_printer import ReceiptPrinter
from hardware.simulator.receipt_printer import SimulatedPrinter
from hardware.transport.memory import MemoryTransport
from kiosk import open_kiosk
from tests.hall_clients import Serve, Wire, wish
from tests.screens.item_tree import named, shown_items
from tests.screens.touching import settle, touch

PATIENCE_S = 20.0
SHORT_PATIENCE_S = 0.8
ALL_DAY = 'shifts = ["00:00-23:59"]'
EVERY_DAY = "weekdays = [1, 2, 3, 4, 5, 6, 7]"


class Outage:
    """The commune hall, open around the clock, with ``kiosk-1`` before it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.hall = folder / "hall"
        write_sample(self.hall, "commune")
        _always_open(self.hall / "hall.toml")
        self.printer = SimulatedPrinter()
        self.serving: Serve | None = None
        self.link: KioskLink | None = None
        self.screen: Screen | None = None
        self._printing: SlipPrinting | None = None
        self._port = 0

    def serve(self) -> Wire:
        """The controller runs, again at the same address; gives the admin's wire."""
        self.serving = Serve(self.hall, self._port)
        self._port = self.serving.port
        return self.serving.wire()

    def open(self) -> Wire:
        """The controller runs and the day is open."""
        admin = self.serve()
        admin.ask(wish("OpenDay"))
        return admin

    def kill(self) -> None:
        """The controller's plug is pulled."""
        assert self.serving is not None
        self.serving.kill()
        self.serving = None

    def start_kiosk(self, hall_time: HallTime | None = None, size: QSize | None = None) -> None:
        """The kiosk's machine is switched on."""
        token = (self.hall / "run" / "stations" / "kiosk-1.token").read_text().strip()
        hall = HallLink(HallAddress(f"http://127.0.0.1:{self._port}", token), "kiosk")
        journal = OfflineJournal(self.folder / "kiosk" / "offline.db")
        self.link = KioskLink(hall, journal, hall_time)
        printer = ReceiptPrinter(lambda: MemoryTransport(self.printer))
        self._printing = SlipPrinting(self.link, printer, self.folder / "kiosk" / "printed.db")
        self.screen = open_kiosk(self.link, size or QSize(1080, 1920))
        self.link.start()
        self._printing.start()

    def stop_kiosk(self) -> None:
        """The kiosk's plug is pulled: nothing but its disk is left of it."""
        if self.link is None or self.screen is None or self._printing is None:
            return
        self._printing.stop()
        self.link.stop()
        self.screen.close()
        settle()
        self.link = self.screen = self._printing = None

    def end(self) -> None:
        """Everything goes."""
        self.stop_kiosk()
        if self.serving is not None:
            self.kill()

    @property
    def model(self) -> Any:
        """What the kiosk's screen shows."""
        assert self.screen is not None
        return self.screen.view_model

    def wait(self, is_so: Callable[[], object], what: str) -> None:
        """Let the kiosk live until it is so."""
        assert turn_until(lambda: bool(is_so()), PATIENCE_S), f"waited in vain: {what}"
        settle()

    def holds_leases(self) -> bool:
        """Whether the kiosk could go on alone now; a lease for tomorrow may come before today's."""
        now = self.link._time.now() if self.link is not None else None
        return self.link is not None and bool(now and self.link._giving.lease_at(now))

    def lose_patience(self) -> None:
        """From now on the kiosk waits no longer than this for an answer."""
        assert self.link is not None
        self.link._hall.patience_s = SHORT_PATIENCE_S

    def take(self, service: str) -> str:
        """Touch a service's tile and read the number; then go back to the first screen."""
        assert self.screen is not None
        window, model = self.screen.window, self.model
        self.wait(lambda: model.scene == "home" and model.may_choose, "tiles to touch")
        touch(window, named(window, service))
        self.wait(lambda: model.scene == "thanks", "a number")
        number: str = model.thanks.number
        model.go_home()
        settle()
        return number

    def texts(self) -> list[str]:
        """Every text on the kiosk's screen."""
        assert self.screen is not None
        return [str(one.property("text")) for one in shown_items(self.screen.window)]


def _always_open(settings: Path) -> None:
    """The story plays at whatever hour it is run."""
    text = settings.read_text("utf-8")
    for setting in (ALL_DAY, EVERY_DAY):
        name = setting.partition(" ")[0]
        (old,) = [line for line in text.splitlines() if line.startswith(f"{name} =")]
        text = text.replace(old, setting)
    settings.write_text(text, "utf-8")
