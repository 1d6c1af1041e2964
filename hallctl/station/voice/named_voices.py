"""A synthesiser that is told which of its voices reads a language that a hall has added."""

from collections.abc import Mapping

from hallctl.station.voice.clip import Clip
from hallctl.station.voice.voices import Voice, VoiceFault
from hallctl.station.voice.wording import LANGUAGES


class NamedVoices:
    """Vietnamese and English are known; what has no voice is not spoken."""

    def __init__(self, voice: Voice, names: Mapping[str, str] | None = None) -> None:
        self._voice = voice
        self._names = dict(names or {})

    @property
    def name(self) -> str:
        """The name of the voice behind it."""
        return self._voice.name

    def learn(self, language: str, voice: str) -> None:
        """That voice reads the language; empty: none does."""
        self._names[language] = voice

    def speaks(self, language: str) -> bool:
        """Whether one of its voices reads it."""
        return language in LANGUAGES or bool(self._names.get(language))

    def speak(self, words: str, language: str) -> Clip:
        """The words; raises VoiceFault where no voice reads that language."""
        if not self.speaks(language):
            fault = f"no voice reads {language!r}"
            raise VoiceFault(fault)
        return self._voice.speak(words, self._names.get(language) or language)
