"""A voice on disk: a folder of clips and ``voice.toml``, which says what each clip says.

The form is versioned: a later version is refused with clear words, an earlier one is always read.
"""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec
import tomlkit

from hallctl.station.voice.clip import Clip, NotAClip, from_wav
from hallctl.station.voice.laying import Phrase, words_of

MANIFEST = "voice.toml"
VERSION = 1
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")


class VoicePackError(Exception):
    """The folder is no voice, or a part of it is damaged; the words are for the technician."""


class ClipEntry(msgspec.Struct, frozen=True, kw_only=True):
    """``[[clip]]``: one file, what it says, and whether a person said it."""

    file: str
    language: str
    says: str
    source: Literal["made", "recorded"] = "made"
    digest: str
    """Of the file's bytes."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """``voice.toml``."""

    version: int
    name: str
    made_by: str = ""
    clip: tuple[ClipEntry, ...] = ()


class VoicePack:
    """One voice: its phrases, and the clip of each."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.folder = folder
        self.manifest = manifest
        self._entries = {(one.language, words_of(one.says)): one for one in manifest.clip}

    def phrases(self, language: str) -> set[Phrase]:
        """What it can say in that language."""
        return {phrase for spoken, phrase in self._entries if spoken == language}

    def clip(self, language: str, phrase: Phrase) -> Clip:
        """The clip of one of its phrases. Raises VoicePackError where its file is not as it was."""
        return read_clip(self.folder, self._entries[language, phrase])


def open_pack(folder: Path) -> VoicePack:
    """The voice in that folder. Raises VoicePackError."""
    try:
        content = (folder / MANIFEST).read_bytes()
    except OSError as error:
        words = f"{folder}: there is no {MANIFEST} that can be read"
        raise VoicePackError(words) from error
    return VoicePack(folder, read_manifest(content, str(folder)))


def read_manifest(content: bytes, where: str) -> Manifest:
    """The manifest in those bytes. Raises VoicePackError."""
    try:
        manifest = msgspec.toml.decode(content, type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        words = f"{where}: {MANIFEST} is damaged: {' '.join(str(error).split())}"
        raise VoicePackError(words) from error
    if not 1 <= manifest.version <= VERSION:
        words = f"{where}: version {manifest.version} is newer than this software; update it"
        raise VoicePackError(words)
    for one in manifest.clip:
        if not _LANGUAGE.fullmatch(one.language) or not is_inside(one.file):
            words = f"{where}: {one.file!r} in {one.language!r} is nothing that can be played"
            raise VoicePackError(words)
    return manifest


def read_clip(folder: Path, entry: ClipEntry) -> Clip:
    """The clip of that entry, proven. Raises VoicePackError."""
    try:
        content = (folder / entry.file).read_bytes()
    except OSError as error:
        words = f"{entry.file} can't be read: {error.strerror}"
        raise VoicePackError(words) from error
    if digest_of(content) != entry.digest:
        words = f"{entry.file} is not the file that was checked; make the voice again"
        raise VoicePackError(words)
    try:
        return from_wav(content)
    except NotAClip as error:
        words = f"{entry.file}: {error}"
        raise VoicePackError(words) from error


def write_manifest(folder: Path, name: str, made_by: str, clips: Iterable[ClipEntry]) -> None:
    """Write ``voice.toml``, whole or not at all. Raises OSError."""
    document = tomlkit.document()
    document["version"] = VERSION
    document["name"] = name
    document["made_by"] = made_by
    entries = tomlkit.aot()
    for one in clips:
        entry = tomlkit.table()
        entry.update(msgspec.structs.asdict(one))
        entries.append(entry)
    document["clip"] = entries
    draft = folder / f"{MANIFEST}.new"
    draft.write_text(tomlkit.dumps(document), "utf-8")
    draft.replace(folder / MANIFEST)


def is_inside(file: str) -> bool:
    """Whether that is a file of the folder or of one folder in it."""
    parts = Path(file).parts
    return 1 <= len(parts) <= 2 and not any(
        one in {"..", "/"} or one.startswith(".") for one in parts
    )


def digest_of(content: bytes) -> str:
    """As manifests name a file's bytes."""
    return hashlib.sha256(content).hexdigest()[:32]
