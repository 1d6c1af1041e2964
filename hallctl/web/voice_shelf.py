"""The hall's recorded voice: its manifest and its clips, by their hashes."""

from collections.abc import Callable
from pathlib import Path

from hallctl.settings.hall_rules.boards import VOICES
from hallctl.station.voice.pack import MANIFEST, VoicePackError, digest_of, read_manifest


class VoiceShelf:
    """One hall's voice; looked at again every few seconds, so that a new recording needs no restart."""

    def __init__(self, directory: Path, voice: Callable[[], str]) -> None:
        """``voice`` names its folder, empty for none; it may change under way."""
        self._voices = directory / VOICES
        self._voice = voice
        self._files: dict[str, Path] = {}
        self._digest = ""

    def digest(self) -> str:
        """By which boards know it; empty for none, or for one that is damaged."""
        return self._digest

    def path(self, digest: str) -> Path | None:
        """Where the bytes lie, or None where the voice has none of that hash."""
        return self._files.get(digest)

    def refresh(self) -> None:
        """Look at the manifest again."""
        self._digest, self._files = self._read()

    def _read(self) -> tuple[str, dict[str, Path]]:
        voice = self._voice()
        if not voice:
            return "", {}
        folder = self._voices / voice
        try:
            content = (folder / MANIFEST).read_bytes()
            manifest = read_manifest(content, voice)
        except (OSError, VoicePackError):
            return "", {}
        digest = digest_of(content)
        clips = {one.digest: folder / one.file for one in manifest.clip}
        return digest, {digest: folder / MANIFEST, **clips}


def languages_recorded(directory: Path, voice: str) -> frozenset[str]:
    """Languages that the hall's own voice has clips of; none where there is no such voice."""
    try:
        content = (directory / VOICES / voice / MANIFEST).read_bytes() if voice else b""
        manifest = read_manifest(content, voice)
    except (OSError, VoicePackError):
        return frozenset()
    return frozenset(one.language for one in manifest.clip)
