"""The hall's signing keys: Ed25519, made once and renewed by hand; each vouches for the next.

The secret half of the newest lies in ``secrets/``. The public halves of all lie in ``signing/``, for
whatever a key has signed stays signed when another follows it.
"""

from base64 import b64decode, b64encode
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from hallctl.machine.whole_files import EVERYBODY, OWNER_ONLY, put_whole


class SigningKeyError(Exception):
    """A signing key can't be read or trusted; the message says which and why."""


class PublishedKey(msgspec.Struct, frozen=True, kw_only=True):
    """The public half of a key, as everybody may have it."""

    key: str
    """Its fingerprint: the SHA-256 of its 32 bytes, hexadecimal."""
    public_key: str
    """PEM, as openssl reads it."""
    since: int
    """When it was made, in milliseconds since 1970 (UTC)."""
    introduced_by: str = ""
    """The key before it; empty for the first."""
    introduction: str = ""
    """That key's signature over this PEM, base64: who trusts it may trust this one."""
    confirmation: str = ""
    """This key's signature over that key's PEM, base64: who trusts this one may trust it."""


class SigningKey(NamedTuple):
    """The key that signs now."""

    secret: Ed25519PrivateKey
    published: PublishedKey

    def sign(self, statement: bytes) -> str:
        """The signature in base64; the same bytes are always signed the same way."""
        return b64encode(self.secret.sign(statement)).decode()


class SigningKeys:
    """The signing keys of one hall directory."""

    def __init__(self, hall: Path) -> None:
        self._secret = hall / "secrets" / "signing.key"
        self.public_file = hall / "signing" / "hall.pem"
        """The newest public key."""
        self._list = hall / "signing" / "keys.json"

    def published(self) -> tuple[PublishedKey, ...]:
        """Every public key, the newest last. Raises :class:`SigningKeyError`."""
        try:
            return msgspec.json.decode(self._list.read_bytes(), type=tuple[PublishedKey, ...])
        except FileNotFoundError:
            return ()
        except (OSError, msgspec.MsgspecError) as error:
            raise SigningKeyError(f"{self._list}: {error}") from error

    def current(self, now: int) -> SigningKey:
        """The key that signs now, made where there is none. Raises :class:`SigningKeyError`."""
        published = self.published()
        if not published:
            secret = self._read() if self._secret.exists() else Ed25519PrivateKey.generate()
            return self._keep(secret, (), now)
        secret = self._read()
        pem = _pem(secret)
        if published[-1].public_key == pem:
            _keep_public(self.public_file, pem)
            return SigningKey(secret, published[-1])
        # The power went during a renewal: what was published last has never signed anything.
        known = [one.public_key for one in published]
        if pem not in known:
            raise SigningKeyError(f"{self._secret}: is not the key that was published last")
        kept = published[: known.index(pem) + 1]
        put_whole(self._list, _listed(kept), EVERYBODY)
        _keep_public(self.public_file, pem)
        return SigningKey(secret, kept[-1])

    def rotate(self, now: int) -> SigningKey:
        """A new key; it and the one before vouch for each other, unless that is lost.

        Raises :class:`SigningKeyError`.
        """
        if self._secret.exists():
            self.current(now)
        return self._keep(Ed25519PrivateKey.generate(), self.published(), now)

    def _keep(
        self, secret: Ed25519PrivateKey, before: tuple[PublishedKey, ...], now: int
    ) -> SigningKey:
        pem = _pem(secret)
        made = PublishedKey(key=fingerprint_of(pem), public_key=pem, since=now)
        if before and (old := self._read_if_of(before[-1])):
            made = msgspec.structs.replace(
                made,
                introduced_by=before[-1].key,
                introduction=_signature(old, pem),
                confirmation=_signature(secret, before[-1].public_key),
            )
        if not before:
            put_whole(self._secret, _secret_pem(secret), OWNER_ONLY)
        put_whole(self._list, _listed((*before, made)), EVERYBODY)
        if before:
            put_whole(self._secret, _secret_pem(secret), OWNER_ONLY)
        _keep_public(self.public_file, pem)
        return SigningKey(secret, made)

    def _read_if_of(self, published: PublishedKey) -> Ed25519PrivateKey | None:
        secret = self._read() if self._secret.exists() else None
        return secret if secret and _pem(secret) == published.public_key else None

    def _read(self) -> Ed25519PrivateKey:
        try:
            read = serialization.load_pem_private_key(self._secret.read_bytes(), None)
        except (OSError, ValueError) as error:
            raise SigningKeyError(
                f"{self._secret}: {error}; bring it back from a backup"
            ) from error
        if not isinstance(read, Ed25519PrivateKey):
            raise SigningKeyError(f"{self._secret}: is no Ed25519 key")
        return read


def fingerprint_of(pem: str) -> str:
    """The fingerprint of a public key. Raises :class:`SigningKeyError`."""
    raw = public_key(pem).public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return sha256(raw).hexdigest()


def public_key(pem: str) -> Ed25519PublicKey:
    """The public key in that PEM. Raises :class:`SigningKeyError`."""
    try:
        read = serialization.load_pem_public_key(pem.encode())
    except ValueError as error:
        raise SigningKeyError(f"this is no public key: {error}") from error
    if not isinstance(read, Ed25519PublicKey):
        raise SigningKeyError("this is no Ed25519 key")
    return read


def has_signed(pem: str, statement: bytes, signature: str) -> bool:
    """Whether the key has signed exactly these bytes."""
    try:
        public_key(pem).verify(b64decode(signature, validate=True), statement)
    except (InvalidSignature, SigningKeyError, ValueError):
        return False
    return True


def _signature(secret: Ed25519PrivateKey, pem: str) -> str:
    return b64encode(secret.sign(pem.encode())).decode()


def _pem(secret: Ed25519PrivateKey) -> str:
    return (
        secret.public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        .decode()
    )


def _secret_pem(secret: Ed25519PrivateKey) -> bytes:
    return secret.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def _listed(keys: tuple[PublishedKey, ...]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(keys))


def _keep_public(file: Path, pem: str) -> None:
    if not file.exists() or file.read_text("utf-8") != pem:
        put_whole(file, pem.encode(), EVERYBODY)
