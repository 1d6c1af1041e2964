"""What a voice is: words in a language become a clip."""

from typing import Protocol

from hallctl.station.voice.clip import Clip


class VoiceFault(Exception):  # noqa: N818 - a state of the device, as printers have
    """The voice cannot speak; the words are for the technician."""


class Voice(Protocol):
    """May take some hundred milliseconds: never called where a screen is drawn."""

    @property
    def name(self) -> str:
        """Everything that changes how it sounds; clips of two names are never mixed."""

    def speaks(self, language: str) -> bool:
        """Whether there is a voice for that language at all."""

    def speak(self, words: str, language: str) -> Clip:
        """The words as a clip, levelled and with soft edges; raises VoiceFault."""
