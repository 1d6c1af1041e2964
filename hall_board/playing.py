"""A board's playlist: one reel beside the calls, one for the whole board; what is broken is told."""

from pathlib import Path

from PySide6.QtCore import Property, QObject, QStandardPaths

from hall_board.media_store import LookUp, MediaStore
from hall_board.reel import Reel
from hallctl.core.views import BoardView


def playlist_cache() -> Path:
    """Where this user's boards keep the files of playlists."""
    cache = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    return Path(cache) / "playlist"


class Playing(QObject):
    """Views go in by ``hear``."""

    def __init__(self, link: LookUp, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        store = MediaStore(link, folder)
        self._broken: list[str] = []
        self._panel = Reel(store, self._on_broken, self)
        self._screen = Reel(store, self._on_broken, self)

    @property
    def over_all(self) -> Reel:
        """The reel of the whole board."""
        return self._screen

    @property
    def fault(self) -> str:
        """The file that can't be shown here, as a device's reason; empty while all is well."""
        return f"broken_file {self._broken[-1]}" if self._broken else ""

    def hear(self, view: BoardView) -> None:
        """Take in what is due."""
        due = {one.file for one in view.playlist}
        self._broken = [file for file in self._broken if file in due]
        self._panel.offer(one for one in view.playlist if one.place == "panel")
        self._screen.offer(one for one in view.playlist if one.place == "screen")

    def speak(self, beside: str) -> None:
        """That language stands beside the Vietnamese."""
        self._panel.speak(beside)
        self._screen.speak(beside)

    def close(self) -> None:
        """Play nothing more."""
        self._panel.close()
        self._screen.close()

    def _on_broken(self, file: str) -> None:
        if file not in self._broken:
            self._broken.append(file)

    panel = Property(QObject, lambda self: self._panel, constant=True)
    screen = Property(QObject, lambda self: self._screen, constant=True)
