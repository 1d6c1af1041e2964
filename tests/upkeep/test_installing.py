"""Unit files that systemd takes, written where they belong, and nothing done on a dry run."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import get_args

import pytest
from typer import Exit

from hallctl.upkeep.installing import SCREENS, STANDBY_HALL, UNITS, Place, Role, steps
from hallctl.upkeep.steps import TEMPLATES, carry_out, command, file, is_needless, wish
from hallctl.upkeep.uninstalling import undoing
from hallctl.verbs.upkeep import _go_through
from tests.hall_clients import new_hall
from tests.verbs import problem, said

URL = "https://192.0.2.10:8080"
ROLES = get_args(Role)
TOKEN = Path("/media/usb/own.token")


def place(role: Role, hall: Path) -> Place:
    if role == "controller":
        return Place(hall)
    return Place(STANDBY_HALL, URL, "5", token_file=TOKEN if role == "standby" else None)


def units(role: Role, hall: Path, **more: object) -> dict[str, str]:
    made = steps(role, place(role, hall)._replace(**more))
    return {one.file.name: one.body for one in made if one.file and one.file.parent == UNITS}


def commands(role: Role, **more: object) -> list[str]:
    made = steps(role, place(role, Path("/srv/hall"))._replace(**more))
    return [" ".join(one.command) for one in made if one.command]


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_one_unit_and_starts_it_anew(role: Role, tmp_path: Path) -> None:
    (name,) = units(role, tmp_path)
    assert commands(role)[-2:] == [f"systemctl enable {name}", f"systemctl restart {name}"]


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


@pytest.mark.parametrize("role", SCREENS)
def test_a_screen_stays_in_its_own_service(role: Role, tmp_path: Path) -> None:
    """A login session takes it out: systemd hears it no more, and ends it every minute."""
    (body,) = units(role, tmp_path).values()
    assert "WatchdogSec=" in body
    assert "PAMName=" not in body
    assert "XDG_RUNTIME_DIR=%t/hall-screen" in body
    assert "RuntimeDirectory=hall-screen\n" in body


@pytest.mark.parametrize("role", ROLES)
def test_nothing_of_memory_is_left_on_the_disk(role: Role, tmp_path: Path) -> None:
    assert all("\nLimitCORE=0\n" in body for body in units(role, tmp_path).values())


@pytest.mark.parametrize("role", ROLES)
def test_no_slot_of_a_unit_stays_empty(role: Role, tmp_path: Path) -> None:
    for body in units(role, tmp_path).values():
        assert "$" not in body
        assert all(section in body for section in ("[Unit]", "[Service]", "[Install]"))
        assert "Restart=" in body


def test_every_template_is_used(tmp_path: Path) -> None:
    used = {name for role in ROLES for name in units(role, tmp_path)}
    assert used == {one.name for one in TEMPLATES.glob("*.service")}


def test_the_controller_is_watched_and_locked_in(tmp_path: Path) -> None:
    body = units("controller", tmp_path)["hallctl.service"]
    assert f"serve {tmp_path} --json-log" in body
    for line in ("Type=notify", "WatchdogSec=30", "ProtectSystem=strict", "NoNewPrivileges=yes"):
        assert line in body.splitlines()


@pytest.mark.parametrize("role", ROLES)
def test_every_machine_keeps_time_has_a_log_with_an_end_and_no_program_as_root(role: Role) -> None:
    assert "timedatectl set-ntp true" in commands(role)
    made = {str(one.file): one.body for one in steps(role, place(role, Path("/srv/hall")))}
    assert "SystemMaxUse=" in made["etc/systemd/journald.conf.d/hall.conf"]
    (body,) = units(role, Path("/srv/hall")).values()
    assert "User=hall" in body.splitlines()
    assert "CapabilityBoundingSet=" in body.splitlines()


@pytest.mark.parametrize(
    ("role", "reads"), [("kiosk", True), ("devices", True), ("standby", False)]
)
def test_a_machine_with_devices_has_its_rules(role: Role, *, reads: bool) -> None:
    made = {str(one.file) for one in steps(role, place(role, Path("/srv/hall")))}
    assert ("etc/udev/rules.d/60-hall-devices.rules" in made) is reads


def test_a_station_with_a_token_is_given_it_and_the_authority_beside_it() -> None:
    done = commands("kiosk", token_file=TOKEN)
    owned = "install -o hall -g hall -m 600"
    assert f"{owned} /media/usb/own.token /home/hall/kiosk.token" in done
    assert f"{owned} /media/usb/authority.pem /home/hall/authority.pem" in done
    (body,) = units("kiosk", Path("/srv/hall"), token_file=TOKEN).values()
    assert f"--hall {URL} --token-file /home/hall/kiosk.token" in body


def test_a_station_without_one_asks_by_its_code() -> None:
    (body,) = units("kiosk", Path("/srv/hall")).values()
    assert "--token-file" not in body


def test_a_controller_may_write_where_its_backups_go(tmp_path: Path) -> None:
    hall = new_hall(tmp_path / "hall", "commune")
    toml = hall / "hall.toml"
    told = re.sub(r'(?m)^to = ".*"', 'to = "/mnt/usb/backups"', toml.read_text("utf-8"))
    assert "/mnt/usb" in told
    toml.write_text(told, "utf-8")
    assert f"ReadWritePaths={hall} -/mnt/usb/backups" in said(
        "install", "controller", hall, "--dry-run"
    )


def test_what_was_a_standby_follows_no_more_once_it_is_the_controller(tmp_path: Path) -> None:
    assert "systemctl disable --now hallctl-standby.service" in commands("controller")
    step = command("says", "disable", unless=f"no:{tmp_path / 'unit'}")
    assert is_needless(step)
    (tmp_path / "unit").write_text("")
    assert not is_needless(step)


def test_an_account_that_is_there_is_not_made_again() -> None:
    assert is_needless(command("says", "useradd", unless="user:root"))
    assert not is_needless(command("says", "useradd", unless="user:nobody-has-this-name"))


@pytest.mark.skipif(os.geteuid() != 0, reason="changes a machine as root alone may")
def test_what_a_machine_turns_down_keeps_nothing_else_from_being_done(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    asked = [wish("the network sets the clock", "false", "ntp"), file("a unit", tmp_path / "u", "")]
    with pytest.raises(Exit) as ended:
        _go_through(asked, Path("/"), dry_run=False)
    assert ended.value.exit_code == 1
    assert (tmp_path / "u").exists()
    assert (
        "all is done but this, and what it says stands above: false ntp" in capfd.readouterr().err
    )
    with pytest.raises(Exit):
        _go_through(
            [command("says", "false"), file("a", tmp_path / "v", "")], Path("/"), dry_run=False
        )
    assert not (tmp_path / "v").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="changes a machine as root alone may")
def test_a_machine_without_udev_is_told_so_and_becomes_a_kiosk_all_the_same(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    asked = [wish("rules hold", "no-udevadm", "trigger"), file("a unit", tmp_path / "u", "")]
    with pytest.raises(Exit):
        _go_through(asked, Path("/"), dry_run=False)
    assert (tmp_path / "u").exists()
    told = capfd.readouterr().err
    assert "this machine has no no-udevadm" in told
    assert "all is done but this, and what it says stands above: no-udevadm trigger" in told


@pytest.mark.skipif(os.geteuid() != 0, reason="changes a machine as root alone may")
def test_a_machine_that_can_be_none_is_refused_before_anything_is_done(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    asked = [file("a unit", tmp_path / "u", ""), command("it starts", "no-systemctl", "enable")]
    with pytest.raises(Exit):
        _go_through(asked, Path("/"), dry_run=False)
    assert not (tmp_path / "u").exists()
    assert "nothing was done: this machine has no no-systemctl" in capfd.readouterr().err


def test_a_report_that_is_ended_for_want_of_memory_ends_nothing_else(tmp_path: Path) -> None:
    for role in ("controller", "standby"):
        (body,) = units(role, tmp_path).values()
        assert "OOMPolicy=continue" in body.splitlines()


def test_the_fire_wall_lets_in_the_hall_and_a_technician() -> None:
    place_of_it = Place(Path("/srv/hall"), ports=(8080, 8081), has_fire_wall=True)
    (body,) = [
        one.body for one in steps("controller", place_of_it) if one.file and "nft" in str(one.file)
    ]
    assert "tcp dport { 8080, 8081 } accept" in body
    assert "tcp dport 22 accept" in body
    assert "nft --check --file /etc/nftables.conf" in commands("kiosk", has_fire_wall=True)
    assert not any("nft" in one for one in commands("kiosk"))


def test_a_dry_run_shows_everything_and_does_nothing(tmp_path: Path) -> None:
    shown = said("install", "kiosk", URL, "--dry-run", "--root", tmp_path / "root")
    assert f"--hall {URL}" in shown
    assert "systemctl enable hall-screen.service  (not run)" in shown
    assert not (tmp_path / "root").exists()


def test_what_a_technician_changed_is_kept_beside_it_and_comes_back(tmp_path: Path) -> None:
    root = tmp_path / "root"
    arguments = ["install", "devices", URL, "--root", root]
    said(*arguments)
    unit = root / UNITS / "hall-devices.service"
    unit.write_text("# mine\n")
    said(*arguments)
    before = unit.with_name("hall-devices.service.before")
    assert before.read_text() == "# mine\n"
    assert "ExecStart=" in unit.read_text()
    said("uninstall", "--root", root)
    assert unit.read_text() == "# mine\n"
    assert [one for one in root.rglob("*") if one.is_file()] == [unit]


def test_uninstalling_stops_what_runs_and_touches_nothing_of_others(tmp_path: Path) -> None:
    for step in steps("kiosk", Place(STANDBY_HALL, URL)):
        carry_out(step, tmp_path)
    other = tmp_path / "etc/nftables.conf"
    other.write_text("# of the machine\n")
    undone = list(undoing(tmp_path))
    assert ("systemctl", "disable", "--now", "hall-screen.service") in [
        one.command for one in undone
    ]
    forgets = ("systemctl", "reset-failed", "hall-screen.service*")
    assert undone.index(command("and that any had failed", *forgets)) > 1, (
        "a failed unit's name goes"
    )
    for step in undone:
        carry_out(step, tmp_path)
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == [other]
    assert "nothing is installed here" in problem("uninstall", "--root", tmp_path)


@pytest.mark.parametrize("arguments", [["kiosk", "/var/lib/hall"], ["controller", URL]])
def test_a_role_without_its_place_is_refused_in_one_line(arguments: list[str]) -> None:
    assert "every other role the hall's https:// address" in problem("install", *arguments)


def test_a_standby_without_a_token_and_a_controller_without_a_hall_are_refused(
    tmp_path: Path,
) -> None:
    assert "run/admin.token" in problem("install", "standby", URL)
    assert "there is none in" in problem("install", "controller", tmp_path / "none", "--dry-run")
