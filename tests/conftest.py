"""How every test runs: chance without a stopwatch, and Qt's garbage collected where it was made."""

import gc
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("hall", deadline=None)
settings.load_profile("hall")


@pytest.fixture(autouse=True, scope="module")
def screens_are_collected_in_their_own_thread() -> Iterator[None]:
    """Leave no screen for another thread's collection: Qt's objects die where they were made."""
    yield
    if "PySide6" in sys.modules:
        gc.collect()
