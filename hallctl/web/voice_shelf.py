"""The hall's recorded voice: its manifest and its clips, by their hashes."""

from pathlib import Path

from hallctl.settings.boards import VOICES
from hallctl.station.voice.pack import MANIFEST, VoicePackError, digest_of, read_manifest


class VoiceShelf:
    """One hall's voice; looked at again every few seconds, so that a new recording needs no restart."""

    def __init__(self, directory: Path, voice: str) -> None:
        self._folder = directory / VOICES / voice if voice else None
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
        if self._folder is None:
            return "", {}
        try:
            content = (self._folder / MANIFEST).read_bytes()
            manifest = read_manifest(content, self._folder.name)
        except (OSError, VoicePackError):
            return "", {}
        digest = digest_of(content)
        clips = {one.digest: self._folder / one.file for one in manifest.clip}
        return digest, {digest: self._folder / MANIFEST, **clips}
