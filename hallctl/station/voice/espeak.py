"""espeak-ng as a voice: the one synthesiser with Vietnamese that every Debian has."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from hallctl.station.voice.clip import Clip, NotAClip, from_wav
from hallctl.station.voice.voices import VoiceFault

_PATIENCE_S = 10
_VOICES = {"vi": "vi", "en": "en-gb"}


class EspeakVoice:
    """One short process a clip. ``pace`` is in words a minute; a hall echoes, so it is slow.

    Raises VoiceFault at once where the program is missing.
    """

    def __init__(self, pace: int = 145, pitch: int = 42, program: str = "espeak-ng") -> None:
        found = shutil.which(program)
        if found is None:
            words = f"{program} is not installed: apt install {program}"
            raise VoiceFault(words)
        self._program = found
        self._pace = pace
        self._pitch = pitch

    @property
    def name(self) -> str:
        """As the protocol says."""
        return f"espeak-ng pace {self._pace} pitch {self._pitch}"

    def speaks(self, language: str) -> bool:
        """Every language that is named as it names its voices; which those are, only a try tells."""
        return bool(language)

    def speak(self, words: str, language: str) -> Clip:
        """The words spoken; raises VoiceFault if the program fails, is too slow, or has no room."""
        try:
            with tempfile.TemporaryDirectory(prefix="voice-") as folder:
                wav = Path(folder) / "clip.wav"
                self._run(wav, words, language)
                spoken = from_wav(wav.read_bytes())
        except (OSError, subprocess.SubprocessError, NotAClip) as error:
            fault = f"espeak-ng failed: {error}"
            raise VoiceFault(fault) from error
        return spoken.trimmed().levelled().faded()

    def _run(self, wav: Path, words: str, language: str) -> None:
        options = [
            "-v",
            _VOICES.get(language, language),
            "-s",
            str(self._pace),
            "-p",
            str(self._pitch),
        ]
        # Below full loudness: at 100 its peaks touch the ceiling and rasp.
        command = [self._program, *options, "-a", "70", "-b", "1", "-w", str(wav), "--stdin"]
        subprocess.run(  # noqa: S603 - the program found at start, words by standard input
            command, input=words.encode(), capture_output=True, check=True, timeout=_PATIENCE_S
        )
