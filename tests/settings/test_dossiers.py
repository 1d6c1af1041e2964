"""What hall.toml says about dossiers: agency, deadlines, days off and worked."""

from collections import Counter
from datetime import date, time
from pathlib import Path

import pytest

from hallctl.core.calendar import Shift
from hallctl.core.deadlines import Mode
from hallctl.core.plan.dossier_rules import OFFICE_HOURS, DossierRules
from hallctl.samples import Sample, write_sample
from hallctl.settings import SettingsError, read_hall
from tests.settings.conftest import SMALL_HALL

FULL = """
[dossiers]
agency = "H15.50"
deadline_mode = "same_minute"
cut_off = "14h30"

[calendar]
days_off = [{ day = 2026-08-31, name = "Nghỉ" }, { day = 2026-09-02, name = "Quốc khánh" }]
days_worked = [{ day = 2026-08-22 }]
saturday = ["07:30-11:30"]
"""


def rules_of(directory: Path, text: str) -> DossierRules:
    (directory / "hall.toml").write_text(text, encoding="utf-8")
    return read_hall(directory).plan.dossiers


def problems(directory: Path, text: str) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        rules_of(directory, text)
    return str(caught.value).splitlines()


def test_the_rules_are_what_the_technician_wrote(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, SMALL_HALL + FULL)
    assert (rules.agency, rules.mode, rules.cut_off) == ("H15.50", Mode.SAME_MINUTE, time(14, 30))
    calendar = rules.calendar
    assert calendar.days_off == {
        date(2026, 8, 31): "Nghỉ",
        date(2026, 9, 2): "Quốc khánh",
    }
    assert calendar.days_worked == {date(2026, 8, 22): ""}
    assert calendar.shifts(date(2026, 8, 15)) == (Shift(time(7, 30), time(11, 30)),)
    assert calendar.shifts(date(2026, 8, 22)) == OFFICE_HOURS


def test_the_week_is_that_of_the_hours(tmp_path: Path) -> None:
    calendar = rules_of(tmp_path, SMALL_HALL).calendar
    assert [day for day in range(1, 8) if day in calendar.week] == [1, 2]
    assert calendar.swapped_week == 1


def test_without_hours_the_week_is_the_usual_one(tmp_path: Path) -> None:
    spoiled = SMALL_HALL.replace("weekdays = [1, 2]", "weekdays = []")
    spoiled = spoiled.replace('shifts = ["07:30-11:30", "13:30-17:00"]', "")
    calendar = rules_of(tmp_path, spoiled).calendar
    assert calendar.week == dict.fromkeys(range(1, 6), OFFICE_HOURS)


def test_a_hall_without_these_tables_reckons_by_the_defaults(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, SMALL_HALL)
    assert (rules.agency, rules.mode, rules.cut_off) == ("", Mode.END_OF_DAY, time(15))


@pytest.mark.parametrize("sample", ["province", "commune"])
def test_the_samples_know_the_holidays_of_two_years(tmp_path: Path, sample: Sample) -> None:
    write_sample(tmp_path, sample)
    rules = read_hall(tmp_path).plan.dossiers
    assert rules.agency.startswith("H00.")
    calendar = rules.calendar
    assert Counter(day.year for day in calendar.days_off) == {2026: 14, 2027: 15}
    assert calendar.days_off[date(2026, 11, 24)] == "Ngày Văn hóa Việt Nam"
    assert calendar.is_working(date(2026, 8, 22))
    assert not calendar.is_working(date(2026, 8, 31))
    assert rules.catalogue_on(date(2026, 6, 1)).procedures


SPOILED = [
    ('"H15.50"', '"15.H50"', "dossiers.agency: '15.H50' is not an agency code; write it such as"),
    ('"H15.50"', '"H15..50"', "dossiers.agency: 'H15..50' is not an agency code"),
    ('"H15.50"', "15", "dossiers.agency: 15 does not fit; write a text in quotes"),
    ('"same_minute"', '"same_hour"', "dossiers.deadline_mode: 'same_hour' does not fit; did you"),
    ('"14h30"', '"25:00"', "dossiers.cut_off: '25:00' is not a time of the day; write it such as"),
    (
        "2026-09-02",
        '"02/09/2026"',
        "calendar.days_off.'02/09/2026'.day: '02/09/2026' does not fit; write",
    ),
    ("2026-09-02", "2026-09-02T07:00:00", "calendar.days_off[2].day: datetime.datetime(2026, 9, "),
    ("2026-09-02", "9999-12-31", "calendar.days_off[2].day: 9999-12-31 is no day of ours"),
    ("2026-09-02", "2026-08-31", "calendar.days_off: names 2026-08-31 twice; name each day once"),
    ("day = 2026-08-22", 'name = "x"', "calendar.days_worked[1].day: is missing; add it: a day"),
    ('["07:30-11:30"]\n', '["7-11"]\n', "calendar.saturday[1]: '7-11' is not a stretch of a day"),
]


@pytest.mark.parametrize(("old", "new", "line"), SPOILED, ids=[line[:40] for *_, line in SPOILED])
def test_each_fault_is_one_line(tmp_path: Path, old: str, new: str, line: str) -> None:
    before, found, after = FULL.rpartition(old)
    assert found
    lines = problems(tmp_path, SMALL_HALL + before + new + after)
    assert len(lines) == 1, lines
    assert lines[0].startswith(f"hall.toml: {line}"), lines


def test_a_calendar_that_never_opens_is_refused(tmp_path: Path) -> None:
    days = ", ".join(
        f"{{ day = {date.fromordinal(date(2026, 6, 1).toordinal() + one)} }}" for one in range(59)
    )
    (line,) = problems(tmp_path, f"{SMALL_HALL}\n[calendar]\ndays_off = [{days}]\n")
    where, _, remedy = line.partition("; ")
    assert where == "hall.toml: calendar.days_off: no working day within 60 days of 2026-05-27"
    assert remedy == "let the hall work in between"


def test_applicants_stay_known_for_as_long_as_the_technician_wrote(tmp_path: Path) -> None:
    (tmp_path / "hall.toml").write_text(SMALL_HALL, encoding="utf-8")
    assert read_hall(tmp_path).applicants.keep_days == 90
    rules_of(tmp_path, SMALL_HALL + "\n[applicants]\nkeep_days = 30\n")
    assert read_hall(tmp_path).applicants.keep_days == 30
    (problem,) = problems(tmp_path, SMALL_HALL + "\n[applicants]\nkeep_days = -1\n")
    assert "applicants.keep_days: -1 is no such span; write 0 to 3650 days" in problem
