"""A small hall whose day is open, with counters 1 and 3 serving."""

import pytest

from tests.core.one_day import OneDay


@pytest.fixture
def day() -> OneDay:
    """Counters 1 and 3 are open."""
    return OneDay().open("1", "3")
