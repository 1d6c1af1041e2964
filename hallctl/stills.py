"""Stills of the hall's cameras on disk: kept so many days, then deleted, and never made by themselves."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

MS_A_DAY = 86_400_000
_NAME = re.compile(r"\d{8}T\d{6}\.\d{3}Z")


class Stills:
    """One folder a camera, one picture a moment (UTC in its name)."""

    def __init__(self, folder: Path, keep_days: Callable[[], int]) -> None:
        self._folder = folder
        self._keep_days = keep_days

    def keep(self, camera: str, picture: bytes, at: int) -> str:
        """Write a JPEG of that moment (ms since 1970); its name."""
        moment = datetime.fromtimestamp(at / 1000, UTC)
        name = f"{moment:%Y%m%dT%H%M%S}.{moment.microsecond // 1000:03d}Z"
        folder = self._folder / camera
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = folder / f"{name}.new"
        draft.write_bytes(picture)
        draft.replace(folder / f"{name}.jpg")
        return name

    def names(self, camera: str) -> list[str]:
        """What is kept of a camera, newest first."""
        return sorted((path.stem for path in self._of(camera)), reverse=True)

    def picture(self, camera: str, name: str) -> bytes | None:
        """A still's JPEG, or None."""
        path = self._folder / camera / f"{name}.jpg"
        return path.read_bytes() if _NAME.fullmatch(name) and path.exists() else None

    def forget_old(self, at: int) -> int:
        """Delete what has been kept long enough; how many were."""
        return self.forget_before(at - self._keep_days() * MS_A_DAY)

    def forget_before(self, moment: int) -> int:
        """Delete what is from before that moment (ms since 1970); how many were."""
        before = f"{datetime.fromtimestamp(moment / 1000, UTC):%Y%m%dT%H%M%S}"
        old = [path for path in self._folder.glob("*/*.jpg") if path.stem < before]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)

    def _of(self, camera: str) -> Iterator[Path]:
        return (self._folder / camera).glob("*.jpg")
