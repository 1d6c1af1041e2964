"""One hall with a past, read by every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from hallctl.core.plan import Plan
from hallctl.hall_directory import HallDirectory
from hallctl.journal.sqlite_journal import open_database
from hallctl.settings import read_hall
from tests.simulated import live


@pytest.fixture(scope="session")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hall of eight days, the last one at twenty to ten."""
    return live(tmp_path_factory.mktemp("past") / "hall")


@pytest.fixture(scope="session")
def plan(past: Path) -> Plan:
    return read_hall(past).plan


@pytest.fixture
def ledger(past: Path) -> Iterator[Database]:
    """Its ledger, for reading."""
    database = open_database(HallDirectory(past).journal, read_only=True)
    yield database
    database.close()
