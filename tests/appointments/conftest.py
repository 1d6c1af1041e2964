"""A small hall that gives appointments; its Monday is open, and so are all three counters."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.appointments.booked_day import BookedDay


@pytest.fixture
def day() -> BookedDay:
    day = BookedDay()
    day.open("1", "2", "3")
    return day


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's browser, without a window; no other event loop runs in this thread meanwhile."""
    path = Path("/usr/bin/chromium")
    if not path.exists():
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
