"""When an emergency is to be spoken: at once, and again after each silence, until it is over."""

from hallctl.core.views import BoardView, EmergencyNote


class Alarming:
    """Views go in by ``hear``; ``now`` is in seconds and never goes back."""

    def __init__(self) -> None:
        self._note: EmergencyNote | None = None
        self._every_s = 20.0
        self._next_at = 0.0

    @property
    def note(self) -> EmergencyNote | None:
        """The emergency that is up, or None."""
        return self._note

    def hear(self, view: BoardView) -> bool:
        """Take in a view; True when there is another emergency than before, to be spoken at once."""
        before = self._note
        self._note = view.emergency if view.sounding.speaks else None
        self._every_s = view.sounding.emergency_every_s
        is_new = self._note is not None and self._note != before
        if is_new:
            self._next_at = 0.0
        return is_new

    def due_in_s(self, now: float) -> float | None:
        """How long until it is spoken (again); None while there is none."""
        return max(0.0, self._next_at - now) if self._note is not None else None

    def spoken(self, now: float) -> None:
        """It has been heard to its end."""
        self._next_at = now + self._every_s
