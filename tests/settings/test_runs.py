"""What hall.toml says about courier runs."""

from datetime import time
from pathlib import Path

import pytest

from hallctl.core.plan.run_rules import RunRules
from hallctl.samples import write_sample
from hallctl.settings import SettingsError, read_hall
from tests.settings.conftest import SMALL_HALL


def rules_of(directory: Path, text: str) -> RunRules:
    (directory / "hall.toml").write_text(SMALL_HALL + text, encoding="utf-8")
    return read_hall(directory).plan.runs


def test_the_timetable_is_what_the_technician_wrote(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, '[runs]\ndepartures = ["07:45", "13h30"]\ndue_minutes = 45\n')
    assert rules == RunRules(departures=(time(7, 45), time(13, 30)), due_minutes=45)


def test_without_a_timetable_runs_are_opened_by_hand(tmp_path: Path) -> None:
    assert rules_of(tmp_path, "") == RunRules()


def test_the_province_has_eight_runs_a_day(tmp_path: Path) -> None:
    write_sample(tmp_path / "hall", "province")
    assert len(read_hall(tmp_path / "hall").plan.runs.departures) == 8


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ('departures = ["7.45"]', "runs.departures[1]: '7.45' is not a time of the day"),
        ('departures = ["09:00", "08:00"]', "runs.departures: 08:00 comes after 09:00"),
        ('departures = ["09:00", "09:00"]', "runs.departures: 09:00 comes after 09:00"),
        ("due_minutes = 0", "runs.due_minutes: 0 minutes makes no sense"),
        ("due_minutes = 5000", "runs.due_minutes: 5000 minutes makes no sense"),
        (f"departures = {[f'{n // 4:02}:{n % 4 * 15:02}' for n in range(60)]}", "names 60 trips"),
    ],
)
def test_a_timetable_that_makes_no_sense_is_named(tmp_path: Path, written: str, words: str) -> None:
    with pytest.raises(SettingsError) as caught:
        rules_of(tmp_path, f"[runs]\n{written}\n")
    assert words in str(caught.value)
