"""Debian's browser without a window, started once for all modules that look at pages.

Playwright leaves its event loop marked as running in this thread. The mark is taken away while a
module without a browser runs, so that such a module may run a loop of its own.
"""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PROGRAM = Path("/usr/bin/chromium")
PATIENCE_MS = 100_000
"""A busy machine starts a browser in a minute."""


@pytest.fixture(scope="session")
def chromium_started() -> Iterator["tuple[Browser, asyncio.AbstractEventLoop]"]:
    if not PROGRAM.exists():
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    playwright = sync_playwright().start()
    loop = asyncio.get_running_loop()
    browser = playwright.chromium.launch(
        executable_path=PROGRAM, args=["--no-sandbox"], timeout=PATIENCE_MS
    )
    asyncio._set_running_loop(None)
    yield browser, loop
    asyncio._set_running_loop(loop)
    browser.close()
    playwright.stop()


@pytest.fixture(scope="module")
def chromium(chromium_started: "tuple[Browser, asyncio.AbstractEventLoop]") -> "Iterator[Browser]":
    """The browser, as if it were new: what a module leaves open is closed."""
    browser, loop = chromium_started
    asyncio._set_running_loop(loop)
    yield browser
    for context in browser.contexts:
        context.close()
    asyncio._set_running_loop(None)
