"""Unit files that systemd takes, written where they belong, and nothing done on a dry run."""

import shutil
import subprocess
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner

from hallctl.upkeep.installing import STANDBY_HALL, TEMPLATES, Place, Role, steps
from tests.verbs import app

URL = "http://192.0.2.10:8080"
ROLES = get_args(Role)


def place(role: Role, hall: Path) -> Place:
    return Place(hall) if role == "controller" else Place(STANDBY_HALL, URL, "5")


def units(role: Role, hall: Path) -> dict[str, str]:
    return {one.file.name: one.body for one in steps(role, place(role, hall)) if one.file}


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_one_unit_and_starts_it(role: Role, tmp_path: Path) -> None:
    (name,) = units(role, tmp_path)
    assert list(steps(role, place(role, tmp_path)))[-1].command[-1] == name


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd on this machine")
def test_systemd_finds_nothing_wrong_with_a_unit(role: Role, tmp_path: Path) -> None:
    for name, body in units(role, tmp_path).items():
        (tmp_path / name).write_text(body.replace("/usr/bin/cage", "/usr/bin/env"), "utf-8")
        done = subprocess.run(
            ["systemd-analyze", "verify", "--man=no", str(tmp_path / name)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        said = [line for line in done.stderr.splitlines() if name in line]
        assert said == []


@pytest.mark.parametrize("role", ROLES)
def test_no_slot_of_a_unit_stays_empty(role: Role, tmp_path: Path) -> None:
    for body in units(role, tmp_path).values():
        assert "$" not in body
        assert all(section in body for section in ("[Unit]", "[Service]", "[Install]"))
        assert "Restart=always" in body


def test_every_template_is_used(tmp_path: Path) -> None:
    used = {name for role in ROLES for name in units(role, tmp_path)}
    assert used == {one.name for one in TEMPLATES.glob("*.service")}


def test_the_controller_is_watched_and_locked_in(tmp_path: Path) -> None:
    body = units("controller", tmp_path)["hallctl.service"]
    assert f"serve {tmp_path} --json-log" in body
    for line in ("Type=notify", "WatchdogSec=30", "ProtectSystem=strict", "NoNewPrivileges=yes"):
        assert line in body.splitlines()


def test_a_dry_run_shows_everything_and_does_nothing(tmp_path: Path) -> None:
    done = CliRunner().invoke(
        app, ["install", "kiosk", URL, "--dry-run", "--root", str(tmp_path / "root")]
    )
    assert done.exit_code == 0, done.output
    assert f"--hall {URL}" in done.output
    assert "systemctl enable --now hall-screen.service" in done.output
    assert not (tmp_path / "root").exists()


def test_what_a_technician_changed_is_kept_beside_it(tmp_path: Path) -> None:
    arguments = ["install", "controller", str(tmp_path / "hall"), "--root", str(tmp_path / "root")]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    unit = tmp_path / "root/etc/systemd/system/hallctl.service"
    unit.write_text("# mine\n")
    assert CliRunner().invoke(app, arguments).exit_code == 0
    assert unit.with_name("hallctl.service.before").read_text() == "# mine\n"
    assert "ExecStart=" in unit.read_text()


@pytest.mark.parametrize("arguments", [["kiosk", "/var/lib/hall"], ["controller", URL]])
def test_a_role_without_its_place_is_refused_in_one_line(arguments: list[str]) -> None:
    done = CliRunner().invoke(app, ["install", *arguments])
    assert done.exit_code == 1
    assert "every other role the hall's http:// address" in done.output
