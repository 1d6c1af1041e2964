"""Speaks the calls: asks the queue what is next, has it voiced beside the screen, plays it."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic

from PySide6.QtCore import QObject, Signal

from hall_board.announcing import Announcement, Announcements
from hall_board.sentence import sentence
from hallctl.core.views import BoardView
from hallctl.station.voice.chime import chime
from hallctl.station.voice.clip import Clip
from hallctl.station.voice.speaker import Speaker
from hallctl.station.voice.voices import Voice, VoiceFault

NO_VOICE = "no_voice"
"""Calls are announced by the chime alone."""

_log = logging.getLogger(__name__)


class Announcer(QObject):
    """Views go in by ``hear``. Without a voice it chimes, without a speaker it is silent; either
    way the screen goes on, and ``fault`` says why: ``no_voice``, the speaker's, or empty.
    """

    changed = Signal()
    _voiced = Signal(object, object)

    def __init__(
        self,
        voice: Voice | None,
        speaker: Speaker,
        queue: Announcements | None = None,
        now: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        self._voice = voice
        self._speaker = speaker
        self._queue = queue or Announcements()
        self._now = now
        self._is_hoarse = voice is None
        self._under_way: Announcement | None = None
        self._told = (0, "")
        self._is_closed = False
        self._studio = ThreadPoolExecutor(1, "voice")
        self._voiced.connect(self._on_voiced)

    @property
    def fault(self) -> str:
        """Why the hall hears less than it should, as a code; empty while all is well."""
        return self._speaker.fault or (NO_VOICE if self._is_hoarse else "")

    @property
    def speaking(self) -> int:
        """The number of the call being spoken, 0 in silence."""
        return self._under_way.call if self._under_way else 0

    def hear(self, view: BoardView) -> None:
        """Take in a view; speak at once if nothing else is being spoken."""
        if self._is_closed:
            return
        self._queue.hear(view, self._now())
        if self._under_way is None:
            self._speak_next()
        self._tell()

    def close(self) -> None:
        """Be silent, for good; what is being voiced is waited for."""
        self._is_closed = True
        self._speaker.stop()
        self._under_way = None
        self._studio.shutdown(wait=True, cancel_futures=True)

    def _speak_next(self) -> None:
        self._under_way = self._queue.next(self._now())
        if self._under_way is not None:
            asked = self._studio.submit(self._sound_of, self._under_way)
            asked.add_done_callback(self._on_studio_done)
        self._tell()

    def _sound_of(self, announcement: Announcement) -> tuple[Clip, str]:
        """In the studio's thread: what to play, and why it is less than a sentence."""
        if self._voice is None:
            return chime(), NO_VOICE
        try:
            return sentence(self._voice, announcement), ""
        except VoiceFault as fault:
            return chime(), str(fault)

    def _on_studio_done(self, asked: Future[tuple[Clip, str]]) -> None:
        if not asked.cancelled():
            self._voiced.emit(*asked.result())

    def _on_voiced(self, clip: Clip, fault: str) -> None:
        if self._is_closed:
            return
        if fault and not self._is_hoarse:
            _log.warning("a call was not spoken: %s", fault)
        self._is_hoarse = bool(fault)
        self._speaker.play(clip, self._speak_next)

    def _tell(self) -> None:
        told = (self.speaking, self.fault)
        if told != self._told:
            self._told = told
            self.changed.emit()
