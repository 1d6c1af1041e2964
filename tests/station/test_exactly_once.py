"""Every ticket on paper once, or reported: the real station as a process, killed in the middle.

The station is ``hallctl devices run``; the printer is the simulated one on a TCP port; the hall is
a real controller that is stopped and started. Nobody can tell of a slip whose station died between
its bytes and their confirmation: that one is left to a person, and is never printed twice.
"""

import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from hallctl.demo.controller_thread import ControllerThread
from hallctl.hall_directory import HallDirectory
from hallctl.machine.clock import SystemClock
from hallctl.settings import read_hall
from hardware.scanners.codes import read_codes
from hardware.simulator.receipt_printer import SimulatedPrinter
from hardware.simulator.tcp_server import TcpServer
from tests.hall_clients import PATIENCE_S, Wire, wish
from tests.processes import begin
from tests.station.halls_with_devices import hall_with_devices

UNKNOWN = "unknown_outcome"
SLIP_BYTES = 40_000
"""About what a ticket takes."""


class WatchedPrinter(SimulatedPrinter):
    """Does something once so many bytes have come in."""

    def __init__(self) -> None:
        super().__init__()
        self._left = 0
        self._then: Callable[[], None] | None = None

    def after(self, byte_count: int, then: Callable[[], None]) -> None:
        self._left, self._then = byte_count, then

    def receive(self, data: bytes, timeout_s: float) -> int:
        taken = super().receive(data, timeout_s)
        self._left -= taken
        if self._then and self._left <= 0:
            then, self._then = self._then, None
            then()
        return taken


class PrintingHall:
    """A hall, a printing station without a screen, and its printer."""

    def __init__(self, path: Path) -> None:
        self.printer = WatchedPrinter()
        self.server = TcpServer(self.printer)
        address = f"tcp://127.0.0.1:{self.server.port}"
        self.directory = HallDirectory(hall_with_devices(path, "", address))
        self.settings = read_hall(path)
        self.port = 0
        self.start_controller()
        self.ask("OpenDay")
        self.process = self.start_station()

    def start_controller(self) -> None:
        clock = SystemClock(self.settings.plan.timezone)
        self.controller = ControllerThread(self.settings, clock, self.port)
        self.port = int(self.controller.url.rpartition(":")[2])
        self.wire = Wire(self.port, self.directory.admin_token.read_text().strip())

    def restart_controller(self) -> None:
        self.wire.close()
        self.controller.stop()
        self.start_controller()

    def start_station(self) -> "subprocess.Popen[str]":
        token = self.directory.station_token("devices-1")
        journal = self.directory.path / "printed.db"
        words = ("--hall", self.controller.url, "--token-file", token, "--print-journal", journal)
        return begin("hallctl", "devices", "run", *map(str, words))

    def kill_station(self) -> None:
        self.process.kill()

    def restart_station(self) -> None:
        self.process.kill()
        self.process.communicate(timeout=PATIENCE_S)
        self.process = self.start_station()

    def close(self) -> None:
        self.process.kill()
        self.process.communicate(timeout=PATIENCE_S)
        self.wire.close()
        self.controller.stop()
        self.server.close()

    def ask(self, kind: str, **fields: object) -> dict[str, object]:
        reply = self.wire.ask(wish(kind, **fields))
        assert reply.status == 200, reply.body
        return reply.json["events"][0]

    def issue(self) -> str:
        """Somebody takes a number at a kiosk that is dead; its slip is sent here."""
        kiosk = Wire(self.port, self.directory.station_token("kiosk-1").read_text().strip())
        ticket = kiosk.ask(wish("IssueTicket", service="land")).json["events"][0]["ticket"]
        kiosk.close()
        self.ask("RedirectPrinting", ticket=ticket, station="devices-1", confirmed_lost=True)
        return str(ticket)

    def waiting(self) -> dict[str, str]:
        """Tickets that are not on paper, with what the hall has heard."""
        slips = self.wire.get("/api/views/upkeep").json["slips"]
        return {slip["ticket"]: slip["fault"] for slip in slips}

    def settle(self) -> dict[str, str]:
        """Wait until every slip is on paper or left to a person."""
        deadline = time.monotonic() + 90
        while set(self.waiting().values()) - {UNKNOWN} and time.monotonic() < deadline:
            time.sleep(0.05)
        waiting = self.waiting()
        assert set(waiting.values()) <= {UNKNOWN}, waiting
        return waiting

    def papers(self, tickets: list[str]) -> Counter[str]:
        """How many papers each ticket has, by the codes on them."""
        codes = [code.text for paper in self.printer.papers for code in read_codes(paper.picture)]
        return Counter(
            next(ticket for ticket in tickets if f"/{ticket}-" in code) for code in codes
        )


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[PrintingHall]:
    hall = PrintingHall(tmp_path / "hall")
    yield hall
    hall.close()


def paper_ends(hall: PrintingHall, random: Random) -> None:
    hall.printer.run_out_of_paper(after_rows=random.randrange(1, 900))
    threading.Timer(0.8, hall.printer.refill).start()


def cable_is_pulled(hall: PrintingHall, random: Random) -> None:
    hall.printer.cut_off_after(random.randrange(1, 2 * SLIP_BYTES))


def station_dies(hall: PrintingHall, random: Random) -> None:
    hall.printer.after(random.randrange(1, 2 * SLIP_BYTES), hall.kill_station)


def controller_restarts(hall: PrintingHall, random: Random) -> None:
    hall.restart_controller()


FAULTS = (paper_ends, cable_is_pulled, station_dies, controller_restarts)


@pytest.mark.timeout(300)  # a busy machine starts a station in many seconds
@pytest.mark.parametrize("first", FAULTS, ids=lambda fault: fault.__name__)
def test_every_ticket_comes_out_once_or_is_left_to_a_person(
    hall: PrintingHall, first: Callable[[PrintingHall, Random], None]
) -> None:
    random, tickets = Random(first.__name__), [hall.issue()]
    hall.settle()
    for fault in (first, *random.choices(FAULTS, k=2)):
        fault(hall, random)
        tickets += [hall.issue(), hall.issue()]
        time.sleep(random.random())
        if hall.process.poll() is not None:
            hall.restart_station()
    hall.printer.after(1 << 40, lambda: None)
    hall.printer._bytes_to_cut_off = None
    if hall.process.poll() is not None:
        hall.restart_station()
    unknown = hall.settle()
    papers = hall.papers(tickets)
    assert all(papers[ticket] == 1 for ticket in tickets if ticket not in unknown), papers
    assert all(papers[ticket] <= 1 for ticket in unknown), papers
    for ticket in unknown:  # a person has looked into the tray
        if not papers[ticket]:
            lost = {"station": "devices-1", "confirmed_lost": True}
            hall.ask("RedirectPrinting", ticket=ticket, **lost)
    still = {ticket for ticket in unknown if papers[ticket]}
    deadline = time.monotonic() + 90
    while set(hall.waiting()) - still and time.monotonic() < deadline:
        time.sleep(0.05)
    assert hall.papers(tickets) == Counter(tickets)
