"""The core's tests begin with a hall nobody has opened yet."""

import pytest

from tests.core.one_day import OneDay


@pytest.fixture
def day() -> OneDay:
    """A small hall on a Monday morning, its day not opened."""
    return OneDay()
