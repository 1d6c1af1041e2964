"""Which backups stay, over years of evenings."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hallctl.backup.pruning import Keeping, to_drop
from hallctl.backup_runs import taken_at

FIRST = date(2026, 1, 1)


def evening(days: int) -> Path:
    return Path(f"/backups/hall-{FIRST + timedelta(days=days)}T183000-{days:07}.hall")


def stay(files: list[Path], keeping: Keeping) -> list[str]:
    dropped = set(to_drop(files, keeping))
    return [file.name[5:15] for file in files if file not in dropped]


def test_a_year_of_evenings_leaves_a_week_five_weeks_and_twelve_months() -> None:
    kept = stay([evening(day) for day in range(365)], Keeping())
    assert kept[-7:] == [f"2026-12-{day}" for day in range(25, 32)]
    assert kept[:11] == [
        "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30",
        "2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31", "2026-11-30",
    ]  # fmt: skip
    assert kept[11:-7] == ["2026-12-06", "2026-12-13", "2026-12-20"]


@given(
    st.sets(st.integers(0, 1500)),
    st.builds(Keeping, days=st.integers(0, 9), weeks=st.integers(0, 9), months=st.integers(0, 9)),
)
def test_dropping_each_evening_leaves_what_dropping_at_the_end_leaves(
    days: set[int], keeping: Keeping
) -> None:
    lived: list[Path] = []
    for day in sorted(days):
        lived.append(evening(day))
        lived = [file for file in lived if file not in to_drop(lived, keeping)]
    assert lived == [file for file in map(evening, sorted(days)) if file in lived]
    assert (evening(max(days)) in lived) if days else not lived
    assert not to_drop(lived, keeping)


def test_other_files_are_left_alone() -> None:
    others = [Path("/backups/hall-notes.txt"), Path("/backups/hall-2026-11-23T183000.hall")]
    assert to_drop(others, Keeping(days=0, weeks=0, months=0)) == []
    assert all(taken_at(file) is None for file in others)
