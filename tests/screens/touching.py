"""A citizen's finger on a screen, and the camera beside it."""

import os
from functools import cache
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest


@cache
def _finger() -> QPointingDevice:
    return QTest.createTouchDevice()


def _centre(item: QQuickItem) -> QPoint:
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


def touch(window: QQuickView, item: QQuickItem) -> None:
    """Press and release in the middle of ``item``."""
    press(window, item)
    lift(window, item)


def press(window: QQuickView, item: QQuickItem) -> None:
    """Put the finger on ``item`` and keep it there."""
    QTest.touchEvent(window, _finger()).press(0, _centre(item), window).commit()
    settle()


def lift(window: QQuickView, item: QQuickItem) -> None:
    """Lift the finger from ``item``."""
    QTest.touchEvent(window, _finger()).release(0, _centre(item), window).commit()
    settle()


def slide_off(window: QQuickView, item: QQuickItem) -> None:
    """Press ``item``, think better of it, slide away and release."""
    start, end = _centre(item), QPoint(2, 2)
    QTest.touchEvent(window, _finger()).press(0, start, window).commit()
    QTest.touchEvent(window, _finger()).move(0, end, window).commit()
    QTest.touchEvent(window, _finger()).release(0, end, window).commit()
    settle()


def settle(rounds: int = 3) -> None:
    """Let layouts and bindings come to rest."""
    for _ in range(rounds):
        QGuiApplication.processEvents()
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def keep_picture(window: QQuickView, name: str) -> None:
    """Photograph a scene for people to look at, where ``HALL_PICTURES`` names a directory.

    Writing a PNG takes longer than finding the faults on it: else nothing is written.
    """
    if folder := os.environ.get("HALL_PICTURES"):
        photograph(window, Path(folder) / f"{name}.png")


def photograph(window: QQuickView, path: Path | str) -> Path:
    """Write what the window shows as a PNG and say where."""
    settle()
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = window.grabWindow()
    if not picture.save(str(path)):
        msg = f"cannot write {path}"
        raise OSError(msg)
    return path
