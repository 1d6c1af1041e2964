"""A hall on loopback for the link's tests."""

import os
from collections.abc import Iterator

import pytest

from tests.fakes.fake_hall import FakeHall

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")


@pytest.fixture
def hall() -> Iterator[FakeHall]:
    hall = FakeHall()
    hall.start()
    yield hall
    hall.close()
