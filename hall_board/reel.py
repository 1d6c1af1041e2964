"""Plays a playlist in one place of the board: fetches, decodes beside the screen, turns the frames.

It shows nothing until the first frame of an entry is there, and an entry that can't be shown is named
and skipped: the place never stands black.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from hall_board.frames import BrokenFileError, Frame, frames_of
from hall_board.media_store import MediaStore
from hall_board.rotating import Rotation
from hallctl.core.plan import Words
from hallctl.core.views import PlaylistEntry

Broken = Callable[[str], None]
RETRY_MS = 5_000
MOST_KEPT = 64 * 1024 * 1024
"""Bytes of a clip's frames as they are shown: some seconds of a small one, half a second of a board's whole."""


class MissingFileError(Exception):
    """This machine does not have it, or no longer whole."""


Decoded = Frame | BrokenFileError | MissingFileError


class Reel(QObject):
    """``start`` begins with the next entry; ``over`` is said when its time has passed."""

    changed = Signal()
    frame_changed = Signal()
    over = Signal()
    _decoded = Signal(int, object)

    def __init__(self, store: MediaStore, broken: Broken, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        self._store = store
        self._broken = broken
        self._rotation = Rotation()
        self._entry: PlaylistEntry | None = None
        self._size = (0, 0)
        self._beside = "en"
        self._run = 0
        self._frames: Iterator[Frame] | None = None
        self._may_fetch = True
        self._ready: Frame | None = None
        """Decoded, and not shown yet."""
        self._studio = ThreadPoolExecutor(1, "playlist")
        self._decoded.connect(self._on_decoded)
        self._turn, self._end = QTimer(self, singleShot=True), QTimer(self, singleShot=True)
        self._turn.setTimerType(Qt.TimerType.PreciseTimer)
        self._turn.timeout.connect(self._show_in_turn)
        self._end.timeout.connect(self._on_end)

    def offer(self, entries: Iterable[PlaylistEntry]) -> None:
        """These are due now."""
        before = self._rotation.count
        self._rotation.offer(entries)
        if self._rotation.count != before:
            self.changed.emit()

    @Slot(int, int)
    def fit(self, width: int, height: int) -> None:
        """So large is its place, in pixels."""
        self._size = (width, height)

    @Slot()
    def start(self) -> None:
        """Show the next entry; without any, it is over at once."""
        self.stop()
        self._entry = self._rotation.next()
        if self._entry is None or min(self._size) < 1:
            QTimer.singleShot(0, self, self.over.emit)
            return
        self._may_fetch = True
        self._begin(self._entry)

    @Slot()
    def stop(self) -> None:
        """Show nothing more."""
        self._run += 1
        self._turn.stop()
        self._end.stop()
        self._frames, self._entry, self._ready = None, None, None
        if not self.image.isNull():
            self.image = QImage()
            self.changed.emit()
            self.frame_changed.emit()

    def close(self) -> None:
        """For good; what is being decoded is waited for."""
        self.stop()
        self._studio.shutdown(wait=True, cancel_futures=True)

    def _on_come(self, run: int, _digest: str, is_there: bool) -> None:
        if run == self._run and self._entry is not None and is_there:
            self._may_fetch = False  # a disk that doesn't keep it would be asked for ever
            self._begin(self._entry)

    def _begin(self, entry: PlaylistEntry) -> None:
        self._frames = self._found(entry.digest)
        self._end.start(round(entry.seconds * 1000))
        self._ask_frame()

    def _found(self, digest: str) -> Iterator[Frame]:
        """In the studio's thread: a large film is long to prove, and no call waits for it."""
        file = self._store.file_of(digest)
        if file is None:
            raise MissingFileError(digest)
        yield from over_and_over(lambda: frames_of(file, *self._size))

    def _ask_frame(self) -> None:
        if self._frames is not None:
            asked = self._studio.submit(_next_frame, self._frames)
            asked.add_done_callback(partial(self._on_studio_done, self._run))

    def _on_studio_done(self, run: int, asked: Future[Decoded]) -> None:
        if not asked.cancelled():
            self._decoded.emit(run, asked.result())

    @Slot(int, object)
    def _on_decoded(self, run: int, frame: object) -> None:
        if run != self._run or self._entry is None:
            return
        if isinstance(frame, Frame):
            self._ready = frame
            self._show_in_turn()
        elif isinstance(frame, MissingFileError):
            self._end.start(RETRY_MS)
            if self._may_fetch:
                self._store.fetch(self._entry.digest, partial(self._on_come, run))
        elif isinstance(frame, BrokenFileError):
            self._leave_out(self._entry)

    @Slot()
    def _show_in_turn(self) -> None:
        """The next frame, once it is decoded and the one before has had its time."""
        frame = self._ready
        if frame is None or self._turn.isActive():
            return
        self._ready = None
        is_first = self.image.isNull()
        self.image = frame.image
        if is_first:
            self.changed.emit()
        self.frame_changed.emit()
        if frame.lasts_ms:
            self._turn.start(frame.lasts_ms)
            self._ask_frame()

    def _leave_out(self, entry: PlaylistEntry) -> None:
        self._rotation.skip(entry.digest)
        self._broken(entry.file)
        self.changed.emit()
        self._on_end()

    @Slot()
    def _on_end(self) -> None:
        self.stop()
        self.over.emit()

    def speak(self, beside: str) -> None:
        """That language stands beside the Vietnamese."""
        self._beside = beside
        self.changed.emit()

    def _caption(self) -> Words:
        return (self._entry.caption if self._entry else None) or Words("")

    count = Property(int, lambda self: self._rotation.count, notify=changed)
    is_under_way = Property(bool, lambda self: self._entry is not None, notify=changed)
    is_showing = Property(bool, lambda self: not self.image.isNull(), notify=changed)
    caption = Property(str, lambda self: self._caption().vi, notify=changed)
    caption_beside = Property(
        str, lambda self: self._caption().beside(self._beside), notify=changed
    )


def over_and_over(once: Callable[[], Iterator[Frame]]) -> Iterator[Frame]:
    """A clip begins again when it is at its end; a short one whose frames all came is not decoded anew."""
    kept, size, is_whole = list[Frame](), 0, True
    for frame in once():
        yield frame
        size += frame.image.sizeInBytes()
        is_whole = is_whole and size <= MOST_KEPT and not frame.is_after_a_gap
        kept.append(frame) if is_whole else kept.clear()
    while True:
        yield from kept or once()


def _next_frame(frames: Iterator[Frame]) -> Decoded:
    """In the studio's thread: a frame, or why there is none."""
    try:
        return next(frames)
    except (BrokenFileError, MissingFileError) as fault:
        return fault
