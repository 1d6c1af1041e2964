"""``hallctl devices`` and ``hallctl status --devices``, as a technician types them."""

import subprocess
import sys
import tomllib
from contextlib import suppress
from pathlib import Path

import pytest

from hallctl.settings.changing.printer_line import NoSuchStationError, write_printer
from hardware.found_devices import found_devices, stable_name
from hardware.printer.printer_profile import CUSTOM_VKP80, GENERIC_58, GENERIC_80
from hardware.scanners.codes import read_codes
from hardware.simulator.line import SimulatedLine
from hardware.simulator.receipt_printer import SimulatedPrinter, model_of
from hardware.simulator.scanner import SimulatedScanner
from hardware.simulator.serial_port import SerialPort
from hardware.simulator.tcp_server import TcpServer
from hardware.simulator.usb_bus import SimulatedUsbBus, SimulatedUsbDevice
from tests.cli.conftest import Say
from tests.hall_clients import new_hall, serve, wish
from tests.processes import begin, forked
from tests.station.halls_with_devices import hall_with_devices


def test_a_printer_is_asked_how_it_is(say: Say) -> None:
    printer = SimulatedPrinter()
    with TcpServer(printer) as server:
        address = f"tcp://127.0.0.1:{server.port}"
        assert say("devices", "test", address).stdout == f"{address}: ok\n"
        printer.near_end()
        assert "near its end" in say("devices", "test", address).stdout
        printer.open_cover()
        refused = say("devices", "test", address)
    assert (refused.exit_code, refused.stdout.splitlines()[0]) == (1, f"{address}: cover_open")
    assert printer.papers == []


def test_a_scanner_shows_what_it_reads(say: Say) -> None:
    scanner = SimulatedScanner()
    with SerialPort(scanner) as port:
        script = f"devices test serial:{port.path} --scanner --seconds 1"
        process = begin("hallctl", *script.split())
        while process.poll() is None:
            scanner.scan("H47-260915-6326")
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.1)
        scanner_line = process.communicate()[0]
    assert scanner_line.splitlines()[0] == "H47-260915-6326"
    nothing = say("devices", "test", "hid:/dev/null", "--scanner", "--seconds", "0.1")
    assert (nothing.exit_code, nothing.stdout) == (1, "")


@pytest.mark.parametrize(
    "words",
    [
        ("test", "tcp://", "--seconds", "1"),
        ("test", "hid:", "--scanner"),
        ("test", "no-such-device"),
        ("calibrate", "tcp://127.0.0.1:1"),
        ("calibrate", "usb:any?profile=typewriter"),
        ("run", "--hall", "hall", "--token-file", "/dev/null"),
        ("run", "--hall", "http://127.0.0.1:1", "--token-file", "nowhere"),
    ],
)
def test_a_wrong_word_is_told_in_one_line(say: Say, hall: Path, words: tuple[str, ...]) -> None:
    more = ("--hall", hall) if words[1] == "no-such-device" else ()
    result = say("devices", *words, *more)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("hallctl: ")


def test_a_calibration_asks_what_came_out_and_writes_the_printers_line(
    say: Say, hall: Path
) -> None:
    printer = SimulatedPrinter(model_of(512))
    with TcpServer(printer) as server:
        address = f"tcp://127.0.0.1:{server.port}"
        result = say(
            *("devices", "calibrate", address, "--station", "kiosk-1", "--hall", hall),
            typed="yes\n512\nnone\nnative\n",
        )
    assert result.exit_code == 0, result.output
    line = f"{address}?profile=generic-80&width=512&cut=none&qr=native"
    assert line in result.stdout
    stations = tomllib.loads((hall / "hall.toml").read_text("utf-8"))["station"]
    assert next(one for one in stations if one["name"] == "kiosk-1")["printer"] == line
    assert say("check", hall).exit_code == 0
    codes = {code.text for paper in printer.papers for code in read_codes(paper.picture)}
    assert codes == {"https://example.vn/in-thu"}


def test_an_answer_that_is_none_is_asked_again_and_a_page_without_letters_ends_it(
    say: Say, hall: Path
) -> None:
    answers = "maybe\nyes\nwide\n576\nby teeth\npartial\nraster\n"
    result = say("devices", "calibrate", "simulate", "--language", "en", typed=answers)
    assert result.stdout.splitlines()[-1] == "simulate?profile=generic-80"
    refused = say("devices", "calibrate", "simulate", typed="no\n")
    assert refused.exit_code == 1
    assert "does not print pictures" in refused.stderr


