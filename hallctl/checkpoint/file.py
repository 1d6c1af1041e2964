"""A checkpoint as a file: one line that names it, a checksum of the rest, and the rest."""

from hashlib import sha256
from pathlib import Path

import msgspec

from hallctl.machine.whole_files import OWNER_ONLY, put_whole

HEAD = b"hallctl checkpoint 1\n"
DIGEST_BYTES = 32


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
    whole = b"".join((HEAD, sha256(body).digest(), body))
    put_whole(file, whole, OWNER_ONLY)
    return len(whole)


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
