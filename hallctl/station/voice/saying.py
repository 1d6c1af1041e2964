"""Says one text at a time to the person in front of a screen: the newest cuts off the one before."""

import logging
from array import array
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hallctl.station.voice.clip import Clip
from hallctl.station.voice.clip_cache import CachedVoice
from hallctl.station.voice.espeak import EspeakVoice
from hallctl.station.voice.sound_device import open_speaker
from hallctl.station.voice.speaker import SilentSpeaker, Speaker
from hallctl.station.voice.voices import Voice, VoiceFault

NO_VOICE = "no_voice"

_log = logging.getLogger(__name__)


class Sayer(QObject):
    """A voice and a speaker. Without either it is silent and ``fault`` says why; nobody waits for it.

    ``ended`` comes when a text has been heard to its end. The voice works in ``studio``, a thread of
    its own where none is given.
    """

    changed = Signal()
    ended = Signal()
    _voiced = Signal(int, object)

    def __init__(
        self, voice: Voice | None, speaker: Speaker, studio: Executor | None = None
    ) -> None:
        super().__init__()
        self._voice = voice
        self._speaker = speaker
        self._studio = studio or ThreadPoolExecutor(1, "saying")
        self._turn = 0
        self._is_hoarse = voice is None
        self._voiced.connect(self._on_voiced)

    @property
    def fault(self) -> str:
        """Why nothing is heard, as a code; empty while all is well."""
        return NO_VOICE if self._is_hoarse else self._speaker.fault

    def say(self, words: str, language: str, volume: float = 1.0) -> None:
        """Begin to say ``words`` as soon as the voice has them; ``volume`` is 0 to 1."""
        self.hush()
        if self._voice is None or not words:
            return
        asked = self._studio.submit(_clip, self._voice, (words, language), volume)
        asked.add_done_callback(self._tell(self._turn))

    def hush(self) -> None:
        """Be silent at once; what is being voiced is not heard any more."""
        self._turn += 1
        self._speaker.stop()

    def close(self) -> None:
        """Be silent, for good; what is being voiced is waited for."""
        self.hush()
        self._studio.shutdown(wait=True, cancel_futures=True)

    def _tell(self, turn: int) -> Callable[[Future[Clip | str]], None]:
        def done(asked: Future[Clip | str]) -> None:
            if not asked.cancelled():
                self._voiced.emit(turn, asked.result())

        return done

    def _on_voiced(self, turn: int, clip: Clip | str) -> None:
        was_hoarse, self._is_hoarse = self._is_hoarse, isinstance(clip, str)
        if self._is_hoarse != was_hoarse:
            self.changed.emit()
        if isinstance(clip, str):
            _log.warning("a screen was not read out: %s", clip)
        elif turn == self._turn:
            self._speaker.play(clip, self.ended.emit)


def open_sayer(clips: Path) -> Sayer:
    """This machine's voice and speaker; what is missing becomes the sayer's fault, never an error."""
    try:
        voice = CachedVoice(EspeakVoice(), clips)
    except VoiceFault as fault:
        _log.warning("screens are not read out: %s", fault)
        return Sayer(None, SilentSpeaker())
    return Sayer(voice, open_speaker())


def _clip(voice: Voice, said: tuple[str, str], volume: float) -> Clip | str:
    """The clip at its volume, or why there is none."""
    try:
        return _quieter(voice.speak(*said), volume)
    except VoiceFault as fault:
        return str(fault)


def _quieter(clip: Clip, volume: float) -> Clip:
    if volume >= 1:
        return clip
    return Clip(array("h", [int(one * volume) for one in clip.samples]))
