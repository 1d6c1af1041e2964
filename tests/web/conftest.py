"""Halls at work on loopback."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.hall_at_work import HallAtWork


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[HallAtWork]:
    """A fresh hall, its day not opened."""
    hall = HallAtWork(tmp_path / "hall")
    yield hall
    hall.close()


@pytest.fixture(scope="module")
def quiet_hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    """A hall with counter 1 open, for tests that change nothing."""
    hall = HallAtWork(tmp_path_factory.mktemp("quiet") / "hall")
    hall.open("1")
    yield hall
    hall.close()
