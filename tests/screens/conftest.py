"""Screens are tested offscreen, drawn by the processor; windows are taken down after each test."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QT_API", "pyside6")

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from hallctl.station.screen import Screen
from kiosk import open_kiosk
from kiosk.resting import Patience
from kiosk.view_model import KioskViewModel
from tests.fakes.fake_link import FakeLink
from tests.screens.kiosk_samples import kiosk_view
from tests.screens.touching import settle

OpenKiosk = Callable[..., tuple[Screen, FakeLink]]
PORTRAIT = QSize(1080, 1920)


@pytest.fixture
def open_sample(qapp: QGuiApplication) -> Iterator[OpenKiosk]:
    """Opens a kiosk on a fake link that shows the sample hall; closes what it opened."""
    opened: list[Screen] = []

    def open_one(
        size: QSize = PORTRAIT, patience: Patience | None = None
    ) -> tuple[Screen, FakeLink]:
        link = FakeLink(kiosk_view())
        screen = open_kiosk(link, size, patience)
        opened.append(screen)
        settle()
        return screen, link

    yield open_one
    for screen in opened:
        screen.close()
    settle()


@pytest.fixture
def link() -> FakeLink:
    """A link on which the sample hall is seen; a file with another hall has its own."""
    return FakeLink(kiosk_view())


@pytest.fixture
def kiosk(qapp: QGuiApplication, link: FakeLink) -> Iterator[KioskViewModel]:
    """A kiosk on that link, without a picture."""
    kiosk = KioskViewModel(link)
    yield kiosk
    kiosk.deleteLater()
    settle()
