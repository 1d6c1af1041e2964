"""Tells QML only of what has changed: a view that changes nothing on a screen costs it nothing.

Every binding that reads a property is worked out anew whenever that property's signal is sent,
whether it changed or not. Reading the properties here first costs a hundredth of that.
"""

from typing import cast

from PySide6.QtCore import QObject


class Telling:
    """Sends one signal of a view model, when a property that it speaks for differs from before."""

    def __init__(self, owner: QObject, signal: str = "changed") -> None:
        self._owner = owner
        self._signal = signal
        self._names = _spoken_for(owner, signal)
        self._told: tuple[object, ...] = ()

    def tell(self) -> None:
        """Something may have changed."""
        now = tuple(getattr(self._owner, name) for name in self._names)
        if now != self._told:
            self._told = now
            getattr(self._owner, self._signal).emit()


def _spoken_for(owner: QObject, signal: str) -> tuple[str, ...]:
    """The properties that this signal tells of."""
    meta = owner.metaObject()
    every = (meta.property(place) for place in range(meta.propertyCount()))
    return tuple(
        cast("str", one.name())
        for one in every
        if one.hasNotifySignal() and bytes(one.notifySignal().name().data()).decode() == signal
    )
