"""Which stations are there: those that listen to a view in their own name."""

from collections import Counter
from collections.abc import Callable, Mapping

from hallctl.core.drawing.hall_drawing import Presence


class Presences:
    """Counts each station's open sockets, and remembers when it was last there."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._listening: dict[str, Counter[str]] = {}
        """By the addresses that each listens from."""
        self._seen_at: dict[str, int] = {}
        self._twice_since: dict[str, int] = {}

    def arrive(self, station: str, address: str = "") -> None:
        """It listens, with one more socket, from that address where that matters."""
        sockets = self._listening.setdefault(station, Counter())
        sockets[address] += 1
        self._seen_at[station] = self._now()
        if len(sockets) > 1:
            self._twice_since.setdefault(station, self._now())

    def leave(self, station: str, address: str = "") -> None:
        """One of its sockets has closed."""
        sockets = self._listening[station]
        sockets[address] -= 1
        if not sockets[address]:
            del sockets[address]
        if len(sockets) < 2:
            self._twice_since.pop(station, None)
        self._seen_at[station] = self._now()

    def now(self) -> Mapping[str, Presence]:
        """Every station that has been there since the controller started."""
        return {
            name: Presence(
                bool(sockets), self._seen_at[name], twice_since=self._twice_since.get(name, 0)
            )
            for name, sockets in self._listening.items()
        }
