"""What can be read and pressed on a window, in order, from the accessibility tree of its QML."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow

_PRESSED = frozenset({QAccessible.Role.Button, QAccessible.Role.CheckBox})
_WHOLE = _PRESSED | {QAccessible.Role.AlertMessage}
"""What is said by its own name, if it has one; the texts inside say the same again."""
PRESS = "Press"


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing to be heard; ``is_checked`` is None where nothing can be checked."""

    item: QObject
    name: str
    description: str = ""
    is_button: bool = False
    is_heading: bool = False
    is_off: bool = False
    is_checked: bool | None = None


def heard_on(window: QWindow) -> list[Heard]:
    """Everything the window shows that has a name, in the order it is read."""
    face = QAccessible.queryAccessibleInterface(window)
    return list(_walk(face)) if face else []


def press(heard: Heard) -> bool:
    """Press it as an assistive machine does; False where there is nothing to press."""
    face = QAccessible.queryAccessibleInterface(heard.item) if heard.is_button else None
    action = face.actionInterface() if face else None
    if action is None or heard.is_off:
        return False
    action.doAction(PRESS)
    return True


def _walk(face: QAccessibleInterface) -> Iterator[Heard]:
    for place in range(face.childCount()):
        child = face.child(place)
        if child is None or child.state().invisible:
            continue
        heard = _heard(child)
        if heard is not None:
            yield heard
        if heard is None or child.role() not in _WHOLE:
            yield from _walk(child)


def _heard(face: QAccessibleInterface) -> Heard | None:
    name = face.text(QAccessible.Text.Name).replace("\u00a0", " ").strip()
    item, role, state = face.object(), face.role(), face.state()
    if not name or item is None or role is QAccessible.Role.Window:
        return None
    return Heard(
        item=item,
        name=name,
        description=face.text(QAccessible.Text.Description).replace("\u00a0", " ").strip(),
        is_button=role in _PRESSED,
        is_heading=role is QAccessible.Role.Heading,
        is_off=bool(state.disabled),
        is_checked=bool(state.checked) if state.checkable else None,
    )