@pytest.mark.parametrize("profile", [GENERIC_80, GENERIC_58, CUSTOM_VKP80])
def test_the_test_page_comes_out_of_every_kind_of_printer(say: Say, profile: object) -> None:
    result = say(
        "devices",
        "calibrate",
        f"simulate?profile={profile.name}",  # type: ignore[attr-defined]
        typed=f"yes\n{profile.width_dots}\nnone\nraster\n",  # type: ignore[attr-defined]
    )
    assert result.exit_code == 0, result.output


def test_only_the_station_named_gets_the_line(tmp_path: Path) -> None:
    hall = new_hall(tmp_path / "hall", "province")
    before = (hall / "hall.toml").read_text("utf-8")
    write_printer(hall, "kiosk-1", "usb:any?profile=epson-tm-t82")
    after = (hall / "hall.toml").read_text("utf-8")
    changed = [
        pair
        for pair in zip(before.splitlines(), after.splitlines(), strict=True)
        if pair[0] != pair[1]
    ]
    assert changed == [('printer = "simulate"', 'printer = "usb:any?profile=epson-tm-t82"')]
    write_printer(hall, "counter-1", "simulate")
    assert tomllib.loads((hall / "hall.toml").read_text("utf-8"))["station"]
    with pytest.raises(NoSuchStationError, match="there is no station 'kiosk-99'"):
        write_printer(hall, "kiosk-99", "simulate")


def test_what_is_plugged_in_is_listed_with_its_address(say: Say) -> None:
    assert say("devices", "list").exit_code == 0
    bus = SimulatedUsbBus(SimulatedUsbDevice(SimulatedPrinter()))
    addresses = [one.address for one in found_devices(Path("/nowhere"), bus)]
    assert "usb:04b8:0e28?serial=X5TK000001" in addresses


def test_a_device_goes_by_its_id_and_else_by_its_port(tmp_path: Path) -> None:
    (tmp_path / "ttyUSB0").touch()
    for folder in ("serial/by-path", "serial/by-id"):
        (tmp_path / folder).mkdir(parents=True)
        path = str(tmp_path / "ttyUSB0")
        assert stable_name(path, tmp_path) in {path, str(tmp_path / "serial/by-path/one")}
        (tmp_path / folder / "one").symlink_to(tmp_path / "ttyUSB0")
        assert stable_name(path, tmp_path) == str(tmp_path / folder / "one")


def test_a_board_on_a_line_is_tried_by_its_name(say: Say, tmp_path: Path) -> None:
    from hardware.simulator.line_devices import SimulatedTextBoard

    board = SimulatedTextBoard("edi", 1)
    with SerialPort(SimulatedLine(board)) as port:
        hall = hall_with_devices(tmp_path / "hall", f"serial:{port.path}?baud=115200")
        result = say("devices", "test", "sign-led-1", "--hall", hall, "--seconds", "1")
        assert result.stdout == "sign-led-1: ok, 0 errors\n"
        silent = say("devices", "test", "keypad-1", "--hall", hall, "--seconds", "2")
    assert silent.exit_code == 1
    assert silent.stdout.startswith("keypad-1: silent, ")


def test_a_simulated_line_can_be_typed_on() -> None:
    process = forked(
        [sys.executable, "-m", "hallctl", "devices", "simulate"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    said, _ = process.communicate("pad 4\nkeypad call\nwhistle\n", timeout=20)
    assert process.returncode == 0
    assert 'device = "pad-1"' in said
    assert "type: pad 1" in said


def test_status_tells_of_devices_and_of_slips_that_wait(say: Say, tmp_path: Path) -> None:
    with serve(new_hall(tmp_path / "hall", "commune")) as serving:
        admin, kiosk = serving.wire(), serving.wire("kiosk-1")
        admin.ask(wish("OpenDay"))
        ticket = kiosk.ask(wish("IssueTicket", service="land")).json["events"][0]["ticket"]
        kiosk.ask(wish("ReportNotPrinted", ticket=ticket, fault="paper_out", is_held=True))
        quiet = say("status", "--hall", tmp_path / "hall", "--devices")
        assert "no station has told of devices" in quiet.stdout
        printer = {"device": "printer", "kind": "printer", "state": "trouble", "errors": 1}
        devices = {"devices": [printer | {"reason": "paper_out"}]}
        assert kiosk.request("POST", "/api/devices", devices).status == 200
        told = say("status", "--hall", tmp_path / "hall", "--devices").stdout
    assert "kiosk-1 printer: trouble paper_out since " in told
    assert ", 1 errors, 0 breaks" in told
    assert "C001 waits at kiosk-1: paper_out, the printer holds it" in told
