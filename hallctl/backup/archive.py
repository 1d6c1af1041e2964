"""A backup as one file: a compressed tar whose first member tells what is in it, or that, encrypted.

Encryption is age's: whoever backs up needs the public key only, and can't read old backups.
"""

import io
import tarfile
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
import pyrage

from hallctl.backup.manifest import NAME, Manifest
from hallctl.machine.whole_files import OWNER_ONLY, put_whole

PLAIN, ENCRYPTED = ".hall", ".hall.age"
_manifest_decoder = msgspec.json.Decoder(Manifest)
TORN = (tarfile.TarError, zlib.error, EOFError, OSError)
"""What a damaged file raises, wherever the damage is."""


class BackupError(Exception):
    """A backup can't be written or can't be trusted; the message says which and why."""


def recipient(key: str) -> "pyrage.x25519.Recipient":
    """The public key, such as ``age1…``. Raises :class:`BackupError`."""
    try:
        return pyrage.x25519.Recipient.from_str(key.strip())
    except pyrage.RecipientError as error:
        raise BackupError(f"{key[:20]}… is no public key of age: {error}") from error


def write_archive(room: Path, manifest: Manifest, target: Path, key: str) -> None:
    """Write the files of ``room`` as one; durable and whole, or not at all."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz", compresslevel=6) as tar:
        _add(tar, NAME, msgspec.json.encode(manifest))
        for one in manifest.files:
            tar.add(room / one.path, one.path, filter=_nobodys)
    body = packed.getvalue()
    if key:
        body = pyrage.encrypt(body, [recipient(key)])
    put_whole(target, body, OWNER_ONLY)


def read_archive(file: Path, identity: str = "") -> tuple[Manifest, Iterator[tuple[str, bytes]]]:
    """What the backup says of itself, and its files. Raises :class:`BackupError`."""
    body = _decrypted(file, identity)
    try:
        tar = tarfile.open(fileobj=io.BytesIO(body), mode="r:gz")  # noqa: SIM115 - the members close it
        first = tar.next()
        if first is None or first.name != NAME:
            raise BackupError(f"{file}: is no backup of a hall")
        manifest = _manifest_decoder.decode(_content(tar, first))
    except (*TORN, msgspec.MsgspecError) as error:
        raise BackupError(f"{file}: is no backup, or is damaged: {error}") from error
    return manifest, _members(file, tar, manifest)


def _members(file: Path, tar: tarfile.TarFile, manifest: Manifest) -> Iterator[tuple[str, bytes]]:
    """Every file that the manifest names, once its hash is right."""
    known = {one.path: one for one in manifest.files}
    try:
        with tar:
            while (member := tar.next()) is not None:
                promised = known.pop(member.name, None)
                body = _content(tar, member)
                if promised is None or sha256(body).hexdigest() != promised.sha256:
                    raise BackupError(f"{file}: {member.name} is not what was backed up")
                yield member.name, body
    except TORN as error:
        raise BackupError(f"{file}: is damaged: {error}") from error
    if known:
        raise BackupError(f"{file}: {next(iter(known))} is missing")


def _decrypted(file: Path, identity: str) -> bytes:
    body = file.read_bytes()
    if not file.name.endswith(ENCRYPTED):
        return body
    if not identity:
        raise BackupError(f"{file}: is encrypted; give the secret key's file with --identity")
    keys = [line for line in identity.splitlines() if line.startswith("AGE-SECRET-KEY-")]
    try:
        opened: bytes = pyrage.decrypt(body, [pyrage.x25519.Identity.from_str(key) for key in keys])
    except (pyrage.DecryptError, pyrage.IdentityError) as error:
        raise BackupError(f"{file}: this secret key does not open it: {error}") from error
    return opened


def _add(tar: tarfile.TarFile, name: str, body: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(body)
    tar.addfile(member, io.BytesIO(body))


def _nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


def _content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    content = tar.extractfile(member)
    return content.read() if content else b""
