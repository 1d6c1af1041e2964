"""A full disk is called so, whatever the engine calls it."""

from collections import namedtuple
from pathlib import Path

import pytest
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]

from hallctl.journal import sqlite_journal
from hallctl.journal.entry import JournalError
from hallctl.journal.sqlite_journal import reporting

Usage = namedtuple("Usage", "total used free")


@pytest.mark.parametrize(("free", "is_full"), [(0, True), (1 << 30, False)])
def test_an_error_of_the_engine_says_that_the_disk_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, *, is_full: bool
) -> None:
    monkeypatch.setattr(sqlite_journal.shutil, "disk_usage", lambda _folder: Usage(1, 1, free))
    with pytest.raises(JournalError) as raised, reporting(tmp_path / "hall.db"):
        raise sqlite3.OperationalError("disk I/O error")
    assert str(raised.value).endswith("; the disk is full") is is_full
