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
from tests.hall_clients import new_hall


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
