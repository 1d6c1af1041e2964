"""A voice made for a hall: every phrase from the synthesiser, or from a person where there is a recording."""

import csv
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from hallctl.station.voice.clip import NotAClip
from hallctl.station.voice.laying import MissingWordError, laid_out, words_of
from hallctl.station.voice.loudness import loudness
from hallctl.station.voice.pack import (
    ClipEntry,
    VoicePack,
    VoicePackError,
    digest_of,
    read_clip,
    write_manifest,
)
from hallctl.station.voice.recording import clip_of_recording
from hallctl.station.voice.vocabulary import Said
from hallctl.station.voice.voices import Voice
from hallctl.station.voice.wording import LANGUAGES

SCRIPT = "script.csv"
"""What whoever records it reads out, with the name that each file is to have."""
_SIGNS = re.compile(r"[^a-z0-9]+")
Progress = Callable[[int, int], None]


class Made(NamedTuple):
    """What came of it."""

    clips: int
    recorded: int
    unused: list[str]
    """Recordings that say nothing the hall needs."""


def make_voice(
    folder: Path, phrases: list[Said], voice: Voice, recordings: Path | None, tell: Progress
) -> Made:
    """Write the voice into ``folder``. Raises OSError, VoiceFault, and VoicePackError for a recording
    that is no use, naming it.
    """
    files = file_names(phrases)
    taken = {one.stem: one for one in sorted(recordings.glob("*.wav"))} if recordings else {}
    entries = []
    for place, (phrase, name) in enumerate(zip(phrases, files, strict=True), start=1):
        tell(place, len(phrases))
        recording = taken.get(name)
        if recording is not None or voice.speaks(phrase.language):
            entries.append(_write(folder, phrase, name, voice, recording))
    write_manifest(folder, folder.name, voice.name, entries)
    _write_script(folder / SCRIPT, phrases, files)
    recorded = sum(one.source == "recorded" for one in entries)
    return Made(len(entries), recorded, sorted(taken.keys() - set(files)))


def file_names(phrases: Iterable[Said]) -> list[str]:
    """A name for each phrase in plain letters, such as ``vi-moi-so``; never two alike."""
    names: list[str] = []
    for one in phrases:
        bare = unicodedata.normalize("NFD", one.words.lower().replace("đ", "d"))
        plain = "".join(sign for sign in bare if not unicodedata.combining(sign))
        name = f"{one.language}-{_SIGNS.sub('-', plain).strip('-')}"[:60]
        twins = sum(known == name or known.startswith(f"{name}~") for known in names)
        names.append(f"{name}~{twins + 1}" if twins else name)
    return names


def faults_of(pack: VoicePack, sentences: Iterable[Said]) -> Iterator[str]:
    """Everything that is wrong with a voice: files, loudness, and what the hall can't say with it.

    Of a language that the hall has added, only where the voice speaks it at all.
    """
    for entry in pack.manifest.clip:
        try:
            clip = read_clip(pack.folder, entry)
        except VoicePackError as error:
            yield str(error)
            continue
        if not loudness(clip.samples, 22_050):
            yield f"{entry.file}: there is nothing but silence on it"
    lacking: dict[tuple[str, str], None] = {}
    for one in sentences:
        phrases = pack.phrases(one.language)
        if one.language not in LANGUAGES and not phrases:
            continue
        try:
            laid_out(one.words, phrases)
        except MissingWordError as missing:
            lacking[one.language, missing.word] = None
    for language, word in lacking:
        yield f"{language}: nobody has recorded {word!r}"


def _write(
    folder: Path, phrase: Said, name: str, voice: Voice, recording: Path | None
) -> ClipEntry:
    if recording is None:
        clip = voice.speak(phrase.words, phrase.language)
    else:
        try:
            clip = clip_of_recording(recording.read_bytes())
        except NotAClip as error:
            words = f"{recording}: {error}"
            raise VoicePackError(words) from error
    file = f"{phrase.language}/{name}.wav"
    content = clip.to_wav()
    (folder / phrase.language).mkdir(parents=True, exist_ok=True)
    (folder / file).write_bytes(content)
    return ClipEntry(
        file=file,
        language=phrase.language,
        says=" ".join(words_of(phrase.words)),
        source="recorded" if recording else "made",
        digest=digest_of(content),
    )


def _write_script(path: Path, phrases: Iterable[Said], files: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as sheet:
        lines = csv.writer(sheet)
        lines.writerow(("file", "language", "read out"))
        for phrase, name in zip(phrases, files, strict=True):
            lines.writerow((f"{name}.wav", phrase.language, phrase.words))
