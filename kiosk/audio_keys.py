"""The five keys of an audio keypad, and what plugging headphones in sends, as they reach a window.

Such keypads are keyboards that send function keys; which ones is set on the keypad.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent


class Move(StrEnum):
    """What a key asks for."""

    PREVIOUS = "previous"
    NEXT = "next"
    CHOOSE = "choose"
    REPEAT = "repeat"
    HELP = "help"
    PLUGGED = "plugged"
    UNPLUGGED = "unplugged"


Keys = Mapping[Qt.Key, Move]
USUAL_KEYS: Keys = {
    Qt.Key.Key_F13: Move.PREVIOUS,
    Qt.Key.Key_F14: Move.NEXT,
    Qt.Key.Key_F15: Move.CHOOSE,
    Qt.Key.Key_F16: Move.REPEAT,
    Qt.Key.Key_F17: Move.HELP,
    Qt.Key.Key_F18: Move.PLUGGED,
    Qt.Key.Key_F19: Move.UNPLUGGED,
}
_ARROWS = {
    Qt.Key.Key_Down: Move.NEXT,
    Qt.Key.Key_Right: Move.NEXT,
    Qt.Key.Key_Up: Move.PREVIOUS,
    Qt.Key.Key_Left: Move.PREVIOUS,
}
_TABS = {Move.NEXT: Qt.Key.Key_Tab, Move.PREVIOUS: Qt.Key.Key_Backtab}


def read_keys(written: str) -> Keys:
    """``previous=F13,next=F14,…``; keys not named stay as usual. Raises ValueError, saying why."""
    keys = {move: key for key, move in USUAL_KEYS.items()}
    for pair in filter(None, (part.strip() for part in written.split(","))):
        move, _, name = pair.partition("=")
        key = getattr(Qt.Key, f"Key_{name.strip()}", None)
        if move.strip() not in list(Move) or key is None:
            msg = f"{pair!r} is no key: write it as next=F14, with one of {', '.join(Move)}"
            raise ValueError(msg)
        keys[Move(move.strip())] = key
    return {key: move for move, key in keys.items()}


class AudioKeys(QObject):
    """Gives the keypad's keys to ``pressed``; arrows too where it wants them, else they are Tab."""

    def __init__(
        self,
        window: QObject,
        pressed: Callable[[Move], None],
        wants_arrows: Callable[[], bool],
        keys: Keys = USUAL_KEYS,
    ) -> None:
        super().__init__(window)
        self._pressed, self._wants_arrows, self._keys = pressed, wants_arrows, keys
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the keys that ask for something, let others pass."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if (move := self._keys.get(key)) is not None:
            self._pressed(move)
        elif (move := _ARROWS.get(key)) is None:
            return False
        elif self._wants_arrows():
            self._pressed(move)
        else:
            tab = QKeyEvent(QEvent.Type.KeyPress, _TABS[move], Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(watched, tab)
        return True
