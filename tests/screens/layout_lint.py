"""Finds what a hurried eye misses: cut words, overlaps, small targets, nameless controls, pale text.

``layout_faults`` answers with one sentence a fault; an empty list is a sound screen.
"""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtQuick import QQuickItem, QQuickView

from tests.screens.item_tree import (
    accessible_name,
    ancestors,
    fitted_size,
    ground_of,
    is_control,
    is_image,
    is_text,
    painted_rect,
    scene_rect,
    shown_items,
    surface_colour,
)

TARGET = 96
SLACK = 1.5


def layout_faults(window: QQuickView, target: float = TARGET) -> list[str]:
    """Every fault of what the window shows now; ``target`` is the least edge before scaling."""
    window.grabWindow()  # layouts come to rest when a frame is drawn
    theme = window.engine().singletonInstance("Kit", "Theme")
    unit = theme.property("unit")
    least_contrast = 7.0 if theme.property("highContrast") else 4.5
    items = shown_items(window)
    texts = [item for item in items if is_text(item)]
    controls = [item for item in items if is_control(item)]
    things = texts + controls + [item for item in items if is_image(item)]
    page = QRectF(0, 0, window.width(), window.height())
    return [
        *(fault for text in texts for fault in _text_faults(text)),
        *(fault for thing in things for fault in _place_faults(thing, page)),
        *(fault for control in controls for fault in _control_faults(control, target * unit)),
        *_overlap_faults(things),
        *(fault for text in texts for fault in _contrast_faults(text, least_contrast)),
    ]


def describe(item: QQuickItem) -> str:
    """An item in words that lead back to it."""
    words = item.property("text") or accessible_name(item) or item.property("source") or ""
    kind = item.metaObject().className().split("_QML")[0]
    return f"{kind} {str(words)[:50]!r}"


def _text_faults(text: QQuickItem) -> Iterator[str]:
    if text.property("truncated"):
        yield f"{describe(text)} is cut"
    if text.property("contentWidth") > text.width() + SLACK:
        yield f"{describe(text)} is wider than its place"
    if text.property("contentHeight") > text.height() + SLACK:
        yield f"{describe(text)} is higher than its place"
    if fitted_size(text) < 8:
        yield f"{describe(text)} is too small to read"
    if text.property("lineCount") > 1 and _splits_a_word(text):
        yield f"{describe(text)} breaks a word"


def _splits_a_word(text: QQuickItem) -> bool:
    font = text.property("font")
    font.setPixelSize(fitted_size(text))
    metrics = QFontMetricsF(font)
    pieces = text.property("text").replace("\n", " ").split(" ")
    return any(metrics.horizontalAdvance(piece) > text.width() + SLACK for piece in pieces)


def _seen_rect(item: QQuickItem) -> QRectF:
    return painted_rect(item) if is_text(item) else scene_rect(item)


def _holds(outer: QRectF, inner: QRectF) -> bool:
    return outer.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(inner)


def _place_faults(item: QQuickItem, page: QRectF) -> Iterator[str]:
    seen = _seen_rect(item)
    if not _holds(page, seen):
        yield f"{describe(item)} leaves the window"
    for parent in ancestors(item):
        framed = parent.clip() or surface_colour(parent) is not None
        if framed and not _holds(scene_rect(parent), seen):
            yield f"{describe(item)} leaves {describe(parent)}"


def _control_faults(control: QQuickItem, target: float) -> Iterator[str]:
    if not accessible_name(control):
        yield f"{describe(control)} has no name"
    if min(control.width(), control.height()) < target - SLACK:
        yield f"{describe(control)} is smaller than {target:.0f} pixels"


def _overlap_faults(things: list[QQuickItem]) -> Iterator[str]:
    families = {thing: {thing, *ancestors(thing)} for thing in things}
    rects = {thing: _seen_rect(thing).adjusted(SLACK, SLACK, -SLACK, -SLACK) for thing in things}
    for one, other in combinations(things, 2):
        if one in families[other] or other in families[one]:
            continue
        if rects[one].intersects(rects[other]):
            yield f"{describe(one)} lies over {describe(other)}"


def _contrast_faults(text: QQuickItem, least: float) -> Iterator[str]:
    ratio = contrast(QColor(text.property("color")), ground_of(text))
    if ratio < least:
        yield f"{describe(text)} is pale: {ratio:.2f}"


def contrast(one: QColor, other: QColor) -> float:
    """WCAG contrast ratio of two opaque colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    parts = (colour.redF(), colour.greenF(), colour.blueF())
    return sum(
        weight * linear(part) for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True)
    )
