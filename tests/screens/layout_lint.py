"""Finds what a hurried eye misses: cut words, overlaps, small targets, nameless controls, pale text.

``layout_faults`` answers with one sentence a fault; an empty list is a sound screen.
"""

from collections.abc import Iterator
from functools import cached_property
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtQuick import QQuickItem, QQuickView

from tests.screens.item_tree import (
    Setting,
    accessible_name,
    is_control,
    is_image,
    is_text,
    painted_rect,
    scene_rect,
    setting_of,
    shown_items,
    surface_colour,
)

TARGET = 96
SLACK = 1.5
_THEMES: WeakKeyDictionary[QQuickView, QObject] = WeakKeyDictionary()


class Seen:
    """An item as one look finds it: each of its properties is asked for once."""

    def __init__(self, item: QQuickItem, parent: "Seen | None") -> None:
        self.item = item
        self.parent = parent
        self.is_text = is_text(item)
        self.is_control = not self.is_text and is_control(item)
        self.is_thing = self.is_text or self.is_control or is_image(item)

    @cached_property
    def setting(self) -> Setting:
        return setting_of(self.item)

    @cached_property
    def frame(self) -> QRectF:
        """Its own rectangle in the window."""
        return scene_rect(self.item)

    @cached_property
    def rect(self) -> QRectF:
        """What of it is seen."""
        return painted_rect(self.item, self.setting) if self.is_text else self.frame

    @cached_property
    def surface(self) -> QColor | None:
        return surface_colour(self.item)

    @cached_property
    def frames(self) -> "tuple[Seen, ...]":
        """Whoever holds it in: ancestors that clip, or paint a ground; nearest first."""
        if (parent := self.parent) is None:
            return ()
        holds_in = parent.item.clip() or parent.surface is not None
        return (parent, *parent.frames) if holds_in else parent.frames

    @property
    def ground(self) -> QColor:
        """The colour behind it: its nearest painted ancestor's."""
        painted = (one.surface for one in self.frames if one.surface is not None)
        return next(painted, QColor("white"))

    def is_part_of(self, other: "Seen") -> bool:
        return self is other or (self.parent is not None and self.parent.is_part_of(other))


def layout_faults(window: QQuickView, target: float = TARGET) -> list[str]:
    """Every fault of what the window shows now; ``target`` is the least edge before scaling."""
    window.grabWindow()  # layouts come to rest when a frame is drawn
    theme = _theme(window)
    unit = theme.property("unit")
    least_contrast = 7.0 if theme.property("highContrast") else 4.5
    things = [one for one in _look(window) if one.is_thing]
    texts = [one for one in things if one.is_text]
    page = QRectF(0, 0, window.width(), window.height())
    return [
        *(fault for text in texts for fault in _text_faults(text)),
        *(fault for thing in things for fault in _place_faults(thing, page)),
        *(
            fault
            for one in things
            if one.is_control
            for fault in _control_faults(one.item, target * unit)
        ),
        *_overlap_faults(things),
        *(fault for text in texts for fault in _contrast_faults(text, least_contrast)),
    ]


def _look(window: QQuickView) -> list[Seen]:
    seen: dict[QQuickItem | None, Seen] = {}
    for item in shown_items(window):
        seen[item] = Seen(item, seen.get(item.parentItem()))
    return list(seen.values())


def _theme(window: QQuickView) -> QObject:
    if window not in _THEMES:
        _THEMES[window] = window.engine().singletonInstance("Kit", "Theme")
    return _THEMES[window]


def describe(item: QQuickItem) -> str:
    """An item in words that lead back to it."""
    words = item.property("text") or accessible_name(item) or item.property("source") or ""
    kind = item.metaObject().className().split("_QML")[0]
    return f"{kind} {str(words)[:50]!r}"


def _text_faults(seen: Seen) -> Iterator[str]:
    text = seen.item
    if text.property("truncated"):
        yield f"{describe(text)} is cut"
    if text.property("contentWidth") > text.width() + SLACK:
        yield f"{describe(text)} is wider than its place"
    if text.property("contentHeight") > text.height() + SLACK:
        yield f"{describe(text)} is higher than its place"
    if seen.setting.pixels < 8:
        yield f"{describe(text)} is too small to read"
    if text.property("lineCount") > 1 and _splits_a_word(seen):
        yield f"{describe(text)} breaks a word"


def _splits_a_word(seen: Seen) -> bool:
    text = seen.item
    font = text.property("font")
    font.setPixelSize(seen.setting.pixels)
    metrics = QFontMetricsF(font)
    pieces = text.property("text").replace("\n", " ").split(" ")
    return any(metrics.horizontalAdvance(piece) > text.width() + SLACK for piece in pieces)


def _holds(outer: QRectF, inner: QRectF) -> bool:
    return outer.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(inner)


def _place_faults(seen: Seen, page: QRectF) -> Iterator[str]:
    if not _holds(page, seen.rect):
        yield f"{describe(seen.item)} leaves the window"
    for frame in seen.frames:
        if not _holds(frame.frame, seen.rect):
            yield f"{describe(seen.item)} leaves {describe(frame.item)}"


def _control_faults(control: QQuickItem, target: float) -> Iterator[str]:
    if not accessible_name(control):
        yield f"{describe(control)} has no name"
    if min(control.width(), control.height()) < target - SLACK:
        yield f"{describe(control)} is smaller than {target:.0f} pixels"


def _overlap_faults(things: list[Seen]) -> Iterator[str]:
    """Downwards from the highest: whoever begins below a thing's end can't lie over it."""
    rects = [(one.rect.adjusted(SLACK, SLACK, -SLACK, -SLACK).normalized(), one) for one in things]
    rects.sort(key=lambda pair: pair[0].top())
    for place, (rect, one) in enumerate(rects):
        bottom = rect.bottom()
        for other_rect, other in rects[place + 1 :]:
            if other_rect.top() >= bottom:
                break
            if rect.intersects(other_rect) and not (one.is_part_of(other) or other.is_part_of(one)):
                yield f"{describe(one.item)} lies over {describe(other.item)}"


def _contrast_faults(seen: Seen, least: float) -> Iterator[str]:
    ratio = contrast(QColor(seen.item.property("color")), seen.ground)
    if ratio < least:
        yield f"{describe(seen.item)} is pale: {ratio:.2f}"


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
