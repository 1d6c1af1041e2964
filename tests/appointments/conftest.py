"""A small hall that gives appointments; its Monday is open, and so are all three counters."""

import pytest

from tests.appointments.booked_day import BookedDay


@pytest.fixture
def day() -> BookedDay:
    day = BookedDay()
    day.open("1", "2", "3")
    return day
