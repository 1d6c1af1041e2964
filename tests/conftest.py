"""How every test runs: chance without a stopwatch, cheap passwords, Qt's garbage where it was made.

Python collects garbage in whichever thread happens to allocate, and Qt's objects may only die in
the thread that made them. Halls that are tested run in threads of their own, so nothing is
collected by itself: each module's garbage goes when the module has ended. What is left then stays
for good (modules, sheets, caches), and is not looked through again after each of three hundred.
"""

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from hallctl.people import secret_hashing

pytest_plugins = ("tests.chromium", "tests.side_by_side")
settings.register_profile("hall", deadline=None)
settings.register_profile("guard", deadline=None, derandomize=True)
"""The same verdict on the same code: what guards main draws no new chances, whoever works does."""
settings.load_profile("guard" if os.environ.get("CI") else "hall")
_LONGEST = ("benchmarks", "demo", "site", "standby", "stories", "screens", "crashes", "races")
_TURN = {directory: turn for turn, directory in enumerate(_LONGEST)}
_LONG = {
    "test_a_kiosk_alone.py", "test_any_text.py", "test_backup.py", "test_command_api.py",
    "test_booking_pages.py", "test_devices_verbs.py", "test_discovery.py", "test_dossier_year.py",
    "test_exactly_once.py", "test_fuzzed_api.py", "test_scan_pictures.py", "test_scan_torture.py",
    "test_serving.py", "test_ticket_ocr.py", "test_ticket_page_on_a_phone.py", "test_verbs.py",
    "test_watching.py",
}  # fmt: skip
"""Of the other directories, files that one worker does alone for ten seconds and more."""
gc.disable()
secret_hashing.MEMORY_KIB, secret_hashing.PASSES = 64, 1
"""Trying passwords is dear on purpose; here everybody who signs in is a friend."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first: two who share the work are then done at the same time."""
    items.sort(key=_turn_of)


def _turn_of(item: pytest.Item) -> int:
    later = len(_TURN) + (item.path.name not in _LONG)
    return _TURN.get(item.path.parent.name, later)


def pytest_collection_finish() -> None:
    """What every test needs is looked through once, not again after each module."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    """At its end Python takes down everything, and complains of what it may not."""
    gc.unfreeze()


@pytest.fixture(autouse=True, scope="module")
def garbage_goes_when_a_module_has_ended() -> Iterator[None]:
    """In the thread of the tests, which made the screens."""
    yield
    gc.collect()
    gc.freeze()
