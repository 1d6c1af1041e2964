"""A second machine follows live, byte for byte; one command makes it the hall; the old one is out."""

import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from hallctl.hall_directory import HallDirectory
from hallctl.journal.sqlite_journal import open_database
from hallctl.upkeep.findings import Grade
from hallctl.upkeep.hall import look_at_controller
from hallctl.verifying import verify
from tests.hall_clients import Serve, Wire, new_hall, serve, start_hallctl, wish

PATIENCE_S = 30.0


def until(is_so: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def chain(hall: Path) -> list[tuple[object, ...]]:
    if not (hall / "hall.db").exists():
        return []
    with closing(open_database(hall / "hall.db", read_only=True)) as database:
        if not database["journal"].exists():
            return []
        return list(database.execute("select * from journal order by number"))


@contextmanager
def following(serving: Serve, copy: Path) -> Iterator["subprocess.Popen[str]"]:
    """``hallctl standby`` at work."""
    process = start_hallctl(
        "standby", str(copy), "--of", f"http://127.0.0.1:{serving.port}",
        "--token-file", str(serving.hall.admin_token),
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=PATIENCE_S)


def hallctl(*arguments: str) -> str:
    process = start_hallctl(*arguments)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out


def refused(*arguments: str) -> str:
    process = start_hallctl(*arguments)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    return err


def press(wire: Wire, count: int) -> None:
    for _ in range(count):
        wire.ask(wish("IssueTicket", service="civil-status"))


def test_a_standby_follows_live_and_takes_over_when_the_hall_dies(tmp_path: Path) -> None:
    hall, copy = new_hall(tmp_path / "hall", "commune"), tmp_path / "copy"
    with serve(hall) as serving:
        admin = serving.wire()
        admin.ask(wish("OpenDay"))
        press(admin, 5)
        with following(serving, copy):
            until(lambda: chain(copy) == chain(hall))
            crowd = threading.Thread(target=press, args=(serving.wire(), 100))
            crowd.start()
            crowd.join()
            until(lambda: chain(copy) == chain(hall))
            number = admin.get("/api/health").json["journal_number"]
            serving.kill()
            said = hallctl("take-over", str(copy))
    assert f"{number + 1} events, epoch " in said
    assert verify(copy / "hall.db", lambda _done: None).problem == ""
    with serve(copy) as again:
        wire = again.wire("kiosk-1")
        issued = wire.ask(wish("IssueTicket", service="civil-status")).json["events"][0]
        serial = int(issued["number"].removeprefix("A"))
        assert serial > 300, "past whatever was given unseen"


def test_the_old_controller_stops_as_soon_as_a_station_tells_it_of_the_new_epoch(
    tmp_path: Path,
) -> None:
    hall = new_hall(tmp_path / "hall", "commune")
    with serve(hall) as serving:
        serving.wire().ask(wish("OpenDay"))
        stranger = Wire(serving.port, "no token of ours")
        stranger.head(b"Hall-Epoch: 1\r\n")
        assert stranger.ask(wish("IssueTicket", service="civil-status")).status == 401
        stranger.close()
        press(serving.wire(), 1)
        station = serving.wire("kiosk-1")
        station.head(b"Hall-Epoch: 1\r\n")
        refused = station.ask(wish("IssueTicket", service="civil-status"))
        assert refused.status == 503
        assert "has gone on elsewhere" in refused.json["details"]["reason"]
        assert serving.end() == 1
    process = start_hallctl("serve", str(hall), "--host", "127.0.0.1", "--port", "0")
    said = process.communicate(timeout=30)[1]
    assert process.returncode == 1
    assert "don't start this one again" in said


def test_taking_over_while_the_old_one_runs_stops_it(tmp_path: Path) -> None:
    hall, copy = new_hall(tmp_path / "hall", "commune"), tmp_path / "copy"
    with serve(hall) as serving:
        serving.wire().ask(wish("OpenDay"))
        with following(serving, copy):
            until(lambda: chain(copy) and chain(copy) == chain(hall))
            said = hallctl("take-over", str(copy), "--of", f"http://127.0.0.1:{serving.port}")
        assert "has stopped" in said
        assert serving.end() == 1


def test_a_standby_that_was_away_goes_on_where_it_was(tmp_path: Path) -> None:
    hall, copy = new_hall(tmp_path / "hall", "commune"), tmp_path / "copy"
    with serve(hall) as serving:
        admin = serving.wire()
        admin.ask(wish("OpenDay"))
        with following(serving, copy):
            until(lambda: chain(copy) and chain(copy) == chain(hall))
        press(admin, 1200)
        assert "it serves once it has taken over" in refused("serve", str(copy))
        assert "is a standby's copy of" in refused("status", "--hall", str(copy))
        assert look_at_controller(HallDirectory(copy)).grade is Grade.WRONG
        with following(serving, copy):
            until(lambda: chain(copy) == chain(hall))
            assert look_at_controller(HallDirectory(copy)).grade is Grade.FINE
    assert verify(copy / "hall.db", lambda _done: None).problem == ""


def test_a_copy_of_another_history_is_not_mixed_in(tmp_path: Path) -> None:
    hall, copy = new_hall(tmp_path / "hall", "commune"), tmp_path / "copy"
    with serve(hall) as serving:
        admin = serving.wire()
        admin.ask(wish("OpenDay"))
        with following(serving, copy):
            until(lambda: chain(copy) and chain(copy) == chain(hall))
        (copy / "run" / "followed").unlink()  # a drill: the hall is to hear nothing of it
        hallctl("take-over", str(copy))
        press(admin, 3)
        with following(serving, copy) as process:
            said = process.communicate(timeout=PATIENCE_S)[1]
        assert process.returncode == 1
        assert "another history" in said


def test_what_has_followed_no_hall_does_not_take_over(tmp_path: Path) -> None:
    assert "is no standby's copy" in refused("take-over", str(tmp_path / "nowhere"))
    assert not (tmp_path / "nowhere").exists()
    ordinary = new_hall(tmp_path / "hall", "commune")
    assert "is no standby's copy" in refused("take-over", str(ordinary))


@pytest.mark.parametrize("station", ["kiosk-1", "board-1"])
def test_only_the_admin_is_given_the_journal(tmp_path: Path, station: str) -> None:
    with serve(new_hall(tmp_path / "hall", "commune")) as serving:
        assert serving.wire(station).get("/api/standby/journal").status == 403
        assert serving.wire(station).get("/api/standby/seed").status == 403
    shutil.rmtree(tmp_path / "hall")
