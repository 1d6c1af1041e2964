"""A mistake in hall.toml keeps nobody from a number: while the hall runs, and on the morning after."""

from pathlib import Path
from time import monotonic, sleep
from typing import Any

from hallctl.hall_directory import HallDirectory
from hallctl.last_settings import settings_to_begin
from hallctl.settings import FILE_NAME
from tests.cli.conftest import Say
from tests.cli.test_serving import complaint_of_serve
from tests.hall_clients import PATIENCE_S, Serve, serve, wish

BROKEN = b"\n[[counter]\n"


def mistake_told(serving: Serve, *, is_there: bool) -> str:
    """What the hall says of its file, once it does, or no longer does."""
    deadline = monotonic() + PATIENCE_S
    while monotonic() < deadline:
        told = str(serving.wire().get("/api/health").json["settings_mistake"])
        if bool(told) == is_there:
            return told
        sleep(0.02)
    raise TimeoutError("the hall has not looked at its file")


def alerts(serving: Serve) -> list[dict[str, Any]]:
    """What the live hall says of its settings."""
    every = serving.wire().get("/api/views/hall").json["alerts"]
    return [one for one in every if one["kind"] == "settings_mistake"]


def test_a_mistake_is_told_and_the_hall_goes_on_today_and_tomorrow(hall: Path, say: Say) -> None:
    file = hall / FILE_NAME
    sound = file.read_bytes()
    with serve(hall) as today:
        file.write_bytes(sound + BROKEN)
        told = mistake_told(today, is_there=True)
        assert "is not valid TOML" in told
        assert f"settings_mistake: {told}" in say("status", "--hall", hall).stdout
        (alert,) = alerts(today)
        assert alert["words"]["en"].startswith("hall.toml: ")
        assert "TOML" in alert["words"]["vi"]
        assert alert["words"]["vi"] != alert["words"]["en"]
        assert today.wire().ask(wish("OpenDay")).status == 200
        today.stop()
    assert say("check", hall).exit_code == 1, "the file itself is still wrong"
    with serve(hall) as tomorrow:
        assert told in tomorrow.said, "whoever looks at the log is told why"
        assert mistake_told(tomorrow, is_there=True) == told
        assert tomorrow.wire().ask(wish("CloseDay")).status == 200
        file.write_bytes(sound)
        mistake_told(tomorrow, is_there=False)
        assert alerts(tomorrow) == []


def test_a_hall_that_never_ran_says_what_is_wrong_and_does_not_begin(hall: Path) -> None:
    file = hall / FILE_NAME
    file.write_bytes(file.read_bytes() + BROKEN)
    assert "is not valid TOML" in complaint_of_serve(hall)


def test_what_is_kept_for_need_is_no_way_round_a_mistake_of_its_own(hall: Path, say: Say) -> None:
    (hall / FILE_NAME).write_bytes(b"")
    kept = HallDirectory(hall).last_settings
    kept.parent.mkdir(exist_ok=True)
    kept.write_bytes(BROKEN)
    said = say("serve", hall)
    assert said.exit_code == 1
    assert "hall.toml: service: is missing" in said.stderr


def test_a_start_with_the_same_settings_writes_nothing(hall: Path) -> None:
    kept = HallDirectory(hall).last_settings
    with serve(hall):
        written = kept.stat()
    with serve(hall):
        again = kept.stat()
    assert (again.st_ino, again.st_mtime_ns) == (written.st_ino, written.st_mtime_ns)


def test_a_file_without_a_mistake_is_gone_by_whatever_was_before(hall: Path) -> None:
    kept = HallDirectory(hall).last_settings
    kept.parent.mkdir(exist_ok=True)
    kept.write_bytes((hall / FILE_NAME).read_bytes() + b"\n")
    assert settings_to_begin(hall).written == (hall / FILE_NAME).read_bytes()
