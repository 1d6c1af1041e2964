"""Kiosks that lose their hall, drawn offscreen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QT_API", "pyside6")

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from hallctl.station import printing
from hallctl.station.link import press
from tests.offline.outage import Outage


@pytest.fixture
def outage(
    tmp_path: Path, qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Outage]:
    """A hall in a process of its own, one kiosk with its printer, all to be killed at will."""
    monkeypatch.setattr(press, "SETTLE_S", 0.0)
    monkeypatch.setattr(printing, "LOOK_AGAIN_S", 0.1)
    outage = Outage(tmp_path)
    yield outage
    outage.end()
