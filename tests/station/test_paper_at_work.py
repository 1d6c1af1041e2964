"""Paper that ends, from the printer's bytes to the supervisor's page and the citizen's screen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from hallctl.core.views import HallView
from hallctl.reports.saying import Saying
from hallctl.station.link import HallLink
from hallctl.station.link.addressing import HallAddress
from hallctl.station.link.reporting import DeviceReporting
from hallctl.station.printing.station_printer import StationPrinter
from hallctl.web.floor.floor_words import FloorFace
from hardware.simulator.receipt_printer import SimulatedPrinter
from hardware.simulator.tcp_server import TcpServer
from kiosk.view_model import KioskViewModel
from tests.web.hall_at_work import HallAtWork

pytestmark = pytest.mark.screens
PATIENCE_MS = 30_000


class Corner:
    """A hall, its kiosk without a window, and the kiosk's printer on the LAN."""

    def __init__(self, path: Path) -> None:
        self.printer = SimulatedPrinter()
        self.server = TcpServer(self.printer)
        self.hall = HallAtWork(path / "hall")
        self.hall.open("1")
        address = HallAddress(f"http://127.0.0.1:{self.hall.port}", self.hall.token("kiosk-1"))
        self.link = HallLink(address, "kiosk")
        line = f"tcp://127.0.0.1:{self.server.port}?roll=80"
        self.paper = StationPrinter(self.link, path / "printed.db", line)
        self.reporting = DeviceReporting(address, self.paper.health)
        self.kiosk = KioskViewModel(self.link)
        self.link.start()
        self.reporting.start()

    def close(self) -> None:
        self.reporting.stop()
        self.paper.stop()
        self.link.stop()
        self.kiosk.deleteLater()
        self.server.close()
        self.hall.close()

    def alerts(self) -> list[dict[str, Any]]:
        view = self.hall.wire().get("/api/views/hall").json
        return [one for one in view["alerts"] if one["kind"] == "paper_low"]


@pytest.fixture
def corner(tmp_path: Path, qtbot: QtBot) -> Iterator[Corner]:
    corner = Corner(tmp_path)
    qtbot.waitUntil(lambda: corner.kiosk.may_choose, timeout=PATIENCE_MS)
    yield corner
    corner.close()


def test_the_supervisor_is_told_before_it_is_out_and_nothing_is_lost_when_it_is(
    corner: Corner, qtbot: QtBot
) -> None:
    kiosk = corner.kiosk
    corner.printer.near_end()
    kiosk.take_number("certification")
    qtbot.waitUntil(lambda: len(corner.printer.papers) == 1, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bool(corner.alerts()), timeout=PATIENCE_MS)
    (alert,) = corner.alerts()
    assert (alert["station"], alert["is_urgent"]) == ("kiosk-1", False)
    kiosk.go_home()

    corner.printer.run_out_of_paper()
    kiosk.take_number("certification")
    qtbot.waitUntil(lambda: kiosk.thanks.in_trouble, timeout=PATIENCE_MS)
    number = kiosk.thanks.number
    assert number
    assert "/t/" in kiosk.thanks.status_link
    qtbot.waitUntil(lambda: not corner.alerts(), timeout=PATIENCE_MS)
    slips = corner.hall.wire().get("/api/views/upkeep").json["slips"]
    assert [(one["number"], one["fault"]) for one in slips] == [(number, "paper_out")]

    corner.printer.refill()
    qtbot.waitUntil(lambda: len(corner.printer.papers) == 2, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not kiosk.thanks.in_trouble, timeout=PATIENCE_MS)
    assert corner.hall.wire().get("/api/views/upkeep").json["slips"] == []
    assert corner.alerts() == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", "kiosk-1: giấy in sắp hết, còn khoảng 25 phiếu"),
        ("en", "kiosk-1: the paper ends soon, about 25 slips are left"),
    ],
)
def test_the_floors_page_says_how_many_slips_are_left(
    corner: Corner, language: str, said: str
) -> None:
    corner.reporting.stop()
    told = {"device": "printer", "kind": "printer", "state": "ok", "reason": "paper_low"}
    wire = corner.hall.wire("kiosk-1")
    kept = wire.request("POST", "/api/devices", {"devices": [told | {"left": 25}]})
    assert kept.json == {"kept": 1}
    view = msgspec.convert(corner.hall.wire().get("/api/views/hall").json, HallView)
    plan = corner.hall.assembly.controller.plan
    face = FloorFace(view, plan, Saying(language, plan.timezone))
    assert said in [one.what for one in face.alerts]
