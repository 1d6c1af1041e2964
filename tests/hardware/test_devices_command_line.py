"""`python -m hardware`, as a technician types it."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hardware.command_line import app
from hardware.simulator.receipt_printer import SimulatedPrinter
from hardware.simulator.tcp_server import TcpServer
from hardware.slips.receipt import Receipt, encode_receipt
from tests.processes import forked

STATUS_PAGE = "http://192.168.1.10:8080/t/6f9a2c3e7b"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def slip_file(tmp_path: Path, slip: Receipt) -> Path:
    file = tmp_path / "slip.json"
    file.write_bytes(encode_receipt(slip))
    return file


def test_a_simulated_print_leaves_picture_and_bytes(slip_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "papers"
    for _ in range(2):
        assert run("print", slip_file, "--to", "simulate", "--out", out).output == "printed\n"
    assert sorted(path.name for path in out.iterdir()) == [
        "paper-0001.bin",
        "paper-0001.png",
        "paper-0002.bin",
        "paper-0002.png",
    ]
    scanned = run("scan", out / "paper-0001.png", "--formats", "QRCode", "--json")
    line = json.loads(scanned.stdout)
    assert line["image"].endswith("paper-0001.png")
    (code,) = line["codes"]
    assert code["text"] == STATUS_PAGE
    assert len(code["corners"]) == 4


def test_printing_over_tcp_says_what_became_of_it(
    slip_file: Path, simulated: SimulatedPrinter
) -> None:
    with TcpServer(simulated) as server:
        address = f"tcp://127.0.0.1:{server.port}"
        assert run("print", slip_file, "--to", address).output == "printed\n"
        simulated.open_cover()
        refused = run("print", slip_file, "--to", address)
        assert (refused.exit_code, refused.stdout) == (1, "not_printed cover_open\n")
        simulated.close_cover()
        simulated.run_out_of_paper(after_rows=300)
        held = run("print", slip_file, "--to", address)
        assert (held.exit_code, held.stdout) == (3, "held paper_out\n")


@pytest.mark.parametrize(
    "words",
    [
        ("print", "nowhere.json", "--to", "simulate"),
        ("print", "SLIP", "--to", "carrier-pigeon"),
        ("print", "SLIP", "--to", "tcp://127.0.0.1:notaport"),
        ("print", "SLIP", "--to", "simulate?profile=typewriter"),
        ("scan", "SLIP", "--formats", "Morse"),
    ],
)
def test_a_wrong_word_is_told_in_one_line(words: tuple[str, ...], slip_file: Path) -> None:
    if "--formats" in words:
        from PIL import Image

        picture = slip_file.with_suffix(".png")
        Image.new("1", (9, 9)).save(picture)
        slip_file = picture
    result = run(*(slip_file if word == "SLIP" else word for word in words))
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("hardware: ")


def test_a_file_that_is_no_picture_fails_and_the_others_are_read(
    slip_file: Path, tmp_path: Path
) -> None:
    run("print", slip_file, "--to", "simulate", "--out", tmp_path)
    result = run("scan", slip_file, tmp_path / "paper-0001.png")
    assert result.exit_code == 1
    assert "nothing found" in result.stdout
    assert STATUS_PAGE in result.stdout


def test_every_verb_shows_an_example() -> None:
    for verb in ("print", "scan", "simulate-printer"):
        assert f"python -m hardware {verb}" in " ".join(run(verb, "--help").output.split())


@pytest.fixture
def running_printer(tmp_path: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "hardware", "simulate-printer", "--port", "0", "--out"]
    with forked([*command, str(tmp_path / "papers")], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()


def test_the_simulated_printer_prints_for_others(
    running_printer: str, slip_file: Path, tmp_path: Path
) -> None:
    assert run("print", slip_file, "--to", running_printer).output == "printed\n"
    assert (tmp_path / "papers" / "paper-0001.png").exists()


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("simulate-printer", "--port", str(port), "--out", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
