"""What can be read off a screen: the words and numbers of its items, as far as they are shown."""

from collections.abc import Iterator

from PySide6.QtQuick import QQuickItem, QQuickWindow

from tests.screens.item_tree import shown_items


def seen(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and all that is shown in it."""
    if not item.isVisible() or item.opacity() == 0:
        return
    yield item
    for child in item.childItems():
        yield from seen(child)


def is_kind(item: QQuickItem, kind: str) -> bool:
    """Whether the item was written in ``kind``.qml."""
    return item.metaObject().className().partition("_QML")[0] == kind


def of_kind(window: QQuickWindow, kind: str) -> list[QQuickItem]:
    """Every item shown that was written in ``kind``.qml, from top to bottom."""
    found = [item for item in shown_items(window) if is_kind(item, kind)]
    return sorted(found, key=lambda item: item.mapToScene(item.position()).y())


def numbers(item: QQuickItem) -> list[str]:
    """What stands in an item in figures, from left to right."""
    found = [one for one in seen(item) if is_kind(one, "NumberText") and one.property("text")]
    found.sort(key=lambda one: one.mapToScene(one.boundingRect().topLeft()).x())
    return [one.property("text") for one in found]


def sentences(item: QQuickItem) -> list[str]:
    """Every text shown in an item, its spaces plain."""
    texts = (one.property("text") for one in seen(item) if one.inherits("QQuickText"))
    return [text.replace("\xa0", " ") for text in texts if text]


def says(window: QQuickWindow, words: str) -> bool:
    """Whether those words stand on the screen."""
    return words.replace("\xa0", " ") in sentences(window.contentItem())
