"""Everything to press within reach of a wheelchair: the lower part of the screen, on request."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot

REACH_MM = 1200
"""How high a hand reaches from a wheelchair, above the floor."""
LEAST_SHARE = 0.4
"""With less of the screen than that, its screens can't be used."""
UNKNOWN_SHARE = 0.56
"""Of a tall screen whose height above the floor nobody has told."""


@dataclass(frozen=True, slots=True)
class Mounting:
    """Where the screen hangs: its lower and upper edge above the floor; 0 and 0 where not told."""

    bottom_mm: int = 0
    top_mm: int = 0
    reach_mm: int = REACH_MM

    @property
    def share(self) -> float:
        """The part of the screen's height, from below, that is within reach: 0 to 1."""
        if not self.top_mm:
            return UNKNOWN_SHARE
        share = (self.reach_mm - self.bottom_mm) / (self.top_mm - self.bottom_mm)
        return min(max(share, 0.0), 1.0)


def read_mounting(written: str, reach_mm: int = REACH_MM) -> Mounting:
    """``700-1410``, in millimetres. Raises ValueError, saying why it can't be."""
    bottom, _, top = written.partition("-")
    if not (bottom.isascii() and bottom.isdigit() and top.isascii() and top.isdigit()):
        msg = f"{written!r} is no mounting: write lower and upper edge in mm, such as 700-1410"
        raise ValueError(msg)
    mounting = Mounting(int(bottom), int(top), reach_mm)
    if mounting.top_mm <= mounting.bottom_mm:
        msg = f"{written!r} is no mounting: the upper edge is not above the lower one"
        raise ValueError(msg)
    if mounting.share < LEAST_SHARE:
        msg = f"{written!r} is too high: {reach_mm} mm leaves {mounting.share:.0%} of the screen"
        raise ValueError(msg)
    return mounting


class Reach(QObject):
    """Whether the screen is drawn low; it is high again when the person has left."""

    changed = Signal()

    def __init__(self, mounting: Mounting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._whole = mounting.share
        self._is_on = False

    @Slot()
    def switch(self) -> None:
        """Draw everything low, or as usual again."""
        self._is_on = not self._is_on and self._whole < 1
        self.changed.emit()

    def reset(self) -> None:
        """The person has left."""
        if self._is_on:
            self.switch()

    is_on = Property(bool, lambda self: self._is_on, notify=changed)
    is_offered = Property(bool, lambda self: self._whole < 1, constant=True)
    share = Property(float, lambda self: self._whole if self._is_on else 1.0, notify=changed)
