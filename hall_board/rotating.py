"""What of a playlist is shown next: one entry after the other, over and over, broken ones left out."""

from collections.abc import Iterable

from hallctl.core.views import PlaylistEntry


class Rotation:
    """Entries go in by ``offer``; ``next`` gives one. A list that changes goes on where it was."""

    def __init__(self) -> None:
        self._entries: tuple[PlaylistEntry, ...] = ()
        self._broken: set[str] = set()
        self._last: PlaylistEntry | None = None

    @property
    def count(self) -> int:
        """How many there are to show."""
        return len(self._sound())

    def offer(self, entries: Iterable[PlaylistEntry]) -> None:
        """These are due now, in that order."""
        self._entries = tuple(entries)

    def skip(self, digest: str) -> None:
        """It can't be shown here: never give it again."""
        self._broken.add(digest)

    def next(self) -> PlaylistEntry | None:
        """The entry after the last one given; None where there is nothing to show."""
        sound = self._sound()
        if not sound:
            self._last = None
            return None
        places = [place for place, one in enumerate(sound) if _is_same(one, self._last)]
        self._last = sound[(places[0] + 1) % len(sound)] if places else sound[0]
        return self._last

    def _sound(self) -> list[PlaylistEntry]:
        return [one for one in self._entries if one.digest not in self._broken]


def _is_same(one: PlaylistEntry, other: PlaylistEntry | None) -> bool:
    return other is not None and (one.file, one.digest) == (other.file, other.digest)
