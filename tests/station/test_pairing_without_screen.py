"""A machine without a screen comes in by a code in its log, and on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from hallctl.station.pairing import newcomer
from hallctl.station.pairing.membership import remembered
from hallctl.station.pairing.without_screen import address_of, code_slip, print_code
from hardware.printer.printer_address import read_printer
from hardware.simulator.receipt_printer import SimulatedPrinter
from hardware.simulator.tcp_server import TcpServer
from tests.station.halls_with_devices import hall_with_devices
from tests.web.hall_at_work import HallAtWork

pytestmark = [pytest.mark.screens, pytest.mark.usefixtures("qapp")]


@pytest.fixture(autouse=True)
def it_asks_again_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A station comes back with its claim every two seconds; nobody here need wait for that."""
    monkeypatch.setattr(newcomer, "AGAIN_MS", 50)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[HallAtWork]:
    hall = HallAtWork(tmp_path / "hall")
    yield hall
    hall.close()


def test_its_code_is_told_and_it_comes_in_and_remembers(hall: HallAtWork, tmp_path: Path) -> None:
    url, file = f"http://127.0.0.1:{hall.port}", tmp_path / "state" / "devices.json"
    told: list[tuple[str, str]] = []

    def tell(code: str, more: str) -> None:
        told.append((code, more))
        wish = {"code": code, "name": "devices-9", "role": "devices"}
        QTimer.singleShot(0, lambda: hall.wire().request("POST", "/api/stations", wish))

    address = address_of(file, url, "devices", tell)
    assert address is not None
    ((code, fingerprint),) = told
    assert len(code) == 6
    assert code.isdigit()
    assert fingerprint == ""
    kept = remembered(file)
    assert kept is not None
    assert (kept.name, kept.role) == ("devices-9", "devices")
    view = hall.wire_with(address.token).get("/api/views/devices")
    assert view.json["station"] == "devices-9"

    again = address_of(file, "", "devices", lambda *_: pytest.fail("it needs no code"))
    assert again == address


def test_a_revoked_machine_asks_anew(hall: HallAtWork, tmp_path: Path) -> None:
    url, file = f"http://127.0.0.1:{hall.port}", tmp_path / "devices.json"
    codes: list[str] = []

    def tell(code: str, _more: str) -> None:
        codes.append(code)
        wish = {"code": code, "name": f"devices-{len(codes)}", "role": "devices"}
        QTimer.singleShot(0, lambda: hall.wire().request("POST", "/api/stations", wish))

    assert address_of(file, url, "devices", tell)
    hall.wire().request("DELETE", "/api/stations/devices-1")
    assert address_of(file, "", "devices", tell)
    assert len(codes) == 2


def test_the_code_comes_out_of_a_printer() -> None:
    with TcpServer(printer := SimulatedPrinter()) as server:
        place = read_printer(f"tcp://127.0.0.1:{server.port}")
        assert print_code(place, "482913", "http://hall.local:8080")
        assert printer.wait_for_papers(1, 5)
    words = [getattr(block, "text", "") for block in code_slip("482913", "http://h").blocks]
    assert "482 913" in words
    assert any("hallctl stations admit 482913" in line for line in words)


def test_without_a_printer_there_nothing_is_printed() -> None:
    assert not print_code(read_printer("tcp://127.0.0.1:9"), "482913", "")


def test_a_machine_of_the_settings_comes_in_under_its_name_and_keeps_its_devices(
    tmp_path: Path,
) -> None:
    hall = HallAtWork(hall_with_devices(tmp_path / "hall", "tcp://127.0.0.1:9", "simulate"))
    try:
        url = f"http://127.0.0.1:{hall.port}"

        def tell(code: str, _more: str) -> None:
            wire = hall.wire()
            wrong = {"code": code, "name": "devices-1", "role": "board"}
            assert wire.request("POST", "/api/stations", wrong).status == 409
            right = wrong | {"role": "devices"}
            assert wire.request("POST", "/api/stations", right).status == 200

        address = address_of(tmp_path / "devices.json", url, "devices", tell)
        assert address is not None
        view = hall.wire_with(address.token).get("/api/views/devices").json
        assert {one["device"] for one in view["devices"]} == {
            "pad-1",
            "keypad-1",
            "sign-led-1",
            "lamp-1",
        }
        assert view["printer"] == "simulate"
        names = [one["station"] for one in hall.wire().get("/api/views/hall").json["stations"]]
        assert names.count("devices-1") == 1
    finally:
        hall.close()
