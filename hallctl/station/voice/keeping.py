"""A voice that grows clip by clip: what it can say, what is missing, a recording put in its place."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hallctl.station.voice.clip import Clip
from hallctl.station.voice.laying import words_of
from hallctl.station.voice.making import file_names
from hallctl.station.voice.pack import (
    MANIFEST,
    ClipEntry,
    digest_of,
    open_pack,
    write_manifest,
)
from hallctl.station.voice.vocabulary import Said
from hallctl.station.voice.voices import Voice


class VoiceLine(NamedTuple):
    """A phrase that the hall says, the name its recording is to have, and its clip; None: nobody has said it."""

    name: str
    phrase: Said
    clip: ClipEntry | None


def begin_voice(folder: Path) -> None:
    """A voice without a word. Raises OSError, FileExistsError where there is one."""
    folder.mkdir(parents=True)
    write_manifest(folder, folder.name, "", ())


def lines_of(folder: Path, phrases: list[Said]) -> list[VoiceLine]:
    """Every phrase in its order. Raises VoicePackError."""
    known = {(one.language, one.says): one for one in open_pack(folder).manifest.clip}
    return [
        VoiceLine(name, phrase, known.get((phrase.language, _says(phrase))))
        for name, phrase in zip(file_names(phrases), phrases, strict=True)
    ]


def put_in(folder: Path, lines: list[tuple[VoiceLine, Clip]], source: str) -> None:
    """Clips in the place of their phrases, whole or not at all. Raises VoicePackError, OSError."""
    manifest = open_pack(folder).manifest
    entries = {(one.language, one.says): one for one in manifest.clip}
    for line, clip in lines:
        entry = _written(folder, line, clip, source)
        entries[entry.language, entry.says] = entry
    write_manifest(folder, manifest.name, manifest.made_by, entries.values())


def take_out(folder: Path, name: str, phrases: list[Said]) -> None:
    """The phrase is said by nobody then. Raises VoicePackError, OSError."""
    manifest = open_pack(folder).manifest
    gone = [one.clip for one in lines_of(folder, phrases) if one.name == name]
    left = (one for one in manifest.clip if one not in gone)
    write_manifest(folder, manifest.name, manifest.made_by, left)


def missing_spoken(lines: list[VoiceLine], voice: Voice) -> Iterator[tuple[VoiceLine, Clip]]:
    """What nobody has said, by a synthesiser. Raises VoiceFault."""
    for line in lines:
        if line.clip is None:
            yield line, voice.speak(line.phrase.words, line.phrase.language)


def is_damaged(folder: Path, clip: ClipEntry) -> bool:
    """Whether the file is not the one that was taken."""
    try:
        return digest_of((folder / clip.file).read_bytes()) != clip.digest
    except OSError:
        return True


def voices_in(folder: Path) -> list[str]:
    """The voices of a hall, by name."""
    return sorted(one.parent.name for one in folder.glob(f"*/{MANIFEST}"))


def _written(folder: Path, line: VoiceLine, clip: Clip, source: str) -> ClipEntry:
    language = line.phrase.language
    file, content = f"{language}/{line.name}.wav", clip.to_wav()
    (folder / language).mkdir(parents=True, exist_ok=True)
    draft = folder / f"{file}.new"
    draft.write_bytes(content)
    draft.replace(folder / file)
    return ClipEntry(
        file=file,
        language=language,
        says=_says(line.phrase),
        source="recorded" if source == "recorded" else "made",
        digest=digest_of(content),
    )


def _says(phrase: Said) -> str:
    return " ".join(words_of(phrase.words))
