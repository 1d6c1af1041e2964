"""Files that are there whole or not at all, whatever happens meanwhile, a power cut too."""

import os
from pathlib import Path

EVERYBODY, OWNER_ONLY = 0o644, 0o600


def put_whole(file: Path, content: bytes, mode: int = EVERYBODY) -> None:
    """Make it the file's content, on disk when this returns; its folder is made where there is none.

    Raises OSError: then the file is what it was before.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = draft_of(file)
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(file)
    _sync(file.parent)


def draft_of(file: Path) -> Path:
    """Where it is written before it counts."""
    return file.with_name(f"{file.name}.new")


def _sync(folder: Path) -> None:
    """The new name itself must survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
