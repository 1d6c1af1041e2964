"""A hall that had a standby starts again only when it is known to be still the hall."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.hall_clients import Serve, Wire, new_hall, serve, start_hallctl, wish
from tests.standby.test_standby import PATIENCE_S, chain, following, hallctl, until


def starting(hall: Path, port: int) -> "subprocess.Popen[str]":
    """``serve`` as far as its word that it waits."""
    process = start_hallctl("serve", str(hall), "--host", "127.0.0.1", "--port", str(port))
    assert process.stderr is not None
    assert "waits until its standby says" in process.stderr.readline()
    return process


def paired(path: Path) -> tuple[Path, Path, int]:
    """A hall that was followed and then lost its power; its copy; its port."""
    hall, copy = new_hall(path / "hall", "commune"), path / "copy"
    with serve(hall) as serving:
        serving.wire().ask(wish("OpenDay"))
        with following(serving, copy):
            until(lambda: chain(copy) and chain(copy) == chain(hall))
        port = serving.port
        serving.kill()
    return hall, copy, port


def test_the_old_one_answers_nobody_until_it_hears_that_the_hall_has_gone_on(
    tmp_path: Path,
) -> None:
    hall, copy, port = paired(tmp_path)
    assert "make sure that it is off" in hallctl("take-over", str(copy))
    old = starting(hall, port)
    token = (hall / "run" / "stations" / "kiosk-1.token").read_text().strip()
    kiosk = Wire(port, token)  # one that was off as well, and has heard of no later epoch
    refused = kiosk.ask(wish("IssueTicket", service="civil-status"))
    assert (refused.status, refused.json["refused"]) == (503, "hall_stopping")
    assert kiosk.get("/api/views/board").status == 503
    kiosk.close()
    assert "waiting for its standby" in hallctl("status", "--hall", str(hall))
    before = chain(hall)
    with serve(copy):  # the hall itself tells the old one, as soon as it is there
        assert "has gone on elsewhere" in old.communicate(timeout=PATIENCE_S)[1]
    assert old.returncode == 1
    assert chain(hall) == before
    again = start_hallctl("serve", str(hall), "--host", "127.0.0.1", "--port", "0")
    assert "don't start this one again" in again.communicate(timeout=PATIENCE_S)[1]


def begins(process: "subprocess.Popen[str]", hall: Path, happen: Callable[[], object]) -> None:
    happen()
    serving = Serve(hall, process=process)
    assert serving.wire().ask(wish("IssueTicket", service="civil-status")).status == 200
    assert serving.stop() == 0


def test_it_begins_when_its_standby_comes_back_to_follow(tmp_path: Path) -> None:
    hall, copy, port = paired(tmp_path)
    process = starting(hall, port)
    standby = start_hallctl(
        "standby", str(copy), "--of", f"http://127.0.0.1:{port}",
        "--token-file", str(hall / "run" / "admin.token"),
    )  # fmt: skip
    begins(process, hall, lambda: None)
    standby.terminate()
    standby.communicate(timeout=PATIENCE_S)


def test_it_begins_when_somebody_says_that_there_is_no_standby(tmp_path: Path) -> None:
    hall, _, port = paired(tmp_path)
    process = starting(hall, port)
    begins(process, hall, lambda: hallctl("stand-alone", str(hall)))
    with serve(hall):
        pass  # and is not asked again


def test_a_stranger_makes_a_waiting_hall_neither_begin_nor_stop(tmp_path: Path) -> None:
    hall, _, port = paired(tmp_path)
    process = starting(hall, port)
    stranger = Wire(port, "no token of ours")
    stranger.head(b"Hall-Epoch: 9999999999\r\nStandby-Epoch: 0\r\n")
    assert stranger.get("/api/standby/journal").status == 503
    stranger.close()
    assert process.poll() is None
    assert "waiting" in hallctl("status", "--hall", str(hall))
    process.terminate()
    process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0


def test_accounts_settings_and_stations_follow_as_they_change(tmp_path: Path) -> None:
    hall, copy = new_hall(tmp_path / "hall", "commune"), tmp_path / "copy"
    with serve(hall) as serving:
        serving.wire().ask(wish("OpenDay"))
        with following(serving, copy):
            until(lambda: chain(copy) and chain(copy) == chain(hall))
            name = "Nguyễn Thị Lan"
            hallctl(
                "people", "add", "lan", "--name", name, "--role", "official", "--hall", str(hall)
            )
            toml = hall / "hall.toml"
            toml.write_text(f"{toml.read_text('utf-8')}\n# later\n", "utf-8")
            (hall / "secrets" / "mail.password").write_text("geheim", "utf-8")
            until(lambda: name in hallctl("people", "list", "--hall", str(copy)))
            until((copy / "secrets" / "mail.password").exists)
            until(lambda: (copy / "hall.toml").read_text("utf-8").endswith("# later\n"))
            assert (copy / "secrets" / "mail.password").stat().st_mode & 0o777 == 0o600
            (hall / "secrets" / "mail.password").unlink()
            until(lambda: not (copy / "secrets" / "mail.password").exists())
            assert not (copy / "run" / "standby").exists()
