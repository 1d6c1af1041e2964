"""A kiosk whose plug is pulled at every step of giving a number alone: no number twice, none lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hallctl.station.offline.giving import Giving
from hallctl.station.offline.journal import OfflineJournal
from hallctl.station.printing.print_journal import PrintJournal, SlipState
from tests.offline.test_giving import OPENS, give, lease

POINTS = ("before_giving", "while_writing", "after_giving", "slip_begun", "slip_printed")
ON_PAPER = ("slip_begun", "slip_printed")


def live(folder: Path, point: str) -> None:
    """Give a number and print it, and die on the way."""

    def die(reached: str) -> None:
        if reached == point:
            os.kill(os.getpid(), signal.SIGKILL)

    journal = OfflineJournal(folder / "offline.db")
    journal.keep_lease(lease())
    giving = Giving(journal)
    die("before_giving")
    if point == "while_writing":
        journal._rows.execute("begin")
        give(giving)
        die("while_writing")
    number = give(giving)
    die("after_giving")
    slips = PrintJournal(folder / "printed.db")
    slips.write(f"2026-11-20-{number}", SlipState.BEGUN)
    die("slip_begun")
    slips.write(f"2026-11-20-{number}", SlipState.PRINTED)
    die("slip_printed")


@pytest.mark.parametrize("point", POINTS)
def test_a_kiosk_killed_at_any_step_gives_no_number_twice_and_loses_none(
    tmp_path: Path, point: str
) -> None:
    program = f"from pathlib import Path; from {__name__} import live; live(Path({str(tmp_path)!r}), {point!r})"
    died = subprocess.run([sys.executable, "-c", program], check=False)
    assert died.returncode == -signal.SIGKILL
    journal = OfflineJournal(tmp_path / "offline.db")
    waiting = [one.number for one in journal.waiting()]
    assert waiting == ([] if point in {"before_giving", "while_writing"} else ["B501"])
    assert give(Giving(journal), OPENS) == ("B502" if waiting else "B501")
    journal.close()
    slips = PrintJournal(tmp_path / "printed.db")
    begun = slips.state("2026-11-20-B501") is not SlipState.NOT_BEGUN
    slips.close()
    assert begun is (point in ON_PAPER), "a slip that may be on paper is never printed by itself"
