"""Taking over asks whoever follows to end, and nobody else."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from hallctl.backup.restoring import moment_of
from hallctl.hall_directory import HallDirectory
from hallctl.ledger.opening import open_journal
from hallctl.standby.following import pid_file
from hallctl.standby.taking_over import take_over
from tests.hall_clients import new_hall, wish
from tests.web.hall_at_work import HallAtWork


@pytest.fixture
def somebody() -> Iterator["subprocess.Popen[bytes]"]:
    """A program of this machine that has nothing to do with the hall."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process
        process.kill()


def test_a_number_left_from_before_a_power_cut_ends_nobody(
    tmp_path: Path, somebody: "subprocess.Popen[bytes]"
) -> None:
    home = HallDirectory(new_hall(tmp_path / "copy", "commune"))
    with closing(open_journal(home)):
        home.followed.parent.mkdir(parents=True, exist_ok=True)
        home.followed.write_text("http://10.0.0.2:8080\n")
    pid_file(home.path).write_text(str(somebody.pid))
    made = take_over(home, moment_of(datetime.now(ZoneInfo("Asia/Ho_Chi_Minh"))))
    assert made.epoch > 0
    with pytest.raises(subprocess.TimeoutExpired):
        somebody.wait(0.05)


def test_an_old_hall_stops_even_where_its_disk_keeps_no_word_of_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    hall = HallAtWork(tmp_path / "hall")
    hall.directory.fenced.mkdir(parents=True)  # nothing can be written there
    kiosk = hall.wire("kiosk-1")
    kiosk.head(b"Hall-Epoch: 1\r\n")
    assert kiosk.ask(wish("IssueTicket", service="civil-status")).status == 503
    again = hall.wire("kiosk-1").ask(wish("IssueTicket", service="civil-status"))
    assert again.status == 503, "nobody is given a number by two halls"
    assert "the fence could not be kept" in caplog.text
    hall.close()
