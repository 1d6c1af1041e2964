"""A recorded voice: sentences laid out of its clips; what it lacks is said by another voice."""

import logging

from hallctl.station.voice.clip import Clip, joined, silence
from hallctl.station.voice.laying import MissingWordError, laid_out
from hallctl.station.voice.pack import VoicePack, VoicePackError
from hallctl.station.voice.voices import Voice, VoiceFault

_BETWEEN_S = 0.06
_log = logging.getLogger(__name__)


class RecordedVoice:
    """Never mixes two voices in one sentence. ``other`` says what was not recorded, if there is one."""

    def __init__(self, pack: VoicePack, other: Voice | None = None) -> None:
        self._pack = pack
        self._other = other
        spoken = {one.language for one in pack.manifest.clip}
        self._phrases = {language: pack.phrases(language) for language in spoken}
        self._told: set[str] = set()

    @property
    def name(self) -> str:
        """As the protocol says."""
        return f"recorded {self._pack.manifest.name}"

    def speaks(self, language: str) -> bool:
        """Whether somebody has recorded it, or the other voice knows it."""
        return language in self._phrases or (
            self._other is not None and self._other.speaks(language)
        )

    def speak(self, words: str, language: str) -> Clip:
        """The sentence; raises VoiceFault where neither voice can say it."""
        try:
            phrases = laid_out(words, self._phrases.get(language, ()))
            clips = [self._pack.clip(language, one) for one in phrases]
        except (MissingWordError, VoicePackError) as lack:
            return self._by_the_other(words, language, lack)
        spaced = [part for clip in clips for part in (silence(_BETWEEN_S), clip)]
        return joined(spaced[1:])

    def _by_the_other(self, words: str, language: str, lack: Exception) -> Clip:
        if str(lack) not in self._told:
            self._told.add(str(lack))
            _log.warning("the recorded voice lacks something: %s", lack)
        if self._other is None:
            raise VoiceFault(str(lack)) from lack
        return self._other.speak(words, language)
