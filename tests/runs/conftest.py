"""Runs begin at a desk with a courier at eight o'clock."""

import pytest

from tests.runs.courier import Courier


@pytest.fixture
def courier() -> Courier:
    """Nothing is received, and no run is open."""
    return Courier()
