"""A hall on loopback for the link's tests."""

from collections.abc import Iterator

import pytest

from tests.fakes.fake_hall import FakeHall


@pytest.fixture
def hall() -> Iterator[FakeHall]:
    hall = FakeHall()
    hall.start()
    yield hall
    hall.close()
