"""Brings the hall's recorded voice onto this machine, whole, before a word of it is used."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from hall_board.media_store import LookUp
from hallctl.core.views import BoardView
from hallctl.station.voice.pack import (
    MANIFEST,
    ClipEntry,
    VoicePack,
    VoicePackError,
    digest_of,
    open_pack,
    read_clip,
    read_manifest,
)

AGAIN_S = 30.0
Ready = Callable[[VoicePack | None], None]


class VoiceFetching:
    """Views go in by ``hear``; ``ready`` is given each voice once it is there, or None for none."""

    def __init__(
        self, link: LookUp, folder: Path, ready: Ready, now: Callable[[], float] = monotonic
    ) -> None:
        self._link = link
        self._folder = folder
        self._ready = ready
        self._now = now
        self._wanted = ""
        self._again_at: float | None = None
        self._missing: list[ClipEntry] = []

    def hear(self, view: BoardView) -> None:
        """Take in which voice the hall has."""
        wanted = view.sounding.voice
        if wanted != self._wanted:
            self._wanted = wanted
            self._begin()
        elif self._again_at is not None and self._now() >= self._again_at:
            self._begin()

    def _begin(self) -> None:
        self._again_at = None
        if not self._wanted:
            self._ready(None)
            return
        pack = self._whole_pack()
        if pack is not None:
            self._ready(pack)
            return
        wanted = self._wanted
        self._link.look_up(f"/api/voice/{wanted}", {}, lambda body: self._on_manifest(wanted, body))

    @property
    def _place(self) -> Path:
        return self._folder / self._wanted

    def _whole_pack(self) -> VoicePack | None:
        """The voice from the disk, if all of it is there and as it should be."""
        try:
            pack = open_pack(self._place)
            for entry in pack.manifest.clip:
                read_clip(self._place, entry)
        except VoicePackError:
            return None
        return pack

    def _on_manifest(self, wanted: str, body: bytes | None) -> None:
        if wanted != self._wanted:
            return
        try:
            if body is None or digest_of(body) != wanted:
                self._later()
                return
            self._missing = list(read_manifest(body, wanted).clip)
            self._write(MANIFEST, body)
        except (VoicePackError, OSError):
            self._later()
            return
        self._fetch_next(wanted)

    def _fetch_next(self, wanted: str) -> None:
        if wanted != self._wanted:
            return
        if not self._missing:
            pack = self._whole_pack()
            if pack is None:
                self._later()
            else:
                self._ready(pack)
            return
        entry = self._missing.pop()
        self._link.look_up(
            f"/api/voice/{entry.digest}", {}, lambda body: self._on_clip(wanted, entry, body)
        )

    def _on_clip(self, wanted: str, entry: ClipEntry, body: bytes | None) -> None:
        if wanted != self._wanted:
            return
        try:
            if body is None or digest_of(body) != entry.digest:
                self._later()
                return
            self._write(entry.file, body)
        except OSError:
            self._later()
            return
        self._fetch_next(wanted)

    def _later(self) -> None:
        self._again_at = self._now() + AGAIN_S

    def _write(self, file: str, content: bytes) -> None:
        path = self._place / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
