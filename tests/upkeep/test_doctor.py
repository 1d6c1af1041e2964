"""Every finding with its cure, and an exit status that can be trusted."""

import json
import shutil
from collections import namedtuple
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hallctl.certificates.keeping import Certificates
from hallctl.hall_directory import HallDirectory
from hallctl.settings import read_hall
from hallctl.station.voice.pack import write_manifest
from hallctl.upkeep import machine
from hallctl.upkeep.devices import CURES, look_at_devices
from hallctl.upkeep.findings import Finding, Grade
from hallctl.upkeep.hall import (
    look_at_certificates,
    look_at_hall,
    look_at_journal,
    look_at_secrets,
)
from hallctl.upkeep.machine import look_at_disk, look_at_machine
from hardware.printer.printing import Trouble
from tests.hall_clients import new_hall, serve, wish
from tests.pages import ROOT
from tests.verbs import app, problem

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def hall(tmp_path: Path) -> Path:
    return new_hall(tmp_path / "hall", "commune")


def grades(findings: list[Finding]) -> dict[str, Grade]:
    return {one.what: one.grade for one in findings}


def test_whatever_is_not_in_order_has_a_cure(hall: Path) -> None:
    findings = [*look_at_machine(hall), *look_at_hall(read_hall(hall))]
    assert {one.what for one in findings} >= {
        "disk", "clock", "python", "sqlite", "fonts", "sound", "network",
        "journal", "secrets", "backup", "controller",
    }  # fmt: skip
    assert all(bool(one.cure) is (one.grade is not Grade.FINE) for one in findings)


def test_a_running_hall_is_found_well(hall: Path) -> None:
    with serve(hall) as serving:
        serving.wire().ask(wish("OpenDay"))
        found = grades(list(look_at_hall(read_hall(hall))))
        kiosk = serving.wire("kiosk-1")
        told = {"device": "printer", "kind": "printer", "state": "trouble", "reason": "paper_out"}
        assert kiosk.request("POST", "/api/devices", {"devices": [told]}).status == 200
        (printer,) = look_at_devices(HallDirectory(hall))
        assert (printer.what, printer.grade) == ("printer of kiosk-1", Grade.WRONG)
        assert printer.found == "trouble paper_out"
        assert "new roll" in printer.cure
        silent = told | {"device": "pad-3", "kind": "pad", "state": "silent", "reason": ""}
        assert kiosk.request("POST", "/api/devices", {"devices": [silent]}).status == 200
        assert [one.found for one in look_at_devices(HallDirectory(hall))] == ["silent"]
        well = told | {"state": "ok", "reason": ""}
        assert kiosk.request("POST", "/api/devices", {"devices": [well]}).status == 200
        assert grades(list(look_at_devices(HallDirectory(hall)))) == {"devices": Grade.FINE}
    assert list(look_at_devices(HallDirectory(hall))) == [], "nobody to ask"
    assert found["journal"] is found["controller"] is found["secrets"] is Grade.FINE


def test_every_trouble_that_a_station_tells_of_has_a_cure_of_its_own() -> None:
    told = json.loads((ROOT / "hallctl/web/static/device_words.json").read_text("utf-8"))["en"]
    faults = {one.removeprefix("fault_") for one in told if one.startswith("fault_")}
    assert {*faults, *Trouble} - CURES.keys() == {"unknown_outcome"}, "that one is told of its slip"


@pytest.mark.parametrize(
    ("free", "grade"), [(100, Grade.FINE), (3, Grade.LOOK), (0.5, Grade.WRONG)]
)
def test_a_disk_that_fills_up_is_named(
    monkeypatch: pytest.MonkeyPatch, free: float, grade: Grade
) -> None:
    usage = Usage(200 << 30, 0, int(free * (1 << 30)))
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda _folder: usage)
    assert look_at_disk(Path()).grade is grade


def test_a_secret_that_others_may_read_is_named(hall: Path) -> None:
    home = HallDirectory(hall)
    home.link_secret()
    key = hall / "secrets" / "links.key"
    assert look_at_secrets(home).grade is Grade.FINE
    key.chmod(0o644)
    finding = look_at_secrets(home)
    assert (finding.grade, finding.cure) == (Grade.WRONG, f"chmod 600 {key}")


def test_a_damaged_journal_is_named(hall: Path) -> None:
    (hall / "hall.db").write_bytes(b"SQLite format 3\0" + bytes(4000))
    assert look_at_journal(HallDirectory(hall)).grade is Grade.WRONG


def test_a_printer_that_does_not_answer_makes_the_verb_fail(hall: Path) -> None:
    settings = hall / "hall.toml"
    text = settings.read_text("utf-8").replace(
        'printer = "simulate"', 'printer = "tcp://127.0.0.1:9"'
    )
    settings.write_text(text, "utf-8")
    done = CliRunner().invoke(app, ["doctor", str(hall)])
    assert done.exit_code == 1
    assert "printer of kiosk-1: 127.0.0.1:9" in done.output
    assert "switch it on" in done.output


def test_a_hall_that_was_copied_without_its_settings_is_refused(tmp_path: Path, hall: Path) -> None:
    shutil.rmtree(hall)
    assert CliRunner().invoke(app, ["doctor", str(hall)]).exit_code != 0


def test_a_playlist_and_a_voice_that_are_not_whole_are_found(hall: Path) -> None:
    found = {one.what: one for one in look_at_hall(read_hall(hall))}
    assert found["playlist"].grade is found["voice"].grade is Grade.FINE
    (hall / "playlist").mkdir()
    (hall / "playlist" / "playlist.toml").write_text('version = 1\n[[item]]\nfile = "a.png"\n')
    (hall / "voices" / "nu").mkdir(parents=True)
    write_manifest(hall / "voices" / "nu", "nu", "nobody", [])
    toml = hall / "hall.toml"
    toml.write_text(toml.read_text("utf-8") + '\n[announcements]\nvoice = "nu"\n', "utf-8")
    found = {one.what: one for one in look_at_hall(read_hall(hall))}
    assert (found["playlist"].grade, found["voice"].grade) == (Grade.LOOK, Grade.WRONG)
    assert "a.png (missing)" in found["playlist"].found
    assert "nobody has recorded" in found["voice"].found


def test_certificates_are_no_secret_and_each_is_looked_at_once(hall: Path) -> None:
    Certificates(hall / "secrets", "Hall").authority(datetime.now(UTC))
    assert look_at_secrets(HallDirectory(hall)).grade is Grade.FINE
    assert [one.found.split()[0] for one in look_at_certificates(HallDirectory(hall))] == [
        "authority.pem"
    ]


def test_a_directory_that_is_not_there_is_said_so_in_one_line(tmp_path: Path) -> None:
    assert "there is none in" in problem("doctor", tmp_path / "nowhere")
