"""Clips kept on disk by a hash of what they say, so that nothing is spoken up twice."""

import hashlib
import os
import tempfile
from pathlib import Path

from hallctl.station.voice.clip import Clip, NotAClip, from_wav
from hallctl.station.voice.voices import Voice

_KEPT = 4_000
"""Clips; about 300 MB. A day's calls and their counters fit many times."""
_SWEEP_EVERY = 200


class CachedVoice:
    """Another voice, heard once a sentence; a damaged clip is spoken anew, a full disk ignored."""

    def __init__(self, voice: Voice, folder: Path, kept: int = _KEPT) -> None:
        self._voice = voice
        self._folder = folder
        self._kept = kept
        self._added = 0

    @property
    def name(self) -> str:
        """The name of the voice behind it."""
        return self._voice.name

    def speaks(self, language: str) -> bool:
        """As the voice behind it."""
        return self._voice.speaks(language)

    def speak(self, words: str, language: str) -> Clip:
        """From the disk if it is there; raises VoiceFault as the voice behind does."""
        path = self._folder / self._file_name(words, language)
        kept = _read(path)
        if kept is not None:
            return kept
        clip = self._voice.speak(words, language)
        self._keep(path, clip)
        return clip

    def _file_name(self, words: str, language: str) -> str:
        said = "\0".join((self._voice.name, language, words))
        return hashlib.sha256(said.encode()).hexdigest()[:32] + ".wav"

    def _keep(self, path: Path, clip: Clip) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _write_whole(path, clip.to_wav())
            self._added += 1
            if self._added % _SWEEP_EVERY == 1:
                self._forget_oldest()
        except OSError:
            return  # the clip is in memory and is heard; only the next time costs again

    def _forget_oldest(self) -> None:
        clips = sorted(self._folder.glob("*.wav"), key=lambda one: one.stat().st_mtime)
        for clip in clips[: max(0, len(clips) - self._kept)]:
            clip.unlink(missing_ok=True)


def _read(path: Path) -> Clip | None:
    try:
        clip = from_wav(path.read_bytes())
        os.utime(path)  # the ones in use are the last to be forgotten
    except (OSError, NotAClip):
        return None
    return clip


def _write_whole(path: Path, content: bytes) -> None:
    """The file is there whole or not at all, whatever happens meanwhile."""
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
