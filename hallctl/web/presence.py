"""Which stations are there: those that listen to a view in their own name."""

from collections.abc import Callable, Mapping

from hallctl.core.drawing.hall_drawing import Presence


class Presences:
    """Counts each station's open sockets, and remembers when it was last there."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._listening: dict[str, int] = {}
        self._seen_at: dict[str, int] = {}

    def arrive(self, station: str) -> None:
        """It listens, with one more socket."""
        self._listening[station] = self._listening.get(station, 0) + 1
        self._seen_at[station] = self._now()

    def leave(self, station: str) -> None:
        """One of its sockets has closed."""
        self._listening[station] -= 1
        self._seen_at[station] = self._now()

    def now(self) -> Mapping[str, Presence]:
        """Every station that has been there since the controller started."""
        return {
            name: Presence(sockets > 0, self._seen_at[name])
            for name, sockets in self._listening.items()
        }
