"""A hall directory with a small journal in it, and the checkpoint of it."""

import shutil
from pathlib import Path

import pytest

from hallctl.checkpoint.making import make_checkpoint
from hallctl.hall_directory import HallDirectory
from hallctl.journal.sqlite_journal import open_database
from tests.journal.full_day import live_a_full_day_with_dossiers
from tests.journal.one_hall import in_a_hall


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two days in a hall, with dossiers; nobody changes it."""
    hall = tmp_path_factory.mktemp("lived") / "hall"
    (hall / "run").mkdir(parents=True)
    in_a_hall(hall / "hall.db", live_a_full_day_with_dossiers)
    return hall


@pytest.fixture(scope="session")
def newest(lived: Path) -> int:
    """The number of its newest fact."""
    database = open_database(lived / "hall.db", read_only=True)
    (number,) = database.execute("select max(number) from journal").fetchone()
    database.close()
    return int(number)


@pytest.fixture
def home(lived: Path, tmp_path: Path) -> HallDirectory:
    """A copy of it, to do with as one likes."""
    return HallDirectory(shutil.copytree(lived, tmp_path / "hall"))


@pytest.fixture
def kept(home: HallDirectory) -> HallDirectory:
    """The same, with its checkpoint."""
    make_checkpoint(home)
    return home
