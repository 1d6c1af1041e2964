"""Which code a checkpoint belongs to: any other source of the rules makes it worthless."""

import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from hallctl import core
from hallctl.checkpoint.file import UselessCheckpointError


@cache
def code_of_today() -> str:
    """A hash of every source of the core, and of what decodes it: Python and msgspec.

    Raises :class:`UselessCheckpointError` where there are no sources to be seen.
    """
    return fingerprint(Path(core.__file__).parent)


def fingerprint(folder: Path) -> str:
    """A hash of every source in the folder and below it, with its name."""
    sources = sorted(folder.rglob("*.py"))
    if not sources:
        raise UselessCheckpointError(f"{folder} holds no sources to tell one release by")
    found = sha256(f"{sys.version_info[:2]} msgspec {msgspec.__version__}".encode())
    for source in sources:
        body = source.read_bytes()
        found.update(f"\n{source.relative_to(folder)} {len(body)}\n".encode() + body)
    return found.hexdigest()
