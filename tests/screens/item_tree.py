"""Looks into a window's tree of items: what is shown, where, with which words."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow

MARQUEE = "marquee"
"""objectName of an item whose words may run out of it."""


def shown_items(window: QQuickWindow) -> list[QQuickItem]:
    """Every item that can be seen, parents before children, marquees left out."""
    shown, left = [], [window.contentItem()]
    while left:
        item = left.pop()
        if item.isVisible() and item.opacity() > 0 and item.objectName() != MARQUEE:
            shown.append(item)
            left += reversed(item.childItems())
    return shown


def ancestors(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item's parents, nearest first."""
    parent = item.parentItem()
    while parent is not None:
        yield parent
        parent = parent.parentItem()


def scene_rect(item: QQuickItem) -> QRectF:
    """The item's rectangle in the window, in pixels."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def is_text(item: QQuickItem) -> bool:
    return item.inherits("QQuickText") and bool(item.property("text"))


def is_image(item: QQuickItem) -> bool:
    return item.inherits("QQuickImage") and item.width() > 0


def is_control(item: QQuickItem) -> bool:
    """A thing to press."""
    return item.inherits("QQuickAbstractButton") or item.inherits("QQuickMouseArea")


class Setting(NamedTuple):
    """How a text is set: its alignments as Qt numbers them, its letters as high as they are drawn."""

    across: int
    down: int
    pixels: int


def setting_of(text: QQuickItem) -> Setting:
    """All three at one asking; nothing tells them to Python but an expression."""
    says = "[effectiveHorizontalAlignment, verticalAlignment, fontInfo.pixelSize].join(' ')"
    value, _ = QQmlExpression(qmlContext(text), text, says).evaluate()
    return Setting(*(int(float(one)) for one in value.split()))


def painted_rect(text: QQuickItem, setting: Setting | None = None) -> QRectF:
    """Where a text's letters stand in the window."""
    across, down, _ = setting or setting_of(text)
    width, height = text.property("contentWidth"), text.property("contentHeight")
    spare_x, spare_y = text.width() - width, text.height() - height
    left = {4: 0.5, 2: 1.0}.get(across, 0.0)
    top = {128: 0.5, 64: 1.0}.get(down, 0.0)
    return text.mapRectToScene(QRectF(spare_x * left, spare_y * top, width, height))


def surface_colour(item: QQuickItem) -> QColor | None:
    """The colour an item paints its own rectangle with, or None."""
    painter: QObject = item
    background = item.property("background")
    if isinstance(background, QQuickItem):
        painter = background
    if not painter.inherits("QQuickRectangle"):
        return None
    colour = QColor(painter.property("color"))
    return colour if colour.alpha() == 255 else None


def accessible_name(item: QQuickItem) -> str:
    """What a screen reader says for the item."""
    face = QAccessible.queryAccessibleInterface(item)
    return face.text(QAccessible.Text.Name) if face else ""


def named(window: QQuickWindow, name: str) -> QQuickItem:
    """The control shown whose accessible name begins with ``name``."""
    for item in shown_items(window):
        if is_control(item) and accessible_name(item).replace("\xa0", " ").startswith(name):
            return item
    msg = f"no control is called {name!r}"
    raise LookupError(msg)
