"""One day, told twice: by the rules alone, and by hands on screens that are opened once."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QT_API", "pyside6")

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from tests.stories.core_day import CoreDay
from tests.stories.day import Day
from tests.stories.screens_day import ScreensDay
from tests.stories.stage import Stage


@pytest.fixture(scope="package")
def stage(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A provincial hall at work with its screens; every story is another business day in it."""
    with pytest.MonkeyPatch.context() as patch:
        opened = Stage(tmp_path_factory.mktemp("stories") / "hall", patch)
    yield opened
    opened.leave()


@pytest.fixture(params=["core", pytest.param("screens", marks=pytest.mark.screens)])
def day(request: pytest.FixtureRequest) -> Iterator[Day]:
    """A day that has not opened yet."""
    if request.param == "core":
        yield CoreDay()
        return
    with ScreensDay(request.getfixturevalue("stage")) as told:
        yield told
