"""Backups by the clock outlive a folder, or a machine, that fails for a while."""

import asyncio
import sys
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from hallctl.backup.schedule import backing_up, is_due
from hallctl.backup_runs import BackupRuns, backups_of
from hallctl.machine.aside import run_aside
from hallctl.samples import write_sample
from hallctl.settings import HallSettings, read_hall
from hallctl.settings.tables.hall import Backup

EVENING = datetime(2026, 11, 23, 19, 0)  # noqa: DTZ001 - the hall's own time
TAKEN = "hall-2026-11-23T183000-0000012.hall"


@pytest.fixture
def settings(tmp_path: Path) -> HallSettings:
    write_sample(tmp_path / "hall", "commune")
    rule = Backup(to=str(tmp_path / "backups"), at="00:00")
    return msgspec.structs.replace(read_hall(tmp_path / "hall"), backup=rule)


@pytest.fixture
def out_of_reach(settings: HallSettings) -> HallSettings:
    """The system refuses to look there, as it does with a share that has gone."""
    return msgspec.structs.replace(settings, backup=Backup(to="x" * 300, at="00:00"))


def test_one_a_day_is_due(settings: HallSettings) -> None:
    assert is_due(settings, EVENING)
    file = Path(settings.backup.to) / TAKEN
    file.parent.mkdir()
    file.touch()
    assert not is_due(settings, EVENING)


def test_a_backup_that_goes_while_it_is_looked_at_is_none(settings: HallSettings) -> None:
    folder = Path(settings.backup.to)
    folder.mkdir()
    (folder / TAKEN).symlink_to(folder / "gone")
    assert backups_of(settings) == []


def test_a_folder_out_of_reach_is_tried_and_the_failure_told(
    out_of_reach: HallSettings, caplog: pytest.LogCaptureFixture
) -> None:
    assert backups_of(out_of_reach) == []
    has_failed = asyncio.Event()

    def now() -> int:
        has_failed.set()
        return 7

    runs = BackupRuns(out_of_reach, now)

    async def keep() -> None:
        async with asyncio.timeout(60), backing_up(out_of_reach, runs):
            await has_failed.wait()

    asyncio.run(keep())
    assert runs.failed is not None
    assert runs.failed.at == 7
    assert runs.failed.said in caplog.text


def test_a_machine_that_can_t_begin_anything_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert "/nowhere/python" in asyncio.run(run_aside("backup"))
