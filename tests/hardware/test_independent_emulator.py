"""Our driver against a printer emulator that others wrote: emupos, over TCP and a pseudo-terminal.

It needs Python 3.13, so it lives in a place of its own: ``make emulator`` puts it there.
"""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.request import ProxyHandler, Request, build_opener

import msgspec
import pytest
from PIL import Image

from hardware.printer.escpos_printer import ReceiptPrinter
from hardware.printer.printer_address import read_printer
from hardware.printer.printing import Extent, PrintOutcome, PrintResult, Trouble
from hardware.scanners.codes import read_codes
from hardware.slips.receipt import Receipt
from hardware.transport.opening import connector

EMULATOR = Path(__file__).parents[2] / ".emulator" / "bin" / "emupos"
PRINTED = PrintOutcome(PrintResult.PRINTED, None, Extent.WHOLE)
PATIENCE_S = 20.0
CONFIG = """\
schema: 1
api: {{ host: 127.0.0.1, port: {api} }}
devices:
  - id: front
    type: printer
    profile: {profile}
    receipts_dir: {receipts}
    connections:
      - tcp: {{ port: {tcp} }}
      - serial: {{ pty: true }}
"""
MODELS = {
    "epson-tm-t20iii": "epson-tm-t20iii",
    "xprinter-xp80t": "xprinter-xp-80",
    "rongta-rp326": "generic-80",
}
"""Theirs, and our profile for it."""

pytestmark = pytest.mark.skipif(
    not EMULATOR.exists(), reason="emupos is not here; `make emulator` brings it (Python 3.13)"
)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


class Emulator:
    """One emulated printer, and the hands that open its cover."""

    def __init__(self, folder: Path, model: str) -> None:
        self.tcp, self.api = free_port(), free_port()
        config = folder / "emupos.yaml"
        config.write_text(
            CONFIG.format(api=self.api, tcp=self.tcp, profile=model, receipts=folder / "receipts")
        )
        self.profile = MODELS[model]
        self.pty = folder / "emupos" / "front"
        self.process = subprocess.Popen(
            [str(EMULATOR), "run", "--config", str(config)],
            stdout=subprocess.DEVNULL,
            env={**os.environ, "TMPDIR": str(folder)},
        )
        deadline = time.monotonic() + PATIENCE_S
        while not self._answers() and time.monotonic() < deadline:
            time.sleep(0.1)

    def printer(self, way: str = "tcp") -> ReceiptPrinter:
        where = f"tcp://127.0.0.1:{self.tcp}" if way == "tcp" else f"serial:{self.pty}"
        place = read_printer(f"{where}?profile={self.profile}")
        assert place.address is not None
        return ReceiptPrinter(connector(place.address), place.profile)

    def fault(self, name: str, *, on: bool = True) -> None:
        self.ask(f"faults/{name}", "PUT" if on else "DELETE")

    def papers(self) -> list[Image.Image]:
        every = msgspec.json.decode(self.ask("receipts"))
        pictures = (self.ask(f"receipts/{one['id']}/image") for one in every)
        return [Image.open(BytesIO(picture)) for picture in pictures]

    def ask(self, path: str, method: str = "GET") -> bytes:
        url = f"http://127.0.0.1:{self.api}/api/v1/devices/front/{path}"
        opener = build_opener(ProxyHandler({}))
        with opener.open(Request(url, method=method), timeout=PATIENCE_S) as response:
            return bytes(response.read())

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(PATIENCE_S)

    def _answers(self) -> bool:
        try:
            self.ask("receipts")
        except OSError:
            return False
        return True


@pytest.fixture(params=MODELS)
def emulator(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Emulator]:
    emulator = Emulator(tmp_path, request.param)
    yield emulator
    emulator.close()


def test_a_slip_is_printed_and_confirmed_and_its_code_reads(
    emulator: Emulator, slip: Receipt
) -> None:
    for way in ("tcp", "serial"):
        printer = emulator.printer(way)
        assert printer.print(slip) == PRINTED, way
        printer.close()
    papers = emulator.papers()
    assert len(papers) == 2
    for paper in papers:
        assert [code.text for code in read_codes(paper)] == [
            "http://192.168.1.10:8080/t/6f9a2c3e7b"
        ]


def test_its_troubles_are_told_and_nothing_is_printed_twice(
    emulator: Emulator, slip: Receipt
) -> None:
    printer = emulator.printer()
    troubles = {
        "paper-out": Trouble.PAPER_OUT,
        "cover-open": Trouble.COVER_OPEN,
        "offline": Trouble.OFFLINE,
    }
    for fault, trouble in troubles.items():
        emulator.fault(fault)
        assert printer.print(slip) == PrintOutcome(PrintResult.NOT_PRINTED, trouble)
        emulator.fault(fault, on=False)
    assert printer.print(slip) == PRINTED
    emulator.fault("paper-near-end")
    assert printer.health().paper_near_end
    assert printer.print(slip) == PRINTED
    printer.close()
    assert len(emulator.papers()) == 2
