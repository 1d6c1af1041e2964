"""Debian's browser without a window, started once for all modules that look at pages.

Playwright leaves its event loop marked as running in this thread. The mark is taken away while a
module without a browser runs, so that such a module may run a loop of its own.
"""

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PATIENCE_MS = 100_000
"""A busy machine starts a browser in a minute."""


@pytest.fixture(scope="session")
def chromium_started() -> Iterator["tuple[Browser, asyncio.AbstractEventLoop]"]:
    from playwright.sync_api import sync_playwright

    from hallctl.demo.page_album import browser

    program = browser()
    if not program:
        pytest.skip("Chromium is not installed")

    playwright = sync_playwright().start()
    loop = asyncio.get_running_loop()
    started = playwright.chromium.launch(
        executable_path=program, args=["--no-sandbox"], timeout=PATIENCE_MS
    )
    asyncio._set_running_loop(None)
    yield started, loop
    asyncio._set_running_loop(loop)
    started.close()
    playwright.stop()


@pytest.fixture(scope="module")
def chromium(chromium_started: "tuple[Browser, asyncio.AbstractEventLoop]") -> "Iterator[Browser]":
    """The browser, as if it were new: what a module leaves open is closed."""
    started, loop = chromium_started
    asyncio._set_running_loop(loop)
    yield started
    for context in started.contexts:
        context.close()
    asyncio._set_running_loop(None)
