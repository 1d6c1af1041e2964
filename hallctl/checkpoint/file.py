"""A checkpoint as a file: one line that names it, a checksum of the rest, and the rest.

Whole or not at all: it is written beside the one before, synced, and put in its place.
"""

import os
from hashlib import sha256
from pathlib import Path

import msgspec

HEAD = b"hallctl checkpoint 1\n"
DIGEST_BYTES = 32
OWNER_ONLY = 0o600


class UselessCheckpointError(Exception):
    """The checkpoint can't be used here; the message says why. The journal has everything."""


class Checkpoint(msgspec.Struct, frozen=True):
    """A hall at one fact of its journal, and what it is bound to."""

    journal_number: int
    chain: bytes
    """That fact's link of the chain: it stands for every fact up to there."""
    epoch: int
    code: str
    """The fingerprint of the code that applied the facts."""
    hall: msgspec.Raw


_decoder = msgspec.msgpack.Decoder(Checkpoint)


def write(file: Path, checkpoint: Checkpoint) -> int:
    """Put it in the place of the one before; gives its size in bytes. Raises OSError."""
    body = msgspec.msgpack.encode(checkpoint)
    draft = draft_of(file)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
    with os.fdopen(descriptor, "wb") as out:
        out.write(HEAD + sha256(body).digest())
        out.write(body)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(file)
    _sync_folder(file.parent)
    return len(HEAD) + DIGEST_BYTES + len(body)


def draft_of(file: Path) -> Path:
    """Where it is written before it counts."""
    return file.with_name(f"{file.name}.new")


def read(file: Path) -> Checkpoint:
    """What was written, byte for byte. Raises FileNotFoundError or UselessCheckpointError."""
    try:
        whole = memoryview(file.read_bytes())
    except FileNotFoundError:
        raise
    except OSError as error:
        raise UselessCheckpointError(f"it can't be read ({error})") from error
    digest, body = whole[len(HEAD) :][:DIGEST_BYTES], whole[len(HEAD) + DIGEST_BYTES :]
    if whole[: len(HEAD)] != HEAD:
        raise UselessCheckpointError("it is no checkpoint of this release")
    if sha256(body).digest() != digest:
        raise UselessCheckpointError("it is torn or damaged")
    try:
        return _decoder.decode(body)
    except msgspec.MsgspecError as error:
        raise UselessCheckpointError(f"it holds something else ({error})") from error


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
