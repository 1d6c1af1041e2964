"""``hallctl serve`` as a process: begins, refuses, stops and fails in good order."""

import resource
import socket
import subprocess
from pathlib import Path

import pytest

from hallctl.hall_directory import HallDirectory
from hallctl.verifying import verify
from tests.cli.conftest import Say
from tests.hall_clients import (
    PATIENCE_S,
    Listener,
    Serve,
    new_hall,
    serve,
    start_hallctl,
    wish,
)
from tests.journal.full_day import live_a_full_day
from tests.journal.one_hall import in_a_hall

LOCAL = ("--host", "127.0.0.1", "--port", "0")


def ended(process: "subprocess.Popen[str]") -> tuple[int, str]:
    """Its exit status and what it complained of."""
    _, complaint = process.communicate(timeout=PATIENCE_S)
    return process.returncode, complaint


def complaint_of_serve(hall: Path, *options: str) -> str:
    """The one line with which serve refuses to begin."""
    status, said = ended(start_hallctl("serve", str(hall), *(options or LOCAL)))
    lines = said.splitlines()
    assert (status, len(lines)) == (1, 1), said
    return lines[0]


def test_a_hall_is_asked_from_the_command_line_while_it_is_served(hall: Path, say: Say) -> None:
    with serve(hall) as serving:
        opened = say("send", '{"type":"OpenDay"}', "--hall", hall)
        assert (opened.exit_code, '"type":"DayOpened"' in opened.stdout) == (0, True)
        again = say("send", "-", "--hall", hall, typed='{"type":"OpenDay"}')
        assert (again.exit_code, '"refused":"day_already_open"' in again.stdout) == (1, True)
        malformed = say("send", '{"type":"Fly"}', "--hall", hall)
        assert (malformed.exit_code, '"malformed"' in malformed.stdout) == (1, True)
        status = say("status", "--hall", hall)
        assert status.exit_code == 0
        assert "status: ok" in status.stdout
        assert "journal_number: 1" in status.stdout
        assert say("verify", hall).exit_code == 0
        assert "another controller is running here" in say("rebuild", hall).stderr
        assert serving.port > 0


def test_the_address_is_there_once_commands_are_accepted(hall: Path) -> None:
    directory = HallDirectory(hall)
    directory.announce("http://127.0.0.1:9")
    with serve(hall) as serving:
        assert directory.address.read_text() == f"http://127.0.0.1:{serving.port}\n"
        assert directory.admin_token.stat().st_mode & 0o077 == 0, "nobody else may read it"
        assert serving.wire().ask(wish("OpenDay")).status == 200


@pytest.mark.parametrize("listens", [False, True], ids=["nobody listens", "boards listen"])
def test_asked_to_stop_it_stops_cleanly(hall: Path, listens: bool) -> None:
    with serve(hall) as serving:
        serving.wire().ask(wish("OpenDay"))
        boards = [Listener(serving.port, "view=board") for _ in range(3 * listens)]
        assert serving.stop() == 0
        for board in boards:
            with pytest.raises(ConnectionResetError):
                board.view_where(lambda _view: False)
            board.close()
        assert serving.said.count("\n") == 1, serving.said
        assert not serving.hall.address.exists()
        assert not serving.hall.journal.with_name("hall.db-wal").exists(), "the journal is whole"


def test_tokens_and_links_outlive_a_restart(hall: Path) -> None:
    kept = []
    for _ in range(2):
        with serve(hall) as serving:
            kept.append((serving.hall.admin_token.read_text(), serving.hall.link_secret()))
    assert kept[0] == kept[1]


def test_two_controllers_never_share_a_hall(hall: Path) -> None:
    with serve(hall) as serving:
        assert "another controller is running here; stop it first" in complaint_of_serve(hall)
        assert serving.wire().ask(wish("OpenDay")).status == 200, "the first is undisturbed"


def test_a_port_in_use_is_said_in_one_line(hall: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        line = complaint_of_serve(hall, "--host", "127.0.0.1", "--port", port)
    assert port in line
    assert "is taken by another program" in line
    assert not HallDirectory(hall).address.exists()


def test_an_address_that_is_not_ours_is_said_in_one_line(hall: Path) -> None:
    assert "192.0.2.1" in complaint_of_serve(hall, "--host", "192.0.2.1", "--port", "0")


def test_a_damaged_journal_is_not_served(hall: Path) -> None:
    in_a_hall(hall / "hall.db", live_a_full_day)
    whole = (hall / "hall.db").read_bytes()
    (hall / "hall.db").write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    assert "hall.db" in complaint_of_serve(hall)


def test_a_hall_whose_disk_is_full_stops_and_answers_for_nothing_more(tmp_path: Path) -> None:
    hall = new_hall(tmp_path / "hall")
    serving = Serve(hall)
    try:
        limit = (1_500_000, 1_500_000)
        resource.prlimit(serving.process.pid, resource.RLIMIT_FSIZE, limit)
        kiosk, admin = serving.wire("kiosk-1"), serving.wire()
        admin.ask(wish("OpenDay"))
        answered = []
        while (reply := kiosk.ask(command := wish("IssueTicket", service="justice"))).status == 200:
            answered.append((command, reply))
        assert (reply.status, reply.json["refused"]) == (503, "hall_stopping")
        assert serving.end() == 1
        assert "stopped, because the journal could not be written" in serving.said
        assert serving.said.splitlines()[-1].startswith("hallctl: stopped")
    finally:
        serving.kill()
    assert len(answered) > 5
    with serve(hall) as again:
        kiosk = again.wire("kiosk-1")
        assert all(kiosk.ask(command) == reply for command, reply in answered)
        assert kiosk.ask(command).status == 200
    assert verify(hall / "hall.db", lambda _done: None).problem == ""
